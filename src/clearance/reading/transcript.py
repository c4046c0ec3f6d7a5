"""The growing text of a file: paragraphs one below the other, cells of a row beside each other.

Between paragraphs stands a line break, between the cells of a row a tab. Where a typist left a
paragraph blank stands a blank line, and around a paragraph that has lines of its own, as an address
that was typed into one: so the blocks of a letter stay apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from clearance.reading.document import (
    Cell,
    Document,
    LateDocument,
    Paragraph,
    Part,
    Row,
    Table,
    paragraphs_of,
)
from clearance.reading.limits import Limits
from clearance.reading.unreadable import Empty, TooLarge

_BLOCKS = 2  # paragraphs with lines of their own, from which all are blocks (our guess)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Paragraphs that stand one below the other; their rows are made when somebody asks."""

    texts: Sequence[str]
    start: int
    part: Part
    source: str
    numbers: Sequence[int]
    prefixes: Mapping[int, str]
    has_blank_lines: bool

    def __iter__(self) -> Iterator[Row]:
        start, before = self.start, self.numbers[0] - 1
        for number, text in zip(self.numbers, self.texts, strict=True):
            start += self.has_blank_lines and number - before > 1
            before = number
            end = start + len(text)
            prefix = self.prefixes.get(number, "")
            yield start, end, self.part, number, None, self.source, -len(prefix)
            start = end + 1


class _OpenTable:
    """A table that is being read; ``row`` holds the cells of its last row."""

    __slots__ = ("cell", "row", "rows")

    def __init__(self) -> None:
        self.rows: list[tuple[Cell, ...]] = []
        self.row: list[Cell] = []
        self.cell = 0


