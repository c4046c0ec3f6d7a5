"""The words of a paper, cut apart at the speed of the machine, and the places where they stand."""

from __future__ import annotations

import re

import numpy as np

from clearance.review.scan import Stretch

_ASCII = bytes(code if chr(code).isalpha() else 0x20 for code in range(128)) + b" " * 128
_LETTER = np.zeros(
    256, dtype=np.uint16
)  # of the skeleton: a-z, and Arabic on the letters of Latin-1
_LETTER[0x61:0x7B] = 1
_LETTER[0xC0:0x100] = 1
_LETTER[[0xD7, 0xF7]] = 0


def words_of(text: str, skeleton: str) -> list[str]:
    """Return the words of a clean text in order, as they are written; digits and marks part them.

    An apostrophe and a hyphen part words too: what stands beside one is half a word.
    """
    if text.isascii():
        return text.encode("ascii").translate(_ASCII).decode("ascii").split()
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    kept = _LETTER.take(np.frombuffer(skeleton.encode("latin-1"), dtype=np.uint8))
    # Parted by one sign: to look for any blank takes Python four times as long.
    return list(filter(None, (codes * kept).tobytes().decode("utf-16-le").split("\0")))


def places_of(word: str, text: str) -> list[Stretch]:
    """Return where a word stands whole in the text."""
    found = []
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not before.isalpha() and not after.isalpha():
            found.append((start, end))
        start = text.find(word, end)
    return found


_WORD = re.compile(r"[^\W\d_]+")
_AROUND = 60  # characters: room for two words on either side


def words_before(text: str, start: int) -> list[str]:
    """Return up to two words before a place, the nearest last."""
    return _WORD.findall(text, max(0, start - _AROUND), start)[-2:]


def words_after(text: str, end: int) -> list[str]:
    """Return up to two words after a place, the nearest first."""
    return _WORD.findall(text, end, end + _AROUND)[:2]


_OPENING, _CLOSING = "“«„", "”»"


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether the stretch stands between quotation marks of its own paragraph."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before, after = text[begin:start], text[end : len(text) if stop < 0 else stop]
    opened = max(before.rfind(mark) for mark in _OPENING)
    closed = max(before.rfind(mark) for mark in _CLOSING)
    if opened > closed:
        return any(mark in after for mark in _CLOSING + '"')
    return before.count('"') % 2 == 1 and '"' in after
