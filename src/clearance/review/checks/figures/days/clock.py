"""Two hours of a day and the time between them, told by verbs: "opens at 9 a.m. and closes at 1 p.m., four hours in all".

And what begins at an hour, lasts so long and ends at another: "begins at 10:00, lasts two hours and ends at 13:00".
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.checks.figures.days.hours import HOUR_OF, MINUTES_OF
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import words_before
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

CLOCK = (
    Trigger("time of hours", r"[a-z0-9] ?(?:hours?|heures?|minutes?)"),
    Trigger("time of hours", r"[0-9] h(?: [0-5][0-9])?\)"),
    Trigger("time of hours", r"(?:ساعات|ساعة|ساعتين|ساعتان|دقيقة)"),
)
_HOURS_NAMED = "|".join(sorted(HOUR_OF, key=len, reverse=True))
_AT = on_demand(
    r"(?<![\d.:/])(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?P<hour2>\d{1,2}):(?P<minute2>[0-5]\d)(?![:\d])"
    r"|(?<=\ba )(?P<hour3>\d{1,2}) ?h(?:eures?)?\b ?(?P<minute3>[0-5]\d)?(?! ?minutes)"
    r"|(?<=\bde )(?P<hour4>\d{1,2}) ?h(?:eures?)?\b ?(?P<minute4>[0-5]\d)?(?= a )"
    r"|(?<=\bavant )(?P<hour5>\d{1,2}) ?h(?:eures?)?\b ?(?P<minute5>[0-5]\d)?"
    r"|(?<=\bdes )(?P<hour6>\d{1,2}) ?h(?:eures?)?\b ?(?P<minute6>[0-5]\d)?)"
    r"|\b(?P<noon>noon|midday|midi)\b|\bmidnight\b|\bminuit\b"
)
_AT_ARABIC = on_demand(
    pattern(
        r"(?:(?:ال)?ساعة\s+(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?|(?P<words>#))|(?<![\d.:/])(?P<hour2>\d{1,2}):(?P<minute2>[0-5]\d)(?![:\d])"
        r"|(?P<bare>#)(?=\s+(?:و(?:النصف|الربع|الثلث)\s+|إلا (?:ربعا|الربع|ثلثا|الثلث)\s+)?(?:صباحا|ظهرا|عصرا|مساء|بعد الظهر)))"
    ).replace("#", _HOURS_NAMED)
)
_PART_ARABIC = compiled(
    r"(?:\s+(?:و(?P<part>النصف|الربع|الثلث)|إلا (?P<less>ربعا|الربع|ثلثا|الثلث)))?(?:\s*(?:من\s+)?(?:(?P<am>صباحا|ص\b|قبل الظهر|فجرا)|(?P<pm>ظهرا|بعد الظهر|بعد ظهر|عصرا|مساء|م\b|ليلا)))?"
)
_LONG = compiled(
    r"(?:(?P<half>\b(?:half an hour|une demi-heure)\b|(?<![^\W\d_])نصف ساعة)|(?P<one>\b(?:an hour|one hour|une heure)\b|(?<![^\W\d_])ساعة واحدة)|(?P<two>(?<![^\W\d_])ل?ساعت(?:ان|ين))"
    r"|(?P<unit>\b(?:hours?|heures?|h|minutes?|min)\b|(?<![^\W\d_])(?:ساعات|ساعة|دقيقة|دقائق)))"
    r"(?P<more>\s+(?:and a half|et demie)\b|\s+و ?نصف(?: الساعة)?)?(?:(?: and| et|,)? ?(?P<minutes>[0-5]\d)(?: min(?:utes)?)?(?![\d:])(?=[),.;\s]|$))?"
)
_ONE_LED = compiled(r"(?<![^\W\d_])(?:ل?مدة|و?مدته?ا?|خلال|بعد|[يت]ستغرق|[يت]ستمر|[يت]دوم) ساعة$")
_COUNT = on_demand(r"(?<![\d.,:/])(?P<digits>\d{1,3})(?:[.,](?P<tenth>5))?\s?$")
_HALF_BEFORE = on_demand(r"\s+and a half\s*$")
_MINUTE = frozenset(fold(word).skeleton for word in ("minute", "minutes", "min", "دقيقة", "دقائق"))
_REACH, _WIDE = 150, 90  # characters on either side of a length; between an hour and the next thing
_SENTENCE = on_demand(r"[.?!]\s|\n")
_POINTS = on_demand(r"(?<=[ap])\.(?=m\b)|(?<=[ap]\.m)\.|(?<=\bi)\.(?=e)|(?<=i\.e)\.")
# Between the two hours: that the second is the end.
_TO_END = compiled(
    r"\b(?:and|to|until|till|ends?|clos\w+|land\w*|arriv\w+|et|a|jusqu'|prend\w* fin|s'achev\w+|se termin\w+|et se)\b|-|حتى|إلى|[يت]نتهي|[يت]ختتم|[يت]غلق|[يت]صل|\sو"
)
_MAKES = compiled(
    r"[\s,;:(\-]*(?:[^\W\d_][^\d\n;:(.]{0,40}[(,]\s*)?(?:(?:i\.e\.,?|that is(?: to say)?,?|namely|or|making|which (?:makes|gives|is)|after|lasting|and (?:will )?lasts?|it lasts|soit|c'est-a-dire|ce qui fait|apres|et dure\w*|(?:pour une|d'une) duree de|أي|وهو|وهي|بعد|لمدة|ومدته\w*|[يت]ستغرق|[يت]ستمر|[يت]دوم|بواقع|بإجمالي"
    r"|(?:(?:a|for a|in) )?(?:total|duration|period) (?:of|de)|for|exactly|un total de|au total|en tout|أنه|أنها|مدة|ما مجموعه)\s*){0,3}$"
)
_IS_CUED = compiled(
    r"i\.e|that is|namely|\bor\b|mak|giv|after|last|soit|c'est|fait|apres|dure|total|for|أي|وهو|وهي|بعد|مدة|مدت|ستغرق|ستمر|دوم|بواقع|مجموع|إجمالي|\("
)
_LASTS = compiled(
    r"\b(?:last\w*|for|within|takes?|dur\w+|pendant|durant|dans|sous|en|d'une duree de)\b|خلال|في غضون|مدت|لمدة|[يت]ستغرق|[يت]ستمر|[يت]دوم"
)
_THEN_ENDS = compiled(
    r"\b(?:ends?|ending|i\.e\.|that is|clos\w+|until|finish\w*|by|so|soit|prend\w* fin|s'achev\w+|se termin\w+|jusqu'|donc)|[يت]نتهي|أي\b|حتى|[يت]ختتم|انتهاؤ"
)
_RUNS_FROM = compiled(r"[\s,(:\-]*(?:\b(?:from|de|du|between|entre)\b|من|بين)?\s*(?:the\s+)?$")
_NOT_SO = compiled(
    r"\b(?:before|earlier|prior|ago|later than|break|pause|lunch|interval|interrupt\w*|less|minus|dejeuner|avant l|plus tot|each|chacune?|per|weeks?|weekly|semaines?|working|effective|net)\b|استراحة|راحة|قبل ذلك|يتخلل|تتخلل|لكل|(?:ال)?أسبوع|أسبوعيا|فعلية|صافية"
)
_HALF_DAY, _DAY = 12 * 60, 24 * 60


@dataclass(frozen=True, slots=True)
class _Hour:
    """An hour in minutes of the day; ``sure``: its half of the day is told."""

    start: int
    end: int
    minutes: int
    sure: bool


@dataclass(frozen=True, slots=True)
class _Time:
    """So many minutes."""

    start: int
    end: int
    minutes: int


def clock(paper: Paper) -> Iterator[Finding]:
    """Find a time that does not lie between the two hours told beside it."""
    skeleton = paper.skeleton
    done = -1
    for hit, end in paper.hits("time of hours"):
        if hit < done:
            continue
        begin, stop = _sentence(skeleton, hit, end)
        at = _hours(skeleton, begin, stop)
        if len(at) < 2:
            continue
        done = stop
        times = [one for one in _times(skeleton, begin, stop) if not _is_within(one, at)]
        for one in times:
            pair = _told(skeleton, at, one)
            if pair is not None and not _fits(*pair, one.minutes):
                yield _wrong(paper, *pair, one)


def _sentence(skeleton: str, start: int, end: int) -> tuple[int, int]:
    least, most = max(0, start - _REACH), min(len(skeleton), end + _REACH)
    plain = _POINTS.sub("_", skeleton[least:most])
    begin = least
    for match in _SENTENCE.finditer(plain, 0, start - least):
        begin = least + match.end()
    behind = _SENTENCE.search(plain, end - least)
    return begin, least + behind.start() if behind else most


def _hours(skeleton: str, begin: int, stop: int) -> list[_Hour]:
    """Return the hours of a day within a stretch."""
    is_arabic = any(letter > "\xbf" for letter in skeleton[begin:stop])
    return list(_arabic(skeleton, begin, stop) if is_arabic else _latin(skeleton, begin, stop))


def _latin(skeleton: str, begin: int, stop: int) -> Iterator[_Hour]:
    for match in _AT.finditer(skeleton, begin, stop):
        if match["noon"]:
            yield _Hour(*match.span(), _HALF_DAY, sure=True)
            continue
        numbers = [
            (match[f"hour{n}"], match[f"minute{n}"]) for n in ("", *"23456") if match[f"hour{n}"]
        ]
        if not numbers:
            yield _Hour(*match.span(), _DAY, sure=True)
            continue
        hour, minute = int(numbers[0][0]), int(numbers[0][1] or 0)
        if hour > 24 or (match["half"] and not 1 <= hour <= 12):
            continue
        if match["half"]:
            hour = hour % 12 + 12 * match["half"].startswith("p")
        is_french = any(match[f"hour{n}"] for n in "3456")
        yield _Hour(
            *match.span(), hour * 60 + minute, sure=bool(match["half"] or is_french or hour > 12)
        )


def _arabic(skeleton: str, begin: int, stop: int) -> Iterator[_Hour]:
    for match in _AT_ARABIC.finditer(skeleton, begin, stop):
        words = match["words"] or match["bare"]
        hour = (
            HOUR_OF.get(" ".join(words.split())) if words else int(match["hour"] or match["hour2"])
        )
        if hour is None or hour > 24:
            continue
        minutes = hour * 60 + int(match["minute"] or match["minute2"] or 0)
        part = _PART_ARABIC.match(skeleton, match.end())
        end = part.end() if part else match.end()
        if part:
            minutes += MINUTES_OF.get(part["part"] or "", 0) - MINUTES_OF.get(part["less"] or "", 0)
            if (part["am"] or part["pm"]) and hour <= 12:
                minutes = minutes % _HALF_DAY + _HALF_DAY * bool(part["pm"])
        sure = bool(hour > 12 or (part and (part["am"] or part["pm"])))
        yield _Hour(match.start(), end, minutes, sure)


def _times(skeleton: str, begin: int, stop: int) -> Iterator[_Time]:
    """Yield the lengths in hours and minutes within a stretch."""
    for match in _LONG.finditer(skeleton, begin, stop):
        start, count = match.start(), 60
        if match["half"]:
            count = 30
        elif match["two"]:
            count = 120
        elif match["unit"]:
            told = _count(skeleton, begin, match.start())
            if told is None and _ONE_LED.search(skeleton, begin, match.end()):
                told = match.start(), 2
            if told is None:
                continue
            start, count = told
            if match["unit"] not in _MINUTE:
                count *= 60
            elif match["more"] or match["minutes"]:
                continue
            count = count // 2
        yield _Time(
            start, match.end(), count + 30 * bool(match["more"]) + int(match["minutes"] or 0)
        )


def _count(skeleton: str, begin: int, end: int) -> tuple[int, int] | None:
    """Return where the number before a unit begins, and twice the number; None: there is none."""
    half = _HALF_BEFORE.search(skeleton, max(begin, end - 12), end)
    end = half.start() if half else end
    digits = _COUNT.search(skeleton, max(begin, end - 6), end)
    if digits:
        return digits.start(), 2 * int(digits["digits"]) + bool(digits["tenth"] or half)
    words = words_before(skeleton, end)
    if words is None or len(words.values) != 1 or words.start < begin:
        return None
    return words.start, 2 * min(words.values) + bool(half)


def _is_within(one: _Time, hours: list[_Hour]) -> bool:
    return any(hour.start < one.end and one.start < hour.end for hour in hours)


def _told(skeleton: str, hours: list[_Hour], one: _Time) -> tuple[_Hour, _Hour] | None:
    """Return the two hours between which words say that the time lies."""
    before = [hour for hour in hours if hour.end <= one.start]
    behind = [hour for hour in hours if hour.start >= one.end]
    if len(before) >= 2:
        first, last = before[-2:]
        gap, lead = skeleton[first.end : last.start], skeleton[last.end : one.start]
        if (
            _is_near(gap)
            and _TO_END.search(gap)
            and _MAKES.fullmatch(lead)
            and _IS_CUED.search(lead)
        ):
            return None if _NOT_SO.search(skeleton, first.end, one.end + 24) else (first, last)
    if before and behind:
        first, last = before[-1], behind[0]
        lead, gap = skeleton[first.end : one.start], skeleton[one.end : last.start]
        if _is_near(lead) and _is_near(gap) and _LASTS.search(lead) and _THEN_ENDS.search(gap):
            return None if _NOT_SO.search(skeleton, first.end, last.start) else (first, last)
    if len(behind) >= 2:
        first, last = behind[:2]
        lead, gap = skeleton[one.end : first.start], skeleton[first.end : last.start]
        if len(gap) < _BRIEF and _TO_END.search(gap) and _RUNS_FROM.fullmatch(lead):
            return None if _NOT_SO.search(skeleton, one.end, last.end) else (first, last)
    return None


_BRIEF = 16


def _is_near(gap: str) -> bool:
    return len(gap) < _WIDE and not any(letter.isdigit() for letter in gap)


def _fits(first: _Hour, last: _Hour, minutes: int) -> bool:
    length = last.minutes - first.minutes
    if first.sure and last.sure:
        return minutes in (length, length + _DAY)
    return (length - minutes) % _HALF_DAY == 0


def _wrong(paper: Paper, first: _Hour, last: _Hour, one: _Time) -> Finding:
    length = (last.minutes - first.minutes) % (_DAY if first.sure and last.sure else _HALF_DAY)
    return found(
        "FIG026", one.start, one.end, level=Level.WARN,
        elsewhere=((first.start, first.end), (last.start, last.end)),
        told=" ".join(paper.text[one.start : one.end].split()),
        first=_clock(first.minutes), last=_clock(last.minutes), right=_clock(length),
    )  # fmt: skip


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24}:{minutes % 60:02}"
