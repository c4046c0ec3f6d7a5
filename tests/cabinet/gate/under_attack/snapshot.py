"""The whole database as it is now, read by plain SQL and nothing of the application's own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Row = dict[str, Any]
Rows = Callable[[str], list[tuple[Any, ...]]]
Stamps = dict[str, tuple[int, int]]

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
    same by table, ``told`` the events as they came; ``newest`` the last event of each row,
    ``count`` how many it has and ``last_new`` the last new row of each table, as the oracle found;
    ``kinds`` (SQLite) what each column declares. ``stamps`` and ``version`` tell what has not been
    written since.
    """

    raw: dict[tuple[str, int], Any] = field(default_factory=dict)
    rows: dict[str, dict[int, Row]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    newest: dict[tuple[str, int], Event] = field(default_factory=dict)
    count: Counter[tuple[str, int]] = field(default_factory=Counter)
    last_new: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)
    dangling: list[tuple[Any, ...]] = field(default_factory=list)
    lines: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    told: list[tuple[Any, ...]] = field(default_factory=list)
    stamps: Stamps = field(default_factory=dict)
    version: int | None = None

    def is_same_as(self, other: Snapshot) -> bool:
        """Tell whether two readings found the same in every row, event and reference."""
        return (self.lines, self.told, self.dangling) == (other.lines, other.told, other.dangling)


def read(
    vendor: str, rows: Rows, before: Snapshot | None = None, *, by_reader: bool = False
) -> Snapshot:
    """Read everything anew but what the engine says nobody has written since.

    A table whose every row came back the same is not parsed again. ``by_reader``: the rows come
    over a connection that never writes, on SQLite.
    """
    before = before or Snapshot()
    if vendor == "postgresql":
        return _read_postgresql(rows, before)
    # It changes whenever another connection commits anything; of its own writing it says nothing.
    version = rows("PRAGMA data_version")[0][0] if by_reader else None
    if version is not None and version == before.version:
        return before
    now = Snapshot(told=rows(_EVENTS), version=version)
    now.kinds = before.kinds or {
        table: {column[1]: column[2] for column in rows(f"PRAGMA table_info({table})")}
        for table in TABLES
    }
    now.dangling = rows("PRAGMA foreign_key_check")
    now.lines = {table: rows(f"SELECT * FROM {table} ORDER BY id") for table in TABLES}
    for table in TABLES:
        if table in before.rows and now.lines[table] == before.lines[table]:
            now.rows[table], now.lines[table] = before.rows[table], before.lines[table]
        else:
            now.rows[table] = _sqlite_rows(now, before, table)
        place = list(now.kinds[table]).index("id")
        now.raw.update({(table, line[place]): line for line in now.lines[table]})
    now.events = _events(now, before)
    return now


def _events(now: Snapshot, before: Snapshot) -> list[Event]:
    known = len(before.told)
    if now.told[:known] != before.told:
        return [Event(*each) for each in now.told]
    return [*before.events, *(Event(*each) for each in now.told[known:])]


def _read_postgresql(rows: Rows, before: Snapshot) -> Snapshot:
    writes, stamps = _stamps(rows)
    known = before.stamps if before.stamps.get(_COLUMNS) == stamps[_COLUMNS] else {}
    written = [name for name in (*TABLES, _RECORD) if stamps[name] != known.get(name)]
    if not written and not writes:
        return before
    now = Snapshot(stamps={} if writes else stamps, told=before.told)
    if _RECORD in written:
        now.told = rows(_EVENTS)
        written.remove(_RECORD)
    now.lines = before.lines | _postgresql_lines(rows, written)
    for table in TABLES:
        if table in before.rows and now.lines[table] == before.lines[table]:
            now.rows[table] = before.rows[table]
        else:
            now.rows[table] = _postgresql_rows(rows, now, before, table)
        now.raw.update({(table, line[0]): line for line in now.lines[table]})
    now.events = _events(now, before)
    return now


_RECORD, _COLUMNS = "ledger_event", "pg_attribute"


def _stamps(rows: Rows) -> tuple[bool, Stamps]:
    """Return whether the transaction of now has written, and how often each table was written to.

    Every version of a row bears the number of the transaction that wrote it, and numbers only
    grow. Nobody else is in the middle of one while the oracle looks: what is written later bears a
    greater number than all that was there, so that the rows are others in number or add up to
    more. A transaction may write a row twice under its one number: what was seen in the middle of
    the own one proves nothing later.
    """
    query = " UNION ALL ".join(
        ["SELECT '', (pg_current_xact_id_if_assigned() IS NOT NULL)::int, 0"]
        + [
            f"SELECT '{name}', count(*), coalesce(sum(xmin::text::bigint), 0) FROM {name}"
            for name in (*TABLES, _RECORD, _COLUMNS)
        ]
    )
    (_, writes, _), *found = rows(query)
    return bool(writes), {name: (many, int(numbers)) for name, many, numbers in found}


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


def _postgresql_lines(rows: Rows, tables: Collection[str]) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of tables as the engine writes them out, cheaper than as JSON."""
    lines: dict[str, list[tuple[Any, ...]]] = {table: [] for table in tables}
    if not tables:
        return lines
    query = " UNION ALL ".join(
        f"(SELECT '{table}', t.id, t::text FROM {table} AS t ORDER BY t.id)" for table in tables
    )
    for table, key, text in rows(query):
        lines[table].append((key, text))
    return lines


def _postgresql_rows(rows: Rows, now: Snapshot, before: Snapshot, table: str) -> dict[int, Row]:
    """Parse what changed in a table; it is read once more, text and JSON in one statement."""
    known = before.rows.get(table, {})
    new = [line for line in now.lines[table] if before.raw.get((table, line[0])) != line]
    keys = ", ".join(str(key) for key, _ in new) or "NULL"
    query = f"SELECT t.id, t::text, to_jsonb(t)::text FROM {table} AS t {{}} ORDER BY t.id"
    again = rows(query.format(f"WHERE t.id IN ({keys})"))
    if [(key, text) for key, text, _json in again] == new:
        parsed = {key: json.loads(told) for key, _text, told in again}
    else:  # somebody wrote between the two readings
        again = rows(query.format(""))
        now.lines[table] = [(key, text) for key, text, _json in again]
        known, parsed = {}, {key: json.loads(told) for key, _text, told in again}
    return {key: parsed[key] if key in parsed else known[key] for key, _text in now.lines[table]}
