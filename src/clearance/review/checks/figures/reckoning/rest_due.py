"""What is due of an amount once a part of it is paid: "USD 900,000, of which 640,000 has been received; USD 260,000 is outstanding"."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import COUNT, MONEY, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

REST_DUE = (
    told_by_its_end("rest due", r"(?:outstanding|unpaid|still (?:due|owed|awaited|missing|to be)|remains?|remaining|unspent|are left|is left|uncommitted|a recouvrer|restent|reste|restants?|impayee?s?|dispon\w+|غير مسددة?|غير مدفوعة?|المتبقي|متبقيا?|يتبقى|وتبقى|ويبقى|وبقي|لا يزال|لا تزال|لم يسدد)"),
)  # fmt: skip
_REST = compiled(
    r"\b(?:outstanding|unpaid|still|remain\w*|unspent|left|uncommitted|recouvrer|reste\w*|impaye\w*|disponible\w*)\b|غير (?:مسدد|مدفوع)|متبقي|يتبقى|تبقى|يبقى|بقي|لا [يت]زال|لم يسدد"
)
_PART = compiled(
    r"\b(?:of which|of that|of this|out of which|dont|sur lesquels|of whom)\b|منها|منه\b|، منه"
)
_OF = compiled(
    r"\b(?:of|out of|from|sur|against|with|appropriation|allotment|budget|credit|contribution\w*|grant|approved|amount\w*|due|total\w*|subvention|dotation|enveloppe|montant)\b|من أصل|اعتماد|ميزانية|مخصص|مبلغ|مستحق|منحة"
)
_DONE = compiled(
    r"\b(?:paid|received|spent|disbursed|settled|used|committed|collected|transferred|executed|pay\w+|recu\w*|depense\w*|decaisse\w*|verse\w*|regle\w*|utilise\w*|engage\w*|encaisse\w*|recouvre\w*)\b|سدد|دفع|صرف|أنفق|استلم|ورد|حصل|استخدم|حول|تسلم"
)
_SENTENCE = on_demand(r"[.](?=\s)|\n\s*\n")
_REACH, _BESIDE = 240, 46


def rest_due(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find a rest that is not the whole less its part, where the three are all that is told."""
    skeleton = paper.skeleton
    done = -1
    for start, end in paper.hits("rest due"):
        if start < done:
            continue
        begin, stop = _bounds(skeleton, start, end)
        told = [one for one in stretches.between(begin, stop) if one.kind in (MONEY, COUNT)]
        if len(told) != 3 or any(one.about for one in told):
            continue
        whole, part, rest = told
        if not (rest.start - _BESIDE < end and start < rest.stop + _BESIDE):
            continue
        if not _are_alike(told) or not whole.value > max(part.value, rest.value):
            continue
        before = skeleton[max(begin, whole.start - 60) : whole.start]
        joins = skeleton[whole.stop : part.start]
        if not (_PART.search(joins) or _OF.search(before)):
            continue
        if not _DONE.search(skeleton, whole.stop, rest.start) or _REST.search(joins):
            continue
        right = whole.value - part.value
        if right != rest.value and whole.value < part.value + 3 * rest.value:
            done = stop
            yield found(
                "FIG017", rest.start, rest.end, elsewhere=((whole.start, whole.end),),
                first=whole.value, second=part.value, told=rest.value, right=right,
            )  # fmt: skip


def _bounds(skeleton: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence of a place, its parts by semicolons together."""
    least, most = max(0, start - _REACH), min(len(skeleton), end + _REACH)
    begin = least
    for match in _SENTENCE.finditer(skeleton, least, start):
        begin = match.end()
    behind = _SENTENCE.search(skeleton, end, most)
    return begin, behind.start() if behind else most


def _are_alike(told: list[Quantity]) -> bool:
    """Tell whether all are money of one currency, or count what has no other name."""
    moneys = [one for one in told if one.kind == MONEY]
    if moneys:
        return len(moneys) >= 2 and len({one.unit for one in moneys}) == 1 and all(
            one.kind == MONEY or one.value >= 1000 for one in told
        )  # fmt: skip
    nouns = {one.unit[:4] for one in told[1:] if one.unit}
    return len(nouns) < 2
