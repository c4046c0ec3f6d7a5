"""Dates against the calendar and against each other: weekdays, both calendars, order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from hijridate import Hijri

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding, Level
from clearance.review.mentions.date_words import DAY_FIRST, month_number
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.wording import Param
from clearance.terms.calendars import HIJRI_MONTHS, WEEKDAYS

# Printed pairs of both calendars differ by a day from the Umm al-Qura tables, before 1980 by two:
# measured on 52 pairs of papers of the Organisation, Bahrain and Oman.
_SURE_FROM = 1980
_PARTED = on_demand(r"\n[ |]*\n")
_JOINING_WORD = on_demand(r"[^\W\d_]{3}")
_LONGEST_GAP = 60  # characters between the two prints of one date
_ERA = (
    r"(?:h\b|ah\b|هـ|ه\b|م\b|g\b|ad\b|a\.d\.|ce\b|للهجرة|هجري(?:ة)?|للميلاد|ميلادي(?:ة)?"
    r"|de l'hegire|of the hijra)?"
)
_ERA_TOLD = compiled(_ERA)
_BETWEEN_CALENDARS = compiled(
    rf"[\s,;()\[\]/=\-.|]*{_ERA}[\s,;()\[\]/=\-.|]*"
    r"(?:(?:and\s+|which\s+|that\s+)?"
    r"(?:corresponding|corresponds|equivalent|equal|i\.e\.|that is(?: to say)?|being)"
    r"(?:\s+(?:to|with))?"
    r"|(?:(?:ce )?qui\s+)?correspond(?:ant|ait)?\s+(?:au|aux|a l'|a)|soit|c'est-a-dire"
    r"|(?:equivalant|equivalent)\s+au"
    r"|و?الموافق(?:ة|ين|تين)?(?:\s+ل)?|(?:(?:و?ما|الذي|التي|وهو ما|وهو) )?و?[يت]وافق(?:ه)?"
    r"|و?المصادف(?:\s+ل)?|أي|موافق|و?هو|is|est(?:\s+le)?)?"
    r"[\s,;:()\[\]/=\-.]*(?:(?:from|on|the|du|le|les|من|ل|في|بتاريخ|يوم|يومي|الفترة)\b\s*)*"
)
_DATED = compiled(
    r"(?:\bdated|\bon|\bof|\bby|\buntil|\bdu|\ble|\ben date du|\bdate\s*:|بتاريخ|في|المؤرخ"
    r"|المؤرخة|تاريخه?|يوم|و|\band|\bet|التاريخ\s*:)\s*$"
)
_NUMBERED = compiled(r"(?:\bno\.?|\bn[o°]\.?|\bref\.?\s*:?|رقم|الرقم\s*:?|#)\s*$")
# What leads to a day whose year is not told.
_LEADS_TO_DAY = compiled(
    r"(?:\b(?:on|by|until|till|before|after|than|from|to|of|dated|since|le|au|du|avant|apres|tard"
    r"|jusqu'au|depuis|et)|في|من|إلى|يوم|قبل|بعد|حتى|يتجاوز|أقصاه|بتاريخ|و)\s+(?:the\s+|le\s+|يوم\s+)?$"
)
_NO_YEAR_MONTH = on_demand(r"[^\W\d_]+\.?\s+(\d{1,2})(?!\d|\s*[,./:]?\s*\d)")
_DAYS_IN = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def weekdays(paper: Paper) -> Iterator[Finding]:
    """Find weekdays that are not those of their dates."""
    for mention in paper.dates:
        if mention.weekday is None:
            continue
        if mention.value is not None and mention.value.weekday() != mention.weekday:
            yield _wrong_weekday(paper, mention, mention.value, Level.STOP)
        elif mention.calendar == "hijri" and (day := to_gregorian(mention)) is not None:
            # The month may have begun a day earlier or later than the tables say.
            apart = (day.weekday() - mention.weekday) % 7
            if apart not in (0, 1, 6) and _twin(paper, mention) is None:
                yield _wrong_weekday(paper, mention, day, Level.WARN)


def _wrong_weekday(paper: Paper, mention: DateMention, day: date, level: Level) -> Finding:
    right, printed = day.weekday(), mention.weekday or 0
    start, end = mention.weekday_at or (mention.start, mention.end)
    return found(
        "FIG001", start, end, suggestion=_as_printed(paper, mention, right), level=level,
        elsewhere=((mention.start, mention.end),),
        date=day, printed=_weekday(printed), right=_weekday(right),
    )  # fmt: skip


def impossible_dates(paper: Paper) -> Iterator[Finding]:
    """Find days that no calendar has: 31 April, 29 February of a common year, 31 Rajab."""
    for mention in paper.dates:
        if mention.calendar == "hijri":
            wrong = not 1 <= mention.day <= 30 or not 1 <= mention.month <= 12
        else:
            wrong = mention.value is None
        if wrong and (not mention.is_numeric or _is_told_as_date(paper, mention)):
            yield _no_such_day(paper, mention.start, mention.end, Level.STOP)
    yield from _without_year(paper)


def _without_year(paper: Paper) -> Iterator[Finding]:
    """Find "by 31 June" and "on February 30", where no year is told."""
    skeleton = paper.skeleton
    read = [mention.start for mention in paper.dates]
    for start, _ in paper.hits("day beyond"):
        if start and skeleton[start - 1] in "0123456789/.-":
            continue
        match = DAY_FIRST.match(skeleton, start)
        if match is None or match["year"] or start in read:
            continue
        number = month_number(match["month"])
        beyond = number is not None and int(match["day"]) > _DAYS_IN.get(number, 31)
        if beyond and _LEADS_TO_DAY.search(skeleton, max(0, start - 20), start):
            yield _no_such_day(paper, start, match.end("month"), Level.WARN)
    for start, end in paper.hits("month"):
        if skeleton[end - 1] != "3":
            continue
        match = _NO_YEAR_MONTH.match(skeleton, start)
        if match is None or int(match[1]) < 30 or int(match[1]) > 39 or start in read:
            continue
        number = month_number(match[0].split()[0].rstrip("."))
        beyond = number is not None and int(match[1]) > _DAYS_IN.get(number, 31)
        if beyond and _LEADS_TO_DAY.search(skeleton, max(0, start - 20), start):
            yield _no_such_day(paper, start, match.end(), Level.WARN)


def _no_such_day(paper: Paper, start: int, end: int, level: Level) -> Finding:
    printed = " ".join(paper.text[start:end].split())
    return found("FIG002", start, end, level=level, printed=printed)


def hijri_and_gregorian(paper: Paper) -> Iterator[Finding]:
    """Find a day printed in both calendars that are not the same day."""
    if len({mention.calendar for mention in paper.dates}) < 2:
        return
    for one, other in (*_twins(paper), *_lists(paper)):
        hijri, gregorian = (one, other) if one[0].calendar == "hijri" else (other, one)
        for first, second in zip(hijri, gregorian, strict=True):
            yield from _compared(first, second)
            day = second.value if second.weekday is None else None
            if first.weekday is not None and day and day.weekday() != first.weekday:
                yield _wrong_weekday(paper, first, day, Level.STOP)
    for day_of, at in _ends_told(paper):
        yield from _compared(*((day_of, at) if day_of.calendar == "hijri" else (at, day_of)))


# "(opening day: 27 Shawwal 1447 H)", behind the days of a meeting in the other calendar.
_END_TOLD = compiled(
    r"[\s,(;-]*(?:(?:the|with|its|and|et|le|la|l'|son|sa|being|which|that|and whose|dont)\s*)*"
    r"(?:(?P<first>opening(?: day| date| sitting| session)?|first day|day of (?:the )?opening|"
    r"(?:jour |date |seance )?(?:d'|de l')?ouverture|premier jour|"
    r"(?:و?[يت]?(?:وافق|صادف)\s+)?(?:(?:يوم|تاريخ|جلسة)\s+)?(?:ال)?(?:افتتاح|يوم الأول|انطلاق))"
    r"|(?P<last>closing(?: day| date| sitting| session)?|last day|final day|"
    r"day of (?:the )?closing|"
    r"(?:jour |date |seance )?(?:de )?(?:la )?cloture|dernier jour|"
    r"(?:و?[يت]?(?:وافق|صادف)\s+)?(?:(?:يوم|تاريخ|جلسة)\s+)?(?:ال)?(?:ختام|اختتام|يوم الأخير)))"
    r"[\s:,=-]*(?:(?:falls?|falling|being|is|corresponds?|corresponding|correspond(?:ant)?|to|on|the|"
    r"au|le|soit|etant|tombant|يوم|في|هو|الموافق|ل)\s*)*"
)


def _ends_told(paper: Paper) -> Iterator[tuple[DateMention, DateMention]]:
    """Yield a day of a range with what the other calendar tells as its first or last."""
    ends = {one.until: one for one in paper.dates if one.until is not None}
    for last, told in pairwise(paper.dates):
        first = ends.get(last.start)
        if first is None or told.calendar == last.calendar or told.until is not None:
            continue
        begins = told.weekday_at[0] if told.weekday_at else told.start
        gap = paper.skeleton[last.end : min(begins, told.start)]
        word = _END_TOLD.fullmatch(_ERA_TOLD.sub("", gap, count=1) if gap else "")
        if word is not None:
            yield (first if word["first"] else last), told


def _twins(paper: Paper) -> Iterator[tuple[list[DateMention], list[DateMention]]]:
    """Yield the days printed in one calendar beside the same days in the other.

    None has two twins: in "5 January (27 Rajab) to 7 January (29 Rajab)" the second goes with the
    first, not with the third.
    """
    taken: list[DateMention] = []
    for one, other in pairwise(_groups(paper)):
        if one is taken:
            continue
        if _are_twins(paper, one, other):
            taken = other
            yield one, other
        elif {len(one), len(other)} == {1, 2} and _are_twins(paper, one[-1:], other[:1]):
            # One day of a range alone in both calendars; it may be meant of the other one.
            apart = other[1] if len(other) > 1 else one[0]
            single = one[0] if len(one) == 1 else other[0]
            if not _are_one_day(single, apart):
                taken = other
                yield one[-1:], other[:1]


_LISTED = compiled(rf"[\s.]*{_ERA}[\s.]*(?:,|and|et|و|-)\s*(?:(?:the|le|يوم)\s+)?")


def _lists(paper: Paper) -> Iterator[tuple[list[DateMention], list[DateMention]]]:
    """Yield days told one by one beside as many of the other calendar.

    As in "15 and 16 June 2026 (29 Dhu al-Hijjah 1447H and 1 Muharram 1448H)".
    """
    runs: list[list[DateMention]] = []
    for one in paper.dates:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and last.calendar == one.calendar
            and _LISTED.fullmatch(paper.skeleton, last.end, max(last.end, one.start))
        ):
            runs[-1].append(one)
        else:
            runs.append([one])
    for run, other in pairwise(runs):
        if len(run) > 1 and run[0].until is None and _are_twins(paper, run, other):
            yield run, other


def _are_one_day(one: DateMention, other: DateMention) -> bool:
    hijri, gregorian = (one, other) if one.calendar == "hijri" else (other, one)
    day = to_gregorian(hijri)
    return bool(day and gregorian.value and abs((day - gregorian.value).days) <= 1)


def _twin(paper: Paper, mention: DateMention) -> DateMention | None:
    """Return the same day in the other calendar, where it is printed beside it."""
    for one, other in _twins(paper):
        for first, second in zip(one, other, strict=True):
            if mention in (first, second):
                return second if mention == first else first
    return None


def _groups(paper: Paper) -> list[list[DateMention]]:
    """Return the dates in order, those of one range together."""
    groups: list[list[DateMention]] = []
    open_until: int | None = None
    for mention in paper.dates:
        if open_until == mention.start:
            groups[-1].append(mention)
        else:
            groups.append([mention])
        open_until = mention.until
    return groups


def _are_twins(paper: Paper, one: list[DateMention], other: list[DateMention]) -> bool:
    if one[0].calendar == other[0].calendar or len(one) != len(other):
        return False
    if other[0].start - one[-1].end > _LONGEST_GAP:
        return False
    begins, is_bare = one[0].start, other[-1].end - other[-1].start <= len("26")
    if (
        is_bare
        and _DAYS_BEFORE.search(paper.skeleton, max(0, begins - 8), begins)
        and _DAYS_BEHIND.match(paper.skeleton, other[-1].end)
    ):
        return False  # the last day of one list, and the first of another
    if any(_swapped_fits(first, second) for first, second in zip(one, other, strict=True)):
        return False
    return _joins_calendars(paper, one[-1], other[0])


# Days of a list, of which one bears the month: "9, 10 and 11 Ramadan".
_DAYS_BEFORE = compiled(r"(?<!\d)\d{1,2}\s*(?:,|and|et|و)(?:\s*(?:and|et|و))?\s*$")
_DAYS_BEHIND = compiled(r"\s*(?:,|and\b|et\b|و)(?:\s*(?:and|et|و))?\s*\d{1,2}(?![\d/.])")


def _swapped_fits(one: DateMention, other: DateMention) -> bool:
    """Tell whether the days are one once day and month of a date in figures change places."""
    hijri, gregorian = (one, other) if one.calendar == "hijri" else (other, one)
    if gregorian.value is None:
        return False
    for mention in (hijri, gregorian):
        if not mention.is_numeric or mention.day > 12:
            continue
        turned = replace(mention, day=mention.month, month=mention.day)
        day = to_gregorian(turned if mention is hijri else hijri)
        value = gregorian.value
        if mention is gregorian:
            value = date(mention.year, turned.month, turned.day)
        if day is not None and abs((day - value).days) <= 1:
            return True
    return False


def _joins_calendars(paper: Paper, one: DateMention, other: DateMention) -> bool:
    """Tell whether only the words that join two calendars stand between, and weekdays."""
    begin = other.weekday_at[0] if other.weekday_at else other.start
    begin = min(max(begin, one.end), other.start)
    gap = paper.skeleton[one.end : begin]
    if one.weekday_at and one.weekday_at[0] >= one.end:
        gap = paper.skeleton[max(one.weekday_at[1], one.end) : begin].lstrip(" )")
    if _PARTED.search(gap) and not _JOINING_WORD.search(_ERA_TOLD.sub("", gap)):
        return False  # the day of an approval, and below it the day of the paper
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
    return _gregorian(mention.year, mention.month, mention.day)


@lru_cache(maxsize=1024)
def _gregorian(year: int, month: int, day: int) -> date | None:
    told = min(day, 29)
    try:
        first = Hijri(year, month, told).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(first.year, first.month, first.day) + timedelta(days=day - told)


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
    """Tell whether figures that are no date were meant as one, and are no number of a paper."""
    before = paper.skeleton[max(0, mention.start - 24) : mention.start]
    if _NUMBERED.search(before):
        return False
    if mention.weekday is not None or _DATED.search(before):
        return True
    if mention.calendar == "hijri":
        return not paper.skeleton[mention.end - 1].isdigit()
    printed = paper.skeleton[mention.start : mention.end]
    begins = printed.startswith((str(mention.day), str(mention.year)))
    return begins and "." not in printed and mention.month <= 12 and 29 <= mention.day <= 31
