"""Amounts in US dollars that a paper names, and which of them the house spends by it.

A letter tells of much money that nobody commits by signing it: trade, damage, what donors have
pledged, what a State owes or has paid. Which words tell that is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from clearance.reading.skeleton import compiled, fold
from clearance.review.paper import Paper
from clearance.review.scan import Stretch, Trigger

TRIGGERS = (Trigger("dollars", r"usd|\$|dollars?|دولار"),)
_AMOUNT = (
    r"(?P<amount>[0-9]+(?:[ ,.][0-9]+)*)\)?"
    r"(?: ?(?P<many>thousand|mille|ألف|آلاف|million|mn\b|مليون|ملايين|billion|milliard|مليار|trillion|تريليون))?"
)
_AFTER = compiled(rf"[ :(]{{0,2}}{_AMOUNT}")
_BEFORE = compiled(rf"{_AMOUNT}s?(?: de| d')? ?(?:us ?)?$")
# An amount that nobody spends by this paper: a ceiling, a balance, what others have promised.
_CEILING = compiled(
    r"(?:\b(?:balance|(?:fund|reserve|account|arrears)s? [^.;\n]{0,20}(?:stands?|stood) at|"
    r"donations?|pledge[sd]?|announced|solde|annonces?)\b|"
    r"رصيد|تبرعات|معلنة|\bcap(?:s|ped)?\b|\bceiling|\bupper limit|\bplafonn|\bplafond|سقف)"
    r"[^.;\n]{0,50}$"
)
_POWER = compiled(
    r"\b(?:delegat\w*|authority|powers?|competence|deleg\w*|pouvoirs?)\b|تفويض|صلاحي|مفوض"
)
_LIMIT = compiled(
    r"\b(?:up to|limit\w*|ceiling|not exceed\w*|exceed\w*|above|beyond|within|maximum|jusqu\w*|plafon\w*|limite\w*|au-dela|excede\w*|depass\w*|maximum)\b"
    r"|\b(?:حتى|سقف\w*|بسقف|حدود|(?:لا )?[تي]تجاوز|[تي]زيد|أقصى)\b"
)
_GAVE_EN = (
    r"(?:(?:has|have|had|will|would|shall|is to) (?:already |also |generously |kindly )?(?:allocat|contribut|pledg|paid|pay\b|donat|grant|financ|offer|announc|provid|lend|lent|spent|earmark|invest)\w*"
    r"|(?:allocated|contributed|pledged|donated|granted|financed|offered|announced|provided)\b|(?:asks? for|requests?|needs?|holds?)\b)"
)
_GAVE_FR = (
    r"(?:(?:a|ont|avait|avaient) (?:\w+ment |deja )?(?:alloue|verse|finance|accorde|annonce|promis|contribue|offert|fourni|debloque|paye|octroye|consacre)\w*"
    r"|(?:versera|financera|allouera|accordera|fournira|contribuera|octroiera|demande)\b)"
)
_WHO = (
    r"(?:government|kingdom|republic|state|sultanate|emirates|bank|fund|commission|agency|union|nations|unhcr|unrwa|undp|unicef|wfp|ministry|partners?"
    r"|gouvernement|royaume|republique|etat|banque|fonds|agence|hcr|pnud|ministere|partenaires?)"
)
_OTHERS = compiled(
    r"\b(?:thank\w*|gratitude|remerci\w*|trade|exports?|imports?|gdp|gross|turnover|markets?|damages?|loss(?:es)?|debts?|appeals?|pledg\w+|donors?|donat\w+|arrears|assets|reserves|remittances"
    r"|contributions? due|due from|your (?:excellency's )?(?:esteemed )?(?:government|country|contribution|payment|generous|donation)|has (?:already )?paid|(?:has|have) been paid|(?:was|been) received"
    r"|echanges|exportations|importations|pib|produit interieur|chiffre d'affaires|degats|dommages|pertes|dettes?|appel(?! d'offres)|promesses|annonces?|annonce|donateurs|bailleurs|arrieres|actifs"
    r"|votre (?:gouvernement|pays|genereuse|contribution))\b"
    rf"|\b{_WHO}\b[^.;\n]{{0,50}}?\s(?:{_GAVE_EN}|{_GAVE_FR})"
    r"|\b[وبل]?(?:ال|لل)?(?:تجارة|تبادل\w*|صادرات|واردات|ناتج|أضرار|خسائر|ديون|نداء|تعهد\w*|مانح\w*|تبرع\w*|متأخرات|أصول|احتياطي\w*|احتياجات)\b"
    r"|\b[ون]?[شأن]?شكر\w*|\b[بل]?(?:حكومتكم|بلدكم|مساهمتكم|مساهمة حكومة)\b"
    r"|\b(?:خصص|قدم|دفع|سدد|تبرع|مول|تعهد|أعلن|منح|ساهم)ت? (?:حكومة|مملكة|المملكة|جمهورية|دولة|البنك|بنك|صندوق|الصندوق|المفوضية|الاتحاد|وزارة)\b"
)
# The house itself spends it: "the Secretariat will contribute ... to the appeal".
_OURS = compiled(
    r"\b(?:secretariat|organi[sz]ation|oic|cabinet|department|we|i)\b[^.;\n]{0,40}?\b(?:contribute|pay|bear|transfer|spend|commit|grant|allocate|disburse)s?\b[^.;\n]{0,50}$"
    r"|\b(?:secretariat|organisation|oci|cabinet|departement|nous|je)\b[^.;\n]{0,40}?\b(?:vers|contribu|pai|pay|prend|accord|engag|allou|debours|vir)(?:e|er|era|erons|ons|ra|rons)?\b[^.;\n]{0,50}$"
    r"|(?:الأمانة العامة|المنظمة|الديوان)[^.;\n]{0,40}\bمبلغ [^.;\n]{0,20}$|\bس?(?:تساهم|تتحمل|تدفع|تسدد|تحول|تقدم|تلتزم) (?:الأمانة|المنظمة)[^.;\n]{0,50}$"
)
_MANY = {
    **dict.fromkeys(("thousand", "mille", "ألف", "آلاف"), 3),
    **dict.fromkeys(("million", "mn", "مليون", "ملايين"), 6),
    **dict.fromkeys(("billion", "milliard", "مليار"), 9),
    **dict.fromkeys(("trillion", "تريليون"), 12),
}
_TIMES = {fold(word).skeleton: Decimal(10) ** power for word, power in _MANY.items()}
_STOP = compiled(r"[.;؛](?=\s)|\n")
_REACH = 220


class Amount(NamedTuple):
    """An amount in US dollars and where it stands, with the currency's sign or word."""

    value: Decimal
    at: Stretch


