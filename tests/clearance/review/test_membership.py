"""Observers among the members, members said to be suspended, articles, acronyms, old resolutions."""

# ruff: noqa: E501  (sentences of three languages in one line each)

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.terms import Kind

FIRES = [
    (
        "PRO019",
        "The missions of Member States, including the Russian Federation, are invited to the OIC session.",
    ),
    (
        "PRO019",
        "Les missions des États membres, dont la Fédération de Russie et la Thaïlande, sont invitées par l'OCI.",
    ),
    ("PRO019", "وتدعى بعثات الدول الأعضاء، ومنها الاتحاد الروسي، إلى دورة منظمة التعاون الإسلامي."),
    (
        "PRO019",
        "The note is sent by the Organisation of Islamic Cooperation from the headquarters in Riyadh.",
    ),
    (
        "PRO019",
        "The OIC files are kept in Arabic, English and Spanish, the three official languages of the Organisation.",
    ),
    (
        "PRO019",
        "Le dossier est publié en arabe, en anglais et en espagnol, langues officielles de l'Organisation.",
    ),
    ("PRO019", "تصدر المواد بالعربية والإنجليزية والإسبانية، وهي اللغات الرسمية للمنظمة."),
    (
        "PRO028",
        "The Union of the Comoros, whose membership is suspended, was absent from the OIC session.",
    ),
    (
        "PRO028",
        "L'Union des Comores, dont la qualité de membre est suspendue, était absente de la réunion de l'OCI.",
    ),
    ("PRO028", "غاب اتحاد جزر القمر المعلقة عضويتها عن اجتماع منظمة التعاون الإسلامي."),
    ("PRO029", "It recalls General Assembly resolution 194 (V) on the right of return."),
    ("PRO029", "Elle rappelle la résolution 194 (V) de l'Assemblée générale."),
    ("PRO029", "وتذكر بقرار الجمعية العامة رقم 194 (د-6)."),
    (
        "PRO030",
        "Under Article 66 of the Charter of the Organisation of Islamic Cooperation it may do so.",
    ),
    ("PRO030", "Aux termes de l'article 66 de la Charte, l'OCI peut le faire."),
    ("PRO030", "عملا بالمادة 61 من ميثاق منظمة التعاون الإسلامي."),
    ("PRO030", "The OIC acts under Article 71 of the Charter of the Organisation, on its staff."),
    ("PRO032", "The OIC recalls Article 142 of the Charter of the United Nations."),
    ("PRO032", "L'OCI rappelle l'article 142 de la Charte des Nations Unies."),
    ("PRO032", "تستذكر المنظمة المادة 142 من ميثاق الأمم المتحدة."),
    (
        "PRO019",
        "Under Rule 12 of the Internal Rules, which entrusts the Cabinet with it, it is done.",
    ),
    ("PRO019", "En vertu de l'article 12 du Règlement intérieur, qui confie au Cabinet ce suivi."),
    ("PRO019", "استنادا إلى القاعدة 12 من النظام الداخلي التي تعهد إلى الديوان بذلك."),
    ("PRO031", "The Standing Committee for Economic and Commercial Cooperation (COMSTECH) met."),
    (
        "PRO031",
        "Le Comité permanent pour l'information et les affaires culturelles (COMCEC) s'est réuni.",
    ),
    ("PRO031", "اجتمعت اللجنة الدائمة للتعاون الاقتصادي والتجاري (COMSTECH)."),
    ("PRO009", "The fifty-first session of the Council was held in Ankara on 21 and 22 June 2025."),
    ("PRO009", "La cinquantième session du Conseil s'est tenue à Douala les 29 et 30 août 2024."),
    ("PRO009", "عُقدت الدورة الحادية والخمسون للمجلس في أنقرة يومي 21 و22 يونيو 2025."),
    (
        "PRO009",
        "It thanks for the seventeenth extraordinary session of the Council of Foreign Ministers, which Pakistan hosted in Karachi in December 2021.",
    ),
    (
        "PRO023",
        "The meeting is held on the sidelines of the eightieth session of the United Nations General Assembly in October 2026.",
    ),
    (
        "PRO023",
        "La réunion se tient en marge de la quatre-vingtième session de l'Assemblée générale des Nations Unies, en octobre 2026.",
    ),
    ("PRO023", "يعقد على هامش الدورة الثمانين للجمعية العامة للأمم المتحدة في أكتوبر 2026."),
]
SILENT = [
    (
        "PRO019",
        "The missions of observer States, including the Russian Federation, are invited to the OIC session.",
    ),
    (
        "PRO019",
        "United Nations Member States, including the Russian Federation, voted; the OIC took note.",
    ),
    (
        "PRO019",
        "The note is sent to the United Nations headquarters in New York by the Organisation of Islamic Cooperation.",
    ),
    (
        "PRO019",
        "The OIC files are kept in Arabic, English and French, the three official languages of the Organisation.",
    ),
    (
        "PRO028",
        "The Union of the Comoros, whose membership is not suspended, came to the OIC session.",
    ),
    (
        "PRO028",
        "Mali, whose membership of the African Union is suspended, came to the OIC session.",
    ),
    ("PRO029", "It recalls General Assembly resolution 194 (III) on the right of return."),
    ("PRO029", "Elle rappelle la résolution 2625 (XXV) de l'Assemblée générale."),
    (
        "PRO030",
        "Under Article 16 of the Charter of the Organisation of Islamic Cooperation it may do so.",
    ),
    (
        "PRO032",
        "The OIC recalls Article 110 of the Charter of the United Nations.",
    ),
    (
        "PRO019",
        "Under Rule 5 of the Internal Rules, which entrusts the Cabinet with it, it is done.",
    ),
    ("PRO019", "Selon l'article 12 du Règlement intérieur, relatif aux congés, le Cabinet suit."),
    ("PRO019", "استنادا إلى القاعدة 5 من النظام الداخلي التي تعهد إلى الديوان بذلك."),
    (
        "PRO030",
        "Under Article 51 of the Charter of the United Nations and the OIC resolutions it may do so.",
    ),
    ("PRO031", "The Standing Committee for Economic and Commercial Cooperation (COMCEC) met."),
    (
        "PRO009",
        "The fifty-first session of the Council was held in Istanbul on 21 and 22 June 2025.",
    ),
    ("PRO009", "The fifty-first session of the Council was held in Geneva in March 2023."),
    ("PRO009", "عُقدت الدورة الحادية والخمسون للمجلس في إسطنبول يومي 21 و22 يونيو 2025."),
    (
        "PRO023",
        "The meeting is held on the sidelines of the eightieth session of the United Nations General Assembly in May 2026.",
    ),
    (
        "PRO023",
        "La réunion se tient en marge de la quatre-vingt-unième session de l'Assemblée générale des Nations Unies, en octobre 2026.",
    ),
    (
        "PRO023",
        "يعقد على هامش الدورة الحادية والثمانين للجمعية العامة للأمم المتحدة في أكتوبر 2026.",
    ),
]


def _codes(reviewer: Reviewer, text: str) -> list[str]:
    return [one.code for one in reviewer.review(text, kind=Kind.REPORT).findings]


@pytest.mark.parametrize(("code", "text"), FIRES)
def test_what_the_registers_deny_is_found(reviewer: Reviewer, code: str, text: str) -> None:
    assert code in _codes(reviewer, text)


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_what_the_registers_bear_out_is_silent(reviewer: Reviewer, code: str, text: str) -> None:
    assert code not in _codes(reviewer, text)
