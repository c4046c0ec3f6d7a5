"""Words that do not agree, verbs of a resolution in the wrong part, towns that are no capital."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.review.finding import Level
from clearance.terms import Kind, Language

AR, EN, FR = Language.ARABIC, Language.ENGLISH, Language.FRENCH


def _told(reviewer: Reviewer, text: str, language: Language, code: str) -> list[str | None]:
    report = reviewer.review(f"Note.\n{text}", language=language, kind=Kind.MEMORANDUM)
    return [one.suggestion for one in report.findings if one.code == code]


@pytest.mark.parametrize(
    ("language", "text", "instead"),
    [
        (EN, "The delegates has arrived in Jeddah.", "have"),
        (EN, "Each document are signed by the parties.", "is"),
        (EN, "We note this resolutions of the Council.", "resolution"),
        (EN, "The States are invited to nominates a focal point.", "nominate"),
        (EN, "The report has been submit to the Council.", "submitted"),
        (FR, "La pause est observé de 12 h 15 à 12 h 45.", "observée"),
        (FR, "Les corrections sont adressés au service.", "adressées"),
        (FR, "Les chefs d'unité est priés de répondre.", "sont"),
        (FR, "Il faut que les autorités locales soit informées.", "soient"),
        (FR, "Les décisions adoptée par le Conseil sont jointes.", "adoptées"),
        (FR, "Il en informe ces membre et leurs familles.", None),
        (FR, "La note est portée à la connaissance de leurs personnel.", "personnels"),
        (FR, "Le Conseil invite les États membres à désigné un point focal.", "désigner"),
        (FR, "La réunion tenu à Djeddah a pris fin.", "tenue"),
        (AR, "عقدت اللجنة خمس اجتماعات في جدة.", "خمسة"),
        (AR, "شاركت ثلاثة دول في الورشة.", "ثلاث"),
        (AR, "شارك أحد عشر خبراء في الورشة.", "خبيرا"),
        (AR, "عقدت خمسة عشر جلسة.", "خمس"),
        (AR, "استمرت الورشة عشرين أيام.", "يوما"),
        (AR, "لمدة خمسة يوما.", "أيام"),
    ],
)
def test_words_that_do_not_agree_are_told(
    reviewer: Reviewer, language: Language, text: str, instead: str | None
) -> None:
    assert _told(reviewer, text, language, "LNG014") == ([instead] if instead else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The delegates have arrived. The news is good. The number of States is growing."),
        (EN, "A number of States have replied. The report of the delegates has arrived."),
        (EN, "The Secretariat requests to States were answered; it will transmit the report."),
        (EN, "The Chair undertook to revert to it once consultations were complete."),
        (FR, "La pause est observée. Les corrections sont adressées au service."),
        (FR, "Les directives et les décisions sont publiés au Bulletin."),
        (FR, "La libéralisation des échanges adoptée par la Conférence est en cours."),
        (FR, "Ces quatre délégations et leurs deux experts sont priés de répondre."),
        (FR, "L'un des membres du comité est absent ; la qualité est bonne."),
        (AR, "عقدت اللجنة خمسة اجتماعات وثلاث جلسات، وشارك أحد عشر خبيرا وخمس عشرة خبيرة."),
        (AR, "لمدة اثني عشر شهرا، وخصص خمس الميزانية وعشر المبلغ لثلاث دول."),
        (AR, "سبعة وخمسون دولة عضوا، وثلاثون يوما، وخمسة عشر يوما."),
    ],
)
def test_words_that_agree_are_left_alone(reviewer: Reviewer, language: Language, text: str) -> None:
    assert _told(reviewer, text, language, "LNG014") == []


def test_text_of_no_kind_of_the_house_keeps_its_grammar(reviewer: Reviewer) -> None:
    report = reviewer.review("La pause est observé.", language=FR)

    assert [one.code for one in report.findings] == []


PREAMBLES = {
    EN: ("Recalling Resolution 1/51-PAL,", "{}its previous decisions,", "1. {}States to reply;"),
    FR: ("Rappelant la résolution 1/51-PAL,", "{}ses décisions,", "1. {}les États de répondre ;"),
    AR: ("إذ يستذكر القرار 1/51-فل،", "{}قراراته السابقة،", "1- {}من الدول الرد؛"),
}
ORGANS = {
    EN: "The Council of Foreign Ministers,", FR: "Le Conseil des ministres,",
    AR: "إن مجلس وزراء الخارجية،",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "preamble", "decision", "codes"),
    [
        (EN, "Recalling ", "Requests ", []),
        (EN, "Takes note of ", "Requests ", ["CON052"]),
        (EN, "Recalling ", "Requesting ", ["CON053"]),
        (FR, "Rappelant ", "Prie ", []),
        (FR, "Rappelle ", "Prie ", ["CON052"]),
        (FR, "Rappelant ", "Priant ", ["CON053"]),
        (AR, "وإذ يستذكر ", "يطلب ", []),
        (AR, "يستذكر ", "يطلب ", ["CON052"]),
        (AR, "وإذ يستذكر ", "وإذ يطلب ", ["CON053"]),
    ],
)
def test_verb_in_the_wrong_part_of_a_resolution_is_told(
    reviewer: Reviewer, language: Language, preamble: str, decision: str, codes: list[str]
) -> None:
    first, second, numbered = PREAMBLES[language]
    text = "\n\n".join(
        (ORGANS[language], first, second.format(preamble), numbered.format(decision))
    )

    report = reviewer.review(text, language=language, kind=Kind.DRAFT_RESOLUTION)

    assert [one.code for one in report.findings if one.code in ("CON052", "CON053")] == codes


LETTERS = {
    EN: "H.E. Mr. Ali Bello\nMinister of Foreign Affairs\nFederal Republic of Nigeria\n{}\n\n"
    "Your Excellency,\n\nI write.\n",
    FR: "S.E. M. Ali Bello\nMinistre des Affaires étrangères\nRépublique du Cameroun\n{}\n\n"
    "Excellence,\n\nJ'écris.\n",
    AR: "معالي السيد علي بلو\nوزير الخارجية\nالجمهورية الجزائرية الديمقراطية الشعبية\n{}\n\n"
    "معالي الوزير،\n\nأكتب إليكم.\n",
}


@pytest.mark.parametrize(
    ("language", "town", "right"),
    [
        (EN, "Lagos", "Abuja"), (EN, "Abuja", None), (FR, "Douala", "Yaoundé"),
        (FR, "Yaoundé", None), (AR, "وهران", "الجزائر"), (AR, "الجزائر", None),
    ],
)  # fmt: skip
def test_minister_in_another_town_than_the_capital_is_told(
    reviewer: Reviewer, language: Language, town: str, right: str | None
) -> None:
    report = reviewer.review(LETTERS[language].format(town), language=language, kind=Kind.LETTER)

    told = [one.suggestion for one in report.findings if one.code == "ADR020"]
    assert told == ([right] if right else [])


def test_sentence_behind_a_state_is_no_town(reviewer: Reviewer) -> None:
    note = (
        "منظمة التعاون الإسلامي\nمذكرة شفوية\nتهدي الأمانة العامة أطيب تحياتها إلى وزارة خارجية "
        "دولة الكويت، وتتشرف\nبإبلاغها بما يلي.\n\nعقد الاجتماع.\n"
    )

    told = reviewer.review(note, language=AR, kind=Kind.NOTE_VERBALE).findings
    assert "ADR020" not in {one.code for one in told}


@pytest.mark.parametrize(
    ("language", "head", "told"),
    [
        (EN, "Subject:\n\n1. The arrears of the unit are listed below.", True),
        (EN, "Subject: Arrears\n\n1. The arrears of the unit are listed below.", False),
        (EN, "Subject:\nArrears of the unit\n\n1. They are listed below.", False),
        (FR, "Objet :\n\n1. Les dépenses sont les suivantes.", True),
        (FR, "Objet : Dépenses\n\n1. Les dépenses sont les suivantes.", False),
        (AR, "الموضوع:\n\nأولا: بلغت المصروفات ما يأتي.", True),
        (AR, "الموضوع: المصروفات\n\nأولا: بلغت المصروفات ما يأتي.", False),
    ],
)
def test_label_of_a_subject_with_nothing_behind_it_is_told(
    reviewer: Reviewer, language: Language, head: str, told: bool
) -> None:
    date = {EN: "14 April 2026", FR: "14 avril 2026", AR: "14 أبريل 2026"}[language]
    labels = {EN: ("To", "From", "Date"), FR: ("À", "De", "Date"), AR: ("إلى", "من", "التاريخ")}
    to, sender, day = labels[language]
    text = f"{to}: X\n{sender}: Y\n{day}: {date}\nOIC/CAB/AF/2026/0001\n{head}\n"

    report = reviewer.review(text, language=language, kind=Kind.MEMORANDUM)

    found = [one for one in report.findings if one.code == "CON001" and one.level > Level.NOTE]
    assert any("subject" in one.message() for one in found) is told


def test_date_of_another_year_than_all_else_is_told(reviewer: Reviewer) -> None:
    text = (
        "To: X\nFrom: Y\nDate: 14 April {}\nRef.: OIC/CAB/AF/2026/0188\nSubject: Arrears\n\n"
        "1. They were paid on 3 March 2026.\n"
    )

    codes = [
        {one.code for one in reviewer.review(text.format(year), kind=Kind.MEMORANDUM).findings}
        for year in (2062, 2026)
    ]

    assert ["FIG029" in each for each in codes] == [True, False]
