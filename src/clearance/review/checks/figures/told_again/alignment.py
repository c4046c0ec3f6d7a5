"""Which paragraph of one language version is which of another: by their keys, then by order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log

_ALONE = -0.8  # what a paragraph without a twin costs; our guess, measured on true parallels
_MOST_PAIRS = 40_000  # pairs of paragraphs between two keys that are tried at all


@dataclass(frozen=True)
class Block:
    """A paragraph of one version, from start to end.

    ``key``: the number or letter that it begins with; "" where it begins with none.
    ``values``: every number in it, in digits, in words, as an ordinal or part of a date.
    """

    start: int
    end: int
    key: str
    values: frozenset[Decimal]

    @property
    def length(self) -> int:
        """How many letters it has."""
        return self.end - self.start


def aligned(own: Sequence[Block], other: Sequence[Block]) -> list[Block | None]:
    """Return for each paragraph its twin in the other version; None: it has none."""
    twins: list[Block | None] = [None] * len(own)
    if not own or not other:
        return twins
    if len(own) == len(other) and _is_parallel(own, other):
        return list(other)
    ratio = sum(block.length for block in other) / max(1, sum(block.length for block in own))
    places = _anchors(own, other)
    previous_own, previous_other = -1, -1
    for first, second in [*places, (len(own), len(other))]:
        _fill(twins, own, other, (previous_own + 1, first), (previous_other + 1, second), ratio)
        if first < len(own):
            twins[first] = other[second]
        previous_own, previous_other = first, second
    return twins


def _is_parallel(own: Sequence[Block], other: Sequence[Block]) -> bool:
    """Tell whether the paragraphs go in pairs: most of those with numbers share some."""
    told = [(one, two) for one, two in zip(own, other, strict=True) if one.values or two.values]
    return sum(not one.values.isdisjoint(two.values) for one, two in told) * 2 >= len(told)


def _anchors(own: Sequence[Block], other: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the pairs whose key stands once in each version, in an order that both share."""
    counts, others = Counter(b.key for b in own), Counter(b.key for b in other)
    place_of = {b.key: n for n, b in enumerate(other) if b.key and others[b.key] == 1}
    pairs = [
        (n, place_of[b.key]) for n, b in enumerate(own) if counts[b.key] == 1 and b.key in place_of
    ]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs whose second places rise as the first do."""
    best: list[int] = []
    before: list[int] = []
    for n, (_, second) in enumerate(pairs):
        length, link = 1, -1
        for earlier in range(max(0, n - 200), n):
            if pairs[earlier][1] < second and best[earlier] + 1 > length:
                length, link = best[earlier] + 1, earlier
        best.append(length)
        before.append(link)
    found: list[tuple[int, int]] = []
    n = max(range(len(best)), key=best.__getitem__, default=-1)
    while n >= 0:
        found.insert(0, pairs[n])
        n = before[n]
    return found


def _fill(
    twins: list[Block | None],
    own: Sequence[Block],
    other: Sequence[Block],
    mine: tuple[int, int],
    theirs: tuple[int, int],
    ratio: float,
) -> None:
    """Set the twins between two anchors: the pairs in order that are together most alike."""
    rows, columns = mine[1] - mine[0], theirs[1] - theirs[0]
    if rows <= 0 or columns <= 0 or rows * columns > _MOST_PAIRS:
        return
    score = [[_ALONE * (i + j) for j in range(columns + 1)] for i in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            pair = score[i - 1][j - 1] + _likeness(
                own[mine[0] + i - 1], other[theirs[0] + j - 1], ratio
            )
            score[i][j] = max(pair, score[i - 1][j] + _ALONE, score[i][j - 1] + _ALONE)
    i, j = rows, columns
    while i and j:
        one, two = own[mine[0] + i - 1], other[theirs[0] + j - 1]
        if score[i][j] == score[i - 1][j - 1] + _likeness(one, two, ratio):
            twins[mine[0] + i - 1] = two
            i, j = i - 1, j - 1
        elif score[i][j] == score[i - 1][j] + _ALONE:
            i -= 1
        else:
            j -= 1


def _likeness(one: Block, two: Block, ratio: float) -> float:
    shared = len(one.values & two.values)
    apart = len(one.values ^ two.values)
    stretch = abs(log((two.length + 8) / (one.length * ratio + 8)))
    return 2.0 * shared - 0.5 * apart - 1.5 * stretch + 2.0 * (one.key != "" and one.key == two.key)
