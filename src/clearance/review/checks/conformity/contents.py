"""The sections of a report: those that its contents name, and those that hold no text.

"Contents: I. Mandate; II. Action taken; III. Budget" over a report whose third heading is "State
of play". Only headings that bear a number are held to it. Source: our guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.fuzz import token_set_ratio

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.review.wording import Param
from clearance.terms import Kind

TRIGGERS = (
    Trigger(
        "contents",
        r"^[ *]*(?:table of contents|contents|sommaire|table des matieres|plan du rapport|"
        r"(?:قائمة |جدول |فهرس )?المحتويات|الفهرس)[ *]*(?::|$)",
    ),
)
_ORDINALS = "أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا"
_LABEL = compiled(
    rf"(?P<label>[ivx]{{1,4}}|[a-h]|\d{{1,2}}|{_ORDINALS})[ ]?[.):-]+[ ]*(?P<title>\S[^;\n]*)"
)
_LEADER = on_demand(r"(?:[ .]{3,}|\t+| +)\(?(?:p\.? ?)?\d{1,3}\)?[ .]*$|[ .;,]+$")
_HEADING = compiled(
    rf"(?m)^[ *]*(?P<label>[ivx]{{1,4}}|[a-h]|\d{{1,2}}|{_ORDINALS})[ ]?[.):-]+[ ]*"
    r"(?P<title>[^\W\d][^\n]{2,110}[^\n.;,:])[ *]*$"
)
_NUMBERED = on_demand(r"(?m)^[ ]*\d{1,3}[.)-][ ]*\S")
_SECTION = compiled(
    rf"(?m)^[ *]*(?P<label>[ivx]{{1,4}}|{_ORDINALS})[ ]?[.):-]+[ ]*"
    r"(?P<title>[^\W\d][^\n]{2,90}[^\n.;,:])[ *]*$"
)
_LEAST = 3  # items of contents, or sections (our guess)
_ALIKE = 70  # of a hundred: titles that are one, shortened or reworded (our guess)
_SECTION_TEXT: Param = {
    "en": "text under this heading",
    "fr": "le texte de cette partie",
    "ar": "نص هذا القسم",
}
_OF_HOUSE = frozenset({Kind.REPORT, Kind.MEMORANDUM, Kind.CIRCULAR})


def check_contents(paper: Paper) -> Iterator[Finding]:
    """Find what the contents name otherwise than the headings do, and the empty section."""
    if "contents" in paper.signs:
        yield from _named_otherwise(paper)
    if paper.kind in _OF_HOUSE and ("roman_line" in paper.signs or "ordinal_line" in paper.signs):
        yield from _empty(paper)


def _named_otherwise(paper: Paper) -> Iterator[Finding]:
    skeleton = paper.skeleton
    _, end = paper.hits("contents")[0]
    items = _items(skeleton, end)
    if len(items) < _LEAST:
        return
    last = max(place[1] for _, _, place in items)
    headings: dict[str, re.Match[str]] = {}
    for one in _HEADING.finditer(skeleton, last):
        headings.setdefault(one["label"], one)
    known = [item for item in items if item[0] in headings]
    if len(known) < _LEAST:
        return
    odd = [
        (item, headings[item[0]])
        for item in known
        if token_set_ratio(item[1], headings[item[0]]["title"].strip()) < _ALIKE
    ]
    if len(odd) * 2 > len(known):
        return  # the numbers of other lists
    for (_, _, place), heading in odd:
        yield found(
            "CON034", *place, elsewhere=(heading.span("title"),),
            told=paper.text[slice(*place)].strip(),
            printed=paper.text[slice(*heading.span("title"))].strip(),
        )  # fmt: skip


def _items(skeleton: str, begin: int) -> list[tuple[str, str, Stretch]]:
    """Return label, title and place of what the contents list: on one line, or a line each."""
    line_ends = skeleton.find("\n", begin)
    line_ends = len(skeleton) if line_ends < 0 else line_ends
    if skeleton[begin:line_ends].strip():
        pieces = re.finditer(r"[^;\n]+", skeleton[begin:line_ends])
        spans = [(begin + one.start(), begin + one.end()) for one in pieces]
    else:
        stop = re.compile(r"\n[ ]*\n").search(skeleton, min(len(skeleton), line_ends + 2))
        block = (line_ends, stop.start() if stop else line_ends)
        lines = re.finditer(r"[^\n]+", skeleton[slice(*block)])
        spans = [(block[0] + one.start(), block[0] + one.end()) for one in lines]
    items = []
    for first, last in spans:
        lead = len(skeleton[first:last]) - len(skeleton[first:last].lstrip(" *"))
        match = _LABEL.match(skeleton, first + lead, last)
        if match:
            title = _LEADER.sub("", match["title"])
            at = match.start("title")
            items.append((match["label"], title, (at, at + len(title))))
    return items


def _empty(paper: Paper) -> Iterator[Finding]:
    """Find the one section without a numbered paragraph where all others have theirs."""
    skeleton = paper.skeleton
    heads = list(_SECTION.finditer(skeleton))
    if len(heads) < _LEAST:
        return
    numbered = [one.start() for one in _NUMBERED.finditer(skeleton, heads[0].end())]
    edges = [one.start() for one in heads[1:]] + [len(skeleton)]
    held = [
        sum(one.end() <= at < edge for at in numbered)
        for one, edge in zip(heads, edges, strict=True)
    ]
    if held.count(0) == 1:
        head = heads[held.index(0)]
        yield found("CON001", *head.span(), part=_SECTION_TEXT)
