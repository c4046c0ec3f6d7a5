"""Drafting: a reply begins with what it answers; saved, or submitted in the same act."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cabinet.gate.forms.papers import reply_to
from cabinet.registry.models import Item
from clearance.terms import AddresseeLevel
from tests.cabinet.gate.pages.stage import incoming
from tests.cast import House

At = Callable[..., Client]


@pytest.fixture
def text(house: House) -> dict[str, Any]:
    """What a drafter types of a letter."""
    return {
        "from_unit": house.unit("POL").pk,
        "paper": SimpleUploadedFile("reply.txt", b"A reply."),
        "subject": "Reply on the meeting",
        "addressee": house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS).name_en,
        "kind": "note_verbale",
        "urgency": "1",
        "confidentiality": "1",
        "enclosures_announced": "0",
    }


def test_draft_is_saved(house: House, at: At, text: dict[str, Any]) -> None:
    answer = at("political-desk").post(reverse("draft_outgoing"), text)

    item = Item.objects.get()
    assert answer["Location"] == reverse("item", args=[item.pk])
    assert (item.state, item.kind, item.flow) == ("draft", "note_verbale", "outgoing")
    assert item.from_unit == house.unit("POL")


def test_draft_is_saved_and_submitted(at: At, text: dict[str, Any]) -> None:
    at("political").post(reverse("draft_outgoing"), {**text, "wish": "submit"})

    assert Item.objects.get().state == "submitted"


def test_draft_refused_at_submission_is_not_saved_and_not_lost(
    at: At, text: dict[str, Any]
) -> None:
    browser = at("political")
    address = reverse("draft_outgoing")

    answer = browser.post(address, {**text, "wish": "submit", "enclosures_announced": "2"})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "(GAT021)" in page
    assert "Reply on the meeting" in page
    assert "paper_kept" in page
    assert Item.objects.count() == 0


def test_desk_officer_is_not_offered_to_submit(house: House, at: At, text: dict[str, Any]) -> None:
    browser = at("political-desk")

    page = browser.get(reverse("draft_outgoing")).content.decode()
    answer = browser.post(reverse("draft_outgoing"), {**text, "wish": "submit"})

    assert 'value="submit"' not in page
    assert 'value="submit"' in at("political").get(reverse("draft_outgoing")).content.decode()
    assert answer.status_code == 403


def test_reply_to_an_arabic_paper_begins_in_arabic_whatever_the_officer_reads(house: House) -> None:
    theirs = incoming(house, "directed")
    theirs.subject = "استضافة اجتماع"

    assert reply_to(theirs)["subject"] == "رد: استضافة اجتماع"


def test_reply_begins_with_what_it_answers(house: House, at: At, text: dict[str, Any]) -> None:
    theirs = incoming(house, "directed")
    browser = at("political-desk")

    page = browser.get(reverse("draft_outgoing"), {"answers": theirs.pk}).content.decode()
    browser.post(reverse("draft_outgoing"), {**text, "answers": theirs.number.text})

    assert 'value="Re: Hosting of a meeting"' in page
    assert f'value="{theirs.number.text}"' in page
    assert theirs.due_on is not None
    assert f'value="{theirs.due_on.isoformat()}"' in page
    assert Item.objects.order_by("-id")[0].answers == theirs


def test_reply_to_a_paper_out_of_sight_begins_empty(house: House, at: At) -> None:
    theirs = incoming(house, "directed", "Known to few")

    page = at("cultural").get(reverse("draft_outgoing"), {"answers": theirs.pk}).content.decode()

    assert "Known to few" not in page
    assert theirs.number.text not in page


def test_reply_to_a_number_out_of_sight_is_not_found(
    house: House, at: At, text: dict[str, Any]
) -> None:
    theirs = incoming(house, "directed")
    facts = {**text, "from_unit": house.unit("CUL").pk, "answers": theirs.number.text}

    answer = at("cultural").post(reverse("draft_outgoing"), facts)

    assert answer.status_code == 422
    assert "can be answered here" in answer.content.decode()


def test_draft_of_another_unit_is_not_offered(house: House, at: At, text: dict[str, Any]) -> None:
    answer = at("legal").post(reverse("draft_outgoing"), text)

    assert answer.status_code == 422
    assert Item.objects.count() == 0


def test_memorandum_goes_to_another_unit(house: House, at: At, text: dict[str, Any]) -> None:
    facts = {**text, "to_unit": house.unit("LEG").pk, "wish": "submit"}

    at("political").post(reverse("draft_memorandum"), facts)

    item = Item.objects.get()
    assert (item.flow, item.kind, item.state) == ("memorandum", "memorandum", "submitted")
    assert item.to_unit == house.unit("LEG")


def test_memorandum_to_oneself_is_told_so(house: House, at: At, text: dict[str, Any]) -> None:
    facts = {**text, "to_unit": house.unit("POL").pk}

    answer = at("political").post(reverse("draft_memorandum"), facts)

    assert answer.status_code == 422
    assert "Choose another unit than the one that writes." in answer.content.decode()


@pytest.mark.parametrize("view", ["draft_outgoing", "draft_memorandum"])
@pytest.mark.parametrize("who", ["system", "sg"])
def test_drafting_is_closed_to_other_posts(at: At, view: str, who: str) -> None:
    assert at(who).get(reverse(view)).status_code == 403


@pytest.mark.parametrize("view", ["draft_outgoing", "draft_memorandum"])
@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_drafting_speaks_the_officer_s_language(at: At, view: str, language: str, way: str) -> None:
    page = at("political", language).get(reverse(view)).content.decode()

    assert re.search(f'<html lang="{language}" dir="{way}">', page)
