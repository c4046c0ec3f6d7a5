"""A number in brackets before its words, and a fraction: "(30) thirty days", "two thirds (2/3)".

Laws and licences of several Arab states put the digits first and the words behind them.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.unit_words import UNITS
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import digits_in, words_before, words_from, worth
from clearance.review.paper import Paper
from clearance.review.rules import found

_DIGITS = on_demand(r"[(\[]\s*(?P<digits>\d[\d ,.']*)\s?%?\s*[)\]]")
# Between the bracket and the words may stand a unit, or what is short for one.
_THEN = on_demand(r"\s*(?:(?:[^\W\d_]\.){2,4}\s*|[^\W\d_]{1,12}\s+){0,2}")
_LABEL = compiled(
    r"(?:\b(?:articles?|annexe?s?|phases?|parts?|chapters?|chapitres?|sections?|rules?|regles?|paragraphs?|paragraphes?|clauses?|appendix|tables?"
    r"|tableaux?|page|numbers?|no\.?|n°)|(?:ال|ل|ب|و)*(?:مادة|مادتين|فقرة|مرفق|ملحق|بند|بندين|مرحلة|فصل|باب|جدول|رقم|القرار|قرار))\s*$"
)
_GLUED = pattern("وب")
_WORD = compiled(
    r"\s*(?:(?P<percent>في (?:المائة|المئة)|بالمائة|بالمئة|per ?cent|pour ?cent)|(?P<word>[^\W\d_]+|%))"
)
_FRACTION = on_demand(
    r"\(\s*(?P<over>\d{1,2})\s?/\s?(?P<under>\d{1,2})(?:\s*(?:of|de)\s*1\s?%)?\s*\)"
)
_PARTS = {
    "half": 2, "halves": 2, "moitie": 2, "demi": 2, "نصف": 2, "third": 3, "thirds": 3, "tiers": 3, "ثلث": 3,
    "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "quart": 4, "quarts": 4, "ربع": 4, "أرباع": 4, "fifth": 5,
    "fifths": 5, "cinquieme": 5, "cinquiemes": 5, "خمس": 5, "أخماس": 5, "tenth": 10, "tenths": 10, "dixieme": 10,
    "dixiemes": 10, "عشر": 10,
}  # fmt: skip
_SPOKEN = on_demand(
    pattern(
        r"(?P<two>\b(?:ل|ب)?(?:ال|ل)?(?:ثلثا|ثلثي|ثلثين|ثلثان)\b)|(?P<part>\b(?:ل|ب)?(?:ال|ل)?(?P<name>"
    )
    + "|".join(sorted(map(pattern, _PARTS), key=len, reverse=True))
    + r")\b)"
)
_PART_OF = {pattern(word): parts for word, parts in _PARTS.items()}
_NEXT = 40  # characters in which the first word of the number stands
_REACH = 34  # characters between the words of a fraction and its bracket


def bracketed(paper: Paper) -> Iterator[Finding]:
    """Find digits in brackets, and fractions, that the words beside them contradict."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("bracket"):
        if (
            skeleton[start] not in "(["
            or not skeleton[start + 1 : start + 3].lstrip()[:1].isdigit()
        ):
            continue
        wrong = _digits_first(skeleton, start) or _fraction(skeleton, start)
        if wrong is None:
            continue
        words, digits, value = wrong
        yield found(
            "FIG005", min(words[0], digits[0]), max(words[1], digits[1]), value=value,
            words=" ".join(paper.text[slice(*words)].split()),
            digits=paper.text[slice(*digits)].strip(),
        )  # fmt: skip


Wrong = tuple[tuple[int, int], tuple[int, int], str]
"""Where the words stand, where the digits do, and what the words say."""


def _digits_first(skeleton: str, start: int) -> Wrong | None:
    """Return "(92) ninety days", where neither a label nor a number stands before the bracket."""
    if skeleton[start - 1 : start] == "\n":
        return None  # it numbers a paragraph, as most brackets of a law do
    inside = _DIGITS.match(skeleton, start)
    if inside is None or not _may_follow(skeleton, inside.end()):
        return None
    digits = next(digits_in(skeleton, inside.start("digits"), inside.end() - 1), None)
    if digits is None or digits.value != int(digits.value):
        return None
    stop = min(len(skeleton), inside.end() + 160)
    lead = _THEN.match(skeleton, inside.end(), stop)
    for begin in (_next_word(skeleton, inside.end()), lead.end() if lead else inside.end()):
        words = words_from(skeleton, begin, stop)
        if words is None and skeleton[begin : begin + 1] in _GLUED:
            words = words_from(skeleton, begin + 1, stop)
        if words is None or words.start - begin > 1:
            continue
        after = _WORD.match(skeleton, words.end)
        if after is None or not (after["percent"] or after["word"] in UNITS):
            return None
        if any(digits.may_be(value) for value in words.values) or _is_apart(skeleton, start):
            return None
        return (words.start, words.end), (digits.start, digits.end), str(min(words.values))
    return None


def _may_follow(skeleton: str, end: int) -> bool:
    """Tell whether one of the next words, or what follows its first letter, may be a number's."""
    near = skeleton[end : end + _NEXT].split(None, 3)[:3]
    return any(map(_may_be_number, near))


@lru_cache(maxsize=8192)
def _may_be_number(word: str) -> bool:
    return worth(word) is not None or worth(word[1:]) is not None


def _is_apart(skeleton: str, start: int) -> bool:
    """Tell whether the bracket numbers a paragraph or a thing, or follows its own words."""
    line = skeleton.rfind("\n", 0, start) + 1
    return bool(
        not skeleton[line:start].strip(" -*\xa4")
        or _LABEL.search(skeleton, max(0, start - 24), start)
        or words_before(skeleton, start)
    )


def _next_word(skeleton: str, place: int) -> int:
    while skeleton[place : place + 1].isspace():
        place += 1
    return place


def _fraction(skeleton: str, start: int) -> Wrong | None:
    """Return "two thirds (3/4)"."""
    inside = _FRACTION.match(skeleton, start) if "/" in skeleton[start : start + 8] else None
    if inside is None or not int(inside["under"]):
        return None
    spoken = None
    for spoken in _SPOKEN.finditer(skeleton, max(0, start - _REACH - 16), start):  # noqa: B007
        pass
    if spoken is None or any(sign in skeleton[spoken.end() : start] for sign in ".;:,\n("):
        return None
    told, begin = _told(skeleton, spoken)
    written = Fraction(int(inside["over"]), int(inside["under"]))
    if told is None or told == written:
        return None
    return (begin, spoken.end()), (inside.start("over"), inside.end("under")), f"{told}"


def _told(skeleton: str, spoken: re.Match[str]) -> tuple[Fraction | None, int]:
    """Return the fraction that the words say, with the number before them, and where they begin."""
    if spoken["two"]:
        return Fraction(2, 3), spoken.start()
    under = _PART_OF[spoken["name"]]
    begin = len(skeleton[: spoken.start()].rstrip(" -"))
    count = words_before(skeleton, begin)
    if count is None:
        return Fraction(1, under), spoken.start()
    if len(count.values) != 1 or min(count.values) >= under:
        return None, spoken.start()
    return Fraction(min(count.values), under), count.start
