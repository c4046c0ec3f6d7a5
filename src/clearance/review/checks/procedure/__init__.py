"""The check of rules of procedure, reference resolutions, earlier decisions and directives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.checks.procedure import (
    act_numbers,
    acts,
    charter,
    deadlines,
    decisions,
    landmarks,
    nations_years,
    official_records,
    own_years,
    resolutions,
    sessions,
    standing,
    symbols,
    told,
    united_nations,
)
from clearance.review.checks.procedure.acts import ACTS
from clearance.review.checks.procedure.official_records import RECORDS
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.mentions.act_numbers import ACT_NUMBERS
from clearance.review.mentions.nations import NATIONS
from clearance.review.mentions.own_sessions import OWN
from clearance.review.paper import Paper
from clearance.review.scan import Trigger


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found; the reader of citations has the others."""
    return (
        *decisions.triggers(context),
        *told.triggers(context),
        *standing.triggers(context),
        *deadlines.triggers(context),
        *landmarks.triggers(context),
        *charter.CHARTER,
        *OWN,
        *NATIONS,
        *ACTS,
        *RECORDS,
        *ACT_NUMBERS,
    )


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the paper's citations, and what contradicts a decision."""
    of_sessions: list[Finding] = []
    if paper.citations:
        of_sessions += resolutions.check(paper)
    if paper.hits("organ_of_sessions") or paper.hits("own session"):
        of_sessions += sessions.check(paper)
    yield from of_sessions
    if paper.citations:
        yield from own_years.check(paper, {(one.start, one.end) for one in of_sessions})
        yield from symbols.check(paper)
        yield from united_nations.check(paper)
    if paper.citations or not paper.signs.isdisjoint(nations_years.SIGNS):
        yield from nations_years.check(paper)
    if paper.hits("numbered act"):
        yield from acts.check(paper)
    if len(paper.hits("act number")) > 1:  # one is compared with another
        yield from act_numbers.check(paper)
    if paper.hits("official records"):
        yield from official_records.check(paper)
    if paper.hits("charter article"):
        yield from charter.check(paper)
    if paper.hits("landmark"):
        yield from landmarks.check(paper)
    contradicted = list(decisions.check(paper))
    yield from contradicted
    yield from told.check(paper, {one.start for one in contradicted})
    yield from standing.check(paper)
    yield from deadlines.check(paper)
