"""A day reckoned from an event whose own day stands elsewhere: "ten days before the opening, i.e. on 25 June".

The event is not looked for by its name: a day is told only where no day of the paper leads to it
and one nearly does, so that a slip of the pen is all that parts them (our guess).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from hijridate import Gregorian

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.figures.days.ages import count_before
from clearance.review.checks.figures.days.calendar import to_gregorian
from clearance.review.checks.figures.days.intervals import (
    ABOUT,
    BARE,
    MAKES,
    in_year_of,
    is_whole_months,
    reckoned,
)
from clearance.review.checks.figures.days.intervals import Day as PlacedDay
from clearance.review.checks.figures.days.lengths import UNIT, Length, length_at, one_at
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.finding import Finding, Level
from clearance.review.mentions.date_words import month_number
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

DEADLINES = (
    Trigger("day reckoned", r"fortnight (?:before|after|ahead|prior|from|following)"),
    Trigger("day reckoned", r"(?:delai d'un|delai de|within (?:a|one|two|three|four|six)) (?:mois|month|fortnight|week|semaine)"),
    Trigger("day reckoned", r"(?:days?|weeks?|months?) (?:ahead of|in advance of|at least)"),
    Trigger("day reckoned", r"(?:days|weeks|months) of (?:sign|rece|deliv|adopt|notif|entr|publ|its |their |award)"),
    Trigger("day reckoned", r"(?:أيام|يوما|أسبوعين|أسابيع|شهر|شهرين|أشهر) على الأقل"),
    Trigger("day reckoned", r"(?:days|weeks|months|month)'? (?:prior |advance )?notice"),
    Trigger("day reckoned", r"fortnight earlier"),
    Trigger("day reckoned", r"preavis (?:de |d'un )"),
    Trigger("day reckoned", r"(?:شهر|أسبوع|عام) واحد،? (?:من|قبل|بعد|أي|في)"),
    Trigger("day reckoned", r"(?:أسبوعين|أسابيع|أيام|يوما|شهرين|أشهر|واحد)،? (?:وذلك|فيكون|وعليه)"),
    Trigger("day reckoned", r"(?:un an|une annee) (?:apres|avant|a compter|a partir)"),
    Trigger("day reckoned", r"(?:يوم واحد|يوما واحدا|سنة واحدة|عمل)،? (?:من|قبل|بعد|أي|في)"),
    Trigger("day reckoned", r"(?:قبل|بعد) (?:يوم|أسبوع|شهر) من"),
    Trigger("day reckoned", r"(?:أي|وذلك) (?:قبل|بعد|خلال|في غضون) "),
    Trigger("day reckoned", r"(?:days|weeks|jours|semaines),? (?:(?:qui|that|which) (?:nous |will |then |vous |would |alors )*(?:sep|part|rem|rest|prec)|then rem|then left|left (?:before|until)|remaining|restant)"),
    Trigger("day reckoned", r"(?:يوما|أيام|أسابيع) (?:التي|المتبقية|الباقية)"),
)  # fmt: skip
SIGNS = frozenset({"time between", "day reckoned"})
_MOST = 60  # signs of one paper
_CLOSE, _WIDE = 12, 50  # characters behind a sign in which its unit stands
_IN_REACH = 260  # characters from a sign to the day that it may lead to
_BESIDE = 120  # characters between the length and the day
_NEAR, _NEAR_LONG = 10, 33  # days by which a slip misses; with the month or the day alike
_FEW_MONTHS = 190  # days: six months
_FAR, _FEW = 1500, 25  # characters in which the event's day stands, in a paper of many days
_SHORT_BEFORE = compiled(
    r"'?\s*(?:earlier|auparavant|plus tot|(?:prior |advance )?notice|before|prior to|ahead of|in advance of|preceding|avant|precedant|قبل|تسبق|سابقة ل)\b"
)
_SHORT_AFTER = compiled(
    r"\s*(?:after|from|following|of|as (?:of|from)|counting from|reckoned from|a compter de|a partir de|apres|suivant|qui suivent|من|بعد|التالية ل|تلي)\b"
)
# "قبل الاجتماع بثلاثة أسابيع", "بعد شهر من": the word stands before the length.
_LED_BEFORE = compiled(r"(?<![^\W\d_])و?قبل(?:ها|ه)?(?:\s+[^\W\d_]+){0,5}?\s+ب?$")
_LED_AFTER = compiled(r"(?<![^\W\d_])و?بعد(?:ها|ه)?(?:\s+[^\W\d_]+){0,5}?\s+ب?$")
_WITHIN = compiled(
    r"(?:\bwithin(?: a (?:period|time|term|delay) of)?|\bdans un delai (?:de |d')|\bdans les|\bsous|في غضون|خلال|في أجل|في مهلة)\s*$"
)
# What ends a clause in which the event is named, so that the length is told of the day before it.
_EVENT = on_demand(r"[^.;:\d\n]{3,70}")
_JOINED = compiled(
    r"(?:م|هـ)?[\s]*(?:[,(]|-)\s*(?:(?:ie|that is(?: to say)?|namely|or|being|which is|which makes|giving(?:\s+[^\W\d_]+){1,3}|ce qui (?:fait|laisse)|laissant(?:\s+[^\W\d_]+){1,3}|soit|c'est-a-dire|a savoir|أي|وهو|وذلك|أو)\b,?\s*)?(?:(?:exactly|just|exactement|juste|within|dans un delai (?:de |d')|في غضون|خلال)\s*)?$"
)
_JOINED_ARABIC = compiled(
    r"(?:م|هـ)?[\s]*[,(\-]?\s*(?:أي|وذلك)?\s*(?:قبل|بعد)(?:\s+[^\W\d_]+){0,5}?\s+ب?$"
)
_WITH_MORE = compiled(r"\s*(?:\band\b|\bet\b|و)\s*$")
_UNITS = on_demand(rf"(?:(?<=\b{compiled('[بلو]').pattern})|\b){UNIT.pattern[2:]}")
_IN_DAYS = {"day": 1, "week": 7}
_IN_MONTHS = {"month": 1, "year": 12}
_LED = compiled(r"(?:قبل|بعد)(?:\s+[^\W\d_]+){0,5}?\s+ب?$")
_FROM_EVENT = compiled(r"\s*من\s+")
_DATED_NOW = on_demand(r"\s*(?:\d|$)")
_OF_ITSELF = compiled(
    r"\b(?:signature|signing|this (?:letter|note|circular|memorandum|contract|agreement)|the present|la presente|present (?:contrat|accord))\b|(?:ال)?توقيعه?|هذا (?:الكتاب|الخطاب|العقد|الاتفاق)|هذه (?:المذكرة|الرسالة)"
)
# "Within 30 days of the invoice, which shall be presented by 5 March": the day is another's.
_OF_OTHER = compiled(
    r"\b(?:which|that|who|and|but)\s+(?:it\s+)?(?:shall|must|should|is to|are to|has to|have to|will have to|may)\b|\b(?:qui|laquelle|lequel|celle-ci|celui-ci|et|mais)\s+(?:doi[tv]\w*|devr\w+|sera|seront|est a)\b"
    r"|\b(?:provided|on condition|subject to|a condition|sous reserve|pourvu|etant entendu)\b|(?<![^\W\d_])(?:على أن|بشرط|شريطة|الذي يجب|التي يجب|والذي|والتي|ويجب|وتقدم|ويقدم)(?![^\W\d_])"
)
_LEAST = compiled(r"\b(?:least|moins|minimum)\b")
_LEAST_BEHIND = compiled(r"\s+(?:at least|au moins|au minimum|على الأقل)(?![^\W\d_])")
# "Before 29 October, so that all is done in the nineteen days that then part us from the opening."
_PARTS_FROM = compiled(
    r"\s*(?:(?:qui|that|which)\s+(?:(?:nous|vous|alors|encore|then|still|will|would)\s+)*(?:separ\w+|part\w*|remain\w*|rest\w*|precede\w*)(?:\s+(?:us|alors|encore|then|still))*\s*(?:from|before|until|to|d[eu']|avant|jusqu'a)"
    r"|(?:then\s+|still\s+)?(?:remaining|left)\s+(?:before|until|to)|restants?\s+avant|التي\s+(?:س?[تي]فصل\w*|س?[تي]سبق\w*)\s*(?:عندئذ\s+)?(?:عن)?|(?:ال)?(?:متبقية|باقية)\s+(?:على|حتى|قبل))\s*"
)
_NOTICE = compiled(r"\bpreavis (?:de |d')\s*$|(?<![^\W\d_])(?:ب?إشعار|ب?إخطار) (?:مدته|قبل)\s*$")
_LOOSE = on_demand(r"[^.;\d]{0,150}")
_WORDS = on_demand(r"[^\W\d_]{4,}")
_NO_EVENT = frozenset(
    fold(
        "before after prior from that which avant apres days weeks months jours mois semaines date then this with soit يوما أيام أسابيع أشهر بعد قبل تاريخ خلال وذلك"
    ).skeleton.split()
)
_NAMED = 70  # characters in which the event is named
_TIED_NEAR = 60  # days by which a day may miss where the event is named beside its own (our guess)
_FORTNIGHT = on_demand(r"\b(?:a|one) fortnight\b")
_OF_WORK = compiled(r"\s*(?:working|business|ouvrables?|ouvres|عمل)\b")
_WORKING = compiled(r"\b(?:working|business)\s*$")
_WEEKENDS = (frozenset({4, 5}), frozenset({5, 6}))  # Friday and Saturday, Saturday and Sunday
_LONGEST_WORK = 60  # working days that are counted
# Days of the Hijri year on which offices are closed, with those around them.
_FEASTS = ((9, 27, 30), (10, 1, 8), (12, 7, 16))
_DAYS_OF_PAPERS = compiled(
    r"\b(?:letter|note|memorandum|circular|report|message|lettre|circulaire|rapport|(?:ال)?(?:كتاب|كتابكم|خطاب|خطابكم|رسالة|رسالتكم|مذكرة|مذكرتكم|تعميم))\b[^.;\n]{0,50}$"
)


@dataclass(frozen=True, slots=True)
class _Term:
    """So many months and days from ``start`` up to ``end``; ``of_work``: days of work.

    ``at_least``: it may be longer. ``is_exact``: the first day is not counted."""

    start: int
    end: int
    months: int
    days: int
    of_work: bool = False
    at_least: bool = False
    is_exact: bool = False

    def from_day(self, day: date, sign: int) -> date | None:
        """Return the day to which it leads; None: none that there is."""
        if self.of_work:
            return _after_work(day, self.days, sign)
        moved: date | None = day
        if self.months:
            moved = reckoned(Length(self.start, self.end, self.months, "month"), day, sign)
        return moved + timedelta(days=sign * self.days) if moved else None


def deadlines(paper: Paper) -> Iterator[Finding]:
    """Find days to which no day of the paper leads, though one nearly does."""
    signs = [(start, end + _CLOSE) for start, end in paper.hits("time between")]
    signs += ((start, end + _WIDE) for start, end in paper.hits("day reckoned"))
    days = [one.start for one in paper.dates if one.calendar == "gregorian"]
    done = -1
    for start, end in sorted(signs)[:_MOST] if days else ():
        near = bisect_left(days, start - _IN_REACH)
        if near == len(days) or days[near] > end + _IN_REACH:
            continue  # no day that it could lead to
        for term in _terms(paper.skeleton, start, end):
            if term.start < done or (told := _told(paper, term)) is None:
                continue
            done = term.end
            if _PARTS_FROM.match(paper.skeleton, term.end):
                term = replace(term, is_exact=True)  # noqa: PLW2901  (the same term, known better)
            yield from _compared(paper, term, *told)


def _terms(skeleton: str, start: int, end: int) -> Iterator[_Term]:
    """Yield the lengths whose unit stands at a sign, a month and a day together as one."""
    fortnight = _FORTNIGHT.search(skeleton, max(0, start - 4), end)
    if fortnight:
        yield _Term(*fortnight.span(), 0, 14)
        return
    for unit in _UNITS.finditer(skeleton, max(0, start), end):
        term = _term(skeleton, unit)
        about = ABOUT.search(skeleton, max(0, term.start - 24), term.start) if term else None
        if term is None or (about and not _LEAST.search(about[0])):
            continue
        if about or _LEAST_BEHIND.match(skeleton, term.end):
            term = replace(term, at_least=True)
        more = _WITH_MORE.search(skeleton, max(0, term.start - 6), term.start)
        if more:
            before = next(
                (one for one in _UNITS.finditer(skeleton, max(0, more.start() - 10), more.start()) if one.end() == more.start()),
                None,
            )  # fmt: skip
            longer = _term(skeleton, before) if before else None
            if longer is not None and longer.months:
                yield _Term(longer.start, term.end, longer.months, term.days)
                continue
        yield term


def _term(skeleton: str, unit: re.Match[str]) -> _Term | None:
    working = _WORKING.search(skeleton, max(0, unit.start() - 10), unit.start())
    if working is not None:
        told = count_before(skeleton, working.start())
        return _Term(told[0][0], unit.end(), 0, told[1], of_work=True) if told else None
    length = length_at(skeleton, unit) or one_at(skeleton, unit)
    if length is None or length.unit == "night":
        return None
    of_work = length.unit == "day" and _OF_WORK.match(skeleton, length.end) is not None
    each = _IN_MONTHS.get(length.unit)
    if each:
        return _Term(length.start, length.end, each * length.count, 0)
    return _Term(length.start, length.end, 0, _IN_DAYS[length.unit] * length.count, of_work)


def _told(paper: Paper, term: _Term) -> tuple[DateMention, int, bool] | None:
    """Return the day that a length leads to, and whether forward (1) or back (-1).

    The last tells whether it is reckoned from the day of the paper itself: "within a month".
    """
    skeleton = paper.skeleton
    days = [one for one in paper.dates if one.calendar == "gregorian" and one.value]
    before = next((one for one in reversed(days) if one.end <= term.start), None)
    behind = next((one for one in days if one.start >= term.end), None)
    lead = _plain(skeleton[max(0, term.start - 60) : term.start])
    work = _OF_WORK.match(skeleton, term.end)
    rest = work.end() if term.of_work and work else term.end
    after = skeleton[rest : rest + _BESIDE]
    least = _LEAST_BEHIND.match(after)
    rest += least.end() if least else 0
    after = after[least.end() :] if least else after
    sign, event = _direction(lead, after)
    if behind is not None and behind.start - rest < _BESIDE:
        gap = _plain(skeleton[rest : _opens(behind)])[event:]
        if sign and MAKES.match(gap) and not (_DATED_NOW.match(gap) or _OF_OTHER.search(gap)):
            return behind, sign, _OF_ITSELF.search(gap) is not None
        if not sign and _WITHIN.search(lead) and MAKES.match(gap) and not _OF_OTHER.search(gap):
            return behind, 1, True
    if before is not None and _PARTS_FROM.match(after):
        gap = skeleton[before.end : term.start].replace("\n", " ")
        return (before, -1, False) if _LOOSE.fullmatch(gap) else None
    if before is None or term.start - before.end > _BESIDE:
        return None
    gap = _plain(skeleton[before.end : term.start])
    if sign and (_JOINED.fullmatch(gap) or _JOINED_ARABIC.fullmatch(gap)):
        named = _EVENT.match(after, event)
        if _LED.search(lead) or (named and not _next_day(days, term, named.end())):
            return before, sign, False
    if not sign and _JOINED.fullmatch(gap) and _WITHIN.search(lead):
        return before, 1, True
    return None


def _direction(lead: str, after: str) -> tuple[int, int]:
    """Return -1 for back and 1 for forward, and where the event is named behind; 0: neither."""
    if _NOTICE.search(lead):
        return -1, 0
    for sign, leads, follows in ((-1, _LED_BEFORE, _SHORT_BEFORE), (1, _LED_AFTER, _SHORT_AFTER)):
        follow = follows.match(after)
        if leads.search(lead):
            named = _FROM_EVENT.match(after)
            return sign, named.end() if named else 0
        if follow:
            return sign, follow.end()
    return 0, 0


def _next_day(days: list[DateMention], term: _Term, reach: int) -> bool:
    """Tell whether a day follows at once, from which the length is then reckoned."""
    return any(term.end <= one.start <= term.end + reach + 8 for one in days)


def _plain(gap: str) -> str:
    return gap.replace("i.e.", "ie").replace("\n", " ")


def _opens(one: DateMention) -> int:
    return min(one.start, one.weekday_at[0] if one.weekday_at else one.start)


def _compared(
    paper: Paper, term: _Term, target: DateMention, sign: int, is_own: bool
) -> Iterator[Finding]:
    """Tell the day where no day of the paper leads to it and one nearly does."""
    told = target.value
    days = _days(paper, target, sign)
    opens = next((one.value for one in paper.dates if one.until == target.start), None)
    reached = [one for one in (told, opens) if one]  # of "from 5 to 7 May" the first day too
    if told is None or any(_leads(term, day, one, sign) for day, _, _ in days for one in reached):
        return
    own = paper.dated
    if own is not None and _leads(term, own, told, sign):
        return
    if is_own and own is not None:
        near = [(own, target.start, target.end)]
    else:
        least, most = target.start - _FAR, target.end + _FAR
        near = [
            one for one in days
            if (len(days) <= _FEW or least < one[1] < most) and (one[0] != own or is_own)
            and not _DAYS_OF_PAPERS.search(paper.skeleton, max(0, one[1] - 80), one[1])
        ]  # fmt: skip
    missed = [
        (abs((told - right).days), day, start, end, right)
        for day, start, end in near
        if (day - told).days * sign <= 0
        and (right := term.from_day(day, sign)) is not None
        and (
            (abs((told - right).days) <= _TIED_NEAR and _is_tied(paper, term, start))
            or any(_is_near(one, told) for one in (right, right - timedelta(days=is_own)))
            or _is_near_count(term, day, told)
        )
    ]
    if not missed:
        return
    _, day, start, end, right = min(missed, key=lambda one: (one[0], abs(one[2] - target.start)))
    yield found(
        "FIG036", target.start, target.end, level=Level.WARN,
        elsewhere=((term.start, term.end), (start, end)),
        length=" ".join(paper.text[term.start : term.end].split()),
        first=day, last=told, right=right,
    )  # fmt: skip


def _days(paper: Paper, target: DateMention, sign: int) -> list[tuple[date, int, int]]:
    """Return the days of the paper with their places, those whose year stands elsewhere too."""
    # What comes before an event comes before it begins; only its last day is left out.
    ends = {one.until for one in paper.dates if one.until is not None} if sign < 0 else set()
    told = [
        (value, one.start, one.end)
        for one in paper.dates
        if one.start != target.start
        and one.start not in ends
        and (value := to_gregorian(one) if one.calendar == "hijri" else one.value)
    ]
    places = {(one.start, one.end) for one in paper.dates}
    for match in BARE.finditer(paper.skeleton):
        month = month_number(match["month"])
        if month is None or any(a < match.end() and match.start() < b for a, b in places):
            continue
        bare = PlacedDay(match.start(), match.end(), int(match["day"]), month, None)
        value = in_year_of(bare, target.value)
        if value is not None:
            told.append((value, bare.start, bare.end))
    return told


def _leads(term: _Term, day: date, told: date, sign: int) -> bool:
    """Tell whether the length leads from the one day to the other, the first counted or not."""
    if term.of_work:
        first, last = sorted((day, told))
        if (told - day).days * sign < 0 or (last - first).days > 3 * _LONGEST_WORK:
            return False
        counts = [_work_between(first, last, rest) for rest in _WEEKENDS]
        return any(abs(count - term.days) <= 1 for count in counts) or (
            min(counts) > term.days and _has_feast(first, last)
        )
    right = term.from_day(day, sign)
    if right is not None and term.at_least and (told - right).days * sign >= 0:
        return True
    is_exact = term.is_exact or (not term.months and term.days % 7 == 0)
    slack = 0 if is_exact else 1
    return right is not None and abs((told - right).days) <= slack


def _is_near(right: date, told: date) -> bool:
    """Tell whether a slip of the pen is all that parts a day from the one told."""
    apart = abs((told - right).days)
    if apart <= _NEAR or (told.day == right.day and apart <= _NEAR_LONG):
        return True
    if (told.year, told.month) == (right.year, right.month):
        return _one_digit(told.day, right.day)
    return told.day == right.day and (told.year == right.year or told.month == right.month)


def _is_tied(paper: Paper, term: _Term, day: int) -> bool:
    """Tell whether the words before a day name the event: "the opening", "opens on 12 October"."""
    skeleton = paper.skeleton
    behind = _WORDS.findall(skeleton[term.end : term.end + _NAMED].partition("\n\n")[0])[:6]
    led = _WORDS.findall(skeleton[max(0, term.start - _NAMED) : term.start])[-4:]
    names = [word for word in (*behind, *led) if word not in _NO_EVENT]
    told = _WORDS.findall(skeleton[max(0, day - _NAMED) : day])
    return any(_are_kin(name, word) for name in names for word in told)


def _are_kin(one: str, other: str) -> bool:
    """Tell whether two words have a stem in common, in Arabic three letters of their root."""
    if one.isascii():
        stem = 3 if one.startswith("ouv") else 4
        return one[:stem] == other[:stem]
    return any(one[n : n + 4] in other for n in range(len(one) - 3))


def _is_near_count(term: _Term, day: date, told: date) -> bool:
    """Tell whether a slip in the number of days or months is all: "seventeen" for "nineteen"."""
    apart = abs((told - day).days)
    if term.months:
        near = abs(apart - 30.44 * term.months) <= _FEW_MONTHS
        return near and not term.days and is_whole_months(day, told)
    return not term.of_work and is_slip(Decimal(apart), Decimal(term.days), 2)


def _one_digit(one: int, other: int) -> bool:
    first, second = f"{one:02}", f"{other:02}"
    return sum(a != b for a, b in zip(first, second, strict=True)) == 1 or first == second[::-1]


def _work_between(first: date, last: date, rest: frozenset[int]) -> int:
    """Return how many days of work follow the first day, up to the last."""
    return sum(
        (first + timedelta(days=n)).weekday() not in rest for n in range(1, (last - first).days + 1)
    )


def _has_feast(first: date, last: date) -> bool:
    """Tell whether a feast falls between on which offices are closed."""
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        if (day.month, day.day) in ((12, 25), (1, 1)):
            return True
        try:
            _, month, of_month = Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
        except (ValueError, OverflowError):
            return True
        if any(month == m and begin <= of_month <= end for m, begin, end in _FEASTS):
            return True
    return False


def _after_work(day: date, count: int, sign: int) -> date | None:
    """Return the day so many days of work later, or earlier, in weeks that end on Saturday."""
    if count > _LONGEST_WORK:
        return None
    while count:
        day += timedelta(days=sign)
        count -= day.weekday() not in _WEEKENDS[0]
    return day
