"""A text with suggestions taken up: a corrected file where its form can be written, else the text.

What could not be written where it stands is told, never dropped in silence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clearance.reading import Document, read_bytes
from clearance.review.report.word import NotWord, with_corrections

_WRITTEN = frozenset({"docx", "text"})  # the forms that are written anew, words in their place


@dataclass(frozen=True)
class Taken:
    """A stretch of a text and what is written there instead; '' strikes it out."""

    key: str
    begins: int
    ends: int
    text: str


@dataclass(frozen=True)
class Mended:
    """A corrected text. ``content`` None: a file of its form cannot be written anew.

    ``taken`` are the corrections that stand in it, in order of place; ``left`` those that the
    drafter must write, since they overlap another, run over the end of a paragraph, or stand in a
    number that the word processor shows by itself.
    """

    content: bytes | None
    text: str
    taken: tuple[Taken, ...]
    left: tuple[Taken, ...]


def key_of(code: str, begins: int, ends: int, suggestion: str | None) -> str:
    """Return a name for a finding that stays the same while its rule, place and advice do."""
    told = f"{code}|{begins}|{ends}|{suggestion}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def can_be_written(document: Document) -> bool:
    """Tell whether a file of this form is written anew with its corrections in their place."""
    return document.format in _WRITTEN


def mended(content: bytes, document: Document, wanted: Iterable[Taken]) -> Mended:
    """Return the file and its text with what is wanted written in its place."""
    chosen, left = _apart(sorted(wanted, key=lambda each: (each.begins, -each.ends)))
    if document.format == "text":
        text = _written(document.text, chosen)
        return Mended(text.encode(), text, tuple(chosen), tuple(left))
    if document.format == "docx":
        return _in_word(content, document, chosen, left)
    return Mended(None, _written(document.text, chosen), tuple(chosen), tuple(left))


def _apart(ordered: Sequence[Taken]) -> tuple[list[Taken], list[Taken]]:
    """Return those that do not overlap, the first of each place, and the others."""
    chosen: list[Taken] = []
    left: list[Taken] = []
    for each in ordered:
        overlaps = bool(chosen) and each.begins < chosen[-1].ends
        same_place = bool(chosen) and (each.begins, each.ends) == (
            chosen[-1].begins,
            chosen[-1].ends,
        )
        (left if overlaps or same_place else chosen).append(each)
    return chosen, left


def _written(text: str, chosen: Iterable[Taken]) -> str:
    """Return the text with each stretch written anew."""
    pieces: list[str] = []
    reached = 0
    for each in chosen:
        pieces += [text[reached : each.begins], each.text]
        reached = each.ends
    return "".join(pieces) + text[reached:]


def _in_word(content: bytes, document: Document, chosen: list[Taken], left: list[Taken]) -> Mended:
    """Correct a Word file in place; what it did not take is found by reading it again."""
    taken: list[Taken] = []
    for each in chosen:
        alone = _corrected(content, [each])
        fits = alone is not None and _reads(alone, document.text, [each])
        (taken if fits else left).append(each)
    corrected = _corrected(content, taken)
    if corrected is None or not _reads(corrected, document.text, taken):
        return Mended(None, _written(document.text, chosen), tuple(chosen), tuple(left))
    text = _written(document.text, taken)
    return Mended(corrected, text, tuple(taken), tuple(sorted(left, key=lambda one: one.begins)))


def _corrected(content: bytes, chosen: Iterable[Taken]) -> bytes | None:
    try:
        return with_corrections(content, [(each.begins, each.ends, each.text) for each in chosen])
    except NotWord:
        return None


def _reads(corrected: bytes, text: str, chosen: Sequence[Taken]) -> bool:
    """Tell whether the corrected file reads as it should, blanks aside."""
    return read_bytes(corrected).text.split() == _written(text, chosen).split()


@dataclass(frozen=True)
class Piece:
    """A stretch of a corrected text: as it stood, struck out (``old``), and written (``new``)."""

    text: str = ""
    old: str = ""
    new: str = ""


def before_and_after(text: str, taken: Sequence[Taken]) -> Iterator[Piece]:
    """Yield the text with what is struck out and what is written instead."""
    reached = 0
    for each in taken:
        if each.begins > reached:
            yield Piece(text[reached : each.begins])
        yield Piece(old=text[each.begins : each.ends], new=each.text)
        reached = each.ends
    if reached < len(text):
        yield Piece(text[reached:])
