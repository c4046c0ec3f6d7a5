"""Lengths of time as a text tells them: "three weeks", "ninety (90) days", "شهران"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.mentions.numbers import digits_in, words_before

Unit = Literal["day", "night", "week", "month", "year"]
_NAMES: tuple[tuple[Unit, str, str], ...] = (
    ("day", "day days jour jours journée journées يوم يوما أيام", "يومان يومين"),
    ("night", "night nights nuit nuits nuitees ليلة ليال ليالي", "ليلتان ليلتين"),
    ("week", "week weeks semaine semaines أسبوع أسبوعا أسابيع", "أسبوعان أسبوعين"),
    ("month", "month months mois شهر شهرا أشهر شهور", "شهران شهرين"),
    ("year", "year years an ans année années سنة سنوات سنين عام عاما أعوام",
     "سنتان سنتين عامان عامين"),
)  # fmt: skip
_UNIT_OF = {fold(w).skeleton: unit for unit, one, _ in _NAMES for w in one.split()}
_DUAL_OF = {fold(w).skeleton: unit for unit, _, two in _NAMES for w in two.split()}
# By their first letters, so that most words of a text are soon left.
_BY_LETTER = groupby(sorted(_UNIT_OF | _DUAL_OF), key=lambda word: word[0])
_WORDS = (f"{letter}(?:{'|'.join(word[1:] for word in words)})" for letter, words in _BY_LETTER)
UNIT = on_demand(rf"\b(?:{'|'.join(_WORDS)})\b")
_ADJECTIVE = compiled(r"(?:\s+(?:calendar|consecutive|full|whole|successive|clear))?[\s\-]*$")
_ONE = on_demand(r"\b(one|une?)\s*$")
_ONE_AFTER = compiled(r"\s+واحدة?\b")


@dataclass(frozen=True, slots=True)
class Length:
    """So many units, printed from ``start`` up to ``end``."""

    start: int
    end: int
    count: int
    unit: Unit


def length_at(skeleton: str, match: re.Match[str]) -> Length | None:
    """Return the length whose unit stands there: the number before it, or a dual."""
    if match[0] in _DUAL_OF:
        return Length(match.start(), match.end(), 2, _DUAL_OF[match[0]])
    unit = _UNIT_OF[match[0]]
    adjective = _ADJECTIVE.search(skeleton, max(0, match.start() - 20), match.start())
    end = adjective.start() if adjective else match.start()
    bracket = skeleton[max(0, end - 1) : end] in (")", "]")
    close = end - bracket
    numbers = list(digits_in(skeleton, max(0, close - 6), close))
    if numbers and numbers[-1].end == close and numbers[-1].value == int(numbers[-1].value):
        begin = numbers[-1].start
        if bracket:
            words = words_before(skeleton, begin - 1)
            begin = words.start if words else begin - 1
        return Length(begin, match.end(), int(numbers[-1].value), unit)
    words = words_before(skeleton, end)
    if words is not None and len(words.values) == 1:
        return Length(words.start, match.end(), min(words.values), unit)
    one = _ONE.search(skeleton, max(0, end - 8), end) if unit != "day" else None
    if one:
        return Length(one.start(1), match.end(), 1, unit)
    one = _ONE_AFTER.match(skeleton, match.end())
    return Length(match.start(), one.end(), 1, unit) if one else None


_SINGULAR = frozenset(
    fold(word).skeleton
    for word in (
        "day", "night", "week", "month", "year", "jour", "nuit", "semaine", "mois", "an",
        "يوم", "ليلة", "أسبوع", "شهر", "سنة", "عام",
    )
)  # fmt: skip
_JUST_ONE = compiled(
    r"(?:(?P<article>\b(?:a|one|un)\s*|\bl')$|(?:قبل|بعد|في غضون|خلال|في أجل)\s+$|\bو?ب$|\bو$)"
)


def one_at(skeleton: str, match: re.Match[str]) -> Length | None:
    """Return the single unit that an article or a preposition counts: "a day", "قبل شهر"."""
    if match[0] not in _SINGULAR:
        return None
    lead = _JUST_ONE.search(skeleton, max(0, match.start() - 9), match.start())
    if lead is None:
        return None
    begin = lead.start("article") if lead["article"] else match.start()
    return Length(begin, match.end(), 1, _UNIT_OF[match[0]])
