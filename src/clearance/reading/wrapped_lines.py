"""Lines that end only because the page does: they are told apart and read on.

A text that was set in lines of one width (mail, a text file, the text layer of a PDF) breaks names,
dates and formulas wherever a line is full. A blank in the place of such an end of line makes the
paragraph whole, and leaves every other place where it is. What is our guess: the signs below.
"""

from __future__ import annotations

from clearance.reading.expressions import on_demand

_WIDEST = 140  # characters; a longer line is a paragraph, in a text that no page has broken
_NARROWEST = 24
_FEWEST = 2  # full lines that go on, before a text counts as set in lines
_SHARE = 0.4  # of the lines of nearly full width
_NEARLY = 0.8
_ODD = 0.1  # of the lines of a PDF: two may have been joined at a hyphen
_UNSEEN = 3  # the width may be a little more than the longest line
_LOOSE = 0.86  # of the width: letters of a PDF are not all of one
_NEXT_ITEM = on_demand(
    r"[-–—•·*●▪\uf0b7]"
    r"|\(?(?:[0-9٠-٩]{1,3}|[A-Za-z]|[ivxIVX]{1,5}|[أ-ي])[.)]\s"
    r"|[0-9٠-٩]{1,3}\s?-\s?[ء-ي]"
    r"|(?:من (?:الساعة )?)?[0-9٠-٩]{1,2}[:.][0-5٠-٥][0-9٠-٩]\s*(?:[-–—]|إلى|حتى)"  # of a programme
    r"|(?:[A-ZÀ-Þ][^:\n,;]{0,28}|[ء-ي][^:\n,;]{0,16}):(?=\s|$)"  # a label before what it names
    r"|(?:Articles?|Annex(?:e|es)?|Section|Chapter|Chapitre|(?:ال)?مادة|(?:ال)?مرفق|البند|الفصل)"
    r"\s+[\d٠-٩IVX(]+\s*[-–—:.]"
)
_STOPS = frozenset(".:;!?؟؛")
_AFTER_A_LETTER = frozenset(".)ivx")
_ARABIC = "\u0600"
_LONGEST_WORD = 24
_BRIEF = 0.5  # of the width
_COMMAS = frozenset(",،")
_LABEL = 30
_NOTHING = "\u200e"  # which the skeleton leaves out: for the blanks before an end of line
_DAY_LAST = on_demand(  # "– 8 January 2026", "le 9 mai 2026"
    r"(?:[–—,)-]|\b(?:on|le)) \d{1,2}(?:er|st|nd|rd|th)? [^\W\d_]{3,9} (?:19|20)\d\d$"
)
_TWO_BLANKS = on_demand(r"  (?<=\S  )(?=\S)")
_COLUMNS = on_demand(  # or leaders to a figure; what parts them comes first, for it is rare
    "(?:   (?<=\\S   ) *|\t(?<=\\S\t)|\\.\\.\\.\\.(?:(?<=\\S.{4})|(?<=\\S .{4}))\\.* ?)\\S"
)


def with_single_blanks(text: str) -> str:
    """Return the text with one blank between words where there are two, at their places.

    Three and more part columns, and stay.
    """
    return _TWO_BLANKS.sub(f" {_NOTHING}", text) if "  " in text else text


def read_on(text: str, *, is_exact: bool = True) -> str:
    """Return the text with a blank for each end of line within a paragraph.

    ``is_exact`` False: the lines were measured in points, not in characters. A text whose lines
    are paragraphs is returned as it is.
    """
    if is_exact and _has_longer_line(text, _WIDEST + _UNSEEN):
        return text
    lines = text.split("\n")
    lengths = list(map(len, lines))
    bare = lines
    if " \n" in text or "\r" in text:
        bare = [line.rstrip() for line in lines]
        lengths = list(map(len, bare))
    width = max(lengths)
    if width > _WIDEST:
        if is_exact or sum(length > _WIDEST for length in lengths) > _ODD * len(lengths):
            return text
        width = max((length for length in lengths if length <= _WIDEST), default=0)
    if width < _NARROWEST:
        return text
    going_on, sure = _going_on(bare, lengths, width - _UNSEEN if is_exact else int(width * _LOOSE))
    nearly = _NEARLY * width
    if sure < _FEWEST or len(going_on) < _SHARE * len([1 for each in lengths if each > nearly]):
        return text
    ends = {
        no
        for no in going_on
        if not _is_of_a_head(no, bare, going_on) and not _is_dated(no, bare, going_on)
    }
    if bare is not lines:
        for no in ends:
            lines[no] = bare[no] + _NOTHING * (len(lines[no]) - lengths[no])
    return "".join([line + (" " if no in ends else "\n") for no, line in enumerate(lines)])[:-1]


def _has_longer_line(text: str, most: int) -> bool:
    """Tell whether a line has more characters, without taking the text apart."""
    at = 0
    while len(text) - at > most:
        last = text.rfind("\n", at, at + most + 1)
        if last < 0:
            return True
        at = last + 1
    return False


def _going_on(lines: list[str], lengths: list[int], within: int) -> tuple[set[int], int]:
    """Return the full lines that may go on in the next, and how many of them surely do."""
    going_on, sure = set(), 0
    least = max(0, within - _LONGEST_WORD)
    together = "\n".join(lines)
    may_have_columns = "   " in together or "\t" in together or "...." in together
    long = [no for no, length in enumerate(lengths[:-1]) if length > least]
    for no in long:
        after = lines[no + 1]
        if not after:
            continue
        if after[0] == " ":
            after = after.lstrip()
        blank = after.find(" ")
        if not after or lengths[no] + 1 + (blank if blank >= 0 else len(after)) <= within:
            continue
        first, last = after[0], lines[no][-1]
        is_small = first.islower()
        if last in _STOPS and not is_small and not first.isdigit():
            continue
        # A small letter begins a point only with its bracket or full stop.
        if (not is_small or after[1:2] in _AFTER_A_LETTER) and _NEXT_ITEM.match(after):
            continue
        if not is_small and len(after) < _BRIEF * within and after.rstrip()[-1:] in _COMMAS:
            continue  # "Excellency,": the last line of a paragraph has a stop
        if may_have_columns and (_COLUMNS.search(lines[no]) or _COLUMNS.search(after)):
            continue
        going_on.add(no)
        sure += last not in _STOPS and (is_small or first >= _ARABIC)
    return going_on, sure


def _is_of_a_head(no: int, lines: list[str], going_on: set[int]) -> bool:
    """Tell whether a full line and the next follow a line without a stop, as in an address."""
    if no - 1 in going_on or no + 1 in going_on or not no:
        return False
    first = lines[no + 1].lstrip()[:1]
    if ":" in lines[no] or ";" in lines[no] or first.islower() or first.isdigit():
        return False  # "approved on 7 April / 2026": no line of an address goes on so
    before = lines[no - 1]
    if not before or before.endswith((*_STOPS, ",", "،")):
        return False
    return ":" not in before[:_LABEL]  # what a label names is whole


def _is_dated(no: int, lines: list[str], going_on: set[int]) -> bool:
    """Tell whether a line is whole with its day, as one of approval is: a paragraph begins below.

    "Seen and approved – name, post – 8 January 2026", over "Acting on Resolution 3/50".
    """
    return (
        no - 1 not in going_on
        and lines[no + 1].lstrip()[:1].isupper()
        and _DAY_LAST.search(lines[no]) is not None
    )
