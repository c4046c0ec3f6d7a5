"""Officers of the house in papers: another's post, a slip in the name, the style of the other sex."""

# ruff: noqa: E501  (a line of a paper is a line here)

from __future__ import annotations

from dataclasses import replace

import pytest

from clearance.review import Reviewer
from clearance.review.context import KnownSignatory
from clearance.terms import Check, Language
from tests.clearance.review.letters import CONTEXT, DG, FINANCE, SG, names

LEGAL = KnownSignatory(
    id="LEG", names=names("Sabiha Karaca", "Sabiha Karaca", "صبيحة قراجه"),
    titles=names("Director of Legal Affairs", "Directrice des Affaires juridiques", "مديرة إدارة الشؤون القانونية"),
    kinds=frozenset({"memorandum"}),
)  # fmt: skip
REVIEWER = Reviewer(replace(CONTEXT, signatories=(SG, DG, FINANCE, LEGAL)))

HEADS = {
    "en": "INTERNAL MEMORANDUM\n\nFrom: Cabinet of the Secretary-General\n{line}\nDate: Monday, 4 May 2026\nSubject: licences\n\n{greeting}\n\nThe licences end on 30 June 2026.\n",
    "fr": "NOTE DE SERVICE\n\nDe : Cabinet du Secrétaire général\n{line}\nDate : lundi 4 mai 2026\nObjet : licences\n\n{greeting}\n\nLes licences prennent fin le 30 juin 2026.\n",
    "ar": "مذكرة داخلية\n\nمن: ديوان الأمين العام\n{line}\nالتاريخ: الاثنين 4 مايو 2026م\nالموضوع: التراخيص\n\n{greeting}\n\nتنتهي التراخيص في 30 يونيو 2026م.\n",
}
WRONG = (
    ("en", "To: Peter Okello, Director of Legal Affairs", "ADR004"),
    ("en", "To: Mr. Peter Okello (Director of Legal Affairs)", "ADR004"),
    ("en", "To: Mr. Peter Okello, Director of Protocol", "ADR004"),
    ("en", "To the Director of Finance, Ms. Sabiha Karaca", "ADR004"),
    ("en", "cc: Sabiha Karaca, Director of Finance", "ADR004"),
    ("en", "To the Director of Legal Affairs, Ms. Sabina Karaca", "ADR001"),
    ("en", "To: Mr. Sabiha Karaca, Director of Legal Affairs", "ADR010"),
    ("fr", "Destinataire : M. Peter Okello, Directeur des Affaires juridiques", "ADR004"),
    ("fr", "À l'attention de Mme Sabiha Karaca, Directrice du Protocole", "ADR004"),
    ("fr", "À : Mme Leila Haddad, Directrice générale de la Banque", "ADR004"),
    ("fr", "À : M. Peter Okelo, Directeur des Finances", "ADR001"),
    ("fr", "À : M. Sabiha Karaca, Directrice des Affaires juridiques", "ADR010"),
    ("ar", "إلى: السيد بيتر أوكيلو، مدير إدارة الشؤون القانونية", "ADR004"),
    ("ar", "إلى: السيد بيتر أوكيلو، مدير إدارة المراسم", "ADR004"),
    ("ar", "إلى: السيدة صبيحه قراجه، مديرة عام الديوان", "ADR004"),
    ("ar", "إلى: السيد صبيحة قراجه، مديرة إدارة الشؤون القانونية", "ADR010"),
    ("ar", "إلى: السيد بيتز أوكيلو، مدير الإدارة المالية", "ADR001"),
)  # fmt: skip
RIGHT = (
    ("en", "To: Peter Okello, Director of Finance"),
    ("en", "To: Mr. Peter Okello, Acting Director of Legal Affairs"),
    ("en", "To: Mr. Peter Okello, Chairman of the Tender Committee"),
    ("en", "To: Mr. Peter Okello, Director of Financial Affairs"),
    ("en", "To the Director of Legal Affairs, Ms. Sabiha Karaca"),
    ("en", "cc: Sabiha Karaca, Legal Affairs; Peter Okello, Director of Finance"),
    ("en", "The Secretary-General thanked Ms. Sabiha Karaca"),
    ("fr", "Destinataire : M. Peter Okello, Directeur des Finances"),
    ("fr", "Note au Directeur des Finances, par Mme Sabiha Karaca"),
    ("fr", "Destinataire : M. Peter Okello, Directeur des Finances\nAuteur : Mme Sabiha Karaca, juriste"),
    ("ar", "إلى: السيد بيتر أوكيلو، مدير إدارة الشؤون المالية"),
    ("ar", "إلى: السيدة صبيحة قراجه، مديرة إدارة الشؤون القانونية"),
    ("ar", "إلى: السيدة ليلى حداد، مديرة عام الديوان"),
)  # fmt: skip
GREETINGS = {"en": "Sir,", "fr": "Monsieur,", "ar": "السيد المدير،"}


def _found(language: str, line: str, greeting: str = "") -> set[str]:
    text = HEADS[language].format(line=line, greeting=greeting)
    report = REVIEWER.review(text, language=Language(language))
    return {one.code for one in report.findings if one.check == Check.ADDRESSEE}


@pytest.mark.parametrize(("language", "line", "code"), WRONG)
def test_officer_is_held_against_the_register(language: str, line: str, code: str) -> None:
    assert _found(language, line) & {"ADR001", "ADR004", "ADR010"} == {code}


@pytest.mark.parametrize(("language", "line"), RIGHT)
def test_officer_named_rightly_is_not_told(language: str, line: str) -> None:
    assert _found(language, line) & {"ADR001", "ADR004", "ADR010"} == set()


def test_sir_to_a_woman_whom_the_head_names() -> None:
    head = "To the Director of Legal Affairs, Ms. Sabiha Karaca"

    assert "ADR010" in _found("en", head, "Sir,")
    assert "ADR010" not in _found("en", head, "Madam,")
