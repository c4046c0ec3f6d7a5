"""So many, each with so many: "two workshops of 25 participants each, 50 trainees in all", "SAR 15,000 a month, i.e. 180,000 a year".

The sentence has no other numbers than the three, and says that the last is what the others make.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import COUNT, MONEY, TIME, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

FOR_EACH = (
    told_by_its_end("for each", r"(?:[ (]each|each of (?:the|these|those|its)|chacune?|apiece|per (?:person|participant|delegate|head|room|night|day|copy|unit|page|month|week)|both|لكل|كل منهما|كل منها|كل منهم|كل من ال|كلاهما|كلتاهما|كل واحدة? منه)"),
    told_by_its_end("by the month", r"(?:monthly|quarterly|weekly|a month|per month|each month|mensuel(?:le)?s?|trimestriel(?:le)?s?|par mois|par trimestre|شهريا?|الشهري|الشهرية|في الشهر|كل شهر|ربع سنوي)"),
)  # fmt: skip
_IS_RESULT = compiled(
    r"(?:\bi\.e\.,?|\b(?:that is|or|total(?: (?:of|number|cost|amount))*|total\w*|in all|making|giving|altogether|hence|thus|therefore|so|soit|au total|en tout|donc|ce qui (?:fait|donne)|un total d[e']|nombre total)\b|=|:|أي|مجموع\w*|ما مجموعه|إجمالي\w*|الإجمالي|بإجمالي|ليبلغ|فيبلغ|ليصبح|فيكون)[^.;\d]{0,44}$"
)
_MAY = compiled(
    r"i\.e|that is|total|in all|making|giving|altogether|hence|thus|therefore|soit|donc|ce qui|en tout|(?:=|:|, or|, ou) ?(?:us|\$|eur|sar|\d)|أي|مجموع|إجمالي|ليبلغ|فيبلغ|ليصبح|فيكون"
)
_RESULT_BEHIND = compiled(
    r"[^.;,\d]{0,24}?\b(?:in all|in total|altogether|au total|en tout|إجمالا|في المجموع)(?![^\W\d_])"
)
_BOTH = compiled(r"\b(?:both|les deux|each of the two)\b|كل منهما|لكل منهما|كلاهما|كلتاهما")
_MONTHLY = compiled(
    r"(?<![^\W\d_])(?:monthly|a month|per month|each month|mensuel\w*|par mois|شهريا?|(?:ال)?شهرية?|في الشهر|كل شهر)(?![^\W\d_])"
)
_QUARTERLY = compiled(
    r"(?<![^\W\d_])(?:quarterly|a quarter|per quarter|trimestriel\w*|par trimestre|ربع سنوية?)(?![^\W\d_])"
)
_WEEKLY = compiled(r"(?<![^\W\d_])(?:weekly|hebdomadaires?|أسبوعيا?)(?![^\W\d_])")
_YEARLY = compiled(
    r"\s*(?:us |saudi )?[^\W\d_]*\s*(?:a|per|each|every|for the|over the|par|pour l'|sur l'|في|لل|خلال)?\s*(?:full |whole |ال)?(?:year|annum|yearly|annually|an|annee|annuel\w*|سنة|عام|سنويا)(?![^\W\d_])"
)
_YEARLY_BEFORE = compiled(
    r"\b(?:a year|yearly|annual(?:ly)?|per year|par an|annuel\w*|l'annee)|سنوي|في السنة|في العام"
)
_PARTLY = compiled(
    r"\b(?:if|when|in advance|instead|discount\w*|rebate|si|d'avance|remise|rabais|of which|including|except|excluding|plus|minus|less|first|other|dont|sauf|hormis|outre|premier|autre|about|some|up to|at least|most)\b|منها|عدا|فضلا|باستثناء|نحو|حوالي"
)
_OR = compiled(r"\b(?:or|ou|أو)\b")
_UNIT_OF = {"month": 12, "quarter": 4, "week": 52}
_LESS, _MORE = Decimal("0.5"), Decimal(2)  # times the result: a figure further off is another's


def for_each(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find results that so many, each with so many, do not make."""
    skeleton = paper.skeleton
    done = -1
    for name in ("for each", "by the month"):
        for start, end in paper.hits(name):
            begin, stop = stretches.sentence(start + (skeleton[start] == " "), end)
            if (name == "for each" and begin == done) or not _MAY.search(skeleton, begin, stop):
                continue
            finding = (_each if name == "for each" else _periodic)(paper, stretches, begin, stop)
            if finding is not None:
                done = begin
                yield finding


