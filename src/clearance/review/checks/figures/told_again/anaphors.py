"""What a paper takes up by a word that points back: "the above allotment of USD 74,900", "those 200 trainees".

Such a word says that the figure was told before; told only where the paper has figures before it
of the same kind, and neither one of them nor what is reckoned from them is the one taken up.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.checks.figures.reckoning.quantities import COUNT, Quantity, are_kin
from clearance.review.checks.figures.reckoning.stretches import Stretches
from clearance.review.checks.figures.unit_words import currency_of
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits, digits_in, words_from, worth
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_MONEY = (
    r"(?:amounts?|sums?|totals?|costs?|allotments?|allocations?|appropriations?|credits?|provisions?|estimates?|budget|expenditures?|expenses?|figures?|grants?|contributions?|funds?|funding|financing|outlays?|envelope|price|fees?"
    r"|value|charges?|payments?|loans?|advances?|subsid(?:y|ies)|donations?|assistance|commitments?|requirements?|ceiling|balance|deposits?|instalments?|subventions?|reimbursements?|invoices?|debts?|arrears|remuneration|salary|allowances?)"
)
_MONEY_FR = (
    r"(?:montants?|sommes?|total|couts?|credits?|dotations?|allocations?|affectations?|provisions?|estimations?|devis|budget|depenses?|enveloppes?|subventions?|contributions?|fonds|financements?|prix|frais|honoraires|valeur|charges?"
    r"|paiements?|versements?|prets?|avances?|dons?|aides?|engagements?|plafond|solde|acomptes?|tranches?|remboursements?|factures?|dettes?|arrieres|chiffres?|ouverture de credits?|besoins?|remuneration|indemnites?)"
)
_MONEY_AR = (
    r"(?:المبلغ|المبالغ|الاعتماد|الاعتمادات|المخصص|المخصصات|التكلفة|التكاليف|الكلفة|القيمة|المجموع|الإجمالي|التقدير|التقديرات|الميزانية|الموازنة|النفقة|النفقات|المصروفات|المصاريف|المنحة|المساهمة|المساهمات|التمويل|الرصيد|القرض"
    r"|السلفة|الدفعة|الإعانة|التبرع|الرسوم|الأتعاب|السعر|الثمن|الغلاف المالي|الدين|المتأخرات|السقف|المكافأة|الأجر|البدل|الاحتياجات)"
)
_ABOVE = r"(?:said|same|above|above[ -]?mentioned|afore-?mentioned|aforesaid|foregoing|before-?mentioned|above[ -](?:stated|quoted|named|indicated|cited)|aforestated|latter)"
_TOLD = r"(?:mentioned|indicated|stated|referred to|set out|shown|given|quoted|specified|cited|named|presented|detailed)"
_ABOVE_FR = (
    r"(?:susmentionnee?s?|susdite?s?|susvisee?s?|susindiquee?s?|susenoncee?s?|precitee?s?|precedente?s?|ci-dessus|plus haut|en question|dont il s'agit"
    r"|(?:mentionne|indique|vise|enonce|prevu|cite|detaille|presente|figurant|precise)e?s? (?:ci-dessus|plus haut|au tableau ci-dessus|dans le tableau ci-dessus))"
)
_ABOVE_AR = r"(?:المذكورة?|المشار إلي(?:ه|ها)|السالفة? الذكر|الآنفة? الذكر|السابق ذكر(?:ه|ها)|المتقدم ذكر(?:ه|ها)|المبينة? (?:أعلاه|آنفا|في الجدول)|الواردة? (?:أعلاه|آنفا|في الجدول)|الموضحة? (?:أعلاه|في الجدول)|المنوه (?:به|بها|عنه|عنها)|أعلاه|نفسها?|ذاتها?|إياها?)"
AMOUNT_SAID = (
    Trigger("amount said", rf"{_ABOVE} (?:(?:total|whole|overall|budgetary|estimated|provisional|entire|full) )?{_MONEY}"),
    Trigger("amount said", rf"(?:this|that) (?:(?:total|whole|overall|estimated|entire|full) )?{_MONEY}"),
    Trigger("amount said", rf"{_MONEY} {_TOLD}? ?(?:above|earlier|hereinabove|in the (?:above )?table)"),
    Trigger("amount said", rf"(?:ledit|ladite|lesdite?s|dudit|desdite?s|audit|auxdite?s) {_MONEY_FR}"),
    Trigger("amount said", rf"(?:ce|cette|ces) (?:memes? )?{_MONEY_FR}"),
    Trigger("amount said", rf"{_MONEY_FR} (?:(?:totale?s?|globale?s?|budgetaires?|previsionnelle?s?|estimatifs?) )?{_ABOVE_FR}"),
    Trigger("amount said", rf"{_MONEY_AR} (?:(?:الإجمالية?|الكلية?|الماليةة?|التقديرية?|المطلوبة?|المرصودة?|المخصصة?) )?{_ABOVE_AR}"),
    Trigger("amount said", rf"(?:هذا|هذه|ذلك|تلك) {_MONEY_AR}"),
    Trigger("amount said", r"(?:المبلغ|القيمة|التكلفة) الإجمالي|la (?:meme )?somme de"),
)  # fmt: skip
_CODES = r"(?:usd|eur|sar|us\$|\$|€)? ?[0-9]"
_SUM_LIKE = r"(?:grant|contribution|allotment|allocation|appropriation|credit|provision|loan|advance|subsidy|donation|subvention|budget|fee|remuneration|ceiling|deposit|reimbursement|debt|price|payment|envelope)"
_SUM_LIKE_FR = r"(?:subvention|contribution|credit|allocation|dotation|provision|pret|avance|don|budget|remuneration|plafond|acompte|remboursement|dette|prix|paiement|enveloppe|indemnite)"
_SUM_LIKE_AR = r"(?:المنحة|المساهمة|المخصص|الاعتماد|القرض|السلفة|الإعانة|التبرع|الميزانية|الموازنة|المكافأة|السقف|العربون|الدين|السعر|الدفعة|البدل)"
SUM_AGAIN = (
    Trigger("sum again", rf"the {_SUM_LIKE},? (?:of|in the amount of|amounting to|totalling) {_CODES}"),
    Trigger("sum again", rf"(?:la|le|l'|du|de la) ?{_SUM_LIKE_FR},? (?:de|d'un montant de|s'elevant a) [0-9]"),
    Trigger("sum again", rf"{_SUM_LIKE_AR}،? ?(?:البالغة?|و?قدر(?:ه|ها)|بمبلغ|و?قيمت(?:ه|ها)) [0-9]"),
)  # fmt: skip
SUM_LEFT = (
    Trigger("sum left", rf"(?:remainder|rest|balance|remaining part|residue) (?:out )?of (?:the|this|that|these|those) (?:(?:approved|agreed|authori[sz]ed|allotted|total|whole|said|same) )?{_CODES}"),
    Trigger("sum left", rf"the (?:full|whole|entire) (?:(?:sum|amount) of )?{_CODES}"),
    Trigger("sum left", r"(?:solde|reste|reliquat|restant|totalite|integralite) (?:des|de ces|sur les|desdits) [0-9]"),
    Trigger("sum left", r"(?:الباقي|المتبقي|الرصيد|باقي|بقية|كامل) (?:من )?(?:أصل |مبلغ |المبلغ |قيمة |ال)[0-9]"),
)  # fmt: skip
_TEENS = "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_FEW_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_FEW_FR = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante"
NUMBER_SAID = (
    Trigger("number said", rf"(?:those|these|the same|the said|the above|the aforementioned|the above-mentioned|all of them,) (?:[0-9]|{_FEW_WORDS})"),
    Trigger("number said", rf"the (?:{_TEENS})"),
    Trigger("number said", r"les (?:onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante)"),
    Trigger("number said", rf"(?:ces|lesdite?s|desdite?s|auxdite?s|les memes) (?:[0-9]|{_FEW_FR})"),
    Trigger("number said", r"(?:هؤلاء|أولئك|هذه|تلك) ال[^ \n0-9]{3,12} (?:(?:و?عدد(?:هم|ها|هن)|البالغ عدد(?:هم|ها|هن)|و?هم|ال) ?)?[0-9]"),
    Trigger("number said", r"(?:المذكورين|المذكورات|المشار إليهم|المذكورة) (?:و?عدد(?:هم|ها|هن)|البالغ عدد(?:هم|ها|هن)) [0-9]"),
)  # fmt: skip
_TO_AMOUNT = compiled(
    r"[^\W\d_]{0,3}(?:(?:[\s,(:«\"]|-)+(?:of|the|this|that|is|shall|be|will|amounts?|amounting|sum|to|fixed|at|a|total(?:l?ing)?|stands|in|namely|i\.e\.|viz|estimated|set|worth|equal|say|and|thus|contract|services?|for|which"
    r"|du|de|d'une?|la|le|les|des|un|une|soit|montant|somme|s'elev(?:e|ant|ait)|chiffre|estimee?|evaluee?|fixee?|arretee?|qui|est|egale?|a savoir|present|contrat|total|totale|global|globale|egalement"
    r"|و?قدر(?:ه|ها)|(?:و?ال)?بالغة?|و?مقدار(?:ه|ها)|و?قيمت(?:ه|ها)|ب(?:قيمة|مبلغ|مقدار)|و?مجموع(?:ه|ها)|أي|و?هو|و?هي|و?يبلغ|و?تبلغ|في|حدود|العقد|هذا|ال[^\W\d_]{3,12}ية|إجمالي|إجمالا|أعلاه|آنفا|سابقا|السابق|في الجدول|بواقع|و?المقدرة?|ب|المحددة?)(?![^\W\d_]))*"
    r"[\s,(:«]*(?:d')?"
)
# What says that the amount is the one taken up: "of the above amount, USD 900 was paid" does not.
_SAME_AMOUNT = compiled(
    r"[(:«]|\b(?:of|is|be|amount\w*|total\w*|namely|i\.e\.|viz|estimated|set|fixed|stands|worth|equal|say|de|d'une?|soit|s'elev\w+|chiffre|estimee?|evaluee?|fixee?|arretee?|est|egale?|savoir)(?![^\W\d_])|d'$"
    r"|قدر(?:ه|ها)|بالغة?|مقدار(?:ه|ها)|قيمت(?:ه|ها)|ب(?:قيمة|مبلغ|مقدار)|مجموع(?:ه|ها)|(?<![^\W\d_])(?:أي|و?هو|و?هي)(?![^\W\d_])|[يت]بلغ|حدود|إجمالي|بواقع|مقدرة?|محددة?"
)
_PER = compiled(
    r"\s*(?:[a-z$]{1,7}\s+){0,2}(?:a|per|each|every|par|l'|لكل|في|كل)\s*(?:year|month|day|week|person|an\b|annee|mois|jour|semaine|(?:ال)?(?:سنة|شهر|يوم|أسبوع|عام))"
)
_CODE = compiled(r"(?:[a-z]{2,4}\$? ?|us ?\$ ?|\$ ?|€ ?|£ ?)?(?=\d)")
_FAR_BACK = 6000  # characters
_LEAST = 100
_MONEY_BESIDE = 24
_EACH = compiled(
    r"\b(?:per|each|every|monthly|daily|annual\w*|yearly|times|par|chacun\w*|chaque|mensuel\w*|annuel\w*)\b|\bx\b|لكل|شهري|سنوي|يومي"
)
_REST = compiled(r"balance|remain|solde|reste|reliquat|رصيد|متبق|باقي")
_PART = compiled(
    r"(?:\b(?:half|quarter|third|fifth|tenth|part|share|portion|per ?cent|balance|remainder|double|twice|times|moitie|tiers|quart|cinquieme|dixieme|pour ?cent|excede\w*|depass\w*)\b|%|نصف|ربع|ثلث|خمس|عشر|جزء|حصة|نسبة|المائة|ضعف)[^.;\n\d]{0,30}$"
)
_STRONG = compiled(
    r"above|said|mention|foregoing|earlier|latter|sus[^\W\d_]|ladit|ledit|lesdit|dudit|desdit|audit|auxdit|precit|ci-dessus|plus haut|question|s'agit|المذكور|المشار|السالف|الآنف|السابق|المتقدم|المبين|الوارد|الموضح|المنوه|أعلاه"
)
_ROUGHLY = 5  # "this amount" need not have been told; a fifth parts it from one that was
_MOST = 60
_PERCENT = compiled(r"\s*(?:%|per ?cent|pour ?cent|في ال|ب?المائة|بالمئة)")


def anaphors(paper: Paper) -> Iterator[Finding]:
    """Find amounts and numbers that are taken up and were told otherwise."""
    if "amount said" in paper.signs:
        yield from _amounts(paper)
    if "number said" in paper.signs:
        yield from _numbers(paper)
    if "sum again" in paper.signs:
        yield from _sums_again(paper)
    if "sum left" in paper.signs:
        yield from _sums_left(paper)


@dataclass(slots=True)
class _Amount:
    start: int
    end: int
    values: frozenset[Decimal]
    currency: object


def _amounts(paper: Paper) -> Iterator[Finding]:
    """Find "the said amount of USD 15,380" where the amount said is USD 15,280."""
    skeleton = paper.skeleton
    past = -1
    for start, end in paper.hits("amount said"):
        if start <= past or _PART.search(skeleton, max(0, start - 44), start):
            continue  # "a quarter of that sum, namely USD 9,000"
        own = _amount_after(skeleton, end)
        if own is None or max(own.values) < _LEAST or _PER.match(skeleton, own.end):
            continue
        past = own.start
        begin = max(0, start - _FAR_BACK)
        earlier = [
            one for one in digits_in(skeleton, begin, start)
            if not _PERCENT.match(skeleton, one.end)
        ]  # fmt: skip
        if not _may_stand_for(skeleton, own, earlier) or _is_told(
            skeleton, own, begin, start, earlier
        ):
            continue
        near = [one for one in earlier if one.value >= _LEAST and _is_money(skeleton, one, own)]
        value = max(own.values)
        if not _STRONG.search(
            skeleton, max(0, start - 1), end + 30 if end + 30 < own.start else own.start
        ):
            near = [one for one in near if abs(one.value - value) * _ROUGHLY < one.value]
        if near:
            other = min(near, key=lambda one: (abs(one.value - value), -one.start))
            yield found(
                "FIG014", own.start, own.end, level=Level.WARN,
                elsewhere=((other.start, other.end),), first=other.value, second=value,
            )  # fmt: skip


def _amount_after(skeleton: str, end: int) -> _Amount | None:
    """Return the amount to which the words behind lead, in digits or in words."""
    lead = _TO_AMOUNT.match(skeleton, end, min(len(skeleton), end + 120))
    # "la somme de" and "التكلفة الإجمالية" say so themselves
    begin = end - 9 if skeleton[end - 3 : end] == " de" or skeleton[end - 1] > "\x7f" else end
    if lead is None or not _SAME_AMOUNT.search(skeleton, begin, lead.end()):
        return None
    code = _CODE.match(skeleton, lead.end())
    if code is not None:
        number = next(digits_in(skeleton, code.end(), min(len(skeleton), code.end() + 30)), None)
        if number is None or number.start != code.end():
            return None
        values = {number.value} | ({number.also} if number.also is not None else set())
        around = f"{code[0]} {skeleton[number.end : number.end + _MONEY_BESIDE].partition(',')[0]}"
        return _Amount(number.start, number.end, frozenset(values), currency_of(around))
    words = words_from(skeleton, lead.end(), min(len(skeleton), lead.end() + 120))
    if words is None or words.start != lead.end():
        return None
    behind = skeleton[words.end : words.end + _MONEY_BESIDE]
    return _Amount(
        words.start, words.end, frozenset(map(Decimal, words.values)), currency_of(behind)
    )


def _is_money(skeleton: str, one: Digits, own: _Amount) -> bool:
    """Tell whether the number is an amount of the same money, or one of a table without any."""
    around = skeleton[max(0, one.start - 6) : one.start] + " " + (
        skeleton[one.end : one.end + _MONEY_BESIDE].partition(",")[0].partition("\n")[0]
    )  # fmt: skip
    currency = currency_of(around)
    if currency:
        return not own.currency or currency == own.currency
    printed = skeleton[one.start : one.end]
    return not printed.isdigit() or (
        len(printed.rstrip("0")) <= len("123") and one.value >= 10 * _LEAST
    )


def _may_stand_for(skeleton: str, own: _Amount, earlier: list[Digits]) -> bool:
    return bool(own.currency) or any(
        _is_money(skeleton, one, own) for one in earlier if one.value >= _LEAST
    )


def _is_told(skeleton: str, own: _Amount, begin: int, start: int, earlier: list[Digits]) -> bool:
    """Tell whether the amount was told before, or is reckoned from what was."""
    if any(one.may_be(value) for one in earlier for value in own.values):
        return True
    amounts = [one.value for one in earlier if one.value >= 2][-_MOST:]
    if any(total in own.values for total in _sums(amounts)):
        return True
    pairs = list(combinations(amounts, 2))
    if _REST.search(skeleton, start, own.start) and any(
        abs(one - other) in own.values for one, other in pairs
    ):
        return True
    if _EACH.search(skeleton, begin, start) and any(
        one * other in own.values for one, other in pairs
    ):
        return True
    return any(own.values & values for values in _in_words(skeleton, begin, start))


_LONGEST_SUM = 12


def _sums(amounts: list[Decimal]) -> Iterator[Decimal]:
    """Yield what neighbouring amounts come to; a total among them is not added to its parts."""
    totals: set[int] = set()
    for first, total in enumerate(amounts):
        for place in range(first + 1, min(len(amounts), first + _LONGEST_SUM)):
            if place > first + 1 and amounts[place] == total:
                totals.add(place)
            total += amounts[place]  # noqa: PLW2901  (what the run comes to so far)
    for first in range(len(amounts)):
        total = amounts[first]
        for place in range(first + 1, min(len(amounts), first + _LONGEST_SUM)):
            if first in totals or place in totals:
                break
            total += amounts[place]
            yield total


_WORD = on_demand(r"[^\W\d_]{2,}")


def _in_words(skeleton: str, begin: int, start: int) -> Iterator[set[Decimal]]:
    """Yield the numbers that a stretch tells in words."""
    past = begin
    for word in _WORD.finditer(skeleton, begin, start):
        name, at = word[0], word.start()
        if at < past:
            continue
        if worth(name) is None:
            if worth(name[1:]) is None or name < "\x7f":
                continue
            at += 1
        spoken = words_from(skeleton, at, start)
        if spoken is not None:
            past = spoken.end
            yield set(map(Decimal, spoken.values))


_SUM_BEFORE = compiled(
    r"(?:\b(?:an?|une?)\s+(?:[^\W\d_]+\s+){0,2}?(?P<noun>[^\W\d_]{4,})|(?<![^\W\d_])[وبل]?(?P<arabic>(?!ال)[^\W\d_]{3,}))\s+(?:(?:[^\W\d_]+\s+){0,3}?)(?:of|de|d'|to|a|is|قدره|قدرها|بمبلغ|مبلغ|قيمتها|قيمته|بقيمة|تبلغ|يبلغ)?\s*(?:usd|eur|sar|us\$|\$|€)?\s*$"
)
_NEARLY = 4


def _sums_again(paper: Paper) -> Iterator[Finding]:
    """Find "A grant of USD 45,000 has been approved. The grant of USD 54,000 will be paid"."""
    skeleton = paper.skeleton
    for start, end in paper.hits("sum again"):
        own = next(digits_in(skeleton, end - 1, min(len(skeleton), end + 24)), None)
        if own is None or own.start != end - 1 or own.value < _LEAST:
            continue
        earlier = list(digits_in(skeleton, max(0, start - _FAR_BACK), start))
        again = _Amount(own.start, own.end, frozenset({own.value}), "")
        if _is_told(skeleton, again, max(0, start - _FAR_BACK), start, earlier):
            continue
        noun = _SUM_NOUN.search(skeleton, start, end)
        named = [
            one for one in earlier
            if one.value >= _LEAST and noun and _names(skeleton, one, noun["noun"])
        ]  # fmt: skip
        if len({one.value for one in named}) != 1:
            continue
        other = named[0]
        is_near = abs(other.value - own.value) * _NEARLY < max(other.value, own.value)
        if is_near or is_slip(other.value, own.value, 3):
            yield found(
                "FIG014", own.start, own.end, level=Level.WARN,
                elsewhere=((other.start, other.end),), first=other.value, second=own.value,
            )  # fmt: skip


def _sums_left(paper: Paper) -> Iterator[Finding]:
    """Find "the remainder of the USD 80,000" where the whole is USD 81,000."""
    skeleton = paper.skeleton
    for start, end in paper.hits("sum left"):
        own = next(digits_in(skeleton, end - 1, min(len(skeleton), end + 24)), None)
        if own is None or own.start != end - 1 or own.value < _LEAST:
            continue
        begin = max(0, start - _FAR_BACK)
        earlier = list(digits_in(skeleton, begin, start))
        whole = _Amount(own.start, own.end, frozenset({own.value}), "")
        near = [
            one for one in earlier
            if one.value >= _LEAST and abs(one.value - own.value) * _NEARLY < one.value
        ]  # fmt: skip
        if near and not _is_told(skeleton, whole, begin, start, earlier):
            other = min(near, key=lambda one: (abs(one.value - own.value), -one.start))
            yield found(
                "FIG014", own.start, own.end, level=Level.WARN,
                elsewhere=((other.start, other.end),), first=other.value, second=own.value,
            )  # fmt: skip


_SUM_NOUN = compiled(r"(?:\b(?:the|la|le|l')\s?|ال)(?P<noun>[^\W\d_]{3,})")


def _names(skeleton: str, one: Digits, noun: str) -> bool:
    """Tell whether "a grant of" leads to the amount, and the noun is that grant."""
    lead = _SUM_BEFORE.search(skeleton, max(0, one.start - 60), one.start)
    return lead is not None and noun[:5] in skeleton[lead.start() : one.start]


_OF_SOME = compiled(
    r"\s*(?:who|that|which|whose|whom|from|qui|que|dont|issus|ayant|الذين|اللواتي|التي|ممن|من)\b"
)
_NEAR = 700  # characters between two counts
_NOUN_BEFORE = compiled(r"(?:هؤلاء|أولئك|هذه|تلك)\s+(?P<noun>ال[^\W\d_]{3,14})")


def _numbers(paper: Paper) -> Iterator[Finding]:
    """Find "for 800 trainees. Certificates will be delivered to those 200 trainees"."""
    skeleton = paper.skeleton
    stretches = Stretches(paper)
    for start, end in paper.hits("number said"):
        if (
            start
            and skeleton[start - 1].isalpha()
            and not _GLUED.search(skeleton[max(0, start - 3) : start])
        ):
            continue
        beside = stretches.far_and_wide(start)
        own = next((one for one in beside if start < one.start < end + 3), None)
        if own is None or own.kind != COUNT or own.about:
            continue
        noun = own.unit or _noun_before(skeleton, start)
        if not noun or _OF_SOME.match(skeleton, own.stop):
            continue
        before = [one for one in beside if one.start < start]
        same = [one for one in before if one.kind == COUNT and are_kin(one.unit, noun)]
        if not same or start - same[-1].end > _NEAR or _is_one_of(own, before, same):
            continue
        if _DEFINITE.fullmatch(skeleton, start, end) and not _may_be_slip(skeleton, own, same):
            continue
        first, second = (
            " ".join(paper.text[one.start : one.stop].split()) for one in (same[-1], own)
        )
        yield found(
            "FIG038", own.start, own.end, level=Level.WARN,
            elsewhere=((same[-1].start, same[-1].end),), first=first, second=second,
        )  # fmt: skip


_GLUED = on_demand(rf"(?<![^\W\d_]){pattern('و')}?[{pattern('لبوفك')}]\Z")  # "to these", one word
_DEFINITE = on_demand(r"(?:the|les) \S+")  # a weaker word than "those" and "the said"
_OF_OTHERS = compiled(r"\s+(?:of|from|in|for|de|du|des|d'|dans|pour)\b")
_TENS = 10


def _may_be_slip(skeleton: str, own: Quantity, same: list[Quantity]) -> bool:
    """Tell whether "the fourteen experts" may be meant for the forty who were told."""
    values = {one.value for one in same}
    if len(values) != 1 or _OF_OTHERS.match(skeleton, own.stop):
        return False
    few, many = sorted((own.value, *values))
    teen = few - _TENS
    return (many - few) * 5 <= many or (0 < teen < _TENS and many == teen * _TENS)


def _noun_before(skeleton: str, start: int) -> str:
    match = _NOUN_BEFORE.match(skeleton, start)
    return match["noun"] if match else ""


def _is_one_of(own: Quantity, before: list[Quantity], same: list[Quantity]) -> bool:
    """Tell whether the count was told, or is the sum or the rest of those told of its things."""
    values = [one.value for one in same]
    if own.value in {one.value for one in before}:
        return True
    counts = [one for one in before if one.kind == COUNT]
    return any(
        own.value in (one.value + other.value, abs(one.value - other.value))
        for one, other in combinations(counts, 2)
        if one in same or other in same
    ) or own.value == sum(values)
