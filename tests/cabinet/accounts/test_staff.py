"""Posts, those who hold them, and the powers lent."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cabinet.accounts.actions import Limits, delegate, relieve, revoke
from cabinet.accounts.models import Delegation, Ending, Holding, Post
from cabinet.accounts.queries import delegations_of
from clearance.authority import Capacity
from clearance.terms import Power, Role
from tests.cabinet.gate.pages.conftest import At
from tests.cast import House


def lent(house: House, giver: str = "political", to: str = "political-desk") -> Delegation:
    day = house.duty(giver).on
    return delegate(
        post=Post.objects.get(code=f"POL-{giver}"),
        to=house.officers[to],
        capacity=Capacity.ACTING,
        limits=Limits(power=Power.DRAFT),
        begins_on=day,
        ends_on=day + timedelta(days=10),
        instrument="Note 44/2026",
        by=house.officers[giver],
        at=house.now(),
    )


def typed(house: House, **changes: object) -> dict[str, object]:
    day = house.duty("political").on
    return {
        "post": Post.objects.get(code="POL-political").pk,
        "officer": house.officers["political-desk"].pk,
        "capacity": "acting",
        "begins_on": day.isoformat(),
        "ends_on": (day + timedelta(days=5)).isoformat(),
        "instrument": "Note 45/2026",
        **changes,
    }


@pytest.mark.parametrize("language", ["ar", "en"])
def test_staff_names_posts_holders_and_delegations(house: House, at: At, language: str) -> None:
    lent(house)

    page = at("legal", language).get("/staff/")

    assert page.status_code == 200
    officer = house.officers["political-desk"]
    assert (officer.name_ar if language == "ar" else officer.name_en) in page.text
    assert "Note 44/2026" in page.text
    assert "Draft and submit" in page.text or language == "ar"


def test_staff_says_that_a_post_is_vacant(house: House, at: At) -> None:
    relieve(
        holding=Holding.objects.get(officer=house.officers["cultural"]),
        first_day_without=house.duty("dg").on,
        reason="Retired.",
        by=house.officers["dg"],
        at=house.now(),
    )

    page = at("legal").get("/staff/").text

    assert "Vacant" in page
    assert house.officers["cultural"].name_en not in page


def test_staff_asks_as_often_for_one_delegation_as_for_three(house: House, at: At) -> None:
    browser = at("legal")
    asked = []
    for officers in (["political-desk"], ["legal", "cultural"]):
        for officer in officers:
            lent(house, to=officer)
        with CaptureQueriesContext(connection) as queries:
            browser.get("/staff/")
        asked.append(len(queries))

    assert asked[0] == asked[1]


@pytest.mark.parametrize("giver", ["political", "dg", "sg"])
def test_delegate_lends_the_power_of_a_post(house: House, at: At, giver: str) -> None:
    answer = at(giver).post("/staff/delegate/", typed(house, power="sign", kind="letter"))

    assert answer.status_code == 302
    made = Delegation.objects.get()
    assert (made.power, made.kind, made.level) == ("sign", "letter", "")
    assert made.granted_by == house.officers[giver]
    assert Role.HEAD_OF_DEPARTMENT not in house.duty("political-desk").roles


def test_delegate_offers_one_only_posts_that_are_his(house: House, at: At) -> None:
    answer = at("legal").post("/staff/delegate/", typed(house))

    assert answer.status_code == 422
    assert "This choice is not in the list." in answer.text
    assert not Delegation.objects.exists()


def test_delegate_hands_on_nothing_that_is_itself_lent(house: House, at: At) -> None:
    lent(house)

    answer = at("political-desk").post(
        "/staff/delegate/", typed(house, officer=house.officers["legal"].pk)
    )

    assert answer.status_code == 422
    assert Delegation.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"begins_on": "2020-01-01"}, "This day has passed."),
        ({"ends_on": "2020-01-01"}, "This day is before the first one."),
        ({"begins_on": "soon"}, "Write the day as year-month-day"),
        ({"instrument": ""}, "Name the paper that lends this power."),
        ({"officer": ""}, "Choose one."),
        ({"power": "reign"}, "This choice is not in the list."),
    ],
)
def test_delegate_says_what_is_wrong_and_keeps_what_was_typed(
    house: House, at: At, changes: dict[str, str], told: str
) -> None:
    answer = at("political").post("/staff/delegate/", typed(house, **changes))

    assert answer.status_code == 422
    assert told in answer.text
    assert "instrument" in changes or "Note 45/2026" in answer.text
    assert not Delegation.objects.exists()


def test_same_power_is_not_lent_twice_on_a_day(house: House, at: At) -> None:
    """Else it would still be lent when it is taken back."""
    browser, today = at("political"), house.duty("political").on
    browser.post("/staff/delegate/", typed(house))

    again = browser.post("/staff/delegate/", typed(house, instrument="Note 46/2026"))
    other = browser.post("/staff/delegate/", typed(house, power="sign"))
    revoke(
        delegation=Delegation.objects.order_by("id")[0],
        first_day_without=today,
        reason="Back from leave.",
        by=house.officers["political"],
        at=house.now(),
    )
    anew = browser.post("/staff/delegate/", typed(house))

    assert (again.status_code, other.status_code, anew.status_code) == (422, 302, 302)
    assert "The same power is lent to this officer on these days already." in again.text
    assert "Note 46/2026" in again.text


def test_delegate_to_oneself_is_not_offered(house: House, at: At) -> None:
    answer = at("political").post(
        "/staff/delegate/", typed(house, officer=house.officers["political"].pk)
    )

    assert answer.status_code == 422
    assert not Delegation.objects.exists()


@pytest.mark.parametrize("ender", ["political", "dg", "sg", "system"])
def test_revoke_ends_a_delegation(house: House, at: At, ender: str) -> None:
    given = lent(house)
    today = house.duty("dg").on
    page = at(ender)
    assert f'href="/staff/delegations/{given.pk}/revoke/"' in page.get("/staff/").text

    answer = page.post(
        f"/staff/delegations/{given.pk}/revoke/",
        {"first_day_without": today.isoformat(), "reason": "Back from leave."},
    )

    assert answer.status_code == 302
    assert Ending.objects.get().reason == "Back from leave."
    assert [each.standing for each in delegations_of(house.duty("dg"))] == ["past"]
    assert page.get(f"/staff/delegations/{given.pk}/revoke/").status_code == 404
    old = page.post(f"/staff/delegations/{given.pk}/revoke/", {"reason": "x"}, follow=True)
    assert "The delegation has ended already." in old.text
    assert Ending.objects.count() == 1


@pytest.mark.parametrize("username", ["legal", "adviser", "political-desk", "clerk"])
def test_revoke_is_refused_to_others(house: House, at: At, username: str) -> None:
    given = lent(house)
    address = f"/staff/delegations/{given.pk}/revoke/"
    browser = at(username)

    assert browser.get(address).status_code == 403
    assert browser.post(address, {"reason": "x"}).status_code == 403
    assert address not in browser.get("/staff/").text
    assert not Ending.objects.exists()


@pytest.mark.parametrize(
    ("days", "reason", "told"),
    [
        (-1, "Back.", "This day has passed."),
        (30, "Back.", "The delegation is over by this day."),
        (1, "", "Write the reason in one sentence."),
    ],
)
def test_revoke_says_what_is_wrong(house: House, at: At, days: int, reason: str, told: str) -> None:
    given = lent(house)
    day = house.duty("political").on + timedelta(days=days)

    answer = at("political").post(
        f"/staff/delegations/{given.pk}/revoke/",
        {"first_day_without": day.isoformat(), "reason": reason},
    )

    assert answer.status_code == 422
    assert told in answer.text
    assert not Ending.objects.exists()


def test_revocation_that_is_still_to_come_is_told(house: House) -> None:
    given = lent(house)
    day = house.duty("political").on + timedelta(days=3)
    revoke(
        delegation=given,
        first_day_without=day,
        reason="Back early.",
        by=house.officers["political"],
        at=house.now(),
    )

    (found,) = delegations_of(house.duty("political"))

    assert (found.standing, found.last_day) == ("in_force", day - timedelta(days=1))
