"""The head of the record: its newest event, by which a copy is told from what came after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper

NEWEST_EVENT = "SELECT seq, hash, at FROM ledger_event ORDER BY seq DESC LIMIT 1"


class Head(NamedTuple):
    """The newest event: how many there are, its hash in hex, its moment as it was written."""

    events: int
    hash: str
    at: str


NOTHING_YET = Head(0, "0" * 64, "")


def head_of(connection: BaseDatabaseWrapper) -> Head:
    """Return the head of the record as this connection sees it."""
    with connection.cursor() as cursor:
        cursor.execute(NEWEST_EVENT)
        return head_in(cursor.fetchone)


def head_in(fetch: Callable[[], tuple[int, str, str] | None]) -> Head:
    """Return the head from the answer to ``NEWEST_EVENT``; no row: nothing was recorded yet."""
    row = fetch()
    return Head(*row) if row else NOTHING_YET
