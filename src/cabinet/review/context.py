"""The registers of the office as the review's context, and the checks kept warm with it.

The registers are read at each use and compared with those before: only a register that changed
makes the scan compile anew, so that no change can be missed and none waits for a restart.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from threading import Lock

from django.db.models import Model

from cabinet.resolutions.models import Directive, Resolution
from cabinet.review.people import people_now, series_now
from cabinet.review.registers import Rows, registers_now
from cabinet.terminology.known_terms import faulty, known_terms
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


_log = logging.getLogger(__name__)
_lock = Lock()
_KEPT = 2  # states: what is taken back is not compiled again; nearly all of a state is shared
_warm: list[Warm] = []  # the last that was used first


def office_context(editions: Iterable[Edition] | None = None) -> Context:
    """Return the context of the office's own tables; what it keeps in no table is the package's.

    ``editions``: of the terms that the review goes by; None: all that are in force.
    """
    context = default_context()
    people = people_now()
    return replace(
        context,
        resolutions=_resolutions() or context.resolutions,
        facts=(*context.facts, *_directives()),
        terms=_terms(context.terms, editions_in_force() if editions is None else editions),
        addressees=people.addressees,
        signatories=people.signatories or context.signatories,
        reference_patterns=series_now().patterns,
        reference_series=series_now().units,
    )


def warm() -> Warm:
    """Return the checks compiled for the registers as they are now, and the name of their state."""
    rows = registers_now()
    with _lock:
        found = next((each for each in _warm if each.rows == rows), None)
        if found is None:
            state = hashlib.sha256(repr(rows).encode()).hexdigest()[:16]
            found = Warm(rows, state, _reviewer())
        _warm[:] = [found, *(each for each in _warm if each is not found)][:_KEPT]
        return found


def _reviewer() -> Reviewer:
    """Return the checks with the registers as they are, but for terms that they cannot use.

    No officer can adopt such a term; one that came another way must not keep the rest from papers.
    """
    try:
        return Reviewer(office_context())
    except Exception as error:  # whatever the compiler of patterns says
        left_out = faulty(list(editions_in_force()))
        if not left_out:
            raise
        _log.error("Terms that the review cannot use are left out: %s (%s).", left_out, error)
        return Reviewer(office_context(editions_in_force().exclude(pk__in=left_out)))


def reviewer() -> Reviewer:
    """Return the checks compiled for the registers as they are now."""
    return warm().reviewer


def _terms(beside: tuple[KnownTerm, ...], editions: Iterable[Edition]) -> tuple[KnownTerm, ...]:
    """Return the terms of these editions, and those beside them whose entry no edition holds."""
    held = set(Edition.objects.values_list("code", flat=True).distinct())
    new = (term for term in beside if term.id not in held)
    return (*known_terms(editions), *new)


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
