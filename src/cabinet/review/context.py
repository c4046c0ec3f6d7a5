"""The registers of the office as the review's context, and the checks kept warm with it.

The registers are read at each use and compared with those before: only what is made of one that
changed is made anew, so that no change can be missed and none waits for a restart.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, TypeVar

from django.db.models import Model

from cabinet.accounts.models import Delegation, Ending, Holding, Officer, Post, Unit
from cabinet.directory.models import Correspondent, Country, Incumbent, SignatoryCell
from cabinet.registry.models import Series
from cabinet.resolutions.models import Directive, Resolution
from cabinet.review.people import addressees_now, series_now, signatories_now
from cabinet.review.registers import Rows, registers_now, rows_of
from cabinet.terminology.known_terms import faulty, known_terms
from cabinet.terminology.models import Decision, Edition
from cabinet.terminology.queries import editions_in_force
from clearance.review import Context, Reviewer
from clearance.review.context import Fact, KnownResolution, KnownTerm
from clearance.review.defaults import default_context
from clearance.terms import Language

T = TypeVar("T")
Part = tuple[object, ...]
_log = logging.getLogger(__name__)
_lock = Lock()
_KEPT = 2  # states: what is taken back is not compiled again; nearly all of a state is shared
_warm: list[Warm] = []  # the last that was used first
_parts: dict[Callable[[], Part], list[tuple[Rows, Part]]] = {}


@dataclass(frozen=True)
class Warm:
    """The checks compiled for one state of the registers; ``state`` names it in 16 letters."""

    rows: Rows
    state: str
    reviewer: Reviewer


def warm() -> Warm:
    """Return the checks compiled for the registers as they are now, and the name of their state."""
    rows = registers_now()
    with _lock:
        found = next((each for each in _warm if each.rows == rows), None)
        if found is None:
            state = hashlib.sha256(repr(rows).encode()).hexdigest()[:16]
            found = Warm(rows, state, _reviewer(rows))
        _keep_first(_warm, found)
        return found


def _keep_first(kept: list[T], found: T) -> None:
    kept[:] = [found, *(each for each in kept if each is not found)][:_KEPT]


def _reviewer(rows: Rows) -> Reviewer:
    """Return the checks with the registers as they are, but for terms that they cannot use.

    No officer can adopt such a term; one that came another way must not keep the rest from papers.
    """
    try:
        return Reviewer(_context(rows, _part(_terms, rows)))
    except Exception as error:  # whatever the compiler of patterns says
        left_out, usable = _part(_usable_terms, rows)
        if not left_out:
            raise
        _log.error("Terms that the review cannot use are left out: %s (%s).", left_out, error)
        return Reviewer(_context(rows, usable))


def _context(rows: Rows, terms: tuple[KnownTerm, ...]) -> Context:
    """Return the context of the office's own tables; what it keeps in no table is the package's."""
    context = default_context()
    patterns, units = _part(_series, rows)
    return replace(
        context,
        resolutions=_part(_resolutions, rows) or context.resolutions,
        facts=(*context.facts, *_part(_directives, rows)),
        terms=terms,
        addressees=_part(addressees_now, rows),
        signatories=_part(signatories_now, rows) or context.signatories,
        reference_patterns=patterns,
        reference_series=units,
    )


def _part(make: Callable[[], Part], rows: Rows) -> Any:
    """Return what is made of some of the registers, made anew where one of these has changed.

    A power lent for a day makes nobody read the register of terms again.
    """
    read = rows_of(rows, *MADE_OF[make])
    kept = _parts.setdefault(make, [])
    found = next((each for each in kept if each[0] == read), None) or (read, make())
    _keep_first(kept, found)
    return found[1]


def reviewer() -> Reviewer:
    """Return the checks compiled for the registers as they are now."""
    return warm().reviewer


def _terms() -> tuple[KnownTerm, ...]:
    """Return the terms of all editions in force, and the package's whose entry none ever held."""
    return _with_the_package_s(editions_in_force())


def _usable_terms() -> tuple[set[int], tuple[KnownTerm, ...]]:
    """Return the keys of the editions that the review cannot use, and the terms without them."""
    left_out = faulty(list(editions_in_force()))
    return left_out, _with_the_package_s(editions_in_force().exclude(pk__in=left_out))


def _with_the_package_s(editions: Iterable[Edition]) -> tuple[KnownTerm, ...]:
    held = set(Edition.objects.values_list("code", flat=True).distinct())
    new = (term for term in default_context().terms if term.id not in held)
    return (*known_terms(editions), *new)


def _series() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the forms of the house's own numbers, and the codes of units that stand in them."""
    now = series_now()
    return now.patterns, now.units


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


# What each part is made of: it asks no other table.
MADE_OF: dict[Callable[[], Part], tuple[type[Model], ...]] = {
    _resolutions: (Resolution,),
    _directives: (Directive,),
    _terms: (Edition, Decision),
    _usable_terms: (Edition, Decision),
    addressees_now: (Correspondent, Country, Incumbent),
    signatories_now: (Post, Holding, Delegation, Ending, SignatoryCell, Officer),
    _series: (Series, Unit),
}
