"""The register books: newest first, a page at a time, filtered, and as a file."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cabinet.desk.compiled import as_moment
from cabinet.gate import actions
from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.registry.models import Item
from cabinet.ui.spreadsheet import safe_cell
from clearance.terms import AddresseeLevel, Flow, Urgency
from tests.cabinet.gate.pages import stage
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House, paper


def letter(house: House, subject: str, urgency: Urgency = Urgency.ORDINARY) -> Item:
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(
        paper(), subject=subject, sender=sender, sender_reference="MFA/19", urgency=urgency
    )
    return receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())


def listed(browser: Client, query: str = "", flow: str = "incoming") -> list[int]:
    page = browser.get(f"/books/{flow}/{query}")
    assert page.status_code == 200
    return [int(pk) for pk in re.findall(r'<a href="/items/(\d+)/">', page.text)]


def exported(browser: Client, query: str = "", flow: str = "incoming") -> list[list[str]]:
    answer = browser.get(f"/books/{flow}.csv{query}")
    text = b"".join(answer).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    "given",
    [
        "2026-02-03 22:30:00",
        datetime.fromisoformat("2026-02-03 22:30:00"),
        datetime(2026, 2, 3, 22, 30, tzinfo=UTC),
    ],
    ids=["text", "naive", "aware"],
)
def test_moment_of_either_engine_falls_on_the_day_of_the_office(given: datetime | str) -> None:
    moment = as_moment(given)

    assert timezone.localtime(moment).isoformat() == "2026-02-04T01:30:00+03:00"


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("flow", ["incoming", "outgoing", "memorandum"])
def test_book_of_each_flow_opens(at: At, flow: str, language: str) -> None:
    page = at("adviser", language).get(f"/books/{flow}/")

    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text


def test_book_shows_the_newest_first(house: House, at: At) -> None:
    first, second = letter(house, "First"), letter(house, "Second")

    assert listed(at("clerk")) == [second.pk, first.pk]


def test_book_of_another_name_is_not_found(at: At) -> None:
    assert at("clerk").get("/books/secret/").status_code == 404
    assert at("clerk").get("/books/secret.csv").status_code == 404


def test_book_turns_its_pages_by_key(house: House, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cabinet.desk.registers.ROWS", 2)
    papers = [letter(house, f"No. {each}").pk for each in range(5)][::-1]
    browser = at("clerk")

    assert listed(browser) == papers[:2]
    assert f"before={papers[1]}" in browser.get("/books/incoming/").text
    assert "after=" not in browser.get("/books/incoming/").text
    assert listed(browser, f"?before={papers[1]}") == papers[2:4]
    assert listed(browser, f"?before={papers[3]}") == papers[4:]
    assert listed(browser, f"?after={papers[4]}") == papers[2:4]
    assert listed(browser, f"?after={papers[2]}") == papers[:2]
    assert listed(browser, f"?after={papers[0]}") == []


@pytest.mark.parametrize(
    "query",
    ["?q=hosting", "?q=MFA/19+Hosting", "?urgency=3", "?state=directed", "?unit={unit}", "?q={no}"],
)
def test_book_finds_by_each_filter(house: House, at: At, query: str) -> None:
    letter(house, "Budget", Urgency.URGENT)
    wanted = letter(house, "Hosting of a meeting", Urgency.IMMEDIATE)
    actions.verify_incoming(item=wanted, by=house.duty("registry"), at=house.now())
    direction = actions.incoming.Direction(house.unit("POL"), [], "Reply.")
    actions.direct_incoming(
        item=wanted, direction=direction, by=house.duty("adviser"), at=house.now()
    )
    filled = query.format(unit=house.unit("POL").pk, no=wanted.number.text)

    assert wanted.pk in listed(at("clerk"), filled)
    if "no" not in query:
        assert listed(at("clerk"), filled) == [wanted.pk]
        assert len(exported(at("clerk"), filled)) == 2


def test_book_finds_by_the_days_of_its_period(house: House, at: At) -> None:
    item = letter(house, "Today")
    today = house.duty("clerk").on
    before, after = today - timedelta(days=1), today + timedelta(days=1)

    assert listed(at("clerk"), f"?since={today}&until={today}") == [item.pk]
    assert listed(at("clerk"), f"?until={before}") == []
    assert listed(at("clerk"), f"?since={after}") == []


def test_outgoing_book_finds_by_the_drafting_unit(house: House, at: At) -> None:
    item = stage.drafted(house, "draft")
    pol, leg = house.unit("POL").pk, house.unit("LEG").pk

    assert listed(at("clerk"), f"?unit={pol}", "outgoing") == [item.pk]
    assert listed(at("clerk"), f"?unit={leg}", "outgoing") == []


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?since=yesterday", "Write the day as year-month-day"),
        ("?state=cleared", "This choice is not in the list."),
        ("?urgency=9", "This choice is not in the list."),
        ("?unit=99999", "This choice is not in the list."),
        ("?since=2026-05-02&until=2026-05-01", "This day is before the first one."),
        ("?q=" + "x" * 101, "Write at most 100 letters."),
    ],
)
def test_book_says_what_is_wrong_with_a_filter(house: House, at: At, query: str, told: str) -> None:
    letter(house, "Hosting")

    page = at("clerk").get(f"/books/incoming/{query}").text

    assert told in page
    assert "The filter cannot be read." in page
    assert "Hosting" not in page
    answer = at("clerk").get(f"/books/incoming.csv{query}")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/books/incoming/?")


def test_book_keeps_what_was_typed(at: At) -> None:
    page = at("clerk").get("/books/incoming/?q=%22%3E%3Cb%3E&since=tomorrow").text

    assert 'value="&#34;&gt;&lt;b&gt;"' in page
    assert 'value="tomorrow"' in page


def test_book_escapes_what_a_paper_says(house: House, at: At) -> None:
    letter(house, "<b>100%</b> %s")

    page = at("clerk").get("/books/incoming/").text

    assert "&lt;b&gt;100%&lt;/b&gt; %s" in page


@pytest.mark.parametrize("flow", ["incoming", "outgoing", "memorandum"])
def test_book_never_shows_a_department_what_is_not_released(
    house: House, at: At, flow: str
) -> None:
    hidden = {
        "incoming": lambda: stage.incoming(house, "verified", "Hidden subject"),
        "outgoing": lambda: stage.drafted(house, "submitted"),
        "memorandum": lambda: stage.drafted(house, "cleared", Flow.MEMORANDUM),
    }[flow]()
    browser = at("legal")

    assert hidden.pk in listed(at("adviser"), flow=flow)
    for query in ("", f"?state={hidden.state}", "?q=e", f"?after={hidden.pk - 1}", "?urgency=1"):
        assert listed(browser, query, flow) == []
        assert len(exported(browser, query, flow)) == 1
        assert hidden.subject not in browser.get(f"/books/{flow}/{query}").text


def test_book_shows_a_department_its_own_and_what_was_released(house: House, at: At) -> None:
    released = stage.incoming(house, "directed")
    stage.incoming(house, "verified", "Hidden subject")
    own = stage.drafted(house, "draft")

    assert listed(at("political")) == [released.pk]
    assert listed(at("political"), flow="outgoing") == [own.pk]
    assert [row[2] for row in exported(at("political"))[1:]] == [released.subject]


def test_book_does_not_tell_the_registry_that_the_cabinet_withholds(house: House, at: At) -> None:
    item = stage.incoming(house, "verified")
    actions.withhold_incoming(item=item, reason="Wait.", by=house.duty("dg"), at=house.now())

    assert listed(at("adviser"), "?state=withheld") == [item.pk]
    assert listed(at("adviser"), "?state=verified") == []
    assert listed(at("clerk"), "?state=verified") == [item.pk]
    assert "Withheld" not in at("clerk").get("/books/incoming/").text
    assert exported(at("clerk"))[1][6] == "Verified"


def test_book_is_closed_to_the_system_administrator(house: House, at: At) -> None:
    letter(house, "Hosting")

    for address in ("/books/incoming/", "/books/incoming.csv"):
        assert at("system").get(address).status_code == 404


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_book_asks_as_often_whatever_its_length(house: House, at: At, rows: int) -> None:
    Item.objects.bulk_create(
        Item(
            flow="incoming",
            kind="letter",
            subject=f"No. {each}",
            opened_by=house.officers["clerk"],
            opened_at=house.now(),
            correspondent=house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS),
            level=AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
        )
        for each in range(rows)
    )
    browser = at("clerk")

    with CaptureQueriesContext(connection) as asked:
        assert len(listed(browser)) == rows

    # the session, the officer, the posts, the post's name, the units, the matrix's version, the
    # papers
    assert len(asked) == 7


def test_csv_has_headings_in_the_language_of_the_reader_and_a_line_a_paper(
    house: House, at: At
) -> None:
    item = letter(house, "Hosting", Urgency.URGENT)

    headings, line = exported(at("clerk"))

    assert headings[:4] == ["Number", "Kind", "Subject", "From"]
    assert line[:3] == [item.number.text, "Letter", "Hosting"]
    assert line[5:8] == ["MFA/19", "Registered", "Urgent"]
    answer = at("clerk", "ar").get("/books/incoming.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert re.fullmatch(
        r'attachment; filename="incoming-\d{4}-\d\d-\d\d\.csv"',
        answer.headers["Content-Disposition"],
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_csv_cell_is_never_a_formula(sign: str) -> None:
    assert safe_cell(f"{sign}1+1") == f"'{sign}1+1"
    assert safe_cell(f"1{sign}1") == f"1{sign}1"


def test_csv_makes_a_subject_that_looks_like_a_formula_safe(house: House, at: At) -> None:
    letter(house, '=HYPERLINK("http://x")')

    assert exported(at("clerk"))[1][2] == '\'=HYPERLINK("http://x")'
