"""The check of numbers and dates: against the calendar, within the text, between languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.checks.figures.amounts import BRACKET, digits_and_words
from clearance.review.checks.figures.calendar import (
    hijri_and_gregorian,
    impossible_dates,
    ranges,
    weekdays,
)
from clearance.review.checks.figures.durations import DAYS, durations
from clearance.review.checks.figures.sums import NAMELY, TOTAL, sums
from clearance.review.checks.figures.versions import language_versions
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found; the readers of dates have their own."""
    return (BRACKET, *DAYS, *TOTAL, *NAMELY)


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the paper's numbers and dates."""
    yield from weekdays(paper)
    yield from impossible_dates(paper)
    yield from hijri_and_gregorian(paper)
    yield from ranges(paper)
    yield from durations(paper)
    yield from digits_and_words(paper)
    yield from sums(paper)
    if paper.parallels:
        yield from language_versions(paper)
