"""From one amount to another: by how much it changed, or how many times it became.

"Rose from 64 to 80, i.e. by 26"; "86 against 68, that is 28 more"; "doubled, from 120 to 290";
"480, twice as many as the 210 of the year before". The change in per cent is read elsewhere.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import SHARE, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

CHANGED = (
    told_by_its_end("changed by", r"(?:increase|decrease|rise|fall|drop|gain|reduction|decline|difference|growth|surplus|shortfall|saving) of "),
    told_by_its_end("changed by", r"(?:,|i\.e\.,?|or|that is,?|rose|fell|grew|up|down|creased|reduced) by "),
    told_by_its_end("changed by", r"(?:hausse|baisse|augmentation|diminution|progression|recul|ecart|accroissement|augmente|progresse|diminue|recule) de "),
    told_by_its_end("changed by", r"(?:بزيادة|بانخفاض|بفارق|بارتفاع|بتراجع|زيادة قدرها|انخفاض قدره|بمقدار) "),
    told_by_its_end("changed by", r"(?:زاد|زادت|ازداد|ازدادت|ارتفع|ارتفعت|انخفض|انخفضت|تراجع|نقص) "),
    told_by_its_end("changed so much", r"[0-9] (?:more|fewer|less|higher|lower)[ ,.;)]"),
    told_by_its_end("changed so much", r"[0-9] (?:[a-z]+ )?(?:[a-z]+ )?de (?:plus|moins)[ ,.;)]"),
    told_by_its_end("so many times", r"(?:doubled|trebled|tripled|quadrupled|halved|(?:a|ont|avait|avaient) (?:double|triple|quadruple)|doublant|triplant)[ ,.;]"),
    told_by_its_end("so many times", r"(?:تضاعف|تضاعفت|يتضاعف) "),
    told_by_its_end("times as many", r"(?:twice|three times|four times|double|triple) (?:as (?:many|much) as|the)|(?:deux|trois|quatre) fois (?:plus (?:que|de|d')|les? |la )|ضعف (?:عدد|ال)"),
)  # fmt: skip
_TIMES = ((compiled("doubl|twice|deux fois|تضاعف|يتضاعف|ضعف"), 2), (compiled("tripl|trebl|three|trois"), 3), (compiled("quadrupl|four|quatre"), 4))  # fmt: skip
_HALVED = compiled("halved")
_SIGN = r"(?:us ?\$|usd|eur|sar|\$|€)?\s?"
_FROM = compiled(rf"(?:\bfrom|\bde|\bd'|\bdes|\bمن)\s*(?:[^\W\d_]+\s+){{0,2}}?{_SIGN}$")
_TO = compiled(
    rf"(?:[^.;:\d()]|(?:19|20)\d\d){{0,34}}?,?\s*\b(?:to|a|aux?|إلى)\s+(?:[^\W\d_]+\s+){{0,2}}?{_SIGN}$"
)
_AGAINST = compiled(
    rf"[^.;:\d()]{{0,60}}?,?\s*\b(?:(?:as )?against|compared (?:with|to)|versus|up from|down from|instead of|contre|au lieu de|مقابل|مقارنة (?:ب|مع)|بدلا من)\s*(?:[^\W\d_]+\s+){{0,2}}?{_SIGN}$"
)
_TO_CHANGE = compiled(rf"\s*(?:some |only |قدره\w* |مقداره\w* )?(?:[^\W\d_]+\s+){{0,2}}?{_SIGN}$")
_ROUGHLY = compiled(
    r"\b(?:more than|over|nearly|almost|about|roughly|some|virtually|less than|not quite|practically|plus que|plus du|presque|pratiquement|quasi\w*|environ|pres du|أكثر|قرابة|نحو|تقريبا|مرات|أضعاف|مرتين)\b"
)
_OF_OTHER = compiled(rf"[^\d.;:,()]{{0,40}}?{_SIGN}$")
_BEFORE_OTHER = compiled(r"[^\d.;:]{0,40}$")
_OFF = Decimal("0.075")  # of the factor, from which a writer says "more than doubled": our guess
_CLOSE = Decimal("2.6")


def changes(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find changes that are not those between the two amounts beside them."""
    skeleton = paper.skeleton
    for name in ("changed by", "changed so much"):
        for start, end in paper.hits(name):
            if not _TWO_NEAR.search(skeleton, max(0, start - 160), end + 120):
                continue
            inside = stretches.inside(start, end)
            if name == "changed by":
                told = next((one for one in inside if one.start >= end - 1), None)
                if told is None or not _TO_CHANGE.match(skeleton, end - 1, told.start):
                    continue
            else:
                told = next((one for one in reversed(inside) if one.start <= start), None)
            if told is not None and told.kind != SHARE and told.stop >= start - 1:
                yield from _by_how_much(skeleton, inside, told)
    for start, end in paper.hits("so many times"):
        yield from _multiplied(skeleton, stretches.inside(start, end), start, end)
    for start, end in paper.hits("times as many"):
        yield from _as_many(skeleton, stretches.inside(start, end), start, end)


