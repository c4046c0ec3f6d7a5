"""Addresses of the administrator's list of errands."""

from __future__ import annotations

from django.urls import path

from cabinet.errands import views

urlpatterns = [
    path("errands/", views.errands, name="errands"),
    path("errands/<slug:key>/again/", views.again, name="errand_again"),
]
