"""The registers of the office as the review's context, and the checks kept warm with it.

The registers are read at each use and compared with those before: only a register that changed
makes the scan compile anew, so that no change can be missed and none waits for a restart.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from threading import Lock

from django.db.models import Model

from cabinet.resolutions.models import Directive, Resolution
from cabinet.review.people import people_now, series_now
from cabinet.review.registers import Rows, registers_now
from cabinet.terminology.known_terms import known_terms
from cabinet.terminology.models import Edition
from cabinet.terminology.queries import editions_in_force
from clearance.review import Context, Reviewer
from clearance.review.context import Fact, KnownResolution, KnownTerm
from clearance.review.defaults import default_context
from clearance.terms import Language


@dataclass(frozen=True)
class Warm:
    """The checks compiled for one state of the registers; ``state`` names it in 16 letters."""

    rows: Rows
    state: str
    reviewer: Reviewer


_lock = Lock()
_warm: list[Warm] = []


def office_context() -> Context:
    """Return the context of the office's own tables; what it keeps in no table is the package's."""
    context = default_context()
    people = people_now()
    return replace(
        context,
        resolutions=_resolutions() or context.resolutions,
        facts=(*context.facts, *_directives()),
        terms=_terms(context.terms),
        addressees=people.addressees,
        signatories=people.signatories or context.signatories,
        reference_patterns=series_now().patterns,
        reference_series=series_now().units,
    )


def warm() -> Warm:
    """Return the checks compiled for the registers as they are now, and the name of their state."""
    rows = registers_now()
    with _lock:
        if not _warm or _warm[0].rows != rows:
            state = hashlib.sha256(repr(rows).encode()).hexdigest()[:16]
            _warm[:] = [Warm(rows, state, Reviewer(office_context()))]
        return _warm[0]


def reviewer() -> Reviewer:
    """Return the checks compiled for the registers as they are now."""
    return warm().reviewer


def _terms(beside: tuple[KnownTerm, ...]) -> tuple[KnownTerm, ...]:
    """Return the terms in force; of those beside them, whose entry the register does not hold."""
    held = set(Edition.objects.values_list("code", flat=True).distinct())
    new = (term for term in beside if term.id not in held)
    return (*known_terms(editions_in_force()), *new)


def _resolutions() -> tuple[KnownResolution, ...]:
    rows = Resolution.objects.select_related("superseded_by").defer("text", "folded")
    return tuple(
        KnownResolution(
            ref=row.ref,
            session=row.session,
            titles=_names(row, "title"),
            year=row.year,
            superseded_by=row.superseded_by.ref if row.superseded_by else None,
            expired_on=row.expired_on,
        )
        for row in rows.exclude(status=Resolution.Status.REFERRED).order_by("ref")
    )


def _directives() -> tuple[Fact, ...]:
    return tuple(
        Fact(
            id=row.ref,
            name=_names(row, "sentence"),
            subjects=tuple(row.subjects.splitlines()),
            contradicted_by=tuple(row.opposed.splitlines()),
            since=row.since,
            until=row.until,
            source=row.source,
        )
        for row in Directive.objects.order_by("ref")
    )


def _names(row: Model, column: str) -> dict[Language, str]:
    named = {language: getattr(row, f"{column}_{language}") for language in Language}
    return {language: text for language, text in named.items() if text}
