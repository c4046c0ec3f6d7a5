"""Tables whose last row or column is a total by its figures, whatever it is called.

Where a column adds up exactly, the row beneath it is a total, and the other columns must add up
too; where two rows or more add up across, the last column is one. Chance does not make such sums
of three figures and more, so no word need say "total".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clearance.review.checks.figures.reckoning.added import adds_up, not_the_sum
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits

Row = Sequence[Digits | None]
_FEWEST = 3  # rows above a total that nothing names
_LEAST = 10  # sums of smaller figures come about by chance


def crossed(rows: Sequence[Row], *, named: bool = False) -> Iterator[Finding]:
    """Find the total that does not come out where its neighbours do.

    ``named``: the last row is called a total, so that other rules look at its columns.
    """
    told: set[int] = set()
    width = max(map(len, rows), default=0)
    for line in _wrong_across(rows, width):
        told.add(width - 1)
        yield from line
    if not named and len(rows) > _FEWEST:
        yield from _wrong_down(rows, width, told)


def _wrong_across(rows: Sequence[Row], width: int) -> Iterator[Iterator[Finding]]:
    for first in (0, 1):
        lines = [
            ([each for each in row[first:-1] if each is not None], row[-1])
            for row in rows
            if len(row) == width
        ]
        sums = [(parts, total) for parts, total in lines if total is not None and len(parts) >= 2]
        right = [total for parts, total in sums if adds_up(parts, total) and total.value >= _LEAST]
        if len(right) < 2 or len(right) * 2 <= len(sums):
            continue
        for parts, total in sums:
            if not adds_up(parts, total):
                yield not_the_sum(parts, total, total.start, total.end, Level.WARN)
        return


def _wrong_down(rows: Sequence[Row], width: int, told: set[int]) -> Iterator[Finding]:
    wrong, right = [], 0
    for column in range(width):
        above = [row[column] for row in rows[:-1] if len(row) == width]
        parts = [each for each in above if each is not None]
        total = rows[-1][column] if column < len(rows[-1]) else None
        if total is None or len(parts) < _FEWEST or len(parts) < len(above):
            continue
        if adds_up(parts, total):
            right += total.value >= _LEAST
        elif column not in told:
            wrong.append((parts, total))
    if right:
        for parts, total in wrong:
            yield from not_the_sum(parts, total, total.start, total.end, Level.WARN)
