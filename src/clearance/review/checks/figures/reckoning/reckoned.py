"""Figures that a text reckons before the reader's eyes: "at USD 22 a sack, they cost USD 18,070".

A word says that the figure was reckoned, and how: a price or a rate, parts that are added, a rest.
What the numbers before it do make is left alone, whichever way; told is only a figure that misses
what they make by a slip of the pen.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.reckoning.allotments import is_left_of_untold
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import Digits, digits_in, words_from, worth
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

RESULT = (
    Trigger("reckoned", r"(?:that is|i\.e\.|, or|comes? to|came to|so that|therefore|thus|equivalent (?:of|to)|costs?|rest|remainder|balance|remaining|reached|total of|in all|makes|equals) [^.;]"),
    Trigger("reckoned", r"(?:soit|donc|au total|en tout|s'elevent? a|l'equivalent de|equivaut a|coute|coutent|couteront|coutera|le reste|le solde|restants?|atteint|represente|representent|representaient|touche) [^.;]"),
    Trigger("reckoned", r"(?:، أي |فيكون|فصار|فبلغ|ليصبح|بإجمالي|مجموعه|مجموعها|ما يعادل|الباقي|المتبقي|الإجمالية|القيمة ب|وقدره )"),
    Trigger("reckoned", r"(?:average|averaging|moyenne|متوسط|بمعدل) [^.;]"),
    Trigger("reckoned after", r"(?:in all|in total|altogether|au total|en tout|إجمالا|في المجموع)"),
)  # fmt: skip
_TO_RESULT = on_demand(r"[^\d.;\n]{0,44}(?=\d)")
_TIMES = compiled(
    r"\b(?:each|every|per|apiece|at|rate|times|chacune?|par|l'unite|le sac|la piece|taux|cours|a raison de|لكل|بواقع|بسعر|بمعدل|الواحدة?|سعر)\b"
)
_OR = compiled(r", or (?:[a-z$]+ ?)?$")  # "or EUR 250" is another price more often than a sum
_AT_MOST = compiled(
    r"\b(?:up to|at most|maximum|ceiling|not (?:to )?exceed\w*|jusqu'a|plafon\w*|au plus|بحد أقصى|لا تتجاوز|لا يتجاوز|حتى)\b"
)
_AVERAGE = compiled(r"\b(?:averag\w+|moyenne|(?:ال|ب)?متوسط|بمعدل)\b")
_LEFT = compiled(
    r"\b(?:rest|remainder|balance|remain\w*|left|reste|solde|restants?|و?ال?باقي|المتبقي|الرصيد|رصيد)\b"
)
_IS_REST = compiled(
    r"\b(?:remain\w*|left|(?:the|its) balance|reste|le solde|ال?متبقي|والمتبقي|المتبقية|الباقي|والباقي)(?: (?:in it|there|at|of|de|فيه|فيها|منه|منها|قدره|وقدره))?\s*$"
)
# "the remainder of the USD 38,000": the figure is what something was left of.
_OF_THE = compiled(
    r"(?:rest|remainder|balance|remain\w*|reste|solde|restants?|(?:ال)?باقي|المتبقي)"
    r"[^\d.;\n]{0,24}(?:\bof (?:the|this|that|these|said)|\b(?:des|du|sur les|de ces)|من (?:أصل|ذلك|هذا|المبلغ|مبلغ ال|ال))[^\d.;\n]{0,16}$"
)
_LEAD = 24  # characters before the figure
_YEAR = on_demand(r"(?:19|20)\d\d(?!\d|[ ,.]\d{3})")
_LABEL = compiled(
    r"(?:\b(?:article|annexe?|item|no|n°|paragraph|resolution|page|point|note|table|tableau|section|line|chapter)|البند|رقم|المادة|المرفق|الفقرة)\s*\.?\s*$"
)
_NO_AMOUNT = on_demand(r"\s*(?:%|per ?cent|pour ?cent|h\b|:\d|[ap]\.?m\b|/)")
_MINUTES = on_demand(r"\d[:h] ?$")  # of an hour: "from 09:30"
_ITEM = on_demand(r"\d{1,2}\s?[.)]")
_WORD = on_demand(r"[^\W\d_]{2,}")
_GLUED = pattern("وبلف")
_REACH, _RATE = 420, 60  # characters on either side in which the numbers stand that make it
_BACK = 16  # characters of the word that led to it
_FEWEST, _MOST, _MANY = 2, 9, 24  # numbers
_MOST_PLACES = 500  # of one paper, so that none takes long that is made to
_INDENT = 12  # characters before the number of an item on its line
_LEAST = 100  # a smaller figure is near to many: then only what one sentence says is looked at
_FAR = 800  # characters back to the total of a table
_PERCENT = compiled(
    r"(?<![\d.,])(?P<share>\d{1,2})\s?(?:%|per ?cent|pour ?cent|في المائة|في المئة|بالمائة)[^.;]{0,60}$"
)
_OF_TOTAL = compiled(
    r"\b(?:of the (?:total|whole)|du total|de l'ensemble|من (?:ال)?(?:مجموع|إجمالي))\b"
)
_SMALLEST = 4
_ROUND = 1000  # from which the only thing that the numbers make may be missed by an eighth
_EACH = compiled(
    r"\b(?:each|every|per|a|chacune?|par|a raison de|journees? de|jours de|days? of|sessions? of|seances? de|لكل|بواقع|بمعدل|في اليوم)\b"
)
_SENTENCE = on_demand(r"(?<!\d)\.(?=\s)|\d\.(?=\s[^\W\d_]{3})|\n")


def reckoned(paper: Paper) -> Iterator[Finding]:
    """Find a reckoned figure that misses by a slip what the numbers before it make."""
    skeleton = paper.skeleton
    days = {place for one in paper.dates for place in range(one.start, one.end)}
    told: set[int] = set()
    places = [(end, _after) for _, end in paper.hits("reckoned")]
    places += [(start, _before) for start, _ in paper.hits("reckoned after")]
    for place, figure in sorted(places, key=lambda one: one[0])[:_MOST_PLACES]:
        result = figure(skeleton, place)
        if result is not None and result.value < _LEAST:
            if result.start not in told | days:
                yield from _small(paper, result, days)
                told.add(result.start)
            continue
        if result is None or result.start in told or result.start in days:
            continue
        near = _nearly(skeleton, result, days)
        if near is not None and not is_left_of_untold(skeleton, result.start):
            value, where = near
            told.add(result.start)
            yield found(
                "FIG034", result.start, result.end, elsewhere=(where,),
                told=result.value, right=value.normalize() + 0,
            )  # fmt: skip


Operand = tuple[Decimal, tuple[int, int]]
"""A number, and where it stands."""


def _nearly(skeleton: str, result: Digits, days: set[int]) -> Operand | None:
    """Return what the numbers beside the figure make where a slip parts it; None: nothing, or it."""
    least = max(0, result.start - _REACH)
    begin = max(least, skeleton.rfind("\n\n", least, result.start))
    stop = skeleton.find("\n\n", result.end, result.end + _RATE)
    stop = stop if stop >= 0 else min(len(skeleton), result.end + _RATE)
    before = numbers_told(skeleton, begin, result.start, days)
    after = numbers_told(skeleton, result.end, stop, days)
    made = shares = _shares(skeleton, result, days)
    if len(before) + len(after) >= _FEWEST and len(before) <= _MOST:
        lead = skeleton[max(begin, result.start - _LEAD) : result.start]
        is_other = _OR.search(lead) is not None
        made = made + _made(skeleton[begin:stop], lead, before, after, adds=not is_other)
    numbers = [*before, *after]
    if result.value in {value for value, _ in numbers} or _is_explained(result, numbers):
        return None
    if any(result.may_be(value) for value, _ in made):
        return None
    if _is_share_of_next(skeleton, result, after):
        return None
    if _AT_MOST.search(skeleton, max(0, result.start - 40), result.start):
        return None
    near = next((one for one in made if is_slip(one[0], result.value, 3)), None)
    if near is None and result.value >= _ROUND and len(before) > 1:
        (count, at), (price, last) = before[-2:]
        if _is_about(count * price, result) and _EACH.search(skeleton, at[1], result.start):
            near = count * price, (at[0], last[1])
    if near is None and shares and _OF_TOTAL.search(skeleton, result.start - 90, result.start):
        largest = max(shares)
        near = largest if _is_about(largest[0], result) else None
    return near


def _is_share_of_next(skeleton: str, result: Digits, after: Sequence[Operand]) -> bool:
    """Tell whether the figure is the share before it of an amount behind it."""
    share = _PERCENT.search(skeleton, max(0, result.start - 40), result.start)
    return share is not None and any(
        result.may_be(value * Decimal(share["share"]) / 100) for value, _ in after
    )


def _small(paper: Paper, result: Digits, days: set[int]) -> Iterator[Finding]:
    """Find "five days at five hours a day, that is 30 hours" and "the rest, 70" in one sentence."""
    skeleton = paper.skeleton
    begin = max(0, result.start - _REACH)
    for stop in _SENTENCE.finditer(skeleton, begin, result.start):
        begin = stop.end()
    if not _LEFT.search(skeleton, begin, result.start) and not _EACH.search(
        skeleton, begin, result.start
    ):
        return
    numbers = numbers_told(skeleton, begin, result.start, days)
    lead = skeleton[max(begin, result.start - 34) : result.start]
    if len(numbers) < 2 or result.value in {value for value, _ in numbers}:
        return
    right = None
    if _LEFT.search(lead) and len(numbers) > 2:
        right = numbers[0][0] - sum(value for value, _ in numbers[1:])
    elif len(numbers) == 2 and _EACH.search(skeleton, numbers[0][1][1], result.start):
        right = numbers[0][0] * numbers[1][0]
    if right is None or right == result.value or not result.value / 2 < right < result.value * 2:
        return
    if not _is_explained(result, numbers):
        yield found(
            "FIG034", result.start, result.end, elsewhere=(numbers[0][1],),
            told=result.value, right=right.normalize() + 0,
        )  # fmt: skip


def _after(skeleton: str, place: int) -> Digits | None:
    """Return the figure that follows the words within their clause."""
    lead = _TO_RESULT.match(skeleton, place - 1)
    if lead is None:
        return None
    if _OF_THE.search(skeleton, max(0, place - _BACK), lead.end()):
        return None
    number = next(digits_in(skeleton, lead.end(), min(len(skeleton), lead.end() + 24)), None)
    return (
        number if number and number.start == lead.end() and _is_figure(skeleton, number) else None
    )


def _before(skeleton: str, place: int) -> Digits | None:
    """Return the figure that stands right before the words, with what it counts between."""
    numbers = list(digits_in(skeleton, max(0, place - 44), place))
    if not numbers or any(sign in skeleton[numbers[-1].end : place] for sign in ".;,\n"):
        return None
    return numbers[-1] if _is_figure(skeleton, numbers[-1]) else None


def _is_figure(skeleton: str, number: Digits) -> bool:
    return (
        number.value >= _SMALLEST
        and not _MINUTES.search(skeleton, max(0, number.start - 3), number.start)
        and not _NO_AMOUNT.match(skeleton, number.end)
        and not _YEAR.fullmatch(skeleton, number.start, number.end)
    )


_OF_PERCENT = compiled(r"(?:\bpe?r ?|\bpour )cent$|(?:في |\bب)ال(?:مائة|مئة)$")


def numbers_told(skeleton: str, begin: int, stop: int, days: set[int]) -> list[Operand]:
    """Return the numbers that count or cost something, in digits or in words, in order of place.

    None of them where there are too many for any to be reckoned from the others.
    """
    numbers: list[Operand] = []
    for one in digits_in(skeleton, begin, stop):
        if one.start not in days and one.value > 1 and _is_operand(skeleton, one):
            numbers.append((one.value, (one.start, one.end)))
            if len(numbers) > _MANY:
                return []
    past = begin
    for word in _WORD.finditer(skeleton, begin, stop):
        glued = worth(word[0]) is None and word[0][0] in _GLUED
        if word.start() < past or worth(word[0][glued:]) is None:
            continue
        if _OF_PERCENT.search(skeleton, max(begin, word.start() - 6), word.end()):
            continue
        spoken = words_from(skeleton, word.start() + glued, stop)
        if spoken is not None and len(spoken.values) == 1 and min(spoken.values) > 1:
            past = spoken.end
            numbers.append((Decimal(min(spoken.values)), (spoken.start, spoken.end)))
    return sorted(numbers, key=lambda one: one[1]) if len(numbers) <= _MANY else []


def _is_operand(skeleton: str, number: Digits) -> bool:
    """Tell whether the number is no year, label, share, hour or number of an item."""
    start, end = number.start, number.end
    line = skeleton.rfind("\n", max(0, start - _INDENT), start) + 1
    opens = line and not skeleton[line:start].strip(" (-*\xa4")
    return not (
        _YEAR.fullmatch(skeleton, start, end)
        or _NO_AMOUNT.match(skeleton, end)
        or _LABEL.search(skeleton, max(0, start - 14), start)
        or (opens and _ITEM.match(skeleton, start))
    )


def _made(
    stretch: str, lead: str, before: Sequence[Operand], after: Sequence[Operand], *, adds: bool
) -> list[Operand]:
    """Return what the numbers make in the way that the words say; ``adds``: their sums too.

    ``lead``: the words before the figure. What is left is neither a product nor a sum.
    """
    made: list[Operand] = []
    if _IS_REST.search(lead):
        adds = False
    elif _TIMES.search(stretch):
        made += [
            (one[0] * other[0], one[1]) for one, other in combinations((*before, *after), 2)
        ]  # fmt: skip
    if _AVERAGE.search(stretch):
        pairs = combinations((*before, *after), 2)
        made += [
            (round(max(one[0], other[0]) / min(one[0], other[0])) + Decimal(0), one[1])
            for one, other in pairs
        ]  # fmt: skip
    if _LEFT.search(stretch):
        for place, whole in enumerate(before):
            parts = before[place + 1 :]
            made += [
                (whole[0] - sum(value for value, _ in parts[:count]), whole[1])
                for count in range(1, len(parts) + 1)
            ]
    values = [value for value, _ in before] if adds else []
    made += [
        (sum(values[first:], Decimal(0)), before[first][1]) for first in range(len(values) - 1)
    ]
    return made


def _is_about(product: Decimal, result: Digits) -> bool:
    """Tell whether the figure misses what a price and a count make by an eighth of it at most."""
    return 0 < abs(product - result.value) * 8 <= product


def _shares(skeleton: str, result: Digits, days: set[int]) -> list[Operand]:
    """Return what "25 per cent of the total" and "the balance" make of amounts further up."""
    lead = skeleton[max(0, result.start - 90) : result.start]
    share = _PERCENT.search(lead)
    rest = _LEFT.search(lead) is not None
    if share is None and not rest:
        return []
    amounts = [
        one for one in numbers_told(skeleton, max(0, result.start - _FAR), result.start, days)
        if one[0] >= _LEAST
    ]  # fmt: skip
    made = [
        (value * Decimal(share["share"]) / 100, at) for value, at in amounts
    ] if share else []  # fmt: skip
    if rest:
        made += [
            (one[0] - other[0], one[1]) for one, other in combinations(amounts, 2)
            if one[0] > other[0]
        ]  # fmt: skip
    return made


def _is_explained(result: Digits, numbers: Sequence[Operand]) -> bool:
    """Tell whether some sum, difference, product or quotient of the numbers is the figure."""
    values = [value for value, _ in numbers]
    pairs = [
        made
        for one, other in combinations(values, 2)
        for made in (one + other, abs(one - other), one * other, one / other, other / one)
    ]
    runs = [
        sum(values[first:last], Decimal(0))
        for first in range(len(values))
        for last in range(first + 2, len(values) + 1)
    ]
    less = [abs(value - run) for value in values for run in runs]
    thrice = [a * b * c for a, b, c in combinations(values, 3)] if len(values) <= _MOST else []
    exact = any(made == result.value for made in (*runs, *less, *thrice))
    return exact or any(abs(made - result.value) <= 1 for made in pairs)
