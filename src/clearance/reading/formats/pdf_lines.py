"""Lines of a page that run from right to left, set right by where their signs stand on the page.

pdfium turns such a line by guess, and two things too far: the letters of a ligature, which are one
sign in one box, and what is in Latin letters within the line ("A/RES/77/247" becomes
"/77/247RES/A"), or alone in it. No dictionary tells "السلام" from "السالم"; the places of the signs
do.
Source: Unicode Standard Annex 9 (which stretches of such a line run from left to right).
"""

from __future__ import annotations

import re
import string
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import pypdfium2

from clearance.reading.expressions import on_demand
from clearance.reading.formats.pdf_boxes import Boxes, Edges

_TURNED = on_demand("[اأإآ]ل")
_SHOWN_BY = ("اال", "األ", "اإل", "اآل")
_LONG = 600  # characters: our guess
_ARABIC = on_demand("[\u0621-\u064a]")
_ALEF, _LETTERS = np.uint16(0x0621), 0x2A  # the first of these, and how many they are
_NO_LATIN = bytes(code for code in range(128) if not chr(code).isalpha())
_WORD = on_demand("[\u0610-\u061a\u0621-\u065f\u066e-\u06d5]+|.")
_LATIN = on_demand("[A-Za-z]")
_LINE = on_demand(r"[^\r\n]+")
_FROM_LATIN = "[A-Za-z](?:[^\u0600-\u06ff\ufb50-\ufefc]*[A-Za-z0-9])?"
_STRETCH = on_demand(  # from left to right within the line: from a Latin letter on, or a number
    f"{_FROM_LATIN}|[0-9]+(?:[./,:][0-9]+)*(?:{_FROM_LATIN})?"
    "|[\u0660-\u0669]+(?:[/.,:\u066b\u066c][\u0660-\u0669]+)*|."
)
_BEGINS_STRETCH = frozenset(string.ascii_letters + string.digits + "٠١٢٣٤٥٦٧٨٩")
STRONG_LETTERS = frozenset((*string.ascii_letters, *map(chr, range(0x0621, 0x064B))))
_BRACKETS = on_demand(r"[()\[\]«»]")
_OPEN, _CLOSED = {")": "(", "]": "[", "»": "«"}, {"(": ")", "[": "]", "«": "»"}
MIRROR = _OPEN | _CLOSED
# "1/51-PAL" and "PAL-1/51" look alike in such a line; a resolution has its number first.
_RESOLUTION = on_demand(
    r"(?<![\w/.-])([A-Z]{1,6}(?: ?\([A-Z]{2,4}\))?)-(\d{1,3}/\d{1,2})(?![\w/-]|\.\d)"
)
# A full stop that was set before its number, and a range, of which pdfium turns some.
_DOUBTFUL = on_demand(
    "(?<!\\S)[.,:\u060c\u061b][0-9\u0660-\u0669]|[0-9]-[0-9]|[\u0660-\u0669]-[\u0660-\u0669]"
)
_TWICE = on_demand("([أإآ])\\1")  # alef and its hamza, two signs that each name the letter


_EDGES = Edges()  # of the letter asked about; one page is read at a time


class Sign(NamedTuple):
    """What stands together on the page: an Arabic word, or one other character."""

    middle: float
    letters: str


def with_right_order(layer: pypdfium2.PdfTextPage, text: str) -> str:
    """Return the text of a page's layer with what pdfium turned too far set right."""
    if not _ARABIC.search(text):
        return text
    text = _with_right_ligatures(layer, text)
    boxes = Boxes(layer, len(text))
    if _LATIN.search(text) or _DOUBTFUL.search(text):
        is_arabic_page = _is_arabic(text)

        def set_right(line: re.Match[str]) -> str:
            whole = line[0]
            if not (_LATIN.search(whole) or _DOUBTFUL.search(whole)):
                return whole
            printed = whole.strip()
            if not (is_arabic_page or _is_arabic(printed)):
                return whole
            begin = len(whole) - len(whole.lstrip())
            signs = _signs(boxes, printed, line.start() + begin)
            if not signs:
                return whole
            end = begin + len(printed)
            is_mixed = _ARABIC.search(whole) is not None
            told = in_order_of_reading(signs) if is_mixed else from_left_to_right(signs)
            return whole[:begin] + told + whole[end:]

        text = _LINE.sub(set_right, text)
    return _TWICE.sub(r"\1", text)


