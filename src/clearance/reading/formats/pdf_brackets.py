"""Brackets of Arabic lines: pdfium gives those of the picture, ")x(", where "(x)" was written."""

from __future__ import annotations

from clearance.reading.expressions import on_demand

_ARABIC = on_demand("[\u0621-\u064a]")
_BRACKETS = on_demand(r"[()\[\]«»]")
_OPENING, _CLOSING = "([«", ")]»"
_MIRROR = str.maketrans("()[]«»", ")(][»«")
# A bracket pair around Latin letters stands in a stretch that runs from left to right: it is right.
_LATIN = on_demand(r"(\([A-Za-z][^()\[\]«»\n\u0621-\u064a]*\))")
_BEGUN, _ENDED = on_demand(r"(?<=\S)([(\[«]) (?=\S)"), on_demand(r" ([)\]»])(?=[^\s.,;:،؛])")


def with_right_brackets(page: str) -> str:
    """Return a page with the brackets of its Arabic lines turned, where they fit only so.

    A blank that came within the brackets is set before or after them.
    """
    if not any(mark in page for mark in ")]»"):
        return page
    lines = page.split("\n")
    # Of the Arabic lines only: each in its parts, those in Latin letters at the odd places.
    parted = {
        number: _LATIN.split(line)
        for number, line in enumerate(lines)
        if _BRACKETS.search(line) and _ARABIC.search(line)
    }
    rest = "\n".join(["".join(parts[::2]) for parts in parted.values()])
    is_turned = _misfits(rest.translate(_MIRROR)) < _misfits(rest)
    for number, parts in parted.items():
        line = _turned(parts) if is_turned else lines[number]
        lines[number] = _ENDED.sub(r"\1 ", _BEGUN.sub(r" \1", line))
    return "\n".join(lines)


def _turned(parts: list[str]) -> str:
    return "".join(
        part if number % 2 else part.translate(_MIRROR) for number, part in enumerate(parts)
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
