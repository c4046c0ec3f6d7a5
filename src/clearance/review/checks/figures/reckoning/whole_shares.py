"""Shares that make a whole: "60 per cent, and the host country the remaining 30 per cent", "30 per cent on signature, 40 on delivery and 40 on acceptance"."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import SHARE, Quantity
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found

_REST_BEFORE = compiled(
    r"(?:\b(?:the )?(?:remaining|other|rest|remainder|balance)(?:,? (?:of|that is|namely|i\.e\.|or))?|\b(?:le|les|la) (?:reste|solde|autres?|restants?)(?:,? (?:soit|de|d'))?|(?:ال)?(?:متبقية?|باقية?)(?:\s*[,(]?\s*(?:وهي|وهو|أي|البالغة|وقدرها|ومقدارها|ونسبتها|نسبة))?)\s*[,(]?\s*(?:the |les |نسبة )?$"
)
_REST_BEHIND = compiled(
    r"\s*(?:\)|of the (?:amount|cost|price|total))?\s*(?:restante?s?\b|remaining\b|de reste\b|(?:ال)?متبقية?|(?:ال)?باقية?)"
)
_WHEN = compiled(
    r"[^.;:%]{0,16}?\b(?:on|upon|at|after|within|before) (?:the )?(?:[^\W\d_]+ ){0,2}?(?:signature|signing|delivery|completion|acceptance|receipt|submission|approval|handover|arrival|final|interim|first|second|third|draft)"
    r"|[^.;:%]{0,16}?\b(?:a|apres|des|lors de) (?:la |l'|le )?(?:[^\W\d_]+ ){0,2}?(?:signature|livraison|commande|reception|remise|fin|achevement|acceptation|approbation|depot|validation)|[^.;:%]{0,16}?\bin advance|[^.;:%]{0,16}?\bd'avance"
    r"|[^.;:%]{0,16}?(?:عند|بعد|لدى|حال) (?:ال)?(?:[^\W\d_]+ )?(?:ال)?(?:توقيع|تسليم|إنجاز|استلام|انتهاء|قبول|اعتماد|تقديم|إتمام|الإنجاز)|[^.;:%]{0,16}?مقدما"
)
_OF_PART = compiled(
    r"\b(?:of which|including|dont|increase|rise|growth|hausse|augmentation|baisse|decrease|compared|against|up from|from|to)\b|منها|بزيادة|ارتفاع|انخفاض|زيادة"
)
_HUNDRED = Decimal(100)
_LEAST, _MOST = Decimal(70), Decimal(150)  # what shares of one whole come to, with a slip
_FEWEST, _MANY = 2, 7


def whole_shares(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find shares told as all of a whole that do not come to a hundred."""
    hits = paper.hits("share")
    done = -1
    for start, end in hits if len(hits) >= _FEWEST else ():
        if start < done:
            continue
        begin, stop = stretches.sentence(start, end)
        shares = [
            one for one in stretches.between(begin, stop) if one.kind == SHARE and not one.in_words
        ]
        done = stop
        if not _FEWEST <= len(shares) <= _MANY or any(one.about for one in shares):
            continue
        total = sum((one.value for one in shares), Decimal(0))
        if abs(total - _HUNDRED) <= Decimal("0.5") or not _LEAST <= total <= _MOST:
            continue
        if _are_all(paper.skeleton, begin, shares):
            yield found(
                "FIG015", shares[0].start, shares[-1].stop, level=Level.WARN,
                total=total.normalize() + 0,
            )  # fmt: skip


def _are_all(skeleton: str, begin: int, shares: Sequence[Quantity]) -> bool:
    """Tell whether the last share is called the rest, or each says when it is paid."""
    last = shares[-1]
    if _OF_PART.search(skeleton, shares[0].stop, last.start):
        return False
    lead = skeleton[max(begin, last.start - 36) : last.start]
    if _REST_BEFORE.search(lead) or _REST_BEHIND.match(skeleton, last.stop):
        return True
    return len(shares) > _FEWEST and all(_WHEN.match(skeleton, one.stop) for one in shares)
