"""What a clause multiplies before the reader's eyes, and a price for each that the whole belies.

"16 covers at 45, that is 270"; "110 dollars a night; for ten nights this means 1,010 dollars";
"USD 186,000, or USD 0.65 a page" of so many pages told in another article. What any two or three
of the numbers make is right. Told is what misses their product by a slip of the pen, and a price
that the only count of its noun does not make.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import prod

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.checks.figures.reckoning.quantities import (
    COUNT,
    MONEY,
    SHARE,
    TIME_OF,
    Quantity,
    are_kin,
)
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

_SIGN = r"(?:us ?\$ ?|usd ?|eur ?|sar ?|gbp ?|\$ ?|€ ?)?"
PRODUCT = (
    told_by_its_end("product told", rf"(?:that is,?|i\.e\.,?|means|makes|making|gives|giving|com(?:es?|ing) to|came to|totals|totalling|in all|make|costs?|amounts? to|hence|, or) {_SIGN}[0-9]"),
    told_by_its_end("product told", rf"(?:soit|donne|donnant|fait|font|faisant|represente|representent|donc|d'ou|a savoir|revien(?:t|nent|dra|dront) a|s'eleve(?:nt|ra|ront)? a|se mont(?:e|ent|era) a|coute(?:nt|ra|ront)?) (?:un total de |une somme de )?{_SIGN}[0-9]"),
    told_by_its_end("product led", r"(?:(?:will|shall|would) (?:receive|cost|be paid|get|pay)|(?:recevr|touchera|percevr|coutera|paiera)[a-z]*) "),
    told_by_its_end("product led", r"(?:يستحق|تستحق|يتقاضى|تتقاضى|يدفع له|يصرف له|فيكون|فتكون|فتبلغ|فيبلغ|تكلف|يكلف) "),
    told_by_its_end("product told", r"(?:أي|مجموعه|مجموعها|بمجموع|بإجمالي|إجماليه|المجموع|وقدره|قدره|يعادل|يساوي|وتبلغ|فتبلغ|فيبلغ|بمبلغ) [0-9]"),
)  # fmt: skip
_TIMES = compiled(
    r"(?:\b(?:an?|at|per|each|every|apiece|for|times|la|le|l'|par|chacune?|pour|pendant|durant|fois|لكل|لل[^\W\d_]+|بواقع|بسعر|بمعدل|لمدة|سعر|عن|الواحدة?)\b|\ba\b|\d ?[x*] ?\d)"
)
_RATE = compiled(
    r"\s*(?:an?|per|each|every|apiece|la|le|par|chacune?|pour chaque|لكل|عن كل|للواحد|للواحدة|في)\b|\s*l'|\s*لل"
)
_SENTENCE_ENDS = (". ", ".\n", "\n\n")
_CLAUSES = (";", "; ", ":\n", ": ")
_JOIN = compiled(
    rf"(?:\b(?:or|that is(?: to say)?,?|i\.e\.,?|namely|being|soit|c'est-a-dire|donc|أي|وهو ما يعادل|بما يعادل)\s+(?:to |at |a raison de |بواقع |بمعدل |بسعر )?(?:about )?|\(){_SIGN}$"
)
_PER = compiled(
    r"\s*(?:(?:an?|per|each|every|for each|for every|la|le|par|pour chaque|لكل|عن كل|عن)\s+|l'|لل|ل)(?P<per>[^\W\d_]{2,})"
)
_REACH = 260  # characters back from a result in which its numbers stand
_LED = 60  # characters from "will receive" to what is received
_LEAST = 100
_LONGEST = 3  # numbers that a clause multiplies
_FAR = Decimal("2.6")
_ROUNDED = Decimal("0.006")


# A hundred and more, in digits or with the word for thousands.
_GREAT = compiled(r"\d[,. ]?\d[,. ]?\d|\d[\d.,]* ?(?:thousand|mil|bil|مل|ألف|آل)")


def products(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find results that miss by a slip what the numbers of their clause make."""
    skeleton = paper.skeleton
    places = [(start, end, end) for start, end in paper.hits("product told")]
    places += [(start, end, end + _LED) for start, end in paper.hits("product led")]
    for start, end, last in places:
        if end == last and not _GREAT.match(skeleton, end - 1):
            continue
        if not _TIMES.search(skeleton, max(0, start - _REACH), last):
            continue
        around = stretches.around(start)
        place = _place(skeleton, around, end, last)
        if not place or not _is_result(around[place]):
            continue
        result = around[place]
        chain = _chain(skeleton, around[:place], result.start)
        if len(chain) < 2 or not _TIMES.search(skeleton, chain[0].end, result.start):
            continue
        nearby = [one.value for one in (*chain, *around[place + 1 : place + 3])]
        if _is_explained(nearby, result.value):
            continue
        near = next(
            (
                group for group in (chain, chain[-2:])
                if is_slip(prod((one.value for one in group), start=Decimal(1)), result.value, 3)
            ),
            None,
        )  # fmt: skip
        if near:
            yield _told(near, result)


