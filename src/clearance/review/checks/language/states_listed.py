"""Misspelt names of states in a list of states: "Somalia, Malaysya, Benin and Albania".

A name alone may be anything; between states, what nearly is a state's name is a slip for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.finding import Finding
from clearance.review.mentions.states import (
    IN_LIST,
    StateMention,
    StateNames,
    key_in,
    states_of,
)
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

_SIGNS = (
    "member states", "member countries", "states parties", "namely", "countries", "delegations of",
    "representatives of", "états membres", "à savoir", "pays suivants", "pays ci-après", "pays :",
    "délégations des", "délégations de", "représentants de", "الدول", "البلدان", "وفود", "ممثلي",
    "وهي", "composed of", "came from", "consisting of", "composé de", "émanent", "وردت من",
)  # fmt: skip
TRIGGERS = tuple(Trigger("states listed", sign, literal=True) for sign in _SIGNS)
_LEAST = 3  # states by which a list is known (our guess)
_REACH = 700  # characters of a list
_STOP = compiled(r"[.;](?=\s|$)|\n\s*\n")
_LISTED = on_demand(r"[,،][^,،.;؛]{3,60}(?:[,،]|\s(?:and|et)\s|\sو)")
# What may stand between two states of a list beside their names.
_BETWEEN = compiled(
    r"(?:[\s,;:()\"-]|\b(?:and|et|the|la|le|les|of|de|du|des|republic|kingdom|state|sultanate|"
    r"republique|royaume|etat|sultanat|union|federal|islamic|arab|people's|democratic)\b|"
    r"l'|d'|(?<!\w)و(?!\w))*"
)
_PIECE = compiled(r"[^,;:()\"\n]+(?:\n[^,;:()\"\n]+)?")
_LEAD = compiled(r"[\s-]*(?:(?:and|et) |و)?[\s-]*(?:the |la |le |les |l')?")
_WORDS = 4  # of a name


def states_listed(paper: Paper) -> Iterator[Finding]:
    """Find what stands in a list of states and nearly is the name of one."""
    commas = [end for _, end in paper.hits(IN_LIST)]
    if not commas:
        return
    states = states_of(paper.context)
    done = 0
    for start, end in paper.hits("states listed"):
        if start < done or not any(end < comma < end + _REACH for comma in commas):
            continue
        stop = _STOP.search(paper.skeleton, end, end + _REACH)
        last = stop.start() if stop else min(len(paper.skeleton), end + _REACH)
        if _LISTED.search(paper.text, end, last) is None:
            continue
        mentions = states.read(paper.skeleton, end, last)
        done = last
        if len(mentions) >= _LEAST and len({one.iso3 for one in mentions}) >= _LEAST:
            yield from _misspelt(paper, states, mentions, (end, last))


def _misspelt(
    paper: Paper, states: StateNames, mentions: list[StateMention], whole: Stretch
) -> Iterator[Finding]:
    edges = [whole[0], *(one.end for one in mentions)]
    begins = [*(one.start for one in mentions), whole[1]]
    for start, end in zip(edges, begins, strict=True):
        if _BETWEEN.fullmatch(paper.skeleton, start, end):
            continue
        for piece in _PIECE.finditer(paper.skeleton, start, end):
            lead = _LEAD.match(paper.skeleton, piece.start(), piece.end())
            begin = lead.end() if lead else piece.start()
            name = paper.skeleton[begin : piece.end()].rstrip()
            if not name or len(name.split()) > _WORDS or not _is_capital(paper.text[begin]):
                continue
            near = states.nearest(paper.skeleton, (begin, begin + len(name)), paper.language, 80)
            if near is None or not is_slip(key_in(name), near[1]):
                continue
            right = states.name(near[0], paper.language, formal=False)
            yield found(
                "LNG015", begin, begin + len(name), suggestion=right,
                printed=" ".join(paper.text[begin : begin + len(name)].split()),
                right=right or near[0],
            )  # fmt: skip


def _is_capital(letter: str) -> bool:
    return letter.isupper() or letter > "\u0600"


def is_slip(printed: str, key: str) -> bool:
    """Tell whether the words differ by a letter or two within them, and by no word of their own."""
    ours, theirs = printed.split(), key.split()
    if len(ours) != len(theirs):
        return False
    wrong = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return bool(wrong) and all(
        len(b) >= 5 and OSA.distance(a, b) <= (1 if len(b) < 8 else 2) for a, b in wrong
    )
