"""What lies between two days: "two weeks later, on 17 March", "within 30 days of it, i.e. by 2 April".

The text itself must say that the length leads from the one day to the other. A time limit is
reckoned to the day, with the first one counted or not; a story may round its weeks and months.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.checks.figures.days.lengths import UNIT, Length, length_at
from clearance.review.finding import Finding
from clearance.review.mentions.date_words import month_number
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms.calendars import MONTHS, OTHER_MONTHS

_EN_FR = r"(?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans|annees?)"
_AR = r"(?:يوم|يومين|أيام|أسبوع|أسبوعين|أسابيع|شهر|شهرين|أشهر|سنة|سنتين|سنوات|عام|عامين|أعوام)"
BETWEEN = (
    Trigger("time between", rf"{_EN_FR},? (?:later|thereafter|afterwards?|earlier|after|before|from|following|prior|of the|hence|counting|as of|plus t|apr|avant|a compter|a partir|a dater|suiv|auparavant|to |until)"),
    Trigger("time between", rf"{_EN_FR}, (?:to|until|till|jusqu|au|le|on) "),
    Trigger("time between", rf"{_AR}ا?،? (?:من|بعد|قبل|تلي|اعتبارا|ابتداء|أي|في|إلى|حتى|يوم)"),
    Trigger("time between", r"(?:ذلك|بعدها|بعده|قبلها) (?:ب|بأ)"),
)  # fmt: skip
_ANY_UNIT = on_demand(rf"(?:(?<=\b{pattern('ب')})|(?<=\b{pattern('ل')})|\b){UNIT.pattern[2:]}")
_BACK, _ON = 420, 230  # characters on either side of the length in which the two days stand
_BESIDE = 110  # characters from the length to a day that it is reckoned from, or leads to
_LATER = compiled(
    r"\s*,?\s*(?:later|thereafter|afterwards?|after that|after(?=,)|hence|plus tard|apres (?:cela|quoi)|apres(?=,))[^.;:\d]{0,34}$"
)
_EARLIER = compiled(
    r"\s*,?\s*(?:earlier|before that|before(?=,)|previously|plus tot|auparavant|avant cela|avant(?=,))[^.;:\d]{0,34}$"
)
_PASSED = compiled(
    r"(?:\bafter|\bapres|\bau bout de|\bpassed?|و?بعد(?: ذلك ب|ها ب|ه ب| مرور| مضي| انقضاء)?|و?بعد (?:ذلك|هذا التاريخ) ب)\s*$"
)
_GONE = compiled(r"(?:و?قبل(?: ذلك ب|ها ب|ه ب)|و?قبل (?:ذلك|هذا التاريخ) ب)\s*$")
_TO_DAY = compiled(
    r"\s*(?:من ذلك|من ذلك التاريخ|من هذا التاريخ)?\s*,?\s*(?:\b(?:on|le)\b|أي(?: في| يوم)?|في|يوم|بتاريخ)?\s*(?:يوم\s+)?(?:[^\W\d_]+\s*,?)?\s*$"
)
# A time limit that is lengthened: from the day told before to the one told behind.
_EXTENDED = compiled(
    r"\b(?:exten[ds]\w*|prolong\w*|postpon\w*|deferr?\w*|defer|delay\w*|put (?:off|back)|proroge\w*|prorogation|report\w*|repouss\w*|recul\w*|تمديد\w*|مدد\w*|تأجيل\w*|أجل\w*|إرجاء\w*|أرجئ\w*)\b[^.;:\d]{0,40}$"
)
_UP_TO = compiled(
    r"\s*,?\s*(?:ie,?\s*|that is,?\s*|soit\s*|أي\s*)?(?:\b(?:to|until|till|jusqu'au|au)\b|إلى|حتى)[^.;:\d]{0,24}$"
)
_AFTER = compiled(
    r"\s*,?\s*(?:(?:calendar|clear|full|consecutive|francs?|calendaires?)\s+)?(?:after|from|following|of|as (?:of|from)|counting|reckoned|running|starting|beginning"
    r"|counted|a compter|a partir|a dater|apres|suivant|qui suivent|من|بعد|بدءا|اعتبارا|ابتداء|تبدأ|التالية ل|تلي|لاحقة ل)\b[^.;:\d]{0,70}$"
)
_BEFORE = compiled(
    r"\s*,?\s*(?:(?:calendar|clear|full|consecutive|francs?|calendaires?)\s+)?(?:before|prior to|ahead of|in advance of|preceding|avant|precedant|قبل|تسبق|من قبل|سابقة ل)\b[^.;:\d]{0,70}$"
)
# What leads from a length and the day that it is reckoned from to the day that they make.
MAKES = compiled(
    r"[^.;\d]{0,44}?(?:\bie\b|\bthat is(?: to say)?|\bnamely|\bin other words|\b(?:and )?(?:so|thus|hence|therefore|accordingly)\b|\b(?:donc|ainsi|d'ou|autrement dit|au plus tard)\b|فيكون|وعليه|بمعنى|يعني|\bor\b|\bsoit\b|\bc'est-a-dire|\ba savoir|أي|وهو|وذلك|\(|, "
    r"|\b(?:expires?|ends?|falls?|lapses?|runs? out|due|expir\w+|prend(?:ra)? fin|s'acheve\w*|echoit|echoira|echeance)\b|[يت](?:نتهي|حل|صادف|وافق|نقضي))"
    r"(?:[^.;\d]{0,40}?(?:\bon\b|\bby\b|\bthan\b|\bbefore\b|\buntil\b|\ble\b|\bau\b|\btard\b|في|يوم|بتاريخ|قبل|حتى|أقصاه|موعد))?[^.;\d]{0,14}$"
)
_OPENS = compiled(
    r"[\s,(\-]*(?:(?:ie|that is(?: to say)?|namely|or|soit|c'est-a-dire|exactly|exactement|أي|وذلك|أو)\b,?\s*)?"
)
ABOUT = compiled(
    r"\b(?:about|around|some|nearly|almost|over|least|most|roughly|approximately|than|up to|environ|pres de|plus de|moins|maximum|minimum"
    r"|quelques?|حوالي|نحو|أكثر من|أقل من|الأقل|قرابة|زهاء|ما يقارب)\s*(?:de\s|d'|of\s|a\s)?\s*$"
)
_OF_WORK = compiled(r"\s*(?:working|business|open|ouvrables?|ouvres|عمل|من أيام العمل)\b")
_WORKING = compiled(r"\b(?:working|business)\s*$")
_DAYS = {"day": 1, "night": 1, "week": 7}
_FORTNIGHT = 15  # days, as French says it of two weeks
_NEAR = 25  # days by which a slip may miss, beyond which another day is meant (our guess)
_SOME_MONTHS = 190  # days by which a number of months may miss that of the calendar (our guess)
_MOST = 200  # signs of one paper
_MONTH_NAMES = "|".join(
    sorted(
        {fold(name).skeleton for group in (MONTHS, OTHER_MONTHS) for names in group.values() for name in names},
        key=len, reverse=True,
    )
)  # fmt: skip
BARE = on_demand(
    rf"(?<![\d/.])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?:of\s+|{fold('من').skeleton}\s+)?(?P<month>{_MONTH_NAMES})\.?(?![^\W\d_])"
    r"(?!\.?,?\s+(?:\S+\s+)?(?:19|20)\d\d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the text; ``value`` None: its year stands elsewhere."""

    start: int
    end: int
    day: int
    month: int
    value: date | None


