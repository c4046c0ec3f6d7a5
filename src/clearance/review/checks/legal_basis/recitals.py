"""What a paper tells of its own grounds, held against its own day and its own price.

A delegation that had ended, or had not begun, on the paper's day; an award approved for less than
the price, or after the contract was made; a balance that does not cover the expense; an expense put
on the budget of a year that is over; an instruction later than the circular that rests on it.
Source: the mandate of the Cabinet, second check; which words tell it is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.legal_basis.amounts import Amount, amounts_of, committed
from clearance.review.checks.legal_basis.formulas import DELEGATION
from clearance.review.checks.legal_basis.powers import kind_of, signed_on
from clearance.review.finding import Finding
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Stretch, Trigger
from clearance.terms import Kind

_TOLD, _YEAR, _ORDER, _AWARD = "delegation told", "budget of a year", "order told", "award told"
_BALANCE = "balance told"
TRIGGERS = (
    Trigger(_TOLD, DELEGATION),
    Trigger(_YEAR, r"20[0-9][0-9] (?:financial|fiscal|budget) ?(?:year)?|(?:financial|fiscal) year 20[0-9][0-9]|exercice (?:budgetaire |financier )?20[0-9][0-9]|budget (?:for|of|de|pour) (?:the year |l'annee |l'exercice )?20[0-9][0-9]|(?:السنة المالية|ميزانية (?:عام|سنة)?) ?20[0-9][0-9]"),
    Trigger(_BALANCE, r"available balance|balance available|remains? available|unencumbered balance|soldes? disponibles?|credits? disponibles?|(?:رصيد|رصيده|رصيدها|الرصيد) (?:ال)?متاح|المتاح\w* من"),
    Trigger(_ORDER, r"instructions? of (?:his excellency |h\.e\. )?the secretary-general|(?:by|on the) (?:order|direction|directive|instructions?) of the secretary-general|(?:sur|par|d') ?(?:les )?(?:instructions?|ordre) (?:du|de son excellence le|de s\.e\. le) secretaire general|(?:ب|على )(?:أمر|توجيه|توجيهات|تعليمات) (?:من )?(?:صاحب )?(?:معالي )?(?:السيد )?الأمين العام"),
    Trigger(_ORDER, r"(?:circulation|distribution|publication|issuance) of (?:this|the present) report (?:was|has been) (?:approved|authori[sz]ed)|(?:diffusion|distribution|publication) du present rapport a ete (?:approuvee|autorisee)|(?:على|ب)(?:تعميم|نشر|توزيع|إصدار) هذا التقرير"),
    Trigger(_AWARD, r"award (?:of [^\n;.]{0,30} )?(?:was|has been) (?:approved|recommended)|attribution (?:du [^\n;.]{0,20} )?a ete (?:approuvee|recommandee)|لجنة (?:المشتريات|العقود|المناقصات) (?:وافقت|أوصت|أقرت)"),
)  # fmt: skip
# An end is told by a preposition or a stem, right before the day; or by a dash between two days.
_UNTIL = compiled(
    r"(?:\b(?:until|till|to|through|end(?:s|ed|ing)?|expir\w*|terms?|jusqu\w*|fin|expir\w*|echue?|echeance|terme|au)\b|(?<!\w)(?:حتى|لغاية|إلى|(?:ال)?منتهي|[يت]نتهي|انته\w+|[يت]نقضي|انقض\w+))[^\n.;\d]{0,22}$|\d{4} *(?:-|/|a|to|إلى) *$"
)
_FROM = compiled(
    r"\b(?:(?:valid|effective|in force|applicable|runs?) (?:as )?(?:from|of)|with effect from|taking effect on|a compter du|a partir du|prenant effet le|valable des le|اعتبارا من|ابتداء من|تبدأ في)[ ,]*(?:the |le |يوم )?$"
)
_ISSUED = compiled(
    r"\b(?:of|dated|du|en date du|المؤرخة?|بتاريخ|الصادرة? في|في)[ ,]*(?:the |le )?$"
)
# What is no whole of the price: "an advance of USD 5,000 was authorised".
_PART = compiled(
    r"\b(?:advance|tranche|instal\w+|first|deposit|balance|available|estimat\w*|monthly|per|each|every|penalt\w+|avance|acompte|premiere?|solde|disponibles?|estime\w*|par (?:mois|an|unite|jour|personne|participant)|chaque|mensuel\w*|penalite\w*|سلفة|دفعة|قسط|رصيد|متاح\w*|المقدر\w*|شهريا|كل|لكل|غرامة)\b[^.;\n\d]{0,30}$"
)
_APPROVES = compiled(
    r"\b(?:award|approv\w+|authori\w+|delegat\w+|ceiling|attribution|approuv\w+|autoris\w+|delegation|plafond|ترسية|وافق\w*|(?:ال)?تفويض|أقرت?|أذنت?|(?:ال)?سقف|اعتمد(?:ه|ها|ت|ته)?)\b"
)
_FIRST_ARTICLE = compiled(r"(?m)^[ *#]*(?:article|clause|section|المادة|البند|1[.)\-])\b")
_BALANCE_LED = compiled(r"\b(?:balance|solde|credits?|رصيد\w*|(?:ال)?متاح\w*)\b[^.;\n\d]{0,60}$")
_AVAILABLE = compiled(
    r"[^.;\n\d]{0,30}\b(?:remain|is|are|demeure\w*|restent|لا [تي]زال) ?\w* ?(?:available|disponibles?|متاح)"
)
_SHORT = compiled(
    r"\b(?:insufficient|shortfall|supplement\w*|transfer\w*|exceeds?|after|insuffisant\w*|deficit|complement\w*|virement|depasse|apres|العجز|لا يكفي|غير كاف|مناقلة|تحويل|بعد)\b"
)
_CHARGED = compiled(
    r"\b(?:(?:will|shall|to|is|are) be (?:charged|met|borne|debited|financed|paid)|(?:is|are) (?:charged|charged to|chargeable|met)|(?:sera|seront|est|sont|etre) (?:imputee?s?|prelevee?s?|inscrite?s?|financee?s?|prise?s? en charge|supportee?s?)|"
    r"و?(?:س?[تي]قيد|س?[تي]حمل|س?[تي]خصم|س?[تي]صرف|س?[تي]مول))\b"
)
_SAID_YEAR = on_demand(r"20\d\d")
# "Of the appropriations of 800,000, 480,000 has been spent, leaving ...": it is what is left.
_LEFT = compiled(
    r"\b(?:(?:has|have|had|was|were) (?:already )?(?:been )?(?:spent|disbursed|committed)|leaving|"
    r"(?:ont|a) (?:deja )?ete (?:depense|engage|debourse)\w*|(?:ce qui |ils? )?laiss(?:e|ant) un solde|"
    r"و?(?:أنفق|صرف)ت?|(?:فيكون|ليكون|ويبقى|ليبقى|فيبقى))\b"
)
_STOP = compiled(
    r"(?<!\bno)(?<!\bart)[.;](?=\s)|\n\s*\n|\n(?= *(?:whereas|considerant|vu\b|attendu|و?حيث|\d+[.)]))"
)
_MADE = compiled(
    r"[ *]*(?:done|made|signed|concluded|this contract is made|fait|conclu|signe|حرر\w*|أبرم\w*)\b[^\n]{0,40}$"
)
_PLACE = compiled(r" *[^\W\d_][^\n\d,]{1,24}(?:,| في| le)? *(?:le |في )?")
_HEAD, _FOOT = 700, 400  # letters of head and foot in which such a day stands (our guess)
_REACH = 320
_CLOSED_BY = 4  # the month in which the year before is closed at the latest: our guess
_IN_LINE = 90


def check_recitals(paper: Paper) -> Iterator[Finding]:
    """Find grounds that the paper's own day or price contradicts."""
    if paper.kind is Kind.CONTRACT:
        yield from _price(paper)
    if not any(paper.hits(name) for name in (_TOLD, _AWARD, _ORDER, _BALANCE, _YEAR)):
        return
    day = signed_on(paper) or _day_told(paper)
    if day is not None and paper.hits(_TOLD):
        yield from _delegations(paper, day)
    if day is not None and (paper.hits(_AWARD) or paper.hits(_ORDER)):
        yield from _later(paper, day)
    if paper.hits(_BALANCE):
        yield from _balance(paper)
    if day is not None and paper.hits(_YEAR) and kind_of(paper) is not Kind.REPORT:
        yield from _budget_year(paper, day)


