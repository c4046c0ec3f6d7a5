"""A paragraph that stands twice in one paper, and a memorandum from an office to itself.

Source: our guess. A line that comes on each page, a row of a table and a short line are left
alone: only what ends as a sentence does, or as a point of a list, counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Kind

_LEAST = 45  # letters of a paragraph (our guess)
_MOST = 2  # paragraphs that come twice; with more of them a whole copy follows (our guess)
_NUMBER = on_demand(r"[ ]*(?:\(?(?:\d{1,3}|[a-z]|[\xc0-\xff]|[ivx]{1,4})[.)-]+|[-*\xa4])[ ]*")
_ENDS = ".;,:!?"
_OF_HOUSE = frozenset(Kind)
_ARTICLE = compiled(r"(?:the |le |la |l'|m\. |mr\.? |mme |ms\.? |السيدة? |معالي |سعادة )+")


def check_repeated(paper: Paper) -> Iterator[Finding]:
    """Find the paragraph that comes twice, and from whom and to whom that are one."""
    if paper.kind not in _OF_HOUSE:
        return
    told = list(_paragraphs(paper))
    yield from told or _sentences(paper)
    if paper.kind is Kind.MEMORANDUM:
        yield from _to_itself(paper)


def _sentences(paper: Paper) -> Iterator[Finding]:
    """Find the sentence that stands twice, one beside the other."""
    skeleton = paper.skeleton
    pieces = skeleton.replace("\n", ". ").split(". ")
    for one, other in pairwise(pieces):
        if len(one) >= _LEAST and one.rstrip(".") == other.rstrip("."):
            first = skeleton.find(one)
            again = skeleton.find(other.rstrip("."), first + len(one))
            if again > 0 and "\n" not in skeleton[first:again].strip("\n"):
                yield found(
                    "CON004", again, again + len(other), elsewhere=((first, first + len(one)),)
                )
            return


def _paragraphs(paper: Paper) -> Iterator[Finding]:
    lines = paper.skeleton.split("\n")
    long = [_unnumbered(line) for line in lines if len(line) >= _LEAST]
    if len(set(long)) == len(long):
        return
    seen: dict[str, tuple[int, int]] = {}
    told = []
    at = 0
    for line in lines:
        begin, at = at, at + len(line) + 1
        words = _unnumbered(line) if len(line) >= _LEAST else ""
        if len(words) < _LEAST or words[-1] not in _ENDS or "|" in words:
            continue
        place = (begin, begin + len(line))
        if words in seen:
            told.append((place, seen[words]))
        seen[words] = place
    for place, before in told if len(told) <= _MOST else ():
        yield found("CON004", *place, elsewhere=(before,))


def _unnumbered(line: str) -> str:
    number = _NUMBER.match(line)
    return line[number.end() if number else 0 :].strip()


def _to_itself(paper: Paper) -> Iterator[Finding]:
    sender, block = paper.anatomy.sender, paper.anatomy.addressee
    if sender is None or block is None:
        return
    first = paper.skeleton[slice(*block)].split("\n", maxsplit=1)[0]
    one, other = _office(paper.skeleton[slice(*sender)]), _office(first)
    if one and one == other:
        yield found(
            "CON006", *sender, elsewhere=(block,), office=paper.text[slice(*sender)].strip()
        )


def _office(told: str) -> str:
    plain = " ".join(told.split())
    plain = plain.partition(":")[2].strip() or plain
    return _ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) else plain
