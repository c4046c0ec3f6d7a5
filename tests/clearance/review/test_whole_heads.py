"""Heads of papers that are ready to go out: whose they are, what they are called, their number."""

from __future__ import annotations

import pytest

from clearance.terms import Kind, Language
from tests.clearance.review.letters import AR, EN, FR, PARTS, letter
from tests.clearance.review.whole import HOUSE, told_of_form

_OTHER = {
    EN: "MINISTRY OF WATER\nOffice of the Minister\n\n",
    FR: "MINISTÈRE DE L’EAU\nCabinet du Ministre\n\n",
    AR: "وزارة المياه\nمكتب الوزير\n\n",
}
_DRAFT = {
    EN: "OIC/CFM-52/2026/ECO/DR.RES.4\nOriginal: English\n4 May 2026\n\n"
        "{house}DRAFT RESOLUTION No. 4/52-E\n"
        "ON WATER\n\n{organ}Recalling its resolutions on water,\n\nNoting the report of the "
        "Secretary-General,\n\n1. Calls upon Member States to save water;\n\n2. Requests the "
        "Secretary-General to follow up the implementation of this resolution.\n",
    FR: "OIC/CFM-52/2026/ECO/DR.RES.4\nOriginal : français\n4 mai 2026\n\n"
        "{house}PROJET DE RÉSOLUTION "
        "N° 4/52-E\nSUR L’EAU\n\n{organ}Rappelant ses résolutions sur l’eau,\n\nNotant le rapport "
        "du Secrétaire général,\n\n1. Invite les États membres à économiser l’eau ;\n\n2. Prie le "
        "Secrétaire général de suivre l’application de la présente résolution.\n",
    AR: "OIC/CFM-52/2026/ECO/DR.RES.4\nالأصل: بالعربية\n4 مايو 2026\n\n"
        "{house}مشروع قرار رقم 4/52 - ق\n"
        "بشأن المياه\n\n{organ}إذ يستذكر قراراته بشأن المياه،\n\nوإذ يلاحظ تقرير الأمين العام،\n\n"
        "1. يدعو الدول الأعضاء إلى الاقتصاد في المياه؛\n\n2. يطلب من الأمين العام متابعة تنفيذ هذا "
        "القرار.\n",
}  # fmt: skip
_ORGAN = {
    EN: "The Council of Foreign Ministers{}, meeting in Amman,\n\n",
    FR: "Le Conseil des ministres des Affaires étrangères{}, réuni à Amman,\n\n",
    AR: "إن مجلس وزراء الخارجية{}، المنعقد في عمان،\n\n",
}
_OF_HOUSE = {
    EN: " of the Organisation of Islamic Cooperation",
    FR: " de l’Organisation de la coopération islamique",
    AR: " لمنظمة التعاون الإسلامي",
}
_REPORT = {
    EN: "Ref.: OIC/CAB/FIN/2025/0012\nJeddah, 14 October 2025\n\n{title}1. The wells that were "
        "dug in Member States are listed in Annex I.\n\n2. Names should reach us by 3 March 2026."
        "\n\nLeila Haddad\nDirector-General of the Cabinet\n\nApproved by Leila Haddad, "
        "Director-General of the Cabinet, on 13 October 2025\nEnclosures: 1 (Annex I)\n",
    FR: "Réf. : OIC/CAB/FIN/2025/0012\nDjeddah, le 14 octobre 2025\n\n{title}1. Les puits creusés "
        "dans les États membres figurent à l’annexe I.\n\n2. Les noms sont à communiquer avant le "
        "3 mars 2026.\n\nLeila Haddad\nDirectrice générale du Cabinet\n\nApprouvé par Leila "
        "Haddad, Directrice générale du Cabinet, le 13 octobre 2025\n"
        "Pièces jointes : 1 (Annexe I)\n",
    AR: "المرجع: OIC/CAB/FIN/2025/0012\nجدة، 14 أكتوبر 2025م\n\n{title}1. ترد الآبار المحفورة في "
        "الدول الأعضاء في المرفق الأول.\n\n2. تقدم الأسماء قبل 3 مارس 2026.\n\nليلى حداد\n"
        "مديرة عام الديوان\n\nاعتمدته ليلى حداد، مديرة عام الديوان، في 13 أكتوبر 2025\n"
        "المرفقات: 1 (المرفق الأول)\n",
}  # fmt: skip
_TITLE = {EN: "REPORT ON WELLS\n\n", FR: "RAPPORT SUR LES PUITS\n\n", AR: "تقرير عن الآبار\n\n"}
_PLAIN = {EN: "THE WELLS OF 2025\n\n", FR: "LES PUITS DE 2025\n\n", AR: "آبار عام 2025\n\n"}


