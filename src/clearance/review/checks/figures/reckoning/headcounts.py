"""Parts that are counted and then told together: "seven women and nine men, sixteen participants in all".

And a whole before its parts: "12 members: 5 diplomats, 4 experts and 3 journalists"; "staff 150,000; operations 50,000; total 200,000".
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.reckoning.added import adds_up, not_the_sum
from clearance.review.checks.figures.reckoning.quantities import COUNT, Quantity, has_number
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger, told_by_its_end

HEADCOUNTS = (
    told_by_its_end("heads told", r"(?:in all|in total|altogether|i\.e\.,?|that is,?|, or|au total|en tout|, soit|، أي|ما مجموعه|مجموعهم|في المجموع|إجمالا)"),
    Trigger("heads listed", r": [0-9]{1,3} [a-z\xc0-\xff]"),
    Trigger("total in line", r"[;,] (?:and |et |و)?(?:(?:grand|overall|sub|montant|sous) ?-?)?totale?s?(?: general)? ?:"),
    Trigger("total in line", r"[;,؛،] (?:و)?(?:المجموع|الإجمالي|الجملة)(?: [^ \n:]+)? ?:"),
)  # fmt: skip
_PLUS = compiled(r"(?:,\s*(?:and\s+|et\s+|و)?|\band\s+|\bet\s+|\sو)(?:[^\W\d_]+\s+){0,2}?[و]?$")
_TO_WHOLE = compiled(
    r"(?:[^.;\d]{0,60}?(?:,|\(|-)\s*(?:i\.e\.,?|that is(?: to say)?,?|or|making|a total of|soit|c'est-a-dire|au total|أي|ما مجموعه|بمجموع|مجموعهم)?\s*(?:a total of|un total de|ما مجموعه|في المجموع)?\s*|[^.;\d]{0,60}?\b(?:making|totalling|for a total of|pour un total de|soit)\b\s*(?:a total of|un total de|au total)?\s*|[^.;\d]{0,40}?(?:أي|ما مجموعه|بمجموع)\s*(?:ما مجموعه)?\s*)$"
)
_SAID = compiled(
    r"i\.e\.|that is|\bor\b|mak|total|soit|c'est-a-dire|au total|أي|مجموع|totalling|making"
)
_BEHIND = compiled(
    r"[^.;,\d]{0,24}?\b(?:in all|in total|altogether|au total|en tout|إجمالا|في المجموع)(?![^\W\d_])"
)
# Parts that may have members in common, or something else told of some.
_CROSSING = compiled(
    r"\b(?:of whom|of which|including|among|dont|out of|per|each|chacune?|both|more|less|fewer|compared|against|instead|plus de|moins|que|than)\b|منهم|منها|بينهم|من أصل|لكل|كل من|مقابل|أكثر|أقل"
)
_LESS, _MORE = Decimal("0.7"), Decimal("1.4")  # of the sum: our guess
_LINE = 240
_LABELLED = compiled(
    r"(?:^|[;,]\s*)(?P<label>[^\W\d_][^:;,\n\d]{1,40}?) ?: ?(?:usd |us\$ ?|\$ ?|eur |sar |€ ?)?(?P<number>\d[\d,. ]*\d|\d)"
)
_TOTAL = compiled(
    r"(?:and |et |و)?(?:(?:grand|overall|sub|montant|sous) ?-?)?totale?s?\b|و?(?:المجموع|الإجمالي|الجملة)"
)


def headcounts(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find wholes that their counted parts do not make."""
    signs = paper.signs
    if "heads told" in signs:
        yield from _in_all(paper, stretches)
    if "heads listed" in signs:
        yield from _listed(paper, stretches)
    if "total in line" in signs:
        yield from _in_line(paper)