def amounts_of(paper: Paper) -> tuple[Amount, ...]:
    """Return the amounts in US dollars that the paper names, in order of place."""
    return paper.derived(_read_amounts)


def committed(paper: Paper) -> tuple[Decimal | None, Stretch | None]:
    """Return the highest amount that the house spends by the paper, and where it stands.

    The register's own amount goes first, and stands nowhere. A limit, a balance and what others
    give, owe or trade are left out.
    """
    known = paper.particulars
    if known.amount is not None and (known.currency or "USD") == "USD":
        return known.amount, None
    highest = paper.derived(_highest_spent)
    return (highest.value, highest.at) if highest else (None, None)


def _read_amounts(paper: Paper) -> tuple[Amount, ...]:
    found: list[Amount] = []
    past = -1
    for start, end in paper.hits("dollars"):
        for match in _beside(paper.skeleton, start, end):
            value = _value(match["amount"], match["many"]) if match else None
            if match is not None and value is not None and match.start("amount") > past:
                past = match.start("amount")
                found.append(Amount(value, (min(start, match.start()), max(end, match.end()))))
                break
    return tuple(found)


def _beside(skeleton: str, start: int, end: int) -> Iterator[re.Match[str] | None]:
    """Yield the number behind a sign, and that before it; of a word that before it first."""
    is_sign = skeleton[start] in "u$"
    if not is_sign:
        yield _BEFORE.search(skeleton, max(0, start - 40), start)
    yield _AFTER.match(skeleton, end, end + 40)
    if is_sign:
        yield _BEFORE.search(skeleton, max(0, start - 40), start)


def _highest_spent(paper: Paper) -> Amount | None:
    """Return the highest of the amounts that the house spends, of equal ones the first."""
    for amount in sorted(amounts_of(paper), key=lambda one: one.value, reverse=True):
        if is_spent(paper.skeleton, amount):
            return amount
    return None


def is_spent(skeleton: str, amount: Amount) -> bool:
    """Tell whether the house may spend the amount by the paper that names it."""
    begin, stop = sentence_of(skeleton, amount.at)
    if _CEILING.search(skeleton, max(0, amount.at[0] - 60), amount.at[0]):
        return False
    if _POWER.search(skeleton, begin, stop) and _LIMIT.search(skeleton, begin, stop):
        return False
    if _OURS.search(skeleton, begin, amount.at[0]):
        return True
    return _OTHERS.search(skeleton, begin, stop) is None


def sentence_of(skeleton: str, at: Stretch) -> Stretch:
    """Return the sentence around the place, as far as it stands on its line."""
    begin = max(0, at[0] - _REACH)
    for stop in _STOP.finditer(skeleton, begin, at[0]):
        begin = stop.end()
    end = _STOP.search(skeleton, at[1], at[1] + _REACH)
    return begin, end.start() if end else min(len(skeleton), at[1] + _REACH)


def _value(digits: str, many: str | None) -> Decimal | None:
    """Return the amount; a comma or a point before one or two last digits is a decimal one."""
    plain = digits.strip(" ,.")
    whole, point, cents = plain.rpartition("." if "." in plain[-3:] else ",")
    if not point or len(cents) > 2:
        whole, cents = plain, ""
    number = "".join(filter(str.isdigit, whole))
    try:
        value = Decimal(f"{number or 0}.{cents or 0}")
    except InvalidOperation:
        return None
    return value * _TIMES[many] if many else value
