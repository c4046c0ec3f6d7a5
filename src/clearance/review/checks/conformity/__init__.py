"""The check of form: the parts of a paper, its reference, enclosures, numbering and clauses.

What each kind of paper needs is data (``Context.parts``, ``Context.clauses``); the forms of the
house's numbers are the context's too, and where it has none, none is demanded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.checks.conformity import (
    blanks,
    clauses,
    contents,
    contract_parts,
    enclosures,
    note_verbale,
    numbering,
    own_paragraphs,
    own_parts,
)
from clearance.review.checks.conformity.empty_articles import check_empty_articles
from clearance.review.checks.conformity.kind_line import check_kind_line
from clearance.review.checks.conformity.misplaced import check_misplaced
from clearance.review.checks.conformity.parts import check_parts
from clearance.review.checks.conformity.reference import check_reference
from clearance.review.checks.conformity.repeated import check_repeated
from clearance.review.checks.conformity.resolution_form import check_resolution_form
from clearance.review.checks.conformity.resolution_head import (
    check_letterhead,
    check_symbols,
    check_title,
)
from clearance.review.checks.conformity.resolution_verbs import check_resolution_verbs
from clearance.review.checks.conformity.whole_papers import check_whole
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger
from clearance.terms import Kind


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found."""
    return (
        *blanks.TRIGGERS,
        *enclosures.TRIGGERS,
        *numbering.TRIGGERS,
        *own_parts.TRIGGERS,
        *own_paragraphs.TRIGGERS,
        *contents.TRIGGERS,
    )


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the paper under this check."""
    yield from check_parts(paper)
    yield from check_whole(paper)
    yield from check_kind_line(paper)
    yield from check_repeated(paper)
    yield from check_misplaced(paper)
    yield from contents.check_contents(paper)
    yield from check_reference(paper)
    yield from blanks.check_blanks(paper)
    yield from enclosures.check_enclosures(paper)
    yield from numbering.check_numbering(paper)
    yield from own_parts.check_own_parts(paper)
    yield from own_paragraphs.check_own_paragraphs(paper)
    if paper.kind is Kind.NOTE_VERBALE:
        yield from note_verbale.check_note_verbale(paper)
    elif paper.kind is Kind.CONTRACT:
        yield from clauses.check_clauses(paper)
        yield from clauses.check_signed(paper)
        yield from contract_parts.check_contract_parts(paper)
        yield from check_empty_articles(paper)
    elif paper.kind is Kind.DRAFT_RESOLUTION:
        yield from check_resolution_form(paper)
        yield from check_resolution_verbs(paper)
        yield from check_title(paper)
        yield from check_letterhead(paper)
        yield from check_symbols(paper)
    elif paper.kind is Kind.REPORT:
        yield from check_symbols(paper)
