"""A blank line after each paragraph of the body, where a text has none.

The files of word processors set paragraphs apart by space, not by a blank line, and some typists by
neither; what is a paragraph and what a line of an address or a signature then shows in their length
alone. Our guess.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from clearance.reading.expressions import on_demand

_LONG = 90  # characters, which no line of a letter's head or foot has but a post with its place
_LONGER = 130  # which that has not either
_SENTENCE = 40  # characters, with a stop at the end
_STOPS = frozenset(".;!?؟؛")
_ENDINGS = _STOPS | frozenset(':,،)”»"')  # of a long line of a text
_ENDS = frozenset(".!?؟:")  # after which no sentence goes on in small letters
_JOINTS = frozenset(",،")
# "Transport: USD 5,200": a row of a list, however long its total is told.
_ROW = on_demand(r"[^:\n]{2,60}:\s*(?:[A-Za-z]{1,3}\s?)?[$€£]?\s?\d")
_SPARSE = 600  # characters for each blank line: a text with more of them has its own


def parted(text: str) -> tuple[str, npt.NDArray[np.int64] | None]:
    """Return the text with its body paragraphs apart, and for each character where it was.

    None: nothing was changed.
    """
    if text.count("\n\n") * _SPARSE > len(text):
        return text, None
    ends: list[int] = []
    is_body = False  # the line above
    above, place = "", -1  # where it ends
    for line in text.split("\n"):
        length = len(line)
        is_long = length >= _LONG and (length >= _LONGER or line.rstrip()[-1:] in _ENDINGS)
        is_apart = (is_body or is_long) and line and above and "\t" not in above
        if is_apart and not _goes_on(above, line):
            ends.append(place)
        is_body = is_long or (length >= _SENTENCE and line[-1] in _STOPS)
        above = line
        place += length + 1
    if not ends:
        return text, None
    pieces = [text[begin:end] for begin, end in pairwise((0, *ends, len(text)))]
    return "\n".join(pieces), np.insert(np.arange(len(text)), np.array(ends) + 1, ends)


def _goes_on(above: str, line: str) -> bool:
    """Tell whether a line is the rest of the one above, which a page or a typist broke off."""
    last = above.rstrip()[-1:]
    if last in _JOINTS or (line[0].islower() and last not in _ENDS):
        return True
    return _ROW.match(line) is not None and _ROW.match(above) is not None
