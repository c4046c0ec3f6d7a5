"""Addresses of the directory and of the signatory matrix."""

from __future__ import annotations

from django.urls import path

from cabinet.directory import views

urlpatterns = [
    path("directory/", views.directory, name="directory"),
    path("directory/enter/", views.enter, name="directory_enter"),
    path("directory/suggest/", views.correspondents, name="correspondents"),
    path("directory/signatories/", views.signatories, name="signatories"),
    path("directory/<int:pk>/", views.entry, name="directory_entry"),
    path("directory/<int:pk>/holders/enter/", views.incumbent, name="incumbent_enter"),
    path("directory/<int:pk>/holders/<int:no>/", views.incumbent, name="incumbent"),
]
