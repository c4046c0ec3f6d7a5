"""Who opened which paper when: every way to a paper is written down, and nobody waits for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from cabinet.audit.actions import note_viewing
from cabinet.audit.models import Viewing
from cabinet.audit.readings import OPENED
from cabinet.ledger.reading import newest_events
from clearance.terms import Confidentiality
from tests.cabinet.audit.conftest import At, registered
from tests.cast import House
from tests.journeys.addresses import OF_A_PAPER


def test_every_address_of_a_paper_is_one_that_is_written_down() -> None:
    assert set(OF_A_PAPER) | {"in-tray/"} == set(OPENED)


def test_opening_a_paper_and_its_file_is_written_down_once(house: House, at: At) -> None:
    item = registered(house)
    browser = at("adviser")
    for _ in range(3):
        browser.get(f"/items/{item.pk}/").close()
        browser.get(f"/items/{item.pk}/revisions/1/paper/").close()
    at("clerk").get(f"/items/{item.pk}/").close()

    seen = Viewing.objects.order_by("pk").values_list("officer__username", "item", "what", "part")
    assert list(seen) == [
        ("adviser", item.pk, "page", ""),
        ("adviser", item.pk, "text", "1"),
        ("clerk", item.pk, "page", ""),
    ]
    assert newest_events(before=None, most=1)[0].table == "audit_viewing"


def test_paper_in_the_tray_counts_as_read(house: House, at: At) -> None:
    at("adviser").get("/in-tray/").close()
    assert not Viewing.objects.exists()
    item = registered(house)
    from cabinet.gate.actions import verify_incoming

    verify_incoming(item=item, by=house.duty("registry"), at=house.now())
    at("adviser").get("/in-tray/").close()

    assert Viewing.objects.values_list("what", "item").get() == ("tray", item.pk)


def test_who_may_not_see_a_paper_has_not_read_it(house: House, at: At) -> None:
    item = registered(house)
    assert at("legal").get(f"/items/{item.pk}/").status_code == 404
    assert at("adviser").get(f"/items/{item.pk}/revisions/9/paper/").status_code == 404

    assert not Viewing.objects.exists()


def test_reading_again_after_a_quarter_of_an_hour_is_another_reading(
    house: House, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = registered(house)
    browser = at("adviser")
    browser.get(f"/items/{item.pk}/").close()
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr("cabinet.audit.readings.timezone.now", lambda: later)
    browser.get(f"/items/{item.pk}/").close()

    assert Viewing.objects.count() == 2


def test_confidential_paper_is_not_shown_if_its_reading_cannot_be_written(
    house: House, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_told: object) -> None:
        raise DatabaseError("database or disk is full")

    ordinary = registered(house)
    close = registered(house, Confidentiality.CONFIDENTIAL, by="registry")
    monkeypatch.setattr("cabinet.audit.readings.note_viewing", full)
    browser = at("adviser")

    with pytest.raises(DatabaseError):
        browser.get(f"/items/{close.pk}/")
    answer = browser.get(f"/items/{ordinary.pk}/")
    answer.close()
    assert answer.status_code == 200


def test_director_general_sees_who_read_what_is_kept_closely_and_nothing_else(
    house: House, at: At
) -> None:
    ordinary = registered(house)
    close = registered(house, Confidentiality.CONFIDENTIAL, by="registry")
    for item in (ordinary, close):
        at("adviser").get(f"/items/{item.pk}/").close()

    told = at("dg").get("/audit/readings/").text
    assert close.number.text in told
    assert f"/items/{ordinary.pk}/" not in told
    whole = at("auditor").get("/audit/readings/").text
    assert f"/items/{ordinary.pk}/" in whole
    only = at("auditor").get("/audit/readings/", {"paper": close.number.text, "officer": "x"}).text
    assert "Nobody opened such a paper." in only
    assert at("adviser").get("/audit/readings/").status_code == 404


def test_readings_stand_in_the_record_where_they_are_asked_for(house: House, at: At) -> None:
    item = registered(house)
    at("adviser").get(f"/items/{item.pk}/").close()
    auditor = at("auditor")
    asked = {"paper": item.number.text}

    assert "opened Incoming" not in auditor.get("/audit/record/", asked).text
    assert "opened Incoming" in auditor.get("/audit/record/", asked | {"readings": "on"}).text


def test_reading_is_never_changed_and_never_dated_back(house: House) -> None:
    item = registered(house)
    told = {
        "officer": house.officers["adviser"].pk, "item": item.pk, "part": "",
        "confidentiality": 1,
    }  # fmt: skip
    note_viewing(what=Viewing.What.PAGE, at=timezone.now(), **told)  # type: ignore[arg-type]
    for statement in ("UPDATE audit_viewing SET part = 'x'", "DELETE FROM audit_viewing"):
        with (
            pytest.raises(DatabaseError, match="LED"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    with pytest.raises(DatabaseError, match="AUD001"), transaction.atomic():
        note_viewing(
            what=Viewing.What.PAGE,
            at=timezone.now() - timedelta(days=9),
            **told,  # type: ignore[arg-type]
        )
