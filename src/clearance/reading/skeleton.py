"""The skeleton of a text: one plain letter for each of its letters, so that one pattern reads all.

Capitals become small, accents fall, the forms of alef, ya, ta marbuta and hamza become one, digits
of every script become 0-9, quotation marks, dashes, commas and blanks become the plain ones. What
is no letter at all (tatweel, vowel marks, combining accents, direction marks) is left out. The
skeleton and the clean text beside it have the same length, so a place in one is the same place in
the other; ``Folded.origin`` leads back to the text as it was given.

The letters of the skeleton are those of Latin-1, Arabic on letters that are free there: a pattern
costs one byte a letter, and ``\\w`` and ``\\b`` hold for all three languages.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from clearance.reading.expressions import on_demand

# 36 Arabic letters on Latin-1 letters. Unified: alef with its hamzas, waw and ya with theirs,
# alef maqsura with ya, ta marbuta with ha, Persian kaf and ya with the Arabic ones.
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچڤگژ"
_UNIFIED = {
    "ا": "أإآٱ",
    "ه": "ةەہھ",
    "و": "ؤۇۋ",
    "ي": "ىئیې",
    "ك": "ک",
}
_SEATS = [code for code in range(0xC0, 0x100) if code not in (0xD7, 0xF7)]
_PLAIN = {
    "'": "’‘ʼ`´′ʿʾ‛",
    '"': "“”«»„‟″",
    "-": "‐‑‒–—―−",
    ",": "،",
    ";": "؛",
    "?": "؟",
    "%": "٪",
    ".": "٫۔…",
    "o": "°º",
    " ": "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\x0b",
    "\n": "\u2028\u2029\x85\x0c",
}
_DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_LEFT_OUT = 0
_UNSHOWN = b"\0"
_EXPANDS = 1
_JOINS, _FORM = 2, 3  # in the marked table alone
_FORMS, _FORMS_END = 0xFB00, 0xFEFD  # of letters as a printer sets them, Arabic ones too
_ACCENTS, _MANY_ACCENTS = 0x0300, 0x70  # that join the letter before them
_MANY_BASES = 0x0250  # the letters of Latin scripts
_OTHER = 0xA4  # the currency sign: not a letter, not a blank, in none of our patterns


def _letter(character: str, seats: dict[str, int]) -> int:
    """Return the skeleton's byte for one character of the basic plane."""
    if character in seats:
        return seats[character]
    category = unicodedata.category(character)
    if category == "No":  # a raised 1 is a footnote's mark and no part of the year before it
        return _OTHER
    if character == "\u0640" or category in ("Mn", "Me", "Cf", "Cc", "Cs"):
        return _LEFT_OUT
    composed = unicodedata.normalize("NFKD", character)
    base = "".join(part for part in composed if not unicodedata.combining(part))
    if len(base) == 1:
        lowered = base.lower()
        if lowered in seats:
            return seats[lowered]
        if len(lowered) == 1 and ord(lowered) < 0x80:
            return ord(lowered)
    elif 1 < len(base) <= 4 and all(part in seats for part in base.lower()):
        return _EXPANDS
    return ord("x") if category.startswith("L") else _OTHER


def _seats() -> dict[str, int]:
    seats = {chr(code): ord(chr(code).lower()) for code in range(0x20, 0x7F)}
    seats["\n"] = 0x0A
    seats.update(zip(_ARABIC, _SEATS, strict=False))
    for plain, forms in (_UNIFIED | _PLAIN).items():
        seats.update(dict.fromkeys(forms, seats[plain]))
    for digits in _DIGITS:
        seats.update(zip(digits, range(0x30, 0x3A), strict=True))
    seats |= {"ı": ord("i"), "ø": ord("o"), "đ": ord("d"), "ł": ord("l"), "٬": ord(",")}
    seats |= {"œ": _SEATS[-1], "Œ": _SEATS[-1], "æ": _SEATS[-2], "Æ": _SEATS[-2], "ß": _SEATS[-3]}
    return seats


def _table() -> npt.NDArray[np.uint8]:
    """Return the byte of each character; scripts that no paper of the house is in are letters."""
    seats = _seats()
    table = np.full(0x10000, ord("x"), dtype=np.uint8)
    for begin, end in ((0, 0x0780), (0x0870, 0x0900), (0x1E00, 0x2200), (0xD800, 0xD801)):
        table[begin:end] = [_letter(chr(code), seats) for code in range(begin, end)]
    table[0x2200:0x2E80] = _OTHER
    table[0xD800:0xF900] = _OTHER
    table[0xFB00:] = [_letter(chr(code), seats) for code in range(0xFB00, 0x10000)]
    return table


