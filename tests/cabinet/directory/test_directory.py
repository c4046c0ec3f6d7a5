"""The directory: open to every officer, found in three languages, telling nothing of the papers."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cabinet.directory.actions import Entry, enter_correspondent
from cabinet.directory.models import Correspondent
from clearance.terms import AddresseeLevel
from tests.cabinet.gate.pages import stage
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House


def entered(number: str = "") -> Correspondent:
    entry = Entry(
        name_ar=f"الأكاديمية الأفريقية{number}",
        name_en=f"African Academy{number}",
        name_fr=f"Académie africaine{number}",
        level=AddresseeLevel.NGO,
    )
    return enter_correspondent(entry=entry)


TYPED = {"name_en": "Institute of Water", "level": "ngo"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_directory_opens_for_every_officer(at: At, language: str) -> None:
    for username in ("political-desk", "system", "auditor"):
        page = at(username, language).get("/directory/")
        assert page.status_code == 200
        assert f'<html lang="{language}"' in page.text


@pytest.mark.parametrize(
    "typed", ["african acad", "ACADEMIE", "academie africaine", "الاكاديميه", "الأكاديميّة"]
)
def test_directory_finds_by_folded_names_in_three_languages(
    house: House, at: At, typed: str
) -> None:
    entry = entered()

    page = at("political").get("/directory/", {"q": typed}).text

    assert f'href="/directory/{entry.pk}/"' in page


@pytest.mark.parametrize("typed", ["خارجية تركيا", "foreign türkiye", "affaires turkiye"])
def test_directory_finds_by_the_short_name_of_a_state(house: House, at: At, typed: str) -> None:
    ministry = Correspondent.objects.get(name_ar="وزارة خارجية الجمهورية التركية")

    page = at("political").get("/directory/", {"q": typed}).text
    offered = at("political").get("/directory/suggest/", {"q": typed}).text

    assert f'href="/directory/{ministry.pk}/"' in page
    assert ministry.name_en in offered


def test_directory_gives_htmx_the_fragment_alone(house: House, at: At) -> None:
    entry = entered()

    answer = at("political").get("/directory/", {"q": "african"}, headers={"HX-Request": "true"})

    assert f'href="/directory/{entry.pk}/"' in answer.text
    assert "<html" not in answer.text
    assert "HX-Request" in answer.headers["Vary"]


def test_directory_filters_by_level_and_country(house: House, at: At) -> None:
    entry = entered()
    ministry = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    browser = at("political")

    level = browser.get("/directory/", {"level": "ngo"}).text
    country = browser.get("/directory/", {"country": str(ministry.country_id)}).text

    assert f'href="/directory/{entry.pk}/"' in level
    assert f'href="/directory/{ministry.pk}/"' not in level
    assert f'href="/directory/{ministry.pk}/"' in country
    assert f'href="/directory/{entry.pk}/"' not in country


@pytest.mark.parametrize("asked", [{"level": "x"}, {"country": "x"}, {"country": "9" * 30}])
def test_directory_says_what_is_wrong_with_a_filter(at: At, asked: dict[str, str]) -> None:
    page = at("political").get("/directory/", asked)

    assert page.status_code == 200
    assert "This choice is not in the list." in page.text


def test_directory_shows_fifty_and_asks_for_more_of_the_name(house: House, at: At) -> None:
    page = at("political").get("/directory/").text

    assert len(re.findall(r'href="/directory/\d+/"', page)) == 50
    assert "Only the first 50 are shown." in page


def test_directory_asks_as_often_for_one_entry_as_for_three(house: House, at: At) -> None:
    browser = at("political")
    asked = []
    for numbers in (["1"], ["2", "3"]):
        for number in numbers:
            entered(number)
        with CaptureQueriesContext(connection) as queries:
            browser.get("/directory/", {"q": "african"})
        asked.append(len(queries))

    assert asked[0] == asked[1]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_entry_shows_the_names_and_never_the_papers(house: House, at: At, language: str) -> None:
    ministry = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    before = at("legal", language).get(f"/directory/{ministry.pk}/").text
    stage.incoming(house, "registered", "Hidden subject")
    after = at("legal", language).get(f"/directory/{ministry.pk}/").text

    assert ministry.name_ar in after
    assert ministry.name_fr.replace("'", "&#39;") in after
    plain = [re.sub(r'value="[^"]*"|"X-CSRFToken": "[^"]*"', "", page) for page in (before, after)]
    assert plain[0] == plain[1]


def test_entry_of_nobody_is_not_found(at: At) -> None:
    assert at("legal").get("/directory/999999/").status_code == 404


@pytest.mark.parametrize("username", ["clerk", "registry", "adviser", "dg", "protocol"])
def test_enter_puts_a_correspondent_into_the_directory(house: House, at: At, username: str) -> None:
    answer = at(username).post("/directory/enter/", TYPED)

    made = Correspondent.objects.get(name_en="Institute of Water")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/directory/{made.pk}/"
    assert (made.level, made.folded) == ("ngo", "institute of water")


@pytest.mark.parametrize("username", ["political", "legal", "political-desk", "system", "sg"])
def test_enter_is_refused_to_the_other_posts(house: House, at: At, username: str) -> None:
    before = Correspondent.objects.count()
    browser = at(username)

    assert browser.get("/directory/enter/").status_code == 403
    assert browser.post("/directory/enter/", TYPED).status_code == 403
    assert "/directory/enter/" not in browser.get("/directory/").text
    assert Correspondent.objects.count() == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name_en": "", "level": "ngo"}, "Write the name in at least one language."),
        ({"name_en": "Water", "level": ""}, "Choose one."),
        ({"name_en": "Water", "level": "king"}, "This choice is not in the list."),
        ({"name_en": "Water", "level": "ngo", "email": "water"}, "Write the whole address"),
        ({"name_fr": "académie AFRICAINE", "level": "ngo"}, "in the directory already"),
    ],
)
def test_enter_says_what_is_wrong_and_keeps_what_was_typed(
    house: House, at: At, typed: dict[str, str], told: str
) -> None:
    entered()
    before = Correspondent.objects.count()

    answer = at("clerk").post("/directory/enter/", {**typed, "address": "12 Palestine Street"})

    assert answer.status_code == 422
    assert told in answer.text
    assert "12 Palestine Street" in answer.text
    assert Correspondent.objects.count() == before


def test_suggestions_are_few_and_take_what_the_field_takes(house: House, at: At) -> None:
    entry = entered()
    twin = entered()
    browser = at("political")

    page = browser.get("/directory/suggest/", {"q": "african"}).text
    many = browser.get("/directory/suggest/", {"q": "ministry"}).text

    assert f'value="African Academy #{entry.pk}"' in page
    assert f'value="African Academy #{twin.pk}"' in page
    assert many.count("<option") == 12
    assert browser.get("/directory/suggest/").text.strip() == ""
