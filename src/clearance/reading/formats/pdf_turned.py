"""Pages of which pdfium has words, or letters and signs, not in the order that is drawn.

Some programs name the letters of a word apart from what is drawn ("ActualText"), and pdfium then
tells them in the order of the picture: "الو" for "ولا" within a line that is right. As no count of
the page tells which words these are, where the pen stood does.
"""

from __future__ import annotations

import numpy as np
import pypdfium2

from clearance.reading.expressions import on_demand
from clearance.reading.formats.pdf_boxes import Boxes

_LETTER = "[\u0621-\u064a]"
_MARKS = "\u064b-\u0652"
_WORD = on_demand(f"{_LETTER}[{_MARKS}\u0621-\u064a]*{_LETTER}")
_SIGN_APART = on_demand(r"\w [.,](?=[ \r\n])")
_FEWEST = 2  # of them: our guess
_HAIR = 0.1  # points
_MOST = 0.9  # of the words: more are turned only where the whole page is (our guess)


def has_turned_words(layer: pypdfium2.PdfTextPage, text: str) -> bool:
    """Tell whether some words of a page run from left to right, and others as they should."""
    words = [(word.start(), word.end() - 1) for word in _WORD.finditer(text)]
    if not words:
        return False
    places = [place for first, last in words for place in (first, first + 1, last)]
    pens = Boxes(layer, len(text)).pens(places)[0].reshape(-1, 3)
    # The second letter tells, but where it is one sign with the first; the last may be a mark's.
    near, far = pens[:, 1] - pens[:, 0], pens[:, 2] - pens[:, 0]
    forward = np.where(np.abs(near) > _HAIR, near, far)
    turned, right = int((forward > _HAIR).sum()), int((forward < -_HAIR).sum())
    return 0 < turned < _MOST * (turned + right)


def has_scattered_signs(layer: pypdfium2.PdfTextPage, text: str) -> bool:
    """Tell whether full stops and commas come in the text behind what they stand before.

    Where a font lacks some signs, a program may draw a line in two goes: its letters, and then the
    signs that another font has.
    """
    signs = [sign.start() for sign in _SIGN_APART.finditer(text)]
    if len(signs) < _FEWEST:
        return False
    places = [place for sign in signs for place in (sign, sign + 2)]
    pens = Boxes(layer, len(text)).pens(places)[0].reshape(-1, 2)
    onward = np.where([text[sign] < "\u0600" for sign in signs], 1, -1)
    back = int(((pens[:, 1] - pens[:, 0]) * onward < -_HAIR).sum())
    return back >= max(_FEWEST, len(signs) // 2)
