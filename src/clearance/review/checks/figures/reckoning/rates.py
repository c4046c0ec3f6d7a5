"""So much for each, and what it comes to: prices, wages by the month, so many a year.

"140 tablets at a unit price of USD 215, making USD 30,100"; "SAR 14,500 a month, or SAR 174,000 a
year"; "640 pages … 17,920 euros, at 28 euros a page"; "fifteen grants a year, that is sixty over
the four years". Whatever counts and times beside it make of the rate is right. Told is a result
that none of them makes, where what is counted is known by its noun or by the two periods, or where
a slip of the pen parts it from what they make (our guess: half as much again at most otherwise).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.checks.figures.reckoning.quantities import (
    COUNT,
    MONEY,
    SHARE,
    TIME,
    TIME_OF,
    Quantity,
    are_kin,
    has_number,
)
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.checks.figures.units_beside import CURRENCY_BEFORE
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

_MONEYS = "dollars?|euros?|riyals?|dirhams?|dinars?|francs?|rupees?|pounds?|usd|eur|sar|cfa|fcfa|fdj|livres"
_ARABIC_MONEYS = (
    "دولارا?|دولارات|ريالا?|ريالات|يورو|درهما?|دراهم|دينارا?|دنانير|فرنكا?|جنيها?|روبية"
)
RATE = (
    told_by_its_end("rate", rf"(?:[0-9]|{_MONEYS}) (?:a |an |per |every |for each |for every )[a-z]"),
    told_by_its_end("rate", rf"(?:[0-9]|{_MONEYS}) (?:each|apiece)[ ,.;)]"),
    told_by_its_end("rate", rf"(?:[0-9]|{_MONEYS}) (?:le |la |les |l'|par |chacune?|pour une? |pour chaque )[a-z,.; ]"),
    told_by_its_end("rate", rf"(?:{_ARABIC_MONEYS}) (?:لل|لكل |عن كل |في ال(?:شهر|سنة|يوم|ليلة|عام|أسبوع|ساعة)|شهريا|سنويا|يوميا)"),
    told_by_its_end("rate", r" الواحد", whole=rf"(?:{_ARABIC_MONEYS}) ال[^ ]+ الواحد"),
    told_by_its_end("rate", r"[0-9] [a-z]{3,12} (?:an?|per|each|par|chacune?) [a-z]"),
    told_by_its_end("rate first", r"(?:daily|weekly|monthly|quarterly|annual|yearly) (?:allowance|rate|fee|rent|salary|wage|contribution|subscription) of "),
    told_by_its_end("rate first", r"(?:indemnite|loyer|salaire|traitement|cotisation|tarif|contribution) (?:journaliere?|mensuel(?:le)?|trimestriel(?:le)?|annuel(?:le)?) (?:est )?de "),
    told_by_its_end("rate first", r"(?:بدل|أجر|إيجار|راتب|اشتراك|مكافأة) (?:يومي|شهري|سنوي)ة? (?:قدره[^ ]* |مقداره[^ ]* )?"),
    told_by_its_end("rate of each", r"(?:حمولة|سعة|قيمة|وزن|مساحة|عدد|تكلفة|ثمن|سعر|مدة) (?:كل منها|كل منهم|كل منهما|كل واحدة?|الواحدة?)"),
    told_by_its_end("rate first", r"(?:unit (?:price|cost) of|price of each|(?:prix|cout) unitaire (?:est |etant )?(?:de|fixe a)|سعر الوحدة|بسعر|بواقع|بمعدل|سعر|ثمن|قيمة) "),
    told_by_its_end("rate of time", r"(?:a|per|each|every) (?:year|month|week|day|quarter|session)"),
    told_by_its_end("rate of time", r"(?:par|chaque|l') ?(?:an|annee|mois|jour|semaine|trimestre|session)"),
    told_by_its_end("rate of time", r"(?:كل (?:شهر|سنة|عام|يوم|أسبوع|دورة)|سنويا|شهريا|يوميا|أسبوعيا|في (?:السنة|الشهر|العام|اليوم|الأسبوع|الدورة))"),
)  # fmt: skip
_PER = compiled(
    r"[,)]?\s*(?:(?:an?|per|each|every|apiece|for each|for every|le|la|les|par|chacune?|pour une?|pour chaque|chaque|l'unite|لكل|عن كل|كل|في|عن)\s+|l'|لل|ال)?(?:seul |single )?(?P<per>[^\W\d_]{2,})"
)
_NAMED = compiled(r"\s*(?P<per>[^\W\d_]{3,})")  # "the price of the gram is 88 dollars"
_TIMES_A = {"شهريا": "month", "سنويا": "year", "يوميا": "day", "أسبوعيا": "week", "monthly": "month", "yearly": "year", "annually": "year", "daily": "day", "mensuel": "month", "annuel": "year", "l'an": "year"}  # fmt: skip
_TIME_NAMED = {compiled(word).pattern: unit for word, unit in _TIMES_A.items()}
_TIME_NAMED |= {compiled("ال" + word).pattern: unit for word, unit in {"شهر": "month", "سنة": "year", "عام": "year", "يوم": "day", "أسبوع": "week", "ليلة": "night", "ساعة": "hour"}.items()}  # fmt: skip
_TIME_NAMED |= {
    "quarter": "quarter",
    "session": "session",
    "trimestre": "quarter",
    "semestre": "half-year",
}
_ADJECTIVES = (
    (compiled("daily|journali|يومي"), "day"), (compiled("weekly"), "week"), (compiled("monthly|mensuel|شهري"), "month"),
    (compiled("quarterly|trimestriel"), "quarter"), (compiled("annual|yearly|annuel|سنوي"), "year"),
)  # fmt: skip
_RESULT = compiled(
    r"(?:\bor|\bi\.e\.,?|\bthat is(?: to say)?,?|\bmak(?:es|ing)|\bgiv(?:es|ing)|\bcom(?:es|ing) to|\btotal\w*|\bin all|\bcosts?|\bhence|\btherefore|\bso(?: that)?|\bthus|\bamount\w*|\bnamely|\bbeing|\bequals?|\brequir\w+|\bwill be|\bare needed|="
    r"|\bsoit|\bdonc|\bou|\bc'est-a-dire|\bau total|\bce qui (?:fait|donne|represente)|\bs'eleve\w* a|\bcoutera|\bcoutent|\brevien\w+ a|\bmontant|\bdonne|\brepresente\w*|\bfont|\bfait|أي|بمجموع|مجموع\w*|بإجمالي|إجمالي\w*|فيكون|فتكون|فبلغ\w*|وتبلغ|تبلغ|قيمتها|قيمة|بقيمة|وقدره\w*|تكلف\w*|ما يعادل|ليصبح|بمبلغ|المبلغ|وهو ما)"
    r"[^\d.;:]{0,40}$"
)
_OTHERWISE = compiled(r"\b(?:or|ou|أو)\b")  # another price, perhaps
_BASIS = compiled(
    r"(?:\bat(?: the rate of| a rate of| a price of| a unit price of)?|\bon the basis of|\bbased on|\bcalculated at|\bpriced at|\ba raison d['e]|\bsur la base d['e]|\bau prix d['e]|\bau taux d['e]|\ba\b|بسعر|بواقع|بمعدل|على أساس|سعر|بثمن)\s*(?:[^\W\d_]+\s+){0,3}?(?:us ?\$|usd|eur|sar|\$|€)?\s?$"
)
_TOGETHER = compiled(
    r"\b(?:in all|in total|altogether|throughout|over the|during the|au total|en tout|pendant toute|sur toute|pour toute|sur l'ensemble|خلال|طوال|إجمالا|في المجموع|كلها|كله)\b"
)
_GROWN = frozenset(pattern("وبلف"))
_RATIOS = {
    ("month", "year"): (12,), ("quarter", "year"): (4,), ("month", "quarter"): (3,), ("half-year", "year"): (2,),
    ("month", "half-year"): (6,), ("week", "year"): (52, 50, 48, 51), ("day", "week"): (7, 5, 6), ("week", "month"): (4,),
    ("day", "month"): (30, 31, 22, 20, 21, 26, 25), ("day", "year"): (365, 360, 366, 250, 252, 260, 300), ("hour", "day"): (8, 24, 7, 6), ("hour", "week"): (40, 35, 48),
    ("session", "year"): (),
}  # fmt: skip
_EVERY = (12, 4, 2, 3, 6, 7, 5, 52, 30, 365)
_SURE = frozenset({("month", "year"), ("quarter", "year"), ("half-year", "year"), ("month", "quarter"), ("month", "half-year")})  # fmt: skip
_CLOSE, _NEAR = Decimal("2.6"), Decimal("1.5")
_REACH = 500  # characters on either side in which the counts of what is priced may stand
_MOST = 7  # counts of a sentence that are multiplied


@dataclass(frozen=True, slots=True)
class _Rate:
    """So much, per what: its noun, or its unit of time."""

    each: Quantity
    noun: str
    time: str
    end: int


def rates(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find results that a rate and the counts beside it do not make."""
    told: set[int] = set()
    for name in ("rate", "rate first", "rate of time", "rate of each"):
        for start, end in paper.hits(name):
            if not _may_have_result(paper.skeleton, start, end, name):
                continue
            rate = _rate(paper, stretches, start, end, name)
            if rate is not None and rate.each.start not in told:
                finding = _result(paper, stretches, rate)
                if finding is not None:
                    told.add(rate.each.start)
                    yield finding


