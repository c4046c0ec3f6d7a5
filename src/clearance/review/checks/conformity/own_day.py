"""The day that a paper bears as its own: above its text, over the name, or below the close.

A day within a sentence is another paper's, a deadline or a meeting's.
"""

from __future__ import annotations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.mentions.anatomy.blocks import Line, lines_of
from clearance.review.paper import Paper
from clearance.terms import Kind

_NUMERIC = on_demand(r"\b\d{1,4} ?[./-] ?\d{1,2} ?[./-] ?\d{2,4}\b")
_OF_TEXT = frozenset({"subject", "enclosures", "copies", "approval", "to", "from"})
_OF_OTHER = compiled(
    r"\b(?:votre|vos|your|letter|lettre|approbation|approval|approved|approuvee?|"
    r"رسالتكم|خطابكم|كتابكم|مذكرتكم|بموافقة|موافقة)\b"
)
_TAKES_EFFECT = compiled(r"\b(?:from|effect|force|compter|effet|vigueur|اعتبارا|يعمل|يسري)\b")
_PLACE = 30  # letters of a place and "done at" (our guess)
_OVER_NAME = 160  # letters over the name in which such a day stands (our guess)
_BESIDE = 70  # letters on either side of the paper's own day (our guess)
_FULL_LINE = on_demand(r"[^\n]{90,}")
_DATED_ABOVE = frozenset(
    {Kind.MEMORANDUM, Kind.CIRCULAR, Kind.NOTE_VERBALE, Kind.REPORT}
)  # or below, but not within the text


def has_date(paper: Paper) -> bool:
    """Tell whether the paper is dated above its text or, as a note verbale, below it."""
    anatomy, skeleton = paper.anatomy, paper.skeleton
    body = anatomy.body or (len(skeleton), len(skeleton))
    above = (anatomy.salutation, anatomy.subject, anatomy.addressee)
    head = next((part for part in above if part and part[0] <= body[0]), None)
    begins = (head or (0, _text_begins(paper)))[1]
    if any(_is_own(paper, *one.span()) for one in _NUMERIC.finditer(skeleton, 0, begins)):
        return True
    named = [part for part in (anatomy.signature_name, anatomy.signature_title) if part]
    ends = (anatomy.closing or (named[0] if named else (0, len(skeleton))))[1]
    over = named[0][0] if named and not anatomy.closing else 0  # "Fait à Djeddah, le ...", the name
    approval = anatomy.approval
    return any(
        (
            one.start < begins
            or (one.start > ends and not (approval and approval[0] <= one.start < approval[1]))
            or (over - _OVER_NAME < one.start < over and _is_own(paper, one.start, one.end, _PLACE))
        )
        and _is_own(paper, one.start, one.end)
        for one in paper.dates
    )


def _is_own(paper: Paper, start: int, end: int, beside: int = _BESIDE) -> bool:
    """Tell whether a day stands with no more than its place, number or label on its line."""
    skeleton = paper.skeleton
    begin = skeleton.rfind("\n", 0, start) + 1
    stop = skeleton.find("\n", end)
    stop = len(skeleton) if stop < 0 else stop
    day = next(
        (
            cell
            for cell in lines_of(paper.text, skeleton, begin, stop)
            if cell.start <= start < cell.end
        ),
        Line(begin, stop),
    )
    sides = [_without_days(paper, *side) for side in ((day.start, start), (end, day.end))]
    return (
        day.label not in _OF_TEXT
        and all(len(side) <= beside for side in sides)
        and not any(_OF_OTHER.search(side) for side in sides)
        and (beside == _BESIDE or _TAKES_EFFECT.search(sides[0]) is None)
    )


def _without_days(paper: Paper, start: int, end: int) -> str:
    """Return what stands beside a day, without the same day in the other calendar."""
    told = [day for day in paper.dates if start <= day.start and day.end <= end]
    edges = [start, *(edge for day in told for edge in (day.start, day.end)), end]
    kept = (paper.skeleton[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2))
    return " ".join("".join(kept).split())


def _text_begins(paper: Paper) -> int:
    """Return up to where a date may be the paper's own: the first full line, as a rule."""
    body = paper.anatomy.body
    if body is None or paper.kind not in _DATED_ABOVE:
        return 600
    line = _FULL_LINE.search(paper.skeleton, *body)
    return min(600, line.start() if line else body[1])
