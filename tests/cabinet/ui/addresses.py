"""Addresses that the shell links to, for its tests, and the real language view."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def page(request: HttpRequest, **kwargs: object) -> HttpResponse:
    return HttpResponse("")


urlpatterns = [
    path("", page, name="desk"),
    path("in-tray/", page, name="in_tray"),
    path("register/", page, name="register_incoming"),
    path("draft/letter/", page, name="draft_outgoing"),
    path("draft/memorandum/", page, name="draft_memorandum"),
    path("books/<str:flow>/", page, name="book"),
    path("directory/", page, name="directory"),
    path("directory/signatories/", page, name="signatories"),
    path("series/", page, name="series"),
    path("staff/", page, name="staff"),
    path("login/", page, name="account_login"),
    path("logout/", page, name="account_logout"),
    path("password/", page, name="account_change_password"),
    path("password/set/", page, name="account_set_password"),
    path("again/", page, name="account_reauthenticate"),
    path("", include("cabinet.ui.urls")),
]
