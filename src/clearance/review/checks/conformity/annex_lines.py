"""Annexes that stand a line each, as a contract or a report lists them, and those that it cites.

"Annex I: States", "Annex III: Projects"; "Annex III" in the text of a report that has two.
Silent where the lines do not begin with the first one: then the paper is an excerpt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found

_LEAST = 2
_BEYOND = 3  # numbers beyond the last line; further on, it is another paper's (our guess)
_TITLED = compiled(r"\)?[ ]*(?:[:.-][ ]*(?=[^\W\d_])|\(|\n|$)")
_FIRST = compiled(r" *(?:annexe?|appendix|(?:ال)?(?:مرفق|ملحق)) \(?(?:a|i|1|أ|ال)\b")
_BEFORE = " *_\xa4-"


class Cited(NamedTuple):
    """An annex that the text names by number, its place from the word to the number."""

    number: int
    start: int
    end: int


def check_annex_lines(paper: Paper, cited: Sequence[Cited]) -> Iterator[Finding]:
    """Find the annex that is left out of the lines, or that the text cites beyond the last."""
    lines = [one for one in cited if _is_line(paper.skeleton, one)]
    known = {one.number for one in lines}
    if len(known) < _LEAST or lines[0].number != 1:
        return
    yield from check_gap(paper, lines)
    last = max(known)
    if known != set(range(1, last + 1)):
        return
    beyond = next((one for one in cited if last < one.number <= last + _BEYOND), None)
    if beyond:
        yield found(
            "CON060", beyond.start, beyond.end, elsewhere=((lines[-1].start, lines[-1].end),),
            annex=_told(paper, beyond),
        )  # fmt: skip


def check_gap(paper: Paper, listed: Sequence[Cited]) -> Iterator[Finding]:
    """Find "Annex I" and "Annex III" side by side in one list, and the second that is nowhere."""
    known = {one.number for one in listed}
    if not listed or listed[0].number != 1:
        return
    for before, one in pairwise(listed):
        if one.number == before.number + 2 and one.number - 1 not in known:
            yield found(
                "CON030", one.start, one.end, elsewhere=((before.start, before.end),),
                before=_told(paper, before), after=_told(paper, one), missing=str(one.number - 1),
            )  # fmt: skip
            return


def _told(paper: Paper, one: Cited) -> str:
    return " ".join(paper.text[one.start : one.end].split())


def _is_line(skeleton: str, one: Cited) -> bool:
    """Tell whether the annex begins a line, and its title or nothing follows."""
    begin = skeleton.rfind("\n", 0, one.start) + 1
    if skeleton[one.start - 2 : one.start] == ". " and _FIRST.match(skeleton, begin):
        begin = one.start  # "Annex A: States. Annex B: Projects", side by side
    return not skeleton[begin : one.start].strip(_BEFORE) and (
        _TITLED.match(skeleton, one.end) is not None
    )
