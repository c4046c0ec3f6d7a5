"""The text of a paper with findings and objections marked in it, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cabinet.review.models import Objection, Reading
from cabinet.review.queries import Shown
from clearance.reading.wrapped_lines import read_on

_PARAGRAPH = re.compile(r"[^\n\r\f]*\S[^\n\r\f]*")
_OBJECTED = 0  # the level of a mark that no finding made


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """Return the stretch of each paragraph that says something, in order.

    The lines of a text that was set in lines of one width are parts of their paragraphs.
    """
    return [match.span() for match in _PARAGRAPH.finditer(read_on(text))]


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph. ``numbers``: the findings that begin there, ``objections`` too.

    ``level`` None: nothing marks it; 0: an objection alone.
    """

    text: str
    level: int | None = None
    numbers: tuple[int, ...] = ()
    objections: tuple[int, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the text with its number, counted from 1."""

    no: int
    pieces: tuple[Piece, ...]


@dataclass
class _Mark:
    begins: int
    ends: int
    level: int
    numbers: tuple[int, ...] = ()
    objections: tuple[int, ...] = ()


def marked_paragraphs(
    reading: Reading, shown: Sequence[Shown], objections: Sequence[Objection]
) -> list[Paragraph]:
    """Return the paragraphs of a text, plain and marked in turn; marks that overlap are one."""
    marks = _marks(shown, objections)
    whole = read_on(reading.text)  # of one length with the text
    return [
        Paragraph(no, tuple(_pieces(whole, begins, ends, marks)))
        for no, (begins, ends) in enumerate(paragraphs_of(reading.text), 1)
    ]


def _marks(shown: Sequence[Shown], objections: Sequence[Objection]) -> list[_Mark]:
    single = [
        _Mark(each.finding.begins, each.finding.ends, each.finding.level, (each.finding.no,))
        for each in shown
    ]
    single += [
        _Mark(each.begins, each.ends, _OBJECTED, (), (each.pk,))
        for each in objections
        if each.ends > each.begins
    ]
    joined: list[_Mark] = []
    for mark in sorted(single, key=lambda each: (each.begins, each.ends)):
        if joined and mark.begins < joined[-1].ends:
            last = joined[-1]
            last.ends, last.level = max(last.ends, mark.ends), max(last.level, mark.level)
            last.numbers += mark.numbers
            last.objections += mark.objections
        else:
            joined.append(mark)
    return joined


def _pieces(text: str, begins: int, ends: int, marks: Sequence[_Mark]) -> Iterator[Piece]:
    """Yield the pieces of one paragraph; a mark that began in an earlier one goes on unnumbered."""
    reached = begins
    for mark in marks:
        if mark.begins > ends or (mark.ends < begins) or (mark.ends == begins > mark.begins):
            continue
        first, last = max(mark.begins, begins), min(mark.ends, ends)
        if first > reached:
            yield Piece(text[reached:first])
        here = mark.begins >= begins
        yield Piece(
            text[first:last],
            mark.level,
            mark.numbers if here else (),
            mark.objections if here else (),
        )
        reached = last
    if reached < ends:
        yield Piece(text[reached:ends])
