"""Parts told first and then what they make: "USD 10 and USD 12 together make up the grant of USD 23".

The rule of sums reads the word "total" and what is told after "namely"; this one reads the verbs.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.added import (
    adds_up,
    are_of_one_currency,
    not_the_sum,
)
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.checks.figures.units_beside import CURRENCY_SIGNS, counted_noun, unit_beside
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

TOGETHER = (
    Trigger("makes", r"(?:i\.e\.,?|that is,?|soit|أي) (?:a total of |au total |(?:ما )?مجموعه )?[0-9]"),
    Trigger("remains", r"[0-9] (?:usd |us dollars |dollars )?(?:remains?|restent|reste|sont encore|are left|is left)[ .,]"),
    Trigger("surplus", r"(?:surplus|deficit|excedent|الفائض|العجز) ?: ?(?:usd |us\$ ?|\$ ?)?[0-9]"),
    Trigger("equals", r"= ?(?:usd |us\$ ?|\$ ?|eur )?[0-9]"),
    *(
        Trigger("together", word, literal=True)
        for word in (
            "together ", "ensemble ", "مجتمعة", "مجتمعين", "بمجموعها", "في مجموعها",
        )
    ),
)  # fmt: skip
_SIGN = r"(?:usd |us\$ ?|\$ ?|eur )?"
# What follows the words that the rules of sums and of balances have found.
_TOTAL_OF = compiled(rf"\S*(?: [^\W\d_]+){{0,3}} ?: ?{_SIGN}(?=\d)")
_NEW_SENTENCE = on_demand(r"[.;] (?:[a-z]+ )?$")
_BALANCE_OF = compiled(rf"\S* ?(?:of|de|d'|قدره|وقدره|البالغ|بقيمة)? ?{_SIGN}(?=\d)")
# What joins the parts to what they make, up to its number.
_MAKES = compiled(
    r"[^.;:\n\d]{0,24}?\b(?:mak(?:e|es|ing)(?: up)?|giv(?:e|es|ing)|com(?:e|es|ing) to|add(?:ed|ing)? up"
    r"|amount(?:s|ing)? to|constitut\w+|represent\w*|form(?:s|ing|ent|ant)?|compos\w+|total\w*"
    r"|atteign\w+|to|de|تبلغ|تشكل|تعادل|تساوي|المنحة|المبلغ|مبلغ|قيمة|القيمة|البالغة?|إلى|قدر\w+)\b"
    r"[^.;:\n\d]{0,50}$"
)
_PLUS = compiled(r"\bplus\b|\+|\bet\b|\band\b|زائد|\bو(?=\w)")
_OUT_OF = compiled(
    r"\b(?:out of|from|of the|against|sur|prelevee?s? sur|du|من|من أصل)\b[^.;\d]{0,60}$"
)
_ENDS_PART = compiled(r"(?:[,;]\s*(?:and\s+|et\s+|و)?|\s(?:and|et)\s+|\sو)(?:[^\W\d_]+\s+)?$")
_OF_SUM = compiled(r"\b(?:of|out of|sur|من أصل|من)\b[^.;\d]{0,50}$")
_INCOME = compiled(r"\b(?:income|receipts|revenue|recettes|produits|(?:ال)?إيرادات|(?:ال)?دخل)\b")
_JOINTS = compiled(
    r"(?:,\s*|\s)(?:(?:and|et)\s+|و)?(?=\d)|,\s+(?=\S+ \d)|,\s*(?:soit|for|making|or)?\s*$"
)
_TWO_COUNTS = compiled(
    r"(?<![\d/.,-])(?P<first>\d{1,5})(?:\s+[^\W\d_]+){1,3}?(?:\s*,\s*\d{1,5}(?:\s+[^\W\d_]+){1,3}?){0,4}"
    r"(?:\s*,)?\s+(?:and\s+|et\s+|و\s?)\d{1,5}(?:\s+[^\W\d_]+){1,3}\s*,?\s*[(-]?\s*$"
)
_NO_COUNT = frozenset({"%", "per", "pour", "days", "jours", "hours", "heures", "usd", "kg", "km"})
_LEAST = 10  # below it a number may be that of a line or of a list
_MOST = 12  # parts
_LESS, _MORE = Decimal("0.8"), Decimal("1.25")  # of the sum: our guess
_SENTENCE = 320  # characters before the sign in which the parts stand
_NUMBER_NEAR = on_demand(r"[^.;:\n\d]{0,76}\d")
_NEAR = 76  # characters after it in which the whole stands
_IN_PART = compiled(r"\b(?:of which|including|dont|out of|up to|jusqu'a|منها|بما فيها|من أصل)\b")


def together(paper: Paper) -> Iterator[Finding]:
    """Find a whole that is not what its parts, told before it, make together."""
    signs = paper.signs
    if "together" in signs:
        yield from _verbs(paper)
    if "makes" in signs:
        yield from _counted(paper)
    if "equals" in signs:
        yield from _equals(paper)
    if "total" in signs:
        yield from _receipts(paper)
    if "what is left" in signs:
        yield from _left(paper)
    if "remains" in signs:
        yield from _remains(paper)
    if "surplus" in signs:
        yield from _surplus(paper)
    if "total at the end" in signs:
        yield from _counted_in_all(paper)


def _verbs(paper: Paper) -> Iterator[Finding]:
    skeleton = paper.skeleton
    for hit, end in paper.hits("together"):
        if _NUMBER_NEAR.match(skeleton, end) is None or skeleton[hit - 1 : hit].isalnum():
            continue
        begin = _sentence_start(skeleton, hit)
        numbers = list(digits_in(skeleton, begin, min(len(skeleton), end + _NEAR)))
        parts = [number for number in numbers if number.end <= hit]
        whole = next((number for number in numbers if number.start >= end - 1), None)
        if whole is None or not 2 <= len(parts) <= _MOST:
            continue
        if not _MAKES.match(skeleton, end - 1, whole.start):
            continue
        if _IN_PART.search(skeleton, begin, whole.start) or not _alike(skeleton, parts, whole):
            continue
        if not adds_up(parts, whole):
            sure = are_of_one_currency(skeleton, (*parts, whole))
            yield from not_the_sum(parts, whole, whole.start, whole.end, Level.WARN, are_parts=sure)


def _counted(paper: Paper) -> Iterator[Finding]:
    """Find "26 men and 21 women, i.e. 48 participants"."""
    skeleton = paper.skeleton
    for hit, end in paper.hits("makes"):
        if skeleton[hit - 1 : hit].isalnum():
            continue
        whole = next(digits_in(skeleton, end - 1, min(len(skeleton), end + 16)), None)
        lead = _TWO_COUNTS.search(skeleton, max(0, hit - 130), hit)
        if whole is None or lead is None or unit_beside(skeleton, whole) in _NO_COUNT:
            continue
        parts = list(digits_in(skeleton, lead.start("first"), hit))
        if len(parts) < 2 or any(unit_beside(skeleton, part) in _NO_COUNT for part in parts):
            continue
        if any(n.value != int(n.value) or n.also for n in (*parts, whole)):
            continue
        yield from _nearly_the_sum(parts, whole)


def _nearly_the_sum(parts: list[Digits], whole: Digits) -> Iterator[Finding]:
    """Tell of a whole that misses its parts by a little; one far off counts something else."""
    added = sum(one.value for one in parts)
    if added != whole.value and added * _LESS < whole.value < added * _MORE:
        yield from not_the_sum(parts, whole, whole.start, whole.end, Level.WARN)


def _equals(paper: Paper) -> Iterator[Finding]:
    """Find "fares (USD 10) plus lodging (USD 12) = USD 23"."""
    skeleton = paper.skeleton
    for hit, end in paper.hits("equals"):
        begin = _sentence_start(skeleton, hit)
        parts = [number for number in digits_in(skeleton, begin, hit) if number.value >= _LEAST]
        if len(_PLUS.findall(skeleton, begin, hit)) == len(parts) - 1:
            yield from _of_one_currency(skeleton, parts, end - 1)


def _receipts(paper: Paper) -> Iterator[Finding]:
    """Find "a) dues USD 10; b) gifts USD 12. Total receipts: USD 23"."""
    skeleton = paper.skeleton
    for hit, _ in paper.hits("total"):
        opens = _NEW_SENTENCE.search(skeleton, max(0, hit - 16), hit)
        if opens is None:
            continue
        label = _TOTAL_OF.match(skeleton, hit)
        if label is not None:
            begin = _sentence_start(skeleton, opens.start(), within=True)
            every = list(digits_in(skeleton, begin, opens.start()))
            parts = [one for one in every if one.value >= _LEAST]
            yield from _of_one_currency(skeleton, parts, label.end())
            yield from _of_staff(skeleton, begin, every, label.end())


def _of_staff(skeleton: str, begin: int, parts: list[Digits], at: int) -> Iterator[Finding]:
    """Compare "Staff: 22 directors, 15 clerks, 14 guards. Total staff: 52"."""
    whole = next(digits_in(skeleton, at, min(len(skeleton), at + 20)), None)
    if whole is None or not 2 <= len(parts) <= _MOST:
        return
    if any(one.value != int(one.value) or one.also for one in (*parts, whole)):
        return
    if skeleton[begin : parts[0].start].rstrip()[-1:] != ":":
        return
    gaps = [skeleton[one.end : other.start] for one, other in pairwise(parts)]
    units = {unit_beside(skeleton, one) for one in (*parts, whole)}
    if units & (_NO_COUNT | CURRENCY_SIGNS) or not all(map(_ENDS_PART.search, gaps)):
        return
    added = sum(one.value for one in parts)
    if added != whole.value and added * Decimal("0.7") < whole.value < added * Decimal("1.4"):
        yield from not_the_sum(parts, whole, whole.start, whole.end, Level.WARN)


def _of_one_currency(skeleton: str, parts: list[Digits], at: int) -> Iterator[Finding]:
    """Compare the amount at the place with parts that have its currency, all of them."""
    whole = next(digits_in(skeleton, at, min(len(skeleton), at + 20)), None)
    if whole is None or not 2 <= len(parts) <= _MOST:
        return
    if are_of_one_currency(skeleton, (*parts, whole)) and not adds_up(parts, whole):
        yield from not_the_sum(parts, whole, whole.start, whole.end, Level.WARN, are_parts=True)


def _remains(paper: Paper) -> Iterator[Finding]:
    """Find "of the sum of USD 30, USD 10 has been spent and USD 21 remains"."""
    skeleton = paper.skeleton
    for hit, _ in paper.hits("remains"):
        told = list(digits_in(skeleton, _sentence_start(skeleton, hit), hit + 1))
        if len(told) == 3 and _OF_SUM.search(skeleton, max(0, told[0].start - 60), told[0].start):
            yield from _difference(skeleton, *told)


def _surplus(paper: Paper) -> Iterator[Finding]:
    """Find "Expenditure: USD 10. Income: USD 30. Surplus: USD 21"."""
    skeleton = paper.skeleton
    for hit, end in paper.hits("surplus"):
        begin = max(skeleton.rfind("\n\n", 0, hit), hit - 160, 0)
        told = list(digits_in(skeleton, begin, hit))
        left = next(digits_in(skeleton, end - 1, end + 20), None)
        if left is not None and len(told) == 2 and _INCOME.search(skeleton, begin, hit):
            more, less = sorted(told, key=lambda one: -one.value)
            yield from _difference(skeleton, more, less, left)


def _difference(skeleton: str, whole: Digits, less: Digits, left: Digits) -> Iterator[Finding]:
    """Compare what is left with the difference of two amounts of its currency."""
    if not are_of_one_currency(skeleton, (whole, less, left)) or less.value >= whole.value:
        return
    right = whole.value - less.value
    if right != left.value:
        yield found(
            "FIG017", left.start, left.end, elsewhere=((whole.start, whole.end),),
            first=whole.value, second=less.value, told=left.value, right=right,
        )  # fmt: skip


def _counted_in_all(paper: Paper) -> Iterator[Finding]:
    """Find "19 papers from men and 14 from women, 32 in total"."""
    skeleton = paper.skeleton
    for hit, _ in paper.hits("total at the end"):
        numbers = list(digits_in(skeleton, _sentence_start(skeleton, hit), hit + 1))
        parts, whole = numbers[:-1], numbers[-1] if numbers else None
        if whole is None or not 2 <= len(parts) <= _MOST or whole.end != hit + 1:
            continue
        if any(one.value != int(one.value) or one.also for one in numbers):
            continue
        joints = _JOINTS.findall(skeleton[parts[0].end : whole.start])
        units = {unit_beside(skeleton, one) for one in numbers}
        if len(joints) != len(parts) or units & (_NO_COUNT | CURRENCY_SIGNS):
            continue
        yield from _nearly_the_sum(parts, whole)


def _left(paper: Paper) -> Iterator[Finding]:
    """Find "after USD 10 out of the grant of USD 30, a balance of USD 21"."""
    skeleton = paper.skeleton
    for hit, _ in paper.hits("what is left"):
        label = _BALANCE_OF.match(skeleton, hit)
        if label is None:
            continue
        left = next(digits_in(skeleton, label.end(), label.end() + 20), None)
        begin = _sentence_start(skeleton, hit)
        told = list(digits_in(skeleton, begin, hit))
        if left is None or len(told) != 2 or not are_of_one_currency(skeleton, (*told, left)):
            continue
        spent, whole = told
        if not _OUT_OF.search(skeleton, spent.end, whole.start) or spent.value >= whole.value:
            continue
        right = whole.value - spent.value
        if right != left.value and not is_slip(
            right, left.value
        ):  # a slip of a digit is told there
            yield found(
                "FIG017", left.start, left.end, elsewhere=((whole.start, whole.end),),
                first=whole.value, second=spent.value, told=left.value,
                right=right,
            )  # fmt: skip


def _alike(skeleton: str, parts: list[Digits], whole: Digits) -> bool:
    """Tell whether all are sums of one currency, or count the same thing."""
    if are_of_one_currency(skeleton, (*parts, whole)):
        return True
    nouns = {counted_noun(skeleton, number) for number in (*parts, whole)}
    return len(nouns) == 1 and "" not in nouns and "%" not in nouns


def _sentence_start(skeleton: str, place: int, *, within: bool = False) -> int:
    """Return where the sentence begins; ``within``: its parts may be separated by semicolons."""
    least = max(0, place - _SENTENCE)
    marks = (". ", "\n\n") if within else (". ", "\n\n", ";")
    return max(least - 1, *(skeleton.rfind(mark, least, place) for mark in marks)) + 1
