"""Totals in the tables of a paper: at the foot of a column, at the end of a row, and products."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clearance.reading.document import Cell, Table
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.added import adds_up, not_the_sum
from clearance.review.checks.figures.reckoning.crossed import crossed
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found

_TOTAL = compiled(
    r"^\W*(?:[^\W\d_]+\W+){0,2}?(?:(?:grand|overall|sub|sous)?[\s\-]*totale?s?\b|somme\b|sum\b"
    r"|ensemble\b|all (?:goods|items|costs|expenses)\b"
    r"|(?:ال)?مجموع\b|(?:ال)?إجمالي\b|الجملة\b)"
)
_SUBTOTAL = compiled(r"(?:sub|sous)[\s\-]*total|(?:مجموع|إجمالي)\s+(?:ال)?(?:فرعي|جزئي)")
# Columns that are never added up.
_NOT_ADDED = compiled(
    r"(?:\bunit|\bprice|\brate|\byear|\baverage|\bdate|\bno\b|\bn°|\bprix|\btaux|\bannee|\bmoyenne"
    r"|سعر|معدل|السنة|متوسط|تاريخ|رقم)"
)
_MOST_DIGITS_TEXT = 24  # letters of a cell that is a number and its unit


def tables(paper: Paper) -> Iterator[Finding]:
    """Find totals and products in tables that do not come out."""
    for table in paper.tables:
        if len(table.rows) > 2:
            yield from _table(paper.skeleton, table)


def _table(skeleton: str, table: Table) -> Iterator[Finding]:
    width = max(len(row) for row in table.rows)
    rows = [row for row in table.rows if len(row) == width]
    if width < 2 or len(rows) < 3:
        return
    numbers = [[_number(skeleton, cell) for cell in row] for row in rows]
    if _is_head(numbers[0]):
        names = [skeleton[cell.start : cell.end] for cell in rows[0]]
        rows, numbers = rows[1:], numbers[1:]
    else:
        names = [""] * width
    labels = [_label(skeleton, row, line) for row, line in zip(rows, numbers, strict=True)]
    for column in range(width):
        if not _NOT_ADDED.search(names[column]):
            yield from _column([line[column] for line in numbers], labels)
    across = [column for column in range(2, width) if _TOTAL.search(names[column])]
    for column in across:
        yield from _rows(numbers, column)
    if not across and not any(map(_TOTAL.match, labels)):
        yield from crossed(numbers)
    if width >= 3:
        yield from _products(numbers, labels, width)


def products_of(skeleton: str, rows: Sequence[Sequence[Cell]], width: int) -> Iterator[Finding]:
    """Find products and totals that do not come out, in rows of that many cells."""
    numbers = [[_number(skeleton, cell) for cell in row] for row in rows]
    labels = [_label(skeleton, row, line) for row, line in zip(rows, numbers, strict=True)]
    yield from _products(numbers, labels, width)
    yield from crossed(numbers, named=any(map(_TOTAL.match, labels)))


def _is_head(row: Sequence[Digits | None]) -> bool:
    """Tell whether a first row names the columns: it has no numbers, but years perhaps."""
    return all(number is None or 1900 <= number.value <= 2100 for number in row)


def _number(skeleton: str, cell: Cell) -> Digits | None:
    """Return the number that a cell holds; None: it holds none, or more than a number."""
    if not 0 < cell.end - cell.start <= _MOST_DIGITS_TEXT:
        return None
    inside = list(digits_in(skeleton, cell.start, cell.end))
    return inside[0] if len(inside) == 1 else None


def _label(skeleton: str, row: Sequence[Cell], numbers: Sequence[Digits | None]) -> str:
    """Return the first cell of the row that has words."""
    for cell, number in zip(row, numbers, strict=True):
        text = skeleton[cell.start : cell.end].strip()
        if text and number is None:
            return text
    return ""


def _column(column: Sequence[Digits | None], labels: Sequence[str]) -> Iterator[Finding]:
    items: list[Digits] = []
    since: list[Digits] = []
    subtotals: list[Digits] = []
    for number, label in zip(column, labels, strict=True):
        if number is None:
            continue
        if not _TOTAL.match(label):
            items.append(number)
            since.append(number)
            continue
        groups = [group for group in (since, items, subtotals) if len(group) >= 2]
        if groups and not any(adds_up(group, number) for group in groups):
            group = subtotals if len(subtotals) >= 2 and not _SUBTOTAL.match(label) else groups[0]
            yield from not_the_sum(group, number, number.start, number.end, Level.STOP)
        subtotals.append(number)
        since = []


def _rows(numbers: Sequence[Sequence[Digits | None]], column: int) -> Iterator[Finding]:
    """Compare the last column with the others of its row, where that is what it is."""
    told = []
    for line in numbers:
        parts = [each for each in line[:column] if each is not None]
        total = line[column]
        if total is not None and len(parts) >= 2:
            told.append((parts, total))
    right = sum(adds_up(parts, total) for parts, total in told)
    if right < 2 or right * 2 < len(told):
        return
    for parts, total in told:
        if not adds_up(parts, total):
            yield from not_the_sum(parts, total, total.start, total.end, Level.STOP)


def _products(
    numbers: Sequence[Sequence[Digits | None]], labels: Sequence[str], width: int
) -> Iterator[Finding]:
    """Compare quantity by price with the amount, where most rows show that it is one."""
    for first in range(width - 2):
        rows = [
            (line[first], line[first + 1], line[first + 2])
            for line, label in zip(numbers, labels, strict=True)
            if not _TOTAL.match(label)
        ]
        whole = [(a, b, c) for a, b, c in rows if a and b and c]
        right = sum(a.value * b.value == c.value != a.value for a, b, c in whole)
        if right < 2 or right * 2 < len(whole):
            continue
        for a, b, c in whole:
            if a.value * b.value != c.value:
                yield found(
                    "FIG011", c.start, c.end, elsewhere=((a.start, a.end), (b.start, b.end)),
                    first=a.value, second=b.value, told=c.value, right=a.value * b.value,
                )  # fmt: skip
        return
