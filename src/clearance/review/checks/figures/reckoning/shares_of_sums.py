"""A sum, a share of it and what that comes to, told in one breath: any two make the third.

"An advance of USD 2,000, equal to 20 per cent of USD 10,000"; "of the sum of USD 93,000, 25 per
cent, or USD 23,250"; "of this sum, 40 per cent, namely USD 15,200", where the sum is the total told
before. A share that is no multiple of five may be rounded, the others are meant as they stand (our
guess).
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.quantities import COUNT, MONEY, Quantity, share_at
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.finding import Finding, Level
from clearance.review.paper import Paper
from clearance.review.rules import found

# What joins a part and its share, or a share and its part, word by word; one of the second is needed.
_JOINT = (
    r"(?:(?:or|i\.e\.|viz\.?|that|is|are|to|say|namely|being|which|it|this|makes?|equals?|represents?|equall?ing|equal|equivalent|representing|amounting|amounts?|corresponding|corresponds?|making|hence|thus|therefore|in|other|words|meaning|constituting|constitutes?|forming|exactly|precisely|worth|accounting|for|comes?|coming|an?|the|sum|amount|share|total|of"
    r"|soit|savoir|c'est-a-dire|ce|qui|represent(?:e|ent|ant)|fait|font|equiva(?:ut|lent|lant)e?s?|egale?s?|correspond(?:ent|ant)?|autrement|dit|en|d'autres|termes|donc|d'un|montant|de|s'elev(?:ant|e)|constitu(?:e|ant)|formant|au|la|le|une?|somme|part|l'equivalent"
    r"|أي|و?هو|و?هي|ما|[يت]مثل|[يت]عادل|[يت]ساوي|[يت]شكل|[يت]بلغ|[يت]وازي|[يت]قابل|الذي|التي|بنسبة|نسبت(?:ه|ها)|بما|بمبلغ|مبلغ|المبلغ|بقيمة|و?قدر(?:ه|ها)|و?قيمت(?:ه|ها)|و?مقدار(?:ه|ها)|بعبارة|أخرى|بمعنى|و?ذلك|حصة|قيمة|أن|أمريكيا?|حوالي)(?:[\s,:]+|$))"
)
_JOINS = compiled(
    r"\b(?:or|i\.e|viz|that is|namely|being|which|equal\w*|equivalent|represent\w*|amount(?:s|ing)|correspond\w*|mak(?:es?|ing)|hence|thus|other words|meaning|constitut\w+|forming|soit|savoir|c'est-a-dire|qui|equiva\w+|egale?s?|autrement dit|d'autres termes|donc|d'un montant|s'elev\w+|formant|l'equivalent)\b"
    r"|أي|هو|هي|مثل|عادل|ساوي|شكل|بلغ|وازي|قابل|نسبت|بنسبة|بمبلغ|بقيمة|قدر|قيمت|مقدار|عبارة أخرى|بمعنى"
)
_CODE = r"(?:us ?\$|usd|eur|sar|aed|\$|€|£)?"
_ARTICLE = r"(?:the |a |an |that |this |said |above |total |whole |sum |amount |price |cost |estimate |budget |figure |of |la |le |les |l'|un |une |ce |cette |ces |dudit |somme |montant |total |cout |prix |budget |de |des |d'|أصل |مبلغ |مجموع |إجمالي |قيمة |قدره |قدرها |ال[^\W\d_]+ |البالغة? )"
# Between a part and the share that it is, a share and its sum, a sum and its share, a share and its part.
_IS_SHARE = compiled(rf"(?:\s*(?:[^\W\d_]+\s+){{0,3}}?[^\W\d_]+\s*,)?\s*[,(:-]?\s*{_JOINT}{{1,9}}$")
_OF_SUM = compiled(
    rf"\s*\)?\s*(?:(?:of|out of|sur|de|des|du|d')\s*|من\s+){_ARTICLE}{{0,5}}{_CODE}\s*$"
)
_LEADS_SUM = compiled(rf"\b(?:(?:out )?of|from|sur|de|des|du|من)\s+{_ARTICLE}{{0,5}}{_CODE}\s*$")
_THEN_SHARE = compiled(r"\s*(?:[^\W\d_]+\s+){0,2}?,\s*(?:[^\W\d_]+\s+){0,2}?$")
_SAID = r"(?:total|sum|amount|estimates?|outlay|expenditure|budget|appropriation|cost|price|allotment|allocation|provision|montant|somme|depenses?|credit|enveloppe|cout|prix|dotation|(?:ال)?(?:مجموع|مبلغ|إجمالي|قيمة|نفقات|نفقة|ميزانية|اعتماد|تكلفة|مخصص|مصاريف|مصروفات))"
_COMES_TO = compiled(
    rf"(?P<taken_up>\s*(?:of|de|du|من)\s+(?:this|that|the (?:said|above)|ce|cette|ladite|dudit|هذا|ذلك|هذه|تلك)\s+{_SAID}(?![^\W\d_]))?"
    rf"(?:\s*[,(]?\s*(?P<joint>{_JOINT}{{1,9}}){_CODE}\s*$|\s*\({_CODE}\s*$)"
)
_TAKEN_UP = compiled(
    rf"\b(?:(?:out )?of|from|sur|de)\s+(?:this|that|the(?: said| above)?|ce|cette|ces|ladite|ledit|lesdites)\s+{_SAID}\b[^.;\d]{{0,24}}$|من (?:هذا|ذلك|هذه|تلك) {_SAID}[^.;\d]{{0,24}}$"
)
# "An advance of 25 per cent": of the price, which the article before tells.
_ADVANCE = compiled(
    r"\b(?:advance|down payment|(?:first )?instalment|deposit|retention|performance bond|guarantee|avance|acompte|tranche|retenue de garantie|caution|garantie)(?: payment)?\s+(?:of|equal to|amounting to|de|egale? a)\s+$|(?:سلفة|دفعة(?: مقدمة| أولى)?|عربون|ضمان|تأمين)\s+(?:بنسبة|نسبتها|نسبته|قدرها|تعادل)\s+$"
)
# "USD 7,000, that is 30 per cent of the total": of the sum that the paper has told.
_OF_SAID = compiled(
    r"\s*\)?\s*(?:of|out of|du|de|des|من)\s*(?:the|this|that|its|le|la|l'|ce|cette|هذا|ذلك|هذه)?\s*(?:total|overall|whole|said|above)?\s*(?:total|sum|amount|whole|budget|estimate|outlay|montant|somme|budget|devis|enveloppe|(?:ال)?(?:مجموع|مبلغ|إجمالي|ميزانية))(?: total)?\s*[,.;)]"
)
# The whole told behind its part: "the rest of the USD 350,000", not "the balance of USD 210,000".
_REST_OF = compiled(
    rf"[^\d]{{0,150}}?(?:\b(?:rest|balance|remainder|remaining part|residue)\s+(?:out )?of\s+(?:the|that|this|these|those)\s+(?:[a-z]+\s+){{0,3}}?|\b(?:full|whole|entire)\s+(?:(?:sum|amount)\s+of\s+)?|\b(?:solde|reste|reliquat|restant|surplus|totalite|integralite)\s+(?:des|de ces|sur les|desdits|(?:de la|de cette) somme de|du montant de)\s+"
    rf"|(?<![^\W\d_])و?(?:(?:ال)?(?:باقي|متبقي)|بقية|كامل|مجمل)\s+(?:من\s+)?(?:أصل\s+)?(?:ال)?مبلغ\s+(?:ال[^\W\d_]+\s+)?){_CODE}\s*$"
)
# What is paid of the price: of the sum that the paper has told, where none stands in the sentence.
_PAID = compiled(
    r"\b(?:upon|on|at)\s+(?:signature|signing|order|delivery)|\b(?:advance|deposit|down payment|instal?lment|payable at once|becomes due|a la (?:signature|commande|livraison)|acompte|avance|exigibles?|premier versement)\b"
    r"|عند (?:ال)?(?:توقيع|طلب|تسليم)|سلفة|قسط|عربون|دفعة (?:أولى|مقدمة)|تسبيق"
)
_CHANGED = compiled(
    r"\b(?:f[ae]ll|fallen|rise|rose|risen|gr[eo]w|grown|increas\w+|decreas\w+|cut|reduc\w+|up|down|drop\w*|augment\w+|diminu\w+|baiss\w+|hauss\w+|recul\w*|progress\w+|redui\w+)\s+(?:by |of |de |d')?$"
    r"|(?:زاد|زادت|زيادة|ارتفع|ارتفعت|ارتفاع|انخفض|انخفضت|انخفاض|تراجع|تراجعت|خفض)[^.;\d]{0,30}$"
)
_TOTAL = compiled(
    r"\b(?:total\w*|sum|overall|price|ensemble|somme|prix|(?:ال)?مجموع\w*|(?:ال)?إجمالي\w*|إجماليا|السعر|القيمة)\b[^\d\n]{0,40}$"
)
_FIVE, _LABEL = 5, 60  # per cent, characters


def shares_of_sums(paper: Paper, stretches: Stretches) -> Iterator[Finding]:
    """Find a sum, its share and its part that do not agree."""
    past = -1
    for start, end in paper.hits("share"):
        if start < past:
            continue
        told = stretches.inside(start, end)
        place = share_at(told, start, end)
        if place is None or told[place].in_words or told[place].about or told[place].value >= 100:
            continue
        past = told[place].end
        made = _made(paper.skeleton, stretches, told, place)
        if made is not None and _differ(*made):
            yield _told(*made)


def _made(
    skeleton: str, stretches: Stretches, told: Sequence[Quantity], place: int
) -> tuple[Quantity, Quantity, Quantity] | None:
    """Return the share, its sum and its part as the sentence tells them; None: not all three."""
    share = told[place]
    before = told[place - 1] if place else None
    after = told[place + 1] if place + 1 < len(told) else None
    if (
        before is not None
        and before.kind == MONEY
        and not before.about
        and _OF_SAID.match(skeleton, share.stop)
        and _ends(_IS_SHARE, skeleton, before.stop, share.start)
        and _JOINS.search(skeleton, before.stop, share.start)
    ):
        whole = _sum_before(skeleton, stretches, share, before)
        return None if whole is None else (share, whole, before)
    if after is None or after.about or after.kind not in (MONEY, COUNT):
        return None
    if (
        before is not None
        and before.kind == MONEY
        and before.unit == after.unit
        and _ends(_IS_SHARE, skeleton, before.stop, share.start)
        and _JOINS.search(skeleton, before.stop, share.start)
        and _ends(_OF_SUM, skeleton, share.stop, after.start)
    ):
        return share, after, before
    if after.kind != MONEY or (leads := _COMES_TO.match(skeleton, share.stop, after.start)) is None:
        return None
    if leads.end() != after.start or (leads["joint"] and not _JOINS.search(leads["joint"])):
        return None
    if _CHANGED.search(skeleton, max(0, share.start - _LABEL), share.start):
        return None
    whole = _whole_behind(skeleton, stretches, share, after)
    if whole is not None:
        return share, whole, after
    if (
        before is not None
        and before.kind == MONEY
        and _LEADS_SUM.search(skeleton, max(0, before.start - _LABEL), before.start)
        and _ends(_THEN_SHARE, skeleton, before.stop, share.start)
    ):
        return share, before, after
    lead = max(0, share.start - _LABEL)
    begin, stop = stretches.sentence(share.start, after.stop)
    if (
        leads["taken_up"]
        or _TAKEN_UP.search(skeleton, lead, share.start)
        or _ADVANCE.search(skeleton, lead, share.start)
        or _PAID.search(skeleton, begin, stop)
    ):
        whole = _sum_before(skeleton, stretches, share, after)
        return None if whole is None else (share, whole, after)
    return None


def _whole_behind(
    skeleton: str, stretches: Stretches, share: Quantity, part: Quantity
) -> Quantity | None:
    """Return the sum that is told behind its part: "of it", or of what is left of it."""
    behind = [one for one in stretches.around(share.start) if one.start >= part.stop]
    whole = behind[0] if behind else None
    if whole is None or not _may_be_sum(whole, part) or whole.value <= part.value:
        return None
    of_it = _ends(_OF_SUM, skeleton, part.stop, whole.start)
    return whole if of_it or _ends(_REST_OF, skeleton, part.stop, whole.start) else None


def _ends(expression: re.Pattern[str], skeleton: str, start: int, end: int) -> bool:
    match = expression.match(skeleton, start, end)
    return match is not None and match.end() == end


def _sum_before(
    skeleton: str, stretches: Stretches, share: Quantity, part: Quantity
) -> Quantity | None:
    """Return the total that was told before; None: none was, or the part is of another amount."""
    bases = [
        one
        for one in stretches.far_and_wide(share.start)
        if one.end <= share.start and one.value > part.value and _may_be_sum(one, part)
    ]
    if any(not _differ(share, one, part) for one in bases):
        return None
    often = Counter(one.value for one in bases)
    totals = [
        one for one in bases
        if often[one.value] > 1
        or _TOTAL.search(skeleton, max(0, one.start - _LABEL), one.start)
    ]  # fmt: skip
    last = totals[-1] if totals else None
    return last if last is not None and last.value == max(one.value for one in totals) else None


def _may_be_sum(one: Quantity, part: Quantity) -> bool:
    return one.unit == part.unit if one.kind == MONEY else one.kind == COUNT and one.value >= 1000


def _differ(share: Quantity, whole: Quantity, part: Quantity) -> bool:
    """Tell whether the part is not that share of the sum, and yet is meant to be (our guess)."""
    right = whole.value * share.value / 100
    slack = max(Decimal(1), part.slack, whole.slack * share.value / 100)
    if share.value % _FIVE:
        places = max(-int(share.value.as_tuple().exponent), 0)
        slack = max(slack, whole.value / 200 * Decimal(1).scaleb(-places))
    return abs(right - part.value) > slack


def _told(share: Quantity, whole: Quantity, part: Quantity) -> Finding:
    right = (whole.value * share.value / 100).quantize(Decimal("0.01")).normalize() + 0
    return found(
        "FIG012", part.start, part.end, level=Level.WARN,
        elsewhere=((whole.start, whole.end), (share.start, share.stop)), share=share.value,
        base=whole.value, told=part.value, right=right,
    )  # fmt: skip
