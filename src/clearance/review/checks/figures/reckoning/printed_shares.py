"""The number before the sign of a share, which many rules ask: it is read once."""

from __future__ import annotations

from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper

_LONGEST = 6  # characters: "100.25"


def share_before(paper: Paper, sign: int) -> Digits | None:
    """Return the number whose last digit begins the sign of a share; None: it is in words."""
    known = paper.derived(_known)
    if sign not in known:
        told = list(digits_in(paper.skeleton, max(0, sign - _LONGEST), sign + 1))
        known[sign] = told[-1] if told else None
    return known[sign]


def _known(_: Paper) -> dict[int, Digits | None]:
    return {}
