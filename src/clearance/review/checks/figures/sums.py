"""Totals against their parts: in lists, in columns of tables, and in a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

TOTAL = (
    Trigger("total", r"total"),
    Trigger("total", r"\b(?:overall|somme) "),
    Trigger("total", r"المجموع|الإجمالي|إجمالي|مجموع|الجملة"),
)
NAMELY = (
    Trigger(
        "namely", r"(?:namely|comprising|made up of|broken down|distributed|as follows|a savoir)"
    ),
    Trigger(
        "namely", r"(?:reparti|ventile|comme suit|ainsi qu'il suit|موزع|كما يلي|على النحو|وهي)"
    ),
)
_TOTAL_LABEL = compiled(
    r"^[\W\d]*(?:(?:the\s+|le\s+|la\s+)?(?:grand|overall|sub|sous|sum)?[\s\-]*total|somme|overall"
    r"|(?:ال)?مجموع|(?:ال)?إجمالي|الجملة)"
)
_SUBTOTAL = compiled(r"(?:sub|sous)[\s\-]*total|(?:المجموع|الإجمالي)\s+(?:الفرعي|الجزئي)")
_ENUMERATOR = re.compile(r"^\s*(?:[-•*–o]\s*|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+|\d{1,2}\s*-\s+)")
_NO_AMOUNT = compiled(r"(?:19|20)\d\d\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_UNIT = re.compile(r"\s*(?P<unit>[a-z\xc0-\xff%$]{2,}|%)")
_CURRENCY = re.compile(r"(usd|us\$|eur|sar|\$|€)\s*$")
_LIST_END = re.compile(r"[.\n]")
_MOST_LINES = 60
_FURTHEST = 24  # letters before the word in a total line


@dataclass(frozen=True)
class Line:
    """A line of a list, or a row of a table: its numbers, from start to end."""

    start: int
    end: int
    label: str
    numbers: tuple[Digits, ...]

    @property
    def is_total(self) -> bool:
        """Whether the line says that it is a total."""
        return _TOTAL_LABEL.match(self.label) is not None

    @property
    def is_subtotal(self) -> bool:
        """Whether it is a total of a part."""
        return _SUBTOTAL.search(self.label) is not None


def sums(paper: Paper) -> Iterator[Finding]:
    """Find totals that are not the sum of their parts."""
    seen: set[int] = set()
    for table in paper.tables:
        rows = [_row(paper, [(cell.start, cell.end) for cell in row]) for row in table.rows if row]
        seen.update(row.start for row in rows)
        yield from _totals(paper, rows[_is_head(rows) :])
    for lines in _lists(paper, seen):
        yield from _totals(paper, lines)
    yield from _in_sentences(paper)


def _is_head(rows: Sequence[Line]) -> bool:
    """Tell whether the first row names years, not amounts."""
    return bool(rows and rows[0].numbers) and all(
        1900 <= number.value <= 2100 for number in rows[0].numbers
    )


def _lists(paper: Paper, seen: set[int]) -> Iterator[list[Line]]:
    """Yield the lists that end with a total line: the lines above it that have numbers."""
    paragraphs = paper.paragraphs
    hits = paper.hits("total")
    if not hits:
        return
    begins = [paragraph.start for paragraph in paragraphs]
    done: set[int] = set()
    for hit, _ in hits:
        start = paper.skeleton.rfind("\n", 0, hit) + 1
        if hit - start > _FURTHEST and not paper.tables:
            continue  # a total line says so at once
        place = bisect_right(begins, hit) - 1
        if place < 0 or place in done or paragraphs[place].start in seen:
            continue
        last = _line(paper, paragraphs[place].start, paragraphs[place].end)
        if not last.is_total or not last.numbers:
            continue
        lines = [last]
        for earlier in range(place - 1, max(-1, place - _MOST_LINES), -1):
            line = _line(paper, paragraphs[earlier].start, paragraphs[earlier].end)
            if not line.numbers or line.end - line.start > 160 or line.start in seen:
                break
            if line.is_total and not line.is_subtotal and not last.is_total:
                break
            if paper.skeleton[line.start : line.end].rstrip().endswith(":"):
                break
            lines.insert(0, line)
        done.add(place)
        yield lines


def _line(paper: Paper, start: int, end: int) -> Line:
    skeleton = paper.skeleton
    marker = _ENUMERATOR.match(skeleton, start, end)
    begin = marker.end() if marker else start
    numbers = tuple(
        each
        for each in digits_in(skeleton, begin, end)
        if not _NO_AMOUNT.match(skeleton, each.start)
        or skeleton[each.start - 1 : each.start] == "$"
    )
    label = skeleton[begin : numbers[0].start if numbers else end]
    return Line(start, end, label.strip(), numbers)


def _row(paper: Paper, cells: Sequence[tuple[int, int]]) -> Line:
    """Return a row with one number a cell; a cell without one, or with more, counts as none."""
    numbers: list[Digits] = []
    for start, end in cells[1:]:
        inside = list(digits_in(paper.skeleton, start, end))
        if len(inside) == 1:
            numbers.append(inside[0])
    label = paper.skeleton[slice(*cells[0])].strip()
    return Line(cells[0][0], cells[-1][1], label, tuple(numbers))


def _totals(paper: Paper, lines: Sequence[Line]) -> Iterator[Finding]:
    """Compare each total with what stands above it since the last one."""
    items: list[Line] = []
    subtotals: list[Line] = []
    since: list[Line] = []
    for line in lines:
        if not line.is_total:
            if line.numbers:
                items.append(line)
                since.append(line)
            continue
        if not line.numbers:
            continue
        readings = [group for group in (since, items, subtotals) if len(group) >= 2]
        if readings and not any(_agrees(group, line) for group in readings):
            yield from _wrong(paper, readings[0], line)
        if line.is_subtotal or since is not items:
            subtotals.append(line)
        since = []


def _agrees(group: Sequence[Line], total: Line) -> bool:
    """Tell whether every column that can be compared adds up, one of a printed cent or less off."""
    columns = len(total.numbers)
    if any(len(line.numbers) != columns for line in group):
        columns = 1  # only the last number of each line is sure to be the amount
    for column in range(1, columns + 1):
        told = total.numbers[-column]
        parts = [line.numbers[-column] for line in group]
        if not _adds_up(parts, told):
            return False
    return True


def _adds_up(parts: Sequence[Digits], total: Digits) -> bool:
    plain = sum((part.value for part in parts), Decimal(0))
    other = sum((part.also or part.value for part in parts), Decimal(0))
    slack = (
        Decimal("0.1") * len(parts) if any(_has_decimals(part) for part in parts) else Decimal(0)
    )
    return any(
        abs(added - told) <= slack
        for added in (plain, other)
        for told in (total.value, total.also)
        if told is not None
    )


def _has_decimals(part: Digits) -> bool:
    return part.value != part.value.to_integral_value()


def _wrong(paper: Paper, group: Sequence[Line], total: Line) -> Iterator[Finding]:
    parts = [line.numbers[-1] for line in group]
    added = sum((part.value for part in parts), Decimal(0))
    told = total.numbers[-1]
    if added == 0 or not _is_like(parts, told):
        return
    yield found(
        "FIG007", group[0].start, total.end, elsewhere=((told.start, told.end),),
        total=told.value, sum=added, count=len(parts),
    )  # fmt: skip


def _is_like(parts: Sequence[Digits], total: Digits) -> bool:
    """Tell whether the numbers can be parts of that total at all: amounts, not page numbers."""
    greatest = max(part.value for part in parts)
    return total.value >= greatest and total.value >= 2 and any(part.value > 0 for part in parts)


def _in_sentences(paper: Paper) -> Iterator[Finding]:
    """Compare "1,200 tonnes, namely 700 tonnes of flour, 300 tonnes of rice and ..." """
    skeleton = paper.skeleton
    for start, end in paper.hits("namely"):
        limit = _end_of_sentence(skeleton, end)
        begin = max(skeleton.rfind(". ", 0, start), skeleton.rfind("\n", 0, start), start - 240) + 1
        whole = list(digits_in(skeleton, begin, start))
        parts = list(digits_in(skeleton, end, limit))
        if not whole or len(parts) < 2:
            continue
        unit = _unit(skeleton, parts[0])
        total = next((each for each in reversed(whole) if _unit(skeleton, each) == unit), None)
        alike = [part for part in parts if _unit(skeleton, part) == unit]
        if not unit or total is None or len(alike) != len(parts) or _adds_up(parts, total):
            continue
        added = sum((part.value for part in parts), Decimal(0))
        if not _is_like(parts, total) or added == 0:
            continue
        yield found(
            "FIG007", total.start, parts[-1].end, elsewhere=((total.start, total.end),),
            total=total.value, sum=added, count=len(parts),
        )  # fmt: skip


def _end_of_sentence(skeleton: str, start: int) -> int:
    """Return where the sentence ends; a point within a number ends none."""
    for stop in _LIST_END.finditer(skeleton, start, start + 400):
        if stop[0] == "\n" or not skeleton[stop.end() : stop.end() + 1].isdigit():
            return stop.start()
    return min(len(skeleton), start + 400)


def _unit(skeleton: str, number: Digits) -> str:
    """Return the word that a number counts: the one after it, or the currency before it."""
    before = re.search(
        r"(usd|us\$|eur|sar|\$|€)\s*$", skeleton[max(0, number.start - 5) : number.start]
    )
    if before:
        return before[1]
    after = _UNIT.match(skeleton, number.end)
    return after["unit"] if after else ""
