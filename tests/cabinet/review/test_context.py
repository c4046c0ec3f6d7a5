"""The checks are kept ready by parts: each part is made anew when one of its registers changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cabinet.accounts.actions import Limits, delegate, relieve
from cabinet.accounts.models import Holding, Post
from cabinet.directory.actions import Cell, set_signatory
from cabinet.resolutions.models import Directive, Resolution
from cabinet.review import context
from cabinet.review.context import MADE_OF, Part
from cabinet.review.registers import registers_now
from clearance.authority import Capacity
from clearance.review import Context
from clearance.terms import AddresseeLevel, Kind, Role
from tests.cabinet.review.letters import jordan
from tests.cabinet.review.test_people import minister
from tests.cabinet.terminology.test_terms import propose
from tests.cast import House


def context_now() -> Context:
    """Return what the checks are compiled for, which is slow, and not asked here."""
    rows = registers_now()
    return context._context(rows, context._part(context._terms, rows))


@pytest.fixture(autouse=True)
def knows_nothing_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "_parts", {})


@pytest.mark.parametrize("make", MADE_OF, ids=lambda make: make.__name__)
def test_part_asks_no_register_but_its_own(
    house: House, make: Callable[[], Part], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context, "faulty", lambda _: set())  # it compiles what it was given

    with CaptureQueriesContext(connection) as asked:
        make()

    told = {each for query in asked for each in re.findall(r'"(\w+_\w+)"\.', query["sql"])}
    assert told
    assert told <= {model._meta.db_table for model in MADE_OF[make]}


def _styled(house: House) -> None:
    row = jordan()
    row.style_en = "His Excellency"
    row.save(update_fields=["style_en"])


def _lent(house: House) -> None:
    today = house.now().date()
    delegate(
        post=Post.objects.order_by("pk")[0], to=house.officers["adviser"],
        capacity=Capacity.DELEGATED, limits=Limits(), begins_on=today,
        ends_on=today + timedelta(days=3), instrument="Order", by=house.officers["dg"],
        at=house.now(),
    )  # fmt: skip


def _relieved(house: House) -> None:
    relieve(
        holding=Holding.objects.order_by("-pk")[0], first_day_without=house.now().date(),
        reason="Moved", by=house.officers["system"], at=house.now(),
    )  # fmt: skip


def _admitted(house: House) -> None:
    cell = Cell(
        Kind.LETTER, AddresseeLevel.INSTITUTION, Role.DESK_OFFICER, permitted=True,
        needs_authorisation=False, source="Decision",
    )  # fmt: skip
    set_signatory(cell=cell, by=house.duty("dg"), at=house.now())


def _retitled(house: House) -> None:
    row = Resolution.objects.exclude(status=Resolution.Status.REFERRED)[0]
    row.title_en = "On another matter"
    row.save(update_fields=["title_en"])


def _directed(house: House) -> None:
    Directive.objects.create(
        ref="D/1", sentence_en="Nobody travels.", subjects="travel", opposed="travels",
        source="Decision", entered_by=house.officers["adviser"], entered_at=house.now(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (minister, "addressees"),
        (_styled, "addressees"),
        (_lent, "signatories"),
        (_relieved, "signatories"),
        (_admitted, "signatories"),
        (_retitled, "resolutions"),
        (_directed, "facts"),
        (lambda house: propose(house, who="dg"), "terms"),
    ],
    ids=["minister", "style", "lent", "relieved", "matrix", "title", "directive", "term"],
)
def test_change_of_a_register_is_in_the_next_review_and_all_else_is_kept(
    house: House, change: Callable[[House], object], part: str
) -> None:
    before = context_now()

    change(house)
    after = context_now()

    assert getattr(after, part) != getattr(before, part)
    others = {"addressees", "signatories", "resolutions", "terms", "reference_patterns"} - {part}
    assert all(getattr(after, other) is getattr(before, other) for other in others)
    context._parts.clear()
    assert after == context_now()
