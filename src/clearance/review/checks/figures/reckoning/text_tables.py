"""Tables set with bars, semicolons or wide blanks in a plain text or a PDF: their products.

Totals at the foot of such columns are told by ``sums``; here each row is reckoned across.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.document import Cell
from clearance.reading.expressions import on_demand
from clearance.review.checks.figures.reckoning.tables import products_of
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger

ROWS = (
    Trigger("row", r"[|;] ?[0-9]"),
    Trigger("row", r"[0-9]   *[0-9]"),
    Trigger("row", r"[0-9][.,][0-9]+ [0-9]+[.,][0-9]+ [0-9]"),
)
_PARTS = (on_demand(r" *\| *"), on_demand(r" *; +"), on_demand(r" {2,}"), on_demand(r" (?=\d)"))
_FEWEST, _MOST = 3, 200  # rows
_LONGEST = 200  # letters of a row


def text_tables(paper: Paper) -> Iterator[Finding]:
    """Find "30 | 640 | 19,800" where the other rows are products and the file has no tables."""
    if paper.tables:
        return
    skeleton = paper.skeleton
    past = -1
    lines: list[tuple[int, int]] = []
    for hit, _ in paper.hits("row"):
        if hit < past:
            continue
        start = skeleton.rfind("\n", 0, hit) + 1
        end = skeleton.find("\n", hit)
        past = end if end >= 0 else len(skeleton)
        if past - start > _LONGEST:
            continue
        if lines and skeleton[lines[-1][1] : start].strip():
            yield from _reckoned(skeleton, lines)
            lines = []
        if len(lines) < _MOST:
            lines.append((start, past))
    yield from _reckoned(skeleton, lines)


def _reckoned(skeleton: str, lines: list[tuple[int, int]]) -> Iterator[Finding]:
    if len(lines) < _FEWEST:
        return
    for part in _PARTS:
        rows = [_cells(skeleton, part, *line) for line in lines]
        width = max(map(len, rows))
        rows = [row for row in rows if len(row) == width]
        if width >= _FEWEST and len(rows) >= _FEWEST:
            yield from products_of(skeleton, rows, width)
            return


def _cells(skeleton: str, part: re.Pattern[str], start: int, end: int) -> tuple[Cell, ...]:
    cells, place = [], start
    while end > start and skeleton[end - 1] == " ":
        end -= 1
    for gap in part.finditer(skeleton, start, end):
        cells.append(Cell(place, gap.start()))
        place = gap.end()
    return (*cells, Cell(place, end))


_AMOUNT_ROW = on_demand(r"[^:\n\d]{2,60}: ?[^\d\n]{0,6}\d[^:\n]*$")


def is_row(skeleton: str, begins: int, colon: int) -> bool:
    """Tell whether the amount stands in a row, and so does the one in the line above."""
    above = skeleton.rfind("\n", 0, max(0, begins - 1)) + 1
    if begins < 2 or any(letter.isdigit() for letter in skeleton[begins:colon]):
        return False
    return _AMOUNT_ROW.match(skeleton, above, begins - 1) is not None


_CLOSE = on_demand(r"(?: \d{1,3}){2,}\b")


def is_torn(skeleton: str, lines: list[tuple[int, int, int]]) -> bool:
    """Tell whether blanks part columns, where some rows look as if they parted thousands.

    "19 26 45" above "190 230 420". ``lines``: where each begins and ends, and how many numbers it
    seems to have.
    """
    if len({count for _, _, count in lines}) == 1:
        return False
    columns = {
        tuple(len(one[0].split()) for one in _CLOSE.finditer(skeleton, start, end))
        for start, end, _ in lines
    }
    return len(columns) == 1 and columns != {()}