def from_left_to_right(signs: list[Sign]) -> str:
    """Return the text of a line without Arabic letters."""
    return "".join(sign.letters for sign in sorted(signs, key=lambda sign: sign.middle))


def in_order_of_reading(signs: list[Sign]) -> str:
    """Return the text of a line from right to left, given its signs and where they stand."""
    picture = sorted(signs, key=attrgetter("middle"))
    shown = "".join([sign.letters[0] for sign in picture])
    pieces = []
    end = 0
    while end < len(shown):
        if shown[end] not in _BEGINS_STRETCH:
            pieces.append(_with_pairs(picture[end].letters))
            end += 1
            continue
        stretch = _STRETCH.match(shown, end)
        start, end = stretch.span() if stretch else (end, end + 1)
        if shown[start].isascii() and shown[start].isalnum():
            is_open = len(_BRACKETS.findall(shown, start, end)) % 2 == 1
            runs_on = start == 0 and shown[end : end + 1] in ("/", "-")  # in the next line
            end += bool(runs_on or (is_open and _BRACKETS.match(shown, end)))
        pieces.append(_with_pairs("".join(sign.letters for sign in picture[start:end])))
    return _RESOLUTION.sub(r"\2-\1", "".join(reversed(pieces)))


def _with_pairs(letters: str) -> str:
    """Return a stretch from left to right with its brackets opened and closed in turn."""
    if len(letters) == 1 or not _BRACKETS.search(letters):
        return letters
    pieces = _BRACKETS.split(letters)
    signs = [
        (_CLOSED if place % 2 else _OPEN).get(sign, sign)
        for place, sign in enumerate(_BRACKETS.findall(letters))
    ]
    return pieces[0] + "".join(map("".join, zip(signs, pieces[1:], strict=True)))


def _is_arabic(text: str) -> bool:
    """Tell whether the text has no fewer Arabic letters than Latin ones."""
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    arabic = np.count_nonzero(codes - _ALEF < _LETTERS)
    return bool(arabic >= len(text.encode("ascii", "ignore").translate(None, _NO_LATIN)))


def _signs(boxes: Boxes, line: str, begin: int) -> list[Sign]:
    """Return the signs of a line; none where the page does not tell where one stands.

    pdfium mirrors a bracket but after a Latin letter; here all are mirrored, as it does the others.
    """
    signs = []
    is_latin = False
    for match in _WORD.finditer(line):
        edges: list[float] = []
        for place in range(*match.span()):
            if not boxes.of(begin + place, _EDGES):
                return []
            edges += (_EDGES.left.value, _EDGES.right.value)
        letters = match[0]
        if letters[0] in STRONG_LETTERS:
            is_latin = letters.isascii()
        elif is_latin:
            letters = MIRROR.get(letters, letters)
        middle = (min(edges[::2]) + max(edges[1::2])) / 2
        signs.append(Sign(middle, letters))
    return signs


def _with_right_ligatures(layer: pypdfium2.PdfTextPage, text: str) -> str:
    """Return the text with lam before alef where one sign holds both.

    Where that is so, the article before such a word shows it: in a long text it comes often.
    """
    if len(text) > _LONG and not any(sign in text for sign in _SHOWN_BY):
        return text
    are_one = Boxes(layer, len(text)).are_one

    def set_right(pair: re.Match[str]) -> str:
        place = pair.start()
        return pair[0][::-1] if are_one(place, place + 1) else pair[0]

    return _TURNED.sub(set_right, text)
