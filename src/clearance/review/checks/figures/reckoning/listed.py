"""Amounts in a row and their total in one sentence: "desks 155,500, lamps 33,960, total 189,470".

Here the amounts need no currency of their own; each stands alone in its member of the list.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import (
    COUNT,
    MONEY,
    SHARE,
    TIME,
    Quantity,
    has_number,
)
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

LISTED_TOTAL = (
    told_by_its_end("listed total", r"(?:[,;(] ?|and |et |that is |i\.e\.,? |soit |making |being )(?:(?:a|an|the|un|le) )?(?:grand )?(?:total|in all|altogether|together|en tout|au total|making)[ ,:]"),
    told_by_its_end("listed total", r"(?:which (?:makes|gives|totals|comes to|adds up to|amounts to)|the whole (?:makes|comes to|amounts to)|all told|le tout (?:s'eleve a|fait|represente|atteint|revient a)|giving|adding up to|ce qui (?:donne|fait|represente|equivaut a)|donnant|formant|totalisant|مما يعطي|ما يعطي|فتكون الجملة|ليصبح المجموع|بما مجموعه|وهو ما مجموعه|ليبلغ المجموع|فيبلغ المجموع)[ ,:]"),
    told_by_its_end("listed total", r"(?:the (?:whole|sum|aggregate|overall figure|total)|all of (?:it|them)|l'ensemble|le tout|la somme|le total(?: general)?) (?:thus |thereby |ainsi |donc )?(?:comes? to|comes? out at|amounts? to|adds? up to|stands? at|reach(?:es)?|is|being|atteint|atteignant|s'eleve a|s'elevant a|se monte a|se chiffre a|s'etablit a|se montant a|est de|revient a|represente|fait) "),
    told_by_its_end("listed total", r"(?:والإجمالي|والمجموع|والجملة|فيكون المجموع|فالمجموع|أي ما مجموعه|ومجموعها|ومجموعه|وإجماليها|بمجموع|المجموع|الإجمالي)[ ,:]"),
)  # fmt: skip
_TO_TOTAL = compiled(r"\s?(?:[^\W\d_]+ ?|[:,=] ?|us ?\$ ?|\$ ?|€ ?){0,4}$")
_BEGIN = on_demand(r"[.!?:\n](?:(?<!\n)(?=\s)|(?<=\n)\s*\n)")
_DIGITS = on_demand(r"\d[\d., ]*")
_GAP = compiled(r"[^\d.:]{0,80}$")
_CROSSING = compiled(
    r"\b(?:of which|of whom|including|dont|out of|sur|from|instead|against|less|minus|moins|منها|منهم|بما فيها|من أصل|مقابل|ناقصا|يخصم|each|chacune?|per|par|لكل|كل)\b"
)
_BACK = 600  # characters before the total in which its list stands
_TOTAL_FAR = 60  # characters behind its word in which a total begins
_MOST = 14
_LAST_NAME = 70  # characters in which the last part is named, before the total
_LESS, _MORE = Decimal("0.6"), Decimal("1.6")
_SURE = 3  # parts, from which a list may count several things
_LEAST = 100  # smaller totals of anything but money are those of persons: three parts at least


def listed_totals(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find a total that the amounts in a row before it do not make."""
    skeleton = paper.skeleton
    if paper.tables:
        return
    past = -1
    for start, end in paper.hits("listed total"):
        if start < past or not has_number(skeleton, end - 1, end + _TOTAL_FAR):
            continue
        begin = max(0, start - _BACK)
        for mark in _BEGIN.finditer(skeleton, begin, start):
            begin = mark.end()
        if _CROSSING.search(skeleton, begin, start) or not _have_numbers(skeleton, begin, start):
            continue
        around = [one for one in stretches.around(start) if one.kind != TIME]
        told = next((one for one in around if one.start >= end - 1), None)
        parts = [one for one in around if begin <= one.start < start]
        if told is None or told.kind == SHARE or not _TO_TOTAL.match(skeleton, end, told.start):
            continue
        past = told.end
        again = [n for n, one in enumerate(parts) if one.value == told.value]
        parts = parts[again[-1] + 1 :] if again else parts  # the whole was told before them
        if _are_parts(skeleton, parts, told, start, begin):
            yield from _unequal(parts, told)


def _have_numbers(skeleton: str, begin: int, stop: int) -> bool:
    """Tell cheaply whether two numbers stand in a stretch, or number words."""
    middle = (begin + stop) // 2
    digits = _DIGITS.findall(skeleton, begin, stop)
    return (
        len(digits) > 1 or has_number(skeleton, begin, middle) or has_number(skeleton, middle, stop)
    )


def _are_parts(
    skeleton: str, parts: Sequence[Quantity], told: Quantity, start: int, begin: int
) -> bool:
    """Tell whether the amounts are the members of one list that ends at its total."""
    fewest = 2 if told.kind == MONEY or told.value >= _LEAST else 3
    if not fewest <= len(parts) <= _MOST or any(one.kind == SHARE for one in parts):
        return False
    currencies = {one.unit for one in (*parts, told) if one.kind == MONEY}
    if len(currencies) > 1 or any(one.about for one in (*parts, told)):
        return False
    if _CROSSING.search(skeleton, begin, told.start) or start - parts[-1].stop > _LAST_NAME:
        return False
    nouns = {one.unit for one in parts if one.kind == COUNT} - {"", told.unit}
    if told.kind == COUNT and len(nouns) > 1 and len(parts) < _SURE:
        return False
    return all(_GAP.match(skeleton, one.end, other.start) for one, other in pairwise(parts))


def _unequal(parts: Sequence[Quantity], told: Quantity) -> Iterator[Finding]:
    values = [one.value for one in parts]
    slack = sum((one.slack for one in parts), told.slack)
    runs = [sum(values[first:], Decimal(0)) for first in range(len(values))]
    if any(abs(run - told.value) <= slack for run in runs) or max(values) >= told.value:
        return
    if _LESS <= runs[0] / told.value <= _MORE:
        yield found(
            "FIG007", parts[0].start, told.end, level=Level.WARN,
            elsewhere=((told.start, told.end),), total=told.value, sum=runs[0], count=len(parts),
        )  # fmt: skip
