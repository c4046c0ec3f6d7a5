"""One spelling of a firm's name in one paper: who is a party, and for whom somebody signs.

Read are the words behind "For" on a line of its own at the foot; elsewhere the paper has them all,
or all but one that sounds alike or misses by a slip. In Arabic the words behind "شركة" and its like
are compared wherever they stand. Our guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from clearance.reading.expressions import on_demand
from clearance.review.checks.language.name_sounds import Nearness, nearness
from clearance.review.checks.language.one_name import name_told
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Language

FIRMS = (
    Trigger("for the firm", r"\n(?:for|pour) [^ \n]"),
    *(
        Trigger("firm", head, literal=True)
        for head in ("شركة", "مطبعة", "مؤسسة", "مصنع", "فندق", "وكالة", "مجموعة")
    ),
)  # fmt: skip
_PARTY = on_demand(r"(?P<name>[A-ZÀ-ÖØ-Þ][^\n,;:()]{5,60}?)[ .]*(?=\n|$|[,(:])")
_WORD = on_demand(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_BEHIND = on_demand(r" ?(?:[\u0621-\u064a]+ ?){2,4}")
_MOST = 20
_NO_FIRMS = frozenset({"the", "le", "la", "les", "l", "its", "his", "all", "this", "these", "each"})


def firms_spelt_twice(paper: Paper) -> Iterator[Finding]:
    """Find the second spelling of the name of a firm."""
    if paper.language is Language.ARABIC:
        yield from _arabic_firms(paper)
        return
    for _, after in paper.hits("for the firm")[:_MOST]:
        end = after - 1
        party = _PARTY.match(paper.text, end)
        if party is None or len(paper.text) - end > len(paper.text) // 2:
            continue
        place = party.span("name")
        words = list(_WORD.finditer(paper.text, *place))
        if len(words) < 2 or words[0][0].lower() in _NO_FIRMS:
            continue
        if paper.text.count(party["name"], 0, end) == 0 and (right := _elsewhere(paper, words)):
            yield name_told(paper, place, right)


def _elsewhere(paper: Paper, words: list[re.Match[str]]) -> Stretch | None:
    """Return where the text before has the words but for one that is nearly the same."""
    text, begin = paper.text, words[0].start()
    known = [word[0] for word in words]
    for odd in range(len(known)):
        kept = known[odd + 1 :] or known[:odd]
        anchor = text[words[odd + 1].start() : words[-1].end()] if odd < len(known) - 1 else (
            text[begin : words[odd - 1].end()]
        )  # fmt: skip
        at = text.find(anchor, 0, begin) if kept else -1
        if at < 0:
            continue
        if odd < len(known) - 1:
            beside = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)* $").search(
                text, max(0, at - 30), at
            )
            whole = (beside.start() if beside else at, at + len(anchor))
        else:
            beside = re.compile(r" [^\W\d_]+(?:['’.-][^\W\d_]+)*").match(text, at + len(anchor))
            whole = (at, beside.end() if beside else at)
        if beside and nearness(beside[0].strip(), known[odd]) in (Nearness.SLIP, Nearness.SOUND):
            return whole
    return None


def _arabic_firms(paper: Paper) -> Iterator[Finding]:
    text = paper.text
    named: list[tuple[Stretch, tuple[str, ...]]] = []
    for start, end in paper.hits("firm")[:_MOST]:
        if text[start - 1 : start].isalpha() and not re.match(r"\s[ولبك]", text[start - 2 : start]):
            continue
        behind = _BEHIND.match(text, end)
        if behind:
            named.append(((start, end), (text[start:end].strip(), *behind[0].split())))
    for (one, words), (other, theirs) in combinations(named, 2):
        if words[0] != theirs[0] or words == theirs:
            continue
        each = [nearness(*pair) for pair in zip(words[1:], theirs[1:], strict=False)]
        count = next((i for i, near in enumerate(each) if near is Nearness.OTHER), len(each))
        near = each[:count]
        while near and near[-1] is not Nearness.SAME and len(near) > 2:
            near.pop()
        wrong = [i for i, each_near in enumerate(near) if each_near is not Nearness.SAME]
        if len(wrong) == 1 and len(near) > 1:
            yield name_told(paper, _whole(text, other, len(near)), _whole(text, one, len(near)))
            return


def _whole(text: str, head: Stretch, count: int) -> Stretch:
    behind = re.compile(rf" ?(?:[\u0621-\u064a]+ ?){{{count}}}").match(text, head[1])
    return head[0], (head[1] + len(behind[0].rstrip()) if behind else head[1])
