"""Arabic that was stored in the order of its picture, from left to right: told and set right.

One official Arabic PDF in six has such a text layer. Its words are reversed, its figures are not.
A second fault is finer: the ligature of lam and alef comes apart in the wrong order. Both are
mended here; a mended text is a reading of the file, not its letters, so places are approximate.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from clearance.reading.arabic_ligatures import has_split_ligatures, with_whole_ligatures
from clearance.reading.expressions import on_demand

_LETTER = "\u0621-\u063a\u0640-\u0652"
_HAS_ARABIC = on_demand("[\u0621-\u064a\ufb50-\ufdff\ufe70-\ufefc]")
_FORMS = on_demand("[\ufb50-\ufdff\ufe70-\ufefc]+")
_SAMPLE = 60_000  # characters that decide on a text; of longer ones, a third from each end too

# Signs of each order: small words, the article before a word, ta marbuta behind one. Found by
# counting: of 164 texts in reading order none comes near, 33 reversed ones are all told.
_WORDS = frozenset(
    {"في", "على", "إلى", "من", "عن", "أن", "التي", "الذي", "هذا", "هذه", "ذلك", "بين"}
)
_TURNED_WORDS = frozenset(word[::-1] for word in _WORDS)
_RUN = on_demand(f"[{_LETTER}]+")
_FEWEST = 3  # signs of the wrong order; a letterhead alone has more

# What keeps its order within a reversed line: figures with their points, words of Latin letters.
_TOKEN = on_demand(
    "[A-Za-z\u00c0-\u024f](?:[^\n\u0600-\u06ff\ufb50-\ufefc]*[A-Za-z\u00c0-\u024f0-9])?"
    "|[0-9\u0660-\u0669]+(?:[.,/:\u066b\u066c][0-9\u0660-\u0669]+)*"
    "|.",
    re.DOTALL,
)
_MIRROR = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))


def in_reading_order(
    text: str, fewest_ligatures: int = 3, *, was_reversed: bool | None = None
) -> str | None:
    """Return the text with its Arabic set right; None: nothing was wrong with it.

    Lines are kept as lines, in their order. ``fewest_ligatures``: how many that were taken apart
    wrongly decide; one does where nobody typed the text, as in a text layer. ``was_reversed``:
    what :func:`is_reversed` says of it; None: it was not asked.
    """
    if not _HAS_ARABIC.search(text):
        return None
    if is_reversed(text) if was_reversed is None else was_reversed:
        lines = [_line(line) for line in text.split("\n")]
        return with_whole_ligatures(_FORMS.sub(_plain, "\n".join(lines)))
    return with_whole_ligatures(text) if has_split_ligatures(text, fewest_ligatures) else None


def is_reversed(text: str) -> bool:
    """Tell whether the Arabic of a text is stored in the order of its picture."""
    if len(text) > _SAMPLE:
        third = _SAMPLE // 3
        middle = len(text) // 2
        text = "\n".join((text[:third], text[middle : middle + third], text[-third:]))
    plain = _FORMS.sub(_plain, text)
    runs = Counter(_RUN.findall(plain))
    backward = _count_backward(runs)
    return backward >= _FEWEST and backward > 2 * _count_forward(runs)


def _count_forward(runs: Counter[str]) -> int:
    """Return how many signs of the order of reading stand in the runs of letters."""
    found = 0
    for run, count in runs.items():
        if run in _WORDS:
            found += count
        elif len(run) > 2:
            found += count * ((run[:2] == "ال" and len(run) > 3) + (run[-1] == "ة"))
    return found


def _count_backward(runs: Counter[str]) -> int:
    """Return how many signs of the order of the picture stand in the runs of letters."""
    found = 0
    for run, count in runs.items():
        if run in _TURNED_WORDS:
            found += count
        elif len(run) > 2:
            found += count * ((run[0] in "ةى") + (run[-2:] == "لا" and len(run) > 3))
    return found


def _line(line: str) -> str:
    """Return a line in reading order; one that is in order already, or not Arabic, as it is."""
    if not _HAS_ARABIC.search(line):
        return line
    plain = _FORMS.sub(_plain, line)
    runs = Counter(_RUN.findall(plain))
    if _count_forward(runs) > _count_backward(runs):
        return line
    ending = "\r" if line.endswith("\r") else ""
    tokens = _TOKEN.findall(line[: len(line) - len(ending)])
    tokens.reverse()
    return "".join([_MIRROR.get(token, token) for token in tokens]) + ending


def _plain(forms: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", forms[0])
