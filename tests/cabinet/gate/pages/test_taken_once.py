"""The same form sent twice: taken once, and its sender is told what came of it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as office
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from cabinet.registry.models import Item
from cabinet.review.models import Objection
from cabinet.ui.taken_once import TakenOnce
from clearance.terms import AddresseeLevel
from tests.cabinet.gate.pages import stage
from tests.cast import House

At = Callable[..., Client]
TOLD = "This form came twice. It was taken once."


@pytest.fixture(autouse=True)
def own_memory(tmp_path: Path, settings: Settings) -> Path:
    settings.VAR = tmp_path
    return tmp_path / "forms"


def token_of(browser: Client, address: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.get(address).text)
    assert found
    return found[1]


def letter(house: House, token: str, **more: Any) -> dict[str, Any]:
    return {
        "csrfmiddlewaretoken": token,
        "from_unit": house.unit("POL").pk,
        "paper": SimpleUploadedFile("reply.txt", more.pop("file", b"A reply.")),
        "subject": "Reply on the meeting",
        "addressee": house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS).name_en,
        "kind": "letter",
        "urgency": "1",
        "confidentiality": "1",
        "enclosures_announced": "0",
        "wish": "submit",
        **more,
    }


def test_letter_sent_twice_is_submitted_once_and_the_drafter_is_told(house: House, at: At) -> None:
    browser, address = at("political"), reverse("draft_outgoing")
    token = token_of(browser, address)

    first = browser.post(address, letter(house, token))
    second = browser.post(address, letter(house, token))

    item = Item.objects.get()
    assert first["Location"] == second["Location"] == reverse("item", args=[item.pk])
    assert TOLD in browser.get(second["Location"]).text


@pytest.mark.parametrize(
    "changed",
    [{"subject": "Another letter"}, {"file": b"Mended!!"}, {"anew": True}],
    ids=["words", "file", "page"],
)
def test_form_filled_in_anew_is_another(house: House, at: At, changed: dict[str, Any]) -> None:
    browser, address = at("political"), reverse("draft_outgoing")
    token = token_of(browser, address)

    browser.post(address, letter(house, token))
    again = token_of(browser, address) if changed.pop("anew", False) else token
    browser.post(address, letter(house, again, **changed))

    assert Item.objects.count() == 2


def test_refused_form_comes_again_as_often_as_it_is_sent(house: House, at: At) -> None:
    browser, address = at("political"), reverse("draft_outgoing")
    token = token_of(browser, address)

    answers = [
        browser.post(address, letter(house, token, enclosures_announced="2")) for _ in range(2)
    ]

    assert [each.status_code for each in answers] == [409, 409]
    assert all("Reply on the meeting" in each.text for each in answers)
    assert not Item.objects.exists()


def test_sealed_envelope_sent_twice_is_logged_once(house: House, at: At) -> None:
    browser, address = at("clerk"), reverse("register_incoming")
    facts = {
        "csrfmiddlewaretoken": token_of(browser, address),
        "personal_to": house.officers["sg"].pk,
        "outer_marks": "Personal",
        "kind": "letter",
        "urgency": "1",
        "confidentiality": "1",
        "enclosures_announced": "0",
        "wish": "log",
    }

    answers = [browser.post(address, facts) for _ in range(2)]

    assert [each.status_code for each in answers] == [302, 302]
    assert Item.objects.count() == 1


def test_objection_sent_twice_is_raised_once(house: House, at: At) -> None:
    item = stage.drafted(house, "under_review")
    browser, address = at("adviser"), reverse("review_sheet", args=[item.pk])
    facts = {
        "csrfmiddlewaretoken": token_of(browser, address), "wish": "objection", "check": 4,
        "revision_no": 1, "seen_moves": item.moves, "weight": "advice", "text": "Say it kindly.",
    }  # fmt: skip

    for _ in range(2):
        assert browser.post(address, facts).status_code == 302

    assert Objection.objects.count() == 1


def test_signature_sent_twice_shows_the_signed_letter(house: House, at: At) -> None:
    item = stage.drafted(house, "cleared")
    browser, address = at("sg"), reverse("act", args=[item.pk, "sign"])
    facts = {"csrfmiddlewaretoken": token_of(browser, address), "seen_moves": item.moves}

    answers = [browser.post(address, facts) for _ in range(2)]
    page = browser.get(answers[1]["Location"]).text

    assert (TOLD in page, f">{Item.objects.get().number.text}<" in page) == (True, True)


def test_language_is_chosen_as_often_as_it_is_asked_for(house: House, at: At) -> None:
    browser = at("clerk")
    facts = {"csrfmiddlewaretoken": token_of(browser, "/"), "language": "fr", "next": "/"}

    for _ in range(2):
        browser.post(reverse("language"), facts)

    assert TOLD not in browser.get("/").text


def _posted(rf: RequestFactory, session: str = "a", **facts: str) -> HttpRequest:
    request = rf.post("/x/", {"csrfmiddlewaretoken": "t", **facts})
    request.COOKIES[office.SESSION_COOKIE_NAME] = session
    request._messages = _Heard()  # type: ignore[attr-defined]  # set by the middleware before
    return request


class _Heard(list[str]):
    def add(self, _level: int, message: str, _tags: str) -> None:
        self.append(message)


def test_second_press_waits_for_the_first_and_is_told_what_came_of_it(rf: RequestFactory) -> None:
    taken: list[str] = []

    def slow(request: HttpRequest) -> HttpResponse:
        time.sleep(0.05)
        taken.append("once")
        return HttpResponseRedirect(f"/items/{len(taken)}/")

    requests = [_posted(rf) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(TakenOnce(slow), requests))

    assert taken == ["once"]
    assert {each["Location"] for each in answers} == {"/items/1/"}
    told = [list(get_messages(each)) for each in requests]
    assert sum(map(len, told)) == 3


def test_same_form_of_two_officers_is_two_forms(rf: RequestFactory) -> None:
    taken: list[HttpRequest] = []

    def take(request: HttpRequest) -> HttpResponse:
        taken.append(request)
        return HttpResponseRedirect("/")

    for session in ("a", "b", "a"):
        TakenOnce(take)(_posted(rf, session))

    assert len(taken) == 2


def test_memory_of_forms_stays_small(rf: RequestFactory, own_memory: Path) -> None:
    take = TakenOnce(lambda _request: HttpResponseRedirect("/"))

    for number in range(120):
        take(_posted(rf, subject=str(number)))

    (file,) = own_memory.iterdir()
    assert len(file.read_text().splitlines()) == 50
    assert file.stat().st_mode & 0o077 == 0


def test_form_is_taken_where_nothing_can_be_remembered(
    rf: RequestFactory, own_memory: Path, caplog: pytest.LogCaptureFixture
) -> None:
    own_memory.write_text("no folder")

    answer = TakenOnce(lambda _request: HttpResponseRedirect("/done/"))(_posted(rf))

    assert answer["Location"] == "/done/"
    assert "not told apart" in caplog.text
