"""The log copied out of the house, with what may be shown of it and the files, where wanted."""

from __future__ import annotations

import shutil
from itertools import takewhile
from pathlib import Path

from django.conf import settings
from django.db import connection

from cabinet.ledger.log.events import all_events
from cabinet.ledger.log.keys import salt
from cabinet.ledger.log.place import alone
from cabinet.ledger.log.sequencer import bring_in_all
from cabinet.ledger.log.shown import shown
from clearance.ledger.checkpoint import read_checkpoint
from clearance.ledger.export import COSIGNED, KEY, KEYS, STORE, write_openings
from clearance.ledger.log import CHECKPOINT
from clearance.ledger.note import Note, read_note
from clearance.ledger.strays import files_of

_NEVER = shutil.ignore_patterns(".*")


def export_log(to: Path, *, shows: bool, with_files: bool) -> Note:
    """Write an export into a new folder and return the checkpoint over it.

    ``shows``: with what opens the entries' commitments, names and reasons in the clear.
    ``with_files``: with the papers' files.

    :raises FileExistsError: the folder is there already; it is left as it is.
    :raises CannotSign: the record is not the log's, or its key is not there.
    """
    bring_in_all()
    to.mkdir(parents=True)
    note = copy_log(to)
    if shows:
        size = read_checkpoint(note).size
        events = takewhile(lambda event: event.seq <= size, all_events(connection))
        write_openings(to, shown(events, salt(), connection))
    if with_files:
        shutil.copytree(settings.FILES, to / STORE, ignore=_NEVER)
    return note


def copy_log(to: Path) -> Note:
    """Copy the log as one checkpoint knows it, and return the checkpoint.

    :raises OSError: there is no log, or a file of it is lacking.
    """
    with alone() as place:
        told = (place / CHECKPOINT).read_text(encoding="utf-8")
        note = read_note(told)
        for path in sorted(files_of(read_checkpoint(note).size)):
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(place / path, to / path)
        for name in (KEY, KEYS, COSIGNED):
            if (place / name).exists():
                shutil.copyfile(place / name, to / name)
        (to / CHECKPOINT).write_text(told, encoding="utf-8")
    return note
