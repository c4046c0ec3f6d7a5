"""The cosignatures of several witnesses on one checkpoint, gathered as they come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clearance.ledger.checkpoint import cosigned_at, read_checkpoint, witnesses
from clearance.ledger.note import Note, PublicKey


def gathered(
    kept: Iterable[Note], coming: Note, known: Sequence[PublicKey], quorum: int
) -> list[Note]:
    """Return the checkpoints that are kept, with the cosignatures of a coming one, oldest first.

    Of a witness's two cosignatures on one checkpoint the later stays. What is older than the
    newest checkpoint with a quorum is not kept.
    """
    texts: dict[str, Note] = {}
    for note in (*kept, coming):
        before = texts.get(note.text)
        texts[note.text] = note if before is None else _together(before, note, known)
    notes = sorted(texts.values(), key=lambda note: read_checkpoint(note).size)
    best = newest_with_quorum(notes, known, quorum)
    return notes if best is None else notes[notes.index(best) :]


def newest_with_quorum(
    notes: Iterable[Note], known: Sequence[PublicKey], quorum: int
) -> Note | None:
    """Return the newest checkpoint that enough witnesses cosigned; None: there is none."""
    enough = [note for note in notes if len(witnesses(note, known)) >= max(quorum, 1)]
    return max(enough, key=lambda note: read_checkpoint(note).size, default=None)


def _together(one: Note, other: Note, known: Sequence[PublicKey]) -> Note:
    """Return one text with the signatures of both, each witness's latest once."""
    lines = {(each.name, each.hash): each for each in one.signatures}
    for each in other.signatures:
        lines.setdefault((each.name, each.hash), each)
    for key in known:
        told = max(
            (note for note in (one, other) if cosigned_at(note, key) is not None),
            key=lambda note: cosigned_at(note, key) or 0,
            default=None,
        )
        line = told.of(key) if told is not None else None
        if line is not None:
            lines[key.name, key.hash] = line
    return Note(one.text, tuple(lines.values()))
