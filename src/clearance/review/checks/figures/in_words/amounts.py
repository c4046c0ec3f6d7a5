"""Digits against words: "thirty (30) days", "USD 45,000 (forty-five thousand US dollars)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.unit_words import DUALS, UNITS, currency_of, in_least_unit
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import (
    Digits,
    InWords,
    digits_in,
    words_before,
    words_from,
    worth,
)
from clearance.review.mentions.ordinals import ORDINAL_WORDS, WORDS, ordinal_of
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

BRACKETS = (
    Trigger("bracket", r"[(\[]"),
    Trigger("bracket", r", (?:say|soit|i\.e\.|namely|in words|en lettres|en toutes lettres) "),
    Trigger("bracket", r"(?:فقط|كتابة|بالحروف|مبلغا وقدره) "),
)
_UNIT_AFTER = 26  # letters in which the unit of a number in words stands
_LONGEST = 220  # letters between brackets that may still be an amount in words
_IN_BRACKETS = on_demand(
    r"[(\[]\s*(?P<lead>[^()\[\]\d\n]{0,14}?)"
    r"(?P<digits>\d[\d ,.']*)(?P<tail>[^()\[\]\d]{0,48})[)\]]"
)
_LEAD = compiled(
    r"[(\[,]?\s*(?:(?:say|in words|namely|i\.e\.|soit|en lettres|en toutes lettres|فقط|كتابة"
    r"|و?بالحروف|و?بالأحرف|و?كتابة|مبلغ(?:ا)?|وقدره|قدره|أي|us|u\.s\.|united states|us\$"
    r"|dollars?|usd|eur|euros?|sar|riyals?|only"
    r"|seulement|دولار|ريال|أمريكي|the sum of|la somme de|:|,)\s*){0,5}"
)
_PERCENT = compiled(
    r"(?:per\s+cent|percent|pour\s+cent|في\s+المائة|في\s+المئة|بالمائة|بالمئة|%)\s*$"
)
_PERCENT_ENDS = ("%", "cent", *map(pattern, ("مائة", "مئة")))
# A number that names a thing, so that the one in brackets is another's: "Article five (2)".
_LABELS = compiled(
    r"(?:\b(?:articles?|annex(?:es)?|annexes?|phases?|parts?|parties?|chapters?|chapitres?|sections?"
    r"|rules?|regles?|paragraphs?|paragraphes?|groups?|groupes?|categor\w+|tables?|tableaux?"
    r"|clauses?|appendix|days?|volumes?|levels?|schedules?|page|numbers?|no\.?)|المادة|الفقرة|المرفق"
    r"|الملحق|البند|المرحلة|الفصل|الباب|رقم)\s+$"
)
_WORD = on_demand(r"[^\W\d_]+")
# What makes of a number after it another: "half a million", "مليون ونصف المليون".
_PART_BEFORE = compiled(
    r"(?:\b(?:half|quarter|third|quarters|thirds)(?:\s+of)?(?:\s+an?|\s+one)?|\bdemie?"
    r"|\b(?:quart|tiers|quarts|moitie) (?:de|d')"
    r"|\b[وب]?(?:ال)?(?:نصف|ربع|ثلث|ثلثا|ثلثي|أرباع))[\s-]+(?:ال)?$"
)
_EURO = "e"  # as a PDF's text layer may have the sign
# Before the end of a range: what is said after it is how long it lasts, "from 9 to 5, i.e. eight
# hours".
_OF_CLOCK = compiled(r"\d\s?(?:h|heures?|:)\s?\d{0,2}\s*$")
_HOURS_BEFORE = compiled(r"\s?(?:h\b|hours?\b|heures?\b)")  # "closes at 13 hours, i.e. four hours"
_OF_RANGE = compiled(r"\d\s*(?:[ap]\.?m\.?\s*|h\s*)?(?:to|until|till|and|a|au|et|-|إلى|حتى|و)\s*$")
_OF_OTHER = 26  # letters after the words in which their currency stands
_COLUMN = 400  # letters before, within which a column beside may have come between
_ORDINAL_BEFORE = on_demand(ORDINAL_WORDS + r"\s*$")
_JOINED_ORDINAL = on_demand(
    pattern(r"(?<![^\W\d_])و") + ORDINAL_WORDS.replace(r"\b", "", 1) + r"\s*$"
)
_LAST_OF_ORDINALS = frozenset(word for word in WORDS if len(word) > 2)
_ORDINAL_IN_BRACKETS = on_demand(
    r"[(\[]\s*(?P<digits>\d{1,2})\s?(?P<suffix>(?:st|nd|rd|th|er?|re|i?eme)\b)?\s*[)\]]"
)
_COMPOUND = 11  # from which an ordinal of several words can be no other thing's number
_LAST_WORD = on_demand(r"([^\W\d_]+)\s*$")
_YEARS = frozenset(range(1900, 2101))
_FEW = 190  # a smaller number in words, beside a year in digits, counts something else


def digits_and_words(paper: Paper) -> Iterator[Finding]:
    """Find a number in words that is not the one in digits beside it."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("bracket"):
        near = skeleton[start - 24 if start > 24 else 0 : start].split()
        if not near or not _may_end_number(near[-1]):
            continue
        ordinal = _ordinals(skeleton, start)
        # First what ends with a short one: "twenty-first" does not say "first".
        pair = ordinal if ordinal and max(ordinal[0].values) >= _COMPOUND else None
        pair = (
            pair
            or _words_then_digits(skeleton, start)
            or _digits_then_words(skeleton, start)
            or ordinal
        )
        if pair is None or _PART_BEFORE.search(skeleton, max(0, pair[0].start - 24), pair[0].start):
            continue
        words, digits = pair
        if skeleton[start] not in "([" and (
            _OF_RANGE.search(skeleton, max(0, digits.start - 16), digits.start)
            or _OF_CLOCK.search(skeleton, max(0, digits.start - 8), digits.end)
            or _HOURS_BEFORE.match(skeleton, digits.end)
        ):
            continue
        if any(digits.may_be(value) for value in words.values) or _is_scaled(skeleton, *pair):
            continue
        if digits.value != int(digits.value) and int(digits.value) in words.values:
            # the hundredths of a currency are told apart: "and fifty cents"
            if (cents := _other_cents(skeleton, words, digits)) is None:
                continue
            words = cents
        if _is_parted(skeleton, words, digits):
            continue
        begin, end = min(words.start, digits.start), max(words.end, digits.end)
        yield found(
            "FIG005", begin, end,
            words=" ".join(paper.text[words.start : words.end].split()),
            digits=paper.text[digits.start : digits.end].strip(),
            value=min(words.values),
        )  # fmt: skip


