"""An amount and its parts that are not its sum but for a slip of the pen, however they are led to.

"The sum of 171,650 dollars was shared out as follows: 13,500 for medicine; 25,000 for shelter; …",
"897,550 dollars, of which 527,800 …", rows of a list above or below their whole. No words need say
that the parts are all: three parts or more whose sum is the whole but for one digit, for two that
changed places or for a two-hundredth, are no chance (our guess).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.review.checks.figures.reckoning.allotments import is_left_of_untold
from clearance.review.checks.figures.reckoning.derived import is_slip, is_turned
from clearance.review.checks.figures.reckoning.quantities import COUNT, MONEY, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

SIGNS = frozenset({"namely", "parts of an amount", "composed", "of which"})
THOUSANDS = (Trigger("thousands", "[0-9][ ,.'][0-9][0-9][0-9]", begins=lambda _, end: end - 5),)
_BACK, _ON = 240, 460  # characters on either side of a sign in which whole and parts stand
_FEWEST, _MOST = 3, 14
_NEARLY = 200
_TIMES = ("×", "x", "*")  # what stands before one is a factor of a part
_LEAST = 100  # smaller parts are persons and days


def breakdowns(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find parts that were meant to be the amount beside them."""
    skeleton = paper.skeleton
    great = [at for at, _ in paper.hits("thousands")]
    if len(great) < _FEWEST:
        return
    told: set[int] = set()
    past = -1
    for hit in sorted(at for sign in SIGNS for at, _ in paper.hits(sign)):
        near = bisect_left(great, hit + _ON) - bisect_left(great, hit - _BACK)
        if hit < past or near < _FEWEST:
            continue
        around = [one for one in stretches.around(hit) if _is_amount(skeleton, one)]
        at = _first_item(skeleton, hit)
        before = [one for one in around if one.start <= at]
        parts = _run(skeleton, [one for one in around if one.start > at])
        if not before or len(parts) + 1 < _FEWEST:
            continue
        past = parts[-1].end
        values = {one.value for one in around}
        for whole, members in ((before[-1], parts), (parts[-1], [before[-1], *parts[:-1]])):
            finding = _finding(whole, members, values)
            if (
                finding is not None
                and whole.start not in told
                and not is_left_of_untold(skeleton, whole.start)
            ):
                told.add(whole.start)
                yield finding


_ITEM = on_demand(r"\s*(?:[-*\xa4]|\(?[^\W_]{1,3}[.)])\s*[^\d\n:]{2,60}: ?$")


def _first_item(skeleton: str, hit: int) -> int:
    """Return where the list begins in which the sign leads to an amount; the sign where in none."""
    at = hit
    while (begins := skeleton.rfind("\n", 0, at) + 1) and _ITEM.match(
        skeleton, begins, skeleton.find(":", begins) + 2
    ):
        at = begins - 1
    return at


def _is_amount(skeleton: str, one: Quantity) -> bool:
    return (
        one.kind in (MONEY, COUNT) and one.value >= _LEAST
        and not one.about and not one.slack and skeleton[one.start].isdigit()
        and skeleton[one.stop : one.stop + 2].lstrip()[:1] not in _TIMES
    )  # fmt: skip


def _run(skeleton: str, amounts: Sequence[Quantity]) -> list[Quantity]:
    """Return the amounts of one list: no sentence ends between them."""
    run: list[Quantity] = []
    for one in amounts[:_MOST]:
        gap = skeleton[run[-1].stop : one.start] if run else ""
        if ". " in gap or ".\n" in gap or "\n\n" in gap:
            break
        run.append(one)
    return run


def _finding(whole: Quantity, parts: Sequence[Quantity], values: set[Decimal]) -> Finding | None:
    """Return what is wrong with the parts of a whole; None: nothing, or they are none of it."""
    units = {one.unit for one in parts if one.kind == MONEY} | (
        {whole.unit} if whole.kind == MONEY else set()
    )
    if len(parts) < _FEWEST or len(units) > 1 or whole.value <= max(one.value for one in parts):
        return None
    added = Decimal(0)
    for one in parts:
        added += one.value
        if added == whole.value:
            return None
    near = abs(added - whole.value) * _NEARLY <= whole.value
    off = whole.value - added
    slip = is_slip(added, whole.value, _FEWEST) or any(
        one.value + off > 0 and is_turned(one.value + off, one.value, _FEWEST) for one in parts
    )
    if added in values or not (near or slip):
        return None
    first, last = min(whole, *parts, key=_start), max(whole, *parts, key=_start)
    return found(
        "FIG007", first.start, last.end, level=Level.WARN, elsewhere=((whole.start, whole.end),),
        total=whole.value, sum=added, count=len(parts),
    )  # fmt: skip


def _start(one: Quantity) -> int:
    return one.start
