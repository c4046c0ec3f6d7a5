"""Sources in the language of the report: ours are told in it, documents keep their names."""

from __future__ import annotations

import pytest

from clearance.review import review
from clearance.review.defaults import default_context
from clearance.review.report.page import report_as_page
from clearance.review.rules import rules
from clearance.review.rules.sources import source_in
from clearance.terms import Language

FR, AR = Language.FRENCH, Language.ARABIC
ALIKE = {"Addition", "Division", "Multiplication"}  # one word in both languages
MANUAL = "UN Correspondence Manual, para. 32"


@pytest.mark.parametrize("language", [FR, AR])
def test_no_rule_cites_a_source_of_ours_in_english(language: Language) -> None:
    left = {
        piece
        for rule in rules().values()
        for piece in rule.source.split("; ")
        if source_in(piece, language) == piece and not piece.startswith("UN Correspondence Manual")
    }

    assert left - {"AR-NV"} == (ALIKE if language == FR else set())


@pytest.mark.parametrize("language", [FR, AR])
def test_no_register_cites_a_source_of_ours_in_english(language: Language) -> None:
    context = default_context()
    held = [
        *(each.source for each in context.terms),
        *(each.source for each in context.topics),
        *(each.source for each in context.parts),
        *(each.source for each in context.clauses),
    ]
    pieces = {piece for source in held for piece in source.split("; ")}

    left = {
        piece for piece in pieces if "https://" not in piece and source_in(piece, language) == piece
    }

    assert len(pieces) > 30
    assert {each for each in left if not each.startswith("UN Correspondence Manual")} == set()
    assert not any("(our guess)" in source_in(source, language) for source in held)
    assert not any("(our guess)" in source for source in held if source.startswith("Our guess"))


@pytest.mark.parametrize(
    ("source", "french", "arabic"),
    [
        (MANUAL, MANUAL, MANUAL),
        (f"The register of signatories; {MANUAL}", f"Registre des signataires ; {MANUAL}",
         f"سجل الموقعين؛ {MANUAL}"),
        ("Practice rule of the Cabinet (FR-NUM-OUT)", "Règle de pratique du Cabinet (FR-NUM-OUT)",
         "من قواعد العمل المتبعة لدى الديوان (FR-NUM-OUT)"),
        ("Practice rule of the Cabinet (AR-NV): Arabic practice of the note verbale",
         "Règle de pratique du Cabinet (AR-NV): pratique arabe de la note verbale",
         "من قواعد العمل المتبعة لدى الديوان (AR-NV): العرف العربي في المذكرة الشفهية"),
        (f"{MANUAL} (our guess)", f"{MANUAL} (hypothèse du Cabinet)",
         f"{MANUAL} (اجتهاد من الديوان)"),
    ],
)  # fmt: skip
def test_source_is_told_in_the_language(source: str, french: str, arabic: str) -> None:
    assert [source_in(source, language) for language in Language] == [arabic, source, french]


def test_page_of_a_report_cites_in_its_language() -> None:
    report = review("La réunion se tient le lundi 3 juin 2025.", language=FR)

    assert "Source : Calendrier grégorien" in report_as_page("letter.txt", report, FR)
    assert "Gregorian calendar" not in report_as_page("letter.txt", report, FR)
