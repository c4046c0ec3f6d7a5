"""Letters of a script that only looks right, as a Cyrillic "а"; Arabic that is stored backwards."""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.arabic_order import is_reversed
from clearance.reading.expressions import on_demand
from clearance.review.checks.language.words import Words
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Language

_LOOK_ALIKES = "аеорсухіАВЕКМНОРСТХ"
_MIXED = on_demand(r"\b(?=\w*[A-Za-z])(?=\w*[\u0400-\u04ff])\w+\b")
_PERSIAN = on_demand(r"\b[\u0621-\u064a]*[یک][\u0621-\u064aیک]*\b")
_LATIN_IN_ARABIC = on_demand(r"\b(?=\w*[A-Za-z])(?=\w*[\u0621-\u064a])[^\W\d_]+\b")
_MANY = 3
_SAMPLE = 1_000  # characters around the first sign that decide
_TO, _ON = "إلى", "على"
BACKWARDS = tuple(Trigger("backwards", rf"\s{word[::-1]}\s") for word in (_TO, _ON))
_CYRILLIC = 0x04  # the page of Unicode on which the letters stand


def text_from_left_to_right(paper: Paper) -> Finding | None:
    """Return the finding that the Arabic is stored backwards; None: it is not."""
    if paper.language != Language.ARABIC or not paper.hits("backwards"):
        return None
    text = paper.text
    signs = [text.find(word[::-1]) for word in (_TO, _ON)]
    if max(signs) < 0 or text.count(_TO) + text.count(_ON) > _MANY:
        return None
    start = min(sign for sign in signs if sign >= 0)
    if not is_reversed(text[max(0, start - _SAMPLE) : start + _SAMPLE]):
        return None
    return found("LNG012", start, start + len(_TO))


def _is_set_by_printer(paper: Paper, start: int, end: int) -> bool:
    """Tell whether the letters are forms of a printer's fonts; some are Persian by name."""
    start, end = paper.folded.back(start, end)
    return any("\ufb50" <= letter <= "\ufdff" for letter in paper.document.text[start:end])


def foreign_letters(paper: Paper, words: Words) -> Iterator[Finding]:
    """Find words that mix scripts, by a slip of the keyboard or a bad copy."""
    text = paper.text
    if text.isascii():
        return
    shapes = []
    if words.has_letters(_CYRILLIC) and any(letter in text for letter in _LOOK_ALIKES):
        shapes.append(_MIXED)
    if paper.language == Language.ARABIC and ("ی" in text or "ک" in text):
        shapes.append(_PERSIAN)
    for shape in shapes:
        for number, match in enumerate(shape.finditer(text)):
            if number == _MANY:
                break
            if _is_set_by_printer(paper, match.start(), match.end()):
                continue
            yield found("LNG005", *match.span(), word=match[0])
