"""Nights between an arrival and a departure, and nights of all from the nights of each.

Told only where no two days of the paper are so far apart and no count beside them explains it,
and a night or two is all that it misses (our guess).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.checks.figures.days.ages import count_before
from clearance.review.checks.figures.days.intervals import BARE, Day, in_year_of
from clearance.review.checks.figures.days.lengths import UNIT, Length, length_at
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.checks.figures.reckoning.quantities import COUNT
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.mentions.date_words import WEEKDAY, month_number
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms.calendars import MONTHS, OTHER_MONTHS

NIGHTS = (
    Trigger("nights", r"[ -](?:nights|nuits|nuitees)"),
    Trigger("nights", r"(?:ليال|ليلة|ليلتين|ليلتان)"),
)
_MOST = 40  # signs of one paper, and days of it
_OFF = 2  # nights by which a slip misses
_REACH = 700  # characters of the paragraph on either side
_ARRIVES = compiled(
    r"(?:\b(?:arriv\w+|lands?|landing|landed|reach\w*|touch\w* down|check(?:s|ed|ing)?[ -]in|comes? in|l'arrivee|gagner\w*|atterri\w*)\b|\bو?(?:س?[يت]صل\w*|(?:ال)?وصول\w*|(?:ال)?قدوم\w*))[^.;\n]{0,110}$"
)
_LEAVES = compiled(
    r"(?:\b(?:leav\w+|depart\w*|return\w*|check(?:s|ed|ing)?[ -]out|(?:fly(?:ing)?|com(?:es?|ing)) (?:back|home)|takes? off|taking off|revien\w*|reviendr\w*|regagn\w*|repart\w+|quitt\w+|rentr\w+|retour\w*|partir\w*|partent)\b|\bو?(?:س?[يت]غادر\w*|(?:ال)?مغادرة|مغادرت\w+|س?[يت]عود\w*|(?:ال)?عودة|عودت\w+))[^.;\n]{0,70}$"
)
_COMES = (
    r"(?:\b(?:arriv\w+|lands?|landing|check(?:s|ed|ing)? in)\b|\bو?(?:س?[يت]صل\w*|(?:ال)?وصول\w*))"
)
_GOES = r"(?:\b(?:leav\w+|depart\w*|check(?:s|ed|ing)? out|repart\w+|quitt\w+|rentr\w+)\b|\bو?(?:س?[يت]غادر\w*|(?:ال)?مغادرة|س?[يت]عود\w*))"
_MONTH_NAMES = "|".join(
    {
        fold(name).skeleton
        for group in (MONTHS, OTHER_MONTHS)
        for names in group.values()
        for name in names
    }
)
_DAY_ALONE = rf"[^.;\n\d]{{0,60}}?\b(?:{'|'.join(WEEKDAY)})\s+(?P<day>\d{{1,2}})(?![\d/.:]|\s*(?:h\b|%)|\s+(?:{_MONTH_NAMES}))"
_COMES_ALONE = on_demand(pattern(_COMES) + _DAY_ALONE)
_GOES_ALONE = on_demand(pattern(_GOES) + _DAY_ALONE)
_HOTEL = on_demand(r"[\s-](?:hotel|room|bed|guest|person)[\s-]$")
_EACH = compiled(
    r"(?:[^.;:\n\d]{0,34}?\b(?:each|per (?:person|head|member|guest|room|delegate|visitor|officer)|apiece|a head|par (?:personne|tete|membre|invite|chambre|expert|visiteur|participant)|chacune?s?|لكل|للشخص|للفرد|للواحد)\b)"
)
_EACH_BEFORE = compiled(
    r"(?:\b(?:each|every|chaque|chacune?)\b|لكل|كل واحد|كل شخص)[^.;:,\n]{0,40}$"
)
_PER_TIME = compiled(
    r"\s*(?:a|per|each|every|par|في ال|كل)\s*(?:day|week|month|year|semaine|mois|an\b|jour|أسبوع|شهر|سنة)"
)
_LEADS_TO_ALL = compiled(
    r"(?:\b(?:hence|thus|or|ie|that is|namely|mak(?:es?|ing)|requir\w*|need\w*|cela (?:fait|represente)|giv(?:es|ing)|in all|total\w*|altogether|therefore|soit|donc|ce qui fait|a savoir|au total|c'est-a-dire)\b|أي|بمجموع|ما مجموعه|المجموع|فيكون|وهو ما)[^.;\n\d]{0,40}$"
)
_JOINS = compiled(r"[^.;\n]{0,40}?(?:\b(?:and|et|plus)\b|(?<![^\W\d_])و)")
_CLOSE = 40  # characters from the count of persons to the nights of each
_ONES = compiled(
    r"(?:persons?|people|members?|delegat\w+|guests?|visitors?|experts?|officers?|interpreters?|participants?|observers?|trainees?|rooms?|doubles?|singles?|them|"
    r"personnes?|membres?|delegue\w*|invites?|visiteurs?|agents?|interpretes?|stagiaires?|chambres?|observateurs?|d'entre|أشخاص|شخصا?|أعضاء|عضوا?|ضيوف|ضيفا?|زوار|زائرا?|خبراء|خبيرا?|مترجمين|مترجما?|موظفين|موظفا?|مندوب[^\W\d_]*|منهم|مشاركين|مشاركا?|غرف|غرفة|مراقبين|مراقبا?)"
)


def stays(paper: Paper) -> Iterator[Finding]:
    """Find nights that neither two days nor the nights of each one make."""
    lengths = _lengths(paper)
    stretches = Stretches(paper)
    for length in lengths:
        begin, stop = _paragraph(paper.skeleton, length)
        beside = [one for one in lengths if begin <= one.start < stop and one is not length]
        each = _nights_of_each(paper.skeleton, beside, length)
        if each is not None and length.count > each.count and not _is_each(paper.skeleton, length):
            yield from _of_all(paper, stretches, each, length)
        elif not _is_told(paper, length, beside):
            yield from _between(paper, length, begin, stop)


def _with_noun(skeleton: str, unit: re.Match[str]) -> Length | None:
    """Return "nine hotel nights"."""
    noun = _HOTEL.search(skeleton, max(0, unit.start() - 8), unit.start())
    told = count_before(skeleton, noun.start()) if noun else None
    return Length(told[0][0], unit.end(), told[1], "night") if told else None


def _lengths(paper: Paper) -> list[Length]:
    """Return the numbers of nights of a paper in order of place."""
    told: dict[int, Length] = {}
    for start, end in paper.hits("nights")[:_MOST]:
        unit = UNIT.search(paper.skeleton, start, min(len(paper.skeleton), end + 4))
        if unit is None:
            continue
        length = length_at(paper.skeleton, unit) or _with_noun(paper.skeleton, unit)
        if length is None or length.unit != "night":
            continue
        if not _PER_TIME.match(paper.skeleton, length.end):
            told[length.start] = length
    return [told[place] for place in sorted(told)]


def _paragraph(skeleton: str, length: Length) -> tuple[int, int]:
    least, most = max(0, length.start - _REACH), min(len(skeleton), length.end + _REACH)
    stop = skeleton.find("\n\n", length.end, most)
    return max(least, skeleton.rfind("\n\n", least, length.start) + 1), stop if stop >= 0 else most


def _is_each(skeleton: str, length: Length) -> bool:
    """Tell whether so many nights are told of each one."""
    return bool(
        _EACH.match(skeleton, length.end)
        or _EACH_BEFORE.search(skeleton, max(0, length.start - 70), length.start)
    )


def _nights_of_each(skeleton: str, beside: list[Length], total: Length) -> Length | None:
    """Return the nights before, told of each one or led from to those of all."""
    before = [one for one in beside if one.end <= total.start]
    marked = next((one for one in reversed(before) if _is_each(skeleton, one)), None)
    if marked is not None or not before:
        return marked
    gap = skeleton[before[-1].end : total.start].replace("i.e.", "ie")
    return before[-1] if _LEADS_TO_ALL.search(gap) and not _JOINS.match(gap) else None


def _of_all(paper: Paper, stretches: Stretches, each: Length, total: Length) -> Iterator[Finding]:
    """Find "seven persons: seven nights per person, that is, forty-two nights"."""
    skeleton = paper.skeleton
    gap = skeleton[each.end : total.start].replace("i.e.", "ie")
    if not _LEADS_TO_ALL.search(gap):
        return
    beside = [
        one for one in stretches.around(total.start)
        if one.kind == COUNT and one.start < total.start and one.start != each.start
    ]  # fmt: skip
    if not _is_each(skeleton, each):
        beside = [one for one in beside if 0 < each.start - one.end < _CLOSE]
    if any(one.value * each.count == total.count for one in beside):
        return
    missed = [
        one for one in beside
        if _ONES.match(one.unit) and _is_near(int(one.value) * each.count, total.count, each.count)
    ]  # fmt: skip
    if not missed:
        return
    one = min(missed, key=lambda ones: abs(ones.value * each.count - total.count))
    yield found(
        "FIG034", total.start, total.end, level=Level.WARN,
        elsewhere=((each.start, each.end), (one.start, one.end)),
        right=one.value * each.count, told=Decimal(total.count),
    )  # fmt: skip


def _is_near(right: int, told: int, each: int) -> bool:
    return abs(right - told) <= each or is_slip(Decimal(right), Decimal(told), 2)


def _is_told(paper: Paper, length: Length, beside: list[Length]) -> bool:
    """Tell whether two days of the paper, or other nights of the paragraph, explain a number."""
    counts = [one.count for one in beside]
    for many in (2, 3):
        if any(sum(some) == length.count for some in combinations(counts[:8], many)):
            return True
    if any(one + length.count in counts for one in counts):
        return True  # a part of another number of nights
    days = [one.value for one in paper.dates if one.calendar == "gregorian" and one.value]
    if len(days) > _MOST:
        return True
    return any(abs((one - other).days) == length.count for one, other in combinations(days, 2))


def _between(paper: Paper, length: Length, begin: int, stop: int) -> Iterator[Finding]:
    """Find "lands on 13 January and leaves on 23 January; nine nights"."""
    skeleton = paper.skeleton
    days = [
        one for one in paper.dates
        if begin <= one.start < stop and one.value and one.calendar == "gregorian"
    ]  # fmt: skip
    near = days[0].value if days else next((one.value for one in paper.dates if one.value), None)
    days += _without_year(paper, begin, stop, near)
    comes = _led(skeleton, days, _ARRIVES, begin) + _alone(
        skeleton, _COMES_ALONE, begin, stop, near
    )
    goes = _led(skeleton, days, _LEAVES, begin) + _alone(skeleton, _GOES_ALONE, begin, stop, near)
    stays = [
        ((last - first).days, first, last, at, to)
        for first, *at in (*comes, *goes) for last, *to in goes if first < last
    ]  # fmt: skip
    if not stays or any(nights == length.count for nights, *_ in stays):
        return
    nights, first, last, at, to = min(stays, key=lambda one: abs(one[0] - length.count))
    if abs(nights - length.count) > _OFF:
        return
    yield found(
        "FIG036", length.start, length.end, level=Level.WARN,
        elsewhere=((at[0], at[1]), (to[0], to[1])),
        length=" ".join(paper.text[length.start : length.end].split()),
        first=first, last=last, right=first + timedelta(days=length.count),
    )  # fmt: skip


def _without_year(paper: Paper, begin: int, stop: int, near: date | None) -> list[DateMention]:
    """Return the days of the paragraph whose year stands elsewhere: "le lundi 16 novembre"."""
    if near is None:
        return []
    taken = [(one.start, one.end) for one in paper.dates if begin <= one.start < stop]
    told = []
    for match in BARE.finditer(paper.skeleton, begin, stop):
        month = month_number(match["month"])
        if month is None or any(a < match.end() and match.start() < b for a, b in taken):
            continue
        bare = Day(match.start(), match.end(), int(match["day"]), month, None)
        value = in_year_of(bare, near)
        if value is not None:
            told.append(
                DateMention(bare.start, bare.end, "gregorian", bare.day, month, value.year, value)
            )
    return told


_Placed = tuple[date, int, int]


def _led(
    skeleton: str, days: list[DateMention], verb: re.Pattern[str], begin: int
) -> list[_Placed]:
    """Return the days to which a verb of the same sentence leads, the nearest verb of either."""
    told = []
    for one in days:
        lead = skeleton[max(begin, one.start - 130) : one.start]
        if one.value and _last(verb, lead) > _last(_other(verb), lead):
            told.append((one.value, one.start, one.end))
    return told


def _other(verb: re.Pattern[str]) -> re.Pattern[str]:
    return _LEAVES if verb is _ARRIVES else _ARRIVES


def _last(verb: re.Pattern[str], lead: str) -> int:
    """Return where the last verb before a day stands."""
    at, place = -1, verb.search(lead)
    while place is not None:
        at = place.start()
        place = verb.search(lead, at + 1)
    return at


def _alone(
    skeleton: str, shape: re.Pattern[str], begin: int, stop: int, near: date | None
) -> list[_Placed]:
    """Return days told by weekday and number alone, in the month of a day beside them."""
    told: list[_Placed] = []
    if near is None:
        return told
    for match in shape.finditer(skeleton, begin, stop):
        with suppress(ValueError):
            told.append((near.replace(day=int(match["day"])), *match.span("day")))
    return told