def _may_have_result(skeleton: str, start: int, end: int, name: str) -> bool:
    """Tell cheaply whether the words of a rate stand where something may be reckoned from it."""
    if _is_within_word(skeleton, start) or (name == "rate of time" and _goes_on(skeleton, end)):
        return False
    if name == "rate of time" and not has_number(skeleton, start - _EACH_BACK, end + _EACH_NEXT):
        return False
    if name != "rate":
        return (name == "rate of time" or has_number(skeleton, end - 1, end + _EACH_BACK)) and (
            _RESULT_NEAR.search(skeleton, max(0, start - 30), end + _FAR) is not None
        )
    if skeleton[start].isdigit():
        begin = start
        while begin and skeleton[begin - 1] in _IN_NUMBER:
            begin -= 1
        if CURRENCY_BEFORE.search(skeleton, max(0, begin - 6), begin) is None:
            unit = _UNIT_FIRST.match(skeleton, start)
            return unit is not None and (
                _RESULT_NEAR.search(skeleton, max(0, start - 60), end + _FAR) is not None
                and has_number(skeleton, end, end + _FAR)
            )
    return has_number(skeleton, end, end + _FAR) or has_number(skeleton, start - _FAR, start - 16)


def _goes_on(skeleton: str, end: int) -> bool:
    return skeleton[end : end + 1].isalpha()


