"""A side that was taken of two, as closed or open: a sentence that says the other, or denies it."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from functools import lru_cache

from clearance.data.fact_words import FactMatter, fact_matters
from clearance.reading.skeleton import compiled
from clearance.review.checks.procedure.decisions import is_history, said
from clearance.review.checks.procedure.lasting import AWAITS, ENDED
from clearance.review.context import Fact
from clearance.review.paper import Paper
from clearance.review.scan import Stretch

# What was so before an event says nothing against it.
_BEFORE_IT = compiled(
    r"\b(?:had|before|prior to|previously|formerly|until then|used to|avaient|avait|avant|jadis"
    r"|auparavant|precedemment|كانت?|قبل|سابقا|آنذاك|وقتها)\b"
)
_YEAR = compiled(r"\b(?P<since>(?:since|depuis|منذ)\W+(?:\w+\W+){0,3})?(?P<year>(?:19|20)\d\d)\b")
_ELSEWHERE = compiled(
    r"\b(?:concerning|regarding|about|formerly|previously|on the subject of|au sujet d\w+|concernant|relati\w+"
    r"|anciennement|بشأن|بخصوص|سابقا|المتعلق\w*)\b"
)
_REACH = 70  # characters from an act to the name of what it is done to (our guess)


def contradicts(paper: Paper, sentence: Stretch, name: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence says of the subject other than what was decided."""
    assert fact.told is not None  # noqa: S101  (the caller looked)
    matter = next((one for one in fact_matters() if one.code == fact.told.matter), None)
    if matter is None:
        return False
    holds, against, toward = _compiled(matter)
    skeleton = paper.skeleton
    if _is_its_own_day(paper, sentence, fact):
        return _says(skeleton, sentence, against) and not holds.search(skeleton, *sentence)
    if _awaits(skeleton, sentence, holds):
        return True
    # "yet to ratify" has the word of the side that holds, and says the other
    rest = against.sub(lambda match: " " * len(match[0]), skeleton[sentence[0] : sentence[1]])
    affirmed = said(rest, 0, len(rest), holds)
    if affirmed:
        return False
    if _is_before(skeleton, sentence, fact):
        return False
    if matter.is_event and _BEFORE_IT.search(skeleton, *sentence):
        return False
    if not matter.is_event and is_history(skeleton, *sentence, fact):
        return False
    if affirmed is False or _says(skeleton, sentence, against):
        return True
    return toward is not None and _is_toward(skeleton, sentence, name, toward)


_DENIES = compiled(r"(?:no|not|un\w+|n'|ne|aucune?|pas|nul|لم|لا|ليس|غير|\w?عدم)\b")


def _says(skeleton: str, sentence: Stretch, against: re.Pattern[str]) -> bool:
    """Tell whether the sentence says the other side; what itself denies is not turned round."""
    return said(skeleton, *sentence, against) is True or any(
        _DENIES.search(match[0]) for match in against.finditer(skeleton, *sentence)
    )


@lru_cache(maxsize=32)
def _compiled(
    matter: FactMatter,
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]:
    return (
        _any(matter.holds),
        _any(matter.against),
        _any(matter.toward) if matter.toward else None,
    )


def _any(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return compiled(r"\b[وفبل]?(?:" + "|".join(expressions) + r")\b")


def _is_its_own_day(paper: Paper, sentence: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence speaks of the very day of the decision."""
    return fact.since is not None and any(
        day.value == fact.since for day in paper.dates if sentence[0] <= day.start < sentence[1]
    )


def _awaits(skeleton: str, sentence: Stretch, holds: re.Pattern[str]) -> bool:
    """Tell whether what was decided is told as still to come: "pending its reopening"."""
    for waits in AWAITS.finditer(skeleton, *sentence):
        end = min(sentence[1], waits.end() + _REACH)
        comma = skeleton.find(",", waits.end(), end)
        end = comma if comma > 0 else end
        if holds.search(skeleton, waits.end(), end) and not ENDED.search(skeleton, *sentence):
            return True
    return False


def _is_before(skeleton: str, sentence: Stretch, fact: Fact) -> bool:
    """Tell whether the sentence is of a year before the decision."""
    return fact.since is not None and any(
        year["since"] is None and int(year["year"]) < fact.since.year
        for year in _YEAR.finditer(skeleton, *sentence)
    )


def _is_toward(skeleton: str, sentence: Stretch, name: Stretch, toward: re.Pattern[str]) -> bool:
    """Tell whether something is sent or paid to the subject, as if it were there."""
    begin = max(sentence[0], name[0] - _REACH)
    for act in toward.finditer(skeleton, begin, name[0]):
        between = skeleton[act.end() : name[0]]
        if "," not in between and not _ELSEWHERE.search(between):
            return said(skeleton, *sentence, toward) is True
    return False