@pytest.mark.parametrize("language", Language)
def test_draft_names_the_house_over_its_title_or_in_the_organs_line(language: Language) -> None:
    def told(house: str, of_house: str, day: str | None = None) -> list[str]:
        organ = _ORGAN[language].format(of_house)
        text = _DRAFT[language].format(house=house, organ=organ)
        dated = text.split("\n")[2]
        text = text if day is None else text.replace(f"{dated}\n", day, 1)
        return told_of_form(text, Kind.DRAFT_RESOLUTION, language)

    assert told(HOUSE[language], "") == []
    assert told("", "") == ["CON001 letterhead"]
    assert told("", _OF_HOUSE[language]) == []
    assert told("", "", day="") == []  # a symbol alone, and the language, stand over many drafts


@pytest.mark.parametrize("language", Language)
def test_letterhead_of_a_draft_is_not_the_organs_line(language: Language) -> None:
    head = HOUSE[language].splitlines()[0] + "\n"
    council = _ORGAN[language].split("{}")[0].removeprefix("The ").removeprefix("Le ")
    head += council.removeprefix("إن ") + "\n\n"

    def told(organ: str) -> list[str]:
        text = _DRAFT[language].format(house=head, organ=organ)
        return told_of_form(text, Kind.DRAFT_RESOLUTION, language)

    assert told(_ORGAN[language].format("")) == []
    assert told("") == ["CON055"]


@pytest.mark.parametrize("language", Language)
def test_report_that_goes_out_has_head_and_title(language: Language) -> None:
    def told(house: str, title: str) -> list[str]:
        text = house + _REPORT[language].format(title=title)
        return told_of_form(text, Kind.REPORT, language)

    assert told(HOUSE[language], _TITLE[language]) == []
    assert told(HOUSE[language], _PLAIN[language]) == []
    assert told(HOUSE[language], "") == ["CON001 subject"]
    assert told("", _TITLE[language]) == ["CON001 letterhead"]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "number", ["FIN/ADM/2025/0012", "OIC-FIN-ADM-2025-0012", "OIC\\FIN\\ADM\\2025\\0012"]
)
def test_number_of_another_office_is_of_the_houses_form(language: Language, number: str) -> None:
    def told(house: str, number: str) -> list[str]:
        text = house + _REPORT[language].format(title=_TITLE[language])
        return told_of_form(text.replace("OIC/CAB/FIN/2025/0012", number), Kind.REPORT, language)

    assert told(HOUSE[language], number) == ["CON010"]
    assert told(HOUSE[language], "OIC/FIN/ADM/2025/0012") == []
    assert "CON010" not in told(_OTHER[language], "FIN/ADM/2025/0012")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("symbol", "is_right"),
    [
        ("OIC/CFM-52/2026/ECO/DR.RES.4", True),
        ("oic/cfm-52/2026/eco/dr.res.4", False),
        ("OIC-CFM-52-2026-ECO-DR.RES.4", False),
        ("CFM-52/2026/ECO/DR.RES.4", False),
    ],
)
def test_symbol_of_a_draft_has_strokes_and_capitals(
    language: Language, symbol: str, is_right: bool
) -> None:
    organ = _ORGAN[language].format("")
    text = _DRAFT[language].format(house=HOUSE[language], organ=organ)

    told = told_of_form(
        text.replace("OIC/CFM-52/2026/ECO/DR.RES.4", symbol), Kind.DRAFT_RESOLUTION, language
    )

    assert told == ([] if is_right else ["CON010"])


@pytest.mark.parametrize("language", Language)
def test_number_may_stand_over_the_name_of_the_house(language: Language) -> None:
    parts = PARTS[language]
    text = letter(language).replace(parts["date"], "{}" + parts["date"], 1)

    def told(head: str) -> bool:
        return "CON001 letterhead" in told_of_form(text.format(head), Kind.LETTER, language)

    assert not told("No. OIC/CAB/POL/2025/0012\n" + HOUSE[language])
    assert not told(HOUSE[language])
