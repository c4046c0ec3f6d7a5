"""What may be read, by whom. Every list, page, download, count and export begins here."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from django.db import connection
from django.db.models import Q, QuerySet

from cabinet.accounts.duty import Duty
from cabinet.registry.models import Item, Movement, Release
from clearance.data import confidentiality_levels
from clearance.gate import TABLES
from clearance.terms import Role

# These posts see the whole register, up to their level of confidentiality: it passes their desk.
HOUSE_READERS = frozenset(
    {
        Role.REGISTRY_CLERK,
        Role.HEAD_OF_REGISTRY,
        Role.CABINET_ADVISER,
        Role.DIRECTOR_GENERAL,
        Role.SECRETARY_GENERAL,
        Role.PRIVATE_SECRETARY,
        Role.INTERNAL_AUDITOR,
    }
)
# These posts see what the Cabinet does among itself.
INNER_CIRCLE = frozenset(
    {
        Role.CABINET_ADVISER,
        Role.DIRECTOR_GENERAL,
        Role.SECRETARY_GENERAL,
        Role.PRIVATE_SECRETARY,
        Role.INTERNAL_AUDITOR,
    }
)
INNER_ACTS = frozenset(
    transition.name
    for table in TABLES.values()
    for transition in table.transitions
    if transition.inner
)


@cache
def ceiling(role: Role) -> int:
    """Return the highest level of confidentiality that a post of this role may read; 0: none."""
    return max((each.rank for each in confidentiality_levels() if role in each.may_read), default=0)


def visible_items(duty: Duty) -> QuerySet[Item]:
    """Return the papers that an officer may know of. All reading goes through this query.

    A department sees what its units drafted and what the Cabinet released to them; a paper
    released to an officer by name is his at any level. Source: the mandate, first paragraph.
    """
    allowed = Q(pk__in=Release.objects.filter(officer=duty.officer.pk).values("item"))
    for authority in duty.authorities:
        if authority.power is not None or authority.kind is not None:
            continue  # a limited delegation lends an act, not the other's papers
        level = Q(confidentiality__lte=ceiling(authority.role))
        if authority.role in HOUSE_READERS:
            allowed |= level
        elif authority.role is not Role.SYSTEM_ADMINISTRATOR:
            released = Release.objects.filter(unit=authority.unit).values("item")
            drafted = Q(from_unit=authority.unit)
            allowed |= level & (drafted | Q(pk__in=released))
            allowed |= drafted & Q(opened_by=duty.officer.pk)
    return Item.objects.filter(allowed)


def shown_movements(item: Item, duty: Duty) -> QuerySet[Movement]:
    """Return the movements of an item that the officer may see, the first one first.

    What the Cabinet does among itself is shown to the inner circle only.
    """
    movements = item.movements.select_related("by", "post", "to_unit", "revision").order_by("no")
    if duty.roles & INNER_CIRCLE:
        return movements
    return movements.exclude(act__in=INNER_ACTS)


class NextNumber(NamedTuple):
    """The next number of a series: the series' key, its pattern, the serial."""

    series: int
    pattern: str
    serial: int


_NEXT_NUMBER = """
    SELECT s.id, s.pattern, COALESCE((
        SELECT MAX(n.serial) FROM registry_number AS n
        WHERE n.series_id = s.id AND n.year = %s), 0) + 1
    FROM registry_series AS s
    WHERE s.flow = %s AND s.in_use AND (s.unit_id = %s OR s.unit_id IS NULL)
    ORDER BY s.unit_id IS NULL, s.id LIMIT 1
"""


def next_number(*, flow: str, unit: int | None, year: int) -> NextNumber | None:
    """Return the next number of a unit's own series, else of the house's; None: no series."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT_NUMBER, [year, flow, unit])
        row = cursor.fetchone()
    return NextNumber(*row) if row else None


def newest_revision_no(item: int) -> int:
    """Return the number of an item's newest revision; 0: it has none."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COALESCE(MAX(no), 0) FROM registry_revision WHERE item_id = %s", [item]
        )
        return int(cursor.fetchone()[0])