_FAR = 150
_EACH_BACK, _EACH_NEXT = 64, 16  # characters in which the amount of a rate of time stands
_IN_NUMBER = frozenset("0123456789.,'")
_UNIT_FIRST = on_demand(r"\d (?!per |each |par |les |pour |chacun)[a-z]{3,12} ")
_RESULT_NEAR = compiled(
    r"\b(?:or|paid|receiv\w+|percu\w*|touche\w*|تقاضى|تقاضاه|i\.e|that is|mak(?:es|ing)|giv(?:es|ing)|com(?:es|ing) to|total\w*|in all|costs?|hence|therefore|so|thus|amount\w*|namely|being|equals?|soit|donc|ou|c'est-a-dire|ce qui|montant|coute\w*|revien\w+|compte\w*|comporte|dure|lasts?|needs?|requires?|has|يستغرق|تستغرق|يبلغ|أي|مجموع\w*|بإجمالي|إجمالي\w*|فيكون|فتكون|فبلغ\w*|تبلغ|قيمة\w*|بقيمة|وقدره\w*|تكلف\w*|بمبلغ|المبلغ|ما يعادل)\b"
)


def _rate(paper: Paper, stretches: Stretches, start: int, end: int, name: str) -> _Rate | None:
    """Return the rate that the words at a place tell; None: they tell none."""
    skeleton = paper.skeleton
    around = stretches.inside(start, end)
    if name in ("rate first", "rate of each"):
        of_each = name == "rate of each"
        each = next(
            (one for one in around if one.start >= end - 1 and (of_each or one.kind == MONEY)), None
        )
        if (
            each is None
            or each.start - end > 60
            or any(mark in skeleton[end : each.start] for mark in ".;")
        ):
            return None
        after = _PER.match(skeleton, each.stop)
        before = _NAMED.match(skeleton, end)
        per = after["per"] if after and skeleton[each.stop : after.start("per")].strip() else ""
        per = per or (before["per"] if before and before.end() <= each.start else "")
        told = next((unit for shape, unit in _ADJECTIVES if shape.search(skeleton, start, end)), "")
        if told or of_each:
            return _Rate(each, "" if told else skeleton[start:end], told, each.stop)
        return _Rate(each, per, _time(per), each.stop)
    if name == "rate of time":
        ahead = next((one for one in around if one.start >= end), None)
        if ahead is not None and ahead.kind != TIME and skeleton[end : ahead.start].isspace():
            per = _PER.match(skeleton, start)
            return _Rate(ahead, per["per"], _time(per["per"]), ahead.stop) if per else None
    each = next(
        (one for one in reversed(around) if one.start < end and one.kind != SHARE and one.start <= start + 1),
        None,
    )  # fmt: skip
    far = 4 if name == "rate" else 60
    if (
        each is None
        or start - each.stop > far
        or any(mark in skeleton[each.end : start] for mark in ".;:(")
    ):
        return None
    per = _PER.match(skeleton, each.stop if name == "rate" else start)
    if per is None or each.value <= 0:
        return None
    return _Rate(each, per["per"], _time(per["per"]), max(per.end(), each.stop))