@dataclass(frozen=True, slots=True)
class _Told:
    """A length, the day that it is reckoned from and the one that it leads to.

    ``sign`` -1: it leads back. ``is_exact``: a time limit, not a story.
    """

    length: Length
    origin: Day
    target: Day
    sign: int = 1
    is_exact: bool = True


def intervals(paper: Paper) -> Iterator[Finding]:
    """Find two days that do not lie as far apart as the text says between them."""
    done = -1
    days = [one.start for one in paper.dates if one.calendar == "gregorian"]
    for start, end in paper.hits("time between")[:_MOST] if days else ():
        if not any(start - _BACK < day < end + _ON for day in days):
            continue
        for unit in _ANY_UNIT.finditer(paper.skeleton, max(0, start), end + 12):
            length = _length(paper.skeleton, unit)
            if length is None or length.start <= done:
                continue
            done = length.start
            told = _told(paper.skeleton, length, _days_near(paper, length))
            wrong = told and _wrong(told, _year_near(paper, length))
            if told and wrong:
                first, last, right = wrong
                yield found(
                    "FIG036", told.target.start, told.target.end,
                    elsewhere=((length.start, length.end), (told.origin.start, told.origin.end)),
                    length=" ".join(paper.text[length.start : length.end].split()),
                    first=first, last=last, right=right,
                )  # fmt: skip


def _days_near(paper: Paper, length: Length) -> list[Day]:
    """Return the days on either side of a length, those whose year stands elsewhere too."""
    least, most = length.start - _BACK, length.end + _ON
    days = [
        Day(_opens(one), one.end, one.day, one.month, one.value)
        for one in paper.dates
        if one.calendar == "gregorian" and least < one.start and one.end < most
    ]
    taken = [(one.start, one.end) for one in paper.dates]
    for match in BARE.finditer(paper.skeleton, max(0, least), most):
        month = month_number(match["month"])
        if month and not any(begin < match.end() and match.start() < end for begin, end in taken):
            days.append(Day(match.start(), match.end(), int(match["day"]), month, None))
    return sorted(days, key=lambda one: one.start)


