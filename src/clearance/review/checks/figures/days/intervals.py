"""What lies between two days: "two weeks later, on 17 March", "within 30 days of it, i.e. by 2 April".

The text itself must say that the length leads from the one day to the other. A time limit is
reckoned to the day, with the first one counted or not; a story may round its weeks and months.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.days.lengths import UNIT, Length, length_at
from clearance.review.finding import Finding
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found

_ANY_UNIT = re.compile(rf"(?:(?<=\b{pattern('ب')})|(?<=\b{pattern('ل')})|\b){UNIT.pattern[2:]}")
_APART = 240  # characters between the two days
_LEAD = 150  # characters before the first in which the length may stand
_LATER = compiled(
    r"\s*,?\s*(?:later|thereafter|afterwards?|after that|after(?=,)|hence|plus tard|apres (?:cela|quoi)|apres(?=,))[^.;:\d]{0,34}$"
)
_EARLIER = compiled(
    r"\s*,?\s*(?:earlier|before that|before(?=,)|previously|plus tot|auparavant|avant cela|avant(?=,))[^.;:\d]{0,34}$"
)
_PASSED = compiled(
    r"(?:\bafter|\bapres|\bau bout de|\bpassed?|و?بعد(?: ذلك ب|ها ب|ه ب| مرور| مضي| انقضاء)?|و?بعد (?:ذلك|هذا التاريخ) ب)\s*$"
)
_TO_DAY = compiled(
    r"\s*(?:من ذلك|من ذلك التاريخ|من هذا التاريخ)?\s*,?\s*(?:\b(?:on|le)\b|أي|في|يوم|بتاريخ)?[^.;:\d]{0,26}$"
)
_AFTER = compiled(
    r"\s*,?\s*(?:(?:calendar|clear|full|consecutive|francs?|calendaires?)\s+)?(?:after|from|following|of|as (?:of|from)|counting|reckoned|running|starting|beginning"
    r"|counted|a compter|a partir|a dater|apres|suivant|qui suivent|من|بعد|بدءا|اعتبارا|ابتداء|تبدأ|التالية ل|تلي|لاحقة ل)\b[^.;:\d]{0,70}$"
)
_BEFORE = compiled(
    r"\s*,?\s*(?:(?:calendar|clear|full|consecutive|francs?|calendaires?)\s+)?(?:before|prior to|ahead of|in advance of|preceding|avant|precedant|قبل|تسبق|من قبل|سابقة ل)\b[^.;:\d]{0,70}$"
)
# What leads from a length and the day that it is reckoned from to the day that they make.
_MAKES = compiled(
    r"[^.;\d]{0,44}?(?:\bie\b|\bthat is(?: to say)?|\bnamely|\bor\b|\bsoit\b|\bc'est-a-dire|\ba savoir|أي|وهو|وذلك|\(|, "
    r"|\b(?:expires?|ends?|falls?|lapses?|runs? out|due|expir\w+|prend(?:ra)? fin|s'acheve\w*|echoit|echoira|echeance)\b|[يت](?:نتهي|حل|صادف|وافق|نقضي))"
    r"(?:[^.;\d]{0,40}?(?:\bon\b|\bby\b|\bthan\b|\bbefore\b|\buntil\b|\ble\b|\bau\b|\btard\b|في|يوم|بتاريخ|قبل|حتى|أقصاه|موعد))?[^.;\d]{0,14}$"
)
_OPENS = compiled(
    r"[\s,(\-]*(?:(?:ie|that is(?: to say)?|namely|or|soit|c'est-a-dire|exactly|exactement|أي|وذلك|أو)\b,?\s*)?"
)
_ABOUT = compiled(
    r"\b(?:about|around|some|nearly|almost|over|least|most|roughly|approximately|than|up to|environ|pres de|plus de|moins|maximum|minimum"
    r"|quelques?|حوالي|نحو|أكثر من|أقل من|الأقل|قرابة|زهاء|ما يقارب)\s*(?:de\s|d'|of\s|a\s)?\s*$"
)
_OF_WORK = compiled(r"\s*(?:working|business|open|ouvrables?|ouvres|عمل|من أيام العمل)\b")
_WORKING = compiled(r"\b(?:working|business)\s*$")
_DAYS = {"day": 1, "night": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class _Told:
    """A length, the day that it is reckoned from and the one that it leads to.

    ``sign`` -1: it leads back. ``is_exact``: a time limit, not a story.
    """

    length: Length
    origin: DateMention
    target: DateMention
    sign: int = 1
    is_exact: bool = True


def intervals(paper: Paper) -> Iterator[Finding]:
    """Find two days that do not lie as far apart as the text says between them."""
    skeleton = paper.skeleton
    days = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    for first, last in pairwise(days):
        if not 0 < last.start - first.end < _APART or first.until == last.start:
            continue
        if "\n\n" in skeleton[first.end : last.start]:
            continue
        told = _between(skeleton, first, last) or _led(skeleton, first, last)
        wrong = told and _wrong(told)
        if told and wrong:
            origin, target, right = wrong
            yield found(
                "FIG036", told.target.start, told.target.end,
                elsewhere=((told.length.start, told.length.end), (told.origin.start, told.origin.end)),
                length=" ".join(paper.text[told.length.start : told.length.end].split()),
                first=origin, last=target, right=right,
            )  # fmt: skip


def _opens(one: DateMention) -> int:
    return min(one.start, one.weekday_at[0] if one.weekday_at else one.start)


def _between(skeleton: str, first: DateMention, last: DateMention) -> _Told | None:
    """Return "D1; two weeks later, on D2" and "D1, two weeks before the opening on D2"."""
    stop = _opens(last)
    for match in _ANY_UNIT.finditer(skeleton, first.end, stop):
        length = _length(skeleton, match)
        if length is None or length.start < first.end:
            continue
        before, after = skeleton[first.end : length.start], skeleton[length.end : stop]
        if _LATER.match(after) or (_PASSED.search(before) and _TO_DAY.match(after)):
            return _Told(length, first, last, is_exact=False)
        if _EARLIER.match(after):
            return _Told(length, first, last, sign=-1, is_exact=False)
        if _OPENS.fullmatch(_plain(before)):
            if _AFTER.match(after):
                return _Told(length, last, first)
            if _BEFORE.match(after):
                return _Told(length, last, first, sign=-1)
    return None


def _led(skeleton: str, first: DateMention, last: DateMention) -> _Told | None:
    """Return "within thirty days of D1, that is by D2"."""
    stop = _opens(first)
    units = list(_ANY_UNIT.finditer(skeleton, max(0, stop - _LEAD), stop))
    length = _length(skeleton, units[-1]) if units else None
    if length is None or not _MAKES.match(_plain(skeleton[first.end : _opens(last)])):
        return None
    after = skeleton[length.end : stop]
    if _BEFORE.match(after):
        return _Told(length, first, last, sign=-1)
    return _Told(length, first, last) if _AFTER.match(after) else None


def _plain(gap: str) -> str:
    return gap.replace("i.e.", "ie")


def _length(skeleton: str, match: re.Match[str]) -> Length | None:
    """Return the length at a unit, where it is told exactly and in days of the calendar."""
    length = length_at(skeleton, match)
    if length is None or _OF_WORK.match(skeleton, length.end):
        return None
    if _WORKING.search(skeleton, max(0, match.start() - 12), match.start()):
        return None
    about = _ABOUT.search(skeleton, max(0, length.start - 24), length.start)
    return None if about else length


def _wrong(told: _Told) -> tuple[date, date, date] | None:
    """Return the two days of the text and the one to which the length leads.

    None: it leads to that of the text, or to one so far off that something else is meant.
    """
    start, end = told.origin.value, told.target.value
    if start is None or end is None:
        return None
    right = _reckoned(told.length, start, told.sign)
    if right is None:
        return None
    apart = abs((end - right).days)
    count, unit = told.length.count, told.length.unit
    if unit in _DAYS:
        slack = 1 if told.is_exact or unit != "week" else 3
    else:
        slack = (2 if unit == "month" else 1) if told.is_exact else 20 if unit == "month" else 60
    if apart <= slack or (unit == "month" and abs(abs((end - start).days) - 30 * count) <= slack):
        return None
    parts = zip((right.day, right.month, right.year), (end.day, end.month, end.year), strict=True)
    alike = sum(one == other for one, other in parts)
    whole = unit in _DAYS and (end - start).days % _DAYS[unit] == 0 and unit != "day"
    near = apart <= 10 or (whole and apart <= 7 * count)
    return (start, end, right) if alike >= 2 or near else None


def _reckoned(length: Length, start: date, sign: int) -> date | None:
    """Return the day so long after another, or before it; a month's last day stays its last."""
    if length.unit in _DAYS:
        if length.count > 1000:
            return None
        return start + timedelta(days=sign * length.count * _DAYS[length.unit])
    months = length.count * (12 if length.unit == "year" else 1) * sign
    month = start.year * 12 + start.month - 1 + months
    if length.count > 100 or not date.min.year < month // 12 < date.max.year:
        return None
    following = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(month // 12, month % 12 + 1, min(start.day, last))
