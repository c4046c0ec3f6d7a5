"""A rate that two counts make: "six of the eight wells have been drilled, a rate of 75 per cent"; a share of an amount told beside it."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import COUNT, MONEY, SHARE, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found

_OF_MANY = compiled(
    r"\b(?:of|out of|among|sur|des|parmi)\s+(?:the |les |its |ses |a total of |un total de )?$|(?:من أصل|من بين|من مجموع)\s*$|\b(?:of|out of|sur) (?:the |les |its |ses )?$"
)
_BETWEEN = compiled(
    r"[^.;\d]{0,24}?\b(?:of|out of|sur|des)\s+(?:the |les |its |ses )?(?:[^\W\d_]+ )?$|[^.;\d]{0,30}?(?:من أصل|من بين|من مجموع)\s*$"
)
_RATE = compiled(
    r"\b(?:rate|ratio|percentage|i\.e\.|that is|or|represent\w*|equivalent|implementation|execution|completion|taux|pourcentage|proportion|soit|represent\w*|execution|realisation)\b|نسبة|بنسبة|أي|معدل|يعادل|\($|\(\s*$"
)
_MONEY_RATE = compiled(
    r"\b(?:execution|implementation|absorption|utili[sz]ation|disbursement|collection|recovery|spending|realisation|decaissement|recouvrement|consommation)\b|(?:ال)?(?:تنفيذ|تحصيل|إنفاق|استخدام|صرف|إنجاز)"
)
_OTHER = compiled(
    r"\b(?:increase|decrease|rise|growth|fall|drop|more|less|hausse|baisse|augmentation|diminution|progression|up|down|compared|than|last year|previous|against the previous)\b|زيادة|انخفاض|ارتفاع|نمو|تراجع|مقارنة|العام الماضي"
)
_HUNDRED = Decimal(100)
_AMOUNT_NEXT = compiled(
    r"\s*\)?\s*(?:,|:|-|=|\(|i\.e\.,?|that is,?|namely|or|soit|أي)\s*(?:i\.e\.,?|that is,?|namely|soit|أي)?\s*(?:usd ?|us ?\$ ?|\$ ?|eur ?|sar ?|€ ?)?$"
)
_OF_AMOUNT = compiled(
    r"\s*(?:of|de|d'|du|des|من)\s+(?:the |la |le |les |مبلغ |قيمة |إجمالي )?(?:[^\W\d_]+ ){0,3}?(?:of |de |d'|قدره |البالغ )?(?:usd ?|us ?\$ ?|\$ ?|eur ?|sar ?|€ ?)?$"
)


def execution(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find rates that the two counts before them do not make, and shares of an amount."""
    done = -1
    for start, end in paper.hits("share"):
        begin, stop = stretches.sentence(start, end)
        if begin == done:
            continue
        told = stretches.between(begin, stop)
        finding = _of_counts(paper, begin, told) or _of_amount(paper, told)
        if finding is not None:
            done = begin
            yield finding


def _of_counts(paper: Paper, begin: int, told: list[Quantity]) -> Finding | None:
    """Return what is wrong with "of the eight wells planned six were drilled, i.e. 85 per cent"."""
    skeleton = paper.skeleton
    if len(told) != 3 or told[2].kind != SHARE or told[2].in_words or any(q.about for q in told):
        return None
    one, other, share = told
    if (
        one.kind != other.kind
        or one.kind not in (COUNT, MONEY)
        or (one.unit != other.unit and one.kind == MONEY)
    ):
        return None
    lead = skeleton[max(begin, share.start - 60) : share.start]
    if not _RATE.search(lead) or _OTHER.search(skeleton, begin, share.stop):
        return None
    before = skeleton[max(begin, one.start - 24) : one.start]
    between = skeleton[one.end if one.kind == COUNT else one.stop : other.start]
    if one.kind == COUNT and _OF_MANY.search(before) and one.value > other.value:
        part, whole = other, one
    elif _BETWEEN.match(between) and one.value < other.value:
        part, whole = one, other
    elif one.kind == MONEY and _MONEY_RATE.search(lead):
        part, whole = sorted((one, other), key=lambda each: each.value)
    else:
        return None
    right = part.value * _HUNDRED / whole.value
    places = Decimal(1).scaleb(min(0, int(share.value.as_tuple().exponent)))
    if abs(right - share.value) < places:
        return None
    return found(
        "FIG018", share.start, share.stop, level=Level.WARN,
        elsewhere=((part.start, part.end), (whole.start, whole.end)),
        told=share.value, first=part.value, second=whole.value, right=right.quantize(Decimal("0.1")),
    )  # fmt: skip


def _of_amount(paper: Paper, told: list[Quantity]) -> Finding | None:
    """Return what is wrong with "(8 per cent of USD 150,000): USD 12,500"."""
    skeleton = paper.skeleton
    for place in range(len(told) - 2):
        share, base, amount = told[place : place + 3]
        kinds = (share.kind, base.kind, amount.kind)
        if kinds != (SHARE, MONEY, MONEY) or share.in_words or base.unit != amount.unit:
            continue
        if share.about or base.about or amount.about:
            continue
        if not _OF_AMOUNT.fullmatch(skeleton, share.stop, base.start):
            continue
        if not _AMOUNT_NEXT.fullmatch(skeleton, base.stop, amount.start):
            continue
        right = share.value * base.value / _HUNDRED
        if abs(right - amount.value) > max(Decimal(1), right / 200) and (
            right / 10 < amount.value < right * 10
        ):
            return found(
                "FIG012", amount.start, amount.end, level=Level.WARN,
                elsewhere=((base.start, base.end),), share=share.value, base=base.value,
                told=amount.value, right=right.normalize() + 0,
            )  # fmt: skip
    return None
