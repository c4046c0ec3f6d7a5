"""Dates as a text prints them, in both calendars and three languages, possible or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from clearance.reading.skeleton import compiled, fold
from clearance.review.scan import Hits, Trigger
from clearance.terms import Language
from clearance.terms.calendars import MONTHS, WEEKDAYS

Calendar = Literal["gregorian", "hijri"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date from ``start`` up to ``end``; the weekday before it is not part of that stretch.

    ``value`` None: there is no such day (or it is a Hijri date; ``day``, ``month``, ``year`` tell).
    ``weekday`` counts from Monday 0; None: none is printed. ``weekday_at`` is its place.
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


TRIGGERS = tuple(
    Trigger("month", name, literal=True)
    for names in MONTHS.values()
    for name in sorted({fold(name).skeleton and name for name in names})
)
_MONTH_NUMBER = {
    fold(name).skeleton: number
    for language in Language
    for number, name in enumerate(MONTHS[language], start=1)
}
_WEEKDAY_NUMBER = {
    fold(name).skeleton: number
    for language in Language
    for number, name in enumerate(WEEKDAYS[language])
}
_BEFORE = compiled(
    r"(?:(?P<weekday>\b(?:"
    + "|".join(name for names in WEEKDAYS.values() for name in names)
    + r")),?\s+)?"
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|er)?\s+$"
)
_AFTER = compiled(r",?\s+(?P<year>\d{4})\b")


def read_dates(text: str, skeleton: str, hits: Hits) -> tuple[DateMention, ...]:
    """Return the dates in order of place; of no other text than the one that was scanned."""
    found = []
    for start, end in hits.get("month", ()):
        before = _BEFORE.search(skeleton, max(0, start - 32), start)
        after = _AFTER.match(skeleton, end)
        if before is None or after is None:
            continue
        found.append(_gregorian(before, after, _MONTH_NUMBER[skeleton[start:end]]))
    return tuple(found)


def _gregorian(before: re.Match[str], after: re.Match[str], month: int) -> DateMention:
    day, year = int(before["day"]), int(after["year"])
    try:
        value = date(year, month, day)
    except ValueError:
        value = None
    named = before["weekday"]
    return DateMention(
        start=before.start("day"),
        end=after.end(),
        calendar="gregorian",
        day=day,
        month=month,
        year=year,
        value=value,
        weekday=_WEEKDAY_NUMBER[named] if named else None,
        weekday_at=before.span("weekday") if named else None,
    )
