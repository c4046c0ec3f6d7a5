"""A sum, a share of it and what that comes to, told in one breath: any two make the third.

"An advance of USD 2,000, equal to 20 per cent of USD 10,000"; "of the sum of USD 93,000, 25 per
cent, or USD 23,250"; "of this sum, 40 per cent, namely USD 15,200", where the sum is the total told
before. A share that is no multiple of five may be rounded, the others are meant as they stand (our
guess).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import COUNT, MONEY, SHARE, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found

_IS = (
    r"(?:or|i\.e\.,?|that is(?: to say)?,?|namely|being|(?:which )?(?:is|makes|equals|represents)|equal(?:l?ing)?(?: to)?|equivalent(?: to)?|representing|amounting to|corresponding to|making|viz\.?"
    r"|soit|a savoir|c'est-a-dire|(?:ce )?qui (?:represente|fait|equivaut a)|egale?s? a|equivalente?s? a|equivalant a|represent(?:e|ant)|correspondant a|d'un montant de|s'elevant a"
    r"|أي|وهو|وهي|تمثل|يمثل|تعادل|يعادل|تساوي|يساوي|بنسبة|ما نسبته|ما يعادل|بما يعادل|وهو ما يعادل|وقدره|وقدرها|وقيمتها|بمبلغ|بقيمة)"
)
_CODE = r"(?:us ?\$|usd|eur|sar|aed|\$|€|£)?"
_ARTICLE = r"(?:the |a |an |that |this |said |above |total |whole |sum |amount |price |cost |estimate |budget |figure |of |la |le |les |l'|un |une |ce |cette |ces |dudit |somme |montant |total |cout |prix |budget |de |des |d'|أصل |مبلغ |مجموع |إجمالي |قيمة |قدره |قدرها |ال[^\W\d_]+ |البالغة? )"
# Between a part and the share that it is, a share and its sum, a sum and its share, a share and its part.
_IS_SHARE = compiled(rf"\s*[,(:]?\s*{_IS}\s+(?:(?:a share of|the|an?|une|les?|حوالي)\s+)*$")
_OF_SUM = compiled(
    rf"\s*\)?\s*(?:(?:of|out of|sur|de|des|du|d')\s*|من\s+){_ARTICLE}{{0,5}}{_CODE}\s*$"
)
_LEADS_SUM = compiled(rf"\b(?:(?:out )?of|from|sur|de|des|du|من)\s+{_ARTICLE}{{0,5}}{_CODE}\s*$")
_THEN_SHARE = compiled(r"\s*(?:[^\W\d_]+\s+){0,2}?,\s*(?:[^\W\d_]+\s+){0,2}?$")
_COMES_TO = compiled(
    rf"(?P<taken_up>\s*(?:of|de|du|من)\s+(?:this|that|the (?:said|above)|ce|cette|ladite|dudit|هذا|ذلك|هذه)\s+(?:total|sum|amount|montant|somme|(?:ال)?(?:مجموع|مبلغ|إجمالي|قيمة))(?![^\W\d_]))?"
    rf"\s*(?:[,(]\s*{_IS}|,?\s*(?:or|namely|soit|amounting to|أي))\s+(?:(?:the|a|an|la|une)\s+)?(?:(?:sum|amount|somme|montant|مبلغ) )?(?:of |de )?{_CODE}\s*$|\s*\({_CODE}\s*$"
)
_TAKEN_UP = compiled(
    r"\b(?:(?:out )?of|from|sur|de)\s+(?:this|that|the(?: said| above)?|ce|cette|ladite|ledit)\s+(?:total|sum|amount|estimate|montant|somme)\b[^.;\d]{0,24}$|من (?:هذا|ذلك|هذه) (?:ال)?(?:مبلغ|مجموع|إجمالي|قيمة)[^.;\d]{0,24}$"
)
# "An advance of 25 per cent": of the price, which the article before tells.
_ADVANCE = compiled(
    r"\b(?:advance|down payment|(?:first )?instalment|deposit|retention|performance bond|guarantee|avance|acompte|tranche|retenue de garantie|caution|garantie)(?: payment)?\s+(?:of|equal to|amounting to|de|egale? a)\s+$|(?:سلفة|دفعة(?: مقدمة| أولى)?|عربون|ضمان|تأمين)\s+(?:بنسبة|نسبتها|نسبته|قدرها|تعادل)\s+$"
)
_TOTAL = compiled(
    r"\b(?:total\w*|sum|overall|price|ensemble|somme|prix|(?:ال)?مجموع\w*|(?:ال)?إجمالي\w*|إجماليا|السعر|القيمة)\b[^\d\n]{0,40}$"
)
_FIVE, _LABEL = 5, 60  # per cent, characters


def shares_of_sums(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find a sum, its share and its part that do not agree."""
    past = -1
    for start, end in paper.hits("share"):
        if start < past:
            continue
        told = stretches.inside(start, end)
        place = next(
            (n for n, one in enumerate(told) if one.kind == SHARE and one.start < end and one.end > start),
            None,
        )  # fmt: skip
        if place is None or told[place].in_words or told[place].about or told[place].value >= 100:
            continue
        past = told[place].end
        made = _made(paper.skeleton, stretches, told, place)
        if made is not None and _differ(*made):
            yield _told(*made)


