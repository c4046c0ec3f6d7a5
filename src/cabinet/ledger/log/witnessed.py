"""The cosignatures that witnesses bring back, kept beside the log."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings

from cabinet.ledger.log.keys import keys_of_the_log
from cabinet.ledger.log.place import alone, log_folder
from clearance.ledger import tree
from clearance.ledger.checkpoint import read_checkpoint, witnesses
from clearance.ledger.cosigning import gathered, newest_with_quorum
from clearance.ledger.export import COSIGNED, read_cosigned, written_notes
from clearance.ledger.log import CHECKPOINT, LogReader
from clearance.ledger.note import Note, is_signed, read_note
from clearance.ledger.tiles import Damaged, Folder


class Witnessed(NamedTuple):
    """The newest checkpoint with a quorum: its size, 0 for none; the names of who cosigned it."""

    size: int
    names: tuple[str, ...]


class NotOurs(ValueError):
    """A cosigned checkpoint is not of this log, or no known witness signed it; nothing is kept."""


def take_cosigned(told: str) -> Witnessed:
    """Keep a checkpoint that came back from a witness, and return how the log stands by now.

    :raises NotOurs: it is not of this log's history, or nobody whom the settings name signed it.
    :raises BadNote: it is no checkpoint.
    """
    note = read_note(told)
    _require_ours(note)
    if not witnesses(note, settings.WITNESSES):
        raise NotOurs(
            "No witness that CABINET_WITNESSES names cosigned this checkpoint. Add the witness's "
            "public key to that setting, or ask the witness to sign again."
        )
    with alone() as place:
        kept = gathered(read_cosigned(place), note, settings.WITNESSES, settings.QUORUM)
        Folder(place).replace(COSIGNED, written_notes(kept))
    return witnessed()


def witnessed() -> Witnessed:
    """Return the newest checkpoint that a quorum of the witnesses cosigned."""
    notes = read_cosigned(log_folder())
    best = newest_with_quorum(notes, settings.WITNESSES, settings.QUORUM)
    if best is None:
        return Witnessed(0, ())
    names = tuple(key.name for key in witnesses(best, settings.WITNESSES))
    return Witnessed(read_checkpoint(best).size, names)


def _require_ours(note: Note) -> None:
    """Return if the log signed the note and grew out of what it says."""
    older = read_checkpoint(note)
    if not any(is_signed(note, key) for key in keys_of_the_log()):
        raise NotOurs("The checkpoint is not signed by a key of this log.")
    folder = log_folder()
    reader = LogReader(Folder(folder), (folder / CHECKPOINT).read_text(encoding="utf-8"))
    try:
        proof = reader.consistency_proof(older.size) if 0 < older.size < reader.size else []
        tree.verify_consistency(older.size, reader.size, older.root, reader.checkpoint.root, proof)
    except (tree.WrongProof, Damaged) as error:
        raise NotOurs(f"The log did not grow out of this checkpoint: {error}") from error
