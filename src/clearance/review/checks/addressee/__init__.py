"""The check of the addressee: who is written to, how, and in which post, on the letter's date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.checks.addressee import (
    bodies,
    colleagues,
    forms,
    genders,
    mentioned,
    note_offices,
    note_states,
    offices_styled,
    others,
    own_state,
    parties,
    persons,
    places,
    portfolios,
    salutation_names,
)
from clearance.review.checks.addressee.directory import directory_of
from clearance.review.checks.addressee.letter import Letter, read_letter
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger
from clearance.terms import Kind

__all__ = ["Letter", "check", "triggers"]


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found: how the addressee is spoken to, and names."""
    return (
        *forms.TRIGGERS,
        *genders.triggers(),
        *portfolios.TRIGGERS,
        *offices_styled.TRIGGERS,
        *own_state.TRIGGERS,
        *bodies.triggers(context),
        *others.triggers(context),
        *parties.triggers(context),
        *colleagues.triggers(context),
    )


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with whom the paper is addressed to, and how."""
    told = list(_held_against_registers(paper))
    yield from told
    styles = [(one.start, one.end) for one in told if one.code == "ADR010"]
    yield from (
        one
        for one in genders.check_styles(paper)
        if not any(start < one.end and one.start < end for start, end in styles)
    )


def _held_against_registers(paper: Paper) -> Iterator[Finding]:
    anatomy = paper.anatomy
    directory = directory_of(paper.context)
    yield from colleagues.check(paper)
    yield from portfolios.check(paper)
    yield from offices_styled.check(paper)
    yield from bodies.check(paper)
    yield from parties.check(paper, directory)
    if paper.kind is Kind.NOTE_VERBALE:
        yield from note_states.check(paper, directory)
        yield from note_offices.check(paper)
    if not anatomy.addressees and anatomy.salutation is None:
        yield from others.check(paper, directory, None)
        return
    letter = read_letter(paper, directory)
    for addressed in letter.addressed:
        yield from persons.check(paper, letter, addressed)
        yield from places.check(paper, letter, addressed)
        yield from mentioned.check(paper, addressed)
    yield from salutation_names.check(paper, letter)
    yield from forms.check(paper, letter)
    yield from own_state.check(paper, letter)
    yield from others.check(paper, directory, letter)
