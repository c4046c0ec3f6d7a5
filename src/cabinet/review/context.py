"""The registers of the office as the review's context, and the checks kept warm with it.

The context is built from the tables at each use and compared with the one before: only a register
that changed makes the scan compile anew, so that no change can be missed.
"""

from __future__ import annotations

from dataclasses import replace
from threading import Lock

from django.db.models import Model

from cabinet.resolutions.models import Directive, Resolution
from clearance.review import Context, Reviewer
from clearance.review.context import Fact, KnownResolution
from clearance.review.defaults import default_context
from clearance.terms import Language

_lock = Lock()
_warm: list[tuple[Context, Reviewer]] = []


def office_context() -> Context:
    """Return the context of the office's own tables; what it keeps in no table is the package's."""
    context = default_context()
    resolutions = _resolutions()
    return replace(
        context,
        resolutions=resolutions or context.resolutions,
        facts=(*context.facts, *_directives()),
    )


def reviewer() -> Reviewer:
    """Return the checks compiled for the registers as they are now."""
    context = office_context()
    with _lock:
        if not _warm or _warm[0][0] != context:
            _warm[:] = [(context, Reviewer(context))]
        return _warm[0][1]


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
