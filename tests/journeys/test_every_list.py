"""Every list asks the database as often for three rows as for one."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cabinet.directory.actions import Entry, Held, enter_correspondent, keep_incumbent
from cabinet.directory.models import Correspondent
from cabinet.gate.actions.sheet import Said, answer_finding, set_stop_aside
from cabinet.review.models import Finding
from cabinet.terminology.actions import Wording, propose_edition
from cabinet.terminology.models import Edition
from clearance.terms import AddresseeLevel, Check, Flow, Language, Outcome
from tests.cabinet.gate.pages import stage
from tests.cabinet.gate.pages.conftest import At
from tests.cabinet.review.letters import drafted, under_review
from tests.cast import House

LISTS = [
    *((who, "/") for who in ("clerk", "registry", "adviser", "dg", "sg", "political", "legal")),
    *((who, f"/books/{flow.value}/") for who in ("clerk", "dg", "political") for flow in Flow),
    *((who, f"/books/{flow.value}.csv") for who in ("dg", "political") for flow in Flow),
    ("adviser", "/in-tray/"),
    ("political", "/directory/?q=zzlist"),
    ("political", "/directory/suggest/?q=zzlist"),
    ("dg", "/directory/signatories/"),
    ("dg", "/series/"),
    ("dg", "/staff/"),
    ("dg", "/rules/"),
    *(("dg", f"/rules/{table}.csv") for table in ("rules", "checks", "units", "overrides")),
    ("dg", "/rules/FIG001/"),
    ("adviser", "/terms/?q=zzterm"),
    ("adviser", "/terms/?standing=proposed"),
    ("political", "/terms/?q=zzterm"),
    ("adviser", "/terms/zzterm/"),
    ("protocol", "/directory/1/"),
    ("auditor", "/audit/record/?act=register"),
]


def one_more_row(house: House) -> None:
    """Add one row to every list: a paper in each state that somebody waits on, an entry."""
    for state in ("received", "registered", "verified", "informed", "directed"):
        stage.incoming(house, state)
    stage.sealed(house, "handed_over")
    for state in ("draft", "submitted", "judged", "cleared", "signed", "issued"):
        stage.drafted(house, state)
    stage.sent(house, stage.drafted(house, "issued"))
    for state in ("submitted", "cleared", "issued"):
        stage.drafted(house, state, Flow.MEMORANDUM)
    enter_correspondent(entry=Entry("zzlist", "zzlist", "zzlist", AddresseeLevel.PERSON))
    found_and_set_aside(house)
    terms_and_holders(house)


def found_and_set_aside(house: House) -> None:
    """Add a finding that an adviser set aside, and a stop that the Director-General did."""
    item = under_review(house, "Excellency,\n\nThe meeting is on Monday, 3 June 2025.\n")
    no = Finding.objects.get(reading__revision__item=item, code="FIG001").no
    said = Said(1, no, "set_aside", "Printed so.")
    answer_finding(item=item, said=said, by=house.duty("adviser"), at=house.now())
    stage.verdict(house, item, Check.SENSITIVITY, Outcome.STOP, reason="The name.")
    set_stop_aside(
        item=item, revision_no=1, check=Check.SENSITIVITY, reason="I answer for it.",
        by=house.duty("dg"), at=house.now(),
    )  # fmt: skip


def terms_and_holders(house: House) -> None:
    """Add a term, a proposal, an edition of one term, and a holder of one post."""
    told = Wording(avoid={Language.ENGLISH: ("zzterm",)}, level="note", source="Decision 1")
    newest = Edition.objects.filter(code="zzterm").count()
    for who, code, seen in (("dg", "zzterm", newest), ("dg", "", 0), ("adviser", "", 0)):
        propose_edition(code=code, told=told, seen_no=seen, by=house.duty(who), at=house.now())
    entry = Correspondent.objects.get(pk=1)
    since = date(2020 + entry.incumbents.count(), 1, 1)
    held = Held(
        names={}, posts={Language.ENGLISH: "Head"}, styles={}, begins_on=since, ends_on=since
    )
    keep_incumbent(correspondent=entry, held=held, by=house.duty("protocol"), at=house.now())


def asked(browser: Client, address: str) -> tuple[int, int]:
    """Return how often a page asks the database, and how long it is."""
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(address)
        text = b"".join(answer) if answer.streaming else answer.content
    assert answer.status_code == 200
    return len(queries), len(text)


def test_every_list_asks_as_often_for_three_rows_as_for_one(house: House, at: At) -> None:
    browsers = {who: at(who) for who, _address in LISTS}
    one_more_row(house)
    for who, address in LISTS:
        asked(browsers[who], address)  # the first showing fills what is remembered
    with_one = {(who, address): asked(browsers[who], address) for who, address in LISTS}
    one_more_row(house)
    one_more_row(house)

    with_three = {(who, address): asked(browsers[who], address) for who, address in LISTS}

    differ = {each: (with_one[each][0], with_three[each][0]) for each in with_one
              if with_one[each][0] != with_three[each][0]}  # fmt: skip
    assert differ == {}
    longer = [each for each in with_one if with_three[each][1] > with_one[each][1]]
    assert {address for _who, address in longer} >= {
        "/", "/in-tray/", "/books/incoming/", "/books/outgoing.csv", "/directory/?q=zzlist",
        "/rules/", "/rules/overrides.csv", "/rules/FIG001/", "/terms/?q=zzterm", "/terms/zzterm/",
        "/terms/?standing=proposed", "/directory/1/",
    }  # fmt: skip


@pytest.mark.parametrize("who", ["dg", "political"])
def test_page_of_a_paper_asks_as_often_with_more_movements(house: House, at: At, who: str) -> None:
    short, long = stage.drafted(house, "submitted"), stage.drafted(house, "issued")
    stage.sent(house, long)
    browser = at(who)
    asked(browser, f"/items/{short.pk}/")

    few, many = (asked(browser, f"/items/{each.pk}/")[0] for each in (short, long))

    assert abs(few - many) <= 3  # what an act needs is asked only while it is open


WRONG = "Monday, 3 June 2025."


@pytest.mark.parametrize("who", ["adviser", "political"])
def test_sheet_and_reading_ask_as_often_for_three_findings_as_for_one(
    house: House, at: At, who: str
) -> None:
    few = under_review(house, f"Excellency,\n\nOn {WRONG}\n")
    many = under_review(house, f"Excellency,\n\nOn {WRONG} On {WRONG} On {WRONG}\n\nTo.\n")
    browser = at(who)
    for page in ("review", "reading"):
        for item in (few, many):  # the first showing is written down
            asked(browser, f"/items/{item.pk}/{page}/")
        one, one_long = asked(browser, f"/items/{few.pk}/{page}/")
        three, three_long = asked(browser, f"/items/{many.pk}/{page}/")

        assert one == three
        assert three_long > one_long


def test_reading_of_a_draft_asks_no_more_than_a_few_dozen_times(house: House, at: At) -> None:
    item = drafted(house, f"Excellency,\n\nOn {WRONG}\n")
    browser = at("political-desk")
    asked(browser, f"/items/{item.pk}/reading/")

    assert asked(browser, f"/items/{item.pk}/reading/")[0] <= 45
