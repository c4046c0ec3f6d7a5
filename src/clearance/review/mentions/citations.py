"""Citations: the resolutions and symbols that a text names, and what it says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from clearance.review.scan import Hits, Trigger


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited number from ``start`` up to ``end``.

    ``family``: "oic" (1/51-PAL), "un" (71/31), "symbol" (OIC/CFM-44/2017/POL/RES/FINAL).
    ``ref`` is the number in the house's form. What the text says of it beside the number is None
    where it says nothing: its title with its place, the session, the year, the city, the day.
    """

    start: int
    end: int
    family: Literal["oic", "un", "symbol"]
    ref: str
    title: str | None = None
    title_at: tuple[int, int] | None = None
    session: int | None = None
    session_at: tuple[int, int] | None = None
    year: int | None = None
    year_at: tuple[int, int] | None = None
    city: str | None = None
    city_at: tuple[int, int] | None = None
    dated: date | None = None
    dated_at: tuple[int, int] | None = None


TRIGGERS: tuple[Trigger, ...] = ()


def read_citations(text: str, skeleton: str, hits: Hits) -> tuple[Citation, ...]:
    """Return the citations in order of place."""
    return ()
