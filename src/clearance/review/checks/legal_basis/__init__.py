"""The check of legal basis and approval by the authorised person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.checks.legal_basis import (
    approval,
    basis,
    ceilings,
    in_his_name,
    recitals,
    signatory,
    spending,
    unapproved,
)
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found."""
    return (
        *basis.triggers(context), *signatory.triggers(context), *spending.TRIGGERS,
        *ceilings.TRIGGERS, *in_his_name.TRIGGERS, *unapproved.TRIGGERS,
        *recitals.TRIGGERS,
    )  # fmt: skip


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the paper under this check."""
    yield from basis.check(paper)
    yield from signatory.check(paper)
    yield from spending.check_spending(paper)
    yield from ceilings.check_ceilings(paper)
    if paper.hits("his paper"):
        yield from in_his_name.check_name(paper)
    said = list(unapproved.check_said(paper))
    yield from said
    for one in approval.check_lacking(paper):
        if not any(other.start < one.end and one.start < other.end for other in said):
            yield one
    yield from recitals.check_recitals(paper)