def _is_within_word(skeleton: str, start: int) -> bool:
    """Tell whether letters stand before the place, but for the one that Arabic grows on a word."""
    begin = start - (skeleton[start - 1 : start] in _GROWN) if start else 0
    return skeleton[max(0, begin - 1) : begin].isalpha()


def _time(word: str) -> str:
    return TIME_OF.get(word) or _TIME_NAMED.get(word, "")


def _result(paper: Paper, stretches: Stretches, rate: _Rate) -> Finding | None:
    """Return what is wrong with the result of a rate; None: nothing, or none is told."""
    skeleton, each = paper.skeleton, rate.each
    begin, _ = stretches.sentence(each.start, rate.end)
    inside = [
        one for one in stretches.inside(each.start, rate.end)
        if one is not each and one.kind != SHARE
    ]  # fmt: skip
    result, sure = _told_result(skeleton, inside, rate, begin)
    if result is None or result.value <= each.value:
        return None
    if any(rate.end <= one.start < result.start and _is_alike(one, each) for one in inside):
        return None  # of another rate, perhaps
    counts = [
        one for one in inside
        if one is not result and one.kind in (COUNT, TIME) and one.value > 1
    ][:_MOST]  # fmt: skip
    around = [one for one in stretches.around(each.start) if one is not each and one.kind != SHARE]
    named = _named_counts(rate, around, result)
    factors = _factors(rate, counts, named, around)
    slack = result.slack + max(Decimal("0.5"), result.value * _allowance(rate, result, named))
    if any(abs(each.value * one - result.value) <= slack + each.slack * one for one in factors):
        return None
    if _is_added(around, result):
        return None
    likely = _likely(skeleton, rate, result, named, counts, sure=sure)
    if likely is None:
        return None
    right = (each.value * likely).quantize(Decimal("0.01")).normalize() + 0
    return found(
        "FIG011", result.start, result.end, level=Level.WARN,
        elsewhere=((each.start, each.end),), first=each.value, second=likely,
        told=result.value, right=right,
    )  # fmt: skip


def _told_result(
    skeleton: str, inside: Sequence[Quantity], rate: _Rate, begin: int
) -> tuple[Quantity | None, bool]:
    """Return the result of the rate, and whether words say that it is one."""
    each = rate.each
    alike = [one for one in inside if _is_alike(one, each)]
    for one in alike:
        if one.start > each.start and _RESULT.search(
            skeleton, max(rate.end - 1, one.start - 60, begin), one.start
        ):
            return one, True
    before = [one for one in alike if one.start < each.start]
    basis = _BASIS.search(skeleton, max(begin, each.start - 50), each.start) is not None
    is_result = _RESULT.search(skeleton, max(begin, each.start - 30), each.start) is not None
    if before and (basis or is_result):
        return before[-1], True
    for one in alike:  # "24 trainees at USD 75 a night for 11 nights, USD 18,900"
        gap = skeleton[max(rate.end, one.start - 8) : one.start]
        if one.start > each.start:
            return one, basis and "," in gap and each.kind == MONEY
    return None, False


def _is_alike(one: Quantity, other: Quantity) -> bool:
    if one.kind != other.kind:
        return False
    if one.kind == MONEY or one.kind == TIME:
        return one.unit == other.unit
    return bool(one.unit and other.unit and are_kin(one.unit, other.unit))


def _named_counts(
    rate: _Rate, around: Sequence[Quantity], result: Quantity
) -> list[tuple[Decimal, bool]]:
    """Return how many there are of what the rate is for, and whether it is exact."""
    near = [
        one for one in around
        if one is not result and abs(one.start - rate.each.start) < _REACH and one.value > 1
    ]  # fmt: skip
    if rate.time:
        return [
            (one.value * many, one.about)
            for one in near if one.kind == TIME
            for many in _ratio(rate.time, one.unit)
        ]  # fmt: skip
    return [
        (one.value, one.about) for one in near
        if one.kind == COUNT and one.unit and rate.noun and are_kin(one.unit, rate.noun)
    ]  # fmt: skip


