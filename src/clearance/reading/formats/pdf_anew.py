"""Lines of a page that are read anew, by where their letters stand.

What pdfium has of such a line holds its letters, but not in an order that can be trusted. Vowel
marks are left out, as no spelling rests on them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, chain, islice
from math import inf, isnan
from typing import NamedTuple

import numpy as np
import pypdfium2

from clearance.reading.expressions import on_demand
from clearance.reading.formats.pdf_boxes import Boxes
from clearance.reading.formats.pdf_lines import (
    from_left_to_right,
    in_order_of_reading,
    mirrored,
)

_MARK = on_demand("[\u064b-\u0652]")
_ALONE = frozenset(map(chr, range(0x064B, 0x0653)))  # the marks
_ARABIC = on_demand("[\u0621-\u064a]")
_LAM_ALEF = on_demand("ل[اأإآ]")
_NO_LETTERS = _ALONE | {" "}
_BRACKETS = frozenset("()[]«»")
_HYPHEN = "\ufffe"  # which the page itself keeps as a control
_GONE = "\0"  # a line that was told with the one before
_HAIR = 0.1  # points
_GAP = 0.15  # of the tallest letter: the least width of a blank; our guess
_LATIN_GAP, _WIDE = 1.7, 2.4  # times that: within a line of Latin letters, and where none was told
_ONE_LINE = 0.6  # of the tallest letter: how far what is of one line may be raised; our guess


class Letter(NamedTuple):
    """A character, its edges and height in points, and where the pen stood that drew it."""

    character: str
    left: float
    right: float
    height: float
    across: float
    up: float


def with_lines_anew(
    layer: pypdfium2.PdfTextPage, text: str, told: str, which: re.Pattern[str]
) -> str:
    """Return the text of a page with some of its lines read by where their letters stand.

    ``text``: the page as pdfium has it; ``told``: the same lines in the order that was found;
    ``which``: what a line has that is to be read so.
    """
    boxes = Boxes(layer, len(text))
    lines, given = told.split("\r\n"), text.split("\r\n")
    if len(lines) != len(given):
        return told
    begins = list(accumulate((len(line) + 2 for line in given), initial=0))
    chosen = [no for no, line in enumerate(given) if which.search(line)]
    several = _letters(boxes, [(given[no], begins[no]) for no in chosen])
    known = dict(zip(chosen, several, strict=True))

    def letters_of(no: int) -> list[Letter]:
        if no not in known:
            [known[no]] = _letters(boxes, [(given[no], begins[no])])
        return known[no]

    levels = boxes.pens(begins[:-1])[1].tolist()

    def is_level(no: int, level: float, near: float) -> bool:
        """Tell whether a line begins at the height of another."""
        return abs(levels[no] - level) < near and bool(letters_of(no))

    last = -1
    for no in chosen:
        if no <= last or not letters_of(no):
            continue
        # pdfium may break such a line; what stands at one height is one line.
        first, last = no, no
        near = _ONE_LINE * max(each.height for each in letters_of(no))
        level = letters_of(no)[0].up
        while first and is_level(first - 1, level, near):
            first -= 1
        while last + 1 < len(given) and is_level(last + 1, level, near):
            last += 1
        parts = [letters_of(part) for part in range(first, last + 1)]
        together = [*chain.from_iterable(parts), *_blanks_between(parts)]
        lines[first : last + 1] = [_line(together), *[_GONE] * (last - first)]
    return "\r\n".join([line for line in lines if line is not _GONE])


def _blanks_between(parts: list[list[Letter]]) -> list[Letter]:
    """Return blanks for where the parts of one line meet, if there is room; none at brackets."""
    ends = [end for part in parts if len(parts) > 1 for end in (part[0], part[-1])]
    if any(end.character in _BRACKETS for end in ends):
        return []
    return [Letter(" ", end.across, end.across, 0.0, end.across, end.up) for end in ends]


def _letters(boxes: Boxes, lines: list[tuple[str, int]]) -> list[list[Letter]]:
    """Return the characters of lines that begin there, with pdfium's own blanks without a width.

    None at all of a line where the page does not tell where one of them stands.
    """
    shown = [
        [(begin + at, sign) for at, sign in enumerate(line) if sign >= " " and sign != _HYPHEN]
        for line, begin in lines
    ]
    places = [place for line in shown for place, _ in line]
    left, right, bottom, top = boxes.edges(places)
    across, up = np.round(boxes.pens(places), 2)
    numbers = np.stack((left, right, top - bottom, across, up))
    letters = map(Letter, [sign for line in shown for _, sign in line], *numbers.tolist())
    found = [list(islice(letters, len(line))) for line in shown]
    if np.isnan(numbers).any():
        return [
            [] if any(map(isnan, chain.from_iterable(each[1:] for each in line))) else line
            for line in found
        ]
    return found


def _line(letters: list[Letter]) -> str:
    """Return the text of one line, without its marks.

    A mark that its program named with the letter under it is drawn above the line of the others.
    """
    strokes: dict[tuple[bool, float, float], list[Letter]] = {}
    for each in letters:
        stroke = each.character == " ", each.across, each.up
        if stroke in strokes:
            strokes[stroke].append(each)
        else:
            strokes[stroke] = [each]
    base = Counter([each.up for each in letters]).most_common(1)[0][0]
    on_line = [each for each in letters if each.up == base]
    gaps = _Gaps(letters)
    places: list[float] = []
    words: list[str] = []
    for (is_blank, across, up), drawn in strokes.items():
        told = drawn[0].character
        if len(drawn) > 1:
            told = _named(drawn, on_line if up != base else [])
        if not told or told in _ALONE:
            continue
        place = gaps.place_of(drawn[0]) if is_blank else across
        if place is None:
            continue
        places.append(place)
        words.append(told)
    line = "".join(words)
    if _ARABIC.search(line):
        # pdfium mirrors the brackets of such a line alone
        told = in_order_of_reading(list(zip(places, mirrored(words, line), strict=True)))
    else:
        wide = [(place, " ") for place in gaps.wide()]
        told = from_left_to_right([*zip(places, words, strict=True), *wide])
    return re.sub(" {2,}", " ", told).strip()


def _named(drawn: list[Letter], on_line: list[Letter]) -> str:
    """Return the letters that one stroke of the pen is named by; none where it is but a mark.

    ``on_line``: the letters of the line above which the stroke is drawn; none: it is on the line.
    """
    named = "".join([each.character for each in drawn])
    told = _MARK.sub("", named)
    if told != named and on_line and any(_is_over(drawn, each, told) for each in on_line):
        return ""
    if _ARABIC.match(told) and not _LAM_ALEF.fullmatch(told):
        return told[::-1]  # of one sign, pdfium turns the letters, but for some lam and alef
    return told


def _is_over(drawn: list[Letter], letter: Letter, told: str) -> bool:
    """Tell whether a mark is drawn over a letter of the line, which it is named with."""
    left, right = min(each.left for each in drawn), max(each.right for each in drawn)
    near = letter.height / 2
    return letter.character in told and left - near < letter.right and letter.left < right + near


class _Gaps:
    """Where there is room for a blank between the letters of a line."""

    def __init__(self, letters: list[Letter]) -> None:
        self._drawn: dict[tuple[float, float], tuple[float, float]] = {}  # the edges of each stroke
        self._marked: set[tuple[float, float]] = set()
        self._latin: set[tuple[float, float]] = set()
        tallest = 0.0
        for sign, left, right, height, across, up in letters:
            pen = across, up
            if sign in _NO_LETTERS:
                if sign != " ":
                    self._marked.add(pen)
                continue
            if edges := self._drawn.get(pen):
                left, right = min(left, edges[0]), max(right, edges[1])  # noqa: PLW2901
            self._drawn[pen] = left, right
            if sign < "\u0600":
                self._latin.add(pen)
            if height > tallest:
                tallest = height
        self._least = _GAP * tallest
        self._begins: list[float] = []  # of what stands together, its end, and its first pen
        self._ends: list[float] = []
        self._pens: list[float] = []
        far = -inf
        for left, right, across in sorted(
            [(left, right, pen[0]) for pen, (left, right) in self._drawn.items()]
        ):
            if left - far > self._least:
                self._begins.append(left)
                self._ends.append(right)
                self._pens.append(across)
                far = right
                continue
            if right > far:
                self._ends[-1] = far = right
            if across < self._pens[-1]:
                self._pens[-1] = across

    def place_of(self, blank: Letter) -> float | None:
        """Return where a blank stands; None: it is one of pdfium's own at a mark, without room.

        pdfium sets its own, which have no width, where the letter behind stands; a program that
        gives its blanks none sets them where the letter before does.
        """
        if blank.right > blank.left:
            room = self._room_at(blank.across, blank.across)
            # At the end of a line it may be drawn over its last letter.
            return blank.across - _HAIR if room is None else room
        pen = blank.across, blank.up
        if pen in self._marked and pen not in self._drawn:
            return None
        left, right = self._drawn.get(pen, (blank.across, blank.across))
        return self._room_at(left, right, is_latin=pen in self._latin)

    def wide(self) -> Iterator[float]:
        """Yield the middle of each gap that must be a blank, whether or not one is told."""
        for end, begin in zip(self._ends, self._begins[1:]):  # noqa: B905  # the last has none
            if begin - end > _WIDE * self._least:
                yield (end + begin) / 2

    def _room_at(self, left: float, right: float, *, is_latin: bool = False) -> float | None:
        """Return the middle of the room beside a stretch of the line; None: it has none.

        Where there is room on either side, that before it as it is read.
        """
        word = max(0, bisect_right(self._begins, right) - 1)
        ahead = word if right >= self._ends[word] - self._least else None
        behind = word - 1 if left <= self._begins[word] + self._least else None
        sides = (behind, ahead) if is_latin else (ahead, behind)
        places = [self._between(side, is_latin) for side in sides if side is not None]
        return next((place for place in places if place is not None), None)

    def _between(self, word: int, is_latin: bool) -> float | None:
        """Return the middle between what stands together and what is right of it.

        Latin capitals have more room between them than letters that are joined.
        """
        if not 0 <= word < len(self._ends) - 1:
            return None
        end, begin = self._ends[word], self._begins[word + 1]
        if is_latin and begin - end < _LATIN_GAP * self._least:
            return None
        middle = (end + begin) / 2
        return min(middle, self._pens[word + 1] - _HAIR)
