"""A meeting and its days: one that would last a year, and "the six days of the session" that has four.

Only where the words name the meeting, and all ranges of days that it is given are of one length.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.days.lengths import UNIT, Length, length_at
from clearance.review.checks.figures.days.spans import Span
from clearance.review.finding import Finding, Level
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_EVENT = r"(?:sessions?|meetings?|conferences?|summits?|workshops?|seminars?|visits?|missions?|symposiums?|forums?|reunions?|sommets?|ateliers?|seminaires?|visites?|colloques?|stages?|(?:ال|لل|بال)?(?:دور[هة]|اجتماع|مؤتمر|قم[هة]|ورش[هة]|ندو[هة]|زيار[هة]|بعث[هة]|منتدى|ملتقى|حلق[هة])(?:ها|ه|هم|تها|ته)?)"
EVENTS = (
    Trigger("days of event", r"(?:days|jours) (?:of|de|du|d') ?(?:the |la |l'|this |cette |ce |its |his |their |sa |leur )?(?:session|meeting|conf|summit|workshop|seminar|visit|mission|sympos|forum|reunion|sommet|atelier|seminaire|colloque|stage)"),
    Trigger("days of event", r"أيام (?:ال)?(?:دورة|اجتماع|مؤتمر|قمة|ورشة|ندوة|زيارة|بعثة|منتدى|ملتقى|حلقة)"),
)  # fmt: skip
_NAMED = on_demand(compiled(rf"(?<![^\W\d_]){_EVENT}(?![^\W\d_])").pattern)
_TOLD_BEHIND = compiled(r"[^.;\n\d]{0,24}?(?:وهي|وعددها|البالغ عددها|بواقع)\s*")
_ALL = compiled(r"\b(?:the|these|all|its|les|ces|des|aux|ses)\s+$")  # not some of them
_LEAD = 150  # characters before its days in which a meeting is named
_BEHIND = 60
_YEAR, _OVER = 365, 12  # days: what a meeting lasts that is given a wrong year


def events(paper: Paper) -> Iterator[Finding]:
    """Find meetings that last a year, and so many days of a meeting that has more or fewer."""
    spans = [
        (first, last)
        for first, last in _ranges(paper)
        if first.value and last.value and last.value > first.value
    ]
    for first, last in spans:
        days = _days(first, last)
        if _YEAR < days <= _YEAR + _OVER and first.year != last.year and _name(paper, first):
            yield found(
                "FIG039",
                first.start,
                last.end,
                first=first.value or "",
                last=last.value or "",
                days=days,
            )
    for start, end in paper.hits("days of event") if spans else ():
        told = _told(paper.skeleton, start, end)
        if told is None or told.unit != "day":
            continue
        named = _NAMED.search(paper.skeleton, start, end + 12)
        key = _key(named[0]) if named else ""
        own = [span for span in spans if _name(paper, span[0]) == key]
        if own and key and len({_days(*span) for span in own}) == 1:
            first, last = own[0]
            if told.count != _days(first, last):
                yield found(
                    "FIG006", told.start, told.end, level=Level.WARN, elsewhere=((first.start, last.end),),
                    told=" ".join(paper.text[told.start : told.end].split()),
                    days=_days(first, last), first=first.value or "", last=last.value or "",
                )  # fmt: skip


def _ranges(paper: Paper) -> Iterator[Span]:
    by_start = {mention.start: mention for mention in paper.dates}
    for first in paper.dates:
        if first.until is not None and first.calendar == "gregorian":
            yield first, by_start[first.until]


def _days(first: DateMention, last: DateMention) -> int:
    assert first.value and last.value  # noqa: S101  (the caller looked)
    return (last.value - first.value).days + 1


def _name(paper: Paper, first: DateMention) -> str:
    """Return the meeting that is named last before its days; "" if none is in their sentence."""
    least = max(0, first.start - _LEAD)
    begin = max(least, *(paper.skeleton.rfind(s, least, first.start) + 1 for s in (". ", "\n\n")))
    named = _NAMED.findall(paper.skeleton, begin, first.start)
    return _key(named[-1]) if named else ""


_ARTICLE = compiled(r"^(?:ال|لل|بال)")


def _key(word: str) -> str:
    """Return a meeting's word without article, number and possessor."""
    return _ARTICLE.sub("", word)[:4] if word > "\x7f" else word[:6]


def _told(skeleton: str, start: int, end: int) -> Length | None:
    """Return the length that "the four days of the session" tells, or what is told behind it."""
    unit = UNIT.match(skeleton, start)
    length = length_at(skeleton, unit) if unit else None
    if length is not None:
        return length if _ALL.search(skeleton, max(0, length.start - 8), length.start) else None
    behind = _TOLD_BEHIND.match(skeleton, end)
    unit = UNIT.search(skeleton, behind.end(), behind.end() + _BEHIND) if behind else None
    return length_at(skeleton, unit) if unit else None
