"""Resolutions of the Security Council: which numbers each year has."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from itertools import pairwise

from clearance.data.register import DataError

_FILE = "security_council.toml"


@cache
def first_of_year() -> tuple[tuple[int, int], ...]:
    """Return each year with the number of its first resolution, in order.

    :raises DataError: for years that do not follow one another, or numbers that do not rise.
    """
    content = tomllib.loads(files("clearance.data").joinpath(_FILE).read_text(encoding="utf-8"))
    rows = tuple(
        (int(year), first) for year, first in content["numbering"][0]["first_of_year"].items()
    )
    for (year, first), (following, next_first) in pairwise(rows):
        if following != year + 1 or next_first <= first:
            raise DataError(_FILE, str(following), "it does not follow the year before it.")
    return rows


def years_of(number: int) -> tuple[int, int | None]:
    """Return the first and the last year in which a number may have been adopted.

    They differ for the number on either side of a new year. The last is None for the numbers of
    the table's latest year, which may have gone on.
    """
    rows = first_of_year()
    firsts = [first for _, first in rows]
    early, late = (rows[max(0, bisect_right(firsts, number + by) - 1)][0] for by in (-1, 1))
    return early, None if late == rows[-1][0] else late