_TWO_NEAR = compiled(
    r"\b(?:from|against|compared|versus|instead|de|d'|des|contre|au lieu|من|مقابل|مقارنة|بدلا)\b"
)


def _pairs(
    skeleton: str, inside: Sequence[Quantity], told: Quantity | None
) -> list[tuple[Quantity, Quantity]]:
    """Return the pairs of "from 64 to 80" and "80 against 64" in a sentence, the earlier first."""
    found_pairs = []
    others = [one for one in inside if one is not told and one.kind != SHARE]
    for one, other in pairwise(others):
        if one.kind != other.kind and not (one.value >= 10**5 and other.value >= 10**5):
            continue
        if _TO.match(skeleton, one.end, other.start) and _FROM.search(
            skeleton, max(0, one.start - 40), one.start
        ):
            found_pairs.append((one, other))
        elif _AGAINST.match(skeleton, one.end, other.start):
            found_pairs.append((other, one))
    return found_pairs


def _by_how_much(skeleton: str, inside: Sequence[Quantity], told: Quantity) -> Iterator[Finding]:
    """Find "from 64 to 80, i.e. by 26"."""
    pairs = _pairs(skeleton, inside, told)
    if len(pairs) != 1:
        return
    ((first, last),) = pairs
    if told.kind != last.kind and not (told.value >= 10**5 and last.value >= 10**5):
        return
    right = abs(last.value - first.value)
    slack = told.slack * 2 + (right / 8 if told.about else 0)
    if right == 0 or abs(right - told.value) <= slack:
        return
    if told.value / _CLOSE < right < told.value * _CLOSE:
        yield found(
            "FIG017", told.start, told.end,
            elsewhere=((first.start, first.end), (last.start, last.end)),
            first=first.value, second=last.value, told=told.value, right=right,
        )  # fmt: skip


def _multiplied(
    skeleton: str, inside: Sequence[Quantity], start: int, end: int
) -> Iterator[Finding]:
    """Find "doubled, from 120 to 290"."""
    pairs = _pairs(skeleton, inside, None)
    if len(pairs) != 1 or _ROUGHLY.search(
        skeleton, max(0, start - 20), min(len(skeleton), end + 20)
    ):
        return
    ((first, last),) = pairs
    if first.about or last.about or not first.value or ":" in skeleton[end : first.start]:
        return
    halved = _HALVED.search(skeleton, start, end) is not None
    factor = Decimal("0.5") if halved else Decimal(_factor(skeleton, start, end))
    yield from _not_so_many(first, last, factor)


def _factor(skeleton: str, start: int, end: int) -> int:
    return next((many for shape, many in _TIMES if shape.search(skeleton, start, end)), 2)


def _not_so_many(first: Quantity, last: Quantity, factor: Decimal) -> Iterator[Finding]:
    """Yield the finding where the last is not so many times the first."""
    right = first.value * factor
    if abs(right - last.value) <= max(right * _OFF, first.slack * factor + last.slack):
        return
    if last.value / _CLOSE < right < last.value * _CLOSE:
        yield found(
            "FIG034", last.start, last.end, elsewhere=((first.start, first.end),),
            told=last.value, right=right.normalize() + 0,
        )  # fmt: skip


def _as_many(skeleton: str, inside: Sequence[Quantity], start: int, end: int) -> Iterator[Finding]:
    """Find "480, twice as many as the 210 of the year before"."""
    inside = [one for one in inside if not (start <= one.start < end)]
    before = next((one for one in reversed(inside) if one.end <= start), None)
    after = next((one for one in inside if one.start >= end), None)
    if before is None or after is None or before.kind != after.kind or before.kind == SHARE:
        return
    if not _OF_OTHER.match(skeleton, end, after.start) or not _BEFORE_OTHER.match(
        skeleton, before.end, start
    ):
        return
    if before.about or after.about or _ROUGHLY.search(skeleton, max(0, start - 20), start):
        return
    if after.unit and before.unit and after.unit != before.unit:
        return
    yield from _not_so_many(after, before, Decimal(_factor(skeleton, start, end)))
