"""Lines with vowel marks, of which pdfium loses the order.

A mark stands over its letter, and pdfium sets it, with blanks around it, wherever it next meets the
place; some programs also name the letter twice, once for itself and once for the mark. Such a line
is read anew by where its letters stand. The marks are left out, as no spelling rests on them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate, chain, islice, pairwise
from math import isnan
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

_LETTER = "[\u0621-\u064a]"
_MARKS = "\u064b-\u0652"
# A mark without a letter, or twice on one.
_STRAY = on_demand(f"(?<![\u0621-\u064a{_MARKS}])[{_MARKS}]|([{_MARKS}])\\1")
MARK = on_demand(f"[{_MARKS}]")
_MARKED = on_demand(f"{_LETTER}+[{_MARKS}][{_MARKS}\u0621-\u064a]*")
_ALONE = frozenset(map(chr, range(0x064B, 0x0653)))  # the marks
_ARABIC = on_demand(_LETTER)
_LAM_ALEF = on_demand("ل[اأإآ]")
_NO_LETTERS = _ALONE | {" "}
_HYPHEN = "\ufffe"  # which the page itself keeps as a control
_GONE = "\0"  # a line that was told with the one before
_HAIR = 0.1  # points
_GAP = 0.15  # of the tallest letter: the least width of a blank; our guess
_ONE_LINE = 0.6  # of the tallest letter: how far what is of one line may be raised; our guess


class Letter(NamedTuple):
    """A character, its edges and height in points, and where the pen stood that drew it."""

    character: str
    left: float
    right: float
    height: float
    across: float
    up: float


def has_lost_marks(layer: pypdfium2.PdfTextPage, text: str) -> bool:
    """Tell whether a page, as pdfium has it, has marks that are not where they belong."""
    if not MARK.search(text):
        return False
    if _STRAY.search(text):
        return True
    boxes = Boxes(layer, len(text))
    return _are_twice(boxes, text) or _are_turned(boxes, text)


def with_marked_lines_anew(layer: pypdfium2.PdfTextPage, text: str, told: str) -> str:
    """Return the text of a page with the lines that have marks read by where their letters stand.

    ``text``: the page as pdfium has it; ``told``: the same lines in the order that was found.
    """
    boxes = Boxes(layer, len(text))
    lines, given = told.split("\r\n"), text.split("\r\n")
    if len(lines) != len(given):
        return told
    begins = list(accumulate((len(line) + 2 for line in given), initial=0))
    marked = [no for no, line in enumerate(given) if MARK.search(line)]
    several = _letters(boxes, [(given[no], begins[no]) for no in marked])
    known = dict(zip(marked, several, strict=True))

    def letters_of(no: int) -> list[Letter]:
        if no not in known:
            [known[no]] = _letters(boxes, [(given[no], begins[no])])
        return known[no]

    levels = boxes.pens(begins[:-1])[1].tolist()

    def is_level(no: int, level: float, near: float) -> bool:
        """Tell whether a line begins at the height of another."""
        return abs(levels[no] - level) < near and bool(letters_of(no))

    last = -1
    for no in marked:
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
        together = [each for part in range(first, last + 1) for each in letters_of(part)]
        lines[first : last + 1] = [_line(together), *[_GONE] * (last - first)]
    return "\r\n".join([line for line in lines if line is not _GONE])


def _are_twice(boxes: Boxes, text: str) -> bool:
    """Tell whether a mark is there twice in one place."""
    before: list[tuple[str, float, float]] = []
    for mark in MARK.finditer(text):
        left, right = (float(edge[0]) for edge in boxes.edges((mark.start(),))[:2])
        middle = (left + right) / 2
        if any(mark[0] == other and start < middle < end for other, start, end in before[-3:]):
            return True
        before.append((mark[0], left, right))
    return False


def _are_turned(boxes: Boxes, text: str) -> bool:
    """Tell whether the letters of a word with a mark follow each other from left to right."""
    words = list(_MARKED.finditer(text))
    places = [[place for place in range(*word.span()) if text[place] not in _ALONE] for word in words]
    across = iter(boxes.pens([place for word in places for place in word])[0].tolist())
    for word in places:
        pens = list(islice(across, len(word)))
        if any(after - before > _HAIR for before, after in pairwise(pens)):
            return True
    return False


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
    gaps = _Gaps(letters)
    places: list[float] = []
    words: list[str] = []
    for (is_blank, across, up), drawn in strokes.items():
        told = drawn[0].character if len(drawn) == 1 else _named(drawn, is_on_line=up == base)
        if not told or told in _ALONE:
            continue
        place = across
        if is_blank and drawn[0].right > drawn[0].left:
            place -= _HAIR  # at the end of a line it may be drawn over its last letter
        elif is_blank:
            if not gaps.have_room(drawn[0]):
                continue
            place += _HAIR  # pdfium sets it where the letter after it stands
        places.append(place)
        words.append(told)
    line = "".join(words)
    signs = list(zip(places, mirrored(words, line), strict=True))
    told = in_order_of_reading(signs) if _ARABIC.search(line) else from_left_to_right(signs)
    return re.sub(" {2,}", " ", told).strip()


def _named(drawn: list[Letter], *, is_on_line: bool) -> str:
    """Return the letters that one stroke of the pen is named by; none where it is but a mark."""
    named = "".join([each.character for each in drawn])
    told = MARK.sub("", named)
    if told != named and not is_on_line:
        return ""
    if _ARABIC.match(told) and not _LAM_ALEF.fullmatch(told):
        return told[::-1]  # of one sign, pdfium turns the letters, but for some lam and alef
    return told


class _Gaps:
    """What is between the letters of a line."""

    def __init__(self, letters: list[Letter]) -> None:
        words = [each for each in letters if each.character not in _NO_LETTERS]
        self._drawn = {(each.across, each.up): each for each in reversed(words)}
        self._lefts = sorted(each.left for each in words)
        self._least = _GAP * max((each.height for each in words), default=0)

    def have_room(self, blank: Letter) -> bool:
        """Tell whether a blank of pdfium's own, which it also sets at marks, has a gap."""
        after = self._drawn.get((blank.across, blank.up))
        if after is None:
            return False
        place = bisect_right(self._lefts, after.left)
        before = self._lefts[place] if place < len(self._lefts) else after.right
        return before - after.right > self._least
