"""The addressee's name where the body of the letter names the person again.

A part of the name that is printed right shows who is meant; its neighbour is then held against the
next part. A name of which every part is wrong is left alone: it may be another person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.distance import OSA

from clearance.reading.expressions import on_demand
from clearance.review.checks.addressee.letter import Addressed
from clearance.review.finding import Finding, Level
from clearance.review.mentions.names import Likeness, likeness
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch

_SHORTEST = 4  # letters: below it a part of a name is found in too many other words
_LONG = 8  # letters: a part of so many may have two slips
_WORD = on_demand(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_WORD_BEFORE = on_demand(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?=[ \n]$)")


def check(paper: Paper, addressed: Addressed) -> Iterator[Finding]:
    """Find slips in the addressee's name within the letter."""
    match, body = addressed.match, paper.anatomy.body
    if match is None or match.name == Likeness.OTHER or body is None:
        return
    told: set[Stretch] = set()
    for language, name in match.entry.names:
        for first, second in pairwise(name.split()):
            for place in slips_beside(paper.skeleton, body, first, second):
                if place not in told:
                    told.add(place)
                    right = match.entry.known.names[language]
                    yield found(
                        "ADR001", *place, printed=paper.text[slice(*place)], right=right,
                        post=match.entry.known.titles, level=Level.WARN,
                    )  # fmt: skip


def slips_beside(skeleton: str, body: Stretch, first: str, second: str) -> Iterator[Stretch]:
    """Yield where one of two parts stands beside what is nearly the other."""
    for start in _places(skeleton, body, first):
        begin = start + len(first) + 1
        other = _WORD.match(skeleton, begin) if skeleton[begin - 1] in " \n" else None
        if other and _is_slip(other[0], second, f"{first} {other[0]}", f"{first} {second}"):
            yield start, other.end()
    for start in _places(skeleton, body, second):
        other = _word_before(skeleton, max(body[0], start - 30), start)
        if other and _is_slip(other[0], first, f"{other[0]} {second}", f"{first} {second}"):
            yield other.start(), start + len(second)


def _word_before(skeleton: str, least: int, end: int) -> re.Match[str] | None:
    """Return the word that one blank parts from the place."""
    if end <= least or skeleton[end - 1] not in " \n":
        return None
    blank = max(skeleton.rfind(" ", least, end - 1), skeleton.rfind("\n", least, end - 1))
    return _WORD_BEFORE.search(skeleton, max(least, blank + 1), end)


def _places(skeleton: str, body: Stretch, part: str) -> Iterator[int]:
    if len(part) < _SHORTEST:
        return
    place = skeleton.find(part, *body)
    while place >= 0:
        end = place + len(part)
        if not (skeleton[place - 1 : place].isalnum() or skeleton[end : end + 1].isalnum()):
            yield place
        place = skeleton.find(part, end, body[1])


def _is_slip(printed: str, known: str, printed_pair: str, known_pair: str) -> bool:
    if len(known) < _SHORTEST or printed == known:
        return False
    most = 2 if len(known) >= _LONG else 1
    near = OSA.distance(printed, known, score_cutoff=most) <= most
    return near and likeness(printed_pair, known_pair) == Likeness.NEAR
