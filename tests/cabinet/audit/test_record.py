"""The Internal Auditor's desk: every act in a sentence, samples, and nobody else at the desk."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from cabinet.audit.models import Sample
from cabinet.audit.queries import wanted_events
from cabinet.audit.samples import MOST, RISKS, movements_so_far, random_sample
from cabinet.audit.sentences import PATTERNS, lines_of
from cabinet.gate import actions
from cabinet.gate.actions.incoming import (
    Arrived,
    receive_and_register,
    receive_incoming,
    register_incoming,
)
from cabinet.ledger.guards.registry import declared
from cabinet.ledger.reading import newest_events
from cabinet.registry.models import Item
from clearance.terms import AddresseeLevel, Check, Confidentiality, Outcome
from tests.cabinet.gate.pages import stage
from tests.cast import House, paper

PAGES = [
    "/audit/record/", "/audit/record.csv", "/audit/samples/", "/audit/head/", "/audit/files/",
]  # fmt: skip


@pytest.fixture(autouse=True)
def folders(tmp_path_factory: pytest.TempPathFactory, settings: object) -> None:
    place = tmp_path_factory.mktemp("log")
    settings.LEDGER, settings.KEYS = place / "ledger", place / "keys"  # type: ignore[attr-defined]


def at(house: House, username: str, language: str = "en") -> Client:
    client = Client()
    client.force_login(house.officers[username])
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client


def overridden(house: House) -> Item:
    """A letter that was cleared though a stop stood, by the Director-General's word."""
    item = stage.drafted(house, "under_review")
    for check in Check:
        if check is Check.SENSITIVITY:
            stage.verdict(house, item, check, Outcome.STOP, reason="Not now.")
        else:
            stage.verdict(house, item, check)
    actions.set_stop_aside(
        item=item,
        revision_no=1,
        check=Check.SENSITIVITY,
        reason="It is time.",
        by=house.duty("dg"),
        at=house.now(),
    )
    actions.clear_paper(item=item, by=house.duty("adviser"), at=house.now())
    return item


def letter(house: House, confidentiality: Confidentiality = Confidentiality.ORDINARY) -> Item:
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(paper(), subject="Hosting", sender=sender, confidentiality=confidentiality)
    return receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())


def test_every_recorded_table_has_its_sentence() -> None:
    assert {each.table for each in declared().protected if each.recorded} == set(PATTERNS)


@pytest.mark.parametrize("page", PAGES)
def test_page_is_there_for_the_auditor_alone(house: House, page: str) -> None:
    letter(house)
    for username in house.officers:
        answer = at(house, username).get(page)
        assert answer.status_code == (200 if username == "auditor" else 404), username


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_life_of_a_letter_reads_as_sentences(house: House, language: str) -> None:
    item = overridden(house)
    events = newest_events(before=None, most=500)
    with translation.override(language):
        lines = lines_of(events, house.duty("auditor"))

    assert len(lines) == len(events)
    for line in lines:
        assert "%(" not in line.sentence
        assert line.sentence.strip()
    of_item = [line for line in lines if line.item == item.pk]
    assert any(line.reason for line in of_item)
    if language == "en":
        told = "\n".join(line.sentence for line in of_item)
        assert re.search(r"overrode the stop of check \d on revision 1 of Outgoing", told)
        assert re.search(
            r"\(Adviser in the Cabinet\) cleared revision 1 of Outgoing .*, "
            r"setting aside the stop of check 7 because “It is time.”",
            told,
        )


def test_record_is_narrowed_to_a_paper_an_officer_and_an_act(house: House) -> None:
    one, other = letter(house), letter(house)
    browser = at(house, "auditor")

    page = browser.get("/audit/record/", {"paper": one.number.text}).text
    assert f"/items/{one.pk}/" in page
    assert f"/items/{other.pk}/" not in page
    clerk = house.officers["clerk"].pk
    assert f"/items/{one.pk}/" in browser.get("/audit/record/", {"officer": clerk}).text
    nobody = browser.get("/audit/record/", {"officer": str(clerk), "act": "sign"}).text
    assert "The record holds no such event." in nobody
    assert "holds no such" in browser.get("/audit/record/", {"paper": "no number"}).text
    assert "holds no such" in browser.get("/audit/record/", {"until": "2001-01-01"}).text


def test_pages_of_the_record_follow_each_other_without_a_gap(house: House) -> None:
    browser = at(house, "auditor")
    seen: list[int] = []
    address = "/audit/record/"
    for _ in range(3):
        page = browser.get(address).text
        seen += [int(seq) for seq in re.findall(r'class="is-lead"[^>]*>(\d+)<', page)]
        address = "/audit/record/?before=" + str(seen[-1])

    assert seen == list(range(seen[0], seen[0] - 150, -1))


