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
# What is paid in parts, and the word for the time of each: "at the opening", "بعد التسلم".
_PAID = compiled(
    r"\b(?:pa(?:id|y|yable|yments?|ys)|instal?lments?|tranches?|settled|settlement|remitted|disburs\w+|released|due as follows|verse\w*|versements?|regle\w*|reglement|paye\w*|payables?|paiements?|paient|acquitte\w*|echeanc\w*|echelonne\w*|decaisse\w*)\b"
    r"|(?<![^\W\d_])[وسف]{0,2}(?:ي|ت)?(?:دفع|سدد|ؤدي|صرف|ستوفي|ستحق)(?:ها|ه)?(?![^\W\d_])|(?<![^\W\d_])[وبلك]{0,2}(?:ال|لل)?(?:أقساط|دفعات|دفعتين|قسطين|سداد|دفع|أداء|صرف)(?![^\W\d_])"
)
_AT_TIME = compiled(
    r"\s*\)?\s*,?\s*(?:(?:of (?:the|this|that|its) [^\W\d_]+(?: [^\W\d_]+)?|d[ue](?: la| l'|s)? ?[^\W\d_]+|من [^\W\d_]+(?: [^\W\d_]+)?|(?:shall be |is |are |to be |sera |seront )?(?:paid|payable|due|verse|payable|regle)e?s?|[يت](?:دفع|سدد|صرف))\s+)?"
    r"(?:(?:up)?on|at|with|after|following|within|before|prior to|from|when|once|as soon as|against|in advance|no later than|not later than|by|a|au|aux|apres|des|lors|avant|sous|contre|dans|d'avance|au plus tard|en fin|a l'|عند|بعد|لدي|حال|قبل|خلال|فور|مع|مقابل|في غضون|في أجل|مقدما|كدفعة|دفعة|بمجرد|عقب|إثر)(?![^\W\d_])"
)
_OTHER_SHARE = compiled(
    r"\b(?:discount\w*|penalt\w*|interest|vat|tax\w*|retention|retained|withh\w+|guarantee|deposit|bonus|late|delay\w*|per (?:day|week|month)|rabais|penalites?|interets?|tva|taxes?|retenue|garantie|caution|retard|par (?:jour|semaine|mois)|up to|at least|at most|maximum|jusqu'a|au moins|plafond)\b|خصم|غرامة|غرامات|فائدة|ضريبة|تأخير|ضمان|حد أقصي|لا [يت]تجاوز|محتجز"
)
# "..., making 100 per cent", "(100 % au total)".
_MAKING = compiled(
    r"(?:\b(?:making|being|totall?ing|in all|in total|total(?: of)?|i\.e\.|that is|or|together|altogether|soit|faisant|formant|donnant|totalisant|au total|pour un total de|ensemble|c'est-a-dire)|(?<![^\W\d_])[وف]?(?:أي|بمجموع|المجموع|مجموعها|الإجمالي|بإجمالي|ليبلغ المجموع|فيكون المجموع|ما مجموعه|بما مجموعه))[ ,:=]*(?:the |a |les |ما )?$|=\s*$"
)
_IN_ALL = compiled(
    r"\)?[ ,]*(?:in (?:total|all)|altogether|total|of the (?:whole|price)|au total|en tout|du (?:prix|total)|إجمالا|في المجموع|في المجمل|مجتمعة)(?![^\W\d_])"
)
_PART_OF = compiled(r"\b(?:of which|including|dont|instead of|au lieu de)\b|منها|بدلا من|بما فيها")
_HUNDRED = Decimal(100)
_LEAST, _MOST = Decimal(70), Decimal(150)  # what shares of one whole come to, with a slip
_FEWEST, _MANY = 2, 7
_TIME_REACH = 60  # characters after a share in which the word for its time ends


def whole_shares(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find shares told as all of a whole that do not come to a hundred."""
    hits = paper.hits("share")
    done = -1
    for start, end in hits if len(hits) >= _FEWEST else ():
        if start < done:
            continue
        begin, stop = stretches.sentence(start, end)
        whole = stretches.bounds(start, end)  # with the parts that semicolons set off
        if whole != (begin, stop) and _PAID.search(paper.skeleton, *whole):
            begin, stop = whole
        shares = [
            one for one in stretches.between(begin, stop) if one.kind == SHARE and not one.in_words
        ]
        done = stop
        if not _FEWEST <= len(shares) <= _MANY or any(one.about for one in shares):
            continue
        if parts := _before_all(paper.skeleton, shares):
            yield from _not_all(parts)
            continue
        total = sum((one.value for one in shares), Decimal(0))
        if abs(total - _HUNDRED) <= Decimal("0.5") or not _LEAST <= total <= _MOST:
            continue
        if _are_all(paper.skeleton, begin, shares) or _are_paid(
            paper.skeleton, begin, stop, shares
        ):
            yield from _not_all(shares)


def _before_all(skeleton: str, shares: Sequence[Quantity]) -> Sequence[Quantity]:
    """Return the shares that "making 100 per cent" adds up; none where nothing says so."""
    *parts, last = shares
    if last.value != _HUNDRED or len(parts) < _FEWEST:
        return ()
    gap = skeleton[parts[-1].stop : last.start]
    is_total = _MAKING.search(gap) or _IN_ALL.match(skeleton, last.stop)
    if not is_total or _PART_OF.search(skeleton, parts[0].stop, last.start):
        return ()
    return parts


def _not_all(shares: Sequence[Quantity]) -> Iterator[Finding]:
    """Tell of shares of one whole that do not come to a hundred, if they are near it."""
    total = sum((one.value for one in shares), Decimal(0))
    if abs(total - _HUNDRED) > Decimal("0.5") and _LEAST <= total <= _MOST:
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


def _are_paid(skeleton: str, begin: int, stop: int, shares: Sequence[Quantity]) -> bool:
    """Tell whether a sentence says of all that is to be paid when each of three shares or more is."""
    if len(shares) <= _FEWEST or _OTHER_SHARE.search(skeleton, begin, stop):
        return False
    if not _PAID.search(skeleton, begin, stop):
        return False
    return not _OF_PART.search(skeleton, shares[0].stop, shares[-1].start) and all(
        _AT_TIME.match(skeleton, one.stop, min(stop, one.stop + _TIME_REACH)) for one in shares
    )