_CENTS = compiled(
    r"\s*(?:cents?|centimes?|halalas?|piastres?|fils|سنتا?|هللات?|هللة|فلسا?|قرشا?)\b"
)
_TO_CENTS = compiled(r"[^\d().;]{0,40}?(?:\band\s+|\bet\s+|\sو)")


def _other_cents(skeleton: str, words: InWords, digits: Digits) -> InWords | None:
    """Return the words for the hundredths where the digits have others; None: they have not."""
    lead = _TO_CENTS.match(skeleton, words.end, min(len(skeleton), words.end + 60))
    unit = _CENTS.search(skeleton, lead.end(), lead.end() + 40) if lead else None
    told = words_before(skeleton, unit.start()) if unit else None
    if lead is None or told is None or told.start < lead.end() - 1 or len(told.values) != 1:
        return None
    right = (digits.value - int(digits.value)) * 100
    return None if any(value == right for value in told.values) else told


@lru_cache(maxsize=8192)
def _may_end_number(token: str) -> bool:
    """Tell whether the word before a bracket is a number, its unit or the end of digits."""
    word = re.split(r"['\-]", token.rstrip(',;:."-').lstrip("(["))[-1]
    return (
        word[-1:].isdigit() or word[-1:] == "%" or word in UNITS or word in DUALS
        or word in _LAST_OF_ORDINALS or worth(word) is not None
    )  # fmt: skip


def _words_then_digits(skeleton: str, start: int) -> tuple[InWords, Digits] | None:
    """Return "thirty (30)" or "thirty days (30)"."""
    inside = _IN_BRACKETS.match(skeleton, start)
    if inside is None or not are_units(inside["lead"]) or not are_units(inside["tail"]):
        return None
    words, between = _spoken_before(skeleton, start)
    if words is None:
        words = _one_before(skeleton, start, inside.end())
    if words is None:
        return None
    digits = next(digits_in(skeleton, inside.start("digits"), inside.end() - 1), None)
    if digits is None or digits.value != int(digits.value):
        return None
    outside, within = skeleton[words.end : start], f"{inside['lead']} {inside['tail']}"
    if between and (other := currency_of(within)) and currency_of(outside) != other:
        return None  # "two million dinars (USD 640,000)"
    if _is_same_time(words, outside, digits, within):
        return None
    if skeleton[max(0, words.start - 2) : words.start].strip(" -").isdigit():
        words = _with_digits(skeleton, words)
        if words is None or not _is_likely(words, digits):
            return None
    bare = not between and not inside["lead"].strip() and not inside["tail"].strip()
    if bare and int(digits.value) in _YEARS and max(words.values) < _FEW:
        return None  # "phase two (2025)"
    if _LABELS.search(skeleton, max(0, words.start - 16), words.start):
        return None
    return words, digits


