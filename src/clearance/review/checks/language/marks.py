"""Marks of punctuation that do not fit: ",.", ";,", two full stops, a bracket without its partner.

Looked for in the papers of the house; a paper with many such marks was copied badly. Our guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Language

_TWO = on_demand(  # the first mark comes first: most places are none of it
    r"[,،;؛:.](?:(?<=[,،])[ \u00a0]?[.,;:،؛]|(?<=[;؛])[.,;:،؛]|(?<=:)[,;،؛]|(?<=\.)\.)(?=\s|$)"
)
_BEHIND_A_WORD = on_demand(r"(?<=[^\W_])[ \u00a0]?\Z")
_BRACKET = on_demand(r"[()]")
_LABEL = on_demand(r"(?:^|[\s:;.,–-])[^\W_]{1,5}[ .]?$")
_PARAGRAPH = on_demand(r"[^\n]+(?:\n[^\n]+)*")
_MOST = 2  # slips of one paper; more are of a bad copy
_LONGEST = 2_500  # characters of a paragraph


def marks_that_do_not_fit(paper: Paper) -> Iterator[Finding]:
    """Find marks that come twice, and brackets that are opened or closed alone."""
    text = paper.text
    places = [
        (behind.start(), two.end())
        for two in _TWO.finditer(text)
        if (behind := _BEHIND_A_WORD.search(text, max(0, two.start() - 1), two.start()))
    ]
    if len(places) <= _MOST:
        for place in places:
            yield found("LNG018", *place, marks=text[slice(*place)].strip())
    # A page in Arabic gives brackets as its picture has them, and not all can be turned.
    is_picture = paper.document.format == "pdf" and paper.language == Language.ARABIC
    if text.count("(") != text.count(")") and not is_picture:
        alone = list(_alone(text))
        if len(alone) <= _MOST:
            for at in alone:
                yield found("LNG018", at, at + 1, marks=text[at])


def _alone(text: str) -> Iterator[int]:
    """Yield the places of brackets without a partner in their paragraph; "a)" is a label."""
    for paragraph in _PARAGRAPH.finditer(text):
        if len(paragraph[0]) > _LONGEST or paragraph[0].count("(") == paragraph[0].count(")"):
            continue
        opened: list[int] = []
        for match in _BRACKET.finditer(text, *paragraph.span()):
            at = match.start()
            if match[0] == "(":
                opened.append(at)
            elif opened:
                opened.pop()
            elif not _LABEL.search(text[max(0, paragraph.start() - 1, at - 8) : at]):
                yield at
        yield from opened
