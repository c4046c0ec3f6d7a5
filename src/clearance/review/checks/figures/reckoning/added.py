"""Whether numbers make up a total, and what is said where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.review.checks.figures.units_beside import CURRENCY_SIGNS, unit_beside
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits
from clearance.review.rules import found

_FAR = 5  # times: numbers further off are no parts of that total


def adds_up(parts: Sequence[Digits], total: Digits, *, is_percent: bool = False) -> bool:
    """Tell whether the parts are the total, but for what rounding may have taken or added.

    Whole numbers and hundredths of a currency are exact, others are taken for rounded.
    """
    plain = sum((part.value for part in parts), Decimal(0))
    other = sum((part.also or part.value for part in parts), Decimal(0))
    places = max(-int(part.value.as_tuple().exponent) for part in (*parts, total))
    exact = places in (0, 2) and not is_percent
    slack = Decimal(0) if exact else Decimal(len(parts)) * Decimal("0.5") / 10 ** max(places, 0)
    if any(part.value >= 10**6 and part.value % 1000 == 0 and part.end - part.start < 16
           and part.value != part.value.to_integral_value() for part in parts):  # fmt: skip
        slack += Decimal(len(parts)) * 10**5
    return any(
        abs(added - told) <= slack
        for added in (plain, other)
        for told in (total.value, total.also)
        if told is not None
    )


def not_the_sum(
    parts: Sequence[Digits], told: Digits, start: int, end: int, level: Level,
    *, are_parts: bool = False,
) -> Iterator[Finding]:  # fmt: skip
    """Yield the finding, unless the numbers can be no parts of that total: page numbers, say.

    ``are_parts``: the text leaves no doubt that they are, however far off the total is.
    """
    added = sum((part.value for part in parts), Decimal(0))
    if not are_parts:
        if told.value < max(part.value for part in parts) or told.value < 2:
            return
        if not told.value / _FAR < added < told.value * _FAR:
            return
    yield found(
        "FIG007", start, end, level=level, elsewhere=((told.start, told.end),),
        total=told.value, sum=added, count=len(parts),
    )  # fmt: skip


def are_of_one_currency(skeleton: str, numbers: Sequence[Digits]) -> bool:
    """Tell whether each of the numbers has the same sign or name of a currency beside it."""
    units = {unit_beside(skeleton, number) for number in numbers}
    return len(units) == 1 and units <= set(CURRENCY_SIGNS)