def _is_same_time(words: InWords, of_words: str, digits: Digits, of_digits: str) -> bool:
    """Tell whether "six weeks (42 days)" is one length of time, or two units cannot be compared."""
    one = in_least_unit(of_words)
    other = in_least_unit(of_digits) if one else None
    if one is None or other is None or one == other:
        return False
    return one.kind != other.kind or any(
        value * one.factor == digits.value * other.factor for value in words.values
    )


def _with_digits(skeleton: str, words: InWords) -> InWords | None:
    """Return "12.5 million", whose words are only what the digits before them are to be times."""
    near = list(digits_in(skeleton, max(0, words.start - 16), words.end))
    if not near or near[-1].end < words.end or near[-1].value != int(near[-1].value):
        return None
    return InWords(near[-1].start, words.end, frozenset({int(near[-1].value)}))


def _is_likely(words: InWords, digits: Digits) -> bool:
    """Tell whether both mean one amount: alike, or the same figures with zeros too many."""
    told = min(words.values)
    ratio = digits.value / told if told else Decimal(0)
    figures = str(told).rstrip("0") == str(int(digits.value)).rstrip("0")
    return figures or Decimal("0.5") < ratio < 2


def _is_scaled(skeleton: str, words: InWords, digits: Digits) -> bool:
    """Tell whether "45 000 (forty-five) thousand" says one number."""
    after = _SCALE_AFTER.match(skeleton, words.end)
    scale = worth(after[1]) if after else None
    return scale is not None and any(digits.may_be(v * scale.scale) for v in words.values)


_SCALE_AFTER = on_demand(r"[)\]]\s+([^\W\d_]+)")


def _one_before(skeleton: str, start: int, end: int) -> InWords | None:
    """Return the "one" of "one (1) month", which is a number only where it counts something."""
    following = skeleton[end : end + 24].split()
    word = _LAST_WORD.search(skeleton, max(0, start - 12), start)
    if word is None or not following or following[0].strip(".,;") not in UNITS:
        return None
    told = worth(word[1])
    if told is None or not told.alone or told.value != 1:
        return None
    return InWords(*word.span(1), frozenset({1}))


def _is_parted(skeleton: str, words: InWords, digits: Digits) -> bool:
    """Tell whether the first words of the number stand at the end of a line further up.

    A page of two columns is read line by line across both.
    """
    line = skeleton.rfind("\n", 0, words.start)
    if line < 0 or skeleton[line : words.start].strip():
        return False
    told = skeleton[words.start : words.end]
    for match in _WORD.finditer(skeleton, max(0, line - _COLUMN), line):
        before = words_from(skeleton, match.start(), line) if worth(match[0]) else None
        if before is None:
            continue
        joined = f"{skeleton[before.start : before.end]} {told}"
        whole = words_from(joined, 0, len(joined))
        if whole is not None and any(digits.may_be(value) for value in whole.values):
            return True
    return False


def _ordinals(skeleton: str, start: int) -> tuple[InWords, Digits] | None:
    """Return "twenty-first (21st)" and, from the eleventh on, "الحادية والعشرين (21)"."""
    inside = _ORDINAL_IN_BRACKETS.match(skeleton, start)
    if inside is None or _last_word(skeleton, start) not in _LAST_OF_ORDINALS:
        return None
    least = max(0, start - 60)
    words = _ORDINAL_BEFORE.search(skeleton, least, start) or _JOINED_ORDINAL.search(
        skeleton, least, start
    )
    if words is None or worth(_last_word(skeleton, words.start("ordinal_words") - 1)):
        return None  # "السبع والخمسين": a count in words
    value = ordinal_of(None, words["ordinal_words"])
    digits = Digits(*inside.span("digits"), Decimal(inside["digits"]))
    if not inside["suffix"] and (value < _COMPOUND or digits.value < _COMPOUND):
        return None  # "the second paragraph (3)"
    return InWords(*words.span("ordinal_words"), frozenset({value})), digits


def _percent_before(skeleton: str, end: int) -> re.Match[str] | None:
    """Return the sign or the words of a percentage before a place."""
    if not skeleton[max(0, end - 24) : end].rstrip().endswith(_PERCENT_ENDS):
        return None
    return _PERCENT.search(skeleton, max(0, end - 24), end)


