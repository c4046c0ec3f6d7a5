"""What opens the entries of the log, with names and texts in the clear where they still stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import islice

from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.guards.registry import declared
from clearance.ledger.entry import Event, Opening, openings_of

_AT_ONCE = 500
_DIGESTS = "digests."


def shown(
    events: Iterable[Event], secret: bytes, connection: BaseDatabaseWrapper
) -> Iterator[Opening]:
    """Yield what opens each entry; a text that was amended since stands there as its hash only."""
    events = iter(events)
    while batch := list(islice(events, _AT_ONCE)):
        texts = _texts(batch, connection)
        for event in batch:
            row = texts.get((event.table, event.row), {})
            for opening in openings_of(event, secret):
                yield _in_the_clear(opening, row)


def _in_the_clear(opening: Opening, row: dict[str, str]) -> Opening:
    """Return the opening with its text, where the row still holds the text that was hashed."""
    text = row.get(opening.name.removeprefix(_DIGESTS))
    if text is None or not opening.name.startswith(_DIGESTS):
        return opening
    same = sha256(text.encode()).hexdigest() == opening.hash
    return replace(opening, text=text) if same else opening


def _texts(
    events: Iterable[Event], connection: BaseDatabaseWrapper
) -> dict[tuple[str, int], dict[str, str]]:
    """Return the texts of the events' rows, which the record holds as hashes."""
    columns = {each.table: each.digests for each in declared().protected if each.digests}
    wanted: dict[str, set[int]] = defaultdict(set)
    for event in events:
        if event.table in columns:
            wanted[event.table].add(event.row)
    found: dict[tuple[str, int], dict[str, str]] = {}
    with connection.cursor() as cursor:
        for table, keys in wanted.items():
            names = columns[table]
            listed = ", ".join(f'"{name}"' for name in names)
            places = ", ".join(["%s"] * len(keys))
            cursor.execute(
                f'SELECT id, {listed} FROM "{table}" WHERE id IN ({places})', sorted(keys)
            )
            for key, *values in cursor.fetchall():
                told = ("" if value is None else str(value) for value in values)
                found[table, key] = dict(zip(names, told, strict=True))
    return found
