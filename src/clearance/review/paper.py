"""A paper under review: its text, its skeleton, what was found in one pass, what it mentions.

Checks read a paper and change nothing. What several of them need (dates, numbers, citations, the
paper's parts) is read once, when first asked for. Offsets here are those of ``text`` and
``skeleton``; the engine leads them back to the text as given.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Generic, TypeVar, cast

import numpy as np

from clearance.reading.document import Cell, Document, Paragraph, Table
from clearance.reading.skeleton import Folded
from clearance.review.context import Context
from clearance.review.mentions.act_numbers import ActNumber, read_act_numbers
from clearance.review.mentions.anatomy import Anatomy, read_anatomy
from clearance.review.mentions.citations import read_citations, told_beside
from clearance.review.mentions.cited import Citation
from clearance.review.mentions.dates import DateMention, read_dates
from clearance.review.mentions.note_places import places_named
from clearance.review.mentions.own_sessions import own_sessions, sessions_apart
from clearance.review.mentions.sessions import SessionMention, read_sessions
from clearance.review.particulars import Particulars
from clearance.review.scan import Hits, Stretch
from clearance.terms import Kind, Language

T = TypeVar("T")
_NONE: list[Stretch] = []
_BRIEF = 45  # words: our guess


class _Once(Generic[T]):
    """What is read when first asked for: ``cached_property`` without the lock of Python 3.11.

    Six are asked of every page, and the lock took a fiftieth of its time.
    """

    def __init__(self, read: Callable[[Any], T]) -> None:
        self._read = read
        self.__doc__ = read.__doc__

    def __get__(self, paper: Paper, _: type[Paper]) -> T:
        value = paper.__dict__[self._read.__name__] = self._read(paper)
        return value


class Paper:
    """One document before the seven checks. ``kind`` None: it could not be told."""

    def __init__(
        self,
        *,
        document: Document,
        folded: Folded,
        hits: Hits,
        language: Language,
        kind: Kind | None,
        context: Context,
        particulars: Particulars,
        parallels: tuple[Paper, ...] = (),
    ) -> None:
        """Hold what the engine prepared."""
        self.document = document
        self.text = folded.clean
        self.skeleton = folded.skeleton
        self.folded = folded
        self.language = language
        self.kind = kind
        self.context = context
        self.particulars = particulars
        self.parallels = parallels
        self._hits = hits
        self._derived: dict[Callable[[Paper], Any], Any] = {}
        self.signs = hits.keys()
        """The names of the triggers that were found at all."""
        self.tables = document.tables and self._tables()
        """The document's tables, in offsets of the clean text."""

    def hits(self, name: str) -> list[Stretch]:
        """Return the stretches of the triggers of that name, in order of place."""
        return self._hits.get(name, _NONE)

    def derived(self, read: Callable[[Paper], T]) -> T:
        """Return what a check reads of the paper in several places, read when first asked for."""
        if read not in self._derived:
            self._derived[read] = read(self)
        return cast(T, self._derived[read])

    @_Once
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The document's paragraphs, in offsets of the clean text."""
        if self.folded.origin is None:
            return self.document.paragraphs
        given = self.document.paragraphs
        starts = np.searchsorted(self.folded.origin, [one.start for one in given]).tolist()
        ends = np.searchsorted(self.folded.origin, [one.end for one in given]).tolist()
        return tuple(
            Paragraph(start, end, one.part, one.number, one.page, one.source, one.offset)
            for one, start, end in zip(given, starts, ends, strict=True)
        )

    def _tables(self) -> tuple[Table, ...]:
        if self.folded.origin is None:
            return self.document.tables
        return tuple(
            Table(
                tuple(
                    tuple(Cell(self._on(cell.start), self._on(cell.end)) for cell in row)
                    for row in table.rows
                )
            )
            for table in self.document.tables
        )

    def _on(self, offset: int) -> int:
        return self.folded.forward(offset)

    @property
    def is_brief(self) -> bool:
        """Whether the body is that of a short note, as an acknowledgement or a reminder."""
        start, end = self.anatomy.body or (0, len(self.text))
        return len(self.text[start:end].split(maxsplit=_BRIEF)) < _BRIEF

    @_Once
    def dates(self) -> tuple[DateMention, ...]:
        """Every date that the text prints, in order of place, possible or not."""
        return read_dates(self.text, self.skeleton, self._hits)

    @_Once
    def dated(self) -> date | None:
        """The paper's day: the register's, else that of its date line; None: neither."""
        line = self.anatomy.date_line
        if self.particulars.dated is not None or line is None:
            return self.particulars.dated
        within = (day.value for day in self.dates if line[0] <= day.start < line[1])
        return next(filter(None, within), None)

    @_Once
    def citations(self) -> tuple[Citation, ...]:
        """Every resolution and document symbol that the text cites, in order of place."""
        letters = self.context.arabic_series
        found = read_citations(self.text, self.skeleton, self._hits, self.dates, letters)
        if not any(citation.family == "oic" for citation in found):
            return found
        apart = sessions_apart(self.text, self.skeleton, self.hits("organ_of_sessions"))
        named = (*self.own_sessions, *apart, *self.sessions)
        return told_beside(self.text, self.skeleton, found, named)

    @_Once
    def act_numbers(self) -> tuple[ActNumber, ...]:
        """Every law, decree or decision that the text names by its number, in order of place."""
        return tuple(read_act_numbers(self.skeleton, self.hits("act number"), self.dates))

    @_Once
    def sessions(self) -> tuple[SessionMention, ...]:
        """Every session of the Council or the Summit that the text names by its number."""
        return read_sessions(self.text, self.skeleton, self._hits)

    @_Once
    def own_sessions(self) -> tuple[SessionMention, ...]:
        """Every session of an organ that the text calls the Council or the Ministers alone."""
        return tuple(own_sessions(self.text, self.skeleton, self.hits("own session")))

    @_Once
    def note_places(self) -> tuple[Stretch, ...]:
        """Where a note verbale names its addressee; of another paper, nowhere that means it."""
        return tuple(places_named(self.skeleton))

    @_Once
    def anatomy(self) -> Anatomy:
        """The parts of the paper: letterhead, reference, date, addressee, and so on."""
        return read_anatomy(self.text, self.skeleton, self._hits, self.kind)
