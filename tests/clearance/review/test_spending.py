"""Money that a report tells to have been spent, and money that a letter promises."""

from __future__ import annotations

import pytest

from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import AR, EN, FR, codes, letter

_HOUSE = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\nACTIVITY REPORT",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\nRAPPORT D'ACTIVITÉ",
    AR: "منظمة التعاون الإسلامي\nتقرير الأنشطة",
}
_SPENT = {
    EN: (
        "A sum of USD 48,000 was spent on the archives.",
        "Expenditure on the archives amounted to USD 48,000.",
        "The costs of the mission came to USD 48,000.",
        "Payments of USD 48,000 were made to the contractor.",
        "Outlays for the archives ran to USD 48,000.",
        "Disbursements stood at USD 48,000.",
        "Costs came to USD 48,000. The list was adopted at the tenth session.",
    ),
    FR: (
        "Les dépenses relatives aux archives se sont élevées à 48 000 dollars.",
        "La mission a coûté 48 000 dollars.",
        "Des paiements de 48 000 dollars ont été effectués au prestataire.",
        "Les frais de la mission se montent à 48 000 dollars.",
        "Les dépenses des archives se chiffrent à 48 000 dollars.",
    ),
    AR: (
        "بلغت نفقات المحفوظات 48,000 دولار.",
        "كلفت المهمة 48,000 دولار.",
        "صرف مبلغ 48,000 دولار للمتعاقد.",
        "ووصلت مصاريف المحفوظات إلى 48,000 دولار.",
        "وبلغت نفقات المهمة 48,000 دولار. وهذه هي القائمة المعتمدة في الدورة العاشرة.",
    ),
}
_APPROVED = {
    EN: (
        "USD 48,000 was spent under the budget for 2025.",
        "USD 48,000, approved by the Secretary-General on 3 March 2025, was spent on it.",
        "The costs of reconstruction came to USD 8 billion.",
        "Expenditure of the donors amounted to USD 900,000.",
        "The cost of the exercise is estimated at USD 48,000.",
    ),
    FR: (
        "Les dépenses, autorisées le 3 mars 2025, se sont élevées à 48 000 dollars.",
        "Les dépenses des bailleurs se sont élevées à 900 000 dollars.",
        "Les dépenses de la mission sont évaluées à 48 000 dollars.",
    ),
    AR: (
        "صرف مبلغ 48,000 دولار بموافقة الأمين العام في 3 مارس 2025.",
        "وتقدر المبالغ التي صرفت على المهمة حتى نهايتها بنحو 48,000 دولار.",
    ),
}
_PROMISED = {
    EN: ("The General Secretariat will cover accommodation up to USD 18,000.",),
    FR: (
        "L'Organisation versera une contribution de 18 000 dollars.",
        "Le Secrétariat réglera la facture de 18 000 dollars.",
    ),
    AR: ("تتكفل الأمانة العامة بالإقامة بمبلغ 18,000 دولار.",),
}
_LINE = {EN: " It is charged to the budget.", FR: " Le budget y pourvoit.", AR: " من الميزانية."}
_HEAD = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\n\nJeddah, 14 October 2025",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\n\nDjeddah, le 14 octobre 2025",
    AR: "منظمة التعاون الإسلامي\n\n14 أكتوبر 2025",
}


def _each(cases: dict[Language, tuple[str, ...]]) -> list[tuple[Language, str]]:
    return [(language, said) for language, told in cases.items() for said in told]


def _of_report(language: Language, said: str) -> set[str]:
    return codes(f"{_HOUSE[language]}\n\n{said}\n", Check.LEGAL_BASIS, kind=Kind.REPORT)


@pytest.mark.parametrize(("language", "said"), _each(_SPENT))
def test_money_spent_is_said_to_be_approved(language: Language, said: str) -> None:
    assert "LEG040" in _of_report(language, said)


@pytest.mark.parametrize(("language", "said"), _each(_APPROVED))
def test_money_that_was_approved_or_is_of_others_is_left_alone(
    language: Language, said: str
) -> None:
    assert "LEG040" not in _of_report(language, said)


@pytest.mark.parametrize(("language", "said"), _each(_PROMISED))
def test_money_promised_has_a_ground(language: Language, said: str) -> None:
    def told(body: str) -> bool:
        text = letter(language, date=_HEAD[language], body=body)
        return "LEG041" in codes(text, Check.LEGAL_BASIS)

    assert told(said)
    assert not told(said + _LINE[language])
