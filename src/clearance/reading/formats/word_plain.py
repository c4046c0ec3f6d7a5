"""The quick way through a member of a DOCX whose paragraphs stand one below the other.

Most letters are such: no table, text box, note, tracked deletion, symbol or raised figure. What
is not so plain, or not sound, is left to the reader that takes each element as it comes.
"""

from __future__ import annotations

from typing import Any

from clearance.reading.formats.word_paragraph import (
    ALTERNATIVES,
    FALLBACK,
    FIXED,
    INTRICATE,
    RAISED,
    TEXT,
    line,
    names,
)
from clearance.reading.markup import tree_of
from clearance.reading.unreadable import Damaged, Unsafe

Element = Any  # lxml ships no types

MOST_BYTES = 1_000_000  # of a member that is held in memory as a whole, at about ten times its size
_PARAGRAPH = frozenset(names("p"))
_TAB_STOPS = frozenset(names("tabs"))
_BODY = frozenset(names("body"))
_OTHERS = frozenset(names("p", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr"))
_INTRICATE = (
    *RAISED, *INTRICATE, ALTERNATIVES, FALLBACK,
    *names("txbxContent", "tbl", "tr", "tc", "footnote", "endnote"),
)  # fmt: skip
_TAGS = (*_PARAGRAPH, *TEXT, *FIXED, *_INTRICATE)


def plain_paragraphs(data: bytes, form: str) -> list[tuple[Element, str]] | None:
    """Return each ``w:p`` with its text, in the order of the file; None: it is not so plain."""
    try:
        root = tree_of(data, form)
    except (Damaged, Unsafe):
        return None  # who reads it element by element says what is wrong
    if not _is_plain(root):
        return None
    found: list[tuple[Element, str]] = []
    pieces: list[str] = []
    paragraph = None
    for element in root.iter(*_TAGS):
        tag = element.tag
        if tag in TEXT:
            if text := element.text:
                pieces.append(line(text) if "\n" in text else text)
        elif tag in _PARAGRAPH:
            if paragraph is not None:
                found.append((paragraph, "".join(pieces)))
            paragraph, pieces = element, []
        elif tag not in FIXED:
            return None
        elif element.getparent().tag not in _TAB_STOPS:
            pieces.append(FIXED[tag])
    if paragraph is not None:
        found.append((paragraph, "".join(pieces)))
    return found


def _is_plain(root: Element) -> bool:
    """Tell whether all that stands in the body, or in the header, is paragraphs."""
    within = root
    if (first := next(root.iterchildren(*_BODY), None)) is not None:
        if len(root) > 1:
            return False
        within = first
    # Counted, as asking each for its tag takes twice as long.
    others = sum(1 for _ in within.iterchildren(*_OTHERS))
    return others == len(within) and within.tag not in _PARAGRAPH
