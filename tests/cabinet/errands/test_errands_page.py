"""The administrator's page: what was given up, in three languages, and no text of any paper."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from cabinet.audit.errands import mail_head
from cabinet.config.day.cast import CAST
from cabinet.errands.actions import MOST_ATTEMPTS
from cabinet.errands.models import Errand
from cabinet.errands.worker import do_next
from tests.cabinet.errands.errands import add, fail_quoting
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House

WORDS = {
    "en": ("Mail the head of the log to the Internal Auditor", "No Internal Auditor has an e-mail"),
    "fr": ("Envoyer la tête du journal", "Aucun auditeur interne n’a d’adresse électronique"),
    "ar": ("إرسال رأس السجل", "ليس للمدقق الداخلي بريد إلكتروني"),
}


def give_up() -> None:
    """Let every errand on the list fail until it is given up."""
    for attempt in range(MOST_ATTEMPTS):
        at = timezone.now() + timedelta(days=attempt + 1)
        while do_next("a worker", at.replace):
            pass


@pytest.mark.parametrize("language", WORDS)
def test_errand_given_up_is_shown_in_the_reader_s_language(
    house: House, at: At, language: str
) -> None:
    type(house.officers["auditor"]).objects.update(email="")
    mail_head.enqueue("2026-11-24T09-00-00Z-12.checkpoint", "note")
    give_up()
    browser = at("system")
    browser.post("/language/", {"language": language})

    page = browser.get("/errands/").content.decode()

    for words in WORDS[language]:
        assert words in page


def test_page_never_shows_what_an_errand_carries(house: House, at: At) -> None:
    fail_quoting.enqueue("The secret text.")
    give_up()

    page = at("system").get("/errands/").content.decode()

    assert "builtins.ValueError" in page
    assert "secret" not in page


def test_errand_is_tried_again_when_the_administrator_says_so(house: House, at: At) -> None:
    fail_quoting.enqueue("")
    give_up()
    errand = Errand.objects.get()
    browser = at("system")

    pages = [
        browser.post(f"/errands/{errand.key}/again/", follow=True).content.decode()
        for _ in range(2)
    ]

    errand.refresh_from_db()
    assert (errand.state, errand.attempts) == (Errand.State.WAITING, 0)
    assert "The errand is on the list again." in pages[0]
    assert "This errand is on the list already, or is done." in pages[1]


def test_page_says_that_nothing_was_given_up_and_what_waits(house: House, at: At) -> None:
    add.enqueue(1, 2)

    page = at("system").get("/errands/").content.decode()

    assert "No errand was given up." in page
    assert "Add" in page


@pytest.mark.parametrize("username", [each.username for each in CAST if each.username != "system"])
def test_page_does_not_exist_for_anybody_else(house: House, at: At, username: str) -> None:
    browser = at(username)

    assert browser.get("/errands/").status_code == 404
    assert browser.post("/errands/x/again/").status_code == 404
