"""A ground stands in the clause that leads a paper in, by what it names, however it is tied."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from clearance.review.finding import Level
from clearance.terms import Kind, Language
from tests.clearance.review.letters import AR, EN, FR
from tests.clearance.review.registers import reviewer_of_tests
from tests.clearance.review.test_basis import ASKS, HEADS, PREAMBLES
from tests.clearance.review.test_lines_needed import _APPROVED, _ENCLOSURES
from tests.clearance.review.test_within_house import HOUSE

_CASES = tomllib.loads(Path(__file__).with_name("leading_clauses.toml").read_text(encoding="utf-8"))
_HELD = {
    EN: "the congress of libraries, an event of five days. It will take place in Dakar in May, and "
        "the programme is on the back of the sheet that goes with this note.",
    FR: "les journées du livre, qui durent cinq jours. Celles-ci auront lieu à Dakar en mai, et le "
        "programme figure au dos de la feuille qui accompagne la présente note.",
    AR: "أيام الكتاب التي تدوم خمسة أيام، وستعقد في داكار في شهر مايو، ويرد البرنامج في ظهر "
        "الورقة التي ترافق هذه المذكرة، وفيه بيان القاعات والأوقات وأسماء المتحدثين من "
        "العلماء والكتاب والناشرين.",
}  # fmt: skip
_NOTES = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\n\nRef.: OIC/CAB/POL/2025/0012\nJeddah, 14 October "
        "2025\n\nNOTE VERBALE\n\nThe General Secretariat presents its compliments to the Embassy "
        "of the Republic of Niger and{} has the honour to announce {}\n\n{}\n{}\n",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\n\nRéf. : OIC/CAB/POL/2025/0012\nDjeddah, le "
        "14 octobre 2025\n\nNOTE VERBALE\n\nLe Secrétariat général présente ses compliments à "
        "l'Ambassade de la République du Niger et{} a l'honneur d'annoncer {}\n\n{}\n{}\n",
    AR: "منظمة التعاون الإسلامي\n\nالرقم: OIC/CAB/POL/2025/0012\nجدة، 14 أكتوبر 2025\n\nمذكرة "
        "شفوية\n\nتهدي الأمانة العامة تحياتها إلى سفارة جمهورية النيجر،{} وتتشرف بالإعلان عن "
        "{}\n\n{}\n{}\n",
}  # fmt: skip


def _cases(which: str) -> list[tuple[Language, str]]:
    return [(tongue, one) for tongue in Language for one in _CASES[which][tongue.value]]


def _warned(text: str, kind: Kind) -> set[str]:
    found = reviewer_of_tests().review(text, kind=kind).findings
    return {one.code for one in found if one.level is not Level.NOTE}


def _letter(language: Language, clause: str) -> str:
    return f"{HEADS[language.value]}{clause}, {ASKS[language.value]}"


@pytest.mark.parametrize(("language", "clause"), _cases("stand"))
def test_clause_that_names_an_instrument_or_who_willed_it_is_a_ground(
    language: Language, clause: str
) -> None:
    assert "LEG001" not in _warned(_letter(language, clause), Kind.LETTER)


@pytest.mark.parametrize(("language", "clause"), _cases("empty"))
def test_clause_that_names_neither_is_none(language: Language, clause: str) -> None:
    assert "LEG001" in _warned(_letter(language, clause), Kind.LETTER)


@pytest.mark.parametrize("which", ["stand", "empty"])
@pytest.mark.parametrize("language", Language)
def test_preamble_rests_on_what_the_house_laid_down(language: Language, which: str) -> None:
    opening, _, rest = PREAMBLES[language.value]

    for recital in _CASES[f"preamble_{which}"][language.value]:
        found = _warned(f"{opening}{recital},\n\n{rest}", Kind.DRAFT_RESOLUTION)
        assert ("LEG005" in found) is (which == "empty"), recital


@pytest.mark.parametrize("language", Language)
def test_note_that_announces_what_is_held_says_by_what_right(language: Language) -> None:
    ground = {EN: ", as the Council decided,", FR: ", ainsi que le Conseil l'a décidé,",
              AR: " وتنفيذا لقرار المجلس،"}[language]  # fmt: skip

    def told(clause: str) -> bool:
        foot = (_APPROVED[language], _ENCLOSURES[language])
        text = _NOTES[language].format(clause, _HELD[language], *foot)
        found = HOUSE.review(text, kind=Kind.NOTE_VERBALE, language=language).findings
        return any(one.code == "LEG001" and one.level is not Level.NOTE for one in found)

    assert told("")
    assert not told(ground)
