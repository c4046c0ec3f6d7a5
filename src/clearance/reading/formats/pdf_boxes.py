"""Where the letters of a page stand, asked of pdfium letter by letter.

ctypes looks at each argument of a call whose types it knows, which took half of the time of a page
with vowel marks takes. Here the functions are bound without types, and given what C expects.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CFUNCTYPE, byref, c_double, c_int, c_void_p, cast
from typing import Any

import pypdfium2


def _bound(function: Any) -> Callable[..., int]:
    return CFUNCTYPE(c_int)(cast(function, c_void_p).value or 0)


_BOX_OF = _bound(pypdfium2.raw.FPDFText_GetCharBox)
_PEN_OF = _bound(pypdfium2.raw.FPDFText_GetCharOrigin)
_INDEX_OF = _bound(pypdfium2.raw.FPDFText_GetCharIndexFromTextIndex)


class Edges:
    """The edges of one letter in points, as they were last asked for."""

    def __init__(self) -> None:
        """Make room for them."""
        self.left, self.right, self.bottom, self.top = (c_double() for _ in range(4))
        self.all = (self.left, self.right, self.bottom, self.top)
        self.places = tuple(map(byref, self.all))


class Pen:
    """Where the pen stood that drew a letter, in points, as it was last asked for."""

    def __init__(self) -> None:
        """Make room for it."""
        self.across, self.up = c_double(), c_double()
        self.places = byref(self.across), byref(self.up)


_ONE, _OTHER = Edges(), Edges()  # one page is read at a time


class Boxes:
    """Where the letters of a page stand, asked by their places in its text."""

    def __init__(self, layer: pypdfium2.PdfTextPage, length: int) -> None:
        """Take the layer of a page, whose text has so many letters."""
        self._layer = layer  # held, so that the page stays
        self._page = c_void_p(cast(layer.raw, c_void_p).value)
        # Places only grow, so where the last letter has its own place, all have.
        self._is_straight = _INDEX_OF(self._page, length - 1) == length - 1

    def are_one(self, place: int, other: int) -> bool:
        """Tell whether two letters stand in one box; False where the page does not tell."""
        if not (self.of(place, _ONE) and self.of(other, _OTHER)):
            return False
        if _ONE.left.value != _OTHER.left.value:  # nearly all
            return False
        return [edge.value for edge in _ONE.all] == [edge.value for edge in _OTHER.all]

    def of(self, place: int, edges: Edges) -> bool:
        """Set the edges of a letter; False: the page does not tell."""
        letter = place if self._is_straight else _INDEX_OF(self._page, place)
        return letter >= 0 and bool(_BOX_OF(self._page, letter, *edges.places))

    def pen_of(self, place: int, pen: Pen) -> bool:
        """Set where the pen stood that drew a letter; False: the page does not tell."""
        letter = place if self._is_straight else _INDEX_OF(self._page, place)
        return letter >= 0 and bool(_PEN_OF(self._page, letter, *pen.places))
