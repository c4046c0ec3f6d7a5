"""The papers of a register book, filtered, a page at a time by key. Reads only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import itemgetter
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from cabinet.accounts.duty import Duty
from cabinet.desk.compiled import Lists, rows_of
from cabinet.desk.queries import Row, is_inner, row_of, row_values, states_behind
from cabinet.registry.models import Item
from cabinet.registry.queries import Keys, known_one_by_one, newest_known, visible_items
from clearance.terms import Flow

ROWS = 50
_SOME = 500  # of the newest papers, looked through before all of them are
_LOOKED_THROUGH = ("q", "urgency", "unit", "since", "until")
_ASKED = ("q", "state", "urgency", "unit", "since", "until", "after", "before")


@dataclass(frozen=True)
class BookPage:
    """One page of a book, the newest paper first; None: there is nothing on that side."""

    rows: list[Row]
    newer_than: int | None
    older_than: int | None


def book_items(flow: Flow, wanted: Mapping[str, Any], duty: Duty) -> QuerySet[Item]:
    """Return the papers of a book that an officer may know of and asks for."""
    return _filtered(visible_items(duty).filter(flow=flow), flow, wanted, duty)


def _filtered(
    items: QuerySet[Item], flow: Flow, wanted: Mapping[str, Any], duty: Duty
) -> QuerySet[Item]:
    for word in (wanted.get("q") or "").split():
        items = items.filter(
            Q(subject__icontains=word)
            | Q(number__text__icontains=word)
            | Q(sender_reference__icontains=word)
        )
    if wanted.get("state"):
        items = items.filter(state__in=states_behind(wanted["state"], duty))
    if wanted.get("urgency"):
        items = items.filter(urgency=int(wanted["urgency"]))
    if wanted.get("unit"):
        column = "from_unit" if flow is Flow.OUTGOING else "action_unit"
        items = items.filter(**{column: int(wanted["unit"])})
    if wanted.get("since"):
        items = items.filter(opened_at__gte=_begin(wanted["since"]))
    if wanted.get("until"):
        items = items.filter(opened_at__lt=_begin(wanted["until"]) + timedelta(days=1))
    return items


def _newest_page(flow: Flow) -> Lists:
    """Return how the first page of a book is asked for, before anybody filters it."""

    def lists(duty: Duty) -> list[tuple[int, QuerySet[Item] | Keys]]:
        gathered = newest_known(flow, duty, ROWS + 1)
        known = Item.objects.filter(known_one_by_one(duty), flow=flow).order_by("-id")
        return [(0, gathered or known)]

    return lists


_newest_pages = {flow: _newest_page(flow) for flow in Flow}


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def book_page(flow: Flow, wanted: Mapping[str, Any], units: dict[int, str], duty: Duty) -> BookPage:
    """Return one page of a book in one query; nothing is counted."""
    if not any(wanted.get(each) for each in _ASKED):
        listed = rows_of(_newest_pages[flow], row_values, duty, most=ROWS + 1)
        found = sorted((each[1:] for each in listed), key=itemgetter(0), reverse=True)
        return _page_of(found[:ROWS], units, duty, newer=False, older=len(found) > ROWS)
    after, before = wanted.get("after"), wanted.get("before")
    if after is not None:
        items = Item.objects.filter(known_one_by_one(duty), flow=flow, pk__gt=after)
        items = _filtered(items, flow, wanted, duty).order_by("id")
        found = list(row_values(items)[: ROWS + 1])
        newer, older = len(found) > ROWS, True
        found = found[:ROWS][::-1]
    else:
        found = _older(flow, wanted, duty)
        newer, older = before is not None, len(found) > ROWS
        found = found[:ROWS]
    return _page_of(found, units, duty, newer=newer, older=older)


def _older(flow: Flow, wanted: Mapping[str, Any], duty: Duty) -> list[tuple[Any, ...]]:
    """Return the rows of a page, and one more if there is more, from the newest or a paper on."""
    before = wanted.get("before")
    papers = Item.objects.filter(flow=flow)
    if before is not None:
        papers = papers.filter(pk__lt=before)
    papers = _filtered(papers, flow, wanted, duty).order_by("-id")
    states = states_behind(wanted["state"], duty) if wanted.get("state") else ()
    found: list[tuple[Any, ...]] = []
    # What the keys are not gathered by may leave few of some: then all are looked through.
    for most in (_SOME, None) if any(map(wanted.get, _LOOKED_THROUGH)) else (ROWS + 1,):
        gathered = newest_known(flow, duty, most, before=before, states=states)
        known = gathered.hold() if gathered else known_one_by_one(duty)
        found = list(row_values(papers.filter(known))[: ROWS + 1])
        if gathered is None or len(found) > ROWS:
            break
    return found


def _page_of(
    found: list[tuple[Any, ...]], units: dict[int, str], duty: Duty, *, newer: bool, older: bool
) -> BookPage:
    inner = is_inner(duty)
    rows = [row_of(each, units, inner=inner) for each in found]
    return BookPage(
        rows,
        rows[0].pk if rows and newer else None,
        rows[-1].pk if rows and older else None,
    )
