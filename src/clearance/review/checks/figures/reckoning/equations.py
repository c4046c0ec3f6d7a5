"""Sums and products that a text writes with their signs: "12,400 + 8,600 = 21,000", "20 x 5 nights x USD 180 = USD 18,000".

What stands between two numbers may name what they count; the signs alone say how they are reckoned.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import prod

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import DIGITS, Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_SIGN = r"(?:usd |us\$ ?|\$ ?|eur |sar |€ ?)?"
EQUATIONS = (
    Trigger("times sign", rf"[0-9a-z\xc0-\xff)] ?[x*\xa4] ?{_SIGN}[0-9]"),
    Trigger("plus sign", rf"[0-9a-z\xc0-\xff)] ?\+ ?(?:[a-z\xc0-\xff'-]+ ){{0,4}}{_SIGN}[0-9]"),
)
_NAMED = r"(?:\s?(?:%|[^\W\d_][\w'./$-]*|\$|€)){0,5}?"
_TIMES = compiled(rf"{_NAMED}\)?\s?(?:[x*\xa4]|\bfois\b|\btimes\b|\bضرب\b)\s?{_NAMED}\s?\(?")
_PLUS = compiled(rf"{_NAMED}\)?\s?\+\s?{_NAMED}\s?\(?(?:[^\W\d_][\w'-]*\s?:?\s?){{0,4}}")
_MAKES = compiled(
    rf"{_NAMED}\)?\s?(?:=|,?\s?(?:i\.e\.,?|that is,?|making|giving|soit|أي|وهو ما يعادل)\s|:)\s?(?:a total of |au total |ما مجموعه )?{_NAMED}\s?"
)
_WHOLE_BEFORE = compiled(r"\s?(?:[^\W\d_][\w'$]*\s?){0,3}\(\s?(?:[^\W\d_][\w'-]*\s?:?\s?){0,4}$")
_REACH = 120  # characters on either side of a sign in which the equation stands
_LEAST = 10  # below it a product may be a size: "4 x 4"


def equations(paper: Paper) -> Iterator[Finding]:
    """Find results that the written sums and products before them do not make."""
    skeleton = paper.skeleton
    done = -1
    places = sorted((*paper.hits("times sign"), *paper.hits("plus sign")))
    for start, end in places:
        if start < done:
            continue
        begin = max(0, start - _REACH, skeleton.rfind("\n", 0, start) + 1)
        stop = skeleton.find("\n", end)
        stop = min(len(skeleton) if stop < 0 else stop, end + 2 * _REACH)
        numbers = list(digits_in(skeleton, begin, stop, DIGITS))
        told = _chain(skeleton, numbers, start, end)
        if told is None:
            continue
        parts, result, right = told
        done = max(parts[-1].end, result.end)
        if abs(right - result.value) <= _slack(result) or result.also == right:
            continue
        yield found(
            "FIG034", result.start, result.end, level=Level.WARN,
            elsewhere=((parts[0].start, parts[-1].end),),
            right=right.normalize() + 0, told=result.value,
        )  # fmt: skip


def _slack(result: Digits) -> Decimal:
    return Decimal("0.5") if result.value != int(result.value) else Decimal(0)


def _chain(
    skeleton: str, numbers: Sequence[Digits], start: int, end: int
) -> tuple[list[Digits], Digits, Decimal] | None:
    """Return the numbers that a sign joins, what they are said to make and what they do make."""
    at = next((no for no, one in enumerate(numbers) if one.start >= end - 1), None)
    if not at:
        return None
    sign = _TIMES if _TIMES.fullmatch(skeleton, numbers[at - 1].end, numbers[at].start) else _PLUS
    first = last = at - 1
    while first and sign.fullmatch(skeleton, numbers[first - 1].end, numbers[first].start):
        first -= 1
    while last + 1 < len(numbers) and sign.fullmatch(
        skeleton, numbers[last].end, numbers[last + 1].start
    ):
        last += 1
    parts = list(numbers[first : last + 1])
    if len(parts) < 2:
        return None
    values = [_value(skeleton, one) for one in parts]
    right = prod(values, start=Decimal(1)) if sign is _TIMES else sum(values, Decimal(0))
    if right < _LEAST:
        return None
    if last + 1 < len(numbers) and _MAKES.fullmatch(
        skeleton, parts[-1].end, numbers[last + 1].start
    ):
        return parts, numbers[last + 1], right
    if first and sign is _PLUS and skeleton[parts[-1].end : parts[-1].end + 16].find(")") >= 0:
        whole = numbers[first - 1]
        if _WHOLE_BEFORE.fullmatch(skeleton, whole.end, parts[0].start):
            return parts, whole, right
    return None


_PERCENT = on_demand(r"\s?%")


def _value(skeleton: str, one: Digits) -> Decimal:
    return one.value / 100 if _PERCENT.match(skeleton, one.end) else one.value
