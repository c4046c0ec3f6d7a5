"""So many, for so long, at a price for each and each: "six guides for four days at EUR 90 per guide per day, i.e. EUR 2,160".

The price names the two things that it is told for, and the sentence tells one count and one time: no
third number can be meant, so that the result is their product and nothing else.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import prod

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import COUNT, MONEY, TIME, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

EACH_AND_EACH = (
    told_by_its_end("for each and each", r"(?:per|each|a|an|every) [a-z-]+,? (?:and )?(?:per|a|each|every) (?:day|night|week|month|hour|session|session day)"),
    told_by_its_end("for each and each", r"(?:par|la|le|l'|chaque) ?[a-z-]+,? (?:et )?(?:par|la|le|l'|chaque) ?(?:jour|journee|nuit|nuitee|semaine|mois|heure|seance)"),
    told_by_its_end("for each and each", r"(?:لل|لكل |عن كل |ل)[^ ]+ (?:الواحدة? )?(?:في ال|عن ال|لل|لكل |وعن كل |عن كل |ولكل |كل )(?:يوم|ليلة|أسبوع|شهر|ساعة|جلسة)"),
)  # fmt: skip
_UNITS = (
    ("day", compiled(r"day|jour")), ("day", compiled("يوم")),
    ("night", compiled(r"night|nuit")), ("night", compiled("ليلة")),
    ("week", compiled(r"week|semaine")), ("week", compiled("أسبوع")),
    ("month", compiled(r"month|mois")), ("month", compiled("شهر")),
    ("hour", compiled(r"hour|heure")), ("hour", compiled("ساعة")),
)  # fmt: skip
_ROW = on_demand(r"(?:[|\d]|\d [a-z]{3})[ ]*\n")  # of a table over the sentence
_RESULT = compiled(
    r"(?:[,(=:]|\bi\.e\.|\b(?:that is|or|namely|total\w*|mak\w+|giv\w+|com\w+ to|amount\w*|soit|ou|donc|au total|ce qui)\b|أي|ما مجموعه|مجموع\w*|بإجمالي|فيكون|ويكون|يساوي|ليبلغ|وتبلغ)[^.;\d]{0,44}$"
)
_OTHER = compiled(
    r"\b(?:except|excluding|plus|less|discount|half|additional|including|about|up to|sauf|hors|moins|remise|demi|moitie|environ|y compris|outre)\b|عدا|باستثناء|خصم|نصف|نحو|حوالي|فضلا|بما في"
)


def by_each_and_each(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find a result that the count, the time and the price before it do not make."""
    skeleton = paper.skeleton
    done = -1
    for start, end in paper.hits("for each and each"):
        begin, stop = stretches.sentence(start, end)
        for row in _ROW.finditer(skeleton, begin, start):
            begin = row.end()
        if begin == done:
            continue
        unit = next((name for name, word in _UNITS if word.search(skeleton, start, end)), "")
        told = list(stretches.between(begin, stop))
        factors = _factors(told, start, unit)
        result = next((one for one in told if one.start >= end and one.kind == MONEY), None)
        if not factors or result is None or result.unit != factors[0].unit or result.about:
            continue
        if not _RESULT.search(skeleton[end : result.start]) or _OTHER.search(skeleton, begin, stop):
            continue
        done = begin
        right = prod((one.value for one in factors), start=Decimal(1))
        if (
            abs(right - result.value) > result.slack
            and result.value / 12 < right < result.value * 12
        ):
            yield found(
                "FIG034", result.start, result.end,
                elsewhere=tuple((one.start, one.end) for one in factors),
                told=result.value, right=right.normalize() + 0,
            )  # fmt: skip


def _factors(told: list[Quantity], start: int, unit: str) -> list[Quantity]:
    """Return the price before a place with the one count and the one time of its sentence."""
    before = [one for one in told if one.start < start]
    moneys = [one for one in before if one.kind == MONEY]
    counts = [one for one in before if one.kind == COUNT]
    times = [one for one in before if one.kind == TIME]
    if len(counts) != 1 or len(times) != 1 or not moneys or len(before) - len(moneys) != 2:
        return []
    if times[0].unit != unit or any(one.about for one in (*counts, *times, moneys[-1])):
        return []
    if any(one.start > counts[0].start for one in moneys[:-1]):
        return []
    return [moneys[-1], counts[0], times[0]]
