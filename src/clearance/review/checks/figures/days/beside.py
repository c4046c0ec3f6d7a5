"""Days told from the day beside them: "the next day", "on the eve"; and the days of a weekday in a range.

Told only where no day of the paper is the one before, or behind, and one nearly is.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.figures.days.ages import count_before
from clearance.review.finding import Finding, Level
from clearance.review.mentions.date_words import WEEKDAY
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

BESIDE = (
    Trigger("day beside", r"(?:(?:next|following|previous|preceding) (?:day|morning|evening)|day (?:before|after)|eve of|on the eve|lendemain|la veille|jour (?:suivant|precedent))"),
    Trigger("day beside", r"(?:(?:اليوم|يوم) (?:التالي|السابق)|عشية|غداة|قبل ذلك بيوم|بعد ذلك بيوم|في الغد)"),
    Trigger("every weekday", r"(?:every|each|chaque|tous les|كل|كل يوم) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|سبت|أحد|اثنين|ثلاثاء|أربعاء|خميس|جمعة)"),
)  # fmt: skip
_MOST = 30  # signs of one paper
_BACK = 300  # characters before in which the day stands that it is told from
_BEFORE = compiled(r"(?:previous|preceding|before|eve|veille|precedent|السابق|عشية|قبل)")
_TO_DAY = compiled(
    r"\s*(?:[,(]|that is|namely|soit|c'est-a-dire|أي)?\s*(?:(?:that is|namely|i\.e\.|soit|c'est-a-dire|أي)\s*,?\s*)?(?:(?:on|the|le|يوم|في|الموافق|بتاريخ)\s+)*(?:[^\W\d_]+,?\s+)?"
)
_NEAR = 3  # days by which a slip misses (our guess)
_TIMES = compiled(
    r"(?:م|هـ)?\s*[,(:;]?\s*(?:that is|i\.e\.|namely|or|making|which makes|in all|hence|soit|c'est-a-dire|a savoir|ce qui fait|donc|أي|وهي|وعددها|بمجموع)\b[^.;\n\d]{0,12}?(?P<told>[^.;\n]{1,30}?)\s*(?P<noun>\b(?:sessions?|meetings?|lessons?|sittings?|lectures?|times|occasions|days|seances?|reunions?|cours|conferences?|fois|جلسات|جلسة|اجتماعات|دروس|درسا|محاضرات|محاضرة|لقاءات|مرات|مرة)\b)"
)
_MOST_TIMES = 60


def beside(paper: Paper) -> Iterator[Finding]:
    """Find days that are not the next one, and weekdays that a range has not so often."""
    days = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    for start, end in paper.hits("day beside")[:_MOST] if days else ():
        yield from _next(paper, days, start, end)
    for start, end in paper.hits("every weekday")[:_MOST] if days else ():
        yield from _often(paper, days, start, end)


def _next(paper: Paper, days: list[DateMention], start: int, end: int) -> Iterator[Finding]:
    """Find "the next day, 7 October 2026" where the day told before is the 5th."""
    skeleton = paper.skeleton
    sign = -1 if _BEFORE.search(skeleton, start, end) else 1
    lead = _TO_DAY.match(skeleton, end, min(len(skeleton), end + 60))
    told = next(
        (one for one in days if end <= one.start < end + 60 and lead
         and lead.end() in (one.start, _opens(one))), None,
    )  # fmt: skip
    if told is None or told.value is None:
        return
    if any(one.value and (told.value - one.value).days == sign for one in days):
        return
    least = max(0, start - _BACK, skeleton.rfind("\n\n", 0, start))
    near = [one for one in days if least <= one.start and one.end <= start]
    if not near or near[-1].value is None:
        return
    base = near[-1]
    right = base.value + timedelta(days=sign) if base.value else told.value
    if abs((right - told.value).days) > _NEAR and not _alike(right, told.value):
        return
    yield found(
        "FIG036", told.start, told.end, level=Level.WARN,
        elsewhere=((start, end), (base.start, base.end)),
        length=" ".join(paper.text[start:end].split()),
        first=base.value or "", last=told.value, right=right,
    )  # fmt: skip


def _opens(one: DateMention) -> int:
    return min(one.start, one.weekday_at[0] if one.weekday_at else one.start)


def _alike(one: date, other: date) -> bool:
    return one.day == other.day and (one.month == other.month or one.year == other.year)


def _often(paper: Paper, days: list[DateMention], start: int, end: int) -> Iterator[Finding]:
    """Find "every Monday from 5 to 26 October 2026, that is five sessions"."""
    skeleton = paper.skeleton
    name = skeleton[start:end].split()[-1]
    number = WEEKDAY.get(name, WEEKDAY.get(name.rstrip("s"), WEEKDAY.get(_WITH_ARTICLE + name)))
    by_start = {one.start: one for one in days}
    first = next((one for one in days if end <= one.start < end + 40 and one.until), None)
    last = by_start.get(first.until) if first and first.until else None
    if number is None or first is None or last is None or not first.value or not last.value:
        return
    length = (last.value - first.value).days
    match = _TIMES.match(skeleton, last.end, min(len(skeleton), last.end + 90))
    counted = count_before(skeleton, match.start("noun")) if match else None
    if match is None or counted is None or not 0 < length < 7 * _MOST_TIMES:
        return
    right = sum((first.value + timedelta(days=n)).weekday() == number for n in range(length + 1))
    at, count = counted
    if at[0] < last.end or count == right or abs(count - right) > max(2, right // 2):
        return
    yield found(
        "FIG034", *at, level=Level.WARN, elsewhere=((first.start, last.end),),
        right=Decimal(right), told=Decimal(count),
    )  # fmt: skip


_WITH_ARTICLE = fold("ال").skeleton