def _last_word(skeleton: str, end: int) -> str:
    """Return the word before a place, blanks between; "" where none stands there."""
    piece = skeleton[max(0, end - 24) : end].rstrip()
    begin = len(piece)
    while begin and piece[begin - 1].isalpha():
        begin -= 1
    return piece[begin:]


def _spoken_before(skeleton: str, end: int) -> tuple[InWords | None, bool]:
    """Return the number in words before a place, and whether its unit stands between."""
    percent = _percent_before(skeleton, end)
    if percent:
        return words_before(skeleton, percent.start()), True
    words = words_before(skeleton, end)
    if words is not None:
        return words, False
    for begin, word in _units_before(skeleton, end):
        if word in DUALS:
            return InWords(begin, begin + len(word), frozenset({2})), True
        words = words_before(skeleton, begin)
        if words is not None:
            return words, True
    return None, False


_PARTS_WORDS = str.maketrans("'\n-", "   ")


_OF_AR = (pattern("من"), True)  # "9,250 من دولارات الولايات المتحدة"


def _units_before(skeleton: str, end: int) -> Iterator[tuple[int, str]]:
    """Yield the words of the unit that stands before a place, the last one first."""
    reach, word = end, ""
    for _ in range(5):
        behind = word
        piece = skeleton[max(0, reach - 24) : reach].rstrip(" '\n-")
        word = piece.translate(_PARTS_WORDS).rpartition(" ")[2]
        if word not in UNITS and word not in DUALS and (word, bool(currency_of(behind))) != _OF_AR:
            return
        reach = max(0, reach - 24) + len(piece) - len(word)
        yield reach, word


def are_units(words: str) -> bool:
    """Tell whether the words are all of a unit, or there are none."""
    if not words or words.isspace() or words == _EURO:
        return True
    return all(
        word.strip(".,") in UNITS or word in UNITS for word in re.split(r"[\s'\-]+", words.strip())
    )


_COUNTS_ON = compiled(
    r"(?:;\s*[^\W_]|(?:,|\band\b|\bet\b|\sو)\s*(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|an?|une?"
    r"|deux|trois|quatre|cinq|sept|huit|neuf|dix|ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثماني?ة?|تسعة?|عشرة?|واحدة?)\b))"
)


def _digits_then_words(skeleton: str, start: int) -> tuple[InWords, Digits] | None:
    """Return "45,000 (forty-five thousand)", a currency before or after either."""
    opening = _LEAD.match(skeleton, start)
    if opening is None:
        return None
    stop = min(len(skeleton), start + _LONGEST)
    if skeleton[start] in "([":
        close = skeleton.find(")" if skeleton[start] == "(" else "]", start, stop)
        if close < 0:
            return None
        stop = close
    words = words_from(skeleton, opening.end(), stop)
    if words is None or words.start - opening.end() > 1:
        return None
    inside = skeleton[words.end : stop]
    if _COUNTS_ON.search(inside) and not currency_of(inside):
        return None  # "4 (three notes; one list)": what they are, one by one
    if skeleton[start] == "[" and inside.strip() and not currency_of(inside):
        return None  # a mark of a note before what an amendment put in: "4 [thirty members]"
    end = start
    percent = _percent_before(skeleton, end)
    if percent:
        end = percent.start()
    units = [begin for begin, _ in _units_before(skeleton, end)]
    end = units[-1] if units else end
    if not skeleton[max(0, end - 8) : end].rstrip(" ,;-\n")[-1:].isdigit():
        return None
    if units:
        after = currency_of(skeleton[words.end : words.end + _UNIT_AFTER].partition(",")[0])
        if after and currency_of(skeleton[end:start]) not in (None, after):
            return None  # "6,56 milliards de francs CFA, soit dix millions d'euros"
    digits = None
    for digits in digits_in(skeleton, max(0, end - 40), start):  # noqa: B007  (the last counts)
        pass
    if digits and digits.value in _YEARS and not units:
        few = max(words.values) < _FEW
        if few or skeleton[start] not in "([":
            return None  # "to 16 October 2026, that is five days"
    if digits and units:
        outside, within = skeleton[digits.end : start], skeleton[words.end : stop]
        if _is_same_time(words, within, digits, outside):
            return None
    if digits and skeleton[start] not in "([":
        one = currency_of(skeleton[digits.end : start])
        other = currency_of(skeleton[words.end : words.end + _OF_OTHER])
        if one and other and one != other:
            return None  # "6,56 milliards de francs, soit dix millions d'euros"
    return (words, digits) if digits else None
