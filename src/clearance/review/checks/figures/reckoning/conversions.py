"""What a rate makes of an amount that stands elsewhere: one currency of another, a time of a pace.

"At the rate of 3.75 riyals to the dollar the balance is worth USD 12,920", of SAR 48,450; "at the
present pace of 400 boxes a year the other 600 will take a year and a half".
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.checks.figures.reckoning.quantities import (
    COUNT,
    MONEY,
    TIME,
    Quantity,
    are_kin,
)
from clearance.review.checks.figures.reckoning.rates import in_one_unit
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.checks.figures.unit_words import currency_of
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

CONVERTED = (
    told_by_its_end("exchange", r"(?:to|for|per|a|=) (?:the |one |an? |1 )?(?:us )?(?:dollar|euro|riyal|pound|dirham|dinar)[ ,.;)\n]"),
    told_by_its_end("exchange", r"(?:pour|contre|le|l'|=) ?(?:une? |1 |le )?(?:dollar|euro|riyal|dirham|dinar)[ ,.;)\n]"),
    told_by_its_end("exchange", r"(?:للدولار|لليورو|للريال|للدينار|لكل دولار|لكل يورو|مقابل الدولار|مقابل اليورو)"),
    told_by_its_end("exchange first", r"(?:1 (?:usd|eur|us ?\$|dollar|euro|sar|gbp)|(?:usd|eur|sar|gbp|us ?\$|\$) ?1) ?="),
    told_by_its_end("pace", r"(?:at (?:this|the|that|its) (?:current |present |same )?(?:rate|pace)|(?:a ce|au) rythme|a cette cadence|بهذا المعدل|بالمعدل|بهذه السرعة|بالسرعة|بالوتيرة|بهذه الوتيرة|بوتيرة)"),
)  # fmt: skip
_PER_TIME = compiled(
    r"[^\d.,;:]{0,24}?\s(?:(?:an?|per|each|every|par|chaque|في|كل)\s+|l')(?P<time>[^\W\d_]+)"
)
_CLOSE = Decimal("2.6")
_MOST = 24  # amounts of a paragraph that are set against the rate


def conversions(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find amounts and times that a rate does not make of any amount beside them."""
    told: set[int] = set()
    places = [(start, end, False) for start, end in paper.hits("exchange")]
    places += [(start, end, True) for start, end in paper.hits("exchange first")]
    for start, end, is_first in places:
        yield from _exchanged(paper, stretches, start, end, is_first=is_first, told=told)
    for start, end in paper.hits("pace"):
        yield from _paced(paper, stretches, start, end)


def _exchanged(
    paper: Paper, stretches: Stretches, start: int, end: int, *, is_first: bool, told: set[int]
) -> Iterator[Finding]:
    around = [one for one in stretches.around(start) if one.kind == MONEY]
    if is_first:
        rate = next((one for one in around if 0 <= one.start - end < 8), None)
    else:
        rate = next(
            (one for one in reversed(around) if one.start < start and start - one.stop < 16), None
        )
    other = currency_of(_FOR.sub(" ", paper.skeleton[start:end]))
    if rate is None or not other or rate.unit == other or rate.value <= 0 or rate.start in told:
        return
    told.add(rate.start)
    value = (
        rate.value / 1000
        if _HAS_DECIMALS.fullmatch(paper.skeleton, rate.start, rate.end)
        else rate.value
    )
    begin, stop = stretches.sentence(rate.start, end)
    amounts = [one for one in around if one is not rate and one.value > 1]
    if len(amounts) > _MOST:
        return
    ones = [one for one in amounts if one.unit == rate.unit]
    others = [one for one in amounts if one.unit == other]
    inside = [one for one in others if begin <= one.start < stop]
    yield from _unequal(inside, ones, value, [one for one in ones if begin <= one.start < stop])
    if not inside:
        inside = [one for one in ones if begin <= one.start < stop]
        yield from _unequal(inside, others, 1 / value, [])


_FOR = compiled(r"(?<![^\W_])لل")
_HAS_DECIMALS = on_demand(r"\d{1,3}[.,]\d\d[1-9]")  # no thousands end so in a rate: our guess


def _unequal(
    told: Sequence[Quantity], bases: Sequence[Quantity], rate: Decimal, beside: Sequence[Quantity]
) -> Iterator[Finding]:
    """Find an amount that is none of the others at the rate, where one of them was meant."""
    for one in told:
        rights = [(base.value / rate, base) for base in bases]
        off = Decimal("0.06") if one.about else Decimal("0.004")
        if any(
            abs(right - one.value) <= max(one.slack, one.value * off, base.slack / rate)
            for right, base in rights
        ):
            continue
        slips = [
            (right, base) for right, base in rights
            if is_slip(right.quantize(Decimal(1)), one.value, 3)
        ]  # fmt: skip
        if not slips and len(beside) == len(told) == 1:
            right = beside[0].value / rate
            slips = [(right, beside[0])] if one.value / _CLOSE < right < one.value * _CLOSE else []
        if slips:
            right, base = slips[0]
            yield found(
                "FIG034", one.start, one.end, elsewhere=((base.start, base.end),),
                told=one.value, right=right.quantize(Decimal(1)),
            )  # fmt: skip


def _paced(paper: Paper, stretches: Stretches, start: int, end: int) -> Iterator[Finding]:
    """Find "at the present pace of 400 boxes a year the other 600 will take two years and a half"."""
    skeleton = paper.skeleton
    begin, stop = stretches.sentence(start, end)
    around = stretches.around(start)
    inside = [one for one in around if begin <= one.start < stop]
    times = [one for one in inside if one.kind == TIME and one.start > end]
    paces = []
    for one in around:
        per = _PER_TIME.match(skeleton, one.end, one.end + 60) if one.kind == COUNT else None
        if per is not None and (inside[:1] and one.start < stop):
            paces.append((one, per["time"]))
    if not paces or len(times) != 1:
        return
    pace, period = next((two for two in paces if two[0] in inside), paces[-1])
    span = in_one_unit(times[0], period)
    if span is None:
        return
    counts = [one for one in around if one.kind == COUNT and one is not pace and one.value > 1]
    off = Decimal("0.12") if times[0].about or pace.about else Decimal("0.03")
    if any(abs(one.value / pace.value - span) <= span * off for one in counts):
        return
    meant = [one for one in counts if one.start < times[0].start and _is_meant(one, pace, inside)]
    if not meant:
        return
    right = meant[-1].value / pace.value
    if span / _CLOSE < right < span * _CLOSE:
        told = times[0]
        yield found(
            "FIG034", told.start, told.stop, elsewhere=((meant[-1].start, meant[-1].end),),
            told=span.normalize() + 0, right=right.quantize(Decimal("0.1")).normalize() + 0,
        )  # fmt: skip


def _is_meant(one: Quantity, pace: Quantity, inside: Sequence[Quantity]) -> bool:
    return bool(one.unit and pace.unit and are_kin(one.unit, pace.unit)) or (
        one in inside and one.value > pace.value and not one.unit
    )
