"""The laws of rights, days and words: who may give and end rights, when, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.conf import settings

from clearance.authority import Capacity
from clearance.terms import (
    AddresseeLevel,
    Confidentiality,
    Flow,
    Kind,
    Language,
    Power,
    Role,
    Urgency,
)
from tests.cabinet.gate.under_attack.schema import days_of
from tests.cabinet.gate.under_attack.snapshot import NOT_RECORDED, Row, Snapshot
from tests.cabinet.gate.under_attack.world import World

LEADERS = {Role.DIRECTOR_GENERAL, Role.SECRETARY_GENERAL}
APPOINTERS = LEADERS | {Role.SYSTEM_ADMINISTRATOR}
WORDS: dict[str, dict[str, set[object]]] = {
    "accounts_post": {"role": set(Role)},
    "accounts_delegation": {
        "capacity": {Capacity.ACTING, Capacity.DELEGATED}, "power": {"", *Power},
        "kind": {"", *Kind}, "level": {"", *AddresseeLevel},
    },
    "directory_correspondent": {"level": set(AddresseeLevel), "language": {"", *Language}},
    "directory_signatorycell": {
        "kind": set(Kind), "level": set(AddresseeLevel), "role": set(Role),
    },
    "registry_item": {
        "flow": set(Flow), "kind": set(Kind), "urgency": set(Urgency),
        "confidentiality": set(Confidentiality),
    },
}  # fmt: skip
HOUSE = ZoneInfo(settings.TIME_ZONE)
COPIES = re.compile(r"(\|\d+)+\|")
DAY = re.compile(r"\d{4}-\d\d-\d\d([T ][\d:.+]*)?$")
CHECKED: dict[str, tuple[type, ...]] = {
    "integer": (int,), "bigint": (int,), "smallint": (int,), "bool": (int,),
    "varchar": (str,), "text": (str,), "date": (str,), "datetime": (str,),
}  # fmt: skip


def broken_rights(world: World) -> Iterator[str]:
    """Say which right was given or ended by nobody who may."""
    first = world.first_movement()
    for row in world.rows["accounts_holding"].values():
        yield from _appointed(world, row, first)
    for row in world.rows["accounts_delegation"].values():
        yield from _delegated(world, row)
    for row in world.rows["accounts_ending"].values():
        yield from _ended(world, row)
    for row in world.rows["directory_signatorycell"].values():
        if not _by_role(world, "directory_signatorycell", row, "set_by_id", LEADERS, first):
            yield f"right: cell {row['id']} was set by officer {row['set_by_id']}"


def strange_rows(world: World, table: str, before: Snapshot) -> Iterator[str]:
    """Say which days, words and values of a table no honest act has."""
    yield from _days(world, table)
    yield from _readable(world.snapshot, before, table)
    yield from _words(world, table)
    yield from _kinds(world.snapshot, before, table)


def _day(world: World, table: str, key: int) -> date:
    """Return the day on which the record says that a row was written."""
    return date.fromisoformat(world.written(table, key)[:10])


def _by_role(
    world: World, table: str, row: Row, column: str, roles: set[Role], first: float
) -> bool:
    """Tell whether a row's officer held such a role when it was written."""
    seq, officer = world.at(table, row["id"]), row[column]
    if officer is None:
        return seq < first  # before the house opened
    day = _day(world, table, row["id"]).isoformat()
    return any(
        world.holds(officer, post["id"], day, seq)
        for post in world.rows["accounts_post"].values()
        if post["role"] in roles
    )


def _appointed(world: World, row: Row, first: float) -> Iterator[str]:
    if not _by_role(world, "accounts_holding", row, "appointed_by_id", APPOINTERS, first):
        yield f"right: holding {row['id']} was given by officer {row['appointed_by_id']}"
    if row["appointed_by_id"] == row["officer_id"]:
        yield f"right: holding {row['id']} was given to oneself"


