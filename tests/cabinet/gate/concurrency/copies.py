"""A paper again, with all that happened to it: its rows, in their order, under new keys."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

import psycopg

from tests.cabinet.gate.under_attack.attacks import insertion
from tests.cabinet.gate.under_attack.snapshot import Row
from tests.cabinet.gate.under_attack.world import World

_NEW = {"state": "", "moves": 0, "moved_at": None, "due_on": None, "action_unit_id": None}
_KEYS = {
    "item_id": "registry_item", "revision_id": "registry_revision",
    "verdict_id": "review_verdict", "clearance_id": "gate_clearance",
}  # fmt: skip


def asked(connection: Any, sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
    """Carry out a statement with ``?`` for each value on either engine; return its rows."""
    if isinstance(connection, psycopg.Connection):
        numbers = count(1)  # as PostgreSQL itself has it: the driver need not read a long statement
        cursor: Any = psycopg.RawCursor(connection)
        cursor.execute(re.sub(r"\?", lambda _: f"${next(numbers)}", sql), values)
    else:
        cursor = connection.execute(sql, values)
    return cursor.fetchall() if cursor.description else []


def copy_of(world: World, connection: psycopg.Connection[Any], item: int) -> int:
    """Write a paper's history anew, in one transaction, and return the new paper's key."""
    new: dict[tuple[str, int], int] = {}
    with connection.transaction():
        for table, row in [("registry_item", world.rows["registry_item"][item] | _NEW),
                           *_history(world, item)]:  # fmt: skip
            told = {
                name: new.get((_KEYS.get(name, ""), value), value)
                for name, value in row.items()
                if name != "id"
            }
            made = asked(connection, *insertion(table, told, tail="RETURNING id"))
            new[table, row["id"]] = made[0][0]
    return new["registry_item", item]


def _history(world: World, item: int) -> list[tuple[str, Row]]:
    revisions = world.of("registry_revision", "item_id", item)
    found = [("registry_revision", row) for row in revisions]
    found += [("registry_movement", row) for row in world.moves[item]]
    for revision in revisions:
        for table in ("registry_enclosure", "review_verdict", "gate_clearance"):
            found += [(table, row) for row in world.of(table, "revision_id", revision["id"])]
        for verdict in world.of("review_verdict", "revision_id", revision["id"]):
            overrides = world.of("review_override", "verdict_id", verdict["id"])
            found += [("review_override", row) for row in overrides]
    return sorted(found, key=lambda each: world.at(each[0], each[1]["id"]))
