"""Whether numbers make up a total, and what is said where they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.skeleton import pattern
from clearance.review.checks.figures.units_beside import CURRENCY_SIGNS, unit_beside
from clearance.review.finding import Finding, Level
from clearance.review.mentions.date_words import month_number
from clearance.review.mentions.numbers import DIGITS, Digits, digits_in
from clearance.review.rules import found

_SHORT = 20  # letters of a number with the word "million"
_FAR = 5  # times: numbers further off are no parts of that total


_MAY = "may"  # more often a verb where no year is told
_OF_MONTH = frozenset({"of", "st", "nd", "rd", "th", "er", pattern("من")})
_NEXT = 30  # characters in which the month and its year stand


def amounts_in(
    skeleton: str, start: int, end: int, shape: re.Pattern[str] = DIGITS
) -> Iterator[Digits]:
    """Yield the numbers in digits of a stretch that are no day of a month: "30 June 2026"."""
    for one in digits_in(skeleton, start, end, shape):
        if one.end - one.start < len("100") and _is_day(skeleton, one.end):
            continue
        yield one


def _is_day(skeleton: str, end: int) -> bool:
    """Tell whether a month follows, with "of" between or not."""
    words = skeleton[end : end + _NEXT].split(None, 4)
    while words and words[0] in _OF_MONTH:
        words = words[1:]
    if not words:
        return False
    name = words[0].rstrip(".,;)")
    if name == _MAY:
        return len(words) > 1 and words[1][:4].isdigit()
    return month_number(name) is not None or (
        len(words) > 1 and month_number(f"{name} {words[1].rstrip('.,;)')}") is not None
    )


def adds_up(parts: Sequence[Digits], total: Digits, *, is_percent: bool = False) -> bool:
    """Tell whether the parts are the total, but for what rounding may have taken or added.

    Whole numbers and hundredths of a currency are exact, others are taken for rounded.
    """
    plain = sum((part.value for part in parts), Decimal(0))
    if plain == total.value:
        return True
    other = sum((part.also or part.value for part in parts), Decimal(0))
    places = max(-int(part.value.as_tuple().exponent) for part in (*parts, total))
    exact = places in (0, 2) and not is_percent
    slack = Decimal(0) if exact else Decimal(len(parts)) * Decimal("0.5") / 10 ** max(places, 0)
    slack += _rounded(parts, total)
    return any(
        abs(added - told) <= slack
        for added in (plain, other)
        for told in (total.value, total.also)
        if told is not None
    )


def _rounded(parts: Sequence[Digits], total: Digits) -> Decimal:
    """Return by how much "11.3 million and 7.2 million" may be off "18.4 million".

    Half of the last place for each; none unless all have decimals of millions.
    """
    numbers = (*parts, total)
    if not all(
        one.value >= 10**6 and one.value.as_tuple().exponent and one.end - one.start < _SHORT
        for one in numbers
    ):
        return Decimal(0)
    place = max(_last_place(one) for one in numbers)
    return place * len(numbers) / 2


def _last_place(number: Digits) -> Decimal:
    """Return what one is worth in the last place of "11.3 million"; its value keeps that place."""
    decimals = -int(number.value.as_tuple().exponent)
    factor = 10**9 if number.value >= 10**9 else 10**6
    return Decimal(factor).scaleb(-decimals)


def not_the_sum(
    parts: Sequence[Digits], told: Digits, start: int, end: int, level: Level,
    *, are_parts: bool = False,
) -> Iterator[Finding]:  # fmt: skip
    """Yield the finding, unless the numbers can be no parts of that total: page numbers, say.

    ``are_parts``: the text leaves no doubt that they are, however far off the total is.
    """
    added = sum((part.value for part in parts), Decimal(0))
    if _is_one_too_many(parts, added - told.value, told.value):
        return
    if not are_parts:
        if told.value < max(part.value for part in parts) or told.value < 2:
            return
        if not told.value / _FAR < added < told.value * _FAR:
            return
    yield found(
        "FIG007", start, end, level=level, elsewhere=((told.start, told.end),),
        total=told.value, sum=added, count=len(parts),
    )  # fmt: skip


_YEARS = frozenset(range(1900, 2101))


def _is_one_too_many(parts: Sequence[Digits], over: Decimal, total: Decimal) -> bool:
    """Tell whether the others add up: the total was read as a part, or the year of a heading."""
    if over == total and any(part.value == total for part in parts):
        return True
    return over in _YEARS and over in (parts[0].value, parts[-1].value)


def are_of_one_currency(skeleton: str, numbers: Sequence[Digits]) -> bool:
    """Tell whether each of the numbers has the same sign or name of a currency beside it."""
    units = {unit_beside(skeleton, number) for number in numbers}
    return len(units) == 1 and units <= set(CURRENCY_SIGNS)
