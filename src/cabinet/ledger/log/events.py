"""Reading the record in order, some events at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

from clearance.ledger.entry import Event

_AT_ONCE = 4096
_AT_ONCE_BY_NUMBER = 500
_SELECT = "SELECT seq, table_name, row_id, amends, at, payload, hash FROM ledger_event "
_QUERY = f"{_SELECT}WHERE seq > %s ORDER BY seq LIMIT %s"
_OF_NUMBERS = f"{_SELECT}WHERE seq IN"


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


def events_of(connection: BaseDatabaseWrapper, seqs: Sequence[int]) -> list[Event]:
    """Return the events of these numbers, in order."""
    found: list[Event] = []
    for begin in range(0, len(seqs), _AT_ONCE_BY_NUMBER):
        wanted = list(seqs[begin : begin + _AT_ONCE_BY_NUMBER])
        places = ", ".join(["%s"] * len(wanted))
        with connection.cursor() as cursor:
            cursor.execute(f"{_OF_NUMBERS} ({places})", wanted)
            found += [Event(*row) for row in cursor.fetchall()]
    return sorted(found, key=lambda event: event.seq)
