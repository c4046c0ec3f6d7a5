"""Brackets of Arabic lines: pdfium gives those of the picture, ")x(", where "(x)" was written."""

from __future__ import annotations

import re

_ARABIC = re.compile("[\u0621-\u064a]")
_BRACKETS = re.compile(r"[()\[\]«»]")
_OPENING, _CLOSING = "([«", ")]»"
_MIRROR = str.maketrans("()[]«»", ")(][»«")
# A bracket pair around Latin letters stands in a stretch that runs from left to right: it is right.
_LATIN = re.compile(r"(\([A-Za-z][^()\[\]«»\n\u0621-\u064a]*\))")
_BEGUN, _ENDED = re.compile(r"(?<=\S)([(\[«]) (?=\S)"), re.compile(r" ([)\]»])(?=[^\s.,;:،؛])")


def with_right_brackets(page: str) -> str:
    """Return a page with the brackets of its Arabic lines turned, where they fit only so.

    A blank that came within the brackets is set before or after them.
    """
    if not any(mark in page for mark in ")]»"):
        return page
    lines = [_LATIN.split(line) for line in page.split("\n")]
    arabic = [bool(_ARABIC.search("".join(parts))) for parts in lines]
    rest = "\n".join(
        "".join(parts[::2]) for parts, is_arabic in zip(lines, arabic, strict=True) if is_arabic
    )
    turned = page if _misfits(rest.translate(_MIRROR)) >= _misfits(rest) else _turned(lines, arabic)
    return "\n".join(
        _ENDED.sub(r"\1 ", _BEGUN.sub(r" \1", line)) if is_arabic else line
        for line, is_arabic in zip(turned.split("\n"), arabic, strict=True)
    )


def _turned(lines: list[list[str]], arabic: list[bool]) -> str:
    return "\n".join(
        "".join(
            part if number % 2 or not is_arabic else part.translate(_MIRROR)
            for number, part in enumerate(parts)
        )
        for parts, is_arabic in zip(lines, arabic, strict=True)
    )


def _misfits(text: str) -> int:
    """Return how many brackets have no partner."""
    wrong, opened = 0, 0
    for mark in _BRACKETS.findall(text):
        if mark in _OPENING:
            opened += 1
        elif opened:
            opened -= 1
        else:
            wrong += 1
    return wrong + opened