class Transcript:
    """Takes down paragraphs, rows and cells in the order in which they are read."""

    def __init__(self, limits: Limits, *, has_blank_lines: bool = False) -> None:
        """Take down nothing yet. ``has_blank_lines``: blank paragraphs are lines of the paper."""
        self.length = 0
        self._limits = limits
        self._has_blank_lines = has_blank_lines
        self._is_apart = False  # what comes next stands below a blank line
        self._pieces: list[str] = []
        self._rows: list[Row] = []  # of the last paragraphs
        self._earlier: list[Iterable[Row]] = []  # of those before them
        self._count = 0  # of all rows
        self._tables: list[Table] = []
        self._open: list[_OpenTable] = []
        self._is_fresh = True  # nothing stands in this line or cell yet

    @property
    def in_table(self) -> bool:
        """Whether a table is open."""
        return bool(self._open)

    def add(
        self,
        text: str,
        part: Part = Part.BODY,
        number: int = 0,
        page: int | None = None,
        source: str = "",
        prefix: str = "",
    ) -> None:
        """Take down one paragraph of the file; a blank one leaves no trace, or a blank line.

        ``prefix``: a number or bullet that is shown before the text but is no part of it.

        :raises TooLarge: when the paragraph or the whole text is longer than the limits allow.
        """
        if not text or text.isspace():
            self._is_apart = self._has_blank_lines
            return
        limits = self._limits
        if len(text) > limits.paragraph_characters:
            raise TooLarge("RDG014", limit=limits.paragraph_characters)
        if self._count >= limits.paragraphs:
            raise TooLarge("RDG016", limit=limits.paragraphs)
        has_lines = self._has_blank_lines and "\n" in text
        start = self.length
        if not self._is_fresh:
            between = "\n\n" if (self._is_apart or has_lines) and not self._open else "\n"
            start += len(between)
            self._pieces.append(between)
        self._is_fresh = False
        self._is_apart = has_lines
        if prefix:
            text = prefix + text
        self._pieces.append(text)
        self.length = end = start + len(text)
        if end > limits.characters:
            raise TooLarge("RDG013", limit=limits.characters)
        if "\n" in text:
            self._add_lines(text, start, (part, number, page, source, -len(prefix)))
        else:
            self._rows.append((start, end, part, number, page, source, -len(prefix)))
            self._count += 1

    def add_all(
        self, texts: Sequence[str], part: Part, source: str, prefixes: Mapping[int, str]
    ) -> None:
        """Take down paragraphs that stand one below the other, numbered from 1, at once.

        ``prefixes``: those of some of them, by number. What ``add`` says holds here.
        """
        numbers = [no for no, text in enumerate(texts, start=1) if text and not text.isspace()]
        if not numbers:
            return
        bare = [texts[no - 1] for no in numbers]
        shown = [prefixes.get(no, "") + texts[no - 1] for no in numbers] if prefixes else bare
        whole, has_blank_lines = "\n".join(shown), self._has_blank_lines
        has_lines = whole.count("\n") >= len(shown)  # one has lines of its own
        has_blank_lines = has_blank_lines and numbers[-1] - numbers[0] >= len(numbers)
        if has_blank_lines:
            whole = "\n".join(_below_blank(numbers, shown))
        start = self.length + (not self._is_fresh)
        limits = self._limits
        if (
            has_lines
            or (self._is_apart and not self._is_fresh)
            or max(map(len, bare)) > limits.paragraph_characters
            or self._count + len(shown) > limits.paragraphs
            or start + len(whole) > limits.characters
        ):
            # Who breaks lines within paragraphs again and again sets each block as a paragraph.
            are_blocks = sum("\n" in text for text in bare) >= _BLOCKS
            before = numbers[0] - 1
            for no, text in zip(numbers, bare, strict=True):
                if no - before > 1 or (are_blocks and no > numbers[0]):
                    self.add("")
                self.add(text, part, no, None, source, prefixes.get(no, ""))
                before = no
            return
        self._pieces += (whole,) if self._is_fresh else ("\n", whole)
        self._is_fresh = False
        self.length = start + len(whole)
        self._count += len(shown)
        stretch = _Stretch(shown, start, part, source, numbers, prefixes, has_blank_lines)
        self._earlier += (self._rows, stretch)
        self._rows = []

    def _add_lines(
        self, text: str, start: int, place: tuple[Part, int, int | None, str, int]
    ) -> None:
        part, number, page, source, offset = place
        begin = 0
        for line in text.split("\n"):
            end = begin + len(line)
            if line and not line.isspace():
                self._rows.append(
                    (start + begin, start + end, part, number, page, source, offset + begin)
                )
                self._count += 1
            begin = end + 1

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)
        if self.length > self._limits.characters:
            raise TooLarge("RDG013", limit=self._limits.characters)

    def open_table(self) -> None:
        """Begin a table."""
        self._open.append(_OpenTable())

    def open_row(self) -> None:
        """Begin a row of the innermost table; without a table nothing happens."""
        if self._open:
            self._end_line()
            self._open[-1].row = []

    def open_cell(self) -> None:
        """Begin a cell of the row."""
        if not self._open:
            return
        table = self._open[-1]
        if table.row:
            self._put("\t")
        self._is_fresh = True
        table.cell = self.length

    def close_cell(self) -> None:
        """End the cell."""
        if self._open:
            table = self._open[-1]
            table.row.append(Cell(min(table.cell, self.length), self.length))

    def close_row(self) -> None:
        """End the row; a row without cells leaves no trace."""
        if self._open and self._open[-1].row:
            self._open[-1].rows.append(tuple(self._open[-1].row))
            self._open[-1].row = []
            self._is_fresh = False

    def close_table(self) -> None:
        """End the table; a table without rows leaves no trace."""
        if self._open:
            table = self._open.pop()
            if table.rows:
                self._tables.append(Table(tuple(table.rows)))

    def _end_line(self) -> None:
        if not self._is_fresh:
            self._put("\n")
            self._is_fresh = True

    def text(self) -> str:
        """Return what was taken down so far."""
        return "".join(self._pieces)

    def document(
        self, form: str, *, enclosures: tuple[str, ...] = (), pages: int | None = None
    ) -> Document:
        """Return what was taken down as a document.

        :raises Empty: when there is no text.
        """
        while self._open:
            self.close_table()
        if not self._count:
            raise Empty("RDG002")
        return LateDocument(
            self.text(),
            partial(_paragraphs_of, (*self._earlier, self._rows)),
            format=form,
            tables=tuple(self._tables),
            enclosures=enclosures,
            pages=pages,
        )


def _below_blank(numbers: Sequence[int], texts: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs, with a line break before each that stands below a blank one."""
    before = numbers[0] - 1
    for number, text in zip(numbers, texts, strict=True):
        yield f"\n{text}" if number - before > 1 else text
        before = number


def _paragraphs_of(stretches: Iterable[Iterable[Row]]) -> tuple[Paragraph, ...]:
    return paragraphs_of(chain.from_iterable(stretches))
