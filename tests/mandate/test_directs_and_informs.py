"""The mandate: the Cabinet directs what comes in and informs the Secretary-General."""

from __future__ import annotations

from datetime import timedelta

from cabinet.dispatch.actions import dispatch_outgoing
from cabinet.gate.actions import (
    direct_incoming,
    hand_over,
    inform_secretary_general,
    receive_incoming,
    refer_incoming,
    remark_on_incoming,
    send_back,
)
from cabinet.gate.actions.incoming import Arrived, Direction
from cabinet.registry.queries import shown_movements, visible_items
from tests.cabinet.gate.steps import directed, outgoing, pouch, refused, verified
from tests.cast import House


def test_directs_the_incoming_correspondence_to_the_concerned_departments(house: House) -> None:
    """The Cabinet directs the incoming correspondence and documents to the concerned departments
    (to persons: the next test).
    """
    item, duty = verified(house), house.duty("adviser")
    due = duty.on + timedelta(days=7)
    direction = Direction(house.unit("POL"), [house.unit("LEG")], "Draft a reply.", due)

    direct_incoming(item=item, direction=direction, by=duty, at=house.now())

    assert (item.action_unit, item.due_on) == (house.unit("POL"), due)
    for reader in ("political", "political-desk", "legal"):
        assert item in visible_items(house.duty(reader))
    for stranger in ("cultural", "economic", "niamey", "system"):
        assert item not in visible_items(house.duty(stranger))


def test_and_persons(house: House) -> None:
    """... and persons: an envelope to a person goes to that person, and to nobody else.

    Directing an opened paper to one officer by name is not yet built: it goes to a unit.
    """
    arrived = Arrived(None, outer_marks="Personal", personal_to=house.officers["political"])
    item = receive_incoming(arrived=arrived, by=house.duty("clerk"), at=house.now())

    hand_over(item=item, by=house.duty("clerk"), at=house.now())

    assert item in visible_items(house.duty("political"))
    assert item not in visible_items(house.duty("political-desk"))


def test_referral_between_departments_goes_through_the_cabinet(house: House) -> None:
    """No document ... except after passing through the Cabinet: no department hands one on."""
    item = directed(house, "POL")
    to_legal = Direction(house.unit("LEG"), instruction="A question of law.")
    with refused("GAT002"):
        refer_incoming(item=item, direction=to_legal, by=house.duty("political"), at=house.now())
    send_back(item=item, reason="It is for Legal.", by=house.duty("political"), at=house.now())
    assert item not in visible_items(house.duty("legal"))

    direct_incoming(item=item, direction=to_legal, by=house.duty("adviser"), at=house.now())

    assert item in visible_items(house.duty("legal"))


def test_informs_the_secretary_general_of_the_important_ones(house: House) -> None:
    """... and informs the Secretary-General of the important ones. His remark comes back to the
    Cabinet as an instruction, before the departments have seen the paper.
    """
    item = verified(house)
    with refused("GAT024"):
        remark_on_incoming(item=item, remark="Accept.", by=house.duty("sg"), at=house.now())
    inform_secretary_general(
        item=item, note="The host asks for a date.", by=house.duty("adviser"), at=house.now()
    )

    remark_on_incoming(item=item, remark="Accept; in May.", by=house.duty("sg"), at=house.now())

    told = shown_movements(item, house.duty("adviser"))
    (remark,) = [each for each in told if each.act == "remark"]
    assert (remark.reason, remark.by.username) == ("Accept; in May.", "sg")
    direction = Direction(house.unit("CON"), instruction=remark.reason)
    direct_incoming(item=item, direction=direction, by=house.duty("dg"), at=house.now())
    seen = shown_movements(item, house.duty("conference"))
    assert not {"inform", "remark"} & {each.act for each in seen}
    assert [each.reason for each in seen if each.act == "direct"] == ["Accept; in May."]


def test_follow_up_of_the_work_of_departments_knows_what_was_answered(house: House) -> None:
    """Rule 5(2): follow-up and coordination of the work of Departments. A paper directed with a
    deadline stays open until its reply is dispatched or the Cabinet closes it.
    """
    question = directed(house)
    reply = outgoing(house, "issued", answers=question)
    assert question.state == "directed"

    dispatch_outgoing(item=reply, sending=pouch(), by=house.duty("clerk2"), at=house.now())

    question.refresh_from_db()
    assert question.state == "answered"
    assert list(question.answered_by.all()) == [reply]
