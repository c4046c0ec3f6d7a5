"""Papers that are ready to go out: they bear number, day and a line of enclosures."""

from __future__ import annotations

from clearance.review.paper import Paper
from clearance.terms import Kind


def is_whole(paper: Paper) -> bool:
    """Tell whether a paper has all that the foot and the head of one sent out have.

    The line of approval has its place beside that of the enclosures, and what is sent with
    enclosures tells by what right: our guess.
    """
    anatomy = paper.anatomy
    if anatomy.reference is None or anatomy.enclosures is None:
        return False
    if paper.kind is Kind.NOTE_VERBALE:  # its day may stand at its foot
        return anatomy.date_line is not None or anatomy.approval is not None
    return anatomy.date_line is not None