def _place(skeleton: str, around: Sequence[Quantity], end: int, last: int) -> int | None:
    """Return which quantity the words tell; ``last``: up to where the sum that they lead to stands."""
    if end == last:
        return next((n for n, one in enumerate(around) if one.start < end <= one.end), None)
    led = next(
        (n for n, one in enumerate(around) if end <= one.start < last and one.kind == MONEY), None
    )
    if led is None or any(mark in skeleton[end : around[led].start] for mark in ".;"):
        return None
    return led


def _is_result(one: Quantity) -> bool:
    return not one.about and one.value >= _LEAST and one.kind in (MONEY, COUNT)


def _chain(skeleton: str, before: Sequence[Quantity], start: int) -> list[Quantity]:
    """Return the numbers that the clause before a result multiplies, or its rate and its count."""
    least = max(0, start - _REACH)
    sentence = max(least, *(skeleton.rfind(mark, least, start) + 1 for mark in _SENTENCE_ENDS))
    clause = max(sentence, *(skeleton.rfind(mark, sentence, start) + 1 for mark in _CLAUSES))
    inside = [one for one in before if one.start >= clause]
    if len(inside) == 1 and inside[0].kind != MONEY:
        rates = [
            one for one in before
            if least <= one.start < clause and one.kind == MONEY and _RATE.match(skeleton, one.stop)
        ]  # fmt: skip
        inside = [*rates[-1:], *inside]
    moneys = sum(1 for one in inside if one.kind == MONEY)
    if len(inside) > _LONGEST or moneys > 1 or any(one.kind == SHARE for one in inside):
        return []
    return inside


def _is_explained(values: Sequence[Decimal], result: Decimal) -> bool:
    """Tell whether the numbers beside it make the result in any plain way."""
    made = set(values)
    for one, other in combinations(values, 2):
        made |= {one + other, abs(one - other), one * other}
    made |= {a * b * c for a, b, c in combinations(values, 3)}
    made |= {sum(values[first:], Decimal(0)) for first in range(len(values))}
    return result in made


def _told(group: Sequence[Quantity], result: Quantity) -> Finding:
    right = prod((one.value for one in group), start=Decimal(1)).normalize() + 0
    where = tuple((one.start, one.end) for one in group)
    if len(group) == 2 and any(one.kind == MONEY for one in group):
        return found(
            "FIG011", result.start, result.end, level=Level.WARN, elsewhere=where,
            first=group[0].value, second=group[1].value, told=result.value, right=right,
        )  # fmt: skip
    return found(
        "FIG034", result.start, result.end, elsewhere=where, told=result.value, right=right
    )


def each_of(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find "USD 186,000, or USD 0.65 a page" where the paper has 310,000 pages elsewhere."""
    skeleton = paper.skeleton
    for start, end in paper.hits("rate"):
        if not _MAY_JOIN.search(skeleton, max(0, start - 40), start):
            continue
        inside = [one for one in stretches.inside(start, end) if one.start <= start]
        if len(inside) < 2 or inside[-1].kind != MONEY or start - inside[-1].stop > _CLOSE:
            continue
        each = inside[-1]
        whole = next((one for one in inside[-2::-1] if one.unit == each.unit), None)
        if (
            whole is None or whole.value <= each.value or each.about or whole.about
            or not _JOIN.search(skeleton, max(0, each.start - 40), each.start)
        ):  # fmt: skip
            continue
        per = _PER.match(skeleton, each.stop)
        counts = [
            one for one in stretches.far_and_wide(start)
            if one not in (each, whole) and one.kind != MONEY and one.value > 1
        ]  # fmt: skip
        if per and per["per"] not in TIME_OF and not any(_fits(each, whole, one) for one in counts):
            right = _count(each, whole, counts, per["per"])
            if right is not None:
                yield found(
                    "FIG011", each.start, each.end, level=Level.WARN,
                    elsewhere=((whole.start, whole.end), (right.start, right.end)),
                    first=right.value, second=each.value, told=whole.value,
                    right=(right.value * each.value).normalize() + 0,
                )  # fmt: skip


_MAY_JOIN = compiled(r"\b(?:or|that is|i\.e|namely|being|soit|c'est|donc|أي|يعادل)\b|\(")
_CLOSE = 4  # characters between a price and the words "a page"


def _fits(each: Quantity, whole: Quantity, count: Quantity) -> bool:
    """Tell whether a count of the paper makes the whole of the price for each, as it is rounded."""
    half = Decimal("0.5").scaleb(int(each.value.as_tuple().exponent))
    off = abs(each.value * count.value - whole.value)
    return off <= max(half * count.value + whole.slack, whole.value * _ROUNDED) and (
        off == 0 or each.value >= 1 or off <= whole.value * Decimal("0.02")
    )


def _count(
    each: Quantity, whole: Quantity, counts: Sequence[Quantity], noun: str
) -> Quantity | None:
    """Return the one count of what the price is for, or the one from which a slip parts it."""
    kin = [one for one in counts if one.kind == COUNT and one.unit and are_kin(one.unit, noun)]
    if len({one.value for one in kin}) == 1:
        right = kin[0].value * each.value
        return kin[0] if whole.value / _FAR < right < whole.value * _FAR else None
    slips = [
        one for one in counts
        if not kin and one.kind == COUNT and is_slip(whole.value / one.value, each.value, 4)
    ]  # fmt: skip
    return slips[0] if len({one.value for one in slips}) == 1 else None