def _made(
    skeleton: str, stretches: Stretches, told: Sequence[Quantity], place: int
) -> tuple[Quantity, Quantity, Quantity] | None:
    """Return the share, its sum and its part as the sentence tells them; None: not all three."""
    share = told[place]
    before = told[place - 1] if place else None
    after = told[place + 1] if place + 1 < len(told) else None
    if after is None or after.about or after.kind not in (MONEY, COUNT):
        return None
    if (
        before is not None
        and before.kind == MONEY
        and before.unit == after.unit
        and _ends(_IS_SHARE, skeleton, before.stop, share.start)
        and _ends(_OF_SUM, skeleton, share.stop, after.start)
    ):
        return share, after, before
    if after.kind != MONEY or (leads := _COMES_TO.match(skeleton, share.stop, after.start)) is None:
        return None
    if leads.end() != after.start:
        return None
    if (
        before is not None
        and before.kind == MONEY
        and _LEADS_SUM.search(skeleton, max(0, before.start - _LABEL), before.start)
        and _ends(_THEN_SHARE, skeleton, before.stop, share.start)
    ):
        return share, before, after
    lead = max(0, share.start - _LABEL)
    if (
        leads["taken_up"]
        or _TAKEN_UP.search(skeleton, lead, share.start)
        or _ADVANCE.search(skeleton, lead, share.start)
    ):
        whole = _sum_before(skeleton, stretches, share, after)
        return None if whole is None else (share, whole, after)
    return None


def _ends(expression: re.Pattern[str], skeleton: str, start: int, end: int) -> bool:
    match = expression.match(skeleton, start, end)
    return match is not None and match.end() == end


def _sum_before(
    skeleton: str, stretches: Stretches, share: Quantity, part: Quantity
) -> Quantity | None:
    """Return the total that was told before; None: none was, or the part is of another amount."""
    bases = [
        one
        for one in stretches.far_and_wide(share.start)
        if one.end <= share.start and one.value > part.value and _may_be_sum(one, part)
    ]
    if any(not _differ(share, one, part) for one in bases):
        return None
    often = Counter(one.value for one in bases)
    totals = [
        one for one in bases
        if often[one.value] > 1
        or _TOTAL.search(skeleton, max(0, one.start - _LABEL), one.start)
    ]  # fmt: skip
    last = totals[-1] if totals else None
    return last if last is not None and last.value == max(one.value for one in totals) else None


def _may_be_sum(one: Quantity, part: Quantity) -> bool:
    return one.unit == part.unit if one.kind == MONEY else one.kind == COUNT and one.value >= 1000


def _differ(share: Quantity, whole: Quantity, part: Quantity) -> bool:
    """Tell whether the part is not that share of the sum, and yet is meant to be (our guess)."""
    right = whole.value * share.value / 100
    slack = max(Decimal(1), part.slack, whole.slack * share.value / 100)
    if share.value % _FIVE:
        places = max(-int(share.value.as_tuple().exponent), 0)
        slack = max(slack, whole.value / 200 * Decimal(1).scaleb(-places))
    return abs(right - part.value) > slack


def _told(share: Quantity, whole: Quantity, part: Quantity) -> Finding:
    right = (whole.value * share.value / 100).quantize(Decimal("0.01")).normalize() + 0
    return found(
        "FIG012", part.start, part.end, level=Level.WARN,
        elsewhere=((whole.start, whole.end), (share.start, share.stop)), share=share.value,
        base=whole.value, told=part.value, right=right,
    )  # fmt: skip
