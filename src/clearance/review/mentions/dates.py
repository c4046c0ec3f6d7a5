"""Dates as a text prints them, in both calendars and three languages, possible or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.scan import Hits, Trigger
from clearance.terms import Language
from clearance.terms.calendars import (
    HIJRI_ARABIC,
    HIJRI_SHAPES,
    MONTHS,
    OTHER_MONTHS,
    OTHER_WEEKDAYS,
    WEEKDAYS,
)

Calendar = Literal["gregorian", "hijri"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date from ``start`` up to ``end``; the weekday beside it is not part of that stretch.

    ``value`` None: there is no such day, or it is a Hijri date (``day``, ``month``, ``year`` tell).
    ``weekday`` counts from Monday 0; None: none is printed. ``weekday_at`` is its place.
    ``implied``: month or year stand with the date that follows it, as in "3 to 6 June 2025".
    ``is_numeric``: printed as 03/06/2025, the day first unless that cannot be.
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


_MONTH_NUMBER: dict[str, int] = {
    fold(name).skeleton: number
    for language in Language
    for number, name in enumerate(MONTHS[language], start=1)
} | {fold(name).skeleton: number for number, names in OTHER_MONTHS.items() for name in names}
_WEEKDAY_NUMBER: dict[str, int] = {
    fold(name).skeleton: number
    for language in Language
    for number, name in enumerate(WEEKDAYS[language])
} | {fold(name).skeleton: number for number, names in OTHER_WEEKDAYS.items() for name in names}


def _one_of(names: list[str] | dict[str, int]) -> str:
    """Return the expression of any of the names, their blanks any blanks, the longest first."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


_WEEKDAY = _one_of(_WEEKDAY_NUMBER)
_MONTH = _one_of(_MONTH_NUMBER)
_OF_WORDS = r"(?:of\s+|de\s+|d'\s*|من\s+(?:شهر\s+)?|شهر\s+)?"
_OF = pattern(_OF_WORDS)
_YEAR_OF = pattern(
    r"(?:of\s+|de\s+|من\s+)?(?:the\s+year\s+|l'annee\s+|عام\s+|سنة\s+|لسنة\s+|لعام\s+)?"
)
_ORDINAL = r"(?:st|nd|rd|th|er)?"
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+|,\s*|\s*-\s*){_OF}(?P<month>{_MONTH})(?!\w)\.?"
    rf"(?:\s*[/(]\s*(?:{_MONTH})\)?)?(?:,?\s+{_YEAR_OF}(?P<year>\d{{4}})(?!\d))?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH})(?!\w)\.?\s+(?P<day>\d{{1,2}}){_ORDINAL}"
    rf"(?:\s*-\s*(?P<last>\d{{1,2}}){_ORDINAL})?(?:,\s*|\s+)(?P<year>\d{{4}})(?!\d)"
)
_NUMERIC = re.compile(
    r"(?<![\w/.\-])(?:(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4})"
    r"|(?P<year_>\d{4})[/.\-](?P<month_>\d{1,2})[/.\-](?P<day_>\d{1,2}))(?![\d/\-]|\.\d)"
)
_HIJRI_YEAR = compiled(r"(?P<year>1[345]\d\d)(?!\d)(?:\s*(?:a\.?\s?h\b\.?|h\b\.?|هـ|ه\b))?")
_HIJRI_BEFORE = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+|-|,\s*){_OF}"
    rf"(?P<month>[^\W\d_](?:[^\W\d_]|['\s\-.]){{1,28}}?2?)(?:\s*,\s*|\s+){_YEAR_OF}$"
)
_JOIN = pattern(r"(?:to|until|till|through|and|-|au|jusqu'au|et|إلى|الى|حتى|لغاية|و)")
_ARTICLE = pattern(r"(?:the\s+|le\s+|يوم\s+)?")
_FIRST_OF_RANGE = re.compile(
    rf"(?:(?<!\w)(?P<weekday>{_WEEKDAY})(?:\s*,\s*|\s+){_ARTICLE})?"
    rf"(?<![\d/.:h])(?<!h )(?P<day>[0-3]?[1-9]|[1-9]0){_ORDINAL}"
    rf"(?:\s+{_OF}(?P<month>{_MONTH}))?\s*(?:{_JOIN})\s*"
    rf"{_ARTICLE}(?:(?:{_WEEKDAY})(?:\s*,\s*|\s+){_ARTICLE})?$"
)
_HIJRI_FIRST = re.compile(
    rf"(?<![\d/.])(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+{_OF}(?P<month>[^\W\d_](?:[^\W\d_]|['\s\-]){{2,24}}?))?"
    rf"\s*(?:{_JOIN})\s*$"
)
_WEEKDAY_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:{pattern('[وبل]')})?(?P<weekday>{_WEEKDAY})"
    rf"(?:\s*,\s*|\s+)(?:{pattern('الموافق')}\s+(?:{pattern('ل')}\s*)?)?{_ARTICLE}$"
)
_WEEKDAY_AFTER = re.compile(rf"\s*(?:\(\s*(?P<weekday>{_WEEKDAY})\s*\)|,\s*(?P<bare>{_WEEKDAY})\b)")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")