def test_of_a_paper_above_the_readers_level_only_an_act_is_told(house: House) -> None:
    item = letter(house)
    events = newest_events(before=None, most=1)
    with translation.override("en"):
        [seen] = lines_of(events, house.duty("auditor"))
        [hidden] = lines_of(events, house.duty("legal"))

    assert item.number.text in seen.sentence
    assert hidden.sentence == "An act on a paper that is kept above the reader's level."
    assert (hidden.item, hidden.reason) == (None, "")
    wanted = wanted_events({"paper": item.number.text}, house.duty("legal")) or {}
    assert wanted["registry_movement"][1] == [0]


def test_file_holds_what_the_page_shows_and_no_formula(house: House) -> None:
    item = letter(house)
    answer = at(house, "auditor").get("/audit/record.csv", {"paper": item.number.text})
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode().removeprefix("\ufeff"))))

    assert rows[0] == ["Event", "Moment", "What was done", "Reason"]
    assert len(rows) == 2
    assert "Registered" in rows[1][2]


def test_random_sample_is_the_same_for_the_same_seed(house: House) -> None:
    assert random_sample("2026-11", 20, 1000) == random_sample("2026-11", 20, 1000)
    assert random_sample("2026-11", 20, 1000) != random_sample("2026-12", 20, 1000)
    assert len(set(random_sample("x", 20, 1000))) == 20
    assert random_sample("x", 20, 3) == [1, 2, 3]
    assert len(random_sample("x", 10_000, 10_000)) == MOST


def test_seed_of_a_sample_is_recorded_before_it_is_seen(house: House) -> None:
    letter(house)
    of = movements_so_far()
    browser = at(house, "auditor")

    answer = browser.post("/audit/samples/draw/", {"seed": "november", "count": "5"})
    page = browser.get(answer["Location"]).text
    letter(house)
    again = browser.get(answer["Location"]).text

    lines = r'class="is-lead"[^>]*>(\d+)<'
    assert re.findall(lines, page) == re.findall(lines, again)
    assert f"Seed “november”, 5 of the first {of} movements" in page
    with translation.override("en"):
        told = lines_of(
            newest_events(
                before=None,
                most=1,
                wanted={"audit_sample": ("SELECT id FROM audit_sample", [])},
            ),
            house.duty("auditor"),
        )
    assert "by the seed “november”" in told[0].sentence


def test_sample_without_a_seed_gets_one_that_nobody_chose(house: House) -> None:
    letter(house)
    browser = at(house, "auditor")

    for _ in range(2):
        browser.post("/audit/samples/draw/", {"seed": "", "count": "1"})

    one, other = Sample.objects.order_by("pk")
    assert len(one.seed) == 16
    assert one.seed != other.seed
    assert browser.post("/audit/samples/draw/", {"count": "0"}).status_code == 302
    assert Sample.objects.count() == 2


def test_risks_find_what_they_name(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    passed = overridden(house)
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    late = receive_incoming(
        arrived=Arrived(paper(), subject="Late", sender=sender),
        by=house.duty("clerk"),
        at=house.now(),
    )
    register_incoming(item=late, by=house.duty("clerk"), at=house.now())
    period = (None, None)
    cleared = passed.movements.get(act="clear").pk

    assert len(RISKS["overrides"].keys(period)) == 1
    assert RISKS["alone"].keys(period)
    assert RISKS["near_own"].keys(period) == []
    assert RISKS["quick_sheets"].keys(period)
    assert RISKS["quick"].keys(period) == [cleared]
    assert RISKS["late"].keys(period) == []
    monkeypatch.setattr("cabinet.audit.samples._LATE", timedelta(0))  # papers are dated today
    assert RISKS["late"].keys(period) == [late.movements.get(act="register").pk]
    monkeypatch.setattr("cabinet.audit.samples._DAYS_OF_REST", (1, 2, 3, 4, 5, 6, 7))
    assert cleared in RISKS["odd_hours"].keys(period)
    assert RISKS["overrides"].keys((None, date(2001, 1, 1))) == []


@pytest.mark.parametrize("risk", RISKS)
def test_every_risk_has_its_page(house: House, risk: str) -> None:
    page = at(house, "auditor").get("/audit/samples/", {"risk": risk})

    assert page.status_code == 200
    assert str(RISKS[risk].how) in page.text


def test_head_of_the_log_is_shown_with_its_picture(house: House) -> None:
    page = at(house, "auditor").get("/audit/head/").text

    assert "<svg" in page
    assert "cabinet/acts" in page
