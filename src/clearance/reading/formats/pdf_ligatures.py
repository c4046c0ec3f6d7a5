"""Ligatures of lam and alef that pdfium turned: two letters in one box on the page are one sign.

pdfium gives a line from right to left by turning it sign by sign, and turns the letters of a
ligature with it. No dictionary tells "السلام" from "السالم"; the place of the letters does.
"""

from __future__ import annotations

import re
from ctypes import c_double

import pypdfium2

_TURNED = re.compile("[اأإآ]ل")


def with_right_ligatures(layer: pypdfium2.PdfTextPage, text: str) -> str:
    """Return the text of a page's layer with lam before alef where one sign holds both."""
    places = [
        match.start() for match in _TURNED.finditer(text) if _is_one_sign(layer, *match.span())
    ]
    if not places:
        return text
    letters = list(text)
    for place in places:
        letters[place], letters[place + 1] = letters[place + 1], letters[place]
    return "".join(letters)


def _is_one_sign(layer: pypdfium2.PdfTextPage, first: int, end: int) -> bool:
    """Tell whether the two letters stand in the same box."""
    raw = pypdfium2.raw
    boxes = []
    for place in (first, end - 1):
        letter = raw.FPDFText_GetCharIndexFromTextIndex(layer, place)
        edges = [c_double() for _ in range(4)]
        if letter < 0 or not raw.FPDFText_GetCharBox(layer, letter, *edges):
            return False
        boxes.append([edge.value for edge in edges])
    return boxes[0] == boxes[1]