def _marked(table: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return the table with marks for what most pages have none of, so that bytes tell of it."""
    marked = table.copy()
    accents = marked[_ACCENTS : _ACCENTS + _MANY_ACCENTS]
    accents[accents == _LEFT_OUT] = _JOINS
    marked[_FORMS:_FORMS_END] = _FORM
    return marked


_TABLE = _table()
_MARKED = _marked(_TABLE)
_ASTRAL = on_demand("[\U00010000-\U0010ffff]")


@dataclass(slots=True)  # not frozen, and never changed: see Paragraph
class Folded:
    """A clean text and its skeleton, of one length; ``origin`` None: the text as it was given."""

    clean: str
    skeleton: str
    origin: npt.NDArray[np.int64] | None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the given text that the stretch of the clean text stands for."""
        if self.origin is None or not len(self.origin):
            return start, end
        last = len(self.origin) - 1
        return int(self.origin[min(start, last)]), int(self.origin[min(max(end - 1, 0), last)]) + 1

    def forward(self, offset: int) -> int:
        """Return the place in the clean text of a place in the given text."""
        return offset if self.origin is None else int(np.searchsorted(self.origin, offset))


def fold(text: str) -> Folded:
    """Return the clean text and its skeleton, with the way back to ``text``."""
    if text.isascii() and "\0" not in text and "\r" not in text:
        return Folded(text, text.lower(), None)
    codes = _codes(text)
    if len(codes) != len(text):  # characters beyond the basic plane take two places
        text = _ASTRAL.sub("\ufffd", text)
        codes = _codes(text)
    marked = _MARKED.take(codes)
    letters = marked.tobytes()
    if _FORM in letters or _JOINS in letters or _EXPANDS in letters:
        return _folded(text, codes, has_forms=_FORM in letters)
    if _LEFT_OUT not in letters:
        return Folded(text, letters.decode("latin-1"), None)
    (origin,) = (marked != _LEFT_OUT).nonzero()  # of flags it is told quicker
    skeleton = letters.translate(None, _UNSHOWN).decode("latin-1")
    return Folded(_text_of(codes.take(origin)), skeleton, origin)


def _folded(text: str, codes: npt.NDArray[np.uint16], *, has_forms: bool) -> Folded:
    """Return the same of a text that has accents of their own, ligatures or a printer's forms."""
    letters = _TABLE.take(codes)
    special = np.flatnonzero(letters <= _EXPANDS)
    marks = special[(codes.take(special) - _ACCENTS) < _MANY_ACCENTS]
    if len(marks):
        joined = _joined(codes, letters, marks)
        if joined is None:
            clean, origin = _composed(text, codes, special.tolist())
            return Folded(clean, _TABLE.take(_codes(clean)).tobytes().decode("latin-1"), origin)
        codes = joined
        letters = _TABLE.take(codes)
    if has_forms or letters.take(special).any():
        origin, codes = _taken_apart(codes)
        letters = _TABLE.take(codes)
    else:
        origin = np.flatnonzero(letters != _LEFT_OUT)
        codes, letters = codes.take(origin), letters.take(origin)
    return Folded(_text_of(codes), letters.tobytes().decode("latin-1"), origin)


def _text_of(codes: npt.NDArray[np.uint16]) -> str:
    return codes.tobytes().decode("utf-16-le", "surrogatepass")


def _joined(
    codes: npt.NDArray[np.uint16], letters: npt.NDArray[np.uint8], marks: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint16] | None:
    """Return the characters with each accent joined to the plain letter before it.

    None: an accent stands on another, on nothing or on a ligature, so letters are not so plain.
    """
    if marks[0] == 0:
        return None
    before = codes.take(marks - 1)
    if (before >= _MANY_BASES).any() or letters.take(marks - 1).min() <= _EXPANDS:
        return None
    found = _compositions().take(
        before.astype(np.int64) * _MANY_ACCENTS + codes.take(marks) - _ACCENTS
    )
    joined = codes.copy()
    joined[marks - 1] = np.where(found, found, before)
    return joined


@cache
def _compositions() -> npt.NDArray[np.uint16]:
    """Return for each Latin letter and each accent the one character of both; 0: there is none."""
    found = np.zeros(_MANY_BASES * _MANY_ACCENTS, dtype=np.uint16)
    for base in range(_MANY_BASES):
        for accent in range(_MANY_ACCENTS):
            both = unicodedata.normalize("NFC", chr(base) + chr(_ACCENTS + accent))
            if len(both) == 1:
                found[base * _MANY_ACCENTS + accent] = ord(both)
    return found


def _codes(text: str) -> npt.NDArray[np.uint16]:
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)


