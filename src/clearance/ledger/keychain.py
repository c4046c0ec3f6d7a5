"""The keys of a log, one after the other: each but the first is signed by the one before it."""

from __future__ import annotations

from collections.abc import Iterable

from clearance.ledger.note import BadNote, Note, PublicKey, SigningKey, is_signed, read_key, signed


class BrokenChain(BadNote):
    """A new key was not named by the key before it."""


_WORDS = "signs from now on with the key"


def handed_over(old: SigningKey, new: PublicKey) -> Note:
    """Return the note by which an old key names the new one."""
    return signed(f"{old.name}\n{_WORDS}\n{new}\n", [old])


def followed(first: PublicKey, notes: Iterable[Note]) -> list[PublicKey]:
    """Return the first key and those that followed it, the one in use last.

    :raises BrokenChain: a note is not signed by the key before, or names none of this log.
    """
    keys = [first]
    for note in notes:
        lines = note.text.split("\n")
        if not is_signed(note, keys[-1]):
            raise BrokenChain("A new key was not signed by the key before it.")
        if len(lines) != 4 or lines[:2] != [first.name, _WORDS]:
            raise BrokenChain("A note of the log's keys names no new key.")
        try:
            keys.append(read_key(lines[2]))
        except BadNote as error:
            raise BrokenChain(str(error)) from error
    return keys
