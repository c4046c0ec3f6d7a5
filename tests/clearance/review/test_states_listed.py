"""Names of states in lists, and the state to which a note verbale goes."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.review.context import Context
from clearance.review.default_people import known_states
from clearance.terms import Kind, Language
from tests.clearance.review import house_papers as papers

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC


@pytest.fixture(scope="module")
def of_states() -> Reviewer:
    return Reviewer(Context(states=known_states()))


@pytest.mark.parametrize(
    ("language", "text", "printed", "right"),
    [
        (EN, "It consists of three Member States, namely Somalia, Malaysya, Benin and Albania.",
         "Malaysya", "Malaysia"),
        (EN, "The Member Countries - Brunei Darrusalam, the Republic of Indonesia, Malaysia and "
             "Pakistan - met.", "Brunei Darrusalam", "Brunei Darussalam"),
        (FR, "Un comité composé de trois États, à savoir : Somalie, Malaysie, Bénin et Albanie.",
         "Malaysie", "Malaisie"),
        (AR, "لجنة من الدول الآتية: الصومال، ماليزسا، بنن وألبانيا.", "ماليزسا", "ماليزيا"),
    ],
)  # fmt: skip
def test_misspelt_state_in_a_list_of_states_is_told(
    of_states: Reviewer, language: Language, text: str, printed: str, right: str
) -> None:
    found = [f for f in of_states.review(text, language=language).findings if f.code == "LNG015"]

    assert [(text[f.start : f.end], f.suggestion) for f in found] == [(printed, right)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "It consists of Member States, namely Somalia, Malaysia, Benin and Albania."),
        (EN, "The countries, namely Somalia, Benin, Malta and Albania, thanked Mr. Malaysa."),
        (EN, "The Member States, Malaysya among them, met the President, the Council and others."),
        (EN, "The Member States Niger, Nigeria, Mali, Malawi, Guinea and Guinea-Bissau met."),
        (FR, "Les États membres, à savoir : Somalie, Niger, Nigéria, Guinée et Guyana."),
        (AR, "الدول الآتية: الصومال، النيجر، نيجيريا، مالي، ملاوي وغينيا."),
    ],
)  # fmt: skip
def test_right_names_and_names_outside_a_list_are_left_alone(
    of_states: Reviewer, language: Language, text: str
) -> None:
    codes = [f.code for f in of_states.review(text, language=language).findings]

    assert "LNG015" not in codes


_NOTE = {
    EN: "The General Secretariat presents its compliments to the Permanent Mission of the Republic "
        "of {0} and has the honour to inform it of the meeting.\n\nThe General Secretariat avails "
        "itself of this opportunity to renew to the Permanent Mission of the Republic of {1} the "
        "assurances of its highest consideration.\n\nJeddah, 4 May 2026\n\nPermanent Mission\n"
        "Republic of {2}\n",
    FR: "Le Secrétariat général présente ses compliments à l'Ambassade de la République du {0} et "
        "a l'honneur de l'informer de la réunion.\n\nLe Secrétariat général saisit cette occasion "
        "pour renouveler à l'Ambassade de la République du {1} les assurances de sa haute "
        "considération.\n\nDjeddah, le 4 mai 2026\n\nAmbassade\nRépublique du {2}\n",
    AR: "تهدي الأمانة العامة أطيب تحياتها إلى سفارة جمهورية {0} وتتشرف بإبلاغها بالاجتماع.\n\n"
        "وتغتنم الأمانة العامة هذه المناسبة لتعرب لسفارة جمهورية {1} عن فائق تقديرها.\n\n"
        "جدة، 4 مايو 2026\n\nسفارة\nجمهورية {2}\n",
}  # fmt: skip
_TWO = {EN: ("Mali", "Uganda"), FR: ("Mali", "Tchad"), AR: ("مالي", "أوغندا")}


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("language", Language)
def test_note_verbale_that_names_another_state_once_is_told(
    of_states: Reviewer, language: Language, place: int
) -> None:
    right, wrong = _TWO[language]
    states = [right] * 3
    states[place] = wrong
    text = _NOTE[language].format(*states)

    found = of_states.review(text, language=language, kind=Kind.NOTE_VERBALE).findings

    assert [wrong in text[f.start : f.end] for f in found if f.code == "ADR021"] == [True]


@pytest.mark.parametrize("language", Language)
def test_note_verbale_to_one_state_is_quiet(of_states: Reviewer, language: Language) -> None:
    text = _NOTE[language].format(*[_TWO[language][0]] * 3)

    found = of_states.review(text, language=language, kind=Kind.NOTE_VERBALE).findings

    assert "ADR021" not in [f.code for f in found]


@pytest.mark.parametrize("note", [papers.NV_EN, papers.NV_FR, papers.NV_AR])
def test_notes_of_the_house_are_quiet(of_states: Reviewer, note: str) -> None:
    found = of_states.review(note, kind=Kind.NOTE_VERBALE).findings

    assert "ADR021" not in [f.code for f in found]
