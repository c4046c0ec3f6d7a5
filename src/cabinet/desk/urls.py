"""Addresses of my desk, of a paper with its files, and of the register books."""

from __future__ import annotations

from django.urls import path

from cabinet.desk import books, downloads, views

_REVISION = "items/<int:pk>/revisions/<int:no>/"

urlpatterns = [
    path("", views.desk, name="desk"),
    path("items/<int:pk>/", views.item, name="item"),
    path(f"{_REVISION}paper/", downloads.paper, name="paper"),
    path(f"{_REVISION}enclosures/<int:enclosure>/", downloads.enclosure, name="enclosure"),
    path("items/<int:pk>/proofs/<int:move_no>/", downloads.proof, name="proof"),
    path("books/<slug:flow>/", books.book, name="book"),
    path("books/<slug:flow>.csv", books.book_csv, name="book_csv"),
]
