"""How long something lasts, told behind its days and those of the other calendar.

"From 10 to 14 May 2026 (23-27 Dhu al-Qa'dah 1447H), that is, six days": the word before the length
says that it is that of the days.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.days.durations import fits
from clearance.review.checks.figures.days.lengths import UNIT, length_at
from clearance.review.finding import Finding, Level
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found

_LEADS = compiled(
    r"(?:\s*(?:م|هـ|ه)\b)?\s*(?:[,\-]?\s*\([^()]{4,80}\))?\s*[,;(:\-]*\s*"
    r"(?:(?:that is(?: to say)?|i\.e\.|namely|or|being|making|which (?:makes?|gives?|is)|soit|c'est-a-dire|a savoir|ce qui (?:fait|donne)|d'une duree (?:totale )?de|lasting|which (?:will )?lasts?|and (?:will )?lasts?|and lasting|of a duration of|qui dure\w*|et dure\w*|qui a dure|et a dure|and lasted|which lasted|and took|و?استغرقت?|و?استمرت?|و?دامت?|أي|وهي|وهو|وذلك|فيكون|و?مدتها|و?مدته|و?[يت]ستغرق|و?[يت]ستمر|و?[يت]دوم|لمدة)(?![^\W_])\s*,?\s*)"
    r"(?:(?:in all|altogether|exactly|en tout|for|over|a (?:period|total|term) of|une (?:duree|periode) (?:de |d')|(?:ال)?مدة|ل?مدة|ما مدته|ما مجموعه|بمجموع|على مدى)\s*)*"
)
# Days of something within the days, or a time before or after them.
_OF_OTHERS = compiled(
    r"\s+(?:of|de|d'|for|pour|before|after|avant|apres|later|plus|and|et|from|working|business|ouvrables?|ouvres|per|par)\b|\s+(?:من|قبل|بعد|عمل|لكل|أو)(?![^\W\d_])|\s+(?:ل|و)[^\W\d_]"
)
_LONGEST = 40  # characters of a length


_NEXT = compiled(r"\s*(?:,|and|et|و|,\s*(?:and|et|و))\s*")


def _days(paper: Paper) -> Iterator[tuple[DateMention, DateMention]]:
    """Yield the first day and the last of each range, and of days that follow one another."""
    by_start = {one.start: one for one in paper.dates}
    run: list[DateMention] = []
    for one in paper.dates:
        if one.until is not None and one.until in by_start:
            yield one, by_start[one.until]
        last = run[-1].value if run else None
        follows = last is not None and one.value == last + timedelta(days=1)
        if follows and _NEXT.fullmatch(paper.skeleton, run[-1].end, one.start):
            run.append(one)
            continue
        if len(run) > 1:
            yield run[0], run[-1]
        run = [one]
    if len(run) > 1:
        yield run[0], run[-1]


def behind(paper: Paper) -> Iterator[Finding]:
    """Find a length that is not that of the days before it."""
    skeleton = paper.skeleton
    for first, last in _days(paper):
        if first.value is None or last.value is None or last.value < first.value:
            continue
        lead = _LEADS.match(skeleton, last.end, min(len(skeleton), last.end + 150))
        if lead is None:
            continue
        unit = UNIT.search(skeleton, lead.end(), min(len(skeleton), lead.end() + _LONGEST))
        length = length_at(skeleton, unit) if unit else None
        if (
            length is None
            or length.start > lead.end() + 1
            or _OF_OTHERS.match(skeleton, length.end)
        ):
            continue
        if not fits(length, first.value, last.value):
            yield found(
                "FIG006", length.start, length.end, level=Level.WARN,
                elsewhere=((first.start, last.end),),
                told=" ".join(paper.text[length.start : length.end].split()),
                days=(last.value - first.value).days + 1, first=first.value, last=last.value,
            )  # fmt: skip
