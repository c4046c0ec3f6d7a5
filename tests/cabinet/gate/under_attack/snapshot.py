"""The whole database as it is now, read by plain SQL and nothing of the application's own."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from tests.cabinet.gate.under_attack.pages import Pages, pages_now

Row = dict[str, Any]
Line = tuple[Any, ...]
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

    ``lines`` is each row as the engine gave it, by table, and ``raw`` the same by key, to compare
    two snapshots quickly; ``told`` the events as they came. ``kinds`` (SQLite) is what each column
    declares. ``pages``, ``stamps`` and ``version`` tell what has not been written since. What is as
    it was before is the very same object.
    """

    raw: dict[str, dict[int, Line]] = field(default_factory=dict)
    rows: dict[str, dict[int, Row]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)
    dangling: list[Line] = field(default_factory=list)
    lines: dict[str, list[Line]] = field(default_factory=dict)
    told: list[Line] = field(default_factory=list)
    stamps: Stamps = field(default_factory=dict)
    pages: Pages = field(default_factory=Pages)
    version: int | None = None

    def is_same_as(self, other: Snapshot) -> bool:
        """Tell whether two readings found the same in every row, event and reference."""
        return (self.lines, self.told, self.dangling) == (other.lines, other.told, other.dangling)


def read(
    vendor: str, client: Any, before: Snapshot | None = None, *, by_reader: bool = False
) -> Snapshot:
    """Read everything anew but what the engine says nobody has written since.

    A row that came back the same is not parsed again. ``client``: a connection of the engine's own
    driver. ``by_reader``: it never writes, on SQLite.
    """
    before = before or Snapshot()
    now = _read_sqlite(client, before, by_reader) if vendor == "sqlite" else None
    return now or _read_postgresql(client, before)


def _read_sqlite(client: Any, before: Snapshot, by_reader: bool) -> Snapshot:
    # It changes whenever another connection commits anything; of its own writing it says nothing.
    version = client.execute("PRAGMA data_version").fetchone()[0] if by_reader else None
    if version is not None and version == before.version:
        return before
    pages, kept = pages_now(client, (*TABLES, _RECORD), before.pages)
    now = replace(before, pages=pages, version=version)
    if not kept:
        return now
    if kept.keys() >= {*TABLES, _RECORD}:
        now.kinds = {table: _kinds(client, table) for table in TABLES}
    now.dangling = client.execute("PRAGMA foreign_key_check").fetchall()
    if _RECORD in kept:
        _take_events(now, before, _rows(client, _EVENTS, before.told[: kept[_RECORD]]))
    for table in kept.keys() & set(TABLES):
        lines = _rows(client, f"SELECT * FROM {table}", before.lines.get(table, [])[: kept[table]])
        names = list(now.kinds[table])
        place, new = names.index("id"), {}
        for line in lines:
            if before.raw.get(table, {}).get(line[place]) != line:
                new[line[place]] = dict(zip(names, line, strict=True))
        _take(now, before, table, {line[place]: line for line in lines}, new)
    return now


def _rows(client: Any, query: str, kept: list[Line]) -> list[Line]:
    """Return rows in the order of the table's tree, of which the first are known."""
    tail = f"{query} ORDER BY rowid LIMIT -1 OFFSET {len(kept)}"
    return [*kept, *client.execute(tail).fetchall()]


def _kinds(client: Any, table: str) -> dict[str, str]:
    columns = client.execute(f"PRAGMA table_info({table})").fetchall()
    return {column[1]: column[2] for column in columns}


def _take(
    now: Snapshot, before: Snapshot, table: str, raw: dict[int, Line], new: dict[int, Row]
) -> None:
    """Take a table's rows as they are now, of which some are ``new`` or otherwise than before."""
    if not new and raw.keys() == before.raw.get(table, {}).keys() and table in before.rows:
        return
    known = before.rows.get(table, {})
    rows = {key: new[key] if key in new else known[key] for key in raw}
    now.raw = now.raw | {table: raw}
    now.lines = now.lines | {table: list(raw.values())}
    now.rows = now.rows | {table: rows}


def _take_events(now: Snapshot, before: Snapshot, told: list[Line]) -> None:
    known = len(before.told)
    now.told = told
    if told[:known] == before.told:
        events = [*before.events, *(Event(*each) for each in told[known:])]
    else:
        events = [Event(*each) for each in told]
    now.events = sorted(events, key=itemgetter(0))


