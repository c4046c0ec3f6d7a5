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
    "directory_incumbent",
    "directory_signatorycell",
    "terminology_edition",
    "terminology_decision",
    "registry_lawfulact",
    "registry_series",
    "registry_item",
    "registry_revision",
    "registry_enclosure",
    "registry_number",
    "registry_movement",
    "registry_release",
    "resolutions_resolution",
    "resolutions_directive",
    "resolutions_citation",
    "review_verdict",
    "review_override",
    "review_reading",
    "review_finding",
    "review_answer",
    "review_objection",
    "gate_clearance",
    "gate_signature",
    "dispatch_dispatch",
    "dispatch_delivery",
    "audit_viewing",
    "audit_sample",
    "audit_auditfile",
    "audit_auditfinding",
    "audit_findingstep",
)
# Tables without events of their own: a movement's event tells what of them it stands for.
NOT_RECORDED = (
    "accounts_officer",
    "registry_lawfulact",
    "registry_item",
    "registry_revision",
    "registry_enclosure",
    "registry_number",
    "resolutions_citation",
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

    ``raw`` is each row as the engine gave it, for comparing two snapshots quickly; ``lines`` the
    same by table, ``told`` the events as they came; ``newest`` the last event of each row, as the
    oracle found it; ``kinds`` (SQLite) what each column declares.
    """

    raw: dict[tuple[str, int], Any] = field(default_factory=dict)
    rows: dict[str, dict[int, Row]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    newest: dict[tuple[str, int], Event] = field(default_factory=dict)
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)
    dangling: list[tuple[Any, ...]] = field(default_factory=list)
    lines: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    told: list[tuple[Any, ...]] = field(default_factory=list)

    def is_same_as(self, other: Snapshot) -> bool:
        """Tell whether two readings found the same in every row, event and reference."""
        return (self.lines, self.told, self.dangling) == (other.lines, other.told, other.dangling)


def read(vendor: str, rows: Rows, before: Snapshot | None = None) -> Snapshot:
    """Read everything anew; a table whose every row came back the same is not parsed again."""
    before = before or Snapshot()
    now = Snapshot(told=rows(_EVENTS), kinds=before.kinds)
    now.events = before.events if now.told == before.told else [Event(*each) for each in now.told]
    if vendor == "sqlite":
        now.kinds = before.kinds or {
            table: {column[1]: column[2] for column in rows(f"PRAGMA table_info({table})")}
            for table in TABLES
        }
        now.dangling = rows("PRAGMA foreign_key_check")
        now.lines = {table: rows(f"SELECT * FROM {table} ORDER BY id") for table in TABLES}
    else:
        now.lines = _postgresql_lines(rows)
    for table in TABLES:
        if table in before.rows and now.lines[table] == before.lines[table]:
            now.rows[table] = before.rows[table]
        elif vendor == "sqlite":
            now.rows[table] = _sqlite_rows(now, before, table)
        else:
            now.rows[table] = _postgresql_rows(rows, now, before, table)
        place = list(now.kinds[table]).index("id") if vendor == "sqlite" else 0
        now.raw.update({(table, line[place]): line for line in now.lines[table]})
    return now


_EVENTS = (
    "SELECT seq, table_name, row_id, amends, at, payload, prev, hash FROM ledger_event ORDER BY seq"
)


def _sqlite_rows(now: Snapshot, before: Snapshot, table: str) -> dict[int, Row]:
    names = list(now.kinds[table])
    place, found = names.index("id"), {}
    for line in now.lines[table]:
        key = line[place]
        same = before.raw.get((table, key)) == line
        found[key] = before.rows[table][key] if same else dict(zip(names, line, strict=True))
    return found


def _postgresql_lines(rows: Rows) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of all tables as the engine writes them out, cheaper than as JSON."""
    lines: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}
    query = " UNION ALL ".join(
        f"(SELECT '{table}', t.id, t::text FROM {table} AS t ORDER BY t.id)" for table in TABLES
    )
    for table, key, text in rows(query):
        lines[table].append((key, text))
    return lines


def _postgresql_rows(rows: Rows, now: Snapshot, before: Snapshot, table: str) -> dict[int, Row]:
    """Parse what changed in a table; it is read once more, text and JSON in one statement."""
    read_again = rows(f"SELECT t.id, t::text, to_jsonb(t)::text FROM {table} AS t ORDER BY t.id")
    now.lines[table] = [(key, text) for key, text, _json in read_again]
    return {
        key: before.rows[table][key]
        if before.raw.get((table, key)) == (key, text)
        else json.loads(parsed)
        for key, text, parsed in read_again
    }
