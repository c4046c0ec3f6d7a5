"""Periods that two names tell: a quarter and its months, a Hijri month and a day in it.

A weekday and a day without a month, too, which are of the month that was told before them.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from hijridate import Hijri

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.mentions.date_words import WEEKDAY, hijri_month, month_number, weekday_number
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms.calendars import HIJRI_MONTHS, MONTHS, WEEKDAYS

PERIODS = (
    Trigger("quarter", r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:quarter|half|semester|trimester)"),
    Trigger("quarter", r"(?:premier|deuxieme|second|troisieme|quatrieme|dernier|1er|2e|2eme|3e|3eme|4e|4eme) (?:trimestre|semestre)"),
    Trigger("quarter", r"(?:الربع|النصف) (?:الأول|الثاني|الثالث|الرابع|الأخير)"),
)  # fmt: skip
_NUMBER = (
    (compiled(r"first|premier|1st|1er|الأول"), 1),
    (compiled(r"second|deuxieme|2nd|2e|الثاني"), 2),
    (compiled(r"third|troisieme|3rd|3e|الثالث"), 3),
    (compiled(r"fourth|quatrieme|4th|4e|الرابع"), 4),
    (compiled(r"last|dernier|الأخير"), 0),
)
_HALF = compiled(r"half|semest|النصف")
_MONTHS_BEHIND = compiled(
    r"[^.;\n(]{0,34}?[(,:\-]?\s*(?:from\s+|i\.e\.,?\s+|between\s+|entre\s+|de\s+|du mois de\s+|soit\s+|أي\s+)?(?:من\s+(?:شهر\s+)?|بين\s+(?:شهري\s+)?)?"
    r"\(?(?P<first>[^\W\d_]+)(?:\s+\d{4})?\s*(?:to|-|a|au|through|until|and|et|إلى|حتى|و(?=[^\W\d_]))\s*(?:end of\s+|fin\s+|نهاية\s+)?(?P<last>[^\W\d_]+)"
)
_OTHER_YEAR = compiled(
    r"\b(?:fiscal|financial|budget(?:ary)?|academic|school|hijri|exercice|annee (?:budgetaire|fiscale|scolaire|academique|universitaire)|(?:ال)?مالي(?:ة)?|(?:ال)?دراسي(?:ة)?|(?:ال)?جامعي(?:ة)?)\b"
)
# "The fiscal year runs from 1 July to 30 June."
_BEGINS_ELSEWHERE = compiled(
    r"\b(?:fiscal|financial|budget(?:ary)?|exercice|annee (?:budgetaire|fiscale)|السنة المالية|العام المالي)\b[^.;]{0,70}?\b1(?:st|er)? (?:of )?(?:july|april|october|juillet|avril|octobre|يوليو|تموز|يوليوز|جويلية|أبريل|نيسان|أفريل|أكتوبر|تشرين الأول)\b"
)
_LEADS_TO_DAY = compiled(
    r"\s*(?:ah?|h|هـ|ه)?[\s,(\[/=\-]*(?:(?:from|as from|as of|starting|beginning|begins?|corresponding to|i\.e\.|which (?:begins|starts) on|on|the|a compter du|a partir du|debut(?:ant|e)?|commencant|qui (?:debute|commence)|correspondant (?:au|a)|soit|du|le|ابتداء|اعتبارا|بداية|بدءا|الموافق|الذي يبدأ|الذي|يبدأ|أي|من|في|يوم)\s*)*"
)
_MONTH_YEAR = compiled(r"(?P<month>[^\W\d_]+(?: الثاني| الأول)?)\.? (?P<year>20\d\d)(?!\d)")
_TO_MONTH = on_demand(r"[^.;\n]{0,44}?\b\d{1,2}\b[^.;\n\d]{0,24}")
_WORD = on_demand(r"[^\W\d_]+")
_MONTH_BEFORE = compiled(
    r"(?P<month>[^\W\d_][^\W\d_'-]+(?: [^\W\d_][^\W\d_'-]*)?),?\s+(?:(?:of|de|عام|سنة|من عام|لعام)\s+)?$"
)
_NO_DAY = compiled(
    r"\s*(?:[:.h]\s?\d|h\b|%|per|pour|a\.?m\b|p\.?m\b|/|\d|o'clock|heures?|hours?|ساعة|صباحا|مساء)"
)
_NEAR = 400
# A year that begins elsewhere: its first half may be July to December.
_OWN_YEAR = compiled(
    r"\b(?:fiscal|financial|budget|academic|school|budgetary) year|\bexercice|\bannee (?:budgetaire|financiere|scolaire|universitaire)|(?:ال)?سنة (?:ال)?(?:مالية|دراسية|جامعية)|(?:ال)?عام (?:ال)?(?:مالي|دراسي)"
)


def periods(paper: Paper) -> Iterator[Finding]:
    """Find periods whose two names do not agree."""
    signs = paper.signs
    if "quarter" in signs:
        yield from _quarters(paper)
    if "hijri year" in signs:
        yield from _hijri_months(paper)
    if "weekday and day" in signs:
        yield from _days_of_month(paper)


def _quarters(paper: Paper) -> Iterator[Finding]:
    """Find "the second quarter (January to March)"."""
    skeleton = paper.skeleton
    ranges = {one.start: one for one in paper.dates} if paper.dates else {}
    for start, end in paper.hits("quarter"):
        yield from _quarter_of_days(paper, ranges, start, end)
        yield from _days_of_quarter(paper, ranges, start, end)
        match = _MONTHS_BEHIND.match(skeleton, end, min(len(skeleton), end + 90))
        first, last = (month_number(match[n]) if match else None for n in ("first", "last"))
        number = next((n for shape, n in _NUMBER if shape.match(skeleton, start) or shape.search(skeleton, start, end)), None)  # fmt: skip
        if match is None or first is None or last is None or number is None:
            continue
        long = 6 if _HALF.search(skeleton, start, end) else 3
        told = (number or 12 // long) * long
        is_whole = not (first - 1) % long and last == first + long - 1
        if is_whole and _OWN_YEAR.search(skeleton, max(0, start - _NEAR), end + 90):
            continue
        if not is_whole and first != told - long + 1 and last != told:
            continue  # of a financial year that begins elsewhere, or no whole period
        if _is_of_other_year(skeleton, end, match.start("first")):
            continue
        if (told != last or first != told - long + 1) and told <= 12:
            yield found(
                "FIG027", start, end, elsewhere=((match.start("first"), match.end("last")),),
                told=" ".join(paper.text[start:end].split()),
                first={tongue.value: names[told - long] for tongue, names in MONTHS.items()},
                last={tongue.value: names[told - 1] for tongue, names in MONTHS.items()},
            )  # fmt: skip


_TO_DAYS = compiled(
    r"\s*(?:of|de|du|من)?\s*(?:(?:عام|سنة|l'annee|the year)\s*)?(?:20\d\d)?م?\s*[(,:\-]?\s*(?:from |du |de |من )?\s*$"
)


def _days_of_quarter(
    paper: Paper, ranges: dict[int, DateMention], start: int, end: int
) -> Iterator[Finding]:
    """Find "the third quarter (1 July - 30 November 2026)"."""
    skeleton = paper.skeleton
    for first in ranges.values():
        last = ranges.get(first.until) if first.until is not None else None
        if last is None or first.value is None or last.value is None:
            continue
        if not 0 <= first.start - end < 30 or not _TO_DAYS.fullmatch(skeleton, end, first.start):
            continue
        number = next((n for shape, n in _NUMBER if shape.search(skeleton, start, end)), None)
        long = 6 if _HALF.search(skeleton, start, end) else 3
        told = (number or 12 // long) * long if number is not None else 0
        ends = last.value + timedelta(days=1)
        if not 0 < told <= 12 or first.value.day != 1 or ends.day != 1:
            continue
        begins = told - long + 1
        right = (first.value.month == begins) + (last.value.month == told)
        if right == 2 or right == 0 or _OWN_YEAR.search(skeleton, max(0, start - _NEAR), end + 90):
            continue  # right, or of a year that begins elsewhere
        yield found(
            "FIG027", start, last.end, elsewhere=((first.start, last.end),),
            told=" ".join(paper.text[start:end].split()),
            first={tongue.value: names[begins - 1] for tongue, names in MONTHS.items()},
            last={tongue.value: names[told - 1] for tongue, names in MONTHS.items()},
        )  # fmt: skip


_OF_DAYS = compiled(
    r"(?:م|هـ)?\s*[,(\-]*\s*(?:(?:that is|i\.e\.|ie|namely|or|being|soit|c'est-a-dire|a savoir|أي|وهو|وهي)\b,?\s*)?(?:(?:the|le|la|du|في)\b\s*)?"
)


def _quarter_of_days(
    paper: Paper, ranges: dict[int, DateMention], start: int, end: int
) -> Iterator[Finding]:
    """Find "from 1 January to 30 June 2026, that is, the second half of the year"."""
    skeleton = paper.skeleton
    for first in ranges.values():
        last = ranges.get(first.until) if first.until is not None else None
        if last is None or first.value is None or last.value is None or last.end > start:
            continue
        if start - last.end > 30 or not _OF_DAYS.fullmatch(skeleton, last.end, start):
            continue
        number = next((n for shape, n in _NUMBER if shape.search(skeleton, start, end)), None)
        long = 6 if _HALF.search(skeleton, start, end) else 3
        ends = last.value + timedelta(days=1)
        months = last.value.month - first.value.month + 1
        if number is None or first.value.day != 1 or ends.day != 1 or months != long:
            continue
        told = (number or 12 // long) * long
        if (first.value.month - 1) % long or told > 12 or told == last.value.month:
            continue
        if _OWN_YEAR.search(skeleton, max(0, start - _NEAR), end + 90):
            continue
        yield found(
            "FIG027", start, end, elsewhere=((first.start, last.end),),
            told=" ".join(paper.text[start:end].split()),
            first={tongue.value: names[told - long] for tongue, names in MONTHS.items()},
            last={tongue.value: names[told - 1] for tongue, names in MONTHS.items()},
        )  # fmt: skip


def _is_of_other_year(skeleton: str, end: int, months: int) -> bool:
    """Tell whether the period is of a year that is not said to begin in January."""
    return (
        _OTHER_YEAR.search(skeleton, end, months) is not None
        or _BEGINS_ELSEWHERE.search(skeleton) is not None
    )


def _hijri_months(paper: Paper) -> Iterator[Finding]:
    """Find "Ramadan 1446 (from 18 February 2026)"."""
    skeleton = paper.skeleton
    hijri = [one for one in paper.dates if one.calendar == "hijri"]
    starts = {one.start: one for one in paper.dates if one.calendar == "gregorian" and one.value}
    for at, _ in paper.hits("hijri year"):
        end = at + 4
        name = _MONTH_BEFORE.search(skeleton, max(0, at - 32), at)
        words = name["month"].split() if name else []
        if name is None or any(one.start <= name.end("month") <= one.end for one in hijri):
            continue  # with its day: the rule for two calendars reads it
        number = hijri_month(" ".join(words[-2:])) or hijri_month(words[-1])
        if number is None:
            continue
        start = name.end("month") - len(words[-1])
        year = int(skeleton[at:end])
        lead = _LEADS_TO_DAY.match(skeleton, end)
        if lead is None:
            continue
        told = starts.get(lead.end()) or next(
            (one for at, one in starts.items() if one.weekday_at and one.weekday_at[0] == lead.end()), None
        )  # fmt: skip
        if told is not None and told.value is not None:
            days = (told.value, told.value)
        else:
            match = _MONTH_YEAR.match(skeleton, lead.end())
            month = month_number(match["month"]) if match else None
            if match is None or month is None:
                continue
            among = int(match["year"])
            days = (date(among, month, 1), date(among, month, monthrange(among, month)[1]))
        yield from _outside(paper, (start, end), (year, number), days)


def _outside(
    paper: Paper, at: tuple[int, int], month: tuple[int, int], days: tuple[date, date]
) -> Iterator[Finding]:
    year, number = month
    try:
        begins = Hijri(year, number, 1).to_gregorian()
    except (ValueError, OverflowError):
        return
    first = date(begins.year, begins.month, begins.day)
    last = first + timedelta(days=29)
    if days[1] >= first - timedelta(days=1) and days[0] <= last + timedelta(days=1):
        return
    yield found(
        "FIG028", *at, day=days[0], first=first, last=last,
        month={tongue.value: f"{names[number - 1]} {year}" for tongue, names in HIJRI_MONTHS.items()},
    )  # fmt: skip


def _days_of_month(paper: Paper) -> Iterator[Finding]:
    """Find "opens on Monday 14 September 2026 and closes on Wednesday 17"."""
    skeleton = paper.skeleton
    days = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    if not days:
        return
    for start, end in paper.hits("weekday and day"):
        if start and skeleton[start - 1].isalpha() and skeleton[start - 1].isascii():
            continue
        at = end - 1
        if any(one.start <= at < one.end for one in paper.dates):
            continue  # the rules for dates read it
        stop = at + 2 if skeleton[at + 1 : at + 2].isdigit() else at + 1
        word = _WORD.match(skeleton, start)
        weekday = weekday_number(word[0]) if word else None
        day = int(skeleton[at:stop])
        if word is None or weekday is None or not 1 <= day <= 31:
            continue
        if _NO_DAY.match(skeleton, stop) or _month_follows(skeleton, stop):
            continue
        before = next((one for one in reversed(days) if one.end <= start), None)
        if before is None:
            continue
        if skeleton.find("\n\n", before.end, start) >= 0 or start - before.end > _NEAR:
            continue
        right = _weekday_of(before, day)
        if right is None or right.weekday() == weekday:
            continue
        yield found(
            "FIG001", start, word.end(), elsewhere=((at, stop), (before.start, before.end)),
            date=right,
            printed={tongue.value: names[weekday] for tongue, names in WEEKDAYS.items()},
            right={tongue.value: names[right.weekday()] for tongue, names in WEEKDAYS.items()},
        )  # fmt: skip


def _month_follows(skeleton: str, stop: int) -> bool:
    """Tell whether the day's own month is told behind it, or that of a day it is listed with."""
    reach = _TO_MONTH.match(skeleton, stop)
    behind = skeleton[stop : max(stop + 26, reach.end() if reach else 0)].partition("\n")[0]
    words = _WORD.findall(behind)
    names = words + [f"{one} {two}" for one, two in pairwise(words)]
    return any(month_number(name) is not None and name not in WEEKDAY for name in names)


def _weekday_of(before: DateMention, day: int) -> date | None:
    """Return the day in the month of the date before it, or in the next one if it is past it."""
    assert before.value is not None  # noqa: S101  (only days that exist come here)
    if day <= before.value.day:
        return None  # of the next month, or of no month that can be told
    try:
        return before.value.replace(day=day)
    except ValueError:
        return None
