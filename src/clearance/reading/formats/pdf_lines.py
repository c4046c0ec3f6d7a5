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
from collections.abc import Callable, Iterator
from itertools import accumulate, chain, compress, islice
from math import isnan
from operator import itemgetter

import numpy as np
import pypdfium2

from clearance.reading.expressions import on_demand
from clearance.reading.formats.pdf_boxes import Boxes

_TURNED = on_demand("[اأإآ]ل")
_SHOWN_BY = on_demand("ا[اأإآ]ل|(?<![\u0621-\u064a])ال(?![\u0621-\u064a])")
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
    "|[\u0660-\u0669]+(?:[/.,:\u066b\u066c][\u0660-\u0669]+)*"
)
_STRONG_LETTERS = frozenset((*string.ascii_letters, *map(chr, range(0x0621, 0x064B))))
_BRACKETS = on_demand(r"[()\[\]«»]")
_OPEN, _CLOSED = {")": "(", "]": "[", "»": "«"}, {"(": ")", "[": "]", "«": "»"}
_MIRROR = _OPEN | _CLOSED
# "1/51-PAL" and "PAL-1/51" look alike in such a line; a resolution has its number first.
_RESOLUTION = on_demand(
    r"(?<![\w/.-])([A-Z]{1,6}(?: ?\([A-Z]{2,4}\))?)-(\d{1,3}/\d{1,2})(?![\w/-]|\.\d)"
)
# A full stop that was set before its number, and a range, of which pdfium turns some.
_DOUBTFUL = on_demand(
    "(?<!\\S)[.,:\u060c\u061b][0-9\u0660-\u0669]|[0-9]-[0-9]|[\u0660-\u0669]-[\u0660-\u0669]"
)
_TWICE = on_demand("([أإآ])\\1")  # alef and its hamza, two signs that each name the letter


Sign = tuple[float, str]
"""What stands together on the page, an Arabic word or one other character, behind its middle."""

_middle_of: Callable[[Sign], float] = itemgetter(0)


def with_right_order(
    layer: pypdfium2.PdfTextPage, text: str, *, but: re.Pattern[str] | None = None
) -> str:
    """Return the text of a page's layer with what pdfium turned too far set right.

    ``but``: lines that have this are left to who reads them anew; None: none are.
    """
    if not _ARABIC.search(text):
        return text
    text = _with_right_ligatures(layer, text)
    if _LATIN.search(text) or _DOUBTFUL.search(text):
        text = _with_right_lines(layer, text, but)
    return _TWICE.sub(r"\1", text)


def _with_right_lines(layer: pypdfium2.PdfTextPage, text: str, but: re.Pattern[str] | None) -> str:
    """Return the text with its lines that pdfium may have turned too far set right."""
    is_arabic_page = _is_arabic(text)
    lines: list[tuple[int, str]] = []  # where each begins
    for line in _LINE.finditer(text):
        whole = line[0]
        has_latin = _LATIN.search(whole) is not None
        if has_latin and not is_arabic_page and not _ARABIC.search(whole):
            continue
        if (has_latin or _DOUBTFUL.search(whole)) and not (but and but.search(whole)):
            printed = whole.strip()
            if is_arabic_page or _is_arabic(printed):
                lines.append((line.start() + len(whole) - len(whole.lstrip()), printed))
    pieces: list[str] = []
    end = 0
    for (begin, printed), signs in zip(lines, _signs(layer, text, lines), strict=True):
        if signs:
            is_mixed = _ARABIC.search(printed) is not None
            told = in_order_of_reading(signs) if is_mixed else from_left_to_right(signs)
            pieces += (text[end:begin], told)
            end = begin + len(printed)
    return "".join(pieces) + text[end:]


def from_left_to_right(signs: list[Sign]) -> str:
    """Return the text of a line without Arabic letters."""
    return "".join([letters for _, letters in sorted(signs, key=_middle_of)])


def in_order_of_reading(signs: list[Sign]) -> str:
    """Return the text of a line from right to left, given its signs and where they stand."""
    picture = [letters for _, letters in sorted(signs, key=_middle_of)]
    shown = "".join([letters[0] for letters in picture])
    pieces: list[str] = []
    end = 0
    while stretch := _STRETCH.search(shown, end):
        pieces += picture[end : stretch.start()]
        start, end = stretch.span()
        if shown[start].isascii():
            is_open = len(_BRACKETS.findall(shown, start, end)) % 2 == 1
            runs_on = start == 0 and shown[end : end + 1] in ("/", "-")  # in the next line
            end += bool(runs_on or (is_open and _BRACKETS.match(shown, end)))
        pieces.append(_with_pairs("".join(picture[start:end])))
    pieces += picture[end:]
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


def _signs(
    layer: pypdfium2.PdfTextPage, text: str, lines: list[tuple[int, str]]
) -> Iterator[list[Sign]]:
    """Yield the signs of each line; none where the page does not tell where one stands.

    pdfium mirrors a bracket but after a Latin letter; here all are mirrored, as it does the others.
    """
    if not lines:
        return
    places = [place for begin, line in lines for place in range(begin, begin + len(line))]
    left, right, *_ = Boxes(layer, len(text)).edges(places)
    words = [_WORD.findall(line) for _, line in lines]
    begins = [0, *accumulate(map(len, chain.from_iterable(words)))][:-1]
    middles = (np.minimum.reduceat(left, begins) + np.maximum.reduceat(right, begins)) / 2
    is_lost = bool(np.isnan(middles).any())
    told = iter(middles.tolist())
    for own, (_, line) in zip(words, lines, strict=True):
        signs = list(zip(islice(told, len(own)), mirrored(own, line), strict=True))
        yield [] if is_lost and any(map(isnan, map(_middle_of, signs))) else signs


def mirrored(words: list[str], line: str) -> list[str]:
    """Return the words of a line with the brackets behind Latin letters turned."""
    if not _BRACKETS.search(line):
        return words
    turned = []
    is_latin = False
    for word in words:
        if word[0] in _STRONG_LETTERS:
            is_latin = word.isascii()
        turned.append(_MIRROR.get(word, word) if is_latin else word)
    return turned


def _with_right_ligatures(layer: pypdfium2.PdfTextPage, text: str) -> str:
    """Return the text with lam before alef where one sign holds both.

    Where that is so, the article before such a word or a lone "not" shows it: in a long text they
    come often.
    """
    if len(text) > _LONG and not _SHOWN_BY.search(text):
        return text
    begins = [pair.start() for pair in _TURNED.finditer(text)]
    if not begins:
        return text
    boxes = Boxes(layer, len(text))
    one, other = boxes.edges(begins), boxes.edges([begin + 1 for begin in begins])
    are_one = np.logical_and.reduce(np.equal(one, other)).tolist()
    letters = list(text)
    for begin in compress(begins, are_one):
        letters[begin : begin + 2] = text[begin + 1], text[begin]
    return "".join(letters)