def _read_postgresql(client: Any, before: Snapshot) -> Snapshot:
    writes, stamps = _stamps(client)
    known = before.stamps if before.stamps.get(_COLUMNS) == stamps[_COLUMNS] else {}
    differing = {name for name, _ in known.items() ^ stamps.items()}
    if not differing and not writes:
        return before
    now = replace(before, stamps={} if writes else stamps)
    if blocks := [int(name.split()[1]) for name in differing if name.startswith(_RECORD)]:
        first = min(blocks) << _BLOCK if known else _BEFORE_ALL
        kept = [line for line in before.told if line[0] < first]
        query = f"{_EVENTS} WHERE seq >= {first} ORDER BY seq"
        _take_events(now, before, [*kept, *client.execute(query).fetchall()])
    for table, lines in _postgresql_lines(client, differing & set(TABLES)).items():
        raw = {line[0]: line for line in lines}
        _take(now, before, table, raw, _postgresql_rows(client, raw, before, table))
    return now


_EVENTS = "SELECT seq, table_name, row_id, amends, at, payload, prev, hash FROM ledger_event"
_RECORD, _COLUMNS = "ledger_event", "pg_attribute"
_BLOCK, _BEFORE_ALL = 8, -(1 << 63)


def _stamps(client: Any) -> tuple[bool, Stamps]:
    """Return whether the transaction of now has written, and how often each table was written to.

    Every version of a row bears the number of the transaction that wrote it, and numbers only
    grow. Nobody else is in the middle of one while the oracle looks: what is written later bears a
    greater number than all that was there, so that the rows are others in number or add up to
    more. A transaction may write a row twice under its one number: what was seen in the middle of
    the own one proves nothing later. The record, which grows at each act, is asked by blocks.
    """
    (_, writes, _), *found = client.execute(_written_by(), prepare=True).fetchall()
    return bool(writes), {name: (many, int(numbers)) for name, many, numbers in found}


@cache
def _written_by() -> str:
    # The server subtracts numbers of transactions; to have them written out took twice as long.
    added = "count(*), coalesce(sum(age('3'::xid) - age(xmin)), 0)"
    return " UNION ALL ".join(
        ["SELECT '', (pg_current_xact_id_if_assigned() IS NOT NULL)::int, 0"]
        + [f"SELECT '{name}', {added} FROM {name}" for name in TABLES]
        # Of the columns of this database's own tables, not of the server's.
        + [f"SELECT '{_COLUMNS}', {added} FROM {_COLUMNS} WHERE attrelid >= 16384"]
        + [f"SELECT '{_RECORD} ' || (seq >> {_BLOCK}), {added} FROM {_RECORD} GROUP BY 1"]
    )


def _postgresql_lines(client: Any, tables: Collection[str]) -> dict[str, list[Line]]:
    """Return the rows of tables as the engine writes them out, cheaper than as JSON."""
    lines: dict[str, list[Line]] = {table: [] for table in tables}
    query = " UNION ALL ".join(
        f"(SELECT '{table}', t.id, t::text FROM {table} AS t ORDER BY t.id)" for table in tables
    )
    for table, key, text in client.execute(query).fetchall() if tables else ():
        lines[table].append((key, text))
    return lines


def _postgresql_rows(
    client: Any, raw: dict[int, Line], before: Snapshot, table: str
) -> dict[int, Row]:
    """Parse what changed in a table; it is read once more, text and JSON in one statement."""
    known = before.raw.get(table, {})
    new = [line for key, line in raw.items() if known.get(key) != line]
    keys = ", ".join(str(key) for key, _ in new) or "NULL"
    query = f"SELECT t.id, t::text, to_jsonb(t)::text FROM {table} AS t {{}} ORDER BY t.id"
    again = client.execute(query.format(f"WHERE t.id IN ({keys})")).fetchall() if new else []
    if [(key, text) for key, text, _ in again] != new:  # somebody wrote between the two readings
        again = client.execute(query.format("")).fetchall()
        raw.clear()
        raw.update({key: (key, text) for key, text, _ in again})
    return {key: json.loads(told) for key, _, told in again}
