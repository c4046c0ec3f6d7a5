"""What reading a file yields: its text, and for each paragraph where in the file it stands.

Offsets are characters of ``Document.text``. Holds no reader and no rule.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Part(StrEnum):
    """The part of a file that a paragraph was read from."""

    BODY = "body"
    TABLE = "table"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text_box"
    COMMENT = "comment"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the text, from ``start`` up to ``end``.

    ``number`` counts the paragraphs of its part in the file from 1, as the file stores them.
    ``page`` None: the file has no pages.
    """

    start: int
    end: int
    part: Part = Part.BODY
    number: int = 0
    page: int | None = None


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
    ``pages`` None: the file has no pages.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    format: str = "text"
    tables: tuple[Table, ...] = ()
    reliable: bool = True
    enclosures: tuple[str, ...] = ()
    pages: int | None = None

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph in which the offset falls; the nearest before it in a gap."""
        return self.paragraphs[max(0, bisect_right(self._starts, offset) - 1)]
