"""Decisions told in one line, and the registers of decisions and parameters."""

from __future__ import annotations

from datetime import date

import pytest

from clearance.data.directives import directives, opposites
from clearance.data.procedure_parameters import procedure_parameters
from clearance.reading.skeleton import compiled
from clearance.review.context import KnownState
from clearance.review.told_facts import fact_told
from clearance.terms import Language

SYRIA = KnownState(
    iso3="SYR",
    short={Language.ENGLISH: "Syria", Language.FRENCH: "Syrie", Language.ARABIC: "سوريا"},
    formal={Language.ENGLISH: "the Syrian Arab Republic"},
)


def test_decision_on_a_state_goes_by_all_names_of_the_state() -> None:
    fact = fact_told(
        "Syrian Arab Republic: membership resumed on 2025-03-07", id="X", states=[SYRIA], source="S"
    )

    assert fact is not None
    assert fact.subjects == ("Syrian Arab Republic", "Syria", "Syrie", "سوريا")
    assert (fact.matter, fact.holds, fact.since) == ("suspension", "resumed", date(2025, 3, 7))
    assert fact.about
    assert fact.source == "S"


@pytest.mark.parametrize(
    ("line", "matter", "holds"),
    [
        ("Water Fund: dissolved on 2024-05-01", "existence", "dissolved"),
        ("Fonds de l’eau: créé le 2024-05-01", "existence", "established"),
        ("اتفاق المقر: تمديد حتى 2027-01-01", "term", "extended"),
    ],
)
def test_verb_of_the_line_tells_the_matter(line: str, matter: str, holds: str) -> None:
    fact = fact_told(line, id="X")

    assert fact is not None
    assert (fact.matter, fact.holds, fact.about) == (matter, holds, ())


def test_line_without_a_known_verb_tells_nothing() -> None:
    assert fact_told("Water Fund: discussed in Jeddah", id="X") is None


def test_every_directive_takes_a_side_of_a_known_matter_or_says_what_opposes_it() -> None:
    sides = {pair.code: pair.sides for pair in opposites()}

    for directive in directives():
        if directive.matter:
            assert directive.holds in sides[directive.matter]
            assert not directive.contradicted_by
        else:
            assert directive.contradicted_by
        assert date.fromisoformat(directive.since) < date.fromisoformat(
            directive.until or "9999-01-01"
        )


def test_every_expression_of_the_opposites_compiles() -> None:
    for pair in opposites():
        assert len(pair.sides) == 2
        for expression in (*pair.first, *pair.second, *pair.nouns, *pair.about):
            assert compiled(expression).search("") is None


def test_parameter_that_was_not_found_has_no_value() -> None:
    assert procedure_parameters()
    assert all(parameter.value is None for parameter in procedure_parameters())
