"""A decision told in one line, as "Syrian Arab Republic: membership resumed on 2025-03-07".

The line is: subject, colon, what was decided, and its day. It lets an office, or a file of facts,
add a directive without knowing the pairs of opposites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from clearance.data.directives import Opposites, opposites
from clearance.reading.skeleton import fold, pattern
from clearance.review.context import Fact, KnownState
from clearance.terms import Language

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def fact_told(
    line: str, *, id: str, states: Iterable[KnownState] = (), source: str = ""
) -> Fact | None:
    """Return the fact that the line tells; None: no pair of opposites knows its verb.

    A subject that is a state goes by all of its names. Without a day it has always held.
    """
    subject, _, decided = line.partition(":")
    folded = fold(decided).skeleton
    for pair in opposites():
        for side, expressions in zip(pair.sides, (pair.first, pair.second), strict=True):
            if not re.search(pattern(r"\b(?:" + "|".join(expressions) + r")\b"), folded):
                continue
            return Fact(
                id=id,
                name=dict.fromkeys(Language, line.strip().rstrip(".") + "."),
                subjects=_names(subject.strip(), states),
                matter=pair.code,
                holds=side,
                about=_about(pair, folded),
                since=_day(decided),
                source=source,
            )
    return None


def _about(pair: Opposites, folded: str) -> tuple[str, ...]:
    """Return the pair's words on what it is about, where the line names one of them."""
    words = pattern(r"\b(?:" + "|".join(pair.about) + r")\b") if pair.about else ""
    return pair.about if words and re.search(words, folded) else ()


def _day(decided: str) -> date | None:
    found = _ISO.search(decided)
    return date(*map(int, found.groups())) if found else None


def _names(subject: str, states: Iterable[KnownState]) -> tuple[str, ...]:
    key = fold(subject).skeleton.removeprefix("the ")
    for state in states:
        names = [*state.short.values(), *state.formal.values(), *state.variants]
        if key in {fold(name).skeleton.removeprefix("the ") for name in names}:
            return tuple(dict.fromkeys([subject, *(_bare(name) for name in names if name)]))
    return (subject,)


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|la|le|les|l['’])\s*", "", name, flags=re.IGNORECASE)
