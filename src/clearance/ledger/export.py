"""An export of the ledger: a folder that is verified with nothing but this package.

checkpoint        size and root of the log, signed and perhaps cosigned
log.pub           the key of the log
tile/...          the tree and the entries
openings.jsonl    what may be shown of the entries; absent: nothing is shown
files/            files of papers under their SHA-256; absent: they are not compared
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from clearance.ledger.entry import Opening
from clearance.ledger.log import CHECKPOINT
from clearance.ledger.note import BadNote, Note, PublicKey, read_key, read_note

KEY = "log.pub"
KEYS = "keys"
OPENINGS = "openings.jsonl"
STORE = "files"
_BETWEEN = "=====\n"


def read_export(folder: Path) -> tuple[str, PublicKey]:
    """Return the checkpoint's text and the log's key as the folder gives them.

    :raises OSError: one of them is lacking. :raises BadNote: the key is none.
    """
    try:
        told = (folder / CHECKPOINT).read_text(encoding="utf-8")
        return told, read_key((folder / KEY).read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise BadNote("The checkpoint or the key is no text.") from error


def read_keys(folder: Path) -> list[Note]:
    """Return the notes by which each key of the log named the next, in order.

    :raises BadNote: the file holds what is no note.
    """
    path = folder / KEYS
    told = path.read_text(encoding="utf-8") if path.exists() else ""
    return [read_note(each) for each in told.split(_BETWEEN) if each]


def add_key(folder: Path, note: Note) -> None:
    """Add the note by which the key in use named the next."""
    with (folder / KEYS).open("a", encoding="utf-8") as file:
        file.write(f"{note}{_BETWEEN}")
        file.flush()
        os.fsync(file.fileno())


def read_openings(folder: Path) -> Iterator[Opening]:
    """Yield the openings of an export; :raises BadNote: a line of the file is none."""
    if not (folder / OPENINGS).exists():
        return
    with (folder / OPENINGS).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield Opening(**json.loads(line))
            except (ValueError, TypeError) as error:
                raise BadNote(f"Line {number} of {OPENINGS} is no opening.") from error


def write_openings(folder: Path, openings: Iterable[Opening]) -> None:
    """Write what may be shown of the entries, one line each."""
    with (folder / OPENINGS).open("w", encoding="utf-8") as file:
        for opening in openings:
            file.write(json.dumps(asdict(opening)) + "\n")
