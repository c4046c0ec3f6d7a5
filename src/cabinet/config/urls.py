"""Every address of the office."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("cabinet.desk.urls")),
    path("", include("cabinet.ui.urls")),
    path("accounts/", include("allauth.account.urls")),
]
