"""The sequencer: brings the events of the record into the log, in order, and signs its head.

One at a time. Killed at any point it goes on where the last checkpoint stands. It never goes on
from a record that is not the one that it signed: that is what an auditor must see first.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import connection

from cabinet.ledger.head import head_of
from cabinet.ledger.log.events import events_after
from cabinet.ledger.log.keys import CannotSign, put_new_key, salt, signing_key
from cabinet.ledger.log.place import alone, heads_sent, log_folder
from clearance.ledger.entry import entry_of
from clearance.ledger.log import CHECKPOINT, Log, LogReader
from clearance.ledger.note import Note, SigningKey, read_note
from clearance.ledger.tiles import WIDTH, Folder

AT_ONCE = 4096


class NotTheRecord(CannotSign):
    """The database's record is not the one that the log was made of; nothing was added."""


def bring_in(most: int = AT_ONCE) -> int:
    """Bring events into the log and sign it; return how many were new, 0 for none.

    :raises CannotSign: the record was set back or altered since the log was signed, or the key
        that signs it is not there.
    """
    with alone() as place:
        return _bring_in(place, most)


def bring_in_all() -> Note:
    """Bring every event into the log and return its checkpoint; :raises CannotSign: as above."""
    while bring_in() == AT_ONCE:
        pass
    return read_note((log_folder() / CHECKPOINT).read_text(encoding="utf-8"))


def replace_key(*, lost: bool) -> SigningKey:
    """Sign the log's head with a new key from now on, and return the key.

    :raises CannotSign: the record is not the log's, or the old key is not there and not ``lost``.
    """
    with alone() as place:
        while not lost and _bring_in(place, AT_ONCE) == AT_ONCE:
            pass
        new = put_new_key(lost=lost)
        Log(Folder(place), settings.LEDGER_NAME, new).append([])
    return new


def _bring_in(place: Path, most: int) -> int:
    folder = Folder(place)
    log = Log(folder, settings.LEDGER_NAME, signing_key())
    secret = salt()
    if log.size:
        _require_same_record(folder, log.size, secret)
    elif sent := heads_sent():
        raise NotTheRecord(
            f"There is no log in {place}, though heads of one left the house ({sent[0].name}). "
            "Restore the folder from the newest backup. To begin a new log, name other folders "
            "(CABINET_LEDGER, CABINET_CHECKPOINTS) and tell the auditors."
        )
    events = events_after(connection, log.size, most)
    if events or not (place / CHECKPOINT).exists():
        log.append([entry_of(event, secret) for event in events])
    return len(events)


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
