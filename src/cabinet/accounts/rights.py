"""Which posts an officer may use on a day, in one query, asked at every page. Reads only."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection

from clearance.authority import Authority, Capacity
from clearance.terms import AddresseeLevel, Kind, Power, Role

_RIGHTS = """
    SELECT 1 AS rank, h.id AS right_id, p.id AS post, p.role, p.unit_id, h.begins_on, h.ends_on,
           'titular' AS capacity, '' AS power, '' AS kind, '' AS level, h.instrument
    FROM accounts_holding AS h JOIN accounts_post AS p ON p.id = h.post_id
    WHERE h.officer_id = %s AND h.begins_on <= %s AND (h.ends_on IS NULL OR h.ends_on >= %s)
      AND NOT EXISTS (SELECT 1 FROM accounts_ending AS e
                      WHERE e.holding_id = h.id AND e.first_day_without <= %s)
    UNION ALL
    SELECT 2, d.id, p.id, p.role, p.unit_id, d.begins_on, d.ends_on,
           d.capacity, d.power, d.kind, d.level, d.instrument
    FROM accounts_delegation AS d JOIN accounts_post AS p ON p.id = d.post_id
    WHERE d.officer_id = %s AND d.begins_on <= %s AND d.ends_on >= %s
      AND NOT EXISTS (SELECT 1 FROM accounts_ending AS e
                      WHERE e.delegation_id = d.id AND e.first_day_without <= %s)
    ORDER BY rank, right_id
"""


def rights_of(officer: int, on: date) -> tuple[Authority, ...]:
    """Return the authorities in force on a day: posts held first, then powers lent."""
    with connection.cursor() as cursor:
        day = on.isoformat()
        cursor.execute(_RIGHTS, [officer, day, day, day] * 2)
        return tuple(_authority(row) for row in cursor.fetchall())


def _authority(row: tuple[Any, ...]) -> Authority:
    rank, key, post, role, unit, begins_on, ends_on, capacity, power, kind, level, instrument = row
    return Authority(
        post=post,
        role=Role(role),
        unit=unit,
        begins_on=_day(begins_on),
        ends_on=None if ends_on is None else _day(ends_on),
        capacity=Capacity(capacity),
        power=Power(power) if power else None,
        kind=Kind(kind) if kind else None,
        level=AddresseeLevel(level) if level else None,
        delegation=key if rank == 2 else None,
        instrument=instrument,
    )


def _day(value: date | str) -> date:
    """Return a day as SQLite (text) or PostgreSQL (a date) gives it."""
    return date.fromisoformat(value) if isinstance(value, str) else value
