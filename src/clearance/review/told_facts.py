"""A decision told in one line, as "Syrian Arab Republic: membership resumed on 2025-03-07".

The line is: subject, colon, what was decided, and its day. It lets an office, or a file of facts,
add a directive without knowing the pairs of opposites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from clearance.data.directives import Opposites, opposites
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold, pattern
from clearance.review.checks.procedure.standing import approval, articles, rhythm
from clearance.review.context import Fact, KnownState, Told
from clearance.review.mentions.numbers import words_before
from clearance.review.told_lines import told_in
from clearance.terms import Language

_SINCE = on_demand(r"\bsince ((?:19|20)\d\d)\b")
_ISO = on_demand(r"(\d{4})-(\d{2})-(\d{2})")


def fact_told(
    line: str, *, id: str, states: Iterable[KnownState] = (), source: str = ""
) -> Fact | None:
    """Return the fact that the line tells; None: no pair of opposites knows its verb.

    A subject that is a state goes by all of its names. Without a day it has always held.
    """
    subject, _, decided = line.partition(":")
    folded = fold(decided).skeleton
    known = tuple(states)
    told = told_in(line, known)
    for pair in opposites():
        for side, expressions in zip(pair.sides, (pair.first, pair.second), strict=True):
            if not re.search(pattern(r"\b(?:" + "|".join(expressions) + r")\b"), folded):
                continue
            return Fact(
                id=id,
                name=dict.fromkeys(Language, line.strip().rstrip(".") + "."),
                subjects=_names(subject.strip(), known),
                matter=pair.code,
                holds=side,
                about=_about(pair, folded),
                since=_day(decided, told),
                source=source,
                told=told,
            )
    if told is not None and not _OF_HOUSE.match(fold(subject).skeleton):
        name = dict.fromkeys(Language, line.strip().rstrip(".") + ".")
        day = _day(decided, told)
        return Fact(id=id, name=name, subjects=(), since=day, source=source, told=told)
    return _standing(line, id, source)


# What is told of the house itself and of its organs is a standing fact.
_OF_HOUSE = on_demand(
    r"(?:the )?(?:seat|headquarters|organi[sz]ation(?! \w)|oic$|general secretariat$"
    r"|secretary-general|islamic summit|council of foreign ministers)"
)
# The kinds of standing fact that a sentence may tell, in the order in which they are tried.
_SEAT = compiled(r"\b(?:headquarters|headquartered|seat|siege|(?:ال)?مقر)\b")
_SIZE = compiled(
    r"\b(?P<en>\d{2,3}) (?:member (?:states|countries)|etats membres|pays membres|دولة عضوا?)\b"
)
_TERM = compiled(r"\b(?:elected|appointed|term of office|elu|mandat|[يت]?نتخب|ولاية)\b")
_OF_YEARS = compiled(r"\b(?P<words>[\w-]+(?: \(\d+\))?)[ -](?:years?|ans|سنوات|سنة|أعوام)\b")


def _standing(line: str, id: str, source: str) -> Fact | None:
    """Return the standing fact that the sentence tells, whatever its form; None: of no kind."""
    folded = fold(line).skeleton
    matter, holds = "", line
    if article := articles.told(folded):
        matter, holds = "article", article
    elif size := _SIZE.search(folded):
        matter, holds = "size", size["en"]
    elif _SEAT.search(folded):
        matter = "seat"
    elif _TERM.search(folded) and (years := _years_told(folded)):
        matter, holds = "term", f"{years} years, {folded}"
    elif rhythm.organ_told(folded) and rhythm.months_told(folded, 0, len(folded)):
        matter = "rhythm"
    elif all(approval.told(line)):
        matter = "approval"
    else:
        return None
    name = dict.fromkeys(Language, line.strip().rstrip(".") + ".")
    return Fact(id=id, name=name, subjects=(), matter=matter, holds=holds, source=source)


def _years_told(folded: str) -> int | None:
    """Return for how many years somebody is elected, as the line tells."""
    years = _OF_YEARS.search(folded)
    if years is None:
        return None
    words = words_before(folded, years.end("words"))
    values = (
        {int(years["words"])} if years["words"].isdigit() else set(words.values if words else ())
    )
    return values.pop() if len(values) == 1 else None


def _about(pair: Opposites, folded: str) -> tuple[str, ...]:
    """Return the pair's words on what it is about, where the line names one of them."""
    words = pattern(r"\b(?:" + "|".join(pair.about) + r")\b") if pair.about else ""
    return pair.about if words and re.search(words, folded) else ()


def _day(decided: str, told: Told | None) -> date | None:
    """Return the day of the decision, which is not the day that was decided on."""
    values = (*told.new, *told.old) if told else ()
    found = [day for day in _ISO.finditer(decided) if day[0] not in values]
    if found:
        return date(*map(int, found[-1].groups()))
    since = _SINCE.search(decided)
    return date(int(since[1]), 1, 1) if since else None


def _names(subject: str, states: Iterable[KnownState]) -> tuple[str, ...]:
    key = fold(subject).skeleton.removeprefix("the ")
    for state in states:
        names = [*state.short.values(), *state.formal.values(), *state.variants]
        if key in {fold(name).skeleton.removeprefix("the ") for name in names}:
            return tuple(dict.fromkeys([subject, *(_bare(name) for name in names if name)]))
    return (subject,)


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|la|le|les|l['’])\s*", "", name, flags=re.IGNORECASE)
