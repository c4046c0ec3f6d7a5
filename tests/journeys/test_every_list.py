"""Every list asks the database as often for three rows as for one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cabinet.directory.actions import Entry, enter_correspondent
from clearance.terms import AddresseeLevel, Flow
from tests.cabinet.gate.pages import stage
from tests.cabinet.gate.pages.conftest import At
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
    }  # fmt: skip


@pytest.mark.parametrize("who", ["dg", "political"])
def test_page_of_a_paper_asks_as_often_with_more_movements(house: House, at: At, who: str) -> None:
    short, long = stage.drafted(house, "submitted"), stage.drafted(house, "issued")
    stage.sent(house, long)
    browser = at(who)
    asked(browser, f"/items/{short.pk}/")

    few, many = (asked(browser, f"/items/{each.pk}/")[0] for each in (short, long))

    assert abs(few - many) <= 3  # what an act needs is asked only while it is open
