"""Laws and decrees that bear their year in their number: the day said of one is of that year."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

ACTS = (
    Trigger("numbered act", r"(?:19|20)[0-9][0-9]-[0-9]{1,4}(?:[/-][0-9a-z]+)* (?:du|of|dated)"),
    Trigger("numbered act", r"(?:law|act|decree|order|regulation|statute) (?:no\.? ?)?[0-9]{1,4} of (?:19|20)[0-9][0-9]"),
    Trigger("numbered act", r"[0-9)] ?(?:لسنة|لعام|سنة) ?(?:19|20)[0-9][0-9]"),
)  # fmt: skip
_FRENCH = compiled(
    r"\b(?:n\s?o?\.?\s?|decret|loi|ordonnance|arrete|decree|law|act|regulation|directive)\s*(?P<year>(?:19|20)\d\d)-\d{1,4}(?:[/-][a-z0-9]+)*\s+(?:du|of|dated)\s+(?:the\s+)?$"
)
_ENGLISH = compiled(
    r"(?:law|act|decree|order|regulation|statute)\s+(?:no\.?\s?)?\d{1,4}\s+of\s+(?P<year>(?:19|20)\d\d),?\s+(?:of|dated|adopted on|signed on|promulgated on)\s+(?:the\s+)?$"
)
_ARABIC = compiled(
    r"(?:(?:ال|ل|ب|و)*(?:قانون|مرسوم|قرار|أمر|ظهير)\S*(?:\s+\S+){0,3}?)\s+رقم\s*[()]?\s*\d{1,4}\s*[()]?\s*(?:لسنة|لعام|سنة)\s*(?P<year>(?:19|20)\d\d)م?،?,?\s+"
    r"(?:المؤرخ(?: في)?|الصادر (?:في|بتاريخ)|بتاريخ)\s+(?:يوم\s+)?$"
)
_YEAR = on_demand(r"(?:19|20)\d\d")
_REACH = 90


def check(paper: Paper) -> Iterator[Finding]:
    """Find "décret n° 2017-141 du 20 décembre 2018"."""
    begins = [one.start for one in paper.dates]
    for start, end in paper.hits("numbered act"):
        place = bisect_left(begins, end)
        if place == len(begins):
            continue
        day = paper.dates[place]
        if day.calendar != "gregorian" or day.start - end > _REACH or not day.year:
            continue
        if set(_YEAR.findall(paper.skeleton, start, end)) == {str(day.year)}:
            continue
        least = max(0, day.start - _REACH)
        act = next(
            (one for form in (_FRENCH, _ENGLISH, _ARABIC)
             if (one := form.search(paper.skeleton, least, day.start))), None,
        )  # fmt: skip
        if act is None or int(act["year"]) == day.year:
            continue
        if day.year == int(act["year"]) + 1 and day.month == 1:
            continue  # numbered at the end of a year, and signed in the first days of the next
        yield found(
            "PRO024", day.start, day.end, elsewhere=(act.span("year"),),
            year=act["year"], printed=str(day.year),
        )  # fmt: skip
