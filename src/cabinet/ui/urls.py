"""Addresses that belong to the look of the pages."""

from __future__ import annotations

from django.urls import path

from cabinet.ui.views import language

urlpatterns = [path("language/", language, name="language")]
