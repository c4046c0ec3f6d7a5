"""Standing facts of the house: its seat, how many members it has, for how long it elects, and more.

Such a fact is told in a word or two (``Fact.matter`` names the kind, ``Fact.holds`` what is so) and
contradicted in any wording of three languages. Each kind has its own reader, which is given one
sentence. A sentence about the past, or about what might be, contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from clearance.reading.skeleton import pattern
from clearance.review.checks.procedure.decisions import is_open, sentence_at
from clearance.review.checks.procedure.standing import (
    approval,
    articles,
    membership,
    rhythm,
    seat,
    size,
    term,
)
from clearance.review.context import Context, Fact
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

_READERS: dict[str, Callable[[Paper, Stretch, Fact], bool]] = {
    "seat": seat.contradicts,
    "size": size.contradicts,
    "term": term.contradicts,
    "rhythm": rhythm.contradicts,
    "approval": approval.contradicts,
    "article": articles.contradicts,
}
_SIGNS = {
    "seat": seat.SIGNS,
    "size": size.SIGNS,
    "term": term.SIGNS,
    "rhythm": rhythm.SIGNS,
    "approval": approval.SIGNS,
    "article": articles.SIGNS,
}
MATTERS = frozenset(_READERS)
_HOUSE = (" oic", "'oci", " oci", "rgani", "ecretaria", *map(pattern, ("منظم", "أمان")))
# Words without one of which a sentence says nothing of the fact; soon looked for.
_OF_HOUSE: dict[str, tuple[str, ...]] = {
    "seat": (*_HOUSE, "headquarter", "siege", "charte", *map(pattern, ("مقر", "ميثاق"))),
    "size": ("",),
    "term": ("secreta", pattern("أمين")),
    "rhythm": ("",),
    "approval": ("",),
    "article": ("",),
}


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs of the kinds of fact that the context has."""
    yield from (*membership.AMONG, *membership.SUSPENDED)
    for matter in sorted({fact.matter for fact in context.facts} & MATTERS):
        yield from (Trigger(f"standing {matter}", sign, literal=True) for sign in _SIGNS[matter])


def check(paper: Paper) -> Iterator[Finding]:
    """Find sentences that contradict a standing fact, each once."""
    if paper.hits("among members") or paper.hits("member suspended"):
        yield from membership.check(paper)
    for matter, contradicts in _READERS.items():
        hits = paper.hits(f"standing {matter}")
        if not hits or not _names_house(paper.skeleton, hits[0], _OF_HOUSE[matter]):
            continue
        if matter == "size":
            hits = [hit for hit in hits if size.may_tell(paper.skeleton, *hit)]
            if not hits:
                continue
        facts = [fact for fact in paper.context.facts if fact.matter == matter]
        done = -1
        for start, end in hits:
            if start < done:
                continue
            begin, close = sentence_at(paper.skeleton, start, end)
            done = close
            said = paper.skeleton[begin:close]
            if not any(word in said for word in _OF_HOUSE[matter]):
                continue
            for fact in facts:
                if (
                    _is_in_force(fact, paper)
                    and contradicts(paper, (begin, close), fact)
                    and not is_open(paper.skeleton, begin, close)
                ):
                    told = {language.value: name for language, name in fact.name.items()}
                    yield found("PRO019", begin, close, fact=told, source=fact.source)
                    break


def _names_house(skeleton: str, hit: Stretch, words: tuple[str, ...]) -> bool:
    """Tell whether the text has one of the words, in the script of the sign."""
    is_latin = skeleton[hit[0]].isascii()
    return any(word in skeleton for word in words if not word or word.isascii() == is_latin)


def _is_in_force(fact: Fact, paper: Paper) -> bool:
    day = paper.particulars.dated
    if day is None:
        return fact.until is None
    return (fact.since is None or day >= fact.since) and (fact.until is None or day < fact.until)
