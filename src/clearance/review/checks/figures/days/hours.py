"""Hours of a day: a range that runs backwards, and how long it lasts."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import digits_in, words_before
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

HOURS = (
    Trigger("hours", r"[0-9](?:[:.][0-5][0-9]| ?h(?:eures?)? ?(?:[0-5][0-9])?| ?[ap]\.?m\.?)(?: ?(?:[ap]\.?m\.?|hours|heures))? ?(?:to|-|a|and|et|until|till|jusqu'a) ?(?:the )?[0-9]"),
    Trigger("hours", r"الساعة"),
)  # fmt: skip
_CLOCK = r"(?P<hour{n}>\d{{1,2}})(?:(?:[:.]| ?h(?:eures?)? ?|:)(?P<minute{n}>[0-5]\d))?(?: ?(?:h(?:eures?)?|hours)\b)? ?(?P<half{n}>[ap]\.?m\.?(?![a-z]))?"
_DIGITS = on_demand(
    r"(?<![\d.:/-])"
    + _CLOCK.format(n="1")
    + r" ?(?:to|-|a|and|et|until|till|jusqu'a) ?"
    + _CLOCK.format(n="2")
    + r"(?![\d:/]|\.\d)"
)
_IS_CLOCK = on_demand(r"\d ?h(?:eures?)?\b|\d ?h ?\d|[ap]\.?m\b|\d:\d\d|hours\b")
_FROM = compiled(r"\b(?:from|between|hours?:?|de|entre|d'|horaires?|is|at)\s*$")
_NAMES = (
    "الواحدة", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة",
    "التاسعة", "العاشرة", "الحادية عشرة", "الثانية عشرة",
)  # fmt: skip
HOUR_OF = {fold(name).skeleton: hour for hour, name in enumerate(_NAMES, start=1)}
HOUR_OF |= {fold(name.replace("عشرة", "عشر")).skeleton: hour for name, hour in zip(_NAMES, range(1, 13), strict=True)}  # fmt: skip
_PART_HOUR = compiled(
    r"(?:\s+(?:و(?P<part>النصف|الربع|الثلث)|إلا (?P<less>ربعا|الربع|ثلثا|الثلث)))?"
)
MINUTES_OF = {fold(word).skeleton: m for word, m in (("النصف", 30), ("الربع", 15), ("الثلث", 20), ("ربعا", 15), ("ثلثا", 20))}  # fmt: skip
_ARABIC = compiled(
    r"الساعة\s+(?:(?P<digits>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?|(?P<words>"
    + "|".join(sorted((*_NAMES, *(name.replace("عشرة", "عشر") for name in _NAMES[10:])), key=len, reverse=True))
    + r"))"
)  # fmt: skip
# "From the hour nine in the morning to one in the afternoon"
_ARABIC_BARE = compiled(
    r"\s*(?:و?حتى|و?إلى|-)\s*(?:(?P<digits>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?|(?P<words>"
    + "|".join(sorted((*_NAMES, *(name.replace("عشرة", "عشر") for name in _NAMES[10:])), key=len, reverse=True))
    + r"))(?=\s+(?:و\S+\s+)?(?:من\s+)?(?:صباحا|ظهرا|بعد الظهر|عصرا|مساء|ليلا))"
)  # fmt: skip
_HALF_OF_DAY = compiled(
    r"\s*(?:من\s+)?(?:(?P<am>صباحا|ص\b|قبل الظهر|فجرا)|(?P<pm>ظهرا|بعد الظهر|بعد ظهر|عصرا|مساء|م\b|ليلا))"
)
_BETWEEN = compiled(r"\s*(?:و?حتى|و?إلى|-|و)\s*(?:ال)?$")
_LENGTH = compiled(
    r"[^\d\n;(]{0,24}?(?:\(\s*|[,(]?\s*(?:i\.e\.,?|that is,?|namely|or|soit|which makes|which gives|making|ce qui fait|a total of|for a total of|أي|بواقع|بمعدل|لمدة|ومدتها|مدة اللقاء|مدتها?)\s+)(?:a total of |for |ل?مدة |بمجموع )?(?P<told>[^.;,()\n]{0,40}?)\s*\b(?P<unit>hours?|heures?|minutes?|ساعات|ساعة|ساعتين|ساعتان|دقيقة|دقائق)\b"
)
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class _Span:
    """Two hours of a day in minutes; ``sure``: no half of the day has to be guessed."""

    start: int
    end: int
    first: int
    last: int
    sure: bool


def hours(paper: Paper) -> Iterator[Finding]:
    """Find "from 12.45 to 12.15" and "from 10.00 to 15.00, i.e. six hours"."""
    for start, _ in paper.hits("hours"):
        span = _digits(paper.skeleton, start) or _arabic(paper.skeleton, start)
        if span is None:
            continue
        length = span.last - span.first
        if length < 0:
            # A night shift ends on the next day; half an hour back is a slip.
            if span.sure and -length <= _DAY // 4:
                yield found(
                    "FIG009", span.start, span.end,
                    first=_clock(span.first), last=_clock(span.last),
                )  # fmt: skip
            continue
        yield from _lasts(paper, span, length)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _digits(skeleton: str, hit: int) -> _Span | None:
    begin = hit - (hit > 0 and skeleton[hit - 1].isdigit())
    match = _DIGITS.search(skeleton, max(0, begin - 3), min(len(skeleton), begin + 44))
    if match is None or match.start() > hit:
        return None
    if not _IS_CLOCK.search(match[0]) and not _FROM.search(
        skeleton, max(0, match.start() - 12), match.start()
    ):
        return None
    if not _IS_CLOCK.search(match[0]) and not (match["minute1"] and match["minute2"]):
        return None
    values, halves = [], [match["half1"], match["half2"]]
    if halves[1] and not halves[0]:
        halves[0] = halves[1]
    for n, half in enumerate(halves, start=1):
        hour, minute = int(match[f"hour{n}"]), int(match[f"minute{n}"] or 0)
        if hour > 24 or (half and not 1 <= hour <= 12):
            return None
        values.append((hour % 12 + 12 * half.startswith("p") if half else hour) * 60 + minute)
    first, last = values
    if match["half2"] and not match["half1"] and first > last and first // 60 != last // 60:
        first = first % (12 * 60)  # "from 10.30 to 1 p.m."
    plain = not any(halves)
    sure = bool(match["half1"]) or (match["half2"] is not None and first // 60 == last // 60) or (
        plain and (first // 60 == last // 60 or first > 12 * 60)
    )  # fmt: skip
    # French counts the hours to 24, and so does who prints 07:30.
    of_day = re.search(r"\d ?h", match[0]) is not None or (
        match["hour2"][0] == "0" and match["minute2"] is not None
    )
    if plain and of_day:
        sure = True
    elif plain and last < first <= 12 * 60 and last >= 60:
        last += 12 * 60  # "from 9 to 5"
        sure = False
        if (first // 60) == (last // 60) % 12:
            sure, last = True, last - 12 * 60
    return _Span(match.start(), match.end(), first, last, sure)


def _arabic(skeleton: str, hit: int) -> _Span | None:
    first = _ARABIC.match(skeleton, hit)
    if first is None:
        return None
    stop, begin, half = _read(skeleton, first)
    second = _ARABIC.search(skeleton, stop, min(len(skeleton), stop + 24))
    if second is None or not _BETWEEN.fullmatch(skeleton[stop : second.start()]):
        second = _ARABIC_BARE.match(skeleton, stop)
    if second is None:
        return None
    end, last, other = _read(skeleton, second)
    if begin is None or last is None:
        return None
    if half is None and other is not None:
        half = other if begin <= last else None
    begin, last = _on_clock(begin, half), _on_clock(last, other)
    sure = (half is not None and other is not None) or (half == other and begin // 60 == last // 60)
    of_day = half is other is None and (second["digits"] or " ")[0] == "0"
    if of_day and second["minute"]:
        sure = True
    elif last < begin <= 12 * 60 and other is None and begin // 60 != last // 60:
        last += 12 * 60
    return _Span(hit, end, begin, last, sure)


def _read(skeleton: str, match: re.Match[str]) -> tuple[int, int | None, str | None]:
    """Return where an hour of an Arabic text ends, its minutes, and the half of the day."""
    end = match.end()
    if match["words"]:
        hour = HOUR_OF.get(" ".join(match["words"].split()))
        part = _PART_HOUR.match(skeleton, end)
        minute = 0
        if part and part[0]:
            end = part.end()
            minute = MINUTES_OF.get(part["part"] or "", 0) - MINUTES_OF.get(part["less"] or "", 0)
    else:
        hour, minute = int(match["digits"]), int(match["minute"] or 0)
    half = _HALF_OF_DAY.match(skeleton, end)
    if half:
        end = half.end()
    told = None if half is None else ("am" if half["am"] else "pm")
    return end, None if hour is None or hour > 24 else hour * 60 + minute, told


def _on_clock(minutes: int, half: str | None) -> int:
    if half is None or minutes >= 13 * 60:
        return minutes
    return minutes % (12 * 60) + 12 * 60 * (half == "pm")


def _lasts(paper: Paper, span: _Span, length: int) -> Iterator[Finding]:
    """Compare with "i.e. six hours a day" behind it."""
    skeleton = paper.skeleton
    pause = _PAUSE.match(skeleton, span.end, min(len(skeleton), span.end + 80))
    begin = pause.end() if pause else span.end
    match = _LENGTH.match(skeleton, begin, min(len(skeleton), begin + 110))
    if match is None:
        match = _LENGTH_BEFORE.search(skeleton, max(0, span.start - 60), span.start)
    told = _told(skeleton, match) if match else None
    if match is None or told is None or length == 0:
        return
    minutes = told if match["unit"] in _MINUTE_NAMES else told * 60
    half = _AND_HALF.match(skeleton, match.end("unit")) or _HALF_TOLD.search(match["told"])
    minutes += 30 if half and minutes == told * 60 else 0
    yield from _a_week(paper, span, length, match.end("unit"))
    if _WEEKLY.match(skeleton, match.end("unit")):
        return
    if pause is not None:
        net = length - _minutes_of(pause)
        if net > 0 and minutes not in (net, length) and abs(minutes - net) <= _PAUSES:
            yield _made(
                paper, match.start("told"), match.end("unit"), span, _clock(net), _clock(minutes)
            )
        return
    if minutes in (length, length + _DAY) or (length < _DAY // 2 and minutes == length + _DAY // 2):
        return
    yield found(
        "FIG026", match.start("told"), match.end("unit"), elsewhere=((span.start, span.end),),
        told=" ".join(paper.text[match.start("told") : match.end("unit")].split()),
        first=_clock(span.first), last=_clock(span.last % _DAY), right=_clock(length),
    )  # fmt: skip


_PAUSES = 120  # minutes by which a slip may miss; our guess
_PAUSE = compiled(
    r"\s*,?\s*(?:with|less|including|avec|dont|moins|coupee? par|مع|تتخللها|يتخللها|بما فيها)\s+(?:an? |une? |the |la |ال)?(?:[^\W\d_]+ )?(?:pause|break|interval|interruption|استراحة|راحة|فسحة)\s+(?:of|d'|de|مدتها|قدرها|ل?مدة)?\s*"
    r"(?:(?P<half>half an hour|une demi-heure|نصف ساعة)|(?P<hour>an hour|one hour|une heure|ساعة(?! و))|(?P<minutes>\d{1,2})\s*(?:minutes?|min\b|دقيقة))"
)
_AND_HALF = compiled(r"\s*(?:and a half|et demie|و ?نصف)")
_HALF_TOLD = on_demand(r"\s+and a half$")
_WEEKLY = compiled(
    r"(?:\s*(?:and a half|et demie))?\s*(?:a|per|each|every|par|في ال|كل)\s*(?:week|semaine|أسبوع)"
)
_HOURS_A_WEEK = compiled(
    r"[^.;\n\d]{0,40}?(?P<told>[^.;,()\n]{0,40}?)\s*\b(?P<unit>hours?|heures?|ساعات|ساعة)\b(?=\s*(?:a|per|each|every|par|في ال|كل)\s*(?:week|semaine|أسبوع))"
)
_WORKING_WEEK, _DAYS_OF_WEEK = 5, (4, 5, 6, 7)


def _minutes_of(pause: re.Match[str]) -> int:
    return 30 if pause["half"] else 60 if pause["hour"] else int(pause["minutes"])


def _made(paper: Paper, start: int, end: int, span: _Span, right: str, told: str) -> Finding:
    return found(
        "FIG034", start, end, level=Level.WARN, elsewhere=((span.start, span.end),),
        right=right, told=told,
    )  # fmt: skip


def _a_week(paper: Paper, span: _Span, length: int, end: int) -> Iterator[Finding]:
    """Compare with "five hours a day and twenty-five hours a week": a day's hours five times."""
    skeleton = paper.skeleton
    match = _HOURS_A_WEEK.match(skeleton, span.end, min(len(skeleton), end + 70))
    told = _told(skeleton, match) if match else None
    if match is None or told is None or length % 30:
        return
    right = length * _WORKING_WEEK
    if told * 60 in [length * many for many in _DAYS_OF_WEEK]:
        return
    if abs(told * 60 - right) <= _PAUSES + 180:
        yield _made(
            paper, match.start("told"), match.end("unit"), span, _clock(right), _clock(told * 60)
        )


_MINUTE_NAMES = frozenset(fold(word).skeleton for word in ("minute", "minutes", "دقيقة", "دقائق"))
# "Duration: 80 minutes (from 10.10 to 11.00)"
_LENGTH_BEFORE = compiled(
    r"(?P<told>\S+(?: \S+)?) (?P<unit>hours?|heures?|minutes?|ساعات|ساعة|دقيقة|دقائق)\s*[(,:]\s*(?:(?:from|de|du|من)\s+)?(?:الساعة\s+)?$"
)
_DUALS = frozenset(fold(word).skeleton for word in ("ساعتين", "ساعتان"))


def _told(skeleton: str, match: re.Match[str]) -> int | None:
    """Return how many hours the text says, whole ones only."""
    if match["unit"] in _DUALS:
        return 2
    start, end = match.span("told")
    half = _HALF_TOLD.search(skeleton, start, end)
    end = half.start() if half else end
    digits = list(digits_in(skeleton, start, end))
    if digits:
        whole = digits[-1].value
        return int(whole) if whole == int(whole) and digits[-1].end == end else None
    words = words_before(skeleton, end)
    return min(words.values) if words and len(words.values) == 1 else None