def _day_told(paper: Paper) -> date | None:
    """Return the day of a contract ("done at Jeddah on"), or that which ends a report's text."""
    skeleton = paper.skeleton
    for one in paper.dates:
        begin = skeleton.rfind("\n", 0, one.start) + 1
        if one.start < _HEAD and _MADE.match(skeleton, begin, one.start):
            return one.value
    for one in reversed(paper.dates):
        begin = skeleton.rfind("\n", 0, one.start) + 1
        stop = skeleton.find("\n", one.end)
        stop = len(skeleton) if stop < 0 else stop
        is_alone = _PLACE.fullmatch(skeleton, begin, one.start) and stop - one.end <= 2
        if is_alone and one.start > len(skeleton) - _FOOT:
            return one.value
    return None


def _delegations(paper: Paper, day: date) -> Iterator[Finding]:
    """Find a delegation that does not reach the paper's day."""
    skeleton = paper.skeleton
    past = -1
    for start, end in paper.hits(_TOLD):
        if start < past:
            continue
        begin, past = _sentence(skeleton, start, end)
        for one in _dates(paper, start, past):
            lead = skeleton[max(begin, one.start - 40) : one.start]
            if one.value is None:
                continue
            is_end = _UNTIL.search(lead)
            ended = one.value < day and is_end
            not_begun = (
                one.value > day
                and not is_end
                and (_FROM.search(lead) or (one.start - end < 40 and _ISSUED.search(lead)))
            )
            if ended or not_begun:
                yield found("LEG046", one.start, one.end, date=day)
                break


