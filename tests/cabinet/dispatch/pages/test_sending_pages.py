"""The acts of sending on the acting page: dispatched with its proof, delivered, come back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.cabinet.gate.pages.stage import drafted, incoming, sent
from tests.cast import House

At = Callable[..., Client]


def slip() -> SimpleUploadedFile:
    return SimpleUploadedFile("slip.txt", b"A slip of the pouch.")


def test_dispatch_page_shows_exactly_what_is_sent(house: House, at: At) -> None:
    item = drafted(house, "issued")

    page = at("clerk2").get(reverse("act", args=[item.pk, "dispatch"])).content.decode()

    assert item.revisions.get().sha256 in page
    assert item.number.text in page
    assert "Idris Al-Kettani" in page  # signed by
    assert item.correspondent is not None
    assert item.correspondent.name_en.replace("'", "&#39;") in page


def test_dispatch_records_channel_and_proof_and_answers(house: House, at: At) -> None:
    theirs = incoming(house, "directed")
    item = drafted(house, "issued", answers=theirs)
    facts: dict[str, Any] = {"seen_moves": item.moves, "channel": "pouch", "tracking": "P-7"}

    at("clerk2").post(reverse("act", args=[item.pk, "dispatch"]), {**facts, "proof": slip()})

    item.refresh_from_db()
    theirs.refresh_from_db()
    sending = item.dispatches.get()
    assert (item.state, theirs.state) == ("dispatched", "answered")
    assert (sending.channel, sending.tracking, sending.proof_name) == ("pouch", "P-7", "slip.txt")


def test_dispatch_without_its_papers_is_refused_and_keeps_the_proof(house: House, at: At) -> None:
    item = drafted(house, "issued")
    browser, address = at("clerk2"), reverse("act", args=[item.pk, "dispatch"])
    facts: dict[str, Any] = {"seen_moves": item.moves, "tracking": "P-7", "note": "Kept words"}

    nothing = browser.post(address, facts)
    no_channel = browser.post(address, {**facts, "proof": slip()})
    page = no_channel.content.decode()
    kept = re.search(r'name="proof_kept" value="([^"]+)"', page)
    assert kept is not None
    done = browser.post(address, {**facts, "channel": "pouch", "proof_kept": kept[1]})

    assert nothing.status_code == 409
    assert {"(GAT034)", "(GAT023)"} <= set(re.findall(r"\(GAT\d+\)", nothing.content.decode()))
    assert "(GAT023)" not in page
    assert "Kept words" in page
    assert done.status_code == 302


def test_delivery_files_the_receipt(house: House, at: At) -> None:
    item = drafted(house, "issued")
    sent(house, item)

    at("clerk2").post(
        reverse("act", args=[item.pk, "deliver"]),
        {"seen_moves": item.moves, "received_by": "The chancery", "proof": slip()},
    )

    item.refresh_from_db()
    assert item.state == "delivered"
    assert item.deliveries.get().received_by == "The chancery"


def test_failed_delivery_asks_for_the_reason(house: House, at: At) -> None:
    item = drafted(house, "issued")
    sent(house, item)
    browser, address = at("clerk2"), reverse("act", args=[item.pk, "fail"])

    refused = browser.post(address, {"seen_moves": item.moves, "reason": ""})
    done = browser.post(address, {"seen_moves": item.moves, "reason": "Moved away."})

    item.refresh_from_db()
    assert (refused.status_code, done.status_code) == (409, 302)
    assert "(GAT010)" in refused.content.decode()
    assert item.state == "undelivered"


def test_stale_dispatch_is_told(house: House, at: At) -> None:
    item = drafted(house, "issued")
    seen = item.moves
    sent(house, item)

    answer = at("clerk").post(
        reverse("act", args=[item.pk, "dispatch"]),
        {"seen_moves": seen, "channel": "post", "proof": slip()},
    )

    assert answer.status_code == 409
    assert "(GAT003)" in answer.content.decode()
    assert "Omar Cissé" in answer.content.decode()


@pytest.mark.parametrize("act", ["dispatch", "deliver", "fail"])
def test_sending_out_of_sight_is_not_found(house: House, at: At, act: str) -> None:
    item = drafted(house, "issued")
    address = reverse("act", args=[item.pk, act])

    assert at("cultural").get(address).status_code == 404
    assert at("cultural").post(address, {"seen_moves": item.moves}).status_code == 404
    theirs = reverse("act", args=[incoming(house, "received").pk, act])
    assert at("clerk").get(theirs).status_code == 404


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_dispatch_speaks_the_officer_s_language(
    house: House, at: At, language: str, way: str
) -> None:
    item = drafted(house, "issued")

    page = at("clerk2", language).get(reverse("act", args=[item.pk, "dispatch"])).content.decode()

    assert f'<html lang="{language}" dir="{way}">' in page
