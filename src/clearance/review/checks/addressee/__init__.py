"""The check of the addressee: who is written to, how, and in which post, on the letter's date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.checks.addressee import forms, persons, places
from clearance.review.checks.addressee.directory import directory_of
from clearance.review.checks.addressee.letter import Letter, read_letter
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger

__all__ = ["Letter", "check", "triggers"]


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found: words by which the addressee is spoken to."""
    return forms.TRIGGERS


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with whom the paper is addressed to, and how."""
    anatomy = paper.anatomy
    if not anatomy.addressees and anatomy.salutation is None:
        return
    letter = read_letter(paper, directory_of(paper.context))
    for addressed in letter.addressed:
        yield from persons.check(paper, letter, addressed)
        yield from places.check(paper, letter, addressed)
    yield from forms.check(paper, letter)
