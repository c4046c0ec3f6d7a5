"""What reading a file yields: its text, and for each paragraph where in the file it stands.

Offsets are characters of ``Document.text``. Holds no reader and no rule.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import Any


class Part(StrEnum):
    """The part of a file that a paragraph was read from."""

    BODY = "body"
    TABLE = "table"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text_box"
    COMMENT = "comment"
    SUBJECT = "subject"


# Not frozen, and never changed: a frozen one takes three times as long to make, 45 to a page.
@dataclass(slots=True, unsafe_hash=True)
class Paragraph:
    """A stretch of the text, from ``start`` up to ``end``: a paragraph, or one of its lines.

    ``number`` counts from 1 the paragraphs of ``source`` as it stores them, blank ones too; in a
    PDF it counts the lines of the page, in a text the lines that are not blank.
    ``source``: the member of the file ("word/document.xml"); "" where the file has none.
    ``offset``: where ``start`` stands in the text of the file's own paragraph, which may hold
    several of these when it has line breaks. Below 0: the text begins with a number or bullet
    that the program shows and the file does not hold ("3." and a tab: -3).
    ``page`` None: the file has no pages.
    """

    start: int
    end: int
    part: Part = Part.BODY
    number: int = 0
    page: int | None = None
    source: str = ""
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, its stretch of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows from top to bottom, each with its cells in the order of the text."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Document:
    """A text with the way back to the file that it was read from.

    ``format``: what the file is by its content ("docx", "pdf", "text" and so on).
    ``reliable`` False: the text layer was repaired, places are approximate.
    ``enclosures``: names of the files that came within it, as an e-mail's attachments.
    ``pages`` None: the file has no pages. ``silent_pages``: the pages that gave no text; they
    are blank, or the picture of a text that nobody has read.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    format: str = "text"
    tables: tuple[Table, ...] = ()
    reliable: bool = True
    enclosures: tuple[str, ...] = ()
    pages: int | None = None
    silent_pages: tuple[int, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph in which the offset falls; the nearest before it in a gap."""
        return self.paragraphs[max(0, bisect_right(self._starts, offset) - 1)]


Row = tuple[int, int, Part, int, int | None, str, int]
"""What makes a paragraph, in its order."""


def paragraphs_of(rows: Iterable[Row]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that the rows tell."""
    return tuple(Paragraph(*row) for row in rows)


class LateDocument(Document):
    """A document whose paragraphs are made when somebody asks: most reviews never do."""

    def __init__(self, text: str, told: Callable[[], tuple[Paragraph, ...]], **more: Any) -> None:
        """Hold the text, what tells its paragraphs, and the other fields of a document."""
        self.__dict__.update(text=text, _told=told, **more)  # the rest are the class's defaults

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in order of place."""
        made: tuple[Paragraph, ...] = self.__dict__["_told"]()
        return made

    def __reduce__(self) -> tuple[type[Document], tuple[Any, ...]]:
        return Document, tuple(getattr(self, each.name) for each in fields(Document))
