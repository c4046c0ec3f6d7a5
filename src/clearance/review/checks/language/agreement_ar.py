"""Arabic numbers and what they count: gender turned round, plural up to ten, singular beyond.

"خمسة اجتماعات" and "خمس جلسات", "ثلاثة أيام" and "أحد عشر يوما". Only nouns of the lexicon, whose gender
and plurals are known; a number in brackets or with a label before it counts nothing.
Source: the grammar of Arabic numbers.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clearance.data.lexicon import counted_nouns
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.disagreement import (
    Signs,
    disagreement,
    in_one_line,
    is_of_the_house,
)
from clearance.review.checks.language.fragments import latin_fragments
from clearance.review.checks.language.grammar_ar import SIGNS as SHAPES
from clearance.review.checks.language.grammar_ar import words_that_disagree
from clearance.review.checks.language.words import is_quoted
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger

_FEW = {  # the form that counts masculine nouns, and the one that counts feminine ones
    "ثلاثة": "ثلاث", "أربعة": "أربع", "خمسة": "خمس", "ستة": "ست", "سبعة": "سبع", "ثمانية": "ثماني",
    "تسعة": "تسع", "عشرة": "عشر",
}  # fmt: skip
_TO_MASCULINE = {few: many for many, few in _FEW.items()} | {"ثمان": "ثمانية"}
_FEW_WORDS = "|".join(sorted({*_FEW, *_FEW.values(), "ثمان"}, key=len, reverse=True))
_TENS = "عشرون|عشرين|ثلاثون|ثلاثين|أربعون|أربعين|خمسون|خمسين|ستون|ستين|سبعون|سبعين|ثمانون|ثمانين|تسعون|تسعين"
_TEENS = "أحد|إحدى|اثنا|اثني|اثنتا|اثنتي|ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|ست|سبعة|سبع|ثمانية|ثماني|تسعة|تسع"
_SIGNS = Signs((
    Trigger("counted few", rf"(?:{_FEW_WORDS}) (?:\([0-9]+\) )?[^ \n]{{3,}}", begins=lambda _, end: max(0, end - 40)),
    Trigger("counted teens", rf"(?:{_TEENS}) (?:عشر|عشرة) [^ \n]{{3,}}", begins=lambda _, end: max(0, end - 50)),
    Trigger("counted tens", rf"(?:{_TENS}) (?:\([0-9]+\) )?[^ \n]{{3,}}", begins=lambda _, end: max(0, end - 40)),
    *SHAPES,
))  # fmt: skip
_ENDS = r"(?![\u0621-\u064a])"
_FEW_AND = on_demand(
    rf"(?<![\u0621-\u064a])(?:[وبلفك]|ول|وب)?(?P<slip>{_FEW_WORDS}) (?:\(\d+\) )?(?P<noun>[\u0621-\u064a]{{3,}}){_ENDS}"
)
_TEENS_AND = on_demand(
    rf"(?<![\u0621-\u064a])(?:[وبلفك]|ول|وب)?(?P<unit>{_TEENS}) (?P<ten>عشرة?) (?P<noun>[\u0621-\u064a]{{3,}}){_ENDS}"
)
_TENS_AND = on_demand(
    rf"(?<![\u0621-\u064a])(?:[وبلفك]|ول|وب)?(?:{_TENS}) (?:\(\d+\) )?(?P<noun>[\u0621-\u064a]{{3,}}){_ENDS}"
)
# What cannot be of the noun before it, which therefore shows its case: "ستين يوما من".
_ENDS_COUNT = on_demand(r"[.،؛]| (?:من|على|قبل|بعد|في|اعتبارا|ابتداء|كحد|لكل|عن|إلى|خلال)(?!\w)")
_UNIT_BEFORE = on_demand(rf"(?:{_TEENS})\s+$")
_MALE_UNITS = {
    "أحد": "إحدى",
    "اثنا": "اثنتا",
    "اثني": "اثنتي",
    **{k: v for k, v in _FEW.items() if k != "عشرة"},
}
_FEMALE_UNITS = {female: male for male, female in _MALE_UNITS.items()}


@dataclass(frozen=True)
class Counted:
    """A noun: whether its singular is feminine, and its forms."""

    feminine: bool
    one: str
    accusative: str
    many: tuple[str, ...]


@cache
def _forms() -> dict[str, Counted]:
    """Return every form of a counted noun, without the differences of the forms of alef."""
    held: dict[str, Counted] = {}
    for one, many, feminine in counted_nouns():
        accusative = one if one.endswith(("ة", "ى", "اء")) else one + "ا"
        noun = Counted(feminine, one, accusative, many)
        for form in (one, accusative, *many):
            held.setdefault(_plain(form), noun)
    return held


_PLAIN = str.maketrans("أإآ", "ااا")


def _plain(word: str) -> str:
    return word.translate(_PLAIN)


def agreement_ar(paper: Paper) -> Iterator[Finding]:
    """Find numbers that are not of the noun they count, and words that disagree otherwise."""
    hits = _SIGNS.hits(paper)
    told: set[int] = set()
    for name, shape in (
        ("counted few", _FEW_AND),
        ("counted teens", _TEENS_AND),
        ("counted tens", _TENS_AND),
    ):
        for start, end in hits.get(name, ()):
            text = in_one_line(paper.text[start : end + 14])
            past = None
            for match in shape.finditer(text):
                if name == "counted few" and _UNIT_BEFORE.search(text, 0, match.start()):
                    continue  # the ten of a teen
                if start + match.start("noun") < end <= start + match.end("noun") + 1:
                    past = match
            if past is not None and start + past.start("noun") not in told:
                told.add(start + past.start("noun"))
                yield from _told(paper, start, past, name)
    yield from words_that_disagree(paper, hits)
    if is_of_the_house(paper):
        yield from latin_fragments(paper)


def _told(paper: Paper, base: int, match: re.Match[str], name: str) -> Iterator[Finding]:
    noun = match["noun"]
    known = _forms().get(_plain(noun))
    if known is None:
        return
    is_many = _plain(noun) in map(_plain, known.many)
    if name == "counted few":
        at, instead = _few(match, known, is_many)
    elif name == "counted teens":
        at, instead = _teens(match, known, is_many)
    else:
        is_bare = noun == known.one != known.accusative and _ENDS_COUNT.match(
            match.string, match.end()
        )
        at, instead = "noun", known.accusative if is_many or is_bare else None
    if instead is None:
        return
    place = base + match.start(at), base + match.end(at)
    if not is_quoted(paper.text, *place):
        yield disagreement(paper, place, instead)


def _few(match: re.Match[str], known: Counted, is_many: bool) -> tuple[str, str | None]:
    """Judge "خمس اجتماعات" and "خمسة اجتماع"."""
    number = match["slip"]
    if not is_many:
        is_part = number not in _FEW and match["noun"] != known.accusative  # a fifth, a tenth of it
        return "noun", None if is_part else known.many[0]
    if known.feminine and number in _FEW:
        return "slip", _FEW[number]
    if not known.feminine and number in _TO_MASCULINE:
        return "slip", _TO_MASCULINE[number]
    return "slip", None


def _teens(match: re.Match[str], known: Counted, is_many: bool) -> tuple[str, str | None]:
    """Judge "أحد عشر خبراء" and "خمس عشرة يوما"."""
    if is_many:
        return "noun", known.accusative
    unit, ten = match["unit"], match["ten"]
    if unit in ("أحد", "إحدى", "اثنا", "اثني", "اثنتا", "اثنتي"):
        is_feminine = unit not in ("أحد", "اثنا", "اثني")
    else:
        is_feminine = unit in _FEMALE_UNITS
    if is_feminine == known.feminine:
        return "ten", ("عشرة" if known.feminine else "عشر") if (
            ten == "عشرة"
        ) != known.feminine else None
    return "unit", (_MALE_UNITS if known.feminine else _FEMALE_UNITS).get(unit)
