"""The log copied out of the house, with what may be shown of it and the files, where wanted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from cabinet.ledger.log.events import all_events
from cabinet.ledger.log.keys import salt
from cabinet.ledger.log.sequencer import bring_in_all
from clearance.ledger.entry import Event, Opening, openings_of
from clearance.ledger.export import STORE, write_openings
from clearance.ledger.note import Note

_NEVER = shutil.ignore_patterns(".*")


def export_log(to: Path, *, shows: bool, with_files: bool) -> Note:
    """Write an export into a new folder and return the checkpoint over it.

    ``shows``: with what opens the entries' commitments. ``with_files``: with the papers' files.

    :raises FileExistsError: the folder is there already; it is left as it is.
    :raises NotTheRecord: the record is not the one that the log was made of.
    """
    note = bring_in_all()
    shutil.copytree(settings.LEDGER, to, ignore=_NEVER)
    if shows:
        write_openings(to, _openings(all_events(connection), salt()))
    if with_files:
        shutil.copytree(settings.FILES, to / STORE, ignore=_NEVER)
    return note


def _openings(events: Iterator[Event], secret: bytes) -> Iterator[Opening]:
    for event in events:
        yield from openings_of(event, secret)
