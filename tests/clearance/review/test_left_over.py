"""A part in words that no list has is not missed; where it is taken out, it is."""

# ruff: noqa: E501  (a text that is broken at its end hides its slip)

from __future__ import annotations

import pytest

from clearance.review import review
from clearance.review.finding import Level
from clearance.terms import Kind, Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC

LETTERS = {
    EN: """The Secretariat of the Organisation of Islamic Cooperation, Jeddah

When answering quote OIC/CAB/POL/2026/3110
Jeddah, 12 May 2026

H.E. Mr. Omar Hassan
Minister of Foreign Affairs
Republic of Indonesia

Topic at hand: The yearly round of the planning officers

Excellency,

Pursuant to Resolution 1/51-POL the General Secretariat will hold the round in Jeddah, and the
officers of all member states are invited to it. The programme follows in due course.

I send you, Excellency, my thanks and every good wish for your work.

Nabil Karim
Secretary-General

Approved by the Secretary-General on 11 May 2026
""",
    FR: """Le Secrétariat de l'Organisation de la coopération islamique, Djeddah

À rappeler dans vos réponses : OIC/CAB/POL/2026/3110
Djeddah, le 12 mai 2026

S.E. M. Omar Hassan
Ministre des Affaires étrangères
République d'Indonésie

Propos : La rencontre annuelle des planificateurs

Monsieur le Ministre,

En application de la résolution 1/51-POL, le Secrétariat général tiendra la rencontre à Djeddah et y
convie les fonctionnaires de tous les États membres. Le programme suivra en temps utile.

Je forme, Monsieur le Ministre, des vœux pour votre travail et vous redis ma gratitude.

Nabil Karim
Secrétaire général

Approuvé par le Secrétaire général le 11 mai 2026
""",
    AR: """أمانة منظمة التعاون الإسلامي، جدة

يذكر عند الجواب: OIC/CAB/POL/2026/3110
جدة في 12 مايو 2026م

معالي السيد عمر حسن
وزير الخارجية
جمهورية إندونيسيا

مدار الكتاب: اللقاء السنوي لموظفي التخطيط

معالي الوزير،

عملا بالقرار رقم 1/51 - س تعقد الأمانة العامة اللقاء في جدة، وتدعو إليه الموظفين من جميع الدول
الأعضاء، ويصل البرنامج في حينه.

وأزجي إليكم، معالي الوزير، جزيل امتناني وصادق مودتي.

نبيل كريم
الأمين العام

اعتمده الأمين العام في 11 مايو 2026م
""",
}  # fmt: skip
PARTS = {
    "reference": ("When answering", "À rappeler", "يذكر عند"),
    "subject": ("Topic at", "Propos", "مدار"),
    "letterhead": ("The Secretariat of", "Le Secrétariat de l'O", "أمانة منظمة"),
    "closing": ("I send you", "Je forme", "وأزجي"),
}


def _missed(text: str, language: Language) -> list[str]:
    report = review(text, kind=Kind.LETTER, language=language)
    return [
        one.params["part"]["en"]
        if isinstance(one.params["part"], dict)
        else str(one.params["part"])
        for one in report.findings
        if one.code == "CON001" and one.level > Level.NOTE
    ]


@pytest.mark.parametrize("language", LETTERS)
def test_no_part_in_words_of_its_own_is_missed(language: Language) -> None:
    assert _missed(LETTERS[language], language) == []


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LETTERS)
def test_part_that_is_taken_out_is_missed(language: Language, part: str) -> None:
    begins = PARTS[part][list(LETTERS).index(language)]
    lines = [line for line in LETTERS[language].split("\n") if not line.startswith(begins)]
    assert len(_missed("\n".join(lines), language)) == 1


