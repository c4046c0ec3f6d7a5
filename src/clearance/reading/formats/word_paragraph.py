"""The text of one ``w:p`` as its reader sees it, and the element that holds each piece of it.

The reader of DOCX takes down the same text; who writes into the file at a place of that
text (a comment, a correction) walks ``pieces``, whose texts joined are the same text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Element = Any  # lxml ships no types

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # Strict
)
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = f"{_COMPATIBLE}AlternateContent"
CHOICE = f"{_COMPATIBLE}Choice"
FALLBACK = f"{_COMPATIBLE}Fallback"


def names(*local: str) -> tuple[str, ...]:
    """Return the tags of that name, as transitional and as strict files write them."""
    return tuple(f"{{{space}}}{name}" for space in NAMESPACES for name in local)


TEXT = frozenset((*names("t"), *(f"{{{space}}}t" for space in _MATH)))
FIXED = {
    **dict.fromkeys(names("tab", "ptab"), "\t"),
    **dict.fromkeys(names("br", "cr"), "\n"),
    **dict.fromkeys(names("noBreakHyphen"), "\u2011"),
    **dict.fromkeys(names("softHyphen"), "\u00ad"),
}
SYMBOL = frozenset(names("sym"))
RAISED = frozenset(names("vertAlign"))
_RUN = frozenset(names("r"))
_PROPERTIES = frozenset(names("pPr", "rPr"))
# What makes a paragraph one that only ``pieces`` reads rightly.
INTRICATE = (*SYMBOL, *names("del", "moveFrom"))
# Text that was deleted or moved away, and what stands in a text box: its own paragraphs.
_LEFT_OUT = frozenset((*names("del", "moveFrom", "txbxContent"), *_PROPERTIES))

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# The private letters of the font Symbol that official papers use; others are shown as a box.
_SYMBOLS = {0xB7: "•", 0xB0: "°", 0x2D: "−", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷"}


def text_of(paragraph: Element) -> str:
    """Return the text of a paragraph: its pieces joined."""
    return "".join([text for _, text in pieces(paragraph)])


def line(text: str) -> str:
    """Return the text of a ``w:t``: a line break of the XML itself is a blank."""
    return text.replace("\r", " ").replace("\n", " ")


def pieces(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """Yield each element that shows text, with that text, in the order of reading.

    What was deleted or moved away with changes tracked is left out, inserted text is kept; the
    paragraphs of a text box are no part of the paragraph that it is anchored in.
    """
    for child in paragraph:
        tag = child.tag
        if tag in TEXT:
            if child.text:
                yield child, line(child.text)
        elif tag in FIXED:
            yield child, FIXED[tag]
        elif tag in SYMBOL:
            yield child, _symbol(child)
        elif tag == ALTERNATIVES:
            yield from pieces(_chosen(child))
        elif tag in _RUN:
            yield from _raised(child) if _is_raised(child) else pieces(child)
        elif tag not in _LEFT_OUT:
            yield from pieces(child)


def _raised(run: Element) -> Iterator[tuple[Element, str]]:
    """Yield the pieces of a raised run; a raised figure is a note's mark, no part of a year."""
    for element, text in pieces(run):
        yield element, text.translate(_SUPERSCRIPT)


def _is_raised(run: Element) -> bool:
    for properties in run:
        if properties.tag in _PROPERTIES:
            for mark in properties:
                if mark.tag in RAISED:
                    return "superscript" in mark.attrib.values()
    return False


def _chosen(alternatives: Element) -> Element:
    """Return the first branch that shows something: newer programs read it, older ones the last."""
    branches = [child for child in alternatives if child.tag in (CHOICE, FALLBACK)]
    for branch in branches:
        if next(branch.iter(*TEXT, *SYMBOL), None) is not None:
            return branch
    return branches[0] if branches else alternatives


def _symbol(element: Element) -> str:
    code = next((value for name, value in element.attrib.items() if name.endswith("}char")), "")
    try:
        letter = int(code, 16)
    except ValueError:
        return "□"
    if 0xF000 <= letter <= 0xF0FF:
        return _SYMBOLS.get(letter - 0xF000, "□")
    return chr(letter) if 0x20 <= letter < 0xD800 else "□"
