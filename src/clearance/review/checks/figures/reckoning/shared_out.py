"""A whole against two that share it, or against so many for each: "18 seats, seven for each of three"."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.reckoned import numbers_told
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

SHARED = (
    Trigger("shared out", r"(?:for|to) each of (?:the )?|pour chacune? des |لكل من ال|لكل مجموعة من ال"),
    Trigger("second part", r"(?:the (?:second|other)|la seconde|le second|l'autre|والثاني|والثانية|والأخرى|والآخر)[ ,]"),
)  # fmt: skip
_SENTENCE = on_demand(r"[.;](?=\s)|\n")
_SECOND = compiled(r"\s*(?:[^\W\d_]+\s+){0,3}?(?:us ?\$|usd|eur|sar|\$|€)?\s?(?=\d)")
_FIRST = compiled(r"\b(?:the first|one|la premiere|le premier|l'une?|الأولى?|إحداهما|أحدهما)\b")
_MAKE = compiled(
    r"[^\d.;:]{0,24}?\b(?:mak(?:e|ing)|come to|total(?:l?ing|l?ed)?|amount(?:ing)? to|give|font|forment|totalisent|donnent|soit|مجموعهما|تبلغان|ومجموعهما)\b[^\d.;:]{0,24}(?=\d)"
)
_THIRD = compiled(r"[^.;]*?\b(?:third|troisieme|last|remaining|derniere?|و?الثالثة?|والأخيرة?)\b")
_REACH, _AFTER = 260, 90
_NEAR = Decimal("0.15")  # of the whole: parts further off are of something else


def shared_out(paper: Paper) -> Iterator[Finding]:
    """Find parts that are not the whole before them."""
    skeleton = paper.skeleton
    days = {place for one in paper.dates for place in range(one.start, one.end)}
    for start, end in paper.hits("shared out"):
        begin = _begin(skeleton, start)
        stop = _SENTENCE.search(skeleton, end, end + 80)
        before = numbers_told(skeleton, begin, start, days)
        after = numbers_told(skeleton, end, stop.start() if stop else end + 80, days)
        if len(before) != 2 or not after:
            continue
        (whole, at), (each, where) = before
        right = each * after[0][0]
        if whole > each and right != whole and abs(right - whole) * 2 < whole:
            yield _told(whole, right, at, where)
    for _, end in paper.hits("second part"):
        lead = _SECOND.match(skeleton, end)
        if lead is None:
            continue
        begin = _begin(skeleton, end)
        told = numbers_told(skeleton, begin, min(len(skeleton), lead.end() + 16), days)
        if _THIRD.search(skeleton, lead.end(), lead.end() + _AFTER):
            continue
        if len(told) != 2 or not _FIRST.search(skeleton, begin, told[0][1][0]):
            continue
        made = _MAKE.match(skeleton, told[1][1][1])
        sums = numbers_told(skeleton, made.end(), made.end() + 24, days)[:1] if made else []
        if sums:
            parts, (whole, at) = told[0][0] + told[1][0], sums[0]
            if abs(parts - whole) <= whole * _NEAR and parts != whole:
                yield _told(whole, parts, told[1][1], at)
            continue
        earlier = numbers_told(skeleton, max(0, begin - _REACH), begin, days)
        parts = told[0][0] + told[1][0]
        larger = [one for one in earlier if one[0] > max(told[0][0], told[1][0])]
        if not larger or any(one[0] == parts for one in larger):
            continue
        whole, at = larger[-1]
        if abs(parts - whole) <= whole * _NEAR:
            yield _told(whole, parts, at, told[1][1])


def _begin(skeleton: str, place: int) -> int:
    begin = max(0, place - _REACH)
    for stop in _SENTENCE.finditer(skeleton, begin, place):
        begin = stop.end()
    return begin


def _told(whole: Decimal, right: Decimal, at: tuple[int, int], where: tuple[int, int]) -> Finding:
    return found(
        "FIG034", *where, elsewhere=(at,), told=whole.normalize() + 0, right=right.normalize() + 0
    )
