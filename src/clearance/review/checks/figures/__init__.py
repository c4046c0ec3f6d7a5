"""The check of numbers and dates: against the calendar, within the text, between languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.checks.figures.amounts import BRACKETS, digits_and_words
from clearance.review.checks.figures.calendar import (
    hijri_and_gregorian,
    impossible_dates,
    weekdays,
)
from clearance.review.checks.figures.counts import COUNTED, counts
from clearance.review.checks.figures.derived import DERIVED, derived
from clearance.review.checks.figures.durations import durations
from clearance.review.checks.figures.hours import HOURS, hours
from clearance.review.checks.figures.order import PLACES, YEARS, order
from clearance.review.checks.figures.parts import PARTS, parts_of_wholes
from clearance.review.checks.figures.percentages import (
    PERCENT,
    SHARE,
    percentages,
    shares,
    told_shares,
)
from clearance.review.checks.figures.periods import PERIODS, periods
from clearance.review.checks.figures.relations import RECKONED, relations
from clearance.review.checks.figures.spans import spans, told_spans
from clearance.review.checks.figures.sums import NAMELY, TOTAL, sums
from clearance.review.checks.figures.tables import tables
from clearance.review.checks.figures.text_tables import ROWS, text_tables
from clearance.review.checks.figures.times import WITHOUT_YEAR, times
from clearance.review.checks.figures.together import TOGETHER, together
from clearance.review.checks.figures.twice import AMOUNT_OF, twice
from clearance.review.checks.figures.versions import language_versions
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Trigger


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found; the readers of dates have their own."""
    return (
        *BRACKETS,
        *YEARS,
        *PLACES,
        *TOTAL,
        *NAMELY,
        *PERCENT,
        *SHARE,
        *AMOUNT_OF,
        *RECKONED,
        *WITHOUT_YEAR,
        *COUNTED,
        *ROWS,
        *PARTS,
        *HOURS,
        *DERIVED,
        *PERIODS,
        *TOGETHER,
    )


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the paper's numbers and dates."""
    if paper.dates:
        yield from weekdays(paper)
        yield from hijri_and_gregorian(paper)
        told = tuple(told_spans(paper))
        yield from durations(paper, told)
        yield from spans(told)
    yield from impossible_dates(paper)
    yield from order(paper)
    yield from digits_and_words(paper)
    yield from sums(paper)
    yield from together(paper)
    if paper.tables:
        yield from tables(paper)
    elif paper.hits("row"):
        yield from text_tables(paper)
    if paper.hits("percent of"):
        yield from percentages(paper)
    yield from shares(paper)
    yield from told_shares(paper)
    yield from relations(paper)
    yield from counts(paper)
    yield from parts_of_wholes(paper)
    yield from times(paper)
    yield from derived(paper)
    yield from hours(paper)
    yield from periods(paper)
    yield from twice(paper)
    if paper.parallels:
        yield from language_versions(paper)
