"""Lines that end only because the page does: they are told apart and read on.

A text that was set in lines of one width (mail, a text file, the text layer of a PDF) breaks names,
dates and formulas wherever a line is full. A blank in the place of such an end of line makes the
paragraph whole, and leaves every other place where it is. What is our guess: the signs below.
"""

from __future__ import annotations

import re

_WIDEST = 140  # characters; a longer line is a paragraph, in a text that no page has broken
_NARROWEST = 24
_FEWEST = 2  # full lines that go on, before a text counts as set in lines
_SHARE = 0.4  # of the lines of nearly full width
_NEARLY = 0.8
_ODD = 0.1  # of the lines of a PDF: two may have been joined at a hyphen
_UNSEEN = 3  # the width may be a little more than the longest line
_LOOSE = 0.86  # of the width: letters of a PDF are not all of one
_GOES_ON = re.compile(r"[^\W\d_A-Z\u00c0-\u00de]")  # a small letter, or one of a script without
_NEXT_ITEM = re.compile(
    r"[-–—•·*●▪\uf0b7]"
    r"|\(?(?:[0-9٠-٩]{1,3}|[A-Za-z]|[ivxIVX]{1,5}|[أ-ي])[.)]\s"
    r"|[0-9٠-٩]{1,3}\s?-\s?[ء-ي]"
    r"|(?:[A-ZÀ-Þ][^:\n,;]{0,28}|[ء-ي][^:\n,;]{0,16}):(?=\s|$)"  # a label before what it names
    r"|(?:Articles?|Annex(?:e|es)?|Section|Chapter|Chapitre|(?:ال)?مادة|(?:ال)?مرفق|البند|الفصل)"
    r"\s+[\d٠-٩IVX(]+\s*[-–—:.]"
)
_STOPS = tuple(".:;!?؟؛")
_NOTHING = "\u200e"  # which the skeleton leaves out: for the blanks before an end of line
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")


def read_on(text: str, *, is_exact: bool = True) -> str:
    """Return the text with a blank for each end of line within a paragraph.

    ``is_exact`` False: the lines were measured in points, not in characters. A text whose lines
    are paragraphs is returned as it is.
    """
    lines = text.split("\n")
    bare = [line.rstrip() for line in lines]
    lengths = [length for length in map(len, bare) if length]
    width = max((length for length in lengths if length <= _WIDEST), default=0)
    too_wide = sum(length > _WIDEST for length in lengths)
    if width < _NARROWEST or too_wide > (0 if is_exact else _ODD * len(lengths)):
        return text
    within = width - _UNSEEN if is_exact else int(width * _LOOSE)
    full = [
        no
        for no, line in enumerate(bare[:-1])
        if line and bare[no + 1] and len(line) + 1 + _first_word(bare[no + 1]) > within
    ]
    going_on = [no for no in full if _goes_on(bare[no], bare[no + 1])]
    sure = [no for no in going_on if _GOES_ON.match(bare[no + 1]) and bare[no][-1] not in _STOPS]
    wide = sum(len(line) > _NEARLY * width for line in bare)
    if len(sure) < _FEWEST or len(going_on) < _SHARE * wide:
        return text
    ends = {no for no in going_on if not _is_of_a_head(no, bare, set(going_on))}
    for no in ends:
        bare[no] += _NOTHING * (len(lines[no]) - len(bare[no])) + " "
    return "".join(bare[no] if no in ends else f"{line}\n" for no, line in enumerate(lines))[:-1]


def _is_of_a_head(no: int, lines: list[str], going_on: set[int]) -> bool:
    """Tell whether a full line and the next follow a line without a stop, as in an address."""
    before = lines[no - 1] if no else ""
    alone = no - 1 not in going_on and no + 1 not in going_on
    return alone and bool(before) and not before.endswith((*_STOPS, ",", "،"))


def _first_word(line: str) -> int:
    """Return the length of a line's first word."""
    stripped = line.lstrip()
    blank = stripped.find(" ")
    return len(stripped) if blank < 0 else blank


def _goes_on(line: str, after: str) -> bool:
    """Tell whether a full line may go on in the next."""
    if _NEXT_ITEM.match(after.lstrip()) or _COLUMNS.search(line) or _COLUMNS.search(after):
        return False
    first = after.lstrip()[0]
    return line[-1] not in _STOPS or first.islower() or first.isdigit()