def _delegated(world: World, row: Row) -> Iterator[str]:
    place, table = f"right: delegation {row['id']}", "accounts_delegation"
    day, seq = _day(world, table, row["id"]), world.at(table, row["id"])
    own = world.holds(row["granted_by_id"], row["post_id"], day.isoformat(), seq)
    if not own and not _by_role(world, table, row, "granted_by_id", LEADERS, 0):
        yield f"{place} was given by officer {row['granted_by_id']}"
    if row["granted_by_id"] == row["officer_id"]:
        yield f"{place} was given to oneself"
    if (day - date.fromisoformat(row["begins_on"])).days > 1:
        yield f"{place} is backdated"


def _ended(world: World, row: Row) -> Iterator[str]:
    lent = world.rows["accounts_delegation"].get(row["delegation_id"] or -1)
    giver = lent is not None and lent["granted_by_id"] == row["ended_by_id"]
    if not giver and not _by_role(world, "accounts_ending", row, "ended_by_id", APPOINTERS, 0):
        yield f"right: ending {row['id']} by officer {row['ended_by_id']}"
    if (row["holding_id"] is None) == (row["delegation_id"] is None):
        yield f"right: ending {row['id']} is not of exactly one right"


def _days(world: World, table: str) -> Iterator[str]:
    """An act's day is the house's own when the record took it; its moment, give or take a zone."""
    for key, row in world.rows[table].items() if table not in NOT_RECORDED else ():
        if "on_day" not in row:
            return
        day, told = _day(world, table, key), world.written(table, key)
        if abs((date.fromisoformat(row["at"][:10]) - day).days) > 1:
            yield f"day: {table} {key} says {row['at']}, written on {day}"
        if row["on_day"] not in _days_at(told):
            yield f"day: {table} {key} is dated {row['on_day']}, written at {told}"


@lru_cache(maxsize=4096)
def _days_at(moment: str) -> set[str]:
    """Return the house's day at a moment of the record, and about midnight the one beside it."""
    at = datetime.fromisoformat(moment)
    beside = (at + timedelta(minutes=minutes) for minutes in (-20, 0, 20))
    return {each.astimezone(HOUSE).date().isoformat() for each in beside}


def _words(world: World, table: str) -> Iterator[str]:
    for name, words in WORDS.get(table, {}).items():
        strange = {row[name] for row in world.rows[table].values()} - words
        if strange:
            yield f"words: {table}.{name} says {strange}"


def _kinds(now: Snapshot, before: Snapshot, table: str) -> Iterator[str]:
    """SQLite takes any value in any column; an honest row has none but of its column's kind."""
    known = before.rows.get(table, {})
    for key, row in now.rows[table].items() if now.kinds else ():
        if known.get(key) is row:
            continue
        for name, value in row.items():
            kind = now.kinds[table][name].lower().split("(")[0].split(" ")[0]
            wrong = value is not None and not isinstance(value, CHECKED[kind])
            wrong |= kind == "bool" and value not in (0, 1, None)
            wrong |= "unsigned" in now.kinds[table][name] and (value or 0) < 0
            if wrong or (kind == "date" and value and date.fromisoformat(value).year < 1900):
                yield f"kind: {table} {key} {name} is {value!r}"


def _readable(now: Snapshot, before: Snapshot, table: str) -> Iterator[str]:
    """Every day and moment can be shown on a page: a row that cannot stays there for ever."""
    known = before.rows.get(table, {})
    for key, row in now.rows[table].items():
        if known.get(key) is row:
            continue
        for name in days_of(table):
            text = str(row[name] or "2000-01-01")
            if not "1000" <= text < "9999" or not DAY.match(text):
                yield f"day: {table} {key} {name} is {text}"


def strange_papers(world: World) -> Iterator[str]:
    """Say which paper is sealed for nobody, and which movement names copies that it may not."""
    for key, item in world.rows["registry_item"].items():
        if item["sealed"] and (item["flow"] != Flow.INCOMING or item["personal_to_id"] is None):
            yield f"sealed: item {key} is for nobody"
    for key, move in world.rows["registry_movement"].items():
        if move["copies"] and (
            not COPIES.fullmatch(move["copies"])
            or move["act"] not in ("direct", "refer", "copy", "issue")
        ):
            yield f"copies: movement {key} {move['act']} names {move['copies']}"
