"""Forms of other houses: what stands for a known part, and the heading that heads nothing."""

from __future__ import annotations

import pytest

from clearance.review import review
from clearance.review.finding import Level
from clearance.terms import Check, Kind, Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC
_HOUSE = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\nGeneral Secretariat",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\nSecrétariat général",
    AR: "منظمة التعاون الإسلامي\nالأمانة العامة",
}


def _told(text: str, kind: Kind, level: Level = Level.WARN) -> set[str]:
    report = review(text, kind=kind)
    return {
        one.code for one in report.findings if one.check is Check.CONFORMITY and one.level >= level
    }


_ARTICLES = {
    EN: (
        "CONTRACT\nNo. OIC/CAB/ADM/2026/0118\n10 March 2026\n\nBetween the Organisation of Islamic "
        "Cooperation and Sahel Ltd., the supplier.\n\n"
        "1. Object. The supplier shall deliver forty desks to the seat of the Organisation.\n"
        "2. Price. The price is USD 9,000, charged to budget line 4-02, and covers all charges.\n"
        "3. Term. The contract lasts one year and may be ended by written notice of thirty days.\n"
        "4. Disputes.{disputes}\n5. Immunities.{immunities}\n\n"
        "Signed for the Organisation:\nOmar Sy\nDirector\n\nSigned for the supplier:\nAda Mbaye\n",
        " Any dispute shall be settled amicably or, failing that, by arbitration.",
        " Nothing herein is a waiver of the privileges and immunities of the Organisation.",
        ("", " [Left blank]", " Not applicable.", " To be drafted."),
    ),
    FR: (
        "CONTRAT\nN° OIC/CAB/ADM/2026/0118\n10 mars 2026\n\nEntre l'Organisation de la coopération "
        "islamique et Sahel SARL, le fournisseur.\n\n"
        "Article 1 - Objet\nLe fournisseur livre quarante bureaux au siège de l'Organisation.\n\n"
        "Article 2 - Prix\nLe prix est de 9 000 USD, imputé sur la ligne budgétaire 4-02.\n\n"
        "Article 3 - Durée\nLe contrat dure un an et prend fin moyennant préavis écrit d'un mois."
        "\n\nArticle 4 - Différends\n{disputes}\n\nArticle 5 - Immunités\n{immunities}\n\n"
        "Pour l'Organisation :\nOmar Sy\nDirecteur\n\nPour le fournisseur :\nAda Mbaye\n",
        "Tout différend est réglé à l'amiable ou, à défaut, porté devant un arbitre unique.",
        "Rien ici ne vaut renonciation aux privilèges et immunités de l'Organisation.",
        ("", "[Laissé en blanc]", "Sans objet.", "À rédiger."),
    ),
    AR: (
        "عقد\nرقم OIC/CAB/ADM/2026/0118\n10 مارس 2026\n\nبين منظمة التعاون الإسلامي وشركة الساحل، "
        "المورد.\n\n"
        "المادة 1: الموضوع\nيسلم المورد أربعين مكتبا في مقر المنظمة بجدة.\n\n"
        "المادة 2: الثمن\nالثمن 9,000 دولار يقيد على بند الميزانية 4-02 ويشمل جميع الرسوم.\n\n"
        "المادة 3: المدة\nمدة العقد سنة واحدة ويجوز إنهاؤه بإشعار كتابي مدته ثلاثون يوما.\n\n"
        "المادة 4: المنازعات\n{disputes}\n\nالمادة 5: الحصانات\n{immunities}\n\n"
        "عن المنظمة:\nعمر سي\nالمدير\n\nعن المورد:\nآدا مباي\n",
        "تسوى كل منازعة وديا فإن تعذر ذلك أحيلت إلى التحكيم.",
        "لا يعد أي حكم في هذا العقد تنازلا عن امتيازات المنظمة وحصاناتها.",
        ("", "[ترك فارغا]", "لا ينطبق.", "تحرر لاحقا."),
    ),
}


@pytest.mark.parametrize("language", Language)
def test_article_with_nothing_under_its_heading_is_told(language: Language) -> None:
    body, disputes, immunities, nothing = _ARTICLES[language]
    text = f"{_HOUSE[language]}\n{body}"
    whole = text.format(disputes=disputes, immunities=immunities)

    assert not _told(whole, Kind.CONTRACT)
    for one in nothing:
        assert "CON001" in _told(text.format(disputes=one, immunities=immunities), Kind.CONTRACT)
        assert "CON001" in _told(text.format(disputes=disputes, immunities=one), Kind.CONTRACT)


def test_list_of_goods_is_no_list_of_articles() -> None:
    goods = "1. Desks.\n2. Lamps.\n3. Chairs.\n4. Shelves.\n5. Carpets for the hall.\n"
    text = f"{_HOUSE[EN]}\n\nCONTRACT\n\n{goods}\nThe supplier delivers the goods above in June."

    assert "CON001" not in _told(text, Kind.CONTRACT)


