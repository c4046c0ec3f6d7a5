"""The day of an approval, and whether a later one is an answer that was written on the paper."""

from __future__ import annotations

from clearance.reading.skeleton import compiled
from clearance.review.checks.legal_basis.powers import Officer, officer_of
from clearance.review.checks.whole import is_whole
from clearance.review.mentions.anatomy.approvals import approver_of
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.scan import Stretch

_DATE_BELOW = compiled(
    r"[ |]*(?:(?:date|day)(?: (?:of|d')? ?(?:the )?(?:l')?(?:approval|approbation))?|"
    r"(?:ال)?تاريخ(?: (?:ال)?(?:اعتماد|موافقة))?|on|le|في|بتاريخ)?[ :|]*(?:le |on )?"
)


def officer_at(paper: Paper, line: Stretch) -> Officer | None:
    """Return the officer of the register whom the line names."""
    block = approver_of(paper.text, paper.skeleton, line)
    return officer_of(paper, block.name, block.title)


def may_be_answer(paper: Paper, officer: Officer | None) -> bool:
    """Tell whether a memorandum may be approved by the answer that is written on it.

    One that goes out with number, day and enclosures, to another than who approves it, is not.
    """
    to = paper.anatomy.addressee
    if officer is None or to is None or not is_whole(paper):
        return True
    asked = officer_at(paper, to)
    return asked is not None and asked.known.id == officer.known.id


def dated_below(paper: Paper, line: Stretch) -> list[DateMention]:
    """Return the day of an approval that stands alone on the next line: "Date of approval:"."""
    begin = line[1] + 1
    stop = paper.skeleton.find("\n", begin)
    stop = len(paper.skeleton) if stop < 0 else stop
    within = [one for one in paper.dates if begin <= one.start < stop]
    if within and _DATE_BELOW.fullmatch(paper.skeleton, begin, within[0].start):
        return within[:1]
    return []
