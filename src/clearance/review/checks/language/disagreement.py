"""Where words may not agree, and the finding that tells so.

The signs are looked for in a pass of their own, in the papers of the house alone: a law or a treaty
of others is theirs, and so is its grammar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from clearance.reading.skeleton import fold
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Hits, Scanner, Stretch, Trigger

_REACH = 170  # characters in which a sentence begins before its verb
_HEAD = 600  # characters in which a letterhead stands, or the parties of an agreement


@dataclass(frozen=True, eq=False)
class Signs:
    """The signs of one language, compiled when its first paper comes."""

    triggers: tuple[Trigger, ...]

    def hits(self, paper: Paper) -> Hits:
        """Return where they stand in a paper of the house; else nothing."""
        return _scanner(self).scan(paper.skeleton) if is_of_the_house(paper) else {}


def is_of_the_house(paper: Paper) -> bool:
    """Tell whether the paper is of a kind of the house, or bears its name at the head."""
    if paper.kind is not None:
        return True
    head = paper.skeleton[:_HEAD]
    return any(name in head for name in paper.context.derived(_names))


def _names(context: Context) -> tuple[str, ...]:
    """Return the names of the house in the letters of the skeleton."""
    return tuple(fold(name).skeleton for name in context.organisation.values())


@cache
def _scanner(signs: Signs) -> Scanner:
    return Scanner(signs.triggers)


def in_one_line(text: str) -> str:
    """Return a text as long as it was, in which only the end of a paragraph ends a line."""
    return text.replace("\n\n", ".\0").replace("\n", " ").replace("\0", "\n")


def disagreement(paper: Paper, at: Stretch, instead: str) -> Finding:
    """Return what is said of a word that should be another form of itself."""
    return found(
        "LNG014", *at, suggestion=instead, word=paper.text[slice(*at)], instead=instead,
    )  # fmt: skip


@dataclass(frozen=True)
class Edges:
    """Behind what a sentence begins, and the clause of one: "noted that".

    ``first``: the letter that may begin a text. ``that``: a word that each clause has.
    """

    first: re.Pattern[str]
    sentence: re.Pattern[str]
    clause: re.Pattern[str]
    that: str


def begin_of_sentence(text: str, end: int, edges: Edges) -> int:
    """Return where the words that lead to the place begin; below 0: no edge stands near."""
    first = max(0, end - _REACH)
    begin = 0 if first == 0 and edges.first.match(text) else -1
    for match in edges.sentence.finditer(text, first, end):
        begin = match.end()
    first = max(first, begin)
    if text.find(edges.that, first, end) >= 0:
        for match in edges.clause.finditer(text, first, end):
            begin = match.end()
    return begin
