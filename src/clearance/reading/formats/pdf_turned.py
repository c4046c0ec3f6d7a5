"""Arabic words that pdfium gives from their last letter to their first.

Some programs name the letters of a ligature apart from what is drawn ("ActualText"), and pdfium
then tells all the letters of that word in the order of the picture: "الو" for "ولا". Most words of
such a page are right, so no dictionary and no count of the page tells which; where the pen stood
does.
"""

from __future__ import annotations

from itertools import islice, pairwise

import pypdfium2

from clearance.reading.expressions import on_demand
from clearance.reading.formats.pdf_boxes import Boxes

_LETTER = "[\u0621-\u064a]"
# What no word is, or begins or ends with: "nor", "except" and "so not" turned, a last letter first,
# an article last.
_NO_FIRST = f"(?<!{_LETTER})[ءةى]{_LETTER}+"
_SHOWS = on_demand(
    f"(?<!{_LETTER})(?:الو|الإ|الف|الأ|الئل)(?!{_LETTER})|{_NO_FIRST}|ل[أإآ]ا(?!{_LETTER})"
)
_DOUBTFUL = on_demand(f"{_LETTER}*(?:[اأإآ]ل|ل[اأإآ]){_LETTER}*|{_NO_FIRST}")
_HAIR = 0.1  # points


def with_turned_words(layer: pypdfium2.PdfTextPage, text: str) -> str:
    """Return the text of a page's layer, of the same length, with its turned words set right."""
    if not _SHOWS.search(text):
        return text
    words = [word.span() for word in _DOUBTFUL.finditer(text)]
    places = [place for word in words for place in range(*word)]
    pens = iter(Boxes(layer, len(text)).pens(places)[0].tolist())
    letters = list(text)
    for start, end in words:
        across = list(islice(pens, end - start))
        if runs_from_left(across):
            letters[start:end] = reversed(letters[start:end])
    return "".join(letters)


def runs_from_left(across: list[float]) -> bool:
    """Tell whether each letter of a word was drawn right of the one before, or with it."""
    steps = [after - before for before, after in pairwise(across)]
    return any(step > _HAIR for step in steps) and not any(step < -_HAIR for step in steps)
