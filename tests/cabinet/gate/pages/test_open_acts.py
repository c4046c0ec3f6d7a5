"""What the gate offers on a paper: only what the officer's posts admit, with what is lacking."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from cabinet.gate.actions import NewPaper, draft_paper, submit_paper, take_up_review
from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.gate.queries import open_act, open_acts
from cabinet.registry.models import Item
from clearance.terms import AddresseeLevel, Flow, Kind
from tests.cast import House, paper


@pytest.fixture
def registered(house: House) -> Item:
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(paper(), subject="Hosting of a meeting", sender=sender)
    return receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())


def test_open_acts_differ_by_post(house: House, registered: Item) -> None:
    assert [each.name for each in open_acts(registered, house.duty("registry"))] == [
        "verify", "acknowledge", "void",
    ]  # fmt: skip
    assert [each.name for each in open_acts(registered, house.duty("clerk"))] == ["acknowledge"]
    assert open_acts(registered, house.duty("political")) == []


def test_open_acts_leave_out_what_the_officer_types(house: House, registered: Item) -> None:
    returned = open_act("return_to_sender", registered, house.duty("adviser"))

    assert returned is not None
    assert returned.unmet == ()


def test_open_acts_name_what_is_lacking(house: House) -> None:
    new = NewPaper(
        Flow.MEMORANDUM, Kind.MEMORANDUM, house.unit("LEG"), "Seals", paper(),
        to_unit=house.unit("INF"),
    )  # fmt: skip
    item = draft_paper(new=new, by=house.duty("legal"), at=house.now())
    submit_paper(item=item, by=house.duty("legal"), at=house.now())
    take_up_review(item=item, by=house.duty("adviser"), at=house.now())

    clear = open_act("clear", item, house.duty("adviser"))

    assert clear is not None
    assert [condition.code for condition in clear.unmet] == ["GAT014"]


def test_open_acts_gather_the_facts_once(
    house: House, registered: Item, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    duty = house.duty("registry")

    with django_assert_num_queries(3):
        open_acts(registered, duty)
