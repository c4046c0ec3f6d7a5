"""Reading the record: the only way for other desks to see its events. Nothing here writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection


class Told(NamedTuple):
    """One event: its number, whose row it tells of, which change of it, its moment as written."""

    seq: int
    table: str
    row: int
    amends: int
    at: str


# For a table, the SQL that gives the keys of the rows that are wanted, and its parameters.
Wanted = Mapping[str, tuple[str, Sequence[object]]]


def newest_events(
    *,
    before: int | None,
    most: int,
    wanted: Wanted | None = None,
    since: str = "",
    until: str = "",
    without: str = "",
) -> list[Told]:
    """Return events, the newest first.

    ``before``: only those with a smaller number; None: from the newest. ``wanted`` None: of every
    row. ``without``: a table whose rows are left out; "": none. ``since`` and ``until``: days as in
    ISO 8601, both included; "": no limit.
    """
    return _events("e.seq < %s", "DESC", before, most, wanted, since, until, without)


def events_in_order(
    *,
    after: int,
    most: int,
    wanted: Wanted | None = None,
    since: str = "",
    until: str = "",
    without: str = "",
) -> list[Told]:
    """Return events in the order of their happening; ``after``: with a greater number only."""
    return _events("e.seq > %s", "", after, most, wanted, since, until, without)


def _events(
    place: str,
    order: str,
    at: int | None,
    most: int,
    wanted: Wanted | None,
    since: str,
    until: str,
    without: str,
) -> list[Told]:
    conditions: list[str] = []
    values: list[Any] = []
    if at is not None:
        conditions.append(place)
        values.append(at)
    if since:
        conditions.append("e.at >= %s")
        values.append(since)
    if until:
        conditions.append("e.at < %s")
        values.append(f"{until}~")  # after every hour of that day
    if without:
        conditions.append("e.table_name <> %s")
        values.append(without)
    if wanted is not None:
        parts = []
        for table, (keys, parameters) in wanted.items():
            parts.append(f"(e.table_name = %s AND e.row_id IN ({keys}))")
            values += [table, *parameters]
        conditions.append(f"({' OR '.join(parts) or '1 = 0'})")
    where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT e.seq, e.table_name, e.row_id, e.amends, e.at FROM ledger_event AS e {where}"
            f"ORDER BY e.seq {order} LIMIT %s",
            [*values, most],
        )
        return [Told(*row) for row in cursor.fetchall()]