def _taken_apart(codes: npt.NDArray[np.uint16]) -> tuple[npt.NDArray[np.int64], Any]:
    """Return the characters with ligatures taken apart and forms made plain.

    First comes, for each, the place in ``codes`` that it came from.
    """
    lengths, firsts, rests = _parts()
    counts = lengths.take(codes)
    origin = np.flatnonzero(counts != 0)
    plain = firsts.take(codes).take(origin)
    several = np.flatnonzero(counts > 1)
    if not len(several):
        return origin, plain
    added = counts.take(several).astype(np.int64) - 1
    following = np.searchsorted(origin, several) + 1
    more = np.concatenate([rests[code] for code in codes.take(several).tolist()])
    return (
        np.insert(origin, following.repeat(added), several.repeat(added)),
        np.insert(plain, following.repeat(added), more),
    )


@cache
def _parts() -> tuple[
    npt.NDArray[np.uint8], npt.NDArray[np.uint16], dict[int, npt.NDArray[np.uint16]]
]:
    """Return for each character of how many it is made, the first of these, and the others."""
    lengths = np.ones(0x10000, dtype=np.uint8)
    firsts = np.arange(0x10000, dtype=np.uint16)
    rests: dict[int, npt.NDArray[np.uint16]] = {}
    lengths[_TABLE == _LEFT_OUT] = 0
    for code in (*np.flatnonzero(_TABLE == _EXPANDS).tolist(), *range(_FORMS, _FORMS_END)):
        parts = _codes(unicodedata.normalize("NFKC", chr(code)))
        lengths[code], firsts[code] = len(parts), parts[0]
        if len(parts) > 1:
            rests[code] = parts[1:]
    return lengths, firsts, rests


def _composed(
    text: str, codes: npt.NDArray[np.uint16], special: list[int]
) -> tuple[str, npt.NDArray[np.int64]]:
    """Return the text with accents joined to their letters and ligatures taken apart.

    Beside it stands, for each letter, the place in ``text`` that it came from. Only the places in
    ``special`` and the forms of letters are looked at; what stands between is taken as it is.
    """
    pieces: list[str] = []
    lengths = np.ones(len(text), dtype=np.int64)
    begin = 0
    forms = np.flatnonzero((codes >= _FORMS) & (codes < _FORMS_END)).tolist()
    for place in sorted({*special, *forms}):
        if place > begin:
            pieces.append(text[begin:place])
        begin = place + 1
        character = text[place]
        if _TABLE[codes[place]] == _LEFT_OUT:
            lengths[place] = 0
            if pieces and "\u0300" <= character <= "\u036f":
                before = pieces[-1]
                joined = unicodedata.normalize("NFC", before[-1] + character)
                pieces[-1] = before[:-1] + joined if len(joined) == 1 else before
        else:
            parts = unicodedata.normalize("NFKC", character)
            lengths[place] = len(parts)
            pieces.append(parts)
    pieces.append(text[begin:])
    return "".join(pieces), np.repeat(np.arange(len(text), dtype=np.int64), lengths)


@lru_cache(maxsize=8192)
def pattern(expression: str) -> str:
    """Return a regular expression, written in plain words, in the letters of the skeleton.

    What follows a backslash keeps its case, so that ``\\S`` stays what it is.
    """
    pieces = re.split(r"(\\.|\(\?P[<=]\w+[>)]?)", expression)
    return "".join(
        piece if number % 2 else fold(piece).skeleton for number, piece in enumerate(pieces)
    )


def compiled(expression: str) -> re.Pattern[str]:
    """Return the pattern of an expression written in plain words, compiled when first asked."""
    return on_demand(pattern(expression))


_BACK = str.maketrans({chr(seat): letter for seat, letter in zip(_SEATS, _ARABIC, strict=False)})


def in_plain_letters(skeleton: str) -> str:
    """Return a piece of a skeleton in letters of its own script, Arabic ones in their one form."""
    return skeleton.translate(_BACK)
