"""The quantities of a paper, read where they are asked for: in a sentence, and around it."""

from __future__ import annotations

from clearance.reading.expressions import on_demand
from clearance.review.checks.figures.reckoning.quantities import Quantity, read_quantities
from clearance.review.paper import Paper

_SENTENCE = on_demand(
    r"[.;!?\n](?:(?<=[;!?])(?=\s)|(?<=\.)(?<![\s.(][a-z]\.)(?<!\bno\.)(?<!\bart\.)(?=\s)"
    r"|(?<=\n)(?:\s*\n|(?=\s*(?:[-*\xa4]|\d{1,2}[.)-]))))"
)
_WHOLE_SENTENCE = on_demand(r"(?<![\s.(][a-z])\.(?=\s)|\n\s*\n")
_LONGEST = 420  # characters of a sentence on either side of a sign
# Characters that are read at most, however a paper is made: a thirtieth of them is usual.
_ALLOWED, _TIMES = 60_000, 1
_FURTHEST = 2100  # characters back to the article that tells the price
_REACH, _GRID = 900, 300  # characters on either side, from a place of which one reading does


class Stretches:
    """What a paper's rules of reckoning ask together: each stretch is read once."""

    def __init__(self, paper: Paper) -> None:
        """Hold the paper; nothing is read yet."""
        self._paper = paper
        self._read: dict[tuple[int, int], list[Quantity]] = {}
        self._held: dict[int, Quantity] = {}
        self._left = _ALLOWED + _TIMES * len(paper.skeleton)

    def sentence(self, place: int, end: int) -> tuple[int, int]:
        """Return the bounds of the sentence of a place, within its paragraph."""
        skeleton = self._paper.skeleton
        begin, stop = self._paragraph(place, end, _LONGEST)
        for mark in _SENTENCE.finditer(skeleton, begin, place):
            begin = mark.end()
        after = _SENTENCE.search(skeleton, end, stop)
        return begin, after.start() if after else stop

    def bounds(self, place: int, end: int) -> tuple[int, int]:
        """Return the bounds of a sentence with the parts that semicolons set off."""
        skeleton = self._paper.skeleton
        begin, stop = self._paragraph(place, end, _LONGEST)
        for mark in _WHOLE_SENTENCE.finditer(skeleton, begin, place):
            begin = mark.end()
        after = _WHOLE_SENTENCE.search(skeleton, end, stop)
        return begin, after.start() if after else stop

    def inside(self, place: int, end: int) -> list[Quantity]:
        """Return the quantities of the sentence of a place."""
        return self._quantities(*self.sentence(place, end))

    def between(self, begin: int, stop: int) -> list[Quantity]:
        """Return the quantities of a stretch that a rule has bounded itself."""
        return self._quantities(begin, stop)

    def around(self, place: int) -> list[Quantity]:
        """Return the quantities of the paragraph of a place, as far as they are near."""
        near = place - place % _GRID
        begin, stop = self._paragraph(near, near + _GRID, _REACH)
        begin = max(begin, self._paper.skeleton.rfind("\n\n", begin, place) + 1)
        ends = self._paper.skeleton.find("\n\n", place, stop)
        return self._quantities(begin, ends if ends >= 0 else stop)

    def far_and_wide(self, place: int) -> list[Quantity]:
        """Return the quantities of the paragraphs before a place too, as far as an article is."""
        place -= place % _GRID
        return self._quantities(
            max(0, place - _FURTHEST), min(len(self._paper.skeleton), place + _REACH)
        )

    def _paragraph(self, place: int, end: int, reach: int) -> tuple[int, int]:
        skeleton = self._paper.skeleton
        least, most = max(0, place - reach), min(len(skeleton), end + reach)
        begin = skeleton.rfind("\n\n", least, place) + 1 or least
        stop = skeleton.find("\n\n", end, most)
        if begin == least and begin:
            begin = skeleton.find(" ", begin, place) + 1 or begin
        return begin, stop if stop >= 0 else most

    def _quantities(self, begin: int, stop: int) -> list[Quantity]:
        told = self._read.get((begin, stop))
        if told is None:
            self._left -= stop - begin
            if self._left < 0:
                return []
            paper = self._paper
            days = [
                (day.start, day.end) for day in paper.dates if day.start < stop and day.end > begin
            ]
            parts = any(begin <= at < stop for at, _ in paper.hits("part in words"))
            told = read_quantities(
                paper.text, paper.skeleton, begin, stop, days, has_parts=parts
            )  # fmt: skip
            told = [self._held.setdefault(one.start, one) for one in told]
            self._read[begin, stop] = told
        return told