def _opens(one: DateMention) -> int:
    return min(one.start, one.weekday_at[0] if one.weekday_at else one.start)


def _told(skeleton: str, length: Length, days: list[Day]) -> _Told | None:
    """Return what the words beside a length say that it is reckoned from and leads to."""
    before = next((one for one in reversed(days) if one.end <= length.start), None)
    following = [one for one in days if one.start >= length.end]
    if not following or following[0].start - length.end > _BESIDE:
        return None
    first = following[0]
    after = _plain(skeleton[length.end : first.start])
    lead = _plain(skeleton[max(0, length.start - 60) : length.start])
    if before is not None:
        if _LATER.match(after) or (_PASSED.search(lead) and _TO_DAY.match(after)):
            return _Told(length, before, first, is_exact=False)
        if _EARLIER.match(after) or (_GONE.search(lead) and _TO_DAY.match(after)):
            return _Told(length, before, first, sign=-1, is_exact=False)
        if _EXTENDED.search(lead) and _UP_TO.match(after):
            return _Told(length, before, first)
    sign = -1 if _BEFORE.match(after) else 1
    if sign == 1 and not _AFTER.match(after):
        return None
    second = following[1] if len(following) > 1 else None
    if second and MAKES.match(_plain(skeleton[first.end : second.start])):
        return _Told(length, first, second, sign)
    if before and _OPENS.fullmatch(_plain(skeleton[before.end : length.start])):
        return _Told(length, first, before, sign)
    return None


def _plain(gap: str) -> str:
    return gap.replace("i.e.", "ie")


def _length(skeleton: str, match: re.Match[str]) -> Length | None:
    """Return the length at a unit, where it is told exactly and in days of the calendar."""
    length = length_at(skeleton, match)
    if length is None or _OF_WORK.match(skeleton, length.end):
        return None
    if _WORKING.search(skeleton, max(0, match.start() - 12), match.start()):
        return None
    about = ABOUT.search(skeleton, max(0, length.start - 24), length.start)
    return None if about else length


def _year_near(paper: Paper, length: Length) -> date | None:
    """Return the last day before a length that has its year, else the first behind it."""
    whole = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    before = [one.value for one in whole if one.end <= length.start]
    return before[-1] if before else whole[0].value if whole else None


def _wrong(told: _Told, near: date | None) -> tuple[date, date, date] | None:
    """Return the two days of the text and the one to which the length leads.

    None: it leads to that of the text, or to one so far off that something else is meant.
    ``near``: a day in whose year those are that have none.
    """
    start = told.origin.value or in_year_of(told.origin, told.target.value or near)
    right = reckoned(told.length, start, told.sign) if start else None
    end = told.target.value or in_year_of(told.target, right)
    if start is None or end is None or right is None:
        return None
    apart = abs((end - right).days)
    count, unit = told.length.count, told.length.unit
    if unit in _DAYS:
        slack = 1 if told.is_exact or unit != "week" else 3
        if count == _FORTNIGHT and unit == "day":
            slack = 1 + (not told.is_exact)
    else:
        slack = (2 if unit == "month" else 1) if told.is_exact else 20 if unit == "month" else 60
    if apart <= slack or (unit == "month" and abs(abs((end - start).days) - 30 * count) <= slack):
        return None
    parts = zip((right.day, right.month, right.year), (end.day, end.month, end.year), strict=True)
    alike = sum(one == other for one, other in parts)
    whole = unit in _DAYS and (end - start).days % _DAYS[unit] == 0 and unit != "day"
    a_month = end.year == right.year and abs(end.month - right.month) == 1
    is_near = (
        apart <= _NEAR
        or (a_month and abs(end.day - right.day) <= 1)
        or (whole and apart <= 7 * count)
        or (unit == "month" and apart <= _SOME_MONTHS and is_whole_months(start, end))
    )
    return (start, end, right) if alike >= 2 or is_near else None


def is_whole_months(start: date, end: date) -> bool:
    """Tell whether whole months lie between two days, to a day or two."""
    first, last = sorted((start, end))
    return any(
        (near := reckoned(Length(0, 0, count, "month"), first, 1)) is not None
        and abs((near - last).days) <= 1
        for count in range(1, 25)
    )


def in_year_of(day: Day, other: date | None) -> date | None:
    """Return a day without a year in that of another, or in the one before or after it."""
    if other is None:
        return None
    near = []
    for year in (other.year - 1, other.year, other.year + 1):
        with suppress(ValueError):
            near.append(date(year, day.month, day.day))
    return min(near, key=lambda one: abs((one - other).days), default=None)


def reckoned(length: Length, start: date, sign: int) -> date | None:
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
