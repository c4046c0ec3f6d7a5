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
    told_by_its_end("paid in parts", r"(?:in (?:two|three|four|five|six) (?:instal?lments|payments|parts|tranches)|instal?lment|paid as follows|payable as follows|en (?:deux|trois|quatre|cinq|six) (?:tranches|versements|fois|parties)|tranche|versee?s? comme suit|payables? comme suit|(?:دفعتين|دفعات|أقساط|قسطين|الدفعة|القسط)|النحو (?:الآتي|التالي))"),
)  # fmt: skip
# When a part is paid, or which of them it is.
_WHEN = compiled(
    r"\b(?:first|second|third|fourth|fifth|last|final|advance|balance|signature|signing|delivery|completion|acceptance|receipt|submission|approval|draft|report|premier\w*|deuxieme|seconde?|troisieme|quatrieme|derniere?|solde|avance|acompte|livraison|commande|reception|remise|achevement|acceptation|depot|rapport|january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b"
    r"|(?:ال)?(?:أولى?|ثانية?|ثالثة?|رابعة?|أخيرة?|توقيع|تسليم|إنجاز|استلام|تسلم|قبول|اعتماد|تقديم|إتمام|انتهاء|مقدمة?|مسودة|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)"
)
_OTHER = compiled(
    r"\b(?:penalt\w*|guarantee|deposit|tax\w*|vat|fine|increase\w*|reduc\w*|per|each|equal|a (?:day|month|week)|not exceed\w*|up to|maximum|penalite\w*|caution|garantie|taxe\w*|tva|par|chacune?|egales?|plafond|mensuel\w*)\b|غرامة|ضمان|ضريبة|لكل|متساوية|شهري|سنوي"
)
_LONGEST, _BEFORE = 460, 220
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
            yield found(
                "FIG007", whole.start, parts[-1].end, level=Level.WARN,
                elsewhere=((parts[0].start, parts[-1].end),),
                total=whole.value, sum=added, count=len(parts),
            )  # fmt: skip


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
