"""Addresses of the register's own settings."""

from __future__ import annotations

from django.urls import path

from cabinet.registry import views

urlpatterns = [path("series/", views.series, name="series")]
