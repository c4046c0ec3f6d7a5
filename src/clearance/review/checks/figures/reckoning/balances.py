"""What an outlay leaves, and by how much one amount passes another, told far from either.

"It would leave USD 6,630 in the line, which stood at USD 20,000" of an outlay told in the table;
"pass the vote by 36,600"; "title 2, which would then stand at 342,000". Whatever two amounts of the
paper, or three, do make is right. Told is what none makes, where an amount of the same sentence, or
of a row that the sentence names, makes it with another but for a slip of the pen (our guess).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.allotments import is_left_of_untold
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.checks.figures.reckoning.quantities import (
    COUNT,
    MONEY,
    SHARE,
    Quantity,
    are_kin,
)
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding
from clearance.review.mentions.numbers import digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

_SIGN = r"(?:us ?\$ ?|usd ?|eur ?|sar ?|gbp ?|\$ ?|€ ?)?"
BALANCE = (
    told_by_its_end("balance", r"(?:would|will|shall|to|can|may|thus|then) leave "),
    told_by_its_end("balance", r"(?:leav(?:es|ing)|left with|with) (?:only |a balance of |a rest of )?(?:usd|eur|sar|us\$|\$) ?"),
    told_by_its_end("balance", r"(?:would|will|shall) (?:then |thus |thereafter |therefore |now )?(?:stand at|fall to|rise to|drop to|be left with|come down to|go up to) "),
    told_by_its_end("balance", r"(?:bring|brings|bringing|reduces?|reducing|raises?|raising) (?:it|them|the [a-z]+|its [a-z]+) (?:down |up |back )?to "),
    told_by_its_end("balance", r"(?:laisser(?:a|ait|aient|ont)|laissant|restera(?:it|ient)?|restant) "),
    told_by_its_end("balance", r"(?:s'etabli(?:ra|rait|ront|raient)|s'elever(?:a|ait|ont|aient)|(?:sera|serait|seront|seraient) (?:alors |ainsi |donc )?(?:portee?s?|ramenee?s?|reduite?s?)|passer(?:a|ait|aient)|tomber(?:a|ait|aient)|descendr(?:a|ait)|monter(?:a|ait)) (?:alors |ainsi |donc )?a "),
    told_by_its_end("balance", r"(?:(?:ramenant|portant|reduisant|ramenerait|ramenera|porterait|portera) (?:la |le |l'|les )[a-z]+) a "),
    told_by_its_end("balance", r"(?:سيبقى|سيتبقى|يتبقى|فيبقى|ستبقى|تتبقى|ويبقى|وتبقى) "),
    told_by_its_end("balance", r"(?:ي|ت)صبح(?:ان)? "),
    told_by_its_end("balance", r"(?:يصير|تصير|يصيران|يرتفع|ينخفض|ينزل|يهبط) [^ ]+ (?:[^ ]+ )?إلى "),
    told_by_its_end("balance", r"(?:there remains?|(?:shall|will|must|to) (?:refund|repay|reimburse|return|pay back)|(?:it|which|line|fund|vote|balance) (?:now |thus )?stands at) "),
    told_by_its_end("balance", rf"(?:will|would|shall) (?:then |thus |therefore |only )?be (?:of |only )?{_SIGN}[0-9]"),
    told_by_its_end("balance", rf"(?:gap|shortfall|deficit|surplus|balance|margin|remainder|overdraft) of (?:only )?{_SIGN}[0-9]"),
    told_by_its_end("balance", rf"(?:ecart|deficit|excedent|solde|reliquat|marge|economie|manque|depassement|decouvert) de {_SIGN}[0-9]"),
    told_by_its_end("balance", r"(?:فجوة|عجز|فائض|وفر|فارق|رصيد|العجز|الفائض|الفجوة|الوفر|الفارق) (?:قدره|قدرها|مقداره|مقدارها) [0-9]"),
    told_by_its_end("balance", r"المتاح (?:[^ ]+ ){0,2}"),
    told_by_its_end("apart by", rf"(?:saves|saving|saved|saving is|est de|sera de|serait de|etait de|donc de|ainsi de) {_SIGN}[0-9]"),
    told_by_its_end("apart by", r"(?:[يت]وفر|[يت]قتصد) (?:[^ ]+ ){0,3}[0-9]"),
    told_by_its_end("balance", r"(?:demeurer(?:a|ait)|reverser(?:a|ait)|rembourser(?:a|ait)|restituer(?:a|ait)|se mont(?:e|era|erait) (?:ainsi |donc |alors |desormais )?a|s'etablit (?:ainsi |donc |alors |desormais )?a) "),
    told_by_its_end("balance", r"(?:ال?باقي|المتبقي|يرد|ترد|يعيد|تعيد|صار|صارت|أصبح|أصبحت) "),
    told_by_its_end("apart before", r"(?:dollars|euros|riyals) (?:more|less|higher|lower|cheaper|dearer|over|under|above|below|short)[ ,.;]"),
    told_by_its_end("apart before", r"(?:dollars|euros|riyals) (?:will |would |still |thus |therefore |then )?(?:remain|remains|are left|be left|left)[ ,.;]"),
    told_by_its_end("apart before", r"(?:dollars|euros|riyals) de (?:plus|moins)[ ,.;]"),
    told_by_its_end("apart by", rf"[a-z] by {_SIGN}[0-9]"),
    told_by_its_end("apart after", r"(?:depass|exced)(?:e|ent|er|era|erait|ant|eraient) "),
    told_by_its_end("apart after", r"(?:inferieure?s?|superieure?s?|moins chere?s?|plus chere?s?|moins elevee?s?|plus elevee?s?) (?:a |aux? |de |que |qu')?"),
    told_by_its_end("apart by", r"(?:بمبلغ|بمقدار|بفارق|بما قدره|بما مقداره) [0-9]"),
)  # fmt: skip
_LEAD = compiled(rf"[^\d.;:()]{{0,60}}?{_SIGN}$")
_AND = compiled(
    rf"\s*(?:dollars?|euros?|riyals?)?\s*(?:and|et|و|,? respectively)\s*(?:a |to |at |إلى )?{_SIGN}$"
)
_APART = compiled(
    r"\b(?:sav(?:es?|ed|ing)|economi\w*|ecart|difference|gain|disponible|solde|reste|excedent|deficit|depassement|reliquat|[وف]?[يت](?:وفر|قتصد)|exceed\w*|pass(?:es|ed)?|surpass\w*|below|under|over|above|lower|higher|cheaper|dearer|short|less|more|fewer|undercut\w*|over(?:run|shoot|spen)\w*|outstrip\w*|fall\w*|miss\w*"
    r"|[وفب]?(?:[يتن]قل|أقل|[يت]زيد|أزيد|أكثر|[يت]تجاوز\w*|تجاوز\w*|[يت]فوق|أعلى|أدنى|أرخص|أغلى|[يت]نقص))\b[^.;:]*$"
)
_BY = compiled(rf"\bd[e'] ?(?:quelque )?{_SIGN}$")
_LEFT_IN_IT = compiled(r"(?:باقي|متبقي|remain\w*|left) (?:فيه|فيها|in it|there|in which) $")
_YEAR = on_demand(r"(?:19|20)\d\d(?!\d| ?\d{3}|[.,]\d)")
_NO_AMOUNT = compiled(
    r"\s*(?:%|per ?cent|pour ?cent|في المائة|في المئة|بالمائة|/\d|:\d|h\b|-\d|bis\b)"
)
_LABEL = compiled(
    r"(?:\b(?:articles?|annexe?s?|no|n°|paragraph\w*|resolutions?|circular|circulaire|page)|رقم|المادة|البند|القرار)\s*\.?\s*$"
)
_WORD = on_demand(r"[^\W\d_]{4,}")
_BACK, _AHEAD = 70, 100  # characters
_BEFORE = 260  # characters of the paragraph before the sentence
_WINDOW = 5000  # characters on either side of a balance in which its amounts may stand
_LEAST = 100
_BARE = 1000  # from which a number without a currency is an amount of a table
_MOST, _FEW = 48, 8  # amounts of the paper
_RUN = 8  # amounts that stand together and may be added

Amount = tuple[Decimal, int, int]
"""An amount of the paper, and where it stands."""


# A hundred and more, in digits or with the word for thousands.
_AMOUNT = compiled(r"\d[,. ]?\d[,. ]?\d|\d ?(?:thousand|mil|bil|مل|ألف|آل)")


def balances(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find balances and differences that the amounts of the paper do not make, but nearly."""
    told: set[int] = set()
    for name in ("balance", "apart by", "apart after", "apart before"):
        for start, end in paper.hits(name):
            for result in _results(paper, stretches, start, end, name):
                if result.start not in told:
                    told.add(result.start)
                    yield from _wrong(paper, stretches, result)


