"""The whole database as it is now, read by plain SQL and nothing of the application's own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Row = dict[str, Any]
Rows = Callable[[str], list[tuple[Any, ...]]]

TABLES = (
    "accounts_officer",
    "accounts_unit",
    "accounts_post",
    "accounts_holding",
    "accounts_delegation",
    "accounts_ending",
    "directory_country",
    "directory_correspondent",
    "directory_signatorycell",
    "registry_lawfulact",
    "registry_series",
    "registry_item",
    "registry_revision",
    "registry_enclosure",
    "registry_number",
    "registry_movement",
    "registry_release",
    "review_verdict",
    "review_override",
    "gate_clearance",
    "gate_signature",
    "dispatch_dispatch",
    "dispatch_delivery",
)
# Tables without events of their own: a movement's event tells what of them it stands for.
NOT_RECORDED = (
    "accounts_officer",
    "registry_lawfulact",
    "registry_item",
    "registry_revision",
    "registry_enclosure",
    "registry_number",
)


class Event(NamedTuple):
    """One event of the record, as it is stored."""

    seq: int
    table: str
    row: int
    amends: int
    at: str
    payload: str
    prev: str
    hash: str


@dataclass
class Snapshot:
    """Every protected row by table and key, and every event in order.

    ``raw`` is each row as the engine gave it, for comparing two snapshots quickly; ``newest`` the
    last event of each row, as the oracle found it; ``kinds`` (SQLite) what each column declares.
    """

    raw: dict[tuple[str, int], Any] = field(default_factory=dict)
    rows: dict[str, dict[int, Row]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    newest: dict[tuple[str, int], Event] = field(default_factory=dict)
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)
    dangling: list[tuple[Any, ...]] = field(default_factory=list)


def read(vendor: str, rows: Rows, before: Snapshot | None = None) -> Snapshot:
    """Read everything anew; rows that did not change are not parsed again."""
    before = before or Snapshot()
    now = Snapshot(events=[Event(*each) for each in rows(_EVENTS)])
    if vendor == "sqlite":
        now.kinds = before.kinds or {
            table: {column[1]: column[2] for column in rows(f"PRAGMA table_info({table})")}
            for table in TABLES
        }
    raw = _sqlite_rows(rows, now.kinds) if now.kinds else _postgresql_rows(rows)
    for table in TABLES:
        now.rows[table] = {}
    for (table, key), (line, parse) in raw.items():
        now.raw[table, key] = line
        same = before.raw.get((table, key)) == line
        now.rows[table][key] = before.rows[table][key] if same else parse(line)
    if vendor == "sqlite":
        now.dangling = rows("PRAGMA foreign_key_check")
    return now


_EVENTS = (
    "SELECT seq, table_name, row_id, amends, at, payload, prev, hash FROM ledger_event ORDER BY seq"
)
Raw = dict[tuple[str, int], tuple[Any, Callable[[Any], Row]]]


def _sqlite_rows(rows: Rows, kinds: dict[str, dict[str, str]]) -> Raw:
    found: Raw = {}
    for table in TABLES:
        names = list(kinds[table])

        def parse(line: tuple[Any, ...], names: list[str] = names) -> Row:
            return dict(zip(names, line, strict=True))

        place = names.index("id")
        for line in rows(f"SELECT * FROM {table}"):
            found[table, line[place]] = (line, parse)
    return found


def _postgresql_rows(rows: Rows) -> Raw:
    query = " UNION ALL ".join(
        f"SELECT '{table}', t.id, to_jsonb(t)::text FROM {table} AS t" for table in TABLES
    )
    return {(table, key): (line, json.loads) for table, key, line in rows(query)}