def _price(paper: Paper) -> Iterator[Finding]:
    """Find a contract whose price is above what was approved, or above the signer's delegation."""
    skeleton = paper.skeleton
    first = _FIRST_ARTICLE.search(skeleton)
    if first is None:
        return
    allowed: list[Amount] = []
    named: list[Amount] = []
    for amount in amounts_of(paper):
        begin, end = _sentence(skeleton, *amount.at)
        if amount.at[0] > first.start():
            named.append(amount)
        elif _APPROVES.search(skeleton, begin, end) and not _PART.search(
            skeleton, begin, amount.at[0]
        ):
            allowed.append(amount)
    price = max(named, key=lambda one: one.value, default=None)
    for amount in allowed:
        if price is not None and price.value > amount.value:
            yield found(
                "LEG047", *amount.at, elsewhere=(price.at,), amount=price.value,
                limit=amount.value,
            )  # fmt: skip


def _later(paper: Paper, day: date) -> Iterator[Finding]:
    """Find an approval or an order that is told with a day after the paper's own."""
    if paper.anatomy.approval is None or kind_of(paper) in (Kind.CONTRACT, Kind.CIRCULAR):
        hits = [*paper.hits(_AWARD), *paper.hits(_ORDER)]
    else:
        hits = []
    for start, end in hits:
        line = paper.skeleton.find("\n", end)
        stop = min(line if line > 0 else len(paper.skeleton), end + _IN_LINE)
        told = next((one for one in _dates(paper, start, stop) if one.value), None)
        if (
            told is not None
            and told.value
            and told.value > day
            and kind_of(paper) != Kind.MEMORANDUM
        ):
            yield found("LEG033", told.start, told.end, approved=told.value, date=day)


def _balance(paper: Paper) -> Iterator[Finding]:
    """Find an available balance that is less than what the paper spends."""
    amount, at = committed(paper)
    if amount is None or kind_of(paper) is Kind.REPORT:
        return  # a report tells what was spent, and spends nothing
    skeleton = paper.skeleton
    for start, end in paper.hits(_BALANCE):
        begin, stop = _sentence(skeleton, start, end)
        if _SHORT.search(skeleton, begin, stop) or _LEFT.search(skeleton, begin, stop):
            continue
        for one in amounts_of(paper):
            if not begin <= one.at[0] < stop or one.value >= amount:
                continue
            if _BALANCE_LED.search(skeleton, begin, one.at[0]) or _AVAILABLE.match(
                skeleton, one.at[1], stop
            ):
                yield found(
                    "LEG048", *one.at, elsewhere=(at,) if at else (), amount=amount,
                    balance=one.value,
                )  # fmt: skip
                return


def _budget_year(paper: Paper, day: date) -> Iterator[Finding]:
    """Find an expense that is to be charged to the budget of a year that is over."""
    skeleton = paper.skeleton
    for start, end in paper.hits(_YEAR):
        said = _SAID_YEAR.search(skeleton, start, end)
        year = int(said[0]) if said else day.year
        if year >= day.year or (year == day.year - 1 and day.month <= _CLOSED_BY):
            continue
        begin, _ = _sentence(skeleton, start, end)
        if said and _CHARGED.search(skeleton, begin, start):
            yield found("LEG049", said.start(), said.end(), year=str(year), date=day)


def _dates(paper: Paper, start: int, end: int) -> list[DateMention]:
    return [one for one in paper.dates if start <= one.start < end]


def _sentence(skeleton: str, start: int, end: int) -> Stretch:
    begin = max(0, start - _REACH)
    for stop in _STOP.finditer(skeleton, begin, start):
        begin = stop.end()
    after = _STOP.search(skeleton, end, end + _REACH)
    return begin, after.start() if after else min(len(skeleton), end + _REACH)
