"""An export of the ledger: a folder that is verified with nothing but this package.

checkpoint        size and root of the log, signed and perhaps cosigned
log.pub           the key of the log
keys              the notes by which each key named the next; absent: there was one key only
cosigned          checkpoints with the signatures of witnesses; absent: nobody cosigned
tile/...          the tree and the entries
openings.jsonl    what may be shown of the entries, in their order; absent: nothing is shown
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
COSIGNED = "cosigned"
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
    return _notes(folder / KEYS)


def read_cosigned(folder: Path) -> list[Note]:
    """Return the checkpoints that witnesses cosigned; :raises BadNote: one is none."""
    return _notes(folder / COSIGNED)


def written_notes(notes: Iterable[Note]) -> bytes:
    """Return notes as one file holds them."""
    return "".join(f"{note}{_BETWEEN}" for note in notes).encode()


def notes_in(told: str) -> list[Note]:
    """Return the notes of such a file; :raises BadNote: it holds what is no note."""
    return [read_note(each) for each in told.split(_BETWEEN) if each]


def _notes(path: Path) -> list[Note]:
    try:
        return notes_in(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        raise BadNote(f"The file {path.name} is no text.") from error


def add_key(folder: Path, note: Note) -> None:
    """Add the note by which the key in use named the next."""
    with (folder / KEYS).open("a", encoding="utf-8") as file:
        file.write(f"{note}{_BETWEEN}")
        file.flush()
        os.fsync(file.fileno())


def read_openings(folder: Path) -> Iterator[Opening] | None:
    """Return the openings of an export, read as they are asked for; None: nothing is shown."""
    path = folder / OPENINGS
    return _openings(path) if path.is_file() else None


def _openings(path: Path) -> Iterator[Opening]:
    with path.open(encoding="utf-8", errors="replace") as lines:
        yield from openings_in(lines)


def openings_in(lines: Iterable[str]) -> Iterator[Opening]:
    """Yield the openings that lines hold; :raises BadNote: one is none, or out of order."""
    before = 0
    for number, line in enumerate(lines, start=1):
        try:
            opening = Opening(**json.loads(line))
            in_order = opening.seq >= before
        except (ValueError, TypeError) as error:
            raise BadNote(f"Line {number} of {OPENINGS} is no opening.") from error
        if not in_order:
            raise BadNote(f"Line {number} of {OPENINGS} is not in the order of the entries.")
        before = opening.seq
        yield opening


def written_opening(opening: Opening) -> str:
    """Return the line of an opening; what is withheld is not in it."""
    told = {name: value for name, value in asdict(opening).items() if value is not None}
    return json.dumps(told, ensure_ascii=False) + "\n"


def write_openings(folder: Path, openings: Iterable[Opening]) -> None:
    """Write what may be shown of the entries, one line each, in the order of the entries."""
    with (folder / OPENINGS).open("w", encoding="utf-8") as file:
        for opening in openings:
            file.write(written_opening(opening))
