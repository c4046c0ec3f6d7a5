"""The record by the rows that it tells of. Order is the order of the record, never a clock."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tests.cabinet.gate.under_attack.snapshot import Event, Row


@dataclass
class History:
    """What the record tells of one table: by row all its events, and when the first came."""

    told: dict[int, list[Event]] = field(default_factory=dict)
    seq: dict[int, float] = field(default_factory=dict)
    last_new: int = 0

    def copy(self) -> History:
        return History(dict(self.told), dict(self.seq), self.last_new)

    def take(self, event: Event) -> Iterator[str]:
        """Take the next event; say what of its place is wrong."""
        earlier = self.told.get(event.row, [])
        if event.amends != len(earlier):
            yield f"record: event {event.seq} amends {event.amends}, not {len(earlier)}"
        if not event.amends and event.row <= self.last_new:
            yield f"order: {event.table} {event.row} came after {self.last_new}"
        self.told[event.row] = [*earlier, event]
        self.seq.setdefault(event.row, float(event.seq))
        self.last_new = max(self.last_new, event.row)


class Record:
    """All events by table. ``before``: one that this may be a longer one of.

    ``faults`` are of the events after that one's; the history of a table that they do not tell of
    is that one's very own.
    """

    def __init__(self, events: list[Event], before: Record | None = None) -> None:
        known: list[Event] = before.events if before else []
        goes_on = before is not None and events[: len(known)] == known
        self.events: list[Event] = events
        self.faults: list[str] = []
        self.histories: dict[str, History] = dict(before.histories) if before and goes_on else {}
        by_table: defaultdict[str, list[Event]] = defaultdict(list)
        for event in events[len(known) :] if goes_on else events:
            by_table[event.table].append(event)
        for table, told in by_table.items():
            history = self.histories[table] = self.of(table).copy()
            self.faults += [fault for event in told for fault in history.take(event)]

    def of(self, table: str) -> History:
        """Return what is told of a table."""
        return self.histories.get(table) or History()


@lru_cache(maxsize=2**16)
def read_payload(payload: str) -> Row:
    """Parse a payload once: an oracle comes back to the same ones, at each look and in each law."""
    told: Row = json.loads(payload)
    return told
