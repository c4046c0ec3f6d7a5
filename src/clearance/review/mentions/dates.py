"""Dates as a text prints them, in both calendars and three languages, possible or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import pattern
from clearance.review.mentions.date_words import (
    ARTICLES,
    BARE_WEEKDAY_AFTER,
    BEFORE_DATE,
    DAY_BEFORE,
    DAY_FIRST,
    EARLIER_DAY,
    EARLIER_MONTH_FIRST,
    FIRST_DAY,
    HIJRI_BEFORE,
    HIJRI_EARLIER,
    HIJRI_MONTH_FIRST,
    HIJRI_SUFFIX,
    HIJRI_YEAR,
    JOINS,
    MONTH_FIRST,
    NUMERIC,
    OPENS_BETWEEN,
    SPELT_DAY,
    SPELT_HIJRI,
    SPELT_SIGNS,
    TRIGGERS,
    UNTIL,
    WEEKDAY,
    WEEKDAYS_BEFORE,
    WEEKDAYS_IN_BRACKETS,
    WORD_MONTH,
    hijri_month,
    month_number,
    weekday_number,
)
from clearance.review.mentions.numbers import words_before, worth
from clearance.review.mentions.ordinals import LAST_WORDS, ordinal_of
from clearance.review.scan import Hits

__all__ = ["TRIGGERS", "DateMention", "read_dates"]

Calendar = Literal["gregorian", "hijri"]
_NO_DAY = 40  # a number in words before a month is a day, right or wrong, if it is less
_MOST_DAYS = 7  # that one month names together: "3, 4, 5 and 6 June 2025"
# What a weekday after a date begins with: a sign, or the letters of "م (", "يوم", "الموافق".
_AFTER = ("(", ",", "-", *pattern("ميا"))
# The first letters of what may stand behind a comma: a weekday, or a word before it.
_WEEKDAYS_BEGIN = frozenset(
    word[:3]
    for word in (
        *WEEKDAY,
        "an ",
        "un ",
        "the",
        "le ",
        "les",
        *map(pattern, ("يوم", "تاريخ", "الموافق")),
    )
)
_DIGIT, _WORD = on_demand(r"\d"), on_demand(r"[^\W\d_]+")
_FIRST_OF_MONTH = pattern("غرة")
_FEW_MONTHS = 2  # a range that begins so little after the month of its end is reversed
_BETWEEN_ENDS = 130  # characters between the two dates of a range, the other calendar's within


# Not frozen, and never changed: a frozen one takes three times as long to make.
@dataclass(slots=True, unsafe_hash=True)
class DateMention:
    """A date from ``start`` up to ``end``; the weekday beside it is not part of that stretch.

    ``value`` None: there is no such day, or it is a Hijri date (``day``, ``month``, ``year`` tell).
    ``weekday`` counts from Monday 0; None: none is printed. ``weekday_at`` is its place.
    ``implied``: month or year stand with the date that follows it, as in "3 to 6 June 2025".
    ``is_numeric``: printed as 03/06/2025, the day first unless that cannot be.
    ``until``: where the date begins that ends the range which this one opens; None: it opens none.
    """

    start: int
    end: int
    calendar: Calendar
    day: int
    month: int
    year: int
    value: date | None = None
    weekday: int | None = None
    weekday_at: tuple[int, int] | None = None
    implied: bool = False
    is_numeric: bool = False
    until: int | None = None


def read_dates(text: str, skeleton: str, hits: Hits) -> tuple[DateMention, ...]:
    """Return the dates in order of place; of no other text than the one that was scanned.

    A date without a year is one only where the date that ends its range has it.
    """
    found: dict[int, DateMention] = {}
    for mention in _all(skeleton, hits):
        if mention.start not in found or found[mention.start].implied:
            found[mention.start] = mention
    return _linked([found[start] for start in sorted(found)], skeleton)


def _all(skeleton: str, hits: Hits) -> Iterator[DateMention]:
    for start, end in hits.get("month", ()):
        if start and skeleton[start - 1].isalpha():
            continue
        if not skeleton[end - 1 : end + 3].isdigit():
            match = MONTH_FIRST.match(skeleton, start)
            if match:
                yield from _dated(_month_first(match, skeleton), skeleton)
        else:
            yield from _day_first(skeleton, start)
    for start, _ in hits.get("numeric date", ()):
        match = NUMERIC.match(skeleton, start) or NUMERIC.match(skeleton, max(0, start - 1))
        if match:
            yield from _dated([_numeric(match, skeleton)], skeleton)
    for start, _ in hits.get("hijri year", ()):
        sign = skeleton[start - 1 : start]
        if sign == "/" and skeleton[start - 2 : start - 1].isalpha():  # "21/شوال/1445"
            sign = ""
        if not (sign.isdigit() or (sign and sign in "/.")):
            yield from _dated(_hijri(skeleton, start), skeleton)


def _day_first(skeleton: str, month_at: int) -> Iterator[DateMention]:
    """Yield the date whose month is followed by its year, and the days before that share both."""
    if skeleton[month_at - 2 : month_at - 1].isdigit() and skeleton[month_at - 1] == " ":
        start = month_at - 2 - (month_at > 2 and skeleton[month_at - 3].isdigit())
    else:
        before = DAY_BEFORE.search(skeleton, max(0, month_at - 40), month_at)
        start = before.start() if before else -1
    match = DAY_FIRST.match(skeleton, start) if start >= 0 else None
    month = month_number(match["month"]) if match else None
    if match is None or month is None or not match["year"]:
        yield from _spelt(skeleton, month_at)
        return
    if start and (skeleton[start - 1].isdigit() or skeleton[start - 1] in "/."):
        return
    end = match.end()
    last = _gregorian(start, end, int(match["day"]), month, int(match["year"]))
    if _is_led(skeleton, start):
        yield from _dated(_with_earlier(last, skeleton), skeleton)
    elif skeleton[end : end + 2].strip()[:1] in _AFTER and _may_have_weekday(skeleton, end):
        after = _after(skeleton, end)
        yield _with_last(last, after) if len(after) == 1 else last
    else:
        yield last


def _may_have_weekday(skeleton: str, end: int) -> bool:
    """Tell whether what follows a date may be a weekday; where it is a comma, look at the word."""
    if not skeleton.startswith(", ", end):
        return True
    begins = skeleton[end + 2 : end + 5]
    return begins in _WEEKDAYS_BEGIN or begins[:1].isspace() or begins[1:2] == " "


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _gregorian(start: int, end: int, day: int, month: int, year: int) -> DateMention:
    return DateMention(start, end, "gregorian", day, month, year, _date(year, month, day))


def _earlier_year(month: int, day: int, last: DateMention) -> int:
    """Return the year of the first day of a range that prints only that of its last.

    It is the year before where the range crosses the new year: 28 December to 3 January; not
    where it would then last most of a year, unless it is a whole one: 1 July to 30 June.
    """
    crosses = month > last.month
    is_whole = day == 1 and last.day >= 28
    return last.year - (crosses and (is_whole or month - last.month > _FEW_MONTHS))


def _with_earlier(last: DateMention, skeleton: str) -> list[DateMention]:
    """Return the date after the days before it that share its month or year."""
    days = [last]
    while len(days) < _MOST_DAYS:
        reach = days[0].start
        in_list = len(days) > 1 and skeleton[max(0, reach - 8) : reach].rstrip().endswith(",")
        if not (in_list or _is_led(skeleton, reach)):
            break
        match = EARLIER_DAY.search(skeleton, max(0, reach - 64), reach)
        if match is None or (len(days) == 1 and match["join"] == ","):
            break
        day = int(match["day"])
        named = match["month"] if len(match["month"] or "") > 1 else None  # "و" is of the joint
        month = month_number(named) if named else days[0].month
        if month is None or not 1 <= day <= (39 if match["join"] in ("to", "-") else 31):
            break
        year = _earlier_year(month, day, days[0])
        end = match.end("month") if named else match.end("ordinal")
        first = _gregorian(match.start("day"), end, day, month, year)
        days.insert(0, replace(first, implied=True))
    return days


def _is_led(skeleton: str, start: int) -> bool:
    """Tell from the words before it whether a weekday or an earlier day leads to the date."""
    word = _word_before(skeleton, start)
    return bool(word) and (word in JOINS or word[-1] == "-" or _tells_weekday(word))


def _word_before(skeleton: str, start: int) -> str:
    words = skeleton[start - 26 if start > 26 else 0 : start].split()
    if words and words[-1] == "|":
        words.pop()  # a cell of its own
    if words and words[-1] in ARTICLES:
        words.pop()
    return words[-1] if words else ""


@lru_cache(maxsize=8192)
def _tells_weekday(word: str) -> bool:
    """Tell whether the last word before a date may be a weekday, or stand behind one."""
    return (
        word.strip(",") in BEFORE_DATE or word[-1:] == "("
        or weekday_number(word.strip(",.(")) is not None
    )  # fmt: skip


def _month_first(match: re.Match[str], skeleton: str) -> list[DateMention]:
    """Return "June 3, 2025", the days of "June 3-6, 2025" and of "June 30 to July 2, 2025"."""
    month, year = month_number(match["month"]), int(match["year"])
    if month is None:
        return []
    numbers = [(match.start("day"), match["day"])]
    numbers += [
        (match.start("rest") + each.start(), each[0])
        for each in re.finditer(r"\d+", match["rest"] or "")
    ]
    days = [
        replace(
            _gregorian(start, start + len(digits), int(digits), month, year),
            implied=len(numbers) > place,
        )
        for place, (start, digits) in enumerate(numbers, start=1)
    ]
    days[0] = replace(days[0], start=match.start())
    days[-1] = replace(days[-1], end=match.end())
    earlier = EARLIER_MONTH_FIRST.search(skeleton, max(0, match.start() - 48), match.start())
    if earlier and (number := month_number(earlier["month"])):
        day = int(earlier["day"])
        first = _gregorian(
            earlier.start("month"), earlier.end("day"), day, number,
            _earlier_year(number, day, days[0]),
        )  # fmt: skip
        days.insert(0, replace(first, implied=True))
    return days


def _spelt(skeleton: str, end: int) -> Iterator[DateMention]:
    """Yield a date whose day is in words before the month at the place: le premier juin 2025."""
    words = skeleton[max(0, end - 16) : end].split()
    if not words:
        return
    is_first = words[-1] in FIRST_DAY
    if not is_first and words[-1] not in SPELT_SIGNS and not worth(words[-1].rpartition("-")[2]):
        return
    month = WORD_MONTH.match(skeleton, end)
    number = month_number(month["month"]) if month else None
    if month is None or number is None:
        return
    day = None if is_first else SPELT_DAY.search(skeleton, max(0, end - 48), end)
    if is_first:
        begin, value = skeleton.rfind(words[-1], 0, end), 1
    elif day is not None:
        begin, value = day.start("ordinal_words"), ordinal_of(None, day["ordinal_words"])
    elif (told := words_before(skeleton, end)) is not None and max(told.values) < _NO_DAY:
        begin, value = told.start, max(told.values)
    else:
        return
    mention = _gregorian(begin, month.end(), value, number, int(month["year"]))
    yield from _dated([mention], skeleton)


def _numeric(match: re.Match[str], skeleton: str) -> DateMention:
    year, month, day = (int(match[name] or match[f"{name}_"]) for name in ("year", "month", "day"))
    if match["year"] and month > 12 >= day and month <= 31:
        month, day = day, month  # the month stands first
    end = match.end()
    if year < 1600:
        suffix = HIJRI_SUFFIX.match(skeleton, end)
        end = suffix.end() if suffix else end
        return DateMention(match.start(), end, "hijri", day, month, year, is_numeric=True)
    value = _date(year, month, day)
    return DateMention(match.start(), end, "gregorian", day, month, year, value, is_numeric=True)


def _hijri_named(words: str, start: int) -> tuple[int, int] | None:
    """Return where the month begins whose name the last words are, and its number."""
    while (month := hijri_month(words)) is None:
        rest = words.split(None, 1)
        if len(rest) < 2:
            return None
        start, words = start + len(words) - len(rest[1]), rest[1]
    return start, month


def _hijri(skeleton: str, start: int) -> list[DateMention]:
    year = HIJRI_YEAR.match(skeleton, start)
    if year is None:
        return []
    if not _DIGIT.search(skeleton, max(0, start - 56), start):
        return _spelt_hijri(skeleton, start, year)
    before = HIJRI_BEFORE.search(skeleton, max(0, start - 56), start)
    if before is None:
        before = HIJRI_MONTH_FIRST.search(skeleton, max(0, start - 48), start)
        if before is None:
            return _spelt_hijri(skeleton, start, year)
        named = _hijri_named(before["month"], before.start("month"))
        if named is None:
            return []
        begin, month = named
    else:
        number = hijri_month(before["month"])
        if number is None:
            return []
        begin, month = before.start("day"), number
    last = DateMention(begin, year.end(), "hijri", int(before["day"]), month, int(year["year"]))
    if begin != before.start("day"):
        return [last]
    first = HIJRI_EARLIER.search(skeleton, max(0, begin - 56), begin)
    if first is None:
        return [last]
    first_month = hijri_month(first["month"]) if first["month"] else month
    if first_month is None:
        return [last]
    earlier = replace(
        last,
        start=first.start("day"),
        end=first.end("month") if first["month"] else first.end("day"),
        day=int(first["day"]),
        month=first_month,
        year=last.year - (first_month > month),
        implied=True,
    )
    return [earlier, last]


def _spelt_hijri(skeleton: str, start: int, year: re.Match[str]) -> list[DateMention]:
    """Return "the second of Ramadan 1446"."""
    near = skeleton[max(0, start - 72) : start]
    if _FIRST_OF_MONTH not in near and LAST_WORDS.isdisjoint(_WORD.findall(near)):
        return []
    before = SPELT_HIJRI.search(skeleton, max(0, start - 72), start)
    month = hijri_month(before["month"]) if before else None
    if before is None or month is None:
        return []
    day = 1 if before["first"] else ordinal_of(None, before["ordinal_words"])
    return [DateMention(before.start(), year.end(), "hijri", day, month, int(year["year"]))]


def _dated(days: list[DateMention], skeleton: str) -> Iterator[DateMention]:
    """Yield the days with the weekdays beside them: one each, or as many before or after all."""
    if not days:
        return
    for place in range(1, len(days)):
        gap = WEEKDAYS_BEFORE.search(skeleton, days[place - 1].end, days[place].start)
        if gap:
            days[place] = _with_last(days[place], _weekdays(skeleton, *gap.span("all")))
    told = _before(skeleton, days[0].start)
    if len(told) == len(days) and not any(day.weekday_at for day in days):
        days = [_with_last(day, [one]) for day, one in zip(days, told, strict=True)]
    elif len(told) == 1 or (
        told and len(days) == 1 and "-" not in skeleton[told[0][1] : told[-1][0]]
    ):
        days[0] = _with_last(days[0], told)
    if not told:
        after = _after(skeleton, days[-1].end)
        if len(after) == len(days):
            days = [_with_last(day, [one]) for day, one in zip(days, after, strict=True)]
    yield from days


def _with_last(day: DateMention, told: list[tuple[int, int, int]]) -> DateMention:
    if not told:
        return day
    start, end, number = told[-1]
    return replace(day, weekday=number, weekday_at=(start, end))


def _before(skeleton: str, start: int) -> list[tuple[int, int, int]]:
    """Return the weekdays that stand before a date, each with its place."""
    if not _tells_weekday(_word_before(skeleton, start)):
        return []
    match = WEEKDAYS_BEFORE.search(skeleton, max(0, start - 80), start)
    return _weekdays(skeleton, *match.span("all")) if match else []


def _after(skeleton: str, end: int) -> list[tuple[int, int, int]]:
    match = WEEKDAYS_IN_BRACKETS.match(skeleton, end) or BARE_WEEKDAY_AFTER.match(skeleton, end)
    return _weekdays(skeleton, *match.span("all")) if match else []


def _weekdays(skeleton: str, start: int, end: int) -> list[tuple[int, int, int]]:
    found = []
    for word in re.finditer(r"[^\W\d_]+", skeleton[start:end]):
        name = word[0]
        glued = 0 if name in WEEKDAY else 1
        number = WEEKDAY.get(name[glued:])
        if number is not None:
            found.append((start + word.start() + glued, start + word.end(), number))
    return found


def _linked(mentions: list[DateMention], skeleton: str) -> tuple[DateMention, ...]:
    """Return the dates, those that open a range with the place of the one that ends it."""
    last_of: dict[str, int] = {}
    for place, mention in enumerate(mentions):
        opener = last_of.get(mention.calendar)
        last_of[mention.calendar] = place
        if opener is None or mention.start - mentions[opener].end > _BETWEEN_ENDS:
            continue
        begin = min(mention.start, mention.weekday_at[0] if mention.weekday_at else mention.start)
        gap = skeleton[max(mentions[opener].end, mentions[place - 1].end) : begin]
        until = UNTIL.fullmatch(gap)
        if until is None:
            continue
        first = mentions[opener]
        if until["and"]:
            opens = min(first.start, first.weekday_at[0] if first.weekday_at else first.start)
            if not OPENS_BETWEEN.search(skeleton, max(0, opens - 28), opens):
                continue
        mentions[opener] = replace(first, until=mention.start)
    return tuple(mentions)
