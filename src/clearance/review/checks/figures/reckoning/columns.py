"""Rows that are set one below the other with leaders, colons or blanks: down, across, elsewhere.

    Staff ............ 720,000   180,000   540,000
    Travel ........... 84,000     10,500    73,500
    Together ......... 804,000   190,500   613,500

What a column comes to is told by the last row if it calls itself so, or if a neighbouring column
comes out; or by an amount of the paper that the rows miss by a slip of the pen. How the figures of
a row hang together (rest, sum, share of a hundred) is told by the other rows (our guess).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.added import adds_up
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

COLUMNS = (
    Trigger("leaders", r"\.\.\.\. *(?:us)?[a-z$]{0,3} ?[0-9]"),
    Trigger("amount below amount", r"   [0-9]{1,3}[ ,.][0-9]{3}\n"),
)
_SIGNS = ("row", "leaders", "amount below amount", "parts of an amount")
_OWN_SIGNS = frozenset((*_SIGNS, "total"))
# A reader of pages may leave one blank between columns; three noughts are thousands then.
_CLOSE = on_demand(r"(?: \(?(?!000)\d+(?:[.,]\d+)*\)? ?%?){2,}$")
_CLOSE_FIGURE = on_demand(r"\d+(?:[.,]\d+)*")
_GAP = on_demand(r"(?=[\s.|:])(?:\s*\.{3,}\s*|  +| *\| *|(?<=[^\W\d]) ?: (?=\S{0,4}\d))")
_FEWEST, _MOST = 3, 60  # rows
_WIDEST, _LONGEST = 7, 160  # cells, letters of a row
_UNIT = 16  # letters of a cell beside its number
_NO_FIGURE = on_demand(r"\d\s*[:/h]\s*\d|\d\s*-\s*\d|\d{4}-|\b(?:19|20)\d\d\b(?![,. ]\d{3})")
_WHOLE = compiled(
    r"^[\W\d_]*(?:[^\W\d_]+\W+){0,2}?(?:together|(?:grand |overall |sub|sous[ -])?totale?s?|sum"
    r"|somme|ensemble|in all|all told|altogether|le tout|en tout"
    r"|(?:ال)?مجموع|(?:ال)?إجمالي|(?:ال)?جملة|الكل)\b"
)  # fmt: skip
_IN_THOUSANDS = compiled(r"\b(?:thousands?|milliers|آلاف|بالآلاف|بآلاف)\b")
_BACK, _ON = 700, 500  # characters around the rows in which their whole stands
_THOUSAND = 1000
_FURTHEST = 40  # letters before the word that calls a row a total
_FAR = 6  # a slip that is more than a sixth of the whole is a chance (our guess)
_LEAST = 100  # a smaller whole is one of many


@dataclass(frozen=True, slots=True)
class Row:
    """A row from start to end: what it names, and its figures from the left."""

    start: int
    end: int
    label: str
    figures: tuple[Digits, ...]
    percent: tuple[bool, ...]


def columns(paper: Paper) -> Iterator[Finding]:
    """Find figures set in rows that do not hang together as those beside them do."""
    if paper.tables or (paper.signs.isdisjoint(_OWN_SIGNS) and "\t" not in paper.text):
        return
    skeleton = paper.skeleton
    for block in _blocks(paper):
        width = max(len(row.figures) for row in block)
        rows = [row for row in block if len(row.figures) == width]
        if len(rows) < _FEWEST or len(rows) * 3 < len(block) * 2:
            continue
        across = list(_across(rows, width))
        yield from across
        if across or any(_WHOLE.match(row.label) for row in rows[:-1]):
            continue  # subtotals
        down = list(_down(rows, width))
        yield from down
        if not down and not _is_whole(rows):
            yield from _elsewhere(skeleton, rows)


def _blocks(paper: Paper) -> Iterator[list[Row]]:
    """Yield rows that follow each other without another line between them."""
    skeleton = paper.skeleton
    block: list[Row] = []
    past = -1
    hits = [at for sign in _SIGNS for at, _ in paper.hits(sign)]
    for hit in sorted((*hits, *_tabs(paper.text))):
        if hit < past:
            continue
        start = skeleton.rfind("\n", 0, hit) + 1
        end = skeleton.find("\n", hit)
        past = end if end >= 0 else len(skeleton)
        row = _row(paper, start, past) if past - start <= _LONGEST else None
        if block and row is None:
            row = _close_by(paper, start, past, block[-1])
        if block and row is not None:
            block.extend(_unsigned_between(paper, block[-1], start))
        if block and (row is None or skeleton[block[-1].end : start].strip()):
            yield block
            block = []
        if row is not None and not block:
            block = _unsigned_above(paper, row)
        if row is not None and len(block) < _MOST:
            block.append(row)
    if block:
        yield block
    for hit, _ in paper.hits("total"):
        if hit > past and (block := _above(paper, hit)):
            past = block[-1].end
            yield block


def _unsigned_above(paper: Paper, row: Row) -> list[Row]:
    """Return the rows over the first that has a sign: theirs are too small for one."""
    block: list[Row] = []
    start = row.start
    while start and len(block) < _MOST:
        end = start - 1
        start = paper.skeleton.rfind("\n", 0, end) + 1
        above = _row(paper, start, end) if end - start <= _LONGEST else None
        above = above or _close_by(paper, start, end, (block or [row])[0])
        if above is None or len(above.figures) != len(row.figures):
            break
        block.insert(0, above)
    return block


def _tabs(text: str) -> Iterator[int]:
    """Yield a place in each line that has two tabs before a figure."""
    at = text.find("\t")
    while at >= 0:
        stop = text.find("\n", at)
        stop = stop if stop >= 0 else len(text)
        if text.find("\t", at + 1, stop) > 0 and text[stop - 1 : stop].isdigit():
            yield at
        at = text.find("\t", stop)


def _above(paper: Paper, hit: int) -> list[Row]:
    """Return the row that calls itself a total, below those above it: none, if its line is long."""
    skeleton = paper.skeleton
    start = skeleton.rfind("\n", 0, hit) + 1
    end = skeleton.find("\n", hit)
    end = end if end >= 0 else len(skeleton)
    block: list[Row] = []
    while hit - start <= _FURTHEST and end - start <= _LONGEST and len(block) < _MOST:
        row = _row(paper, start, end)
        if row is None and block:
            row = _close_by(paper, start, end, block[0])
        if row is None or (block and len(row.figures) != len(block[0].figures)):
            break
        block.insert(0, row)
        if not start:
            break
        hit, end = start, start - 1
        start = hit = skeleton.rfind("\n", 0, end) + 1
    return block


_TAB = on_demand(r" *\t[ \t]*")


def _row(paper: Paper, start: int, end: int) -> Row | None:
    """Return the row of a line; None: its cells are no figures."""
    skeleton = paper.skeleton
    cells: list[tuple[int, int]] = []
    place = start
    tabbed = paper.text.find("\t", start, end) >= 0
    gaps = _TAB.finditer(paper.text, start, end) if tabbed else _GAP.finditer(skeleton, start, end)
    for gap in gaps:
        if gap.start() > place:
            cells.append((place, gap.start()))
        place = gap.end()
    if place < end:
        cells.append((place, end))
    if len(cells) == 1 and (close := _CLOSE.search(skeleton, start, end)):
        return _close_row(skeleton, start, close)
    figures: list[Digits] = []
    percent: list[bool] = []
    while len(cells) > 1 and (one := _figure(skeleton, *cells[-1])) is not None:
        figures.insert(0, one)
        percent.insert(0, "%" in skeleton[one.end : cells[-1][1]])
        cells.pop()
    if not figures or len(figures) > _WIDEST:
        return None
    return Row(start, end, skeleton[start : cells[-1][1]].strip(), tuple(figures), tuple(percent))


def _close_by(paper: Paper, start: int, end: int, beside: Row) -> Row | None:
    """Return a row whose label leaves one blank before its figure, under or over the figure beside.

    The longest label of a column reaches to the figures; two blanks are read as one.
    """
    if len(beside.figures) != 1 or end - start > _LONGEST:
        return None
    skeleton, other = paper.skeleton, beside.figures[0]
    inside = list(digits_in(skeleton, start, end))
    if len(inside) != 1 or skeleton[inside[0].start - 1] != " ":
        return None
    figure = inside[0]
    if skeleton[figure.end : end].strip() != skeleton[other.end : beside.end].strip():
        return None
    off = (figure.start - start) - (other.start - beside.start)
    off_at_end = (figure.end - start) - (other.end - beside.start)
    label = skeleton[start : figure.start].strip()
    if not label or min(abs(off), abs(off_at_end)) > 1:
        return None
    return Row(start, end, label, (figure,), beside.percent)


def _unsigned_between(paper: Paper, above: Row, start: int) -> list[Row]:
    """Return the one row between two others that has no sign: its label reaches to its figure."""
    end = start - 1
    begin = paper.skeleton.rfind("\n", 0, max(0, end)) + 1
    if begin != above.end + 1:
        return []
    row = _close_by(paper, begin, end, above)
    return [row] if row is not None else []


def _close_row(skeleton: str, start: int, close: re.Match[str]) -> Row | None:
    figures = [
        next(digits_in(skeleton, *one.span()), None)
        for one in _CLOSE_FIGURE.finditer(skeleton, close.start(), close.end())
    ]
    told = tuple(one for one in figures if one is not None)
    if len(told) != len(figures) or len(told) > _WIDEST:
        return None
    percent = tuple(skeleton[one.end : one.end + 2].strip().startswith("%") for one in told)
    return Row(start, close.end(), skeleton[start : close.start()].strip(), told, percent)


def _figure(skeleton: str, start: int, end: int) -> Digits | None:
    """Return the only number of a cell that is little more than a number."""
    if _NO_FIGURE.search(skeleton, start, end):
        return None
    inside = list(digits_in(skeleton, start, end))
    if len(inside) != 1 or end - start > inside[0].end - inside[0].start + _UNIT:
        return None
    return inside[0]


def _rest(first: Digits, second: Digits, third: Digits) -> Decimal:
    return first.value - second.value


def _sum(first: Digits, second: Digits, third: Digits) -> Decimal:
    return first.value + second.value


def _share(first: Digits, second: Digits, third: Digits) -> Decimal:
    """Return the second in per cent of the first, rounded as the third is."""
    if not first.value:
        return Decimal(0)
    places = Decimal(1).scaleb(min(0, int(third.value.as_tuple().exponent)))
    return (second.value * 100 / first.value).quantize(places)


_Relation = Callable[[Digits, Digits, Digits], Decimal]


def _across(rows: Sequence[Row], width: int) -> Iterator[Finding]:
    """Find a row whose third figure is not what it is of the first two in the others."""
    if width < _FEWEST:
        return
    told: set[int] = set()
    for a, b, c in combinations(range(width), 3):
        shares = all(row.percent[c] for row in rows)
        relations: tuple[_Relation, ...] = (_share,) if shares else (_rest, _sum)
        for relation in relations:
            triples = [(row.figures[a], row.figures[b], row.figures[c]) for row in rows]
            right = [abs(relation(*each) - each[2].value) <= shares for each in triples]
            wrong = len(right) - sum(right)
            if sum(right) < 2 or not 0 < wrong <= max(1, len(right) // 4):
                continue
            if len({each[2].value for each, fits in zip(triples, right, strict=True) if fits}) < 2:
                continue
            for (first, second, third), fits in zip(triples, right, strict=True):
                off = relation(first, second, third) - third.value
                if fits or third.start in told or not _is_slipped((first, second, third), off):
                    continue
                told.add(third.start)
                yield found(
                    "FIG034", third.start, third.end, elsewhere=((first.start, second.end),),
                    right=third.value + off, told=third.value,
                )  # fmt: skip


def _is_slipped(figures: Sequence[Digits], off: Decimal) -> bool:
    """Tell whether a slip in one of the three figures of a row is all that is wrong."""
    return any(
        one.value + sign * off > 0 and is_slip(one.value + sign * off, one.value, 1)
        for one in figures
        for sign in (1, -1)
    )


def _is_whole(rows: Sequence[Row]) -> bool:
    """Tell whether the last row is what the others come to."""
    last = [row.figures[-1] for row in rows]
    return _WHOLE.match(rows[-1].label) is not None or adds_up(last[:-1], last[-1])


def _down(rows: Sequence[Row], width: int) -> Iterator[Finding]:
    """Find a last row that is the sum of those above it but for one column."""
    total, parts = rows[-1], rows[:-1]
    named = _WHOLE.match(total.label) is not None
    if len(parts) < (2 if named else _FEWEST):
        return
    wrong: list[int] = []
    right = 0
    for column in range(width):
        if total.percent[column]:
            continue
        if adds_up([row.figures[column] for row in parts], total.figures[column]):
            right += total.figures[column].value >= 10
        else:
            wrong.append(column)
    for column in wrong:
        above = [row.figures[column] for row in parts]
        told = total.figures[column]
        added = sum((one.value for one in above), Decimal(0))
        if added and (named or _is_nearly(above, added, told.value)):
            if not told.value / 5 < added < told.value * 5 or (width > 1 and not right):
                continue  # prices, averages
            yield found(
                "FIG007", above[0].start, told.end, level=Level.WARN,
                elsewhere=((told.start, told.end),),
                total=told.value, sum=added, count=len(above),
            )  # fmt: skip


def _is_nearly(parts: Sequence[Digits], added: Decimal, told: Decimal) -> bool:
    """Tell whether a slip in the whole, or in one of its parts, is all that parts them."""
    off = told - added
    if told < _LEAST or told <= max(one.value for one in parts) or abs(off) * _FAR > told:
        return False
    return is_slip(added, told, 3) or any(
        is_slip(one.value + off, one.value, 3) for one in parts if one.value + off > 0
    )


def _elsewhere(skeleton: str, rows: Sequence[Row]) -> Iterator[Finding]:
    """Find rows whose sum the paper tells near them, but for a slip."""
    column = [row.figures[-1] for row in rows]
    added = sum((one.value for one in column), Decimal(0))
    if any(row.percent[-1] for row in rows) or added < _LEAST:
        return
    first, last = rows[0].start, rows[-1].end
    around = [
        *digits_in(skeleton, max(0, first - _BACK), first),
        *digits_in(skeleton, last, min(len(skeleton), last + _ON)),
    ]
    scale = _THOUSAND if _IN_THOUSANDS.search(skeleton, max(0, first - 120), first) else 1
    told = {one.value for one in around}
    if {added, added * scale} & told or len(rows) > 20:
        return
    for one in around:
        whole = one.value / scale
        if whole == int(whole) and _is_nearly(column, added, whole):
            yield found(
                "FIG007", column[0].start, column[-1].end, level=Level.WARN,
                elsewhere=((one.start, one.end),),
                total=one.value, sum=added * scale, count=len(column),
            )  # fmt: skip
            return
