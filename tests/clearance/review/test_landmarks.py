"""The city of an institution, and the year and city of texts that every officer knows."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from clearance.data import institutions
from clearance.data.cities import capitals, cities, large_cities, name_of_city
from clearance.data.landmarks import landmarks
from clearance.review import Reviewer
from clearance.terms import Language

_CASES = tomllib.loads(Path(__file__).with_name("landmarks_cases.toml").read_text(encoding="utf-8"))


def _cases(key: str) -> list[tuple[str, str]]:
    return [(matter, text) for matter, each in _CASES.items() for text in each[key]]


def _told(reviewer: Reviewer, text: str) -> list[str]:
    return [one.code for one in reviewer.review(text).findings if one.code == "PRO027"]


@pytest.mark.parametrize(("matter", "text"), _cases("fires"))
def test_city_or_year_against_the_registers_is_found(
    reviewer: Reviewer, matter: str, text: str
) -> None:
    assert _told(reviewer, text) == ["PRO027"], matter


@pytest.mark.parametrize(("matter", "text"), _cases("silent"))
def test_city_or_year_that_is_right_or_said_of_another_act_is_silent(
    reviewer: Reviewer, matter: str, text: str
) -> None:
    assert _told(reviewer, text) == [], matter


def test_finding_tells_the_seat_and_what_is_printed(reviewer: Reviewer) -> None:
    (finding,) = (
        one
        for one in reviewer.review("SESRIC, located in Istanbul, issued a study.").findings
        if one.code == "PRO027"
    )

    assert finding.message(Language.ENGLISH).endswith(
        "its seat is in Ankara. The text says “Istanbul”."
    )
    assert "son siège est à Ankara" in finding.message(Language.FRENCH)
    assert "مقره أنقرة" in finding.message(Language.ARABIC)


def test_cities_of_the_registers_have_names_in_three_languages() -> None:
    seats = {each.seat_city for each in institutions() if each.seat_city}

    for seat in seats - {"Kuwait"}:
        for city in seat.split(" / "):
            assert name_of_city(city, "ar") or city == "Makkah", city


def test_large_cities_are_in_no_other_register() -> None:
    others = {city.name_en for city in (*cities(), *capitals())}

    assert [city.name_en for city in large_cities() if city.name_en in others] == []


def test_years_of_known_texts_are_years() -> None:
    years = [year for each in landmarks() for year in each.years]

    assert all(year.isdigit() and len(year) == 4 for year in years)