def _results(
    paper: Paper, stretches: Stretches, start: int, end: int, name: str
) -> Iterator[Quantity]:
    """Yield what the words at a place tell: an amount, or two that "and" joins."""
    skeleton = paper.skeleton
    if not _AMOUNT.search(skeleton, max(0, start - _BACK // 2), end + _AHEAD):
        return
    if name == "apart by" and not _APART.search(skeleton, max(0, start - _BACK), end):
        return
    after = [
        one for one in stretches.inside(start, end) if one.start >= end - 1 and one.kind != SHARE
    ]
    if name == "apart before":
        before = [one for one in stretches.inside(start, end) if one.start < start]
        if before and before[-1].stop > start and before[-1].value >= _LEAST:
            yield before[-1]
        return
    if name == "apart after":
        after = [
            one for one in after
            if one.start - end < _AHEAD and _BY.search(skeleton, one.start - 14, one.start)
        ]  # fmt: skip
    if not after or not (
        name == "apart after"
        or _LEAD.match(skeleton, end - 1, after[0].start)
        or after[0].start < end
    ):
        return
    for place, one in enumerate(after[:2]):
        if place and not _AND.match(skeleton, after[0].end, one.start):
            break
        if (
            not one.about
            and (one.kind == MONEY or (one.kind == COUNT and one.value >= _BARE and not one.unit))
            and one.value >= _LEAST
        ):
            yield one


def _wrong(paper: Paper, stretches: Stretches, told: Quantity) -> Iterator[Finding]:
    """Yield the finding where nothing makes the amount and two amounts nearly do."""
    amounts = _amounts(paper, told)
    if not 2 <= len(amounts) <= _MOST:
        return
    anchors = _anchors(paper, stretches, told, amounts)
    if not anchors and len(amounts) <= _FEW:
        anchors = amounts
    near = next(_nearly(anchors, amounts, told.value), None)
    if near is None or _is_explained(amounts, anchors, told.value):
        return
    if is_left_of_untold(paper.skeleton, told.start):
        return
    (one, other), right, is_sum = near
    if is_sum and _LEFT_IN_IT.search(paper.skeleton, max(0, told.start - 20), told.start):
        return  # what a line of the budget still holds is no sum
    where = (one[1:], other[1:])
    if is_sum:
        yield found("FIG034", told.start, told.end, elsewhere=where, told=told.value, right=right)
    else:
        first, second = max(one, other), min(one, other)
        yield found(
            "FIG017", told.start, told.end, elsewhere=(first[1:], second[1:]),
            first=first[0], second=second[0], told=told.value, right=right,
        )  # fmt: skip


def _amounts(paper: Paper, told: Quantity) -> list[Amount]:
    """Return the amounts of the paper around one: no dates, years, shares, labels, small counts."""
    skeleton = paper.skeleton
    begin, stop = max(0, told.start - _WINDOW), min(len(skeleton), told.end + _WINDOW)
    days = [(day.start, day.end) for day in paper.dates]
    return [
        (one.value, one.start, one.end)
        for one in digits_in(skeleton, begin, stop)
        if one.value >= _LEAST
        and one.start != told.start
        and not _YEAR.fullmatch(skeleton, one.start, one.end)
        and not _NO_AMOUNT.match(skeleton, one.end)
        and not (
            skeleton[one.start : one.end].isdigit()
            and _LABEL.search(skeleton, max(0, one.start - 14), one.start)
        )
        and not any(first <= one.start < last for first, last in days)
    ]


def _anchors(
    paper: Paper, stretches: Stretches, told: Quantity, amounts: Sequence[Amount]
) -> list[Amount]:
    """Return the amounts of the sentence, and those of the rows that it names."""
    skeleton = paper.skeleton
    begin, stop = stretches.sentence(told.start, told.end)
    begin = max(begin - _BEFORE, skeleton.rfind("\n\n", 0, begin))
    inside = [one for one in amounts if begin <= one[1] < stop]
    words = set(_WORD.findall(skeleton, begin, stop))
    for one in amounts:
        line = skeleton.rfind("\n", 0, one[1]) + 1
        label = _WORD.findall(skeleton, line, min(one[1], line + 40))
        if one not in inside and label and any(are_kin(word, label[0]) for word in words):
            inside.append(one)
    return inside


def _nearly(
    anchors: Sequence[Amount], amounts: Sequence[Amount], told: Decimal
) -> Iterator[tuple[tuple[Amount, Amount], Decimal, bool]]:
    """Yield the two amounts whose difference, or sum, a slip parts from the one told."""
    for is_sum in (False, True):
        for one in anchors:
            for other in amounts:
                right = one[0] + other[0] if is_sum else abs(one[0] - other[0])
                if other is not one and right > 0 and is_slip(right, told, 4):
                    yield (one, other), right, is_sum


def _is_explained(amounts: Sequence[Amount], anchors: Sequence[Amount], told: Decimal) -> bool:
    """Tell whether two amounts, a third from nearby, or such as stand together, make the one told."""
    values, nearby = [one[0] for one in amounts], [one[0] for one in anchors]
    if told in values:
        return True
    pairs = [made for a, b in combinations(values, 2) for made in (a + b, abs(a - b))]
    if told in pairs:
        return True
    runs = [
        sum(values[first:last], Decimal(0))
        for first in range(len(values))
        for last in range(first + 2, min(first + _RUN, len(values)) + 1)
    ]
    if told in runs or any(abs(value - run) == told for value in values for run in runs):
        return True
    if len(nearby) > _FEW:
        return False
    twice = [made for a, b in combinations(nearby, 2) for made in (a + b, abs(a - b))]
    return any(told in (abs(pair - value), pair + value) for pair in twice for value in values)