_REPORTS = {
    EN: (
        "REPORT OF THE DEPARTMENT\nRef.: OIC/CAB/INF/2025/0299\nDate: 30 September 2025\n\n"
        "Submitted to:\nH.E. Mr. Omar Sy\nMinister of Culture\nRepublic of Chad\n\n"
        "Subject: work of the year\n\nPlease accept the assurances of my highest consideration.\n\n"
        "Ada Mbaye\nDirector\n",
        "CIRCULAR LETTER OIC/CAB/ECO/2026/1733\nJeddah, 11 January 2026\n\nSubject: the meeting\n\n"
        "To the Permanent Missions of the Member States\n\nPapers are to reach the Registry nine "
        "days before the sitting, and names by June.\n\nWith high consideration.\n\nAda Mbaye\n"
        "Director\n",
    ),
    FR: (
        "RAPPORT DU DÉPARTEMENT\nRéf. : OIC/CAB/INF/2025/0299\nDate : 30 septembre 2025\n\n"
        "Présenté à :\nS.E. M. Omar Sy\nMinistre de la Culture\nRépublique du Tchad\n\n"
        "Objet : travaux de l'année\n\nVeuillez agréer les assurances de ma haute considération."
        "\n\nAda Mbaye\nDirectrice\n",
        "LETTRE CIRCULAIRE OIC/CAB/ECO/2026/1733\nDjeddah, le 11 janvier 2026\n\nObjet : la réunion"
        "\n\nAux Missions permanentes des États membres\n\nLes documents parviennent au Registre "
        "neuf jours avant la séance, et les noms en juin.\n\nAvec ma haute considération.\n\n"
        "Ada Mbaye\nDirectrice\n",
    ),
    AR: (
        "تقرير الإدارة\nالرقم: OIC/CAB/INF/2025/0299\nالتاريخ: 30 سبتمبر 2025\n\n"
        "مرفوع إلى:\nمعالي السيد عمر سي\nوزير الثقافة\nجمهورية تشاد\n\nالموضوع: أعمال السنة\n\n"
        "وتفضلوا بقبول فائق الاحترام والتقدير.\n\nآدا مباي\nالمديرة\n",
        "تعميم رقم OIC/CAB/ECO/2026/1733\nجدة، 11 يناير 2026\n\nالموضوع: الاجتماع\n\n"
        "إلى المندوبيات الدائمة للدول الأعضاء\n\nتصل الوثائق إلى السجل قبل الجلسة بتسعة أيام، "
        "وتصل الأسماء في يونيو.\n\nوتقبلوا فائق الاحترام.\n\nآدا مباي\nالمديرة\n",
    ),
}


@pytest.mark.parametrize("language", Language)
def test_report_and_circular_to_missions_greet_nobody(language: Language) -> None:
    report, circular = _REPORTS[language]

    assert "CON001" not in _told(f"{_HOUSE[language]}\n\n{report}", Kind.REPORT)
    assert "CON001" not in _told(f"{_HOUSE[language]}\n\n{circular}", Kind.CIRCULAR)


_MEMORANDA = {
    EN: "Memorandum\nReference OIC/CAB/ORG/2026/4259 of 5 August 2026\n\nFROM Ada Mbaye, Director\n"
    "TO Omar Sy, Director of Finance\nVIA the Cabinet\nSUBJECT release of credits\n\n",
    FR: "Mémorandum\nRéférence OIC/CAB/ORG/2026/4259 du 5 août 2026\n\nDE Ada Mbaye, Directrice\n"
    "À Omar Sy, Directeur des Finances\nOBJET ouverture de crédits\n\n",
}
_TEXT = {
    EN: "The desks of the library are to be paid this month, and the shelves painted in June.\n\n",
    FR: "Les bureaux de la bibliothèque sont à payer ce mois et les rayons à peindre en juin.\n\n",
}


@pytest.mark.parametrize("language", _MEMORANDA)
def test_labels_in_capitals_need_no_colon(language: Language) -> None:
    head = f"{_HOUSE[language]}\n\n{_MEMORANDA[language]}"
    text = f"{head}{_TEXT[language]}Ada Mbaye\nDirector\n\nEncl.: 2 (map; plan)\n"
    label = "TO " if language is EN else "À "
    without = "\n".join(line for line in text.split("\n") if not line.startswith(label))

    assert "CON001" not in _told(text, Kind.MEMORANDUM)
    assert "CON001" in _told(without, Kind.MEMORANDUM)


_DRAFT = (
    "ORGANISATION OF ISLAMIC COOPERATION\n\nDRAFT RESOLUTION ON WATER\n\nThe Council of Foreign "
    "Ministers,\n\nRecalling its resolution 1/50-ORG on Water,\n\n{}"
)


def test_follow_up_may_be_asked_for_in_an_earlier_paragraph() -> None:
    charged = "1. Mandates the Secretary-General to draw up a plan of action;\n"
    last = "2. Expresses its gratitude to the host country for its welcome.\n"
    other = "1. Welcomes the offer of the host country to lend its halls;\n"

    assert "CON051" not in _told(_DRAFT.format(charged + last), Kind.DRAFT_RESOLUTION)
    assert "CON051" in _told(_DRAFT.format(other + last), Kind.DRAFT_RESOLUTION)
