"""The mandate, first paragraph: the first and last line of defence.

Each test is named after a sentence; the sentence stands in its docstring.
"""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from cabinet.dispatch.actions import dispatch_outgoing
from cabinet.gate.actions import (
    direct_incoming,
    hand_over,
    issue_memorandum,
    issue_outgoing,
    receive_incoming,
    sign_outgoing,
    verify_incoming,
    withhold_incoming,
)
from cabinet.gate.actions.incoming import Arrived, Direction, receive_and_register
from cabinet.registry.models import Item, Number, Release
from cabinet.registry.queries import HOUSE_READERS, visible_items
from clearance.terms import AddresseeLevel, Kind
from tests.cabinet.gate.steps import (
    OUTGOING_STATES,
    assert_left,
    memorandum,
    outgoing,
    pouch,
    refused,
    verified,
)
from tests.cast import House, paper


def in_departments(house: House) -> list[str]:
    """The officers whose posts stand in departments and offices, and who read nothing else."""
    return [name for name in house.officers if not house.duty(name).roles & HOUSE_READERS]


def readers_in_departments(house: House, item: Item) -> list[str]:
    """The officers of departments who may know of a paper."""
    return [name for name in in_departments(house) if item in visible_items(house.duty(name))]


@pytest.mark.parametrize(
    ("signatory", "level"),
    [
        ("sg", AddresseeLevel.INSTITUTION),
        ("asg", AddresseeLevel.INSTITUTION),
        ("dg", AddresseeLevel.INSTITUTION),
        ("legal", AddresseeLevel.INSTITUTION),
        ("political", AddresseeLevel.INTERNATIONAL_ORGANISATION),
        ("niamey", AddresseeLevel.INTERNATIONAL_ORGANISATION),
    ],
)
def test_first_and_last_line_of_defence_for_all_that_is_issued_whoever_signs(
    house: House, signatory: str, level: AddresseeLevel
) -> None:
    """The Secretary-General's Cabinet is the first and last line of defense as regards all that is
    issued by the General Secretariat, whether signed by the Secretary-General, the Assistant
    Secretaries General, or any of the officials in the General Secretariat.
    """
    for state in ("draft", "submitted", "under_review"):
        item = outgoing(house, state, level=level)
        with refused("GAT001"):
            sign_outgoing(item=item, by=house.duty(signatory), at=house.now())
        with refused("GAT001"):
            issue_outgoing(item=item, by=house.duty("registry"), at=house.now())

    cleared = outgoing(house, "cleared", level=level)
    sign_outgoing(item=cleared, by=house.duty(signatory), at=house.now())

    assert_left(cleared, "sign", signatory, source="cleared", target="signed")


@pytest.mark.parametrize(
    "level",
    [
        AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
        AddresseeLevel.PERMANENT_REPRESENTATIVE,
        AddresseeLevel.INTERNATIONAL_ORGANISATION,
        AddresseeLevel.INSTITUTION,
    ],
)
def test_and_everything_that_reaches_the_general_secretariat_from_outside(
    house: House, level: AddresseeLevel
) -> None:
    """... and everything that reaches the General Secretariat from outside."""
    arrived = Arrived(paper(), subject="From outside", sender=house.correspondent(level))

    item = receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())

    assert readers_in_departments(house, item) == []
    assert item in visible_items(house.duty("adviser"))


def test_no_document_from_outside_reaches_a_department_except_after_passing_the_cabinet(
    house: House,
) -> None:
    """No document or instructions from outside the Organization reaches any of the departments of
    the General Secretariat except after passing through the Cabinet.
    """
    assert len(in_departments(house)) >= 12
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(paper(), subject="Instructions", sender=sender)
    item = receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())
    direction = Direction(house.unit("POL"))
    with refused("GAT001"):
        direct_incoming(item=item, direction=direction, by=house.duty("dg"), at=house.now())
    verify_incoming(item=item, by=house.duty("registry"), at=house.now())
    for who in ("clerk", "registry", "private", "political", "asg"):
        with refused("GAT002"):
            direct_incoming(item=item, direction=direction, by=house.duty(who), at=house.now())
    assert readers_in_departments(house, item) == []

    direct_incoming(item=item, direction=direction, by=house.duty("adviser"), at=house.now())

    assert sorted(readers_in_departments(house, item)) == ["political", "political-desk"]


def test_nor_by_a_row_written_past_the_acts(house: House) -> None:
    """No document ... reaches any of the departments ... except after passing through the Cabinet:
    the database itself refuses to show it to them.
    """
    item = verified(house)
    movement = item.movements.order_by("-no")[0]

    with pytest.raises(DatabaseError, match="REG010"), transaction.atomic():
        Release.objects.create(
            item=item, movement=movement, unit=house.unit("POL"), purpose="information"
        )

    assert readers_in_departments(house, item) == []


def test_the_security_valve_of_the_daily_functioning(house: House) -> None:
    """It represents the security valve of the daily functioning: the Cabinet may keep a paper."""
    item = verified(house)

    withhold_incoming(item=item, reason="Wait for the Summit.", by=house.duty("dg"), at=house.now())

    assert item.state == "withheld"
    assert readers_in_departments(house, item) == []


def test_sealed_envelope_reaches_its_addressee_unopened_and_no_department(house: House) -> None:
    """The one exception, by its outer marks: a personal envelope goes to the person it names, and
    enters the circuit through the Registry and the Cabinet like any paper.
    """
    arrived = Arrived(None, outer_marks="Personal", personal_to=house.officers["cultural"])
    item = receive_incoming(arrived=arrived, by=house.duty("clerk"), at=house.now())
    assert readers_in_departments(house, item) == []

    hand_over(item=item, by=house.duty("clerk"), at=house.now())

    assert readers_in_departments(house, item) == ["cultural"]
    assert item.revisions.count() == 0


def test_no_document_is_issued_until_after_it_passes_through_the_cabinet(house: House) -> None:
    """... and no document is issued by the General Secretariat until after it passes through the
    Cabinet.
    """
    for state in OUTGOING_STATES[:4]:
        item = outgoing(house, state)
        for who in ("clerk2", "registry", "dg", "sg", "political"):
            with refused("GAT001"):
                issue_outgoing(item=item, by=house.duty(who), at=house.now())
            with refused("GAT001"):
                dispatch_outgoing(item=item, sending=pouch(), by=house.duty(who), at=house.now())
        assert not Number.objects.filter(item=item).exists()

    item = outgoing(house, "dispatched")

    acts = list(item.movements.order_by("no").values_list("act", flat=True))
    assert acts == ["draft", "submit", "take_up", "clear", "sign", "issue", "dispatch"]
    cleared = item.movements.get(act="clear")
    assert cleared.post.unit.code == "CAB"
    assert len(set(item.movements.values_list("content_sha256", flat=True)) - {""}) == 1


def test_interdepartmental_memoranda_are_issued_through_it(house: House) -> None:
    """Interdepartmental memoranda are issued through it."""
    for state in ("draft", "submitted", "under_review"):
        item = memorandum(house, state)
        for who in ("legal", "information", "dg", "registry"):
            with refused("GAT001"):
                issue_memorandum(item=item, by=house.duty(who), at=house.now())
        assert "information" not in readers_in_departments(house, item)

    item = memorandum(house, "cleared")
    assert "information" not in readers_in_departments(house, item)
    issue_memorandum(item=item, by=house.duty("adviser"), at=house.now())

    assert sorted(readers_in_departments(house, item)) == ["information", "legal"]
    assert item.kind == Kind.MEMORANDUM
