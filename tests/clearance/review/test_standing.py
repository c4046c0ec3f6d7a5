"""Standing facts of the house, told in sentences, and what contradicts them."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from clearance.review import Reviewer
from clearance.review.context import KnownState
from clearance.review.defaults import default_context
from clearance.review.told_facts import fact_told
from clearance.terms import Language

_CASES = tomllib.loads(Path(__file__).with_name("standing_cases.toml").read_text(encoding="utf-8"))


def _cases(key: str) -> list[tuple[str, str]]:
    return [(matter, text) for matter, each in _CASES.items() for text in each[key]]


def _language(text: str) -> Language:
    if any("\u0600" < letter < "\u06ff" for letter in text):
        return Language.ARABIC
    return Language.FRENCH if any(letter in "éèàçêô" for letter in text) else Language.ENGLISH


def _told(reviewer: Reviewer, text: str) -> list[str]:
    report = reviewer.review(text, language=_language(text))
    return [found.code for found in report.findings if found.code == "PRO019"]


@pytest.mark.parametrize(("matter", "text"), _cases("fires"))
def test_sentence_against_a_standing_fact_is_found(
    reviewer: Reviewer, matter: str, text: str
) -> None:
    assert _told(reviewer, text) == ["PRO019"], matter


@pytest.mark.parametrize(("matter", "text"), _cases("silent"))
def test_sentence_that_keeps_to_the_fact_or_means_another_is_silent(
    reviewer: Reviewer, matter: str, text: str
) -> None:
    assert _told(reviewer, text) == [], matter


TOLD = [
    ("The seat of the Federation is at Rabat", "seat", "Rabat"),
    ("The Organisation has 40 Member States", "size", "40"),
    ("L'Organisation compte 40 États membres", "size", "40"),
    ("The Secretary-General is elected for four years, not renewable", "term", "4 years"),
    ("الأمين العام ينتخب لمدة ثلاث سنوات", "term", "3 years"),
    ("The Islamic Summit convenes every three years", "rhythm", "three years"),
    ("The Permanent Finance Committee meets twice a year", "rhythm", "twice a year"),
    ("Budgets of subsidiary organs are approved by the Islamic Summit", "approval", "Summit"),
]


@pytest.mark.parametrize(("line", "matter", "holds"), TOLD)
def test_sentence_tells_a_standing_fact(line: str, matter: str, holds: str) -> None:
    fact = fact_told(line, id="X", source="S")

    assert fact is not None
    assert (fact.matter, fact.source) == (matter, "S")
    assert holds in fact.holds


@pytest.mark.parametrize(
    ("line", "against", "with_it"),
    [
        ("Headquarters at Rabat (Statute)",
         "The headquarters of the Organisation is at Jeddah.",
         "The headquarters of the Organisation is at Rabat."),
        ("The Organisation has 40 Member States", "All 41 Member States were told.",
         "All 40 Member States were told."),
        ("The Secretary-General is elected for four years, not renewable",
         "The Secretary-General is elected for four years, renewable once.",
         "The Secretary-General is elected for four years."),
        ("The Council of Foreign Ministers meets once a year",
         "The Council of Foreign Ministers meets every two years.",
         "The Council of Foreign Ministers meets annually."),
        ("The Council of Foreign Ministers meets once a year",
         "Le Conseil des ministres des Affaires étrangères se réunit deux fois par an.",
         "Le Conseil des ministres des Affaires étrangères se réunit chaque année."),
        ("The Council of Foreign Ministers meets once a year",
         "يعقد مجلس وزراء الخارجية دورته العادية كل ثلاث سنوات.",
         "يعقد مجلس وزراء الخارجية دورته العادية كل سنة."),
        ("Islamic Summit: ordinary session every two years (no longer three) since 2017",
         "The next ordinary Islamic Summit will be held three years after the previous one.",
         "The next ordinary Islamic Summit will be held two years after the previous one."),
        ("Islamic Summit: ordinary session every two years",
         "The Islamic Summit convenes on a three-year cycle.",
         "The Islamic Summit, held last year, adopted a three-year programme."),
        ("Islamic Summit: ordinary session every two years",
         "Le Sommet islamique se réunit selon une périodicité de trois ans.",
         "Le Sommet islamique se réunit selon une périodicité de deux ans."),
        ("Islamic Summit: ordinary session every two years",
         "Le prochain Sommet islamique se tiendra trois ans après le précédent.",
         "Le Sommet islamique se tiendra trois ans après la création du Fonds."),
        ("Islamic Summit: ordinary session every two years",
         "وستعقد القمة الإسلامية المقبلة بعد ثلاث سنوات من سابقتها.",
         "وستعقد القمة الإسلامية المقبلة بعد سنتين من سابقتها وفقا للدورية الثنائية."),
        ("Islamic Summit: ordinary session every two years",
         "تنعقد القمة الإسلامية بفاصل ثلاث سنوات.",
         "تنعقد القمة الإسلامية بفاصل سنتين."),
        ("Islamic Summit: ordinary session every two years",
         "As the ordinary Summit meets every third year, the point will rest until then.",
         "As the ordinary Summit meets every second year, the point will rest until then."),
        ("Islamic Summit: ordinary session every two years",
         "Le Sommet ordinaire ne se réunissant que tous les cinq ans, on attendra jusque-là.",
         "Le Sommet ordinaire ne se réunissant que tous les deux ans, on attendra jusque-là."),
        ("Islamic Summit: ordinary session every two years",
         "لا تجتمع القمة العادية إلا كل خمس سنوات.",
         "لا تجتمع القمة العادية إلا كل سنتين."),
        ("Republic of Malta: observer State since 2001", "Malta is a Member State of the OIC.",
         "Malta is an observer."),
    ],
)  # fmt: skip
def test_fact_that_was_told_is_held_against_the_text(line: str, against: str, with_it: str) -> None:
    malta = KnownState(iso3="MLT", short={Language.ENGLISH: "Malta"},
                       formal={Language.ENGLISH: "the Republic of Malta"})  # fmt: skip
    fact = fact_told(line, id="X", states=[malta])
    assert fact is not None
    office = Reviewer(replace(default_context(), facts=(fact,)))

    assert _told(office, against) == ["PRO019"]
    assert _told(office, with_it) == []
