"""The sequencer: brings the events of the record into the log, in order, and signs its head.

One at a time. Killed at any point it goes on where the last checkpoint stands. It never goes on
from a record that is not the one that it signed: that is what an auditor must see first.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from cabinet.ledger.head import head_of
from cabinet.ledger.log.events import events_after
from cabinet.ledger.log.keys import salt, signing_key
from clearance.ledger.entry import entry_of
from clearance.ledger.log import CHECKPOINT, Log, LogReader
from clearance.ledger.note import Note, read_note
from clearance.ledger.tiles import WIDTH, Folder

AT_ONCE = 4096


class NotTheRecord(RuntimeError):
    """The database's record is not the one that the log was made of; nothing was added."""


def bring_in(most: int = AT_ONCE) -> int:
    """Bring events into the log and sign it; return how many were new, 0 for none.

    :raises NotTheRecord: the record was set back or altered since the log was signed.
    """
    with _alone():
        folder = Folder(Path(settings.LEDGER))
        log = Log(folder, settings.LEDGER_NAME, signing_key())
        secret = salt()
        if log.size:
            _require_same_record(folder, log.size, secret)
        events = events_after(connection, log.size, most)
        if events or not (folder.place / CHECKPOINT).exists():
            log.append([entry_of(event, secret) for event in events])
        return len(events)


def bring_in_all() -> Note:
    """Bring every event into the log and return its checkpoint; :raises NotTheRecord: as above."""
    while bring_in() == AT_ONCE:
        pass
    return read_note((Path(settings.LEDGER) / CHECKPOINT).read_text(encoding="utf-8"))


def sign_anew() -> None:
    """Sign the log's head with the key in use, though no event is new."""
    with _alone():
        Log(Folder(Path(settings.LEDGER)), settings.LEDGER_NAME, signing_key()).append([])


def _require_same_record(folder: Folder, size: int, secret: bytes) -> None:
    """Compare the last event that the log holds with the one in the database."""
    there = events_after(connection, size - 1, 1)
    if not there or there[0].seq != size:
        raise NotTheRecord(
            f"The log was signed with {size} events, and the database holds "
            f"{head_of(connection).events}: it was set back to an earlier day. Restore the newest "
            "backup, or begin a new log in another folder (CABINET_LEDGER) and tell the auditors."
        )
    reader = LogReader(folder, folder.read(CHECKPOINT).decode())
    last = list(reader.bundle((size - 1) // WIDTH))[-1]
    if last != entry_of(there[0], secret):
        raise NotTheRecord(
            f"Event {size} of the database is not the one that the log was signed with. "
            "Run `cabinet verify` and call the Internal Auditor."
        )


@contextmanager
def _alone() -> Iterator[None]:
    folder = Path(settings.LEDGER)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
