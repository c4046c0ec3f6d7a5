"""An amount that the text speaks of as known, beside the total of its table: "release of the sum of USD 256,200".

Told where the paper has one total, the amount is near it and stands nowhere else, and nothing says
that it is another: what was spent, asked for or estimated otherwise. How near is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.derived import is_turned
from clearance.review.checks.figures.reckoning.row_told import Row, rows_of
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits, digits_in, words_from
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger

_CODES = r"(?:(?:usd|eur|sar|us\$|\$|€) ?)?[0-9]"
_KNOWN = (
    r"(?:sum|amount|figure|total|estimate|budget|appropriation|allotment|expenditure|outlay|cost)"
)
_KNOWN_FR = r"(?:montant|chiffre|total|budget|credit|somme|depense|cout|enveloppe|devis)"
SUM_NAMED = (
    Trigger("sum named", rf"(?:the|this|that) (?:(?:total|whole|overall|full|said|same) )?{_KNOWN} of {_CODES}"),
    Trigger("sum named", rf"(?:le|du|au|ce|la|cette) (?:meme )?{_KNOWN_FR} (?:total |totale |global |globale )?de [0-9]"),
    Trigger("sum named", r"(?:pay(?:ment of|ing)?|release of|releasing|transfer of|transferring|disburse|reimburse|charge|book) (?:the )?(?:sum of |amount of )?(?:usd|eur|sar|us\$|\$|€) ?[0-9]"),
    Trigger("sum named", r"the (?:said |same |whole )?(?:usd|eur|sar|us\$|\$|€) ?[0-9]"),
    Trigger("sum named", r"(?:paiera|payer|verser|versera|reglera|debloquer|virer|(?:paiement|versement|reglement|virement|deblocage) (?:de|des)|(?:lesdits|desdits|auxdits|ces)) [0-9]"),
    Trigger("sum named", r"(?:تدفع|يدفع|دفع|صرف|سداد|تسدد|يسدد|تحويل|تحول) (?:المنظمة |الأمانة العامة |الإدارة )?[0-9]"),
    Trigger("sum named", r"(?:مبلغ|رقم|مجموع|إجمالي|اعتماد|بمبلغ|لمبلغ) [0-9]"),
    Trigger("sum named", r"(?:المبلغ|الرقم|المجموع|الاعتماد|النفقات|التكلفة|الميزانية)،? (?:البالغة?|و?قدره|و?قدرها|و?هو|و?هي) [0-9]"),
)  # fmt: skip
_OTHERWISE = compiled(
    r"\b(?:spent|actual\w*|last|previous|earlier|initial\w*|original\w*|revised|instead|compared|against (?:usd|eur|(?:the|an?) (?:budget|estimate|sum|total|figure|amount|appropriation))|saving\w*|exceed\w*|ceiling|offer\w*|quot\w+|bid\w*|tender\w*|requested|asked|remain\w*|balance|rest|left|another|further|additional|second|plus|less|minus|per|each|than|until|up to|at most|paid|received|contribut\w+|refund\w*|advance|deposit"
    r"|depense\w*|reel\w*|dernier\w*|precedent\w*|initial\w*|revise\w*|lieu|econom\w+|depass\w*|plafond|offre\w*|demande\w*|reste\w*|solde|autre|second\w*|supplementaire|moins|chacun\w*|paye\w*|verse\w*|recu\w*|avance|acompte|jusqu'a)\b"
    r"|أنفق|فعلي|الماضي|السابق|الأصلي|المعدل|بدلا|مقارنة|وفر|وفورات|تجاوز|سقف|عرض|طلب|باقي|متبقي|رصيد|آخر|أخرى|إضافي|لكل|أقل|أكثر|دفع|سدد|ورد|تبرع|سلفة|مقدم"
)
_SENTENCE = on_demand(r"[.;!?](?=\s)|\n\s*\n")
_REACH = 200
_NEAR = 20  # the part of the total that the amount may be off
_LEAST = 1000
_LONGEST_PAPER = 60_000  # characters; a longer one speaks of many sums


def near_totals(paper: Paper) -> Iterator[Finding]:
    """Find an amount that is spoken of as known and is not the paper's total, but near it."""
    skeleton = paper.skeleton
    named = list(_sums_named(paper)) if len(skeleton) <= _LONGEST_PAPER else []
    rows = rows_of(paper) if named else []
    totals = {row.total for row in rows} | (_in_words(skeleton) if named else set())
    if len(totals) != 1:
        return
    (total,) = totals
    for own in named:
        is_near = abs(own.value - total) * _NEAR <= total or is_turned(total, own.value, 3)
        if own.value == total or not is_near or _is_told_again(skeleton, own.value):
            continue
        if any(row.start <= own.start < row.end for row in rows):
            continue
        begin, stop = _sentence(skeleton, own.start, own.end)
        beside = [
            one for one in digits_in(skeleton, begin, stop)
            if one.value >= _LEAST and one.start != own.start and not 1900 <= one.value <= 2100
        ]  # fmt: skip
        if beside or _OTHERWISE.search(skeleton, begin, stop):
            continue
        yield found(
            "FIG014", own.start, own.end, level=Level.WARN,
            elsewhere=_where(rows), first=total, second=own.value,
        )  # fmt: skip


def _sums_named(paper: Paper) -> Iterator[Digits]:
    """Yield the amounts that are spoken of as known."""
    skeleton = paper.skeleton
    for _, end in paper.hits("sum named"):
        own = next(digits_in(skeleton, end - 1, min(len(skeleton), end + 24)), None)
        if own is not None and own.start == end - 1 and own.value >= _LEAST:
            yield own


def _is_told_again(skeleton: str, value: Decimal) -> bool:
    """Tell whether the paper has the amount more than once."""
    every = digits_in(skeleton, 0, len(skeleton))
    return sum((one.value, one.also).count(value) for one in every) > 1


def _where(rows: list[Row]) -> tuple[Stretch, ...]:
    return ((rows[-1].start, rows[-1].end),) if rows else ()


# "USD 44,000 (forty-four thousand US dollars)": so the sum is told that a paper is about.
_IN_WORDS = compiled(
    r"(?<![\d.,])(?P<digits>\d{1,3}(?:[ ,.]?\d{3})+)(?![\d.,]\d)\s*(?:[^\W\d_$()]+\s*){0,3}\((?:[^()\d:]{0,24}:\s*|(?:only|say|soit|فقط|كتابة)\s+)?(?P<words>[^()\d]{6,140})\)"
)


def _in_words(skeleton: str) -> set[Decimal]:
    """Return the amounts that the paper tells in digits and in words alike."""
    told = set()
    for match in _IN_WORDS.finditer(skeleton):
        number = next(digits_in(skeleton, *match.span("digits")), None)
        words = words_from(skeleton, *match.span("words"))
        if number is not None and words is not None and number.value in words.values:
            told.add(number.value)
    return told


def _sentence(skeleton: str, place: int, end: int) -> tuple[int, int]:
    begin = max(0, place - _REACH)
    for mark in _SENTENCE.finditer(skeleton, begin, place):
        begin = mark.end()
    after = _SENTENCE.search(skeleton, end, min(len(skeleton), end + _REACH))
    return begin, after.start() if after else min(len(skeleton), end + _REACH)
