"""The oracle: reads the whole database after each step and says what should not be there.

It shares no code with the application but the tables of ``clearance.gate``, which are the law.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from clearance.gate import TABLES as LAW
from tests.cabinet.gate.under_attack.keeping import (
    broken_audit,
    broken_entries,
    broken_readings,
    broken_series,
    broken_terms,
)
from tests.cabinet.gate.under_attack.laws import (
    broken_items,
    broken_movements,
    broken_numbers,
    broken_releases,
)
from tests.cabinet.gate.under_attack.papers import broken_revisions, papers_missing
from tests.cabinet.gate.under_attack.record import Record, read_payload
from tests.cabinet.gate.under_attack.rights import broken_rights, strange_papers, strange_rows
from tests.cabinet.gate.under_attack.snapshot import (
    NOT_RECORDED,
    TABLES,
    Event,
    Row,
    Snapshot,
    read,
)
from tests.cabinet.gate.under_attack.world import DATED, World

# Columns that an honest act changes after the row was written; all others stay for ever.
CHANGEABLE = {
    "accounts_officer": {
        "password", "last_login", "language", "is_active", "email",
        "name_ar", "name_en", "name_fr",
    },
    "accounts_unit": {
        "name_ar", "name_en", "name_fr", "direct_authority", "related", "supervised_by_id",
        "coordinated_by_id", "source",
    },
    "accounts_post": {"name_ar", "name_en", "name_fr"},
    "directory_country": {
        "name_ar", "name_en", "name_fr", "formal_ar", "formal_en", "formal_fr", "capital",
        "regional_group", "group_basis", "standing", "source",
    },
    "directory_correspondent": {
        "name_ar", "name_en", "name_fr", "style_ar", "style_en", "style_fr", "language",
        "address", "email", "folded", "begins_on", "ends_on", "source",
    },
    "directory_incumbent": {
        "name_ar", "name_en", "name_fr", "post_ar", "post_en", "post_fr", "style_ar", "style_en",
        "style_fr", "begins_on", "ends_on", "source",
    },
    "registry_series": {"in_use", "source", "set_by_id", "set_under_id"},
    "registry_item": {
        "kind", "subject", "languages", "urgency", "confidentiality", "correspondent_id", "level",
        "to_unit_id", "answers_id", "sealed", "sender_reference", "dated_gregorian",
        "dated_hijri", "channel", "enclosures_announced",
        "state", "moves", "moved_at", "due_on", "action_unit_id",
    },
    "resolutions_resolution": {
        "year", "adopted_on", "title_ar", "title_en", "title_fr", "status", "superseded_by_id",
        "expired_on", "language", "text", "folded", "source",
    },
    "resolutions_directive": {"until", "source"},
}  # fmt: skip
UNTOLD = {"directory_correspondent": {"folded"}, "resolutions_resolution": {"folded"}}
ALSO_TOLD = {"registry_movement": {"facts", "number", "enclosures"}}  # judged with the laws


class Law(NamedTuple):
    """A judge, and the tables that are shown to him: of no other can he know anything."""

    judge: Callable[[World], Iterator[str]]
    tables: tuple[str, ...]


RIGHTS = ("accounts_post", "accounts_holding", "accounts_delegation", "accounts_ending")
REVIEW = (
    "review_verdict", "review_override", "review_reading", "review_finding", "review_answer",
    "gate_clearance",
)  # fmt: skip
SENT = ("gate_signature", "dispatch_dispatch", "dispatch_delivery")
MATRIX = "directory_signatorycell"
LAWS = (
    Law(broken_items, (*DATED, "directory_correspondent")),
    Law(broken_movements, (*DATED, *RIGHTS, *REVIEW, *SENT, MATRIX)),
    Law(broken_releases, (*DATED, "registry_release")),
    Law(
        broken_numbers,
        (*DATED, "registry_series", "accounts_unit", "gate_clearance", "gate_signature"),
    ),
    Law(broken_revisions, DATED),
    Law(papers_missing, (*DATED, *RIGHTS, *REVIEW, *SENT, MATRIX)),
    Law(broken_readings, (*DATED, *RIGHTS, *REVIEW, "review_objection")),
    Law(broken_terms, (*DATED, *RIGHTS, "terminology_edition", "terminology_decision")),
    Law(broken_series, (*DATED, *RIGHTS, "registry_series")),
    Law(
        broken_entries,
        ("directory_incumbent", "resolutions_resolution", "resolutions_directive"),
    ),
    Law(
        broken_audit,
        (
            *RIGHTS, "audit_viewing", "audit_sample", "audit_auditfile", "audit_auditfinding",
            "audit_findingstep",
        ),
    ),
    Law(broken_rights, (*DATED, *RIGHTS, MATRIX)),
    Law(strange_papers, DATED),
)  # fmt: skip


@dataclass
class Oracle:
    """Looks at one database again and again. ``client``: a connection of the engine's own driver.

    ``by_reader``: it never writes.
    """

    vendor: str
    client: Any
    by_reader: bool = False
    last: Snapshot = field(default_factory=Snapshot)
    looks: int = 0
    _newest: Snapshot | None = None
    _well: World | None = None
    _world: World | None = None
    _judged: World | None = None
    _seen: World | None = None

    def at_a_copy(self, client: Any) -> Oracle:
        """Return an oracle at a copy of the database that this one has looked at last.

        It reads everything anew all the same, and judges it unless each row is as it was here.
        """
        last = replace(self.last, version=None)  # what another connection says is of another file
        return Oracle(self.vendor, client, self.by_reader, last, _well=_at(last, self._well))

    def look(self) -> list[str]:
        """Read everything anew and return what is wrong, an empty list if all is well."""
        now = self._newest = self._read(self._newest or self.last)
        self.looks += 1
        if self._found_well(now):
            self.last, self._well = now, _at(now, self._well)
            return []
        wrong = list(self._judge(now))
        self.last, self._world = now, self._judged
        self._well = None if wrong else self._judged
        return wrong

    def judge_again(self) -> list[str]:
        """Return what is wrong now without remembering what was seen, for an attack undone."""
        now = self._read(self.last)
        return [] if self._found_well(now) else list(self._judge(now))

    def _found_well(self, now: Snapshot) -> bool:
        """Tell whether all was well at the last look and not a row is otherwise since.

        The judgement depends on nothing but what was read: the same again is not judged again.
        """
        return self._well is not None and now.is_same_as(self.last)

    def see(self) -> World:
        """Read everything anew without a judgement, and return it with its history."""
        now = self._newest = self._read(self._newest or self.last)
        if self._seen is None or not now.is_same_as(self._seen.snapshot):
            self._seen = World(now, self._seen or self._well)
        return self._seen

    def _read(self, before: Snapshot) -> Snapshot:
        return read(self.vendor, self.client, before, by_reader=self.by_reader)

    def world(self) -> World:
        """Return what the last look saw, with its history."""
        if self._world is None or self._world.snapshot is not self.last:
            self._world = World(self.last, self._well)
        return self._world

    def _judge(self, now: Snapshot) -> Iterator[str]:
        yield from _vanished(self.last, now)
        yield from _chain(self.last.events, now.events)
        yield from _closed_tables(self.last, now)
        yield from (f"dangling: {each}" for each in now.dangling)
        try:
            record = Record(now.events, self._well.record if self._well else None)
            yield from record.faults
            yield from _told(self._well, record, now)
            self._judged = world = World(now, self._well, record)
            yield from _broken(world, self._well, self.last)
        except (LookupError, ValueError, TypeError, AttributeError) as error:
            yield f"unreadable: {type(error).__name__} {error}"


def _at(snapshot: Snapshot, well: World | None) -> World | None:
    """Return the world of another snapshot that has the same in it."""
    if well is not None and well.snapshot is not snapshot:
        well = copy(well)
        well.snapshot = snapshot
    return well


def _broken(world: World, well: World | None, before: Snapshot) -> Iterator[str]:
    """Ask each judge, but for those who would be shown what was found well, and nothing else."""
    same = set(world.unchanged_since(well)) if well else set()
    for law in LAWS:
        if not same.issuperset(law.tables):
            yield from law.judge(world.of_tables(law.tables))
    for table in (each for each in TABLES if each not in same):
        yield from strange_rows(world.of_tables([table]), table, before)


def _vanished(before: Snapshot, now: Snapshot) -> Iterator[str]:
    """Nothing recorded earlier has changed or vanished."""
    for table, known in before.rows.items():
        there = now.rows[table]
        for key, old in known.items() if there is not known else ():
            if key not in there:
                yield f"vanished: {table} {key}"
            elif there[key] is not old:
                yield from _changed(table, key, old, now)
        for key in (there.keys() - known.keys()) if known else ():
            if key < max(known):
                yield f"order: {table} {key} came after {max(known)}"


def _changed(table: str, key: int, old: Row, now: Snapshot) -> Iterator[str]:
    new = now.rows[table][key]
    changed = {name for name in old if old[name] != new[name]}
    if changed - CHANGEABLE.get(table, set()):
        yield f"changed: {table} {key} {sorted(changed)}"
    if changed & {"correspondent_id", "level", "kind"} and _authorised(key, now):
        yield f"changed: {table} {key} {sorted(changed)} after its authorisation"
    if "sealed" in changed and not _brought_in(key, old, now):
        yield f"sealed: item {key} was opened by nobody"


def _moves(item: int, now: Snapshot) -> list[Row]:
    return [row for row in now.rows["registry_movement"].values() if row["item_id"] == item]


def _authorised(item: int, now: Snapshot) -> bool:
    return any(row["act"] == "authorise" for row in _moves(item, now))


def _brought_in(item: int, old: Any, now: Snapshot) -> bool:
    """Tell whether its addressee brought it in since the last look."""
    since = (row for row in _moves(item, now) if int(row["no"]) > int(old["moves"]))
    return any(row["act"] == "bring_in" for row in since)


def _chain(before: list[Event], now: list[Event]) -> Iterator[str]:
    """The record is one chain: every hash is recomputed, none was replaced or left out."""
    known = len(before)
    if now[:known] != before:
        yield "record: an earlier event has changed or vanished"
        known = 0
    prev = now[known - 1].hash if known else "0" * 64
    for place, event in enumerate(now[known:], start=known + 1):
        text = "|".join(str(part) for part in (prev, *event[:6]))
        digest = hashlib.sha256(text.encode()).hexdigest()
        if (event.seq, event.prev, event.hash) != (place, prev, digest):
            yield f"chain: event {event.seq} does not follow"
        prev = event.hash


def _told(well: World | None, record: Record, now: Snapshot) -> Iterator[str]:
    """Each protected row has its event, and the newest tells the row as it is.

    ``well``: a world in which all was found well; what is still as it was there is not asked.
    """
    for table in {*now.rows, *record.histories}:
        rows = {} if table in NOT_RECORDED else now.rows.get(table, {})
        known = well.rows.get(table, {}) if well else {}
        told, before = record.of(table).told, well.record.of(table).told if well else {}
        if rows is known and told is before:
            continue
        yield from (f"record: {table} {key} has no event" for key in sorted(rows.keys() - told))
        yield from (f"record: no row for {table} {key}" for key in sorted(told.keys() - rows))
        for key in rows.keys() & told.keys():
            if rows[key] is known.get(key) and told[key] is before.get(key):
                continue
            if len(told[key]) > 1 and not CHANGEABLE.get(table):
                yield f"record: {table} {key} was told {len(told[key])} times"
            if not _tells(told[key][-1].payload, table, rows[key]):
                yield f"record: event {told[key][-1].seq} does not tell {table} {key} as it is"


def _tells(payload: str, table: str, row: Row) -> bool:
    told = dict(read_payload(payload))
    digests = told.pop("digests", {})
    expected = {
        name: hashlib.sha256(str("" if row[name] is None else row[name]).encode()).hexdigest()
        for name in digests
    }
    plain = {name: value for name, value in row.items() if name not in digests}
    for name in UNTOLD.get(table, ()):
        plain.pop(name)
    for name in ALSO_TOLD.get(table, ()):
        told.pop(name)
    return digests == expected and told == plain


_LAW = Counter(
    (
        flow.value, each.name, source, source if each.target is None else each.target,
        role.value, each.power.value, each.scope.value,
    )
    for flow, table in LAW.items()
    for each in table.transitions
    for source in each.sources
    for role in each.by
)  # fmt: skip


def _closed_tables(before: Snapshot, now: Snapshot) -> Iterator[str]:
    """The lawful acts in the database are those of the tables, and no others."""
    there = now.rows["registry_lawfulact"]
    if there == before.rows.get("registry_lawfulact"):
        return
    names = ("flow", "act", "source", "target", "role", "power", "scope")
    if Counter(tuple(row[name] for name in names) for row in there.values()) != _LAW:
        yield "lawful acts: the closed table differs from the gate's tables"
