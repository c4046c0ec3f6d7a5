"""A sum out of which the parts are told behind it: "Of the total of USD 900, USD 300 goes to …".

The whole leads, so that no word need stand between it and its parts. Three parts of its currency,
the last of them joined by "and", are all of it: where they exceed it, or fall a little short of it
(our guess).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.of_which import is_rest_told
from clearance.review.checks.figures.reckoning.quantities import MONEY, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_SUM_EN = r"(?:sum|amount|figure|total|budget|estimate|credit|envelope|allocation|appropriation|provision|grant|outlay|expenditure|contribution)"
_SUM_FR = r"(?:somme|montant|total|budget|enveloppe|credit|dotation|provision|subvention|depense|cout|contribution)"
OUT_OF = (
    Trigger("out of a sum", rf"(?:of|from|within|under) (?:the|this|that|an?) (?:[a-z]+ )?(?:[a-z]+ )?{_SUM_EN}[ ,]"),
    Trigger("out of a sum", rf"(?:sur|dans) (?:les? |la |l'|une? |cet |cette |ce )(?:[a-z]+ )?{_SUM_FR}[ ,]"),
    Trigger("out of a sum", r"(?:من أصل|من مجموع|من جملة|من إجمالي|ضمن|في حدود) (?:هذا |هذه )?(?:ال)?(?:مبلغ|اعتماد|ميزانية|مخصص|منحة|تكلفة|نفقات)"),
    Trigger("out of a sum", r"من (?:هذا المبلغ|المبلغ|مبلغ)"),
    Trigger("out of a sum", r"[يت](?:تكون|تألف|شمل|ضم|غطي|توزع) (?:هذا |هذه )?(?:ال)?(?:مبلغ|كلفة|تكلفة|ميزانية|اعتماد|نفقات)"),
)  # fmt: skip
_LEADS = compiled(r"[^\d.;:\n]{0,60}$")
_LAST = compiled(r"(?:\band\b|\bet\b|[\s،,]و)[^\d.;:]{0,40}$|و$")
# What may be told of a part besides: "of which 500 for visas", "500 more than last year".
_ASIDE = compiled(
    r"\b(?:of which|including|dont|more|less|instead|against|plus|moins|contre|compared|last year|already)\b|منها|منه\b|مقابل|بدلا|مقارنة"
)
_FEWEST, _MOST = 3, 12
_NEAR = 70  # characters between the words and the sum
_NEARLY, _TOO_MUCH = Decimal("0.85"), Decimal("1.5")  # of the whole


def out_of(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find parts that are more, or a little less, than the sum out of which they are told."""
    skeleton = paper.skeleton
    past = -1
    for start, end in paper.hits("out of a sum"):
        if start < past:
            continue
        _, stop = stretches.bounds(start, end)
        told = [one for one in stretches.inside(start, end) if one.start >= end - 1]
        moneys = [one for one in told if one.kind == MONEY and skeleton[one.start].isdigit()]
        if len(moneys) <= _FEWEST or moneys[0].start - end > _NEAR:
            continue
        whole, parts = moneys[0], moneys[1:]
        past = parts[-1].end
        if _LEADS.match(skeleton, end, whole.start) and _are_all(skeleton, whole, parts, stop):
            yield from _unequal(whole, parts)


def _are_all(skeleton: str, whole: Quantity, parts: list[Quantity], stop: int) -> bool:
    """Tell whether the parts are a list of its currency that ends with "and"."""
    if len(parts) > _MOST or any(one.about or one.unit != whole.unit for one in (whole, *parts)):
        return False
    if _ASIDE.search(skeleton, whole.stop, stop) or is_rest_told(skeleton, parts[-1].stop):
        return False
    before, last = list(pairwise(parts))[-1]
    return _LAST.search(skeleton, before.stop, last.start) is not None


def _unequal(whole: Quantity, parts: list[Quantity]) -> Iterator[Finding]:
    added = sum((one.value for one in parts), Decimal(0))
    if added == whole.value or max(one.value for one in parts) >= whole.value:
        return
    if whole.value * _NEARLY <= added <= whole.value * _TOO_MUCH:
        yield found(
            "FIG007", whole.start, parts[-1].end, level=Level.WARN,
            elsewhere=((parts[0].start, parts[-1].end),), total=whole.value, sum=added,
            count=len(parts),
        )  # fmt: skip
