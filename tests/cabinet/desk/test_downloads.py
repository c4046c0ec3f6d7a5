"""Files leave the store as files, to whoever may read the paper."""

from __future__ import annotations

import logging

import pytest
from django.http import FileResponse

from cabinet.desk.downloads import disposition
from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.registry.models import Item
from cabinet.registry.store import Kept, keep_file, path_of
from clearance.terms import AddresseeLevel
from tests.cabinet.gate.pages import stage
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House, paper


def taken_in(house: House, kept: Kept, enclosure: Kept | None = None) -> Item:
    arrived = Arrived(
        kept,
        enclosures=[enclosure] if enclosure else [],
        subject="Hosting",
        sender=house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS),
    )
    return receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())


def content(answer: object) -> bytes:
    assert isinstance(answer, FileResponse)
    return b"".join(answer)


def test_paper_is_served_as_a_file_that_runs_nothing(house: House, at: At) -> None:
    item = taken_in(house, keep_file([b"<script>1</script>"], name="رسالة.html"))

    answer = at("clerk").get(f"/items/{item.pk}/revisions/1/paper/")

    assert content(answer) == b"<script>1</script>"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=\"_____.html\"; filename*=UTF-8''%D8%B1%D8%B3%D8%A7%D9%84%D8%A9.html"
    )


def test_pdf_may_be_read_in_the_browser_in_the_same_sandbox(house: House, at: At) -> None:
    item = taken_in(house, keep_file([b"%PDF-1.7\n"], name="note.pdf"))
    address = f"/items/{item.pk}/revisions/1/paper/"

    shown, kept = at("clerk").get(f"{address}?show"), at("clerk").get(address)

    assert content(shown) == content(kept) == b"%PDF-1.7\n"
    assert shown.headers["Content-Disposition"].startswith("inline;")
    assert shown.headers["Content-Security-Policy"] == "sandbox"
    assert kept.headers["Content-Disposition"].startswith("attachment;")


def test_text_is_never_shown_in_place(house: House, at: At) -> None:
    item = taken_in(house, paper("Plain."))

    answer = at("clerk").get(f"/items/{item.pk}/revisions/1/paper/?show")

    assert content(answer) == b"Plain."
    assert answer.headers["Content-Disposition"].startswith("attachment;")


def test_enclosure_is_served_by_its_number(house: House, at: At) -> None:
    item = taken_in(house, paper(), paper("Annex.", "annex.txt"))
    address = f"/items/{item.pk}/revisions/1/enclosures/"

    assert content(at("clerk").get(f"{address}1/")) == b"Annex."
    assert at("clerk").get(f"{address}2/").status_code == 404


def test_proof_is_served_by_its_movement(house: House, at: At) -> None:
    item = stage.drafted(house, "issued")
    stage.sent(house, item)
    item.refresh_from_db()
    address = f"/items/{item.pk}/proofs/{item.moves}/"

    assert content(at("political").get(address)) == b"Slip."
    assert at("legal").get(address).status_code == 404
    assert at("political").get(f"/items/{item.pk}/proofs/1/").status_code == 404


@pytest.mark.parametrize("username", ["political", "legal", "system", "niamey"])
def test_files_of_a_paper_not_released_are_not_found(house: House, at: At, username: str) -> None:
    item = taken_in(house, paper("Not yet."), paper("Annex.", "annex.txt"))
    browser = at(username)

    for rest in ("paper/", "paper/?show", "enclosures/1/"):
        assert browser.get(f"/items/{item.pk}/revisions/1/{rest}").status_code == 404


def test_file_that_the_store_lost_is_said_to_be_missing(
    house: House, at: At, caplog: pytest.LogCaptureFixture
) -> None:
    kept = paper("Will be lost.", "lost.txt")
    item = taken_in(house, kept)
    path_of(kept.sha256).unlink()

    with caplog.at_level(logging.ERROR, "cabinet.desk.downloads"):
        answer = at("clerk").get(f"/items/{item.pk}/revisions/1/paper/")

    assert answer.status_code == 410
    assert "The file is missing" in answer.text
    assert kept.sha256 in answer.text
    assert kept.sha256 in caplog.text
    assert at("clerk").get(f"/items/{item.pk}/").status_code == 200


def test_disposition_lets_no_name_break_the_header() -> None:
    assert disposition('a"b\\c\r\n.pdf') == (
        "attachment; filename=\"a_b_c__.pdf\"; filename*=UTF-8''a%22b%5Cc%0D%0A.pdf"
    )
