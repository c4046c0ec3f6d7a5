"""Compares a person's name as printed with the name that a register holds, in any script.

Both are given in the letters of the skeleton. Names written in Latin letters from Arabic have many
right spellings: a difference that the register of spellings lists is a variant and no slip.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from clearance.data.names import name_spellings
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold

_PARTS = on_demand(r"[\s.,'\"/()-]+")
_ARTICLES = frozenset({"al", "el", "ul"})
_THE = fold("ال").skeleton


class Likeness(IntEnum):
    """How a printed name compares with a known one."""

    OTHER = 0
    NEAR = 1
    VARIANT = 2
    SAME = 3


@lru_cache(maxsize=4096)
def likeness(printed: str, known: str) -> Likeness:
    """Return how the printed name compares with the known one.

    A name with fewer parts, or more, is the same name: second names are often left out.
    """
    ours, theirs = _parts(printed), _parts(known)
    if not ours or not theirs:
        return Likeness.OTHER
    if "".join(ours) == "".join(theirs) or set(ours) <= set(theirs):
        return Likeness.SAME
    if set(theirs) <= set(ours):  # what is over may be a slip in an article: "lA-Harbi"
        over = set(ours) - set(theirs)
        return Likeness.NEAR if all(len(part) < 3 for part in over) else Likeness.SAME
    if "".join(map(_sound, ours)) == "".join(map(_sound, theirs)):
        return Likeness.VARIANT
    sounds, others = [_sound(part) for part in ours], [_sound(part) for part in theirs]
    if min(len(ours), len(theirs)) > 1 and (
        set(sounds) <= set(others) or set(others) <= set(sounds)
    ):
        return Likeness.VARIANT
    return Likeness.NEAR if _slips(ours, theirs) <= 2 else Likeness.OTHER


def slips(printed: str, known: str) -> int:
    """Return how many letters were left out, added, changed or swapped between two names."""
    return _slips(_parts(printed), _parts(known))


def _slips(ours: list[str], theirs: list[str]) -> int:
    """Return the fewest slips by which one name becomes the other, part by part if need be."""
    whole = OSA.distance("".join(ours), "".join(theirs))
    short, long = sorted((ours, theirs), key=len)
    rest = list(long)
    total = 0
    for part in short:
        distance, nearest = min((OSA.distance(part, other), other) for other in rest)
        if distance > max(1, len(part) // 3):
            return min(whole, 99) if whole <= 2 else 99
        total += distance
        rest.remove(nearest)
    return min(whole, total)


def _parts(name: str) -> list[str]:
    """Return the parts of a name without articles and initials."""
    found = []
    for part in _PARTS.split(name):
        plain = part[2:] if part.startswith(_THE) and len(part) > 4 else part
        if len(plain) > 1 and plain not in _ARTICLES:
            found.append(plain)
    return found


@lru_cache(maxsize=4096)
def _sound(part: str) -> str:
    """Return one spelling for all that the register lists as one name's."""
    return _spellings().get(part, part)


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """Return the first spelling of its row for each spelling of a given name."""
    return {
        fold(spelling).skeleton: fold(row.spellings[0]).skeleton + "*"
        for row in name_spellings()
        for spelling in row.spellings
    }
