"""The series of numbers: read by all, opened and closed by the head of the Registry."""

from __future__ import annotations

import pytest

from cabinet.registry.models import Series
from cabinet.registry.queries import next_number
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House

NEW = {
    "code": "OUT-POL",
    "flow": "outgoing",
    "pattern": "OIC/POLITICAL/{year}/{serial:4}",
    "source": "Circular 4/2026",
}


def in_use(flow: str) -> list[str]:
    return list(Series.objects.filter(flow=flow, in_use=True).values_list("code", flat=True))


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_series_are_shown_to_every_officer(at: At, language: str) -> None:
    page = at("political-desk", language).get("/series/")

    assert page.status_code == 200
    assert "OIC/{unit}/{year}/{serial}" in page.text
    assert 'name="pattern"' not in page.text


def test_unit_gets_a_series_of_its_own_and_gives_it_up_again(house: House, at: At) -> None:
    unit = house.unit("POL")
    answer = at("registry").post("/series/", {**NEW, "unit": unit.pk})

    assert answer.status_code == 302
    assert in_use("outgoing") == ["OUT", "OUT-POL"]
    found = next_number(flow="outgoing", unit=unit.pk, year=2026)
    assert found is not None
    assert found.pattern == NEW["pattern"]
    made = Series.objects.get(code="OUT-POL")
    assert made.set_by == house.officers["registry"]

    at("dg").post("/series/", {"series": made.pk})
    assert in_use("outgoing") == ["OUT"]
    at("dg").post("/series/", {"series": made.pk})
    assert in_use("outgoing") == ["OUT", "OUT-POL"]


def test_new_series_for_the_same_papers_takes_the_place_of_the_old(at: At) -> None:
    at("registry").post("/series/", {**NEW, "code": "OUT2", "pattern": "GS/{year}/{serial}"})

    assert in_use("outgoing") == ["OUT2"]


def test_series_of_the_house_is_never_simply_closed(at: At) -> None:
    out = Series.objects.get(code="OUT")

    answer = at("registry").post("/series/", {"series": out.pk})

    assert answer.status_code == 409
    assert "Open the series that shall take its place" in answer.text
    assert in_use("outgoing") == ["OUT"]


@pytest.mark.parametrize("username", ["adviser", "clerk", "political", "system", "auditor"])
def test_series_are_not_changed_by_anybody_else(at: At, username: str) -> None:
    answer = at(username).post("/series/", {**NEW, "code": "OUT2", "pattern": "GS/{year}/{serial}"})

    assert answer.status_code == 403
    assert in_use("outgoing") == ["OUT"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"pattern": "{serial}"}, "Use {year} and {serial} once each"),
        ({"pattern": "{year}{serial}"}, "with a sign such as / between them"),
        ({"pattern": "OIC/{office}/{year}/{serial}"}, "no other word in braces"),
        ({"pattern": "{year}/{serial:3}"}, "could print the same numbers"),
        ({"pattern": "OIC/{unit}/{serial}/{year}"}, "could print the same numbers"),
        ({"code": "out"}, "has this short name already"),
        ({"source": ""}, "Name the paper that decides this."),
        ({"flow": "telegram"}, "This choice is not in the list."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    at: At, wrong: dict[str, str], told: str
) -> None:
    before = Series.objects.count()

    answer = at("registry").post("/series/", {**NEW, **wrong})

    assert answer.status_code == 422
    assert told in answer.text
    assert Series.objects.count() == before


def test_incoming_papers_have_no_series_of_a_unit(house: House, at: At) -> None:
    unit = house.unit("POL").pk

    answer = at("registry").post("/series/", {**NEW, "flow": "incoming", "unit": unit})

    assert answer.status_code == 422
    assert "Incoming papers come from no unit of the house." in answer.text
