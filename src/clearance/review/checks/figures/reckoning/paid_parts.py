"""A price and what is paid of it when: "EUR 60,000. First instalment: EUR 20,000. Second: EUR 40,000", parts told apart by points."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import MONEY, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import told_by_its_end

PAID_PARTS = (
    told_by_its_end("paid in parts", r"(?:in (?:two|three|four|five|six) (?:instal?lments|payments|parts|tranches)|instal?lment|paid as follows|payable as follows|en (?:deux|trois|quatre|cinq|six) (?:tranches|versements|fois|parties)|tranche|(?:deux|trois|quatre) versements|premier versement|first payment|premier paiement|versee?s? comme suit|payables? comme suit|(?:دفعتين|دفعات|أقساط|قسطين|الدفعة|القسط)|النحو (?:الآتي|التالي))"),
)  # fmt: skip
# When a part is paid, or which of them it is.
_WHEN = compiled(
    r"\b(?:first|second|third|fourth|fifth|last|final|advance|balance|signature|signing|delivery|completion|acceptance|receipt|submission|approval|draft|report|premier\w*|deuxieme|seconde?|troisieme|quatrieme|derniere?|solde|avance|acompte|livraison|commande|reception|remise|achevement|acceptation|depot|rapport|january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b"
    r"|(?:ال)?(?:أولى?|ثانية?|ثالثة?|رابعة?|أخيرة?|توقيع|تسليم|إنجاز|استلام|تسلم|قبول|اعتماد|تقديم|إتمام|انتهاء|مقدمة?|مسودة|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)"
)
_OTHER = compiled(
    r"\b(?:penalt\w*|guarantee|deposit|tax\w*|vat|fine|increase\w*|reduc\w*|per|each|equal|a (?:day|month|week)|not exceed\w*|up to|maximum|penalite\w*|caution|garantie|taxe\w*|tva|par|chacune?|egales?|plafond|mensuel\w*)\b|غرامة|ضمان|ضريبة|لكل|متساوية|شهري|سنوي"
)
# What is left of the price, and where the price itself is told, an article or two further up.
_REST = compiled(
    r"\b(?:(?:the|its|any) )?(?:balance|remainder|rest)\b|\ble (?:solde|reste|reliquat)\b|(?<![^\W\d_])و?(?:ي|ت)?(?:دفع |سدد )?(?:ال)?(?:رصيد|باقي|متبقي)"
)
_PRICE = compiled(
    r"\b(?:(?:total|contract|overall) (?:price|amount|value|sum|cost)|price|prix(?: total| global)?|montant total|valeur totale)(?: of the contract| du contrat)? (?:is|of|shall be|amounts to|est de|est fixe a|s'eleve a|de)\s+"
    r"|(?:ال)?(?:قيمة|سعر|ثمن)(?: (?:ال)?(?:إجمالية?|كلية?|عقد))*(?: لل?عقد)?(?: هو| هي|:)?\s+(?=\d)"
)
_FAR, _NUMBER = 1500, 40
_LONGEST, _BEFORE = 460, 400
_FEWEST, _MOST = 2, 8
_BESIDE = 70  # characters on either side of a part in which the words for its time stand
_LESS, _MORE = Decimal("0.55"), Decimal("1.6")


def paid_parts(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find parts that are paid at their times and do not make the price before them."""
    skeleton = paper.skeleton
    done = -1
    for start, end in paper.hits("paid in parts"):
        if start < done:
            continue
        edge = skeleton.find("\n\n", end)
        stop = min(edge if edge >= 0 else len(skeleton), end + _LONGEST)
        begin = max(0, start - _BEFORE, skeleton.rfind("\n\n", 0, start) + 1)
        told = [one for one in stretches.between(begin, stop) if one.kind == MONEY]
        told = _with_rest(paper, stretches, start, end) or _but_in_words(told)
        if len(told) <= _FEWEST or len({one.unit for one in told}) != 1:
            continue
        whole, parts = told[0], told[1:]
        if parts[-1].value == whole.value:
            parts = parts[:-1]
        if not _FEWEST <= len(parts) <= _MOST or _OTHER.search(skeleton, begin, parts[-1].stop):
            continue
        if any(one.about or one.value >= whole.value for one in (*parts, whole)[:-1]):
            continue
        added = sum((one.value for one in parts), Decimal(0))
        done = stop
        if added == whole.value or not whole.value * _LESS < added < whole.value * _MORE:
            continue
        if all(_has_time(skeleton, whole, parts, no) for no in range(len(parts))):
            near = parts[0].start - whole.stop < _LONGEST
            yield found(
                "FIG007", (whole if near else parts[0]).start, parts[-1].end, level=Level.WARN,
                elsewhere=((parts[0].start, parts[-1].end) if near else (whole.start, whole.end),),
                total=whole.value, sum=added, count=len(parts),
            )  # fmt: skip


def _but_in_words(told: list[Quantity]) -> list[Quantity]:
    """Return the sums without the one that says the first again, in words."""
    again = len(told) > 1 and told[1].value == told[0].value
    return [told[0], *told[2:]] if again else told


def _with_rest(paper: Paper, stretches: Stretches, start: int, end: int) -> list[Quantity]:
    """Return the price, a part and what is left of it; none where the sentence has another form."""
    begin, stop = stretches.sentence(start, end)
    told = [one for one in stretches.between(begin, stop) if one.kind == MONEY]
    if len(told) != _FEWEST or not _REST.search(paper.skeleton, told[0].stop, told[1].start):
        return []
    price = _price(paper, stretches, begin)
    return [*price, *told] if price else []


def _price(paper: Paper, stretches: Stretches, place: int) -> list[Quantity]:
    """Return the price that another article tells; none if there are several, or none."""
    skeleton = paper.skeleton
    least = max(0, place - _FAR)
    ends = [match.end() for match in _PRICE.finditer(skeleton, least, place)]
    told = [
        one for end in ends for one in stretches.between(end, end + _NUMBER)[:1]
        if one.kind == MONEY and not one.about and not skeleton[end : one.start].strip(" usdear$")
    ]  # fmt: skip
    return told[:1] if len({one.value for one in told}) == 1 else []


def _has_time(skeleton: str, whole: Quantity, parts: list[Quantity], no: int) -> bool:
    """Tell whether the text beside a part says which it is, or when it is paid."""
    one = parts[no]
    past = parts[no - 1].stop if no else whole.stop
    follows = parts[no + 1].start if no + 1 < len(parts) else len(skeleton)
    begin, stop = max(past, one.start - _BESIDE), min(follows, one.stop + _BESIDE)
    return (
        _WHEN.search(skeleton, begin, one.start) is not None
        or _WHEN.search(skeleton, one.stop, stop) is not None
    )
