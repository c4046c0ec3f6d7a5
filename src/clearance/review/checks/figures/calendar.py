"""Dates against the calendar and against each other: weekdays, both calendars, order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from weakref import WeakKeyDictionary

from hijridate import Hijri

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.wording import Param
from clearance.terms.calendars import HIJRI_MONTHS, WEEKDAYS

# Printed pairs of both calendars differ by a day from the Umm al-Qura tables, before 1980 by two:
# measured on 52 pairs of papers of the Organisation, Bahrain and Oman.
_SURE_FROM = 1980
_LONGEST_GAP = 60  # characters between the two prints of one date
_BETWEEN_CALENDARS = compiled(
    r"[\s,;()\[\]/=\-.]*(?:h\b|ah\b|هـ|ه\b|م\b|ad\b|a\.d\.|ce\b)?[\s,;()\[\]/=\-.]*"
    r"(?:(?:and\s+)?(?:corresponding|equivalent|i\.e\.|that is|which corresponds)(?:\s+to)?"
    r"|(?:ce qui\s+)?correspond(?:ant|ait)?\s+(?:au|a l'|a)|soit|c'est-a-dire|equivalant au"
    r"|(?:و?)?الموافق(?:\s+لـ?)?|الموافقه?(?:\s+ل)?|يوافق(?:ه)?)?"
    r"[\s,;:()\[\]/=\-.]*(?:the\s+|le\s+|ل\s*|يوم\s+)?"
)
_UNTIL = compiled(
    r"\s*(?:(?:h|ah|هـ|ه|م)\b\s*)?,?\s*"
    r"(?:to|until|till|through|-|au|jusqu'au|إلى|الى|حتى|لغاية)\s*(?:the\s+|le\s+|يوم\s+)?$"
)
_FROM = compiled(
    r"(?:\bfrom|\bbetween|\bdu|\bentre le|\bde|\bfor the period|من|بين|الفترة)\s+\S*\s*$"
)
_AND = compiled(r"\s*(?:and|et(?:\s+le)?|و)\s*$")
_DATED = compiled(
    r"(?:\bdated|\bon|\bof|\bdu|\ble|\ben date du|\bdate\s*:|بتاريخ|في|المؤرخ|المؤرخة|التاريخ\s*:)"
    r"\s*$"
)
Range = tuple[DateMention, DateMention]
_kept: WeakKeyDictionary[Paper, list[Range]] = WeakKeyDictionary()


def weekdays(paper: Paper) -> Iterator[Finding]:
    """Find weekdays that are not those of their dates."""
    for mention in paper.dates:
        if mention.weekday is None or mention.weekday_at is None or mention.value is None:
            continue
        right = mention.value.weekday()
        if right != mention.weekday:
            yield found(
                "FIG001", *mention.weekday_at, suggestion=_as_printed(paper, mention, right),
                elsewhere=((mention.start, mention.end),),
                date=mention.value, printed=_weekday(mention.weekday), right=_weekday(right),
            )  # fmt: skip


def impossible_dates(paper: Paper) -> Iterator[Finding]:
    """Find days that no calendar has: 31 April, 29 February of a common year, 31 Rajab."""
    for mention in paper.dates:
        if mention.calendar == "hijri":
            wrong = not 1 <= mention.day <= 30 or not 1 <= mention.month <= 12
        else:
            wrong = mention.value is None
        if not wrong or (mention.is_numeric and not _is_told_as_date(paper, mention)):
            continue
        printed = paper.text[mention.start : mention.end]
        yield found("FIG002", mention.start, mention.end, printed=" ".join(printed.split()))


def hijri_and_gregorian(paper: Paper) -> Iterator[Finding]:
    """Find a day printed in both calendars that are not the same day."""
    if len({mention.calendar for mention in paper.dates}) < 2:
        return
    for one, other in pairwise(_groups(paper)):
        if one[0].calendar == other[0].calendar or len(one) != len(other):
            continue
        gap = paper.skeleton[one[-1].end : other[0].start]
        if len(gap) > _LONGEST_GAP or not _joins_calendars(paper, one[-1], other[0]):
            continue
        hijri, gregorian = (one, other) if one[0].calendar == "hijri" else (other, one)
        for first, second in zip(hijri, gregorian, strict=True):
            yield from _compared(first, second)


def ranges(paper: Paper) -> Iterator[Finding]:
    """Find ranges of dates that end before they begin."""
    for first, last in ranges_of(paper):
        if first.value and last.value and first.value > last.value:
            yield found("FIG004", first.start, last.end, first=first.value, last=last.value)


def ranges_of(paper: Paper) -> list[Range]:
    """Return the ranges of days that the text prints, in order of place, in either calendar."""
    kept = _kept.get(paper)
    if kept is None:
        kept = _kept[paper] = list(_ranges(paper)) if len(paper.dates) > 1 else []
    return kept


def _ranges(paper: Paper) -> Iterator[Range]:
    before_of: dict[str, int] = {}
    dates = paper.dates
    for place, mention in enumerate(dates):
        earlier = before_of.get(mention.calendar)
        before_of[mention.calendar] = place
        if earlier is None or mention.start - dates[earlier].end > _LONGEST_GAP:
            continue
        before = dates[earlier]
        begin = min(mention.start, mention.weekday_at[0] if mention.weekday_at else mention.start)
        gap = paper.skeleton[before.end : begin]
        if place - earlier > 1:  # "from 3 June 2025 (7 Hijri ...) to 6 June 2025"
            gap = paper.skeleton[dates[place - 1].end : begin].lstrip(" )]")
        opens = paper.skeleton[max(0, before.start - 40) : before.start]
        if _UNTIL.match(gap) or (_AND.match(gap) and _FROM.search(opens)):
            yield before, mention


def _groups(paper: Paper) -> list[list[DateMention]]:
    """Return the dates in order, those of one range together."""
    dates = paper.dates
    last_of = {first.start: last for first, last in ranges_of(paper)}
    groups: list[list[DateMention]] = []
    for place, mention in enumerate(dates):
        if groups and groups[-1][-1] is mention:
            continue
        last = last_of.get(mention.start)
        if last is not None and place + 1 < len(dates) and dates[place + 1] is last:
            groups.append([mention, last])
        else:
            groups.append([mention])
    return groups


def _joins_calendars(paper: Paper, one: DateMention, other: DateMention) -> bool:
    """Tell whether only the words that join two calendars stand between, and weekdays."""
    begin = other.weekday_at[0] if other.weekday_at else other.start
    begin = min(max(begin, one.end), other.start)
    gap = paper.skeleton[one.end : begin]
    if one.weekday_at and one.weekday_at[0] >= one.end:
        gap = paper.skeleton[max(one.weekday_at[1], one.end) : begin].lstrip(" )")
    return _BETWEEN_CALENDARS.fullmatch(gap) is not None


def _compared(hijri: DateMention, gregorian: DateMention) -> Iterator[Finding]:
    day = to_gregorian(hijri)
    if day is None or gregorian.value is None:
        return
    apart = abs((day - gregorian.value).days)
    if apart <= (1 if gregorian.value.year >= _SURE_FROM else 2):
        return
    start, end = min(hijri.start, gregorian.start), max(hijri.end, gregorian.end)
    yield found(
        "FIG003", start, end, elsewhere=((gregorian.start, gregorian.end),),
        hijri=_hijri_name(hijri), gregorian=gregorian.value, right=day, apart=apart,
    )  # fmt: skip


def to_gregorian(mention: DateMention) -> date | None:
    """Return the Gregorian day of a Hijri date; None: the tables do not reach it, or no such day.

    A thirtieth of a month that the tables give 29 days is the day after the 29th.
    """
    day = min(mention.day, 29)
    try:
        first = Hijri(mention.year, mention.month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(first.year, first.month, first.day) + timedelta(days=mention.day - day)


def _hijri_name(mention: DateMention) -> Param:
    return {
        language.value: f"{mention.day} {names[mention.month - 1]} {mention.year}"
        for language, names in HIJRI_MONTHS.items()
    }


def _weekday(number: int) -> Param:
    return {language.value: names[number] for language, names in WEEKDAYS.items()}


def _as_printed(paper: Paper, mention: DateMention, right: int) -> str:
    """Return the right weekday in the language and with the capital of the printed one."""
    assert mention.weekday_at is not None  # noqa: S101  (only dates with a weekday come here)
    printed = paper.text[slice(*mention.weekday_at)]
    for names in WEEKDAYS.values():
        if names[mention.weekday or 0].casefold() == printed.casefold():
            name = names[right]
            return name[0].upper() + name[1:] if printed[:1].isupper() else name
    return WEEKDAYS[paper.language][right]


def _is_told_as_date(paper: Paper, mention: DateMention) -> bool:
    before = paper.skeleton[max(0, mention.start - 24) : mention.start]
    return _DATED.search(before) is not None and re.search(r"[./-]", before[-1:]) is None
