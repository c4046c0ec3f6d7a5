"""Numbers written in words: English, French (with septante, huitante, nonante) and Arabic.

The Arabic grammar knows both genders, the dual, nominative and oblique, joined and parted hundreds
(ثلاثمائة, ثلاث مئة), the construct before a noun (مائتا, ألفا) and the order of units before tens.
Words are read without accents and in one form of each Arabic letter: see ``plain``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_ARABIC_FORMS = str.maketrans("أإآٱةىئؤ", "ااااهييو")


def plain(word: str) -> str:
    """Return a word without capitals, accents and the forms of Arabic letters."""
    bare = unicodedata.normalize("NFKD", word.lower())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return bare.replace("\u0640", "").translate(_ARABIC_FORMS)


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word of a number. ``scale`` 1: it adds its value; 100 and above: it multiplies by it.

    ``alone``: it is also an article or a pronoun, so that it tells nothing by itself.
    """

    value: int
    scale: int = 1
    alone: bool = False


_WORDS: dict[str, NumberWord] = {}


def _add(value: int, words: str, *, scale: int = 1, alone: bool = False) -> None:
    for word in words.split():
        _WORDS[plain(word)] = NumberWord(value, scale, alone)


_ENGLISH = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen"""
_FRENCH = """zéro un deux trois quatre cinq - sept huit neuf dix onze douze treize quatorze quinze
    seize"""  # six: the English word says the same
for _value, _names in enumerate(_ENGLISH.split()):
    _add(_value, _names, alone=_value == 1)
for _value, _names in enumerate(_FRENCH.split()):
    _add(_value, _names, alone=_value == 1)
for _value, _names in enumerate(
    ("twenty", "thirty", "forty fourty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
):
    _add(_value * 10, _names)
_add(1, "une", alone=True)
for _value, _names in (
    (20, "vingt vingts"), (30, "trente"), (40, "quarante"), (50, "cinquante"), (60, "soixante"),
    (70, "septante"), (80, "huitante octante"), (90, "nonante"),
):  # fmt: skip
    _add(_value, _names)
_add(100, "hundred hundreds cent cents", scale=100)
_add(1000, "thousand thousands mille mil", scale=1000)
_add(10**6, "million millions", scale=10**6)
_add(10**9, "billion billions milliard milliards", scale=10**9)

for _value, _names in (
    (1, "واحد واحدة"), (1, "أحد إحدى"), (2, "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي"),
    (3, "ثلاث ثلاثة ثلاثا"), (4, "أربع أربعة أربعا"), (5, "خمس خمسة خمسا"), (6, "ست ستة ستا"),
    (7, "سبع سبعة سبعا"), (8, "ثمان ثماني ثمانية ثمانيا"), (9, "تسع تسعة تسعا"),
    (10, "عشر عشرة عشرا"),
    (20, "عشرون عشرين"), (30, "ثلاثون ثلاثين"), (40, "أربعون أربعين"), (50, "خمسون خمسين"),
    (60, "ستون ستين"), (70, "سبعون سبعين"), (80, "ثمانون ثمانين"), (90, "تسعون تسعين"),
    (200, "مائتان مائتين مائتا مائتي مئتان مئتين مئتا مئتي"),
    (2000, "ألفان ألفين ألفا ألفي"), (2 * 10**6, "مليونان مليونين مليوني"),
    (2 * 10**9, "ملياران مليارين ملياري"),
):  # fmt: skip
    _add(_value, _names, alone=_value == 1)
_HUNDREDS = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "ثماني", "تسع")
for _place, _names in enumerate(_HUNDREDS):
    _value = 100 * (_place + 3 if _place < 6 else _place + 2)
    _add(_value, f"{_names}مائة {_names}مئة {_names}مائه")
_add(100, "مائة مئة مائه مئات", scale=100)
_add(1000, "ألف آلاف ألفًا", scale=1000)
_add(10**6, "مليون ملايين مليونا", scale=10**6)
_add(10**9, "مليار مليارات بليون بلايين", scale=10**9)
# Both "a thousand" after a number and, before a noun, "two thousand of".
_DUALS = {"الفا": NumberWord(2000), "مليونا": NumberWord(2 * 10**6)}
_WORDS["الفا"] = NumberWord(1000, 1000)

# Longest first: what an Arabic number may bear before it.
_PREFIXES = ("وال", "بال", "لل", "ال", "و", "ب", "ل")
_GLUED = frozenset(prefix[0] for prefix in _PREFIXES)
_JOINS = frozenset({"and", "et", "و"})
_TOKEN = re.compile(r"[^\W\d_]+")


def number_word(word: str) -> NumberWord | None:
    """Return what a plain word is worth in a number; None: it is no such word.

    An Arabic word may begin with the و that joins it to the one before, with the article, or with
    a preposition of one letter.
    """
    found = _WORDS.get(word)
    if found is not None or word[:1] not in _GLUED:
        return found
    for prefix in _PREFIXES:
        if word.startswith(prefix) and (found := _WORDS.get(word[len(prefix) :])) is not None:
            return found
    return None


def is_join(word: str) -> bool:
    """Tell whether the word joins the parts of a number, as "and" does."""
    return word in _JOINS


def values_of(words: Sequence[str]) -> frozenset[int]:
    """Return what the words may be worth together, plain words in order; empty: no number.

    More than one value where a word has two readings: ألفا is a thousand or two thousand.
    """
    readings = (
        (False, True) if any(word.removeprefix("و") in _DUALS for word in words) else (False,)
    )
    told = (_worth(words, dual) for dual in readings)
    return frozenset(value for value in told if value is not None)


def _worth(words: Sequence[str], dual: bool) -> int | None:
    """Return the worth of the words; ``dual``: ألفا is read as two thousand."""
    total = group = 0
    before: NumberWord | None = None
    last_scale = 10**12
    for place, word in enumerate(words):
        if is_join(word):
            continue
        told = number_word(word)
        if told is None:
            return None
        told = _DUALS.get(word.removeprefix("و"), told) if dual else told
        joined = place > 0 and (
            is_join(words[place - 1]) or (word[:1] == "و" and word not in _WORDS)
        )
        if told.scale == 100:
            multiplies = 0 < group % 100 < 100 and group < 100 and not joined
            group = group * 100 if multiplies else group + 100
        elif told.scale > 100:
            if told.scale >= last_scale:
                return None
            total += (group if group and not joined else max(group, 0)) * told.scale or told.scale
            if joined and group:  # "…and a thousand" after smaller words is no number
                return None
            group, last_scale = 0, told.scale
        elif told.value >= 1000:
            if group:
                return None
            total += told.value
        elif not _fits(group, told.value, before, words, place):
            return None
        elif told.value == 20 and before is not None and before.value == 4 and _is_french(words):
            group += 76  # quatre-vingts
        else:
            group += told.value
        before = told
    return total + group if before is not None else None


def _is_french(words: Sequence[str]) -> bool:
    return any(word in ("vingt", "vingts") for word in words)


def _fits(
    group: int, value: int, before: NumberWord | None, words: Sequence[str], place: int
) -> bool:
    """Tell whether a word can add to what stands before it in its group of three figures."""
    rest = group % 100
    if rest == 0:
        return value < 100 or (group == 0 and value < 1000)
    if value >= 100:
        return False
    arabic = words[place][:1] > "\u0600"
    if arabic:  # units before tens; the unit and ten of 11 to 19
        return rest < 10 and (value >= 20 or value == 10)
    if rest == 4 and value == 20:
        return _is_french(words)
    if rest in (60, 80) and 10 <= value < 20:
        return _is_french(words) or "soixante" in words
    if rest == 10:  # dix-sept
        return 7 <= value <= 9
    return rest >= 20 and rest % 10 == 0 and 0 < value < 10