_CIRCULARS = {
    EN: ("CIRCULAR NOTICE – FOR ALL UNITS OF THE SECRETARIAT", "CIRCULAR NOTICE"),
    FR: ("AVIS CIRCULAIRE – POUR TOUTES LES UNITÉS DU SECRÉTARIAT", "AVIS CIRCULAIRE"),
    AR: ("تعميم للدول الأعضاء", "تعميم"),
}


@pytest.mark.parametrize("language", _CIRCULARS)
def test_circular_names_in_its_title_whom_it_is_for(language: Language) -> None:
    with_bodies, without = _CIRCULARS[language]
    lines = LETTERS[language].split("\n")
    head, tail = lines[:5], lines[9:11] + lines[13:]

    def circular(title: str) -> str:
        return "\n".join([*head, title, "", *tail])

    def asks(title: str) -> bool:
        report = review(circular(title), kind=Kind.CIRCULAR, language=language)
        return any(
            one.code == "CON001" and "addressee" in str(one.params["part"])
            for one in report.findings
        )

    assert (asks(with_bodies), asks(without)) == (False, True)


def test_unit_is_read_of_whole_words() -> None:
    """«قدرهما» ends as a dirham does."""
    text = "وسجلت المالية مبلغين قدرهما 350 دولارا (ثلاثمائة وخمسون دولارا) و40 دولارا."
    other = "وسجلت المالية مبلغا قدره درهما 350 (ثلاثمائة وخمسون دولارا) و40 دولارا."
    codes = [
        [one.code for one in review(each, language=AR).findings if one.code == "FIG005"]
        for each in (text, other)
    ]
    assert codes == [[], ["FIG005"]]


_ENCLOSURES = {
    EN: ("The agenda (Annex I) and the map (Annex {}) are enclosed.\n\n", "Enc. 2 – Annex I: agenda – Annex II: map\n", "II", "IV"),
    FR: ("L'ordre du jour (Annexe I) et la carte (Annexe {}) sont joints à la présente.\n\n", "P.J. (2) – Annexe I : ordre du jour – Annexe II : carte\n", "II", "IV"),
    AR: ("ومرفق طيه جدول الأعمال (المرفق الأول) والخريطة (المرفق {}).\n\n", "المرفقات (2) – المرفق الأول: جدول الأعمال – المرفق الثاني: الخريطة\n", "الثاني", "الرابع"),
}  # fmt: skip


@pytest.mark.parametrize("language", _ENCLOSURES)
def test_list_of_enclosures_behind_a_dash_is_held_against_the_text(language: Language) -> None:
    sent, foot, right, wrong = _ENCLOSURES[language]
    leave = PARTS["closing"][list(LETTERS).index(language)]

    def codes(number: str) -> list[str]:
        letter = LETTERS[language].replace(leave, sent.format(number) + leave) + "\n" + foot
        return [
            one.code
            for one in review(letter, kind=Kind.LETTER, language=language).findings
            if one.level > Level.NOTE and one.code.startswith("CON06")
        ]

    assert codes(right) == []
    assert codes(wrong) != []


_TO = {
    EN: ("H.E. Mr. Omar", "To: "),
    FR: ("S.E. M. Omar", "À : "),
    AR: ("معالي السيد عمر", "إلى: "),
}


@pytest.mark.parametrize("language", _TO)
def test_memorandum_to_a_minister_needs_no_line_of_sender(language: Language) -> None:
    """One that stays in the house does."""
    begins, label = _TO[language]
    letter = LETTERS[language].replace(begins, label + begins)
    office = {
        EN: "The Director of Protocol",
        FR: "Le Directeur du Protocole",
        AR: "مدير إدارة المراسم",
    }
    lines = letter.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith(label))
    inside = "\n".join([*lines[:at], label + office[language], *lines[at + 3 :]])
    asked = [
        [
            one.code
            for one in review(text, kind=Kind.MEMORANDUM, language=language).findings
            if one.code == "CON001" and "sender" in str(one.params["part"])
        ]
        for text in (letter, inside)
    ]
    assert asked == [[], ["CON001"]]
