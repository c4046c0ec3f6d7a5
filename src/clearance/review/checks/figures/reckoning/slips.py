"""Great amounts that would be a sum, or one amount told twice, but for a slip of the pen.

No word need say that one is the total: where figures of six places and more come within one digit,
or two neighbouring digits changed round, of a sum of those beside them, chance has no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from clearance.reading.expressions import on_demand
from clearance.review.checks.figures.reckoning.added import not_the_sum
from clearance.review.checks.figures.reckoning.derived import is_slip, is_turned
from clearance.review.checks.figures.reckoning.quantities import ONE_BY_ONE
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.scan import Trigger

GREAT = (Trigger("great amount", r"[0-9]{1,3}[ ,.][0-9]{3}[ ,.][0-9]{3}"),)
_PLACES = 6  # significant figures, from which a near sum is no chance
_LONGEST = 40  # letters of such an amount
_WITHIN = frozenset("0123456789.,")
_MOST_PARTS = 6
_FAR = 500  # characters between a total and the last of its parts
_NEAR_LABEL, _FAR_BACK = 60, 900  # characters
_IS_LABEL = on_demand(r"[^\d.;:]{0,48}[:.]? ?")
_LEAST = 1000
_MOST_ROWS = 9
_FEWEST = 3
_MOST = 120  # amounts of a paper: a longer one is a table of statistics


def totals(paper: Paper) -> Iterator[Finding]:
    """Find what is called a total and misses the amounts before it by two digits changed round.

    For tables whose lines a reader of pages has torn, so that nothing tells a row from the next.
    """
    skeleton = paper.skeleton
    if paper.tables:
        return
    past = -1
    for start, end in paper.hits("total"):
        if start < past:
            continue
        told = next(digits_in(skeleton, end, min(len(skeleton), end + _NEAR_LABEL)), None)
        if (
            told is None
            or told.value < _LEAST
            or not _IS_LABEL.fullmatch(skeleton, end, told.start)
        ):
            continue
        past = told.end
        begin = max(0, start - _FAR_BACK, skeleton.rfind("\n\n", 0, start))
        told_before = list(digits_in(skeleton, begin, start, ONE_BY_ONE))
        parts = [
            one for one in told_before
            if one.value == 0
            or (one.value >= _LEAST and not skeleton[one.start : one.end].isdigit())
        ][-_MOST_ROWS:]  # fmt: skip
        # A row below a thousand looks like any other number: it may be what a run lacks.
        small = {one.value for one in told_before if 0 < one.value < _LEAST}
        runs = [parts[first:] for first in range(len(parts) - 1)]
        sums = list(accumulate(one.value for one in reversed(parts)))
        if told.value in sums[1:]:
            continue
        for run in runs:
            off = told.value - sums[len(run) - 1]
            if off in small or off == sum(small):
                break
            if abs(off) * 4 < told.value and any(
                is_turned(one.value + sign * off, one.value)
                for one, sign in ((told, -1), *((part, 1) for part in run))
            ):
                begin = run[0].start
                yield from not_the_sum(run, told, begin, told.end, Level.WARN, are_parts=True)
                break


def slips(paper: Paper) -> Iterator[Finding]:
    """Find a great amount that misses the sum of its neighbours by a slip of the pen."""
    amounts = _great(paper)
    if not _FEWEST <= len(amounts) <= _MOST or paper.tables:
        return
    told: set[int] = set()
    for place, total in enumerate(amounts):
        runs = list(_runs(amounts, place))
        if any(sum(one.value for one in run) == total.value for run in runs):
            continue
        for run in runs:
            if total.start in told or any(one.start in told for one in run):
                continue
            if _is_near(run, total):
                told |= {total.start, *(one.start for one in run)}
                begin = min(total.start, run[0].start)
                end = max(total.end, run[-1].end)
                yield from not_the_sum(run, total, begin, end, Level.WARN)


def _is_near(parts: Sequence[Digits], total: Digits) -> bool:
    """Tell whether a slip in the total, or in one of its parts, is all that parts them."""
    off = total.value - sum((one.value for one in parts), Decimal(0))
    return is_slip(total.value - off, total.value, _PLACES) or any(
        is_slip(one.value + off, one.value, _PLACES) for one in parts if one.value + off > 0
    )


def _great(paper: Paper) -> list[Digits]:
    """Return the amounts with so many figures that are not noughts at the end."""
    found: list[Digits] = []
    for start, _ in paper.hits("great amount"):
        if found and start < found[-1].end:
            continue  # the rest of it
        at = start
        while at > 0 and paper.skeleton[at - 1] in _WITHIN:
            at -= 1
        found += (
            one
            for one in digits_in(paper.skeleton, at, start + _LONGEST)
            if one.start <= start < one.end
        )
    return [
        one
        for one in found
        if len(str(int(one.value)).rstrip("0")) >= _PLACES and one.value == int(one.value)
    ]


def _runs(amounts: Sequence[Digits], place: int) -> Iterator[Sequence[Digits]]:
    """Yield the two and more amounts right after one, and right before it."""
    total = amounts[place]
    for count in range(2, _MOST_PARTS + 1):
        after = amounts[place + 1 : place + 1 + count]
        if len(after) == count and after[-1].end - total.start < _FAR:
            yield after
        before = amounts[max(0, place - count) : place]
        if len(before) == count and total.end - before[0].start < _FAR:
            yield before