_MONTH_WORDS = _one_of(  # in plain words: a trigger is folded when it is compiled
    [name for names in (*MONTHS.values(), *OTHER_MONTHS.values()) for name in names]
)
TRIGGERS = (
    Trigger("day and month", rf"[0-9]{_ORDINAL}(?:[\s,]+|\s*-\s*){_OF_WORDS}(?:{_MONTH_WORDS})"),
    Trigger("month and day", rf"(?:{_MONTH_WORDS})\.?\s+[0-9]"),
    Trigger("numeric date", r"[0-9][/.\-][0-9]{1,2}[/.\-](?:1[3-9]|2[01])[0-9][0-9]"),
    Trigger("numeric date", r"(?:1[3-9]|2[01])[0-9][0-9][/.\-][0-9]{1,2}[/.\-][0-9]"),
    Trigger("hijri year", r"1[345][0-9][0-9]"),
)


def read_dates(text: str, skeleton: str, hits: Hits) -> tuple[DateMention, ...]:
    """Return the dates in order of place; of no other text than the one that was scanned.

    A date without a year is one only where the date that ends its range has it.
    """
    found: dict[int, DateMention] = {}
    for mention in _all(skeleton, hits):
        if mention.start not in found or found[mention.start].implied:
            found[mention.start] = mention
    return tuple(found[start] for start in sorted(found))


def _all(skeleton: str, hits: Hits) -> Iterator[DateMention]:
    for at, _ in hits.get("day and month", ()):
        start = at - (at > 0 and skeleton[at - 1].isdigit())
        match = _DAY_FIRST.match(skeleton, start)
        if match and match["year"] and not _is_within_number(skeleton, start):
            yield from _with_first(_gregorian(match), skeleton)
    for start, _ in hits.get("month and day", ()):
        match = _MONTH_FIRST.match(skeleton, start)
        if match and not (start and skeleton[start - 1].isalpha()):
            yield from _month_first(match, skeleton)
    for start, _ in hits.get("numeric date", ()):
        match = _NUMERIC.match(skeleton, start) or _NUMERIC.match(skeleton, max(0, start - 1))
        if match:
            yield _numeric(match)
    for start, _ in hits.get("hijri year", ()):
        if start and skeleton[start - 1].isdigit():
            continue
        yield from _hijri(skeleton, start)


def _is_within_number(skeleton: str, start: int) -> bool:
    return start > 0 and (skeleton[start - 1].isdigit() or skeleton[start - 1] in "/.")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _gregorian(match: re.Match[str]) -> DateMention:
    day, year = int(match["day"]), int(match["year"])
    month = _MONTH_NUMBER[" ".join(match["month"].split())]
    end = match.end()
    return DateMention(match.start(), end, "gregorian", day, month, year, _date(year, month, day))


def _month_first(match: re.Match[str], skeleton: str) -> Iterator[DateMention]:
    """Yield "June 3, 2025", and both ends of "June 3-6, 2025"."""
    mention = _gregorian(match)
    if match["last"]:
        last = int(match["last"])
        value = _date(mention.year, mention.month, last)
        yield _with_weekday(replace(mention, end=match.end("day"), implied=True), skeleton)
        yield replace(mention, start=match.start("last"), day=last, value=value)
        return
    yield _with_weekday(mention, skeleton)


