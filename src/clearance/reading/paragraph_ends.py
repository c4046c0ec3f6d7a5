"""A blank line after each paragraph of the body, where a text has none.

The files of word processors set paragraphs apart by space, not by a blank line; what is a paragraph
and what a line of an address or a signature then shows in their length alone. Our guess.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_LONG = 90  # characters, which no line of a letter's head or foot has
_SENTENCE = 40  # characters, with a stop at the end
_STOPS = (".", ";", "!", "?", "؟", "؛")
_SPARSE = 600  # characters for each blank line: a text with more of them has its own


def parted(text: str) -> tuple[str, npt.NDArray[np.int64] | None]:
    """Return the text with its body paragraphs apart, and for each character where it was.

    None: nothing was changed.
    """
    if text.count("\n\n") * _SPARSE > len(text):
        return text, None
    lines = text.split("\n")
    is_body = [
        len(line) >= _LONG or (len(line) >= _SENTENCE and line.endswith(_STOPS)) for line in lines
    ]
    if not any(is_body):
        return text, None
    ends: list[int] = []
    place = -1
    for no, line in enumerate(lines[:-1]):
        place += len(line) + 1
        after = lines[no + 1]
        if (is_body[no] or len(after) >= _LONG) and line and after and "\t" not in line:
            lines[no] = f"{line}\n"
            ends.append(place)
    origin = np.insert(np.arange(len(text)), [end + 1 for end in ends], ends)
    return "\n".join(lines), origin
