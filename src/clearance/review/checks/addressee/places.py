"""The state in the addressee's block: names that it no longer bears, and misspelt ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from clearance.reading.skeleton import compiled
from clearance.review.checks.addressee.letter import Addressed, Letter
from clearance.review.finding import Finding
from clearance.review.mentions.states import key_in, key_of
from clearance.review.paper import Paper
from clearance.review.rules import found

_LINE = re.compile(r"[^\n,;]+")
_HEADED = compiled(
    r"\b(?:republic|kingdom|state|sultanate|emirates|federation|union|republique|royaume|etat|"
    r"sultanat|emirats|federation|جمهورية|الجمهورية|مملكة|المملكة|دولة|سلطنة|الإمارات|اتحاد)\b"
)
_PREPOSITION = compiled(r"^ *(?:of|de|du|d'|pour|for|to)? *(?:the |la |le |l')?")


def check(paper: Paper, letter: Letter, addressed: Addressed) -> Iterator[Finding]:
    """Find names of states that are old or misspelt."""
    states = letter.directory.states
    for mention in addressed.states:
        if mention.left_on and (letter.day is None or letter.day > mention.left_on):
            known = states.states[mention.iso3]
            yield found(
                "ADR015", mention.start, mention.end,
                suggestion=states.name(mention.iso3, paper.language, formal=False),
                printed=paper.text[mention.start : mention.end], right=known.short,
                date=mention.left_on,
            )  # fmt: skip
    if not addressed.states:
        yield from _misspelt(paper, letter, addressed)
    yield from _not_in_full(paper, letter, addressed)


def _misspelt(paper: Paper, letter: Letter, addressed: Addressed) -> Iterator[Finding]:
    """Find a state's name that is a letter or two off; only where no state was read."""
    place = addressed.block.place
    if place is None:
        return
    states = letter.directory.states
    for line in _LINE.finditer(paper.skeleton, *place):
        lead = _PREPOSITION.match(line.group())
        start = line.start() + (lead.end() if lead else 0)
        near = states.nearest(paper.skeleton, (start, line.end()), paper.language)
        if near is None:
            continue
        iso3, key = near
        printed = key_in(paper.skeleton[start : line.end()])
        if not _is_slip(printed, key):
            continue
        right = states.name(iso3, paper.language, formal=_HEADED.search(line.group()) is not None)
        yield found(
            "ADR016", start, line.end(), suggestion=right,
            printed=paper.text[start : line.end()], right=right or iso3,
        )  # fmt: skip
        return


def _is_slip(printed: str, key: str) -> bool:
    """Whether the words differ by slips within them and by no word of their own."""
    ours, theirs = printed.split(), key.split()
    if len(ours) != len(theirs):
        return (
            len(printed) > 9 and OSA.distance(printed.replace(" ", ""), key.replace(" ", "")) <= 1
        )
    wrong = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return bool(wrong) and all(
        OSA.distance(a, b) <= (1 if len(b) < 8 else 2) and len(b) >= 4 for a, b in wrong
    )


def _not_in_full(paper: Paper, letter: Letter, addressed: Addressed) -> Iterator[Finding]:
    """Note a name that looks like the state's full one and is another."""
    for mention in addressed.states:
        if mention.formal or mention.left_on:
            continue
        begin = max(paper.skeleton.rfind("\n", 0, mention.start) + 1, addressed.block.start)
        before = paper.skeleton[begin : mention.start]
        head = _HEADED.search(before)
        right = letter.directory.states.name(mention.iso3, paper.language, formal=True)
        if head is None or right is None or key_of(right) == key_in(before[head.start() :]):
            continue
        if len(before) - head.end() > 12:
            continue
        yield found(
            "ADR017", begin + head.start(), mention.end, suggestion=right,
            printed=paper.text[begin + head.start() : mention.end], right=right,
        )  # fmt: skip
