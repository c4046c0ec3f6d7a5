"""What the package's registers give the checks of form and of sensitivity to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clearance.data.form import contract_clauses, required_parts
from clearance.data.sensitivity import SensitiveTerm, sensitive_terms, sensitive_topics
from clearance.review.context import KnownClause, KnownPart, KnownTerm, KnownTopic
from clearance.terms import Language

# The house's own name and the one before. Source: resolution 4/38-ORG (Astana, 28 June 2011).
ORGANISATION = {
    Language.ARABIC: "منظمة التعاون الإسلامي",
    Language.ENGLISH: "Organisation of Islamic Cooperation",
    Language.FRENCH: "Organisation de la coopération islamique",
}
FORMER_ORGANISATION = {
    Language.ARABIC: "منظمة المؤتمر الإسلامي",
    Language.ENGLISH: "Organisation of the Islamic Conference",
    Language.FRENCH: "Organisation de la Conférence islamique",
}
RENAMED_ON = date(2011, 6, 28)


def known_terms() -> tuple[KnownTerm, ...]:
    """Return the register of sensitive terms, one entry for each expression."""
    return tuple(term for entry in sensitive_terms() for term in _terms_of(entry))


def _terms_of(entry: SensitiveTerm) -> Iterator[KnownTerm]:
    levels = {"": entry.level} | {
        kind: level for kind, _, level in (row.partition("=") for row in entry.by_kind)
    }
    forms = {
        Language.ENGLISH: (entry.en, entry.right_en),
        Language.FRENCH: (entry.fr, entry.right_fr),
        Language.ARABIC: (entry.ar, entry.right_ar),
    }
    for language, (expressions, right) in forms.items():
        for expression in expressions:
            yield KnownTerm(
                id=entry.code,
                language=language,
                avoid=expression,
                right=right,
                levels=levels,
                is_pattern=True,
                until=date.fromisoformat(entry.until) if entry.until else None,
                unless=entry.unless,
                near=entry.near,
                is_name=entry.is_name and language is not Language.ARABIC,
                kept_from_drafters=entry.adviser,
                source=entry.cited,
            )


def known_topics() -> tuple[KnownTopic, ...]:
    """Return the matters of which an adviser is told."""
    return tuple(
        KnownTopic(
            id=entry.code,
            names={
                Language.ARABIC: entry.name_ar,
                Language.ENGLISH: entry.name_en,
                Language.FRENCH: entry.name_fr,
            },
            signs=entry.signs,
            source=entry.cited,
        )
        for entry in sensitive_topics()
    )


def known_parts() -> tuple[KnownPart, ...]:
    """Return the parts that the kinds of paper must have or must not have."""
    return tuple(
        KnownPart(
            kind=row.kind, part=row.part, level=row.level, needed=row.needed, source=row.cited
        )
        for row in required_parts()
    )


def known_clauses() -> tuple[KnownClause, ...]:
    """Return the clauses that a contract must have."""
    return tuple(
        KnownClause(
            code=row.code,
            names={
                Language.ARABIC: row.name_ar,
                Language.ENGLISH: row.name_en,
                Language.FRENCH: row.name_fr,
            },
            signs=row.signs,
            level=row.level,
            source=row.cited,
        )
        for row in contract_clauses()
    )
