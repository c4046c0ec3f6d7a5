"""An incoming paper reaches a department by the Cabinet's direction only."""

from __future__ import annotations

import pytest

from cabinet.gate.actions.incoming import (
    Arrived,
    Direction,
    direct_incoming,
    receive_and_register,
    verify_incoming,
)
from cabinet.registry.models import Item
from cabinet.registry.queries import visible_items
from clearance.gate import NotInState
from clearance.terms import AddresseeLevel
from tests.cast import House, paper


@pytest.fixture
def registered(house: House) -> Item:
    """A registered letter of a ministry."""
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(paper(), subject="Hosting of a meeting", sender=sender)
    return receive_and_register(arrived=arrived, by=house.duty("clerk"), at=house.now())


def test_direct_verified_paper_reaches_the_unit_for_action(house: House, registered: Item) -> None:
    verify_incoming(item=registered, by=house.duty("registry"), at=house.now())

    direction = Direction(house.unit("POL"), [house.unit("LEG")], "Prepare a reply.")
    direct_incoming(item=registered, direction=direction, by=house.duty("adviser"), at=house.now())

    assert registered.state == "directed"
    assert registered in visible_items(house.duty("political"))
    assert registered in visible_items(house.duty("legal"))
    assert registered not in visible_items(house.duty("cultural"))


def test_direct_unverified_paper_is_refused(house: House, registered: Item) -> None:
    with pytest.raises(NotInState) as refused:
        direct_incoming(
            item=registered,
            direction=Direction(house.unit("POL")),
            by=house.duty("adviser"),
            at=house.now(),
        )

    assert refused.value.codes == ("GAT001",)
    assert registered not in visible_items(house.duty("political"))
