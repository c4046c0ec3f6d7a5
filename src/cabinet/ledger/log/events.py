"""Reading the record in order, some events at a time."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from clearance.ledger.entry import Event

_AT_ONCE = 4096
_QUERY = (
    "SELECT seq, table_name, row_id, amends, at, payload, hash FROM ledger_event "
    "WHERE seq > %s ORDER BY seq LIMIT %s"
)


def events_after(connection: BaseDatabaseWrapper, seq: int, most: int = _AT_ONCE) -> list[Event]:
    """Return the events after one, at most so many, in order."""
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, [seq, most])
        return [Event(*row) for row in cursor.fetchall()]


def all_events(connection: BaseDatabaseWrapper, after: int = 0) -> Iterator[Event]:
    """Yield every event after one, in order, with bounded memory."""
    while found := events_after(connection, after):
        yield from found
        after = found[-1].seq