def _numeric(match: re.Match[str]) -> DateMention:
    year, month, day = (int(match[name] or match[f"{name}_"]) for name in ("year", "month", "day"))
    if month > 12 >= day and match["year"]:
        month, day = day, month  # the month stands first
    calendar: Calendar = "hijri" if year < 1600 else "gregorian"
    value = _date(year, month, day) if calendar == "gregorian" else None
    return DateMention(*match.span(), calendar, day, month, year, value, is_numeric=True)


def _with_first(mention: DateMention, skeleton: str) -> Iterator[DateMention]:
    """Yield the date and, before it, the first day of the range that it ends, if it ends one."""
    mention = _with_weekday(mention, skeleton)
    begin = mention.weekday_at[0] if mention.weekday_at else mention.start
    begin = min(begin, mention.start)
    match = _FIRST_OF_RANGE.search(skeleton, max(0, begin - 64), mention.start)
    if match:
        month = _MONTH_NUMBER[" ".join(match["month"].split())] if match["month"] else mention.month
        year = mention.year - (month > mention.month)
        day = int(match["day"])
        named = match["weekday"]
        yield DateMention(
            start=match.start("day"),
            end=match.end("month") if match["month"] else match.end("day"),
            calendar="gregorian",
            day=day,
            month=month,
            year=year,
            value=_date(year, month, day),
            weekday=_WEEKDAY_NUMBER[named] if named else None,
            weekday_at=match.span("weekday") if named else None,
            implied=True,
        )
    yield mention


def _with_weekday(mention: DateMention, skeleton: str) -> DateMention:
    begin = max(0, mention.start - 40)
    before = _WEEKDAY_BEFORE.search(skeleton, begin, mention.start)
    if before:
        return replace(
            mention,
            weekday=_WEEKDAY_NUMBER[before["weekday"]],
            weekday_at=before.span("weekday"),
        )
    after = _WEEKDAY_AFTER.match(skeleton, mention.end)
    if after is None:
        return mention
    group = "weekday" if after["weekday"] else "bare"
    return replace(mention, weekday=_WEEKDAY_NUMBER[after[group]], weekday_at=after.span(group))


def _hijri(skeleton: str, start: int) -> Iterator[DateMention]:
    year = _HIJRI_YEAR.match(skeleton, start)
    before = _HIJRI_BEFORE.search(skeleton, max(0, start - 56), start)
    if year is None or before is None:
        return
    month = hijri_month(before["month"])
    if month is None:
        return
    mention = DateMention(
        before.start("day"), year.end(), "hijri", int(before["day"]), month, int(year["year"])
    )
    first = _HIJRI_FIRST.search(skeleton, max(0, mention.start - 48), mention.start)
    if first:
        first_month = hijri_month(first["month"]) if first["month"] else month
        if first_month is not None:
            yield replace(
                mention,
                start=first.start("day"),
                end=first.end("month") if first["month"] else first.end("day"),
                day=int(first["day"]),
                month=first_month,
                year=mention.year - (first_month > month),
                implied=True,
            )
    yield _with_weekday(mention, skeleton)


_ARABIC_HIJRI = {fold(name).skeleton: number for name, number in HIJRI_ARABIC.items()}
_SHAPES = tuple((number, re.compile(shape)) for number, shape in HIJRI_SHAPES)


@lru_cache(maxsize=2048)
def hijri_month(name: str) -> int | None:
    """Return the number of the Hijri month of that name in the skeleton's letters; None: of none.

    Spellings vary widely in papers of the Organisation, so shapes are known, not words alone.
    """
    joined = "".join(name.split())
    if (number := _ARABIC_HIJRI.get(joined)) is not None:
        return number
    plain = _NOT_A_LETTER.sub("", name)
    if len(plain) < 4:
        return None
    return next((number for number, shape in _SHAPES if shape.fullmatch(plain)), None)
