"""What only a paper that is ready to go out is missed: a memorandum's signature, a report's day.

A memorandum may go unsigned, and its head or that of a note verbale may be a picture; one with
number, day and enclosures, approved by another, has them in words. A report that bears a number of
its own bears its day. Source: our guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.skeleton import compiled
from clearance.review.checks.conformity.own_day import has_date
from clearance.review.checks.conformity.part_words import HOUSE_LINE, NAMES
from clearance.review.checks.conformity.subject_lines import EACH_LINE
from clearance.review.checks.whole import is_whole
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch
from clearance.terms import Kind

_WITH_HEAD = frozenset({Kind.MEMORANDUM, Kind.NOTE_VERBALE, Kind.CIRCULAR, Kind.REPORT})
# Their titles have the words of a house as well: its name must begin a line.
_TITLED = frozenset({Kind.CIRCULAR, Kind.REPORT})
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
        yield from _untitled(paper)
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
    top, body, head = _first(paper), paper.anatomy.body, paper.anatomy.letterhead
    if top is None or (head and HOUSE_LINE.match(paper.skeleton, *head)):
        return  # the house is named, if below number and day
    if paper.kind in _TITLED:
        edge = body[0] if body else top[1]
        is_named = HOUSE_LINE.search(paper.skeleton, 0, edge)
    else:
        edge = min(top[0], body[0]) if body else top[0]
        is_named = _HEAD.search(paper.skeleton, 0, edge)
    if head := paper.anatomy.letterhead:  # number and day may stand over it
        is_named = is_named or HOUSE_LINE.match(paper.skeleton, *head)
    if is_named or paper.skeleton[: top[0]].count("\n") > _MOST:
        return
    yield found("CON001", *top, level=Level.WARN, part=NAMES["letterhead"])


_MOST = 30
_TEXT = compiled(r"(?m)^ *(?:\(?(?:1|i|a) ?[.)-] |أولا\b|introduction|مقدمة|[^\n]{100,})")
_CALLED = compiled(r"\b(?:reports?|rapports?|bilan|و?(?:ال)?تقرير|و?(?:ال)?تقارير)\b")
_OF_HEAD = compiled(
    r"[^\n]*\b(?:original|page|p\.? ?o\.? ?box|b\.? ?p\.?|tel|fax|jeddah|djeddah|"
    r"جدة|ص\. ?ب|الأصل)(?!\w)"
)


def _untitled(paper: Paper) -> Iterator[Finding]:
    """Find the report with number, day and enclosures whose head tells no title."""
    anatomy, skeleton = paper.anatomy, paper.skeleton
    if not is_whole(paper) or anatomy.reference is None or anatomy.subject is not None:
        return
    text = _TEXT.search(skeleton)
    if text is None or _CALLED.search(skeleton, 0, text.start()):
        return
    known = [(block.start, block.end) for block in anatomy.addressees]
    known += [part for part in (anatomy.reference, anatomy.date_line, anatomy.sender) if part]
    for line in EACH_LINE.finditer(skeleton, 0, text.start()):
        is_known = any(start < line.end() and line.start() < end for start, end in known)
        is_house = HOUSE_LINE.match(skeleton, line.start()) or _OF_HEAD.match(
            skeleton, line.start()
        )
        if line[0].strip(" -_*|") and not is_known and not is_house:
            return
    yield found("CON001", *anatomy.reference, part=NAMES["subject"])


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
