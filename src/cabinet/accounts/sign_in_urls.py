"""Addresses of the sign-in package that this house uses; the rest say where to ask instead."""

from __future__ import annotations

from allauth.account import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


def not_done_here(request: HttpRequest) -> HttpResponse:
    """Say that accounts and forgotten passwords are the system administrator's."""
    return render(request, "account/not_done_here.html", status=404)


# The package looks these names up while it makes its own pages.
_CLOSED = ("signup", "reset_password", "email", "set_password", "confirm_email")

urlpatterns = [
    path("sign-in/", views.login, name="account_login"),
    path("sign-out/", views.logout, name="account_logout"),
    path("password/", views.password_change, name="account_change_password"),
    path("again/", views.reauthenticate, name="account_reauthenticate"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    *(path(f"closed/{name}/", not_done_here, name=f"account_{name}") for name in _CLOSED),
]
