"""A document as the blocks that a page shows: paragraphs, tables, and what stands apart from them.

Holds no file and no page: a document comes in, as much of it as one page bears goes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cabinet.ui.figures import plain
from clearance.reading import Document, Paragraph, Part, Table
from clearance.reading.skeleton import fold
from clearance.reading.wrapped_lines import read_on
from clearance.review.recognition import recognise_language

_MOST = 40_000  # characters that a page bears, some fifteen pages of a letter: our guess
_EACH = 20  # what a paragraph or a cell counts besides its characters, for it costs that in markup
_SET_IN_LINES = frozenset({"text", "pdf", "eml", "msg"})
_LONG = 90  # characters, which no line of an address or a signature has
_ADDRESS = 1_000  # characters, which no address has
_HEAD, _LONG_HEADS = 12, 3  # lines of a letter's head, and how many of them may be long
_SAMPLE = 8_000  # characters that tell the language of the whole
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph or a cell. ``language`` "": it has no letters and runs as what is around it."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that stand together, or the rows of one table.

    ``page``: the page of the file that begins here; 0: none does.
    """

    part: Part
    page: int
    paragraphs: tuple[Words, ...] = ()
    rows: tuple[tuple[Words, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Blocks:
    """What is shown of a document. ``language``: that of its greater part."""

    language: str
    shown: tuple[Block, ...]
    is_cut: bool


def blocks_of(document: Document) -> Blocks:
    """Return what a page shows of a document, from its beginning."""
    in_lines = document.format in _SET_IN_LINES
    text = document.text
    if in_lines:
        text = _read_on(document)
    making = _Making(text, _latin_language(text))
    pieces = _pieces(document, text, in_lines=in_lines)
    for piece in _together(pieces, text) if in_lines else pieces:
        if not making.take(piece):
            break
    return Blocks(making.language_of(text[:_SAMPLE]), making.blocks(), making.is_cut)


def _read_on(document: Document) -> str:
    """Return the text with its paragraphs whole.

    A subject in the head that is longer than the lines of the body is no measure of them.
    """
    text, begins = document.text, 0
    for _ in range(_LONG_HEADS):
        rest = text[begins:]
        whole = read_on(rest, is_exact=document.format != "pdf")
        if whole != rest:
            return text[:begins] + whole
        head = rest.split("\n", _HEAD)[:_HEAD]
        longest = max(range(len(head)), key=lambda no: len(head[no]))
        begins += sum(len(line) + 1 for line in head[: longest + 1])
    return text


def _latin_language(text: str) -> str:
    """Return the language of what is written in Latin letters."""
    folded = fold(_ARABIC.sub("", text[:_SAMPLE]))
    return recognise_language(folded.clean, folded.skeleton).value


@dataclass(slots=True)
class _Piece:
    """A stretch of the text that is one paragraph, or in which one table stands."""

    start: int
    end: int
    first: Paragraph
    last: Paragraph
    table: Table | None = None


def _pieces(document: Document, text: str, *, in_lines: bool) -> Iterator[_Piece]:
    """Yield paragraphs, made whole where the file breaks them into lines, and tables."""
    tables = _outermost(document.tables)
    now: _Piece | None = None
    for paragraph in document.paragraphs:
        while tables and paragraph.start >= tables[-1][1]:
            tables.pop()
        if tables and paragraph.start >= tables[-1][0]:
            start, end, table = tables[-1]
            if now is None or now.table is not table:
                if now is not None:
                    yield now
                now = _Piece(start, end, paragraph, paragraph, table)
        elif (
            now is not None and now.table is None and _goes_on(now.last, paragraph, text, in_lines)
        ):
            now.end, now.last = paragraph.end, paragraph
        else:
            if now is not None:
                yield now
            now = _Piece(paragraph.start, paragraph.end, paragraph, paragraph)
    if now is not None:
        yield now


def _outermost(tables: tuple[Table, ...]) -> list[tuple[int, int, Table]]:
    """Return the tables that stand in no other, the last one first, with where each stands."""
    spans = sorted(
        (
            (rows[0][0].start, -max(cell.end for row in rows for cell in row), no)
            for no, rows in enumerate(table.rows for table in tables)
        ),
    )
    found: list[tuple[int, int, Table]] = []
    for start, end, no in spans:
        if not found or start >= found[-1][1]:
            found.append((start, -end, tables[no]))
    return found[::-1]


def _goes_on(before: Paragraph, after: Paragraph, text: str, in_lines: bool) -> bool:
    """Tell whether a line goes on what the line before it says, as one paragraph."""
    if before.part is not after.part:
        return False
    if in_lines:
        return "\n" not in text[before.end : after.start]
    return (before.source, before.number) == (after.source, after.number) and after.number > 0


def _together(pieces: Iterator[_Piece], text: str) -> Iterator[_Piece]:
    """Yield the pieces, the short lines of an address or a signature as one."""
    now: _Piece | None = None
    for piece in pieces:
        if now is not None and _are_near(now, piece, text):
            now.end, now.last = piece.end, piece.last
            continue
        if now is not None:
            yield now
        now = replace(piece)
    if now is not None:
        yield now


def _are_near(before: _Piece, after: _Piece, text: str) -> bool:
    one, two = before.last, after.first
    above = text[max(before.start, text.rfind("\n", before.start, before.end) + 1) : before.end]
    below = text[after.start : after.end]
    return (
        (one.part, one.page, one.source) == (two.part, two.page, two.source)
        and text.count("\n", one.end, two.start) == 1
        and two.number - one.number == 1  # of mail the blank lines are counted, and not kept
        and max(len(above), len(below)) < _LONG
        and before.end - before.start < _ADDRESS
        and _is_arabic(above) == _is_arabic(below)
    )


def _is_arabic(text: str) -> bool | None:
    """Tell whether most letters are Arabic; None: there are no letters."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    return arabic > latin if arabic or latin else None


@dataclass
class _Making:
    """The blocks in the making, and how much the page bears yet."""

    text: str
    latin: str
    left: int = _MOST
    is_cut: bool = False
    made: list[Block] = field(default_factory=list)
    open: list[Words] = field(default_factory=list)  # paragraphs of the block that is not closed
    part: Part = Part.BODY
    page: int = 0
    begins: int = 0  # the page that begins with the open block

    def take(self, piece: _Piece) -> bool:
        """Take a piece in; False: the page bears no more."""
        part = Part.BODY if piece.first.part is Part.TABLE else piece.first.part
        page = piece.first.page or 0
        if part is not self.part or page != self.page or piece.table is not None:
            self._close()
            self.begins = page if page > 1 and page != self.page else 0
            self.part, self.page = part, page
        if piece.table is not None:
            self._take_table(piece.table)
        else:
            self.open.append(self._words(piece.start, piece.end))
        return not self.is_cut

    def blocks(self) -> tuple[Block, ...]:
        """Return what was taken in."""
        self._close()
        return tuple(self.made)

    def language_of(self, text: str) -> str:
        """Return the language of a text; "" where it has no letters."""
        is_arabic = _is_arabic(text)
        return "" if is_arabic is None else "ar" if is_arabic else self.latin

    def _close(self) -> None:
        if self.open:
            self.made.append(Block(self.part, self.begins, tuple(self.open)))
            self.open, self.begins = [], 0

    def _take_table(self, table: Table) -> None:
        rows: list[tuple[Words, ...]] = []
        for row in table.rows:
            cells: list[Words] = []
            for cell in row:
                if self.is_cut:
                    break
                cells.append(self._words(cell.start, cell.end))
            rows.append(tuple(cells))
            if self.is_cut:
                break
        self.made.append(Block(self.part, self.begins, rows=tuple(rows)))
        self.begins = 0

    def _words(self, start: int, end: int) -> Words:
        text = self.text[start : min(end, start + max(self.left, 0))]
        self.is_cut = len(text) < end - start or self.left <= _EACH
        self.left -= len(text) + _EACH
        return Words(plain(text) + ("…" if len(text) < end - start else ""), self.language_of(text))
