"""The check of numbers and dates: against the calendar, within the text, between languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from clearance.review.checks.figures.days.ages import AGES, ENDS, ages
from clearance.review.checks.figures.days.anchored import ANCHORED, anchored
from clearance.review.checks.figures.days.behind import behind
from clearance.review.checks.figures.days.beside import BESIDE, beside
from clearance.review.checks.figures.days.calendar import (
    hijri_and_gregorian,
    impossible_dates,
    weekdays,
)
from clearance.review.checks.figures.days.clock import CLOCK, clock
from clearance.review.checks.figures.days.deadlines import DEADLINES, deadlines
from clearance.review.checks.figures.days.deadlines import SIGNS as RECKONED_DAYS
from clearance.review.checks.figures.days.durations import durations
from clearance.review.checks.figures.days.events import EVENTS, events
from clearance.review.checks.figures.days.hours import HOURS, hours
from clearance.review.checks.figures.days.intervals import BETWEEN, intervals
from clearance.review.checks.figures.days.later import LATER, later
from clearance.review.checks.figures.days.later import SIGNS as DONE_LATER
from clearance.review.checks.figures.days.order import PLACES, YEARS, order
from clearance.review.checks.figures.days.periods import PERIODS, periods
from clearance.review.checks.figures.days.programme import PROGRAMME, programme
from clearance.review.checks.figures.days.sequence import SEQUENCE, sequence
from clearance.review.checks.figures.days.spans import spans, told_spans
from clearance.review.checks.figures.days.stays import NIGHTS, stays
from clearance.review.checks.figures.days.terms import TERMS, terms
from clearance.review.checks.figures.days.times import WITHOUT_YEAR, times
from clearance.review.checks.figures.days.weekday_told import weekdays_told
from clearance.review.checks.figures.in_words.amounts import BRACKETS, digits_and_words
from clearance.review.checks.figures.in_words.bracketed import bracketed
from clearance.review.checks.figures.in_words.currencies import currencies
from clearance.review.checks.figures.in_words.halves import halves
from clearance.review.checks.figures.in_words.told_apart import IN_WORDS, told_apart
from clearance.review.checks.figures.reckoning.asked import ASKED, SIGNS, asked
from clearance.review.checks.figures.reckoning.columns import COLUMNS, columns
from clearance.review.checks.figures.reckoning.derived import DERIVED, derived
from clearance.review.checks.figures.reckoning.equations import EQUATIONS, equations
from clearance.review.checks.figures.reckoning.in_brackets import (
    AMOUNTS_IN_BRACKETS,
    in_brackets,
)
from clearance.review.checks.figures.reckoning.parts import PARTS, parts_of_wholes
from clearance.review.checks.figures.reckoning.percentages import (
    PERCENT,
    SHARE,
    percentages,
    shares,
    told_shares,
)
from clearance.review.checks.figures.reckoning.reckoned import RESULT, reckoned
from clearance.review.checks.figures.reckoning.relations import RECKONED, relations
from clearance.review.checks.figures.reckoning.row_told import rows_told
from clearance.review.checks.figures.reckoning.shared_out import SHARED, shared_out
from clearance.review.checks.figures.reckoning.slips import GREAT, slips, totals
from clearance.review.checks.figures.reckoning.sums import NAMELY, TOTAL, sums
from clearance.review.checks.figures.reckoning.tables import tables
from clearance.review.checks.figures.reckoning.text_tables import ROWS, text_tables
from clearance.review.checks.figures.reckoning.together import TOGETHER, together
from clearance.review.checks.figures.reckoning.votes import VOTES, votes
from clearance.review.checks.figures.told_again.anaphors import (
    AMOUNT_SAID,
    NUMBER_SAID,
    SUM_AGAIN,
    SUM_LEFT,
    anaphors,
)
from clearance.review.checks.figures.told_again.counts import COUNTED, counts
from clearance.review.checks.figures.told_again.in_turn import IN_TURN, in_turn
from clearance.review.checks.figures.told_again.listed_states import LISTED, listed_states
from clearance.review.checks.figures.told_again.lists import LISTED_THINGS, lists
from clearance.review.checks.figures.told_again.named_after import NAMED_AFTER, named_after
from clearance.review.checks.figures.told_again.named_twice import NAMED_TWICE, named_twice
from clearance.review.checks.figures.told_again.near_totals import SUM_NAMED, near_totals
from clearance.review.checks.figures.told_again.summaries import SUMMARY, summaries
from clearance.review.checks.figures.told_again.twice import ADOPTED, AMOUNT_OF, twice
from clearance.review.checks.figures.told_again.versions import language_versions
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
        *AMOUNTS_IN_BRACKETS,
        *PERCENT,
        *SHARE,
        *AMOUNT_OF,
        *AMOUNT_SAID,
        *NUMBER_SAID,
        *SUM_AGAIN,
        *SUM_LEFT,
        *SUM_NAMED,
        *RECKONED,
        *WITHOUT_YEAR,
        *COUNTED,
        *ROWS,
        *PARTS,
        *HOURS,
        *DERIVED,
        *PERIODS,
        *TOGETHER,
        *AGES,
        *ENDS,
        *ANCHORED,
        *NAMED_TWICE,
        *SEQUENCE,
        *LISTED_THINGS,
        *GREAT,
        *SUMMARY,
        *RESULT,
        *LISTED,
        *SHARED,
        *IN_WORDS,
        *PROGRAMME,
        *ADOPTED,
        *VOTES,
        *BETWEEN,
        *DEADLINES,
        *NIGHTS,
        *BESIDE,
        *LATER,
        *ASKED,
        *COLUMNS,
        *IN_TURN,
        *CLOCK,
        *NAMED_AFTER,
        *EQUATIONS,
        *TERMS,
        *EVENTS,
    )


def _lengths(paper: Paper) -> Iterator[Finding]:
    told = tuple(told_spans(paper))
    yield from durations(paper, told)
    yield from spans(told)
    yield from behind(paper)


# Told of whatever a text adds up and reckons.
_AT_LARGE = frozenset({"FIG007", "FIG034", "FIG036"})
_DATES = frozenset({"month", "numeric date", "hijri year"})
# The rules in their order, each with the signs without any of which it has nothing to look at.
_RULES: tuple[tuple[Callable[[Paper], Iterator[Finding]], frozenset[str]], ...] = (
    (weekdays, _DATES),
    (weekdays_told, _DATES),
    (hijri_and_gregorian, _DATES),
    (_lengths, _DATES),
    (events, _DATES),
    (intervals, frozenset({"time between"})),
    (deadlines, RECKONED_DAYS),
    (terms, frozenset({"term told", "own signature"})),
    (stays, frozenset({"nights"})),
    (beside, frozenset({"day beside", "every weekday"})),
    (later, DONE_LATER),
    (impossible_dates, _DATES | {"day beyond"}),
    (order, _DATES | {"years", "places", "letters", "part to part"}),
    (digits_and_words, frozenset({"bracket"})),
    (bracketed, frozenset({"bracket"})),
    (halves, frozenset({"bracket"})),
    (sums, frozenset(sign.name for sign in (*TOTAL, *NAMELY))),
    (in_brackets, frozenset({"amount in brackets"})),
    (
        together,
        frozenset({"total", "total at the end", "what is left"}) | {sign.name for sign in TOGETHER},
    ),
    (text_tables, frozenset({"row"})),
    (in_turn, frozenset({"in turn"})),
    (
        columns,
        frozenset({"row", "total", "parts of an amount", "thousands"})
        | {sign.name for sign in COLUMNS},
    ),
    (percentages, frozenset({"percent of"})),
    (shares, frozenset({"share"})),
    (told_shares, frozenset({"share"})),
    (rows_told, frozenset({"share"})),
    (equations, frozenset({"times sign", "plus sign"})),
    (asked, SIGNS),
    (relations, frozenset(sign.name for sign in RECKONED)),
    (parts_of_wholes, frozenset(sign.name for sign in PARTS)),
    (derived, frozenset({"share"}) | {sign.name for sign in DERIVED}),
    (hours, frozenset({"hours"})),
    (clock, frozenset({"time of hours"})),
    (periods, frozenset({"quarter", "hijri year", "weekday and day"})),
    (
        ages,
        frozenset({"years", "term ends", "plan named", "years between"})
        | {sign.name for sign in AGES},
    ),
    (anchored, frozenset({"anniversary"}) | {sign.name for sign in ANCHORED}),
    (lists, frozenset(sign.name for sign in LISTED_THINGS)),
    (named_after, frozenset(sign.name for sign in NAMED_AFTER)),
    (sequence, _DATES | {"text done"}),
    (reckoned, frozenset(sign.name for sign in RESULT)),
    (told_apart, frozenset({"amount in words"})),
    (currencies, frozenset({"amount in words"})),
    (programme, frozenset({"programme"})),
    (shared_out, frozenset(sign.name for sign in SHARED)),
    (slips, frozenset({"great amount"})),
    (totals, frozenset({"total"})),
    (votes, frozenset({"votes"})),
    (summaries, frozenset({"summary"})),
    (anaphors, frozenset({"amount said", "number said", "sum again", "sum left"})),
    (near_totals, frozenset({"sum named"})),
    (twice, _DATES | {sign.name for sign in AMOUNT_OF}),
)


def _places(finding: Finding) -> tuple[int, ...]:
    """Return where it is told: an interval at its length too, which may have been told already."""
    length = [begin for begin, _ in finding.elsewhere[:1] if finding.code == "FIG036"]
    return (finding.start, *length)


def _total(finding: Finding) -> tuple[int, ...]:
    """Return where the total stands that a finding has told against its parts."""
    return tuple(begin for begin, _ in finding.elsewhere[:1] if finding.code == "FIG007")


def _once(*rules: Iterator[Finding]) -> Iterator[Finding]:
    """Yield what the rules find, not twice of one place: two may count one list."""
    places = set()
    for rule in rules:
        for finding in rule:
            if (finding.code, finding.start) not in places:
                places.add((finding.code, finding.start))
                yield finding


_BY_SIGN: dict[str, list[int]] = {}
for _number, (_, _signs) in enumerate(_RULES):
    for _sign in _signs:
        _BY_SIGN.setdefault(_sign, []).append(_number)


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the paper's numbers and dates."""
    told: set[int] = set()
    codes: set[tuple[str, int]] = set()
    for number in sorted({no for sign in paper.signs for no in _BY_SIGN.get(sign, ())}):
        rule, _ = _RULES[number]
        for finding in rule(paper):
            if finding.code in _AT_LARGE and not told.isdisjoint(_places(finding)):
                continue  # a rule that knows more of the place has told it
            if (finding.code, finding.start) in codes:
                continue
            codes.add((finding.code, finding.start))
            told.update((finding.start, *_total(finding)))
            yield finding
    if paper.tables:
        yield from tables(paper)
    yield from (
        one
        for one in _once(counts(paper), listed_states(paper))
        if (one.code, one.start) not in codes
    )
    yield from times(paper)
    yield from (one for one in named_twice(paper) if (one.code, one.start) not in codes)
    if paper.parallels:
        yield from language_versions(paper)
