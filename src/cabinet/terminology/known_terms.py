"""The editions as the review knows terms, and whether a wording can be understood at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cabinet.terminology.models import Edition
from cabinet.ui.languages import name
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.sensitivity.expressions import one_wording
from clearance.review.checks.sensitivity.index import TermIndex
from clearance.review.context import Context, KnownTerm
from clearance.review.scan import Scanner
from clearance.terms import Language

_PROBE = "."  # a text in which no term stands


def known_terms(editions: Iterable[Edition]) -> Iterator[KnownTerm]:
    """Yield one term for each expression of each edition.

    :raises re.error: for a sign beside a term that cannot be understood.
    """
    for edition in editions:
        levels = {"": edition.level} | {
            kind: level
            for kind, _, level in (line.partition("=") for line in edition.by_kind.splitlines())
        }
        for language in Language:
            for expression in getattr(edition, f"avoid_{language}").splitlines():
                yield KnownTerm(
                    id=edition.code,
                    language=language,
                    avoid=expression,
                    right=getattr(edition, f"right_{language}") or None,
                    levels=levels,
                    is_pattern=edition.is_pattern,
                    until=edition.until,
                    quoted_is_right=edition.quoted_is_right,
                    unless=_signs(edition, edition.unless),
                    near=_signs(edition, edition.near),
                    is_name=edition.is_name and language is not Language.ARABIC,
                    kept_from_drafters=edition.kept_from_drafters,
                    source=edition.source,
                )


def _signs(edition: Edition, lines: str) -> tuple[str, ...]:
    """Return the expressions beside a term, which the review always takes as patterns."""
    told = lines.splitlines()
    signs = tuple(told if edition.is_pattern else (_literally(line) for line in told))
    for sign in signs:  # else the first paper that holds the term would tell
        re.compile(pattern(sign))
    return signs


def _literally(words: str) -> str:
    return re.escape(words).replace(r"\ ", " ")


def example_of(edition: Edition) -> str:
    """Return the first expression in the reader's language, a pattern as one of its wordings."""
    first = wordings_of(edition, name(edition, "avoid")).splitlines()[0]
    return first[:1].upper() + first[1:] if edition.is_pattern else first


def wordings_of(edition: Edition, lines: str) -> str:
    """Return the expressions, one a line, as an officer reads them: a pattern as a wording."""
    if not edition.is_pattern:
        return lines
    return "\n".join(one_wording(line) for line in lines.splitlines())


def faulty(editions: Sequence[Edition]) -> set[int]:
    """Return the keys of the editions that the review cannot use, looked for by halves.

    To ask of each alone takes seconds where one is faulty.
    """
    if not editions or not fault_of(*editions):
        return set()
    if len(editions) == 1:
        return {editions[0].pk}
    half = len(editions) // 2
    return faulty(editions[:half]) | faulty(editions[half:])


def fault_of(*editions: Edition) -> str:
    """Return why the review could not use editions, in a pattern's own words; '' if it can.

    A wording that cannot be compiled would bar every paper from being read.
    """
    try:
        terms = tuple(known_terms(editions))
        for term in terms:
            for sign in (*term.unless, *term.near):
                if compiled(sign).match(""):
                    return f"“{sign}”"
            if term.is_pattern and compiled(term.avoid).fullmatch(""):
                return f"“{term.avoid}”"
        Scanner(TermIndex(Context(terms=terms)).triggers()).scan(_PROBE)
    except Exception as error:  # whatever the compiler of patterns says, it is of this wording
        return str(error) or type(error).__name__
    return ""
