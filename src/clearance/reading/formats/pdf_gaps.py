"""Blank lines where the lines of a page stand further apart than within a paragraph.

The text layer has no blank lines: an address, a subject and a body follow each other in it as if
they were one. Where the baselines stand tells them apart. Rows of a table stand apart too, each as
far as the next: lines that are a little apart in the same way, three and more, are left together
where the page does not part its paragraphs so, and so are all such lines of a page that has blank
ones beside. What is a little and what is a blank line is our guess.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import numpy as np
import pypdfium2

from clearance.reading.expressions import on_demand
from clearance.reading.formats.pdf_boxes import pens_of

_APART = 1.3  # times the usual distance of two lines
_BLANK = 1.7  # from which a whole line was left blank
_ALIKE = 0.12  # of the usual distance
_FEWEST = 4  # lines that tell which distance is usual
_STOPS = frozenset(".:;!?")
_FIGURE_LAST = on_demand(r"\d[^\w\n]*(?:[^\W\d_]{1,3})?\W*$")
_ROWS = 3  # distances in a row; and paragraphs that show how a page parts them
_SEVERAL = 2  # blank lines of a page that has them: what is less apart is not parted by them


def with_blank_lines(layer: pypdfium2.PdfTextPage, given: str, text: str) -> str:
    """Return the text of a page with its blank lines.

    ``given`` is the layer as it is, ``text`` the same lines set right.
    """
    raw, lines = given.split("\r\n"), text.split("\r\n")
    if len(raw) != len(lines) or len(lines) < _FEWEST:
        return text
    parted = _lines_apart(_baselines(layer, raw), lines)
    apart = {no for no in parted if not _goes_on(lines, no)}
    if not apart:
        return text
    return "\r\n".join(["\r\n" + line if no in apart else line for no, line in enumerate(lines)])


def _goes_on(lines: list[str], no: int) -> bool:
    """Tell whether a line is plainly the rest of the one above: "a sum of ten / dollars"."""
    above, first = lines[no - 1].rstrip(), lines[no].lstrip()[:1]
    return first.islower() and above[-1:] not in _STOPS


def _baselines(layer: pypdfium2.PdfTextPage, lines: list[str]) -> list[tuple[int, float]]:
    """Return the height at which each line stands that is not blank; none where signs are lost."""
    firsts: dict[int, int] = {}  # where the first letter of a line stands
    place = 0
    for no, line in enumerate(lines):
        if bare := line.lstrip():
            firsts[no] = place + len(line) - len(bare)
        place += len(line) + 2
    if not firsts:
        return []
    last, first = next(reversed(firsts.items()))
    if pypdfium2.raw.FPDFText_GetUnicode(layer, first) != ord(lines[last].lstrip()[0]):
        return []
    _, up = pens_of(layer, list(firsts.values()))
    return [] if np.isnan(up).any() else list(zip(firsts, up.tolist(), strict=True))


def _lines_apart(baselines: list[tuple[int, float]], lines: list[str]) -> list[int]:
    """Return the numbers of the lines before which a blank one stands."""
    falls = [(no, above - own) for (_, above), (no, own) in zip(baselines, baselines[1:])]  # noqa: B905, RUF007
    known = sorted(fall for _, fall in falls if fall > 1)
    if len(known) < _FEWEST - 1:
        return []
    usual = known[len(known) // 4]
    blank = [no for no, fall in falls if fall >= _BLANK * usual]
    if len(blank) >= _SEVERAL:
        return blank
    runs = [
        (size, [no for no, _ in group])
        for size, group in groupby(falls, key=lambda one: round(one[1] / (usual * _ALIKE)))
        if _APART <= size * _ALIKE < _BLANK
    ]
    alone = Counter(size for size, run in runs if len(run) < _ROWS)
    for size, run in runs:
        if len(run) < _ROWS or (alone[size] >= _ROWS and not _are_rows([lines[no] for no in run])):
            blank += run
    return sorted(blank)


def _are_rows(lines: list[str]) -> bool:
    """Tell whether most lines end with a figure, as the rows of a table do."""
    return sum(_FIGURE_LAST.search(line) is not None for line in lines) > len(lines) / 2
