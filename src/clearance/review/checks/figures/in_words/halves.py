"""Halves and dozens in words beside digits: "half a million (500,000)", "une douzaine (12)"."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.in_words.amounts import are_units
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import digits_in, words_before, worth
from clearance.review.paper import Paper
from clearance.review.rules import found

_REACH = 56  # characters before a bracket in which the words stand
_SIGN = compiled("half|demi|dozen|zaine|quarter|quart |نصف|ربع")
_IN_BRACKETS = on_demand(
    r"\(\s*(?P<lead>[^()\[\]\d\n]{0,14}?)(?P<digits>\d[\d ,.']*)(?P<tail>[^()\[\]\d]{0,48})\)"
)
_SCALE = r"(?P<scale>millions?|billions?|milliards?|thousand|hundred|مليون(?:ان|ين)?|ملايين|مليار(?:ان|ين|ات)?|ألف(?:ان|ين)?|آلاف)"
_UNIT = r"(?P<unit>(?:\s+(?:de\s+|d'\s*)?[^\W\d_]+){0,4}?)\s*$"
# "half a million", "un demi-million", "نصف مليون".
_PART_OF = compiled(
    rf"(?:\b(?P<half>half (?:an? |of an? )|demi[- ]|[وب]?نصف )|\b(?P<quarter>(?:a )?quarter of an? |quart de |[وب]?ربع )){_SCALE}\b{_UNIT}"
)
# "a million and a half", "deux millions et demi", "مليون ونصف المليون".
_AND_HALF = compiled(
    rf"{_SCALE}\s+(?:and a half|et demie?|ونصف(?:\s+(?:ال)?(?:مليون|مليار|ألف))?)\b{_UNIT}"
)
# "two and a half (2.5)", "one and a half million (1,500,000)".
_HALF_MORE = compiled(
    rf"(?:\s+(?:heures?|jours?|mois|ans|semaines?))?\s+(?:and a half|et demie?)(?:\s+{_SCALE})?\b{_UNIT}"
)
_DOZENS = compiled(rf"\b(?P<many>dozen|douzaine|quinzaine)s?\b{_UNIT}")
_OF_MANY = {"dozen": 12, "douzaine": 12, "quinzaine": 15}
_MANY_BEFORE = compiled(
    r"\b(?:(?P<half>half an?|demi)|(?P<one>an?|one|une?)|(?P<word>[^\W\d_]+))[\s-]+$"
)
_HALF = Decimal("0.5")


def halves(paper: Paper) -> Iterator[Finding]:
    """Find digits in brackets that the half or the dozen before them contradicts."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("bracket"):
        begin = max(0, start - _REACH)
        if skeleton[start] != "(" or _SIGN.search(skeleton, begin, start) is None:
            continue
        inside = _IN_BRACKETS.match(skeleton, start)
        if inside is None or not are_units(inside["lead"]) or not are_units(inside["tail"]):
            continue
        digits = next(digits_in(skeleton, inside.start("digits"), inside.end() - 1), None)
        told = _told(skeleton, begin, start)
        if digits is None or told is None:
            continue
        value, at = told
        if digits.value == value or digits.also == value:
            continue
        after = _SCALE_AFTER.match(skeleton, inside.end())
        scale = worth(after[1]) if after else None
        if scale is not None and scale.scale > 1 and digits.value * scale.scale == value:
            continue
        yield found(
            "FIG005", at, digits.end, value=value.normalize() + 0, level=Level.WARN,
            words=" ".join(paper.text[at:start].split()),
            digits=paper.text[digits.start : digits.end].strip(),
        )  # fmt: skip


_SCALE_AFTER = on_demand(r"\s+([^\W\d_]+)")


def _told(skeleton: str, begin: int, end: int) -> tuple[Decimal, int] | None:
    """Return what the words before the bracket say, and where they begin; None: nothing sure."""
    part = _PART_OF.search(skeleton, begin, end)
    if part is not None:
        scale = worth(part["scale"])
        share = _HALF if part["half"] else _HALF / 2
        led = skeleton[max(0, part.start() - 5) : part.start()].split()[-1:]
        if scale is None or led in (["and"], ["et"]) or not are_units(part["unit"]):
            return None
        return share * scale.scale, part.start()
    more = _AND_HALF.search(skeleton, begin, end)
    if more is not None:
        scale = worth(more["scale"])
        count = words_before(skeleton, more.end("scale"))
        if scale is None or not are_units(more["unit"]):
            return None
        values = count.values if count is not None else frozenset({scale.scale})
        at = count.start if count is not None else more.start()
        if skeleton[max(0, at - 2) : at].strip().isdigit() or len(values) != 1:
            return None
        # a dual is two of its scale, as "مليونان" is
        one = scale.scale if scale.scale > 1 else scale.value // 2
        return min(values) + one * _HALF, at
    return _half_more(skeleton, begin, end) or _dozen(skeleton, begin, end)


def _half_more(skeleton: str, begin: int, end: int) -> tuple[Decimal, int] | None:
    more = _HALF_MORE.search(skeleton, begin, end)
    if more is None or not are_units(more["unit"]):
        return None
    count = words_before(skeleton, more.start())
    word = skeleton[max(begin, more.start() - 4) : more.start()].split()[-1:]
    value = min(count.values) if count is not None else 1 if word in (["one"], ["un"]) else None
    if value is None:
        return None
    scale = worth(more["scale"]) if more["scale"] else None
    return (value + _HALF) * (scale.scale if scale else 1), count.start if count else begin


def _dozen(skeleton: str, begin: int, end: int) -> tuple[Decimal, int] | None:
    """Return "a dozen", "two dozen", "half a dozen", "une quinzaine"."""
    dozen = _DOZENS.search(skeleton, begin, end)
    if dozen is None or not are_units(dozen["unit"]):
        return None
    led = _MANY_BEFORE.search(skeleton, max(0, dozen.start() - 12), dozen.start())
    if led is None:
        return None
    many = _HALF if led["half"] else Decimal(1)
    if led["word"]:
        number = worth(led["word"])
        if number is None or number.scale > 1:
            return None
        many = Decimal(number.value)
    return many * _OF_MANY[dozen["many"]], led.start()
