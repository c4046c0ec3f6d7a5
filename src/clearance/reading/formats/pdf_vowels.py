"""Pages with vowel marks of which pdfium loses the order.

A mark stands over its letter, and pdfium sets it, with blanks around it, wherever it next meets the
place; some programs also name the letter twice, once for itself and once for the mark.
"""

from __future__ import annotations

import pypdfium2

from clearance.reading.expressions import on_demand
from clearance.reading.formats.pdf_boxes import Boxes

_MARKS = "\u064b-\u0652"
# A mark without a letter, twice on one, or with an alef at the beginning of a word.
_STRAY = on_demand(f"(?<![\u0621-\u064a{_MARKS}])(?:ا?[{_MARKS}])|([{_MARKS}])\\1")
MARK = on_demand(f"[{_MARKS}]")


def has_lost_marks(layer: pypdfium2.PdfTextPage, text: str) -> bool:
    """Tell whether a page, as pdfium has it, has marks that are not where they belong."""
    if not MARK.search(text):
        return False
    return _STRAY.search(text) is not None or _are_twice(Boxes(layer, len(text)), text)


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
