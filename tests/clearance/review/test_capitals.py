"""Words with a capital: a slip in the names of posts and organs, and names that are spelt so."""

from __future__ import annotations

import pytest

from clearance.data.lexicon.dictionaries import is_absent
from clearance.review import Reviewer
from clearance.terms import Language

EN, FR = Language.ENGLISH, Language.FRENCH

pytestmark = pytest.mark.skipif(
    is_absent(EN) or is_absent(FR), reason="no dictionaries are installed here"
)


def _suggestions(reviewer: Reviewer, language: Language, text: str) -> list[str | None]:
    findings = reviewer.review(text, language=language).findings
    return [each.suggestion for each in findings if each.code == "LNG001"]


@pytest.mark.parametrize(
    ("language", "text", "instead"),
    [
        (EN, "The Minister of Foeign Affairs replied to the letter.", "Foreign"),
        (EN, "The letter of the Prmie Minister was read out.", "Prime"),
        (EN, "The Executive Baord met on Monday.", "Board"),
        (EN, "The Audit Panel met, and the Audit Pannel reported to it.", "Panel"),
        (FR, "Le Ministre des Agfaires étrangères a répondu.", "Affaires"),
        (FR, "Les Etays membres se réuniront à Niamey.", "Etats"),
        (FR, "Le Comité permanent siège, et le Comoté permanent décide.", "Comité"),
    ],
)
def test_slip_in_a_post_or_organ_is_found(
    reviewer: Reviewer, language: Language, text: str, instead: str
) -> None:
    assert _suggestions(reviewer, language, text) == [instead]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "Mr. Baord met the Executive Board on Monday."),
        (EN, "Ms. Staet works for a Member State."),
        (FR, "M. Etays est venu ; les Etats membres se réuniront."),
        (FR, "Le Conseil des ministres a entendu le Conseil des experts et le Consei"),
        (FR, "Mme Bueeau dirige le Bureau permanent."),
    ],
)
def test_name_that_is_nearly_a_word_is_left_alone(
    reviewer: Reviewer, language: Language, text: str
) -> None:
    assert _suggestions(reviewer, language, text) == []