def _in_all(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    skeleton = paper.skeleton
    done = -1
    for start, end in paper.hits("heads told"):
        if not (
            has_number(skeleton, start - _WHOLE_NEAR, start)
            and (
                has_number(skeleton, end, end + _WHOLE_NEAR)
                or _BEHIND.match(skeleton, max(0, start - 1))
            )
        ):
            continue
        begin, stop = stretches.sentence(start, end)
        if begin == done:
            continue
        told = stretches.between(begin, stop)
        if len(told) < 3 or _CROSSING.search(skeleton, begin, stop):
            continue
        if any(one.kind != COUNT or one.about or one.value != int(one.value) for one in told):
            continue
        parts, whole = told[:-1], told[-1]
        if not all(one.unit for one in told) or not _are_joined(skeleton, parts):
            continue
        lead = skeleton[parts[-1].stop : whole.start]
        behind = _BEHIND.match(skeleton, whole.stop, stop)
        if not (_TO_WHOLE.match(lead) and (_SAID.search(lead) or behind)):
            continue
        if any(not skeleton[one.start].isdigit() for one in told):  # digits are told elsewhere
            done = begin
            yield from _unequal(parts, whole)


def _are_joined(skeleton: str, parts: Sequence[Quantity]) -> bool:
    gaps = [_gap(skeleton, one, other) for one, other in pairwise(parts)]
    return all(len(gap) < _GAP and _PLUS.search(gap) for gap in gaps)


def _gap(skeleton: str, one: Quantity, other: Quantity) -> str:
    """Return what stands between two parts, the "and" that Arabic grows on a number with it."""
    return skeleton[one.stop : other.start + skeleton.startswith(_WAW, other.start)]


_GAP, _WHOLE_NEAR = 44, 48
_WAW = pattern("و")


def _unequal(parts: Sequence[Quantity], whole: Quantity) -> Iterator[Finding]:
    added = sum((one.value for one in parts), Decimal(0))
    if added != whole.value and added * _LESS < whole.value < added * _MORE:
        yield found(
            "FIG007", whole.start, whole.end, level=Level.WARN,
            elsewhere=((parts[0].start, parts[-1].end),),
            total=whole.value, sum=added, count=len(parts),
        )  # fmt: skip


_LIST_END = on_demand(r"[.;:](?=\s|$)|\n")
_AND_LAST = compiled(r"(?:\band|\bet|\sو)\s*(?:[^\W\d_]+\s+){0,2}?$")


def _listed(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find "14 members: 5 diplomats, 4 experts and 3 journalists"."""
    skeleton = paper.skeleton
    for start, _ in paper.hits("heads listed"):
        line = max(0, start - 80, skeleton.rfind("\n", 0, start) + 1)
        begin = max(line, skeleton.rfind(". ", line, start) + 1)
        close = _LIST_END.search(skeleton, start + 1, start + _LINE)
        if close is None:
            continue
        before = stretches.between(begin, start)
        parts = stretches.between(start + 1, close.start())
        if not before or len(parts) < 2 or start - before[-1].stop > _NEAR:
            continue
        whole = before[-1]
        every = (whole, *parts)
        if any(one.kind != COUNT or one.about or one.value != int(one.value) for one in every):
            continue
        if not all(one.unit for one in every) or not _are_joined(skeleton, parts):
            continue
        if parts[0].start - start > _FIRST or _CROSSING.search(skeleton, begin, close.start()):
            continue
        if not _AND_LAST.search(_gap(skeleton, parts[-2], parts[-1])):
            continue
        if max(one.value for one in parts) < whole.value:
            yield from _unequal(parts, whole)


_NEAR, _FIRST = 40, 4


def _in_line(paper: Paper) -> Iterator[Finding]:
    """Find "staff: 150,000; operations: 50,000; grand total: 220,000"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("total in line"):
        begin = max(0, start - _LINE, skeleton.rfind("\n", 0, start) + 1)
        begin = max(begin, skeleton.rfind(". ", begin, start) + 1)
        stop = skeleton.find("\n", end)
        stop = min(len(skeleton) if stop < 0 else stop, end + 40)
        cells = list(_LABELLED.finditer(skeleton, begin, stop))
        total = next((cell for cell in cells if cell.start("label") >= start), None)
        if total is None or not _TOTAL.match(total["label"]):
            continue
        parts = [cell for cell in cells if cell.end() <= start + 1]
        if len(parts) < 2 or any(_TOTAL.match(cell["label"]) for cell in parts):
            continue
        if any(one.end() < other.start() - 24 for one, other in pairwise(parts)):
            continue
        numbers = [
            next(digits_in(skeleton, *cell.span("number")), None) for cell in (*parts, total)
        ]
        known = [one for one in numbers if one is not None]
        if len(known) == len(numbers) and not adds_up(known[:-1], known[-1]):
            yield from not_the_sum(
                known[:-1], known[-1], known[-1].start, known[-1].end, Level.WARN
            )
