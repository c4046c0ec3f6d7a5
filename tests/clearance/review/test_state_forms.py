"""Check 5: the full name of a state, with a head word or an adjective that is not its own."""

from __future__ import annotations

import pytest

from clearance.review.finding import Level
from clearance.terms import Kind, Language
from tests.clearance.review.letters import AR, EN, FR, findings, letter

_WRONG = {
    EN: (
        "Kingdom of Senegal", "Islamic Kingdom of Pakistan", "Socialist Republic of Kazakhstan",
        "Lebanese Kingdom", "Empire of Morocco", "Emirate of Kuwait", "Kingdom of Malaysia",
    ),
    FR: (
        "République hachémite de Jordanie", "Empire du Maroc", "Royaume libanais",
        "République populaire démocratique du Tchad", "Émirat du Qatar",
        "Royaume algérien démocratique et populaire", "République islamique d'Égypte",
    ),
    AR: (
        "مملكة السنغال", "المملكة الجزائرية الديمقراطية الشعبية", "الجمهورية العربية السعودية",
        "جمهورية كازاخستان الشعبية", "إمبراطورية المغرب", "مملكة مصر العربية", "إمارة الكويت",
    ),
}  # fmt: skip
_RIGHT = {
    EN: (
        "Republic of Senegal", "Islamic Republic of Pakistan", "Lebanese Republic",
        "Minister of State of Chad", "Tunisian Republic", "Syrian Arab Republic", "State of Kuwait",
    ),
    FR: (
        "Royaume hachémite de Jordanie", "Ministre d'État du Niger", "République libanaise",
        "République du Togo", "Émirats arabes unis", "République arabe d'Égypte", "État du Qatar",
    ),
    AR: (
        "جمهورية السنغال", "الجمهورية الجزائرية الديمقراطية الشعبية", "المملكة العربية السعودية",
        "جمهورية تشاد الشقيقة", "الجمهورية العراقية", "جمهورية مصر العربية", "دولة قطر الشقيقة",
    ),
}  # fmt: skip
# Of a note: its greeting, and the address at its foot. What differs is the state alone.
_NOTE = {
    EN: "The General Secretariat extends its cordial greetings to the Ministry of Foreign Affairs "
        "of the {0} and wishes to state as follows.\n\nThe meeting opens on Monday.\n\n"
        "(Seal)\n\nMinistry of Foreign Affairs\n{1}\n",
    FR: "Le Secrétariat général adresse ses salutations au Ministère des Affaires étrangères, {0}, "
        "et souhaite lui faire savoir ce qui suit.\n\nLa réunion s'ouvre lundi.\n\n"
        "(Sceau)\n\nMinistère des Affaires étrangères\n{1}\n",
    AR: "تبعث الأمانة العامة بتحياتها إلى وزارة الخارجية في {0}، وتود إفادتها بما يأتي.\n\n"
        "يفتتح الاجتماع يوم الاثنين.\n\n(الختم)\n\nوزارة الخارجية\n{1}\n",
}  # fmt: skip
_PLAIN = {
    EN: "The General Secretariat presents its compliments to the above-named authority.\n\n"
        "It renews to the Ministry the assurances of its highest consideration.\n",
    FR: "Le Secrétariat général présente ses compliments à l'autorité susmentionnée.\n\n"
        "Il renouvelle au Ministère les assurances de sa très haute considération.\n",
    AR: "تهدي الأمانة العامة تحياتها إلى الجهة المذكورة أعلاه.\n\n"
        "وتجدد الأمانة العامة للوزارة فائق تقديرها.\n",
}  # fmt: skip


def _told(text: str, kind: Kind, code: str) -> list[str]:
    return [
        text[one.start : one.end]
        for one in findings(text, 5, kind=kind)
        if one.code == code and one.level is not Level.NOTE
    ]


@pytest.mark.parametrize("language", [EN, FR, AR])
def test_state_under_another_head_or_adjective_is_told(language: Language) -> None:
    for place in _WRONG[language]:
        assert _told(letter(language, place=place), Kind.LETTER, "ADR017") == [place]
    for place in _RIGHT[language]:
        assert not _told(letter(language, place=place), Kind.LETTER, "ADR017")


@pytest.mark.parametrize("language", [EN, FR, AR])
def test_note_that_greets_in_other_words_names_one_state_by_its_own_name(
    language: Language,
) -> None:
    right, wrong, note = _RIGHT[language][0], _WRONG[language][0], _NOTE[language]
    another = _RIGHT[language][6]

    assert not findings(note.format(right, right), 5, kind=Kind.NOTE_VERBALE)
    assert _told(note.format(right, another), Kind.NOTE_VERBALE, "ADR021")
    assert _told(note.format(right, wrong), Kind.NOTE_VERBALE, "ADR017") == [wrong]
    assert not _told(_PLAIN[language], Kind.NOTE_VERBALE, "ADR021")
