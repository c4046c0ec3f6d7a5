"""Parts told after "of which": "fourteen activities, of which nine are over and five put off"."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import COUNT, Quantity, has_number
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

OF_WHICH = (
    told_by_its_end("of which", r"(?:of which|of whom|of these,?|of them,?|, dont|parmi lesquel(?:le)?s|منها|منهم|منهن|من بينها|من بينهم) "),
)  # fmt: skip
_TO_FIRST = compiled(r"\s*(?:[^\W\d_]+\s+){0,3}?[ولفب]?$")
_JOINT = compiled(
    r"[^\d.;:()]{0,90}?(?:,\s*(?:(?:and|et)\s+)?|\s(?:and|et)\s+|\sو)(?:[^\W\d_]+\s+){0,2}?[و]?$"
)
_LAST = compiled(r"(?:\band|\bet|[\sو]و)\s*(?:[^\W\d_]+\s+){0,2}?$|(?:^|\s)و$")
_AND = compiled("و").pattern
# Parts that may have members in common, or that are not all.
_CROSSING = compiled(
    r"\b(?:women|men|females?|males?|femmes|hommes|(?:under|over) (?:\d|age|the age|fifty|forty|thirty)|aged|youth|young|jeunes|moins de|plus de|at least|au moins|including|both|also|respectively|notamment|نساء|النساء|امرأة|رجال|شباب|على الأقل|أيضا|بينهم|بينها|كل من)\b"
)
_MOST, _FEWEST = 8, 3
_NEAR = 40  # characters on either side in which the whole and the first part stand
_LESS, _MORE = Decimal("0.9"), Decimal("1.4")  # of the whole: our guess


def is_rest_told(skeleton: str, end: int) -> bool:
    """Tell whether what is not told among the parts is told behind them: "The remainder ..."."""
    return _THE_REST.match(skeleton, end, end + _REST_NEAR) is not None


def of_which(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find three parts or more that are told after their whole and do not make it."""
    skeleton = paper.skeleton
    for start, end in paper.hits("of which"):
        if not (
            has_number(skeleton, start - _NEAR, start)
            and has_number(skeleton, end - 1, end + _NEAR)
            and _LAST_NEAR.search(skeleton, end, end + 260)
        ):
            continue
        _, stop = stretches.sentence(start, end)
        around = stretches.inside(start, end)
        before = [one for one in around if one.stop <= start + 1]
        parts = [one for one in around if one.start >= end - 1]
        if (
            not before
            or before[-1].kind != COUNT
            or before[-1].about
            or not _FEWEST <= len(parts) <= _MOST
        ):
            continue
        whole = before[-1]
        gap = skeleton[whole.stop : start].strip()
        if start - whole.stop > 60 or (gap != ":" and any(mark in gap for mark in ":(")):
            continue
        if is_rest_told(skeleton, parts[-1].stop):
            continue
        if _are_listed(skeleton, parts, end, stop):
            yield from _unequal(skeleton, whole, parts, stop)


_THE_REST = compiled(
    r"[^\n]{0,30}\b(?:the (?:remainder|rest|balance)|le (?:reste|solde|surplus)|(?:و?ال)?(?:باقي|بقية|متبقي))\b"
)
_REST_NEAR = 60  # characters
_LAST_NEAR = compiled(r"\band\b|\bet\b|\sو")


def _are_listed(skeleton: str, parts: Sequence[Quantity], end: int, stop: int) -> bool:
    """Tell whether each part begins a member of one list, the last after "and"."""
    if any(one.kind != COUNT or one.about or one.value != int(one.value) for one in parts):
        return False
    if not _TO_FIRST.fullmatch(skeleton, end - 1, parts[0].start) or _CROSSING.search(
        skeleton, end, stop
    ):
        return False
    gaps = [skeleton[one.end : other.start + (skeleton[other.start] == _AND)] for one, other in pairwise(parts)]  # fmt: skip
    return all(map(_JOINT.fullmatch, gaps)) and _LAST.search(gaps[-1]) is not None


def _unequal(
    skeleton: str, whole: Quantity, parts: Sequence[Quantity], stop: int
) -> Iterator[Finding]:
    added = sum((one.value for one in parts), Decimal(0))
    if added == whole.value or max(one.value for one in parts) >= whole.value:
        return
    if whole.value * _LESS <= added <= whole.value * _MORE:
        yield found(
            "FIG007", whole.start, parts[-1].end, level=Level.WARN,
            elsewhere=((parts[0].start, parts[-1].end),), total=whole.value, sum=added,
            count=len(parts),
        )  # fmt: skip
