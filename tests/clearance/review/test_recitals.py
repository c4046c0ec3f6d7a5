"""What a paper tells of its grounds is held against its own day and price, in three languages."""

from __future__ import annotations

import pytest

from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import AR, EN, FR, codes, letter

_DELEGATED = {
    EN: "The Director acts under delegation of authority No. 7 of 3 May 2025, valid {} {}.",
    FR: "Le Directeur agit en vertu de la délégation de pouvoir n° 7 du 3 mai 2025, valable {} {}.",
    AR: "ويتصرف المدير بموجب تفويض السلطة رقم 7 المؤرخ 3 مايو 2025م، والساري {} {}.",
}
_UNTIL = {EN: "until", FR: "jusqu’au", AR: "حتى"}
_FROM = {EN: "from", FR: "à compter du", AR: "اعتبارا من"}
_BEFORE = {EN: "30 September 2025", FR: "30 septembre 2025", AR: "30 سبتمبر 2025م"}
_AFTER = {EN: "30 November 2025", FR: "30 novembre 2025", AR: "30 نوفمبر 2025م"}
_SPENT = {
    EN: "The hall is hired for USD 9,000. It will be charged to the {} budget year, of which the "
        "available balance is USD {}.",
    FR: "La salle est louée pour 9 000 USD. La dépense sera imputée à l’exercice {}, dont le solde "
        "disponible est de {} USD.",
    AR: "تستأجر القاعة بمبلغ 9,000 دولار. ويقيد المصروف على ميزانية السنة المالية {}، "
        "ورصيدها المتاح {} دولار.",
}  # fmt: skip
_ORDERED = {
    EN: "On the instructions of the Secretary-General of {}, the offices close at noon.",
    FR: "Sur instruction du Secrétaire général en date du {}, les bureaux ferment à midi.",
    AR: "بناء على توجيهات معالي الأمين العام المؤرخة {}، تغلق المكاتب ظهرا.",
}
_CONTRACT = {
    EN: "CONTRACT FOR CLEANING\n\nDone at Jeddah on 14 October 2025 between the Organisation of "
        "Islamic Cooperation and Clean Ltd\n\nWhereas the award was approved by the Procurement "
        "Committee on {} up to a maximum of USD {};\n\nArticle 1. Object\nThe Contractor cleans.\n"
        "\nArticle 2. Price\nThe price is USD 40,000.\n",
    FR: "CONTRAT DE NETTOYAGE\n\nFait à Djeddah le 14 octobre 2025 entre l’Organisation de la "
        "coopération islamique et Clean SARL\n\nConsidérant que l’attribution a été approuvée par "
        "la Commission des marchés le {} dans la limite de {} USD ;\n\nArticle premier. Objet\n"
        "Le Prestataire nettoie.\n\nArticle 2. Prix\nLe prix est de 40 000 USD.\n",
    AR: "عقد نظافة\n\nحرر في جدة بتاريخ 14 أكتوبر 2025م بين منظمة التعاون الإسلامي "
        "وشركة النظافة\n\n"
        "وحيث إن لجنة المشتريات وافقت بتاريخ {} على الترسية في حدود {} دولار؛\n\n"
        "المادة 1: الموضوع\nيتولى المتعاقد التنظيف.\n\nالمادة 2: الثمن\nالثمن 40,000 دولار.\n",
}  # fmt: skip


def _found(language: Language, body: str, kind: Kind = Kind.LETTER) -> set[str]:
    return codes(letter(language, body=body), Check.LEGAL_BASIS, kind=kind)


@pytest.mark.parametrize("language", Language)
def test_delegation_that_does_not_reach_the_day_is_told(language: Language) -> None:
    told = _DELEGATED[language]

    for word, wrong, right in ((_UNTIL, _BEFORE, _AFTER), (_FROM, _AFTER, _BEFORE)):
        lead = word[language]
        assert "LEG046" in _found(language, told.format(lead, wrong[language]))
        assert "LEG046" not in _found(language, told.format(lead, right[language]))


@pytest.mark.parametrize("language", Language)
def test_expense_is_held_against_the_balance_and_the_year(language: Language) -> None:
    told = _SPENT[language]

    assert "LEG048" in _found(language, told.format("2025", "4,000"))
    assert "LEG049" in _found(language, told.format("2023", "94,000"))
    assert _found(language, told.format("2025", "94,000")) & {"LEG048", "LEG049"} == set()


@pytest.mark.parametrize("language", Language)
def test_order_later_than_the_circular_is_told(language: Language) -> None:
    told = _ORDERED[language]

    assert "LEG033" in _found(language, told.format(_AFTER[language]), Kind.CIRCULAR)
    assert "LEG033" not in _found(language, told.format(_BEFORE[language]), Kind.CIRCULAR)


@pytest.mark.parametrize("language", Language)
def test_contract_is_held_against_its_award(language: Language) -> None:
    text = _CONTRACT[language]

    def of(day: str, limit: str) -> set[str]:
        return codes(text.format(day, limit), Check.LEGAL_BASIS, kind=Kind.CONTRACT)

    assert "LEG047" in of(_BEFORE[language], "30,000")
    assert "LEG033" in of(_AFTER[language], "50,000")
    assert of(_BEFORE[language], "50,000") & {"LEG030", "LEG033", "LEG047"} == set()


_BACK = {
    EN: ("In compliance with that request, the experts will be invited.",
         "You asked for a meeting in your letter of 2 May 2025. In compliance with that request, "
         "the experts will be invited."),
    FR: ("Conformément à ce mandat, les experts seront invités.",
         "Le Conseil l’a demandé par sa résolution 3/51-C. Conformément à ce mandat, les experts "
         "seront invités."),
    AR: ("إنفاذا لهذا التكليف ستدعى الخبراء.",
         "طلبتم في رسالتكم عقد اجتماع. وإنفاذا لهذا الطلب ستدعى الخبراء."),
}  # fmt: skip
_HOUSE = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION", FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE",
    AR: "منظمة التعاون الإسلامي",
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_ground_that_nothing_names_is_none(language: Language) -> None:
    more = {EN: " We request two names.", FR: " Nous demandons deux noms.", AR: " ونطلب اسمين."}
    house = f"{_HOUSE[language]}\n\n"
    dangling, named = _BACK[language]

    def of(body: str) -> set[str]:
        text = house + letter(language, body=body + more[language] * 9)
        return codes(text, Check.LEGAL_BASIS)

    assert "LEG001" in of(dangling)
    assert "LEG001" not in of(named)
