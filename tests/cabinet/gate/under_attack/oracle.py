"""The oracle: reads the whole database after each step and says what should not be there.

It shares no code with the application but the tables of ``clearance.gate``, which are the law.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from clearance.gate import TABLES as LAW
from tests.cabinet.gate.under_attack.keeping import broken_books
from tests.cabinet.gate.under_attack.laws import broken_laws
from tests.cabinet.gate.under_attack.papers import papers_missing
from tests.cabinet.gate.under_attack.rights import broken_rights
from tests.cabinet.gate.under_attack.snapshot import (
    NOT_RECORDED,
    Event,
    Row,
    Rows,
    Snapshot,
    read,
)
from tests.cabinet.gate.under_attack.world import World, read_payload

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


@dataclass
class Oracle:
    """Looks at one database again and again. ``rows`` runs a query and returns its rows.

    ``by_reader``: over a connection that never writes.
    """

    vendor: str
    rows: Rows
    by_reader: bool = False
    last: Snapshot = field(default_factory=Snapshot)
    looks: int = 0
    _content: Snapshot | None = None
    _world: World | None = None
    _judged: World | None = None
    _seen: World | None = None

    def at_a_copy(self, rows: Rows) -> Oracle:
        """Return an oracle at a copy of the database that this one has looked at last.

        It reads everything anew all the same, and judges it unless each row is as it was here.
        """
        last = replace(self.last, version=None)  # what another connection says is of another file
        content = last if self._content is self.last else None
        return Oracle(self.vendor, rows, self.by_reader, last, _content=content)

    def look(self) -> list[str]:
        """Read everything anew and return what is wrong, an empty list if all is well."""
        now = self._read(self.last)
        self.looks += 1
        if self._found_well(now):
            return []
        wrong = list(self._judge(now))
        self.last, self._world = now, self._judged
        self._content = None if wrong else now
        return wrong

    def judge_again(self) -> list[str]:
        """Return what is wrong now without remembering what was seen, for an attack undone."""
        now = self._read(self.last)
        return [] if self._found_well(now) else list(self._judge(now))

    def _found_well(self, now: Snapshot) -> bool:
        """Tell whether all was well at the last look and not a row is otherwise since.

        The judgement depends on nothing but what was read: the same again is not judged again.
        """
        return self._content is self.last and now.is_same_as(self.last)

    def see(self) -> World:
        """Read everything anew without a judgement, and return it with its history."""
        now = self._read(self._seen.snapshot if self._seen else self.last)
        if self._seen is None or not now.is_same_as(self._seen.snapshot):
            self._seen = World(now, self._seen)
        return self._seen

    def _read(self, before: Snapshot) -> Snapshot:
        return read(self.vendor, self.rows, before, by_reader=self.by_reader)

    def world(self) -> World:
        """Return what the last look saw, with its history."""
        if self._world is None or self._world.snapshot is not self.last:
            self._world = World(self.last)
        return self._world

    def _judge(self, now: Snapshot) -> Iterator[str]:
        yield from _vanished(self.last, now)
        yield from _chain(self.last.events, now.events)
        yield from _closed_tables(self.last, now)
        yield from (f"dangling: {each}" for each in now.dangling)
        try:
            yield from _told(self._content or Snapshot(), now)
            self._judged = world = World(now, self.world() if self._content else None)
            yield from broken_laws(world)
            yield from papers_missing(world)
            yield from broken_books(world)
            yield from broken_rights(world, self.last)
        except (LookupError, ValueError, TypeError, AttributeError) as error:
            yield f"unreadable: {type(error).__name__} {error}"


def _vanished(before: Snapshot, now: Snapshot) -> Iterator[str]:
    """Nothing recorded earlier has changed or vanished."""
    for (table, key), line in before.raw.items():
        there = now.raw.get((table, key))
        if there is None:
            yield f"vanished: {table} {key}"
        elif there != line:
            old, new = before.rows[table][key], now.rows[table][key]
            changed = {name for name in old if old[name] != new[name]}
            if changed - CHANGEABLE.get(table, set()):
                yield f"changed: {table} {key} {sorted(changed)}"
            if changed & {"correspondent_id", "level", "kind"} and _authorised(key, now):
                yield f"changed: {table} {key} {sorted(changed)} after its authorisation"
            if "sealed" in changed and not _brought_in(key, old, now):
                yield f"sealed: item {key} was opened by nobody"
    for table, rows in now.rows.items():
        known = before.rows.get(table, {})
        for key in (rows.keys() - known.keys()) if known else ():
            if key < max(known):
                yield f"order: {table} {key} came after {max(known)}"


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


def _told(well: Snapshot, now: Snapshot) -> Iterator[str]:
    """Each protected row has its event, and the newest tells the row as it is.

    ``well``: a snapshot in which all was found well; where the record of now goes on from its, only
    what was written since is asked.
    """
    if now.events[: len(well.events)] != well.events:
        well = Snapshot()
    now.count, now.last_new = count, last_new = well.count.copy(), well.last_new.copy()
    now.newest = newest = dict(well.newest)
    changed = {place for place, line in now.raw.items() if well.raw.get(place) != line}
    for event in now.events[len(well.events) :]:
        place = (event.table, event.row)
        changed.add(place)
        if event.amends != count[place]:
            yield f"record: event {event.seq} amends {event.amends}, not {count[place]}"
        if not event.amends and event.row <= last_new[event.table]:
            yield f"order: {event.table} {event.row} came after {last_new[event.table]}"
        last_new[event.table] = max(last_new[event.table], event.row)
        count[place] += 1
        newest[place] = event
    recorded = {place for place in now.raw if place[0] not in NOT_RECORDED}
    yield from (f"record: {place} has no event" for place in sorted(recorded - newest.keys()))
    yield from (f"record: no row for {place}" for place in sorted(newest.keys() - recorded))
    for place in changed & recorded & newest.keys():
        table, key = place
        if count[place] > 1 and not CHANGEABLE.get(table):
            yield f"record: {place} was told {count[place]} times"
        if not _tells(newest[place].payload, table, now.rows[table][key]):
            yield f"record: event {newest[place].seq} does not tell {place} as it is"


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
