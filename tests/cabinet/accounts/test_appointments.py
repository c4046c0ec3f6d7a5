"""Officers are entered and appointed by whoever may appoint, and by nobody else."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from cabinet.accounts.duty import duty_of
from cabinet.accounts.models import Holding, Officer, Post, Unit
from clearance.terms import Role
from tests.cast import House

BACKEND = "cabinet.accounts.signed_in.OfficerBackend"
NEW = {
    "username": "new.officer", "name_ar": "ضابط جديد", "name_en": "New Officer", "name_fr": "",
    "email": "", "language": "en", "password": "a-long-first-password",
}  # fmt: skip


def signed_in(house: House, username: str) -> Client:
    browser = Client()
    browser.force_login(house.officers[username], backend=BACKEND)
    browser.cookies["django_language"] = "en"
    return browser


def test_administrator_enters_an_officer_a_post_and_an_appointment(house: House) -> None:
    browser = signed_in(house, "system")
    unit = Unit.objects.get(code="SCI")

    entered = browser.post("/staff/officers/new/", NEW)
    opened = browser.post(
        "/staff/posts/new/",
        {"unit": unit.pk, "role": "head_of_department", "code": "SCI-head",
         "name_ar": "مدير", "name_en": "Director", "name_fr": ""},
    )  # fmt: skip
    officer = Officer.objects.get(username="new.officer")
    today = timezone.localdate()
    appointed = browser.post(
        "/staff/appoint/",
        {"post": Post.objects.get(code="SCI-head").pk, "officer": officer.pk,
         "begins_on": today.isoformat(), "ends_on": "", "instrument": "Decision 1"},
    )  # fmt: skip

    assert (entered.status_code, opened.status_code, appointed.status_code) == (302, 302, 302)
    assert duty_of(officer, today).roles == {Role.HEAD_OF_DEPARTMENT}
    assert officer.check_password("a-long-first-password")


def test_relieved_officer_has_no_right_left(house: House) -> None:
    browser = signed_in(house, "dg")
    holding = Holding.objects.get(officer=house.officers["economic"])
    today = timezone.localdate()

    answer = browser.post(
        f"/staff/holdings/{holding.pk}/relieve/",
        {"first_day_without": today.isoformat(), "reason": "Retired."},
    )

    assert answer.status_code == 302
    assert duty_of(house.officers["economic"], today).authorities == ()
    old = browser.post(f"/staff/holdings/{holding.pk}/relieve/", {"reason": "x"}, follow=True)
    assert "The officer does not hold the post any more." in old.text
    assert browser.post("/staff/holdings/999999/relieve/", {"reason": "x"}).status_code == 404


def test_officer_takes_up_a_post_once(house: House) -> None:
    """Else he would still hold it when he is relieved of it."""
    browser = signed_in(house, "dg")
    holding = Holding.objects.get(officer=house.officers["economic"])
    today = timezone.localdate()
    facts = {
        "post": holding.post_id, "officer": holding.officer_id, "begins_on": today.isoformat(),
        "ends_on": "", "instrument": "Decision 2",
    }  # fmt: skip

    again = browser.post("/staff/appoint/", facts)
    browser.post(
        f"/staff/holdings/{holding.pk}/relieve/",
        {"first_day_without": today.isoformat(), "reason": "Moved."},
    )
    anew = browser.post("/staff/appoint/", facts)

    assert (again.status_code, anew.status_code) == (422, 302)
    assert "This officer holds the post on these days already." in again.text
    assert "Decision 2" in again.text
    assert duty_of(house.officers["economic"], today).roles == {Role.HEAD_OF_DEPARTMENT}


@pytest.mark.parametrize(
    "address", ["/staff/officers/new/", "/staff/posts/new/", "/staff/appoint/"]
)
def test_others_may_neither_enter_nor_appoint(house: House, address: str) -> None:
    browser = signed_in(house, "political")

    assert browser.get(address).status_code == 403
    assert browser.post(address, NEW).status_code == 403
    assert not Officer.objects.filter(username="new.officer").exists()


def test_taken_user_name_is_told_and_what_was_typed_stays(house: House) -> None:
    browser = signed_in(house, "system")

    answer = browser.post("/staff/officers/new/", {**NEW, "username": "clerk"})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Another officer has this user name. Choose another." in page
    assert 'value="New Officer"' in page


def test_administrator_cannot_choose_himself(house: House) -> None:
    browser = signed_in(house, "system")

    page = browser.get("/staff/appoint/").content.decode()

    choices = page.split('<select name="officer"')[1].split("</select>")[0]
    assert "Salim Al-Hadrami" in choices
    assert "Bilal Chowdhury" not in choices
