"""Checkpoints: the size and root of the log, signed, and cosigned by witnesses with the time.

Source: C2SP tlog-checkpoint and tlog-cosignature (cosignature/v1).
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass

from clearance.ledger.note import COSIGNATURE, BadNote, Note, PublicKey, Signature, SigningKey


@dataclass(frozen=True)
class Checkpoint:
    """The log ``origin`` had so many entries, and this root. ``more``: lines that stand below."""

    origin: str
    size: int
    root: bytes
    more: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the text that is signed."""
        told = (self.origin, str(self.size), base64.b64encode(self.root).decode(), *self.more)
        return "".join(f"{line}\n" for line in told)


def read_checkpoint(note: Note) -> Checkpoint:
    """Return the checkpoint that a note holds; :raises BadNote: it holds none."""
    lines = note.text.split("\n")
    if len(lines) < 4 or lines[-1] or not lines[0]:
        raise BadNote("The note is no checkpoint.")
    origin, size, root, *more = lines[:-1]
    plain = size.isascii() and size.isdigit() and (size == "0" or size[0] != "0")
    try:
        raw = base64.b64decode(root, validate=True)
    except binascii.Error:
        raw = b""
    if not plain or len(size) > 18 or len(raw) != 32 or "" in more:
        raise BadNote("The note is no checkpoint.")
    return Checkpoint(origin, int(size), raw, tuple(more))


def cosigned(note: Note, key: SigningKey, at: int) -> Note:
    """Return the note with the cosignature of a witness; ``at``: seconds since 1970, UTC.

    An earlier cosignature of the same witness is replaced.
    """
    told = at.to_bytes(8, "big") + key.sign(_cosigned_text(note, at))
    public = key.public
    others = tuple(
        each for each in note.signatures if (each.name, each.hash) != (public.name, public.hash)
    )
    return Note(note.text, (*others, Signature(public.name, public.hash, told)))


def cosigned_at(note: Note, key: PublicKey) -> int | None:
    """Return when a witness cosigned, in seconds since 1970; None: it did not, or falsely."""
    line = note.of(key)
    if key.kind != COSIGNATURE or line is None or len(line.told) != 72:
        return None
    at = int.from_bytes(line.told[:8], "big")
    return at if key.verify(_cosigned_text(note, at), line.told[8:]) else None


def witnesses(note: Note, keys: Iterable[PublicKey]) -> list[PublicKey]:
    """Return those of the witnesses who cosigned the note, each once."""
    return [key for key in dict.fromkeys(keys) if cosigned_at(note, key) is not None]


def _cosigned_text(note: Note, at: int) -> bytes:
    return f"cosignature/v1\ntime {at}\n{note.text}".encode()