def _ratio(small: str, great: str) -> tuple[int, ...]:
    if small == great or {small, great} == {"day", "night"}:
        return (1,)
    return _RATIOS.get((small, great), ())[:1]


def in_one_unit(time: Quantity, unit: str) -> Decimal | None:
    """Return a time in the unit that a word names; None: the two are not so many of each other."""
    small = _time(unit)
    if small == time.unit:
        return time.value
    for pair, many in (((small, time.unit), 1), ((time.unit, small), -1)):
        if pair in _SURE:
            factor = Decimal(_RATIOS[pair][0])
            return time.value * factor if many > 0 else time.value / factor
    return None


def _factors(
    rate: _Rate,
    counts: Sequence[Quantity],
    named: Sequence[tuple[Decimal, bool]],
    around: Sequence[Quantity],
) -> set[Decimal]:
    """Return all by which the rate may be multiplied."""
    values = [one.value for one in counts]
    made = {value for value, _ in named} | {
        one.value for one in around if one.kind in (COUNT, TIME)
    }
    for many in (1, 2, 3):
        for group in combinations(values, many):
            product = Decimal(1)
            for value in group:
                product *= value
            made.add(product)
    made |= {value * other for value, _ in named for other in values}
    if rate.time:
        made |= {value * many for value in (*made, Decimal(1)) for many in _EVERY}
    return made


def _allowance(rate: _Rate, result: Quantity, named: Sequence[tuple[Decimal, bool]]) -> Decimal:
    if rate.each.about or result.about or any(about for _, about in named):
        return Decimal("0.05")
    return Decimal("0.002")


def _is_added(around: Sequence[Quantity], result: Quantity) -> bool:
    """Tell whether two or more amounts in a row are the result."""
    alike = [one for one in around if _is_alike(one, result) and one is not result]
    for first in range(len(alike)):
        added = alike[first].value
        for one in alike[first + 1 :]:
            added += one.value
            if added == result.value:
                return True
    return False


def _likely(
    skeleton: str, rate: _Rate, result: Quantity, named: Sequence[tuple[Decimal, bool]],
    counts: Sequence[Quantity], *, sure: bool,
) -> Decimal | None:  # fmt: skip
    """Return by how many the rate was to be multiplied; None: the text does not say."""
    each = rate.each.value
    after = _PER.match(skeleton, result.stop)
    period = _time(after["per"]) if after else ""
    ratios = _RATIOS.get((rate.time, period), ())
    if ratios and sure and not any(one.kind == TIME for one in counts):
        right = each * ratios[0]
        if is_slip(right, result.value, 3):
            return Decimal(ratios[0]) if (rate.time, period) in _SURE else None
        ends = sorted((rate.each.start, result.start))
        is_sure = (rate.time, period) in _SURE and not _OTHERWISE.search(skeleton, *ends)
        return Decimal(ratios[0]) if is_sure and _is_within(right, result, _CLOSE) else None
    together = rate.each.kind == MONEY or not rate.time or (
        _TOGETHER.search(skeleton, result.stop, result.stop + 60) is not None
    )  # fmt: skip
    factors = list(dict.fromkeys(value for value, _ in named))
    products = [
        one * two for one in factors for two in (other.value for other in counts) if one != two
    ]
    between = [one.value for one in counts if one.start < result.start]
    if len(between) == 2:
        products.append(between[0] * between[1])
    for factor in (*products, *factors, *(one.value for one in counts)):
        if is_slip((each * factor).quantize(Decimal("0.01")), result.value, 3) or _is_tenfold(
            each * factor, result.value
        ):
            return factor
    if not together:
        return None
    if sure and len(factors) == 1 and _is_within(each * factors[0], result, _CLOSE):
        return factors[0]
    if sure and not factors and len(counts) == 1 and counts[0].kind == COUNT and rate.noun:
        return counts[0].value if _is_within(each * counts[0].value, result, _NEAR) else None
    return None


def _is_within(right: Decimal, result: Quantity, times: Decimal) -> bool:
    return result.value / times < right < result.value * times


def _is_tenfold(right: Decimal, told: Decimal) -> bool:
    return right >= 100 and (right == told * 10 or right * 10 == told)
