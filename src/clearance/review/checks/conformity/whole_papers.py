"""What only a paper that is ready to go out is missed: a memorandum's signature, a report's day.

A memorandum may go unsigned, and its head or that of a note verbale may be a picture; one with
number, day and enclosures, approved by another, has them in words. A report that bears a number of
its own bears its day. Source: our guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.conformity.own_day import has_date
from clearance.review.checks.conformity.part_words import NAMES
from clearance.review.checks.whole import is_whole
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Kind

_WITH_HEAD = frozenset({Kind.MEMORANDUM, Kind.NOTE_VERBALE})
_SIGNED = compiled(
    r"\b(?:signed|signe|sign|موقع|التوقيع|توقيع|s/)\b|_{4,}|\.{6,}|\b[a-z]\. ?[a-z]\.$"
)
_HEAD = compiled(
    r"(?m)^[^\n:]{0,60}\b(?:organi[sz]ation|secretariat|cabinet|ministry|department|departement|"
    r"direction|directorate|oic|oci|منظمة|الأمانة|ديوان|إدارة|وكالة|قطاع)\b"
)


def check_whole(paper: Paper) -> Iterator[Finding]:
    """Find the parts that a paper which is ready to go out lacks."""
    if paper.kind is Kind.REPORT:
        yield from _undated(paper)
    if paper.kind in _WITH_HEAD and is_whole(paper) and paper.anatomy.approval is not None:
        yield from _headless(paper)
        if paper.kind is Kind.MEMORANDUM:
            yield from _unsigned(paper)


def _undated(paper: Paper) -> Iterator[Finding]:
    anatomy = paper.anatomy
    if anatomy.reference is None or anatomy.enclosures is None or anatomy.letterhead is None:
        return
    if anatomy.letterhead[1] <= anatomy.reference[0] and not has_date(paper):
        yield found("CON001", *anatomy.reference, part=NAMES["date_line"])


def _headless(paper: Paper) -> Iterator[Finding]:
    """Find the paper that begins with the name of its kind, and names nowhere above the house."""
    top = _first(paper)
    if top is None or _HEAD.search(paper.skeleton, 0, top[0]):
        return
    yield found("CON001", *top, level=Level.WARN, part=NAMES["letterhead"])


def _first(paper: Paper) -> Stretch | None:
    """Return the first labelled part of the head."""
    anatomy = paper.anatomy
    parts = (anatomy.reference, anatomy.date_line, anatomy.addressee, anatomy.sender)
    return min((part for part in parts if part is not None), default=None)


def _unsigned(paper: Paper) -> Iterator[Finding]:
    anatomy = paper.anatomy
    named = anatomy.signature_name or anatomy.signature_title
    if named is not None or anatomy.body is None or anatomy.approval is None:
        return
    if _is_submitted(paper):
        return  # to who approves it
    if anatomy.approval[0] < anatomy.body[0] or _SIGNED.search(paper.skeleton, anatomy.body[0]):
        return
    yield found("CON001", *anatomy.approval, part=NAMES["signature"])


def _is_submitted(paper: Paper) -> bool:
    """Tell whether the head names the post of who approves."""
    anatomy = paper.anatomy
    title = anatomy.approver.title if anatomy.approver else None
    if title is None or anatomy.body is None:
        return True
    return paper.skeleton[slice(*title)] in paper.skeleton[: anatomy.body[0]]
