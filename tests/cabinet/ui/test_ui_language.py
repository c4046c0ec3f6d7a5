"""The choice of language, kept in the browser and with the officer."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from cabinet.ui.views import language


class Officer:
    is_authenticated = True

    def __init__(self) -> None:
        self.language = "ar"
        self.saved: list[str] | None = None

    def save(self, *, update_fields: list[str]) -> None:
        self.saved = update_fields


@pytest.fixture
def officer() -> Officer:
    return Officer()


def test_language_of_a_stranger_is_kept_in_the_browser(rf: RequestFactory) -> None:
    request = rf.post("/language/", {"language": "fr", "next": "/books/incoming/"})
    request.user = AnonymousUser()

    response = language(request)

    assert (response.status_code, response.headers["Location"]) == (302, "/books/incoming/")
    assert response.cookies["django_language"].value == "fr"


def test_language_of_an_officer_is_stored_with_the_officer(
    rf: RequestFactory, officer: Officer
) -> None:
    request = rf.post("/language/", {"language": "fr", "next": "/"})
    request.user = officer  # type: ignore[assignment]  # all that the view reads of an officer

    language(request)

    assert (officer.language, officer.saved) == ("fr", ["language"])


@pytest.mark.parametrize("asked", ["ar", "de", ""])
def test_language_unchanged_or_unknown_is_not_stored(
    rf: RequestFactory, officer: Officer, asked: str
) -> None:
    request = rf.post("/language/", {"language": asked, "next": "/"})
    request.user = officer  # type: ignore[assignment]  # all that the view reads of an officer

    language(request)

    assert (officer.language, officer.saved) == ("ar", None)


def test_language_leads_to_no_foreign_page(rf: RequestFactory) -> None:
    request = rf.post("/language/", {"language": "en", "next": "https://elsewhere.example/"})
    request.user = AnonymousUser()

    assert language(request).headers["Location"] == "/"


def test_language_by_get_is_refused(rf: RequestFactory) -> None:
    request = rf.get("/language/?language=fr")
    request.user = AnonymousUser()

    assert language(request).status_code == 405
