"""Where the letters of a page stand, asked of pdfium letter by letter.

ctypes looks at each argument of a call whose types it knows, which took half of the time of a page
with vowel marks takes. Here the functions are bound without types, and given what C expects.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import CFUNCTYPE, byref, c_double, c_int, c_void_p, cast
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2

Numbers = npt.NDArray[np.float64]


def _bound(function: Any) -> Callable[..., int]:
    return CFUNCTYPE(c_int)(cast(function, c_void_p).value or 0)


_BOX_OF = _bound(pypdfium2.raw.FPDFText_GetCharBox)
_PEN_OF = _bound(pypdfium2.raw.FPDFText_GetCharOrigin)
_INDEX_OF = _bound(pypdfium2.raw.FPDFText_GetCharIndexFromTextIndex)


class _Room:
    """Room for numbers that C tells, and the pointers to each; it grows with what is asked."""

    def __init__(self) -> None:
        self._make(256)

    def of(self, count: int) -> tuple[Numbers, list[Any]]:
        """Return room for so many numbers at least, and where each goes."""
        if len(self._places) < count:
            self._make(2 * count)
        return self._numbers, self._places

    def _make(self, count: int) -> None:
        held = (c_double * count)()
        self._numbers: Numbers = np.ctypeslib.as_array(held)
        self._places = [byref(held, place * self._numbers.itemsize) for place in range(count)]


_ROOMS = tuple(_Room() for _ in range(4))  # one page is read at a time


class Boxes:
    """Where the letters of a page stand in points, asked by their places in its text."""

    def __init__(self, layer: pypdfium2.PdfTextPage, length: int) -> None:
        """Take the layer of a page, whose text has so many letters."""
        self._layer = layer  # held, so that the page stays
        self._page = c_void_p(cast(layer.raw, c_void_p).value)
        # Places only grow, so where the last letter has its own place, all have.
        self._is_straight = _INDEX_OF(self._page, length - 1) == length - 1

    def edges(self, places: Sequence[int]) -> list[Numbers]:
        """Return left, right, bottom and top of each letter; not a number: it is not told."""
        return self._told(_BOX_OF, places, 4)

    def pens(self, places: Sequence[int]) -> list[Numbers]:
        """Return how far across and up the pen drew each letter; not a number: it is not told."""
        return self._told(_PEN_OF, places, 2)

    def _told(self, ask: Callable[..., int], places: Sequence[int], count: int) -> list[Numbers]:
        page = repeat(self._page)
        letters = places if self._is_straight else list(map(_INDEX_OF, page, places))
        return _told(ask, self._page, letters, count)


def pens_of(layer: pypdfium2.PdfTextPage, letters: Sequence[int]) -> list[Numbers]:
    """Return how far across and up the pen drew each letter of a page, by its own count."""
    return _told(_PEN_OF, c_void_p(cast(layer.raw, c_void_p).value), letters, 2)


def _told(
    ask: Callable[..., int], page: c_void_p, letters: Sequence[int], count: int
) -> list[Numbers]:
    """Return so many numbers of each letter, asked without a step of Python for each."""
    rooms = [room.of(len(letters)) for room in _ROOMS[:count]]
    are_told = list(map(ask, repeat(page), letters, *[pointers for _, pointers in rooms]))
    told = [numbers[: len(letters)].copy() for numbers, _ in rooms]
    if not all(are_told):
        for numbers in told:
            numbers[np.equal(are_told, 0)] = np.nan
    return told
