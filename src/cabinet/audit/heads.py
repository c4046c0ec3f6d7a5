"""Heads of the log that leave the machine: to a folder, by mail to the auditor, time-stamped.

A chain proves nothing of its newest rows unless its head is kept elsewhere. What cannot be sent is
tried again, and shown to the administrator; the head in the folder is there all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from cabinet.audit.errands import mail_head, stamp_head
from cabinet.ledger.log.place import HEAD, heads_sent
from cabinet.ledger.log.sequencer import bring_in_all
from cabinet.ledger.one_act import one_act
from clearance.ledger.checkpoint import read_checkpoint
from clearance.ledger.note import read_note
from clearance.ledger.tiles import Folder

_TIME_TO_STAMP = timedelta(minutes=1)  # so that the mail brings the time-stamp along


@dataclass(frozen=True)
class Sent:
    """A head that left: its file, and the keys of the errands that take it further."""

    file: Path
    errands: tuple[str, ...]


def send_head(at: datetime) -> Sent:
    """Sign what is new and send the head to wherever the settings say.

    The errands are on the list before the file is in the folder: a crash in between sends another
    head, never none.

    :raises CannotSign: the record is not the log's, or its key is not there; nothing is sent.
    """
    note = str(bring_in_all())
    name = f"{at.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}-{size_of(note.encode())}{HEAD}"
    with one_act():
        errands = []
        if settings.TSA:
            errands.append(stamp_head.enqueue(name, note).id)
        if settings.MAIL:
            mailing = mail_head.using(run_after=at + _TIME_TO_STAMP) if settings.TSA else mail_head
            errands.append(mailing.enqueue(name, note).id)
    folder = Folder(Path(settings.CHECKPOINTS))
    folder.replace(name, note.encode())
    return Sent(folder.place / name, tuple(errands))


def size_of(note: bytes) -> int:
    """Return how many entries a head covers."""
    return read_checkpoint(read_note(note.decode())).size


def is_due(at: datetime) -> bool:
    """Tell whether the next head should leave by now."""
    newest = next(iter(heads_sent()), None)
    if newest is None:
        return True
    sent = datetime.strptime(newest.name[:20], "%Y-%m-%dT%H-%M-%SZ").replace(tzinfo=UTC)
    return at - sent >= timedelta(hours=settings.CHECKPOINT_HOURS)