def _each(paper: Paper, stretches: Stretches, begin: int, stop: int) -> Finding | None:
    """Return what is wrong with "20 delegates, each with 3 badges, i.e. 70 badges"."""
    skeleton = paper.skeleton
    told = list(stretches.between(begin, stop))
    if any(one.about for one in told) or _PARTLY.search(skeleton, begin, stop):
        return None
    if len(told) == 2 and _BOTH.search(skeleton, begin, told[1].start):
        factors: list[Quantity] = [told[0]]
        result, times = told[1], told[0].value * 2
    elif len(told) == 3:
        factors, result = told[:2], told[2]
        times = told[0].value * told[1].value
    else:
        return None
    if any(one.kind not in (COUNT, MONEY, TIME) for one in told):
        return None
    if not _is_said(skeleton, begin, factors, result, stop):
        return None
    moneys = [one for one in factors if one.kind == MONEY]
    if bool(moneys) != (result.kind == MONEY) or len(moneys) > 1:
        return None
    if result.kind == TIME and not any(one.unit == result.unit for one in factors):
        return None
    return _told(factors, result, times, Decimal(2) if len(factors) == 1 else factors[1].value)


def _is_said(
    skeleton: str, begin: int, factors: Sequence[Quantity], result: Quantity, stop: int
) -> bool:
    lead = skeleton[max(factors[-1].end, begin) : result.start]
    return (
        _IS_RESULT.search(lead) is not None
        or _RESULT_BEHIND.match(skeleton, result.stop, stop) is not None
    )


def _periodic(paper: Paper, stretches: Stretches, begin: int, stop: int) -> Finding | None:
    """Return what is wrong with "USD 4,000 a month for six months, i.e. USD 28,000"."""
    skeleton = paper.skeleton
    told = list(stretches.between(begin, stop))
    moneys = [one for one in told if one.kind == MONEY]
    times = [one for one in told if one.kind == TIME]
    if len(moneys) != 2 or len(told) != len(moneys) + len(times) or len(times) > 1:
        return None
    first, last = moneys
    if any(one.about for one in told) or first.unit != last.unit or last.value <= first.value:
        return None
    around = skeleton[max(begin, first.start - 50) : first.stop + 24]
    unit = next(
        (name for name, shape in (("month", _MONTHLY), ("quarter", _QUARTERLY), ("week", _WEEKLY)) if shape.search(around)),
        "",
    )  # fmt: skip
    lead = skeleton[first.stop : last.start]
    if not unit or not _IS_RESULT.search(lead) or _PARTLY.search(skeleton, begin, stop):
        return None
    if times:
        many = _in(times[0], unit)
    elif _OR.search(lead):
        return None  # "USD 1,800 a month, or USD 20,000 a year": another way to pay
    elif _YEARLY.match(skeleton, last.stop) or _YEARLY_BEFORE.search(lead):
        many = Decimal(_UNIT_OF[unit])
    else:
        return None
    if many is None or (unit == "week" and not times):
        return None
    return _told([first], last, first.value * many, many)


def _in(time: Quantity, unit: str) -> Decimal | None:
    """Return a time in the unit that a rate is paid by; None: it has not so many."""
    if time.unit == unit:
        return time.value
    if time.unit == "year" and unit in ("month", "quarter"):
        return time.value * _UNIT_OF[unit]
    if time.unit == "quarter" and unit == "month":
        return time.value * 3
    return None


def _told(
    factors: Sequence[Quantity], result: Quantity, right: Decimal, second: Decimal
) -> Finding | None:
    if abs(right - result.value) <= result.slack or not (
        result.value * _LESS < right < result.value * _MORE
    ):
        return None
    if not any(one.kind == MONEY for one in factors):
        return found(
            "FIG034", result.start, result.end,
            elsewhere=tuple((one.start, one.end) for one in factors),
            right=right.normalize() + 0, told=result.value,
        )  # fmt: skip
    return found(
        "FIG011", result.start, result.end, level=Level.WARN,
        elsewhere=tuple((one.start, one.end) for one in factors),
        first=factors[0].value, second=second, told=result.value, right=right.normalize() + 0,
    )  # fmt: skip
