"""A cited number, with what the text says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(slots=True, unsafe_hash=True)  # not frozen, and never changed: see DateMention
class Citation:
    """A cited number from ``start`` up to ``end``.

    ``family``: "oic" (1/51-PAL), "un" (71/31), "security_council" (1325 (2000)), "symbol"
    (OIC/CFM-44/2017/POL/RES/FINAL). ``ref`` is the number in the house's form; a symbol that
    breaks the grammar is kept as it is printed. What the text says of it beside the number is None
    where it says nothing: its title with its place, the session, the year, the city, the day.
    ``city_at`` is a stretch that begins with the city and may run on. ``title_ends``: the text
    itself says where the title ends, by a quotation mark or otherwise. ``title_is_aside``: what
    stands there may be no title.
    """

    start: int
    end: int
    family: Literal["oic", "un", "security_council", "symbol"]
    ref: str
    title: str | None = None
    title_at: tuple[int, int] | None = None
    title_ends: bool = False
    title_is_aside: bool = False
    session: int | None = None
    session_at: tuple[int, int] | None = None
    year: int | None = None
    year_at: tuple[int, int] | None = None
    city: str | None = None
    city_at: tuple[int, int] | None = None
    dated: date | None = None
    dated_at: tuple[int, int] | None = None
