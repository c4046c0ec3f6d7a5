"""Writing into the register: the papers, numbers and movements that acts are made of.

An act itself (who may, when) is ruled on in ``cabinet.gate.actions``; nothing here is called
outside a running act.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.db import connection
from hijridate import Gregorian

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Unit
from cabinet.ledger.insertion import Ending, insert, insert_together, unwritten
from cabinet.registry.models import (
    Enclosure,
    Item,
    Movement,
    Number,
    Release,
    Revision,
    Series,
)
from cabinet.registry.queries import newest_revision_no, next_number
from cabinet.registry.store import Kept
from clearance.authority import Authority, Capacity
from clearance.data import number_series
from clearance.gate import Refused, Ruling, Unmet
from clearance.references import RegistryNumber, write_registry_number
from clearance.terms.translation import marked as _


@dataclass(frozen=True)
class Told:
    """What an act says besides itself: a reason or instruction, units for action and copies."""

    reason: str = ""
    to_unit: int | None = None
    due_on: date | None = None
    copies: Sequence[Unit] = ()


def add_revision(*, item: Item, paper: Kept, by: Duty, at: datetime) -> Revision:
    """Add the next revision of a paper and return it."""
    last = 0 if item.moves <= 1 else newest_revision_no(item.pk)
    return insert(revision_of(item=item, no=last + 1, paper=paper, by=by, at=at))


def revision_of(*, item: Item, no: int, paper: Kept, by: Duty, at: datetime) -> Revision:
    """Return a revision of a paper that is yet to be written."""
    return unwritten(
        Revision,
        item=item,
        no=no,
        sha256=paper.sha256,
        file_name=paper.name,
        media_type=paper.media_type,
        size_bytes=paper.size_bytes,
        by_id=by.officer.pk,
        at=at,
    )


def add_enclosures(*, revision: Revision, enclosures: Iterable[Kept]) -> None:
    """Add the enclosures of a revision, numbered in the order given."""
    for enclosure in enclosures_of(revision=revision, enclosures=enclosures):
        insert(enclosure)


def enclosures_of(*, revision: Revision, enclosures: Iterable[Kept]) -> list[Enclosure]:
    """Return the enclosures of a revision that are yet to be written, in the order given."""
    return [
        Enclosure(
            revision=revision,
            no=no,
            name=kept.name,
            sha256=kept.sha256,
            media_type=kept.media_type,
            size_bytes=kept.size_bytes,
        )
        for no, kept in enumerate(enclosures, start=1)
    ]


class NoSeries(Refused):
    """No series of numbers is in use for this flow and unit."""

    def __init__(self) -> None:
        super().__init__(
            Unmet(
                "REG008",
                _("No series of numbers is in use for this paper."),
                _("Ask the head of the Registry to put one into use."),
            )
        )


def give_number(*, item: Item, on: date) -> Number:
    """Give the item the next number of its series and return it.

    :raises NoSeries: where none is in use.
    """
    number = number_of(item=item, on=on)
    insert_together([number])
    return number


def number_of(*, item: Item, on: date) -> Number:
    """Return the next number of an item's series, yet to be written, its day in both calendars.

    On PostgreSQL its series, serial and text are drawn as it is written, and None until then.
    :raises NoSeries: where none is in use.
    """
    left_open = dict.fromkeys(("series_id", "serial", "text"))
    number = unwritten(Number, item=item, year=on.year, on=on, on_hijri=_hijri(on), **left_open)
    if connection.vendor == "sqlite":
        _ask_for(number)
    return number


def _ask_for(number: Number) -> None:
    item = number.item
    found = next_number(flow=item.flow, unit=item.from_unit_id, year=number.year)
    if found is None:
        raise NoSeries
    unit = item.from_unit.code if item.from_unit_id and item.from_unit else ""
    number.series_id, number.serial = found.series, found.serial
    number.text = write_registry_number(
        found.pattern, RegistryNumber(number.year, found.serial, unit)
    )


@lru_cache(maxsize=8)
def _hijri(on: date) -> str:
    return Gregorian.fromdate(on).to_hijri().isoformat()


def record_movement(
    *,
    item: Item,
    act: str,
    ruling: Ruling,
    by: Duty,
    at: datetime,
    revision: Revision | None,
    told: Told,
    label: str | None = None,
) -> Movement:
    """Write the movement of an act with its copies; the database moves the item along with it.

    ``label`` names the item in the record; None: it is looked up.
    """
    movement = movement_of(
        item=item,
        act=act,
        ruling=ruling,
        by=by,
        at=at,
        revision=revision,
        told=told,
        label=label or label_of(item),
    )
    insert(movement)
    for unit in _copied(told):
        purpose = Release.Purpose.INFORMATION
        insert(Release(item=item, movement=movement, unit=unit, purpose=purpose))
    item.due_on = told.due_on or item.due_on
    item.action_unit_id = told.to_unit or item.action_unit_id
    move_along(item, movement)
    return movement


def move_along(item: Item, movement: Movement) -> None:
    """Let the item in hand say what the database has made of its row."""
    item.state, item.moves, item.moved_at = movement.target, movement.no, movement.at


def _copied(told: Told) -> list[Unit]:
    return [unit for unit in told.copies if unit.pk != told.to_unit]


def movement_of(
    *,
    item: Item,
    act: str,
    ruling: Ruling,
    by: Duty,
    at: datetime,
    revision: Revision | None,
    told: Told,
    label: str | Ending,
) -> Movement:
    """Return the movement of an act, yet to be written."""
    authority = ruling.authority
    copies = _copied(told)
    return unwritten(
        Movement,
        item=item,
        no=item.moves + 1,
        act=act,
        source=item.state,
        target=ruling.target,
        by_id=by.officer.pk,
        post_id=authority.post,
        delegation_id=authority.delegation,
        on=by.on,
        at=at,
        revision=revision,
        content_sha256=revision.sha256 if revision else "",
        to_unit_id=told.to_unit,
        copies="".join(f"|{unit.pk}" for unit in copies) + ("|" if copies else ""),
        due_on=told.due_on,
        reason=told.reason,
        officer_label=str(by.officer),
        post_label=authority.role.value,
        authority_label=authority_label(authority),
        item_label=label,  # the ending is known once it is written
    )


def authority_label(authority: Authority) -> str:
    """Return in what capacity an officer used a post, with the paper that lent it."""
    if authority.capacity is Capacity.TITULAR:
        return "titular"
    return f"{authority.capacity.value}: {authority.instrument}"


def label_of(item: Item) -> str:
    """Return the label of an item for the record: its number, else its flow and key."""
    number = Number.objects.filter(item=item).values_list("text", flat=True).first()
    return label_with(item, number)


def label_with_its(number: Number) -> str | Ending:
    """Return the label of an item with its number, which may be known only once it is written."""
    if number.text is None:
        return Ending(f"{number.item.flow} ", number, "text")
    return label_with(number.item, number.text)


def label_with(item: Item, number: str | None) -> str:
    """Return the label of an item whose number is known; None: it has none yet."""
    return f"{item.flow} {number}" if number else f"{item.flow} no. {item.pk} without a number"


def open_series() -> None:
    """Put the series of the reference data into use; those already there are left alone."""
    for each in number_series():
        unit = Unit.objects.get(code=each.unit) if each.unit else None
        Series.objects.get_or_create(
            code=each.code,
            defaults={
                "flow": each.flow,
                "unit": unit,
                "pattern": each.pattern,
                "source": ", ".join(source.key for source in each.source),
            },
        )
