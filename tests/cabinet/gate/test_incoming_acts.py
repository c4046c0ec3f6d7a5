"""Each act on an incoming paper: what it leaves, and each refusal that it can give."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cabinet.dispatch.actions import dispatch_outgoing
from cabinet.gate.actions import (
    acknowledge_receipt,
    bring_in,
    close_incoming,
    copy_incoming,
    direct_incoming,
    extend_deadline,
    hand_over,
    inform_secretary_general,
    receive_incoming,
    refer_incoming,
    register_incoming,
    remark_on_incoming,
    return_to_sender,
    send_back,
    verify_incoming,
    void_incoming,
    withhold_incoming,
)
from cabinet.gate.actions.incoming import Arrived, Direction, receive_and_register
from cabinet.registry.models import Item, Release
from cabinet.registry.queries import shown_movements, visible_items
from clearance.gate import FourEyes, NotAuthorised, NotInState, Outdated
from clearance.terms import AddresseeLevel
from tests.cabinet.gate.steps import (
    assert_left,
    directed,
    outgoing,
    pouch,
    refused,
    registered,
    verified,
)
from tests.cast import House, paper


def at_the_door(house: House) -> Arrived:
    sender = house.correspondent(AddresseeLevel.PERMANENT_REPRESENTATIVE)
    return Arrived(paper(), subject="A note of a mission", sender=sender)


def envelope(house: House, to: str = "sg") -> Item:
    arrived = Arrived(None, outer_marks="Personal", personal_to=house.officers[to])
    return receive_incoming(arrived=arrived, by=house.duty("clerk"), at=house.now())


def test_receive_then_register_gives_the_number(house: House) -> None:
    item = receive_incoming(arrived=at_the_door(house), by=house.duty("clerk"), at=house.now())
    assert_left(item, "receive", "clerk", source="", target="received")

    register_incoming(item=item, by=house.duty("clerk2"), at=house.now())

    assert_left(item, "register", "clerk2", source="received", target="registered")
    assert item.number.serial >= 1


@pytest.mark.parametrize("who", ["political", "adviser", "auditor", "system", "sg"])
def test_receive_by_anybody_but_the_door_is_refused(house: House, who: str) -> None:
    with refused("GAT002") as caught:
        receive_incoming(arrived=at_the_door(house), by=house.duty(who), at=house.now())

    assert isinstance(caught.value, NotAuthorised)


def test_receive_of_nothing_is_refused(house: House) -> None:
    with refused("GAT025"):
        receive_incoming(arrived=Arrived(None), by=house.duty("clerk"), at=house.now())


def test_register_without_subject_and_sender_tells_both_and_keeps_the_number(house: House) -> None:
    item = receive_incoming(arrived=Arrived(paper()), by=house.duty("clerk"), at=house.now())

    with refused("GAT028", "GAT029"):
        register_incoming(item=item, by=house.duty("clerk"), at=house.now())

    first, second = registered(house), registered(house)
    assert second.number.serial == first.number.serial + 1


def test_receive_and_register_in_one_act_refuses_with_every_condition(house: House) -> None:
    with refused("GAT025", "GAT028", "GAT029"):
        receive_and_register(arrived=Arrived(None), by=house.duty("clerk"), at=house.now())


def test_verify_by_whoever_registered_is_refused(house: House) -> None:
    item = registered(house, by="registry")

    with refused("GAT011") as caught:
        verify_incoming(item=item, by=house.duty("registry"), at=house.now())

    assert isinstance(caught.value, FourEyes)


def test_verify_leaves_its_movement(house: House) -> None:
    assert_left(verified(house), "verify", "registry", source="registered", target="verified")


def test_direct_leaves_instruction_deadline_and_releases(house: House) -> None:
    item, duty = verified(house), house.duty("adviser")
    direction = Direction(
        house.unit("POL"), [house.unit("LEG"), house.unit("POL")], "Draft a reply.", duty.on
    )

    direct_incoming(item=item, direction=direction, by=duty, at=house.now())

    movement = assert_left(item, "direct", "adviser", source="verified", target="directed")
    assert (movement.reason, movement.due_on) == ("Draft a reply.", duty.on)
    assert (item.due_on, item.action_unit) == (duty.on, house.unit("POL"))
    released = Release.objects.filter(item=item).values_list("unit__code", "purpose")
    assert sorted(released) == [("LEG", "information"), ("POL", "action")]


@pytest.mark.parametrize("who", ["clerk", "registry", "private", "political", "sg", "auditor"])
def test_direct_by_anybody_but_the_cabinet_is_refused(house: House, who: str) -> None:
    item = verified(house)

    with refused("GAT002"):
        direct_incoming(
            item=item, direction=Direction(house.unit("POL")), by=house.duty(who), at=house.now()
        )


def test_direct_on_a_stale_page_is_outdated_and_told_so(house: House) -> None:
    item = verified(house)
    seen = item.moves
    inform_secretary_general(item=item, note="", by=house.duty("dg"), at=house.now())

    with refused("GAT003") as caught:
        direct_incoming(
            item=item,
            direction=Direction(house.unit("POL")),
            by=house.duty("adviser"),
            at=house.now(),
            seen_moves=seen,
        )

    assert isinstance(caught.value, Outdated)


def test_refer_goes_through_the_cabinet_and_the_new_unit_sees_it(house: House) -> None:
    item = directed(house)
    direction = Direction(house.unit("LEG"), instruction="This is a question of law.")
    with refused("GAT002"):
        refer_incoming(item=item, direction=direction, by=house.duty("political"), at=house.now())

    refer_incoming(item=item, direction=direction, by=house.duty("adviser"), at=house.now())

    assert_left(item, "refer", "adviser", source="directed", target="directed")
    assert item.action_unit == house.unit("LEG")
    assert item in visible_items(house.duty("legal"))
    with refused("GAT006"):
        send_back(item=item, reason="No.", by=house.duty("political"), at=house.now())


def test_refer_to_the_same_unit_without_a_reason_tells_both(house: House) -> None:
    item = directed(house)

    with refused("GAT031", "GAT010"):
        refer_incoming(
            item=item, direction=Direction(house.unit("POL")), by=house.duty("dg"), at=house.now()
        )


def test_copy_lets_another_unit_see_and_never_act(house: House) -> None:
    item = directed(house)
    with refused("GAT035"):
        copy_incoming(item=item, units=[], by=house.duty("adviser"), at=house.now())

    copy_incoming(item=item, units=[house.unit("CUL")], by=house.duty("adviser"), at=house.now())

    movement = assert_left(item, "copy", "adviser", source="directed", target="directed")
    assert movement.copies == f"|{house.unit('CUL').pk}|"
    assert item in visible_items(house.duty("cultural"))
    with refused("GAT006"):
        send_back(item=item, reason="Not ours.", by=house.duty("cultural"), at=house.now())


def test_send_back_needs_a_reason_and_puts_the_paper_before_the_cabinet(house: House) -> None:
    item = directed(house)
    with refused("GAT010"):
        send_back(item=item, reason=" ", by=house.duty("political"), at=house.now())

    send_back(item=item, reason="It is for Legal.", by=house.duty("political"), at=house.now())

    movement = assert_left(item, "send_back", "political", source="directed", target="verified")
    assert movement.reason == "It is for Legal."


def test_inform_and_remark_are_seen_by_the_inner_circle_only(house: House) -> None:
    item = directed(house)
    with refused("GAT024"):
        remark_on_incoming(item=item, remark="Yes.", by=house.duty("sg"), at=house.now())
    inform_secretary_general(item=item, note="Urgent.", by=house.duty("adviser"), at=house.now())
    with refused("GAT010"):
        remark_on_incoming(item=item, remark="", by=house.duty("sg"), at=house.now())

    remark_on_incoming(item=item, remark="Accept.", by=house.duty("sg"), at=house.now())

    assert_left(item, "remark", "sg", source="directed", target="directed")
    inner = {move.act for move in shown_movements(item, house.duty("adviser"))}
    outer = {move.act for move in shown_movements(item, house.duty("political"))}
    assert inner - outer == {"inform", "remark"}


@pytest.mark.parametrize("who", ["dg", "adviser", "private"])
def test_remark_is_nobody_s_but_the_secretary_general_s(house: House, who: str) -> None:
    item = directed(house)
    inform_secretary_general(item=item, note="", by=house.duty("adviser"), at=house.now())

    with refused("GAT002"):
        remark_on_incoming(item=item, remark="Accept.", by=house.duty(who), at=house.now())


def test_extend_moves_the_deadline_with_a_reason(house: House) -> None:
    item, duty = directed(house), house.duty("adviser")
    with refused("GAT036", "GAT010"):
        extend_deadline(
            item=item, due_on=duty.on - timedelta(days=1), reason="", by=duty, at=house.now()
        )
    later = duty.on + timedelta(days=9)

    extend_deadline(item=item, due_on=later, reason="The mission asks.", by=duty, at=house.now())

    assert_left(item, "extend", "adviser", source="directed", target="directed")
    assert item.due_on == later


def test_acknowledge_receipt_is_done_once(house: House) -> None:
    item = registered(house)

    acknowledge_receipt(item=item, by=house.duty("clerk"), at=house.now())

    assert_left(item, "acknowledge", "clerk", source="registered", target="registered")
    with refused("GAT032"):
        acknowledge_receipt(item=item, by=house.duty("clerk"), at=house.now())


def test_withhold_keeps_the_paper_in_the_cabinet_until_it_is_directed(house: House) -> None:
    item = verified(house)
    with refused("GAT010"):
        withhold_incoming(item=item, reason="", by=house.duty("dg"), at=house.now())

    withhold_incoming(item=item, reason="A delicate question.", by=house.duty("dg"), at=house.now())

    assert_left(item, "withhold", "dg", source="verified", target="withheld")
    assert item not in visible_items(house.duty("political"))
    direct_incoming(
        item=item, direction=Direction(house.unit("POL")), by=house.duty("dg"), at=house.now()
    )
    assert item in visible_items(house.duty("political"))


def test_return_to_sender_needs_a_reason_and_ends_the_way(house: House) -> None:
    item = registered(house)
    with refused("GAT010"):
        return_to_sender(item=item, reason="", by=house.duty("adviser"), at=house.now())

    return_to_sender(item=item, reason="Not for us.", by=house.duty("adviser"), at=house.now())

    assert_left(
        item, "return_to_sender", "adviser", source="registered", target="returned_to_sender"
    )
    with refused("GAT001"):
        verify_incoming(item=item, by=house.duty("registry"), at=house.now())


def test_close_needs_a_note_to_the_file(house: House) -> None:
    item = directed(house)
    with refused("GAT010"):
        close_incoming(item=item, reason="", by=house.duty("adviser"), at=house.now())

    close_incoming(item=item, reason="No reply is due.", by=house.duty("adviser"), at=house.now())

    assert_left(item, "close", "adviser", source="directed", target="closed")


def test_sealed_envelope_lives_its_own_life(house: House) -> None:
    item = envelope(house)
    with refused("GAT027", "GAT025", "GAT028", "GAT029"):
        register_incoming(item=item, by=house.duty("clerk"), at=house.now())

    hand_over(item=item, by=house.duty("private"), at=house.now())
    assert_left(item, "hand_over", "private", source="received", target="handed_over")
    with refused("GAT007"):
        bring_in(item=item, arrived=at_the_door(house), by=house.duty("dg"), at=house.now())
    with refused("GAT025"):
        bring_in(item=item, arrived=Arrived(None), by=house.duty("sg"), at=house.now())
    bring_in(item=item, arrived=at_the_door(house), by=house.duty("sg"), at=house.now())

    assert_left(item, "bring_in", "sg", source="handed_over", target="received")
    assert (item.sealed, item.subject) == (False, "A note of a mission")
    register_incoming(item=item, by=house.duty("clerk"), at=house.now())
    assert_left(item, "register", "clerk", source="received", target="registered")


def test_opened_paper_is_not_handed_over(house: House) -> None:
    item = receive_incoming(arrived=at_the_door(house), by=house.duty("clerk"), at=house.now())

    with refused("GAT026"):
        hand_over(item=item, by=house.duty("clerk"), at=house.now())


def test_void_keeps_the_number_and_the_paper(house: House) -> None:
    item = registered(house)
    number = item.number.text
    with refused("GAT002"):
        void_incoming(item=item, reason="Twice.", by=house.duty("clerk"), at=house.now())
    with refused("GAT010"):
        void_incoming(item=item, reason="", by=house.duty("registry"), at=house.now())

    void_incoming(item=item, reason="Entered twice.", by=house.duty("registry"), at=house.now())

    assert_left(item, "void", "registry", source="registered", target="void")
    assert item.number.text == number
    assert registered(house).number.serial == item.number.serial + 1
    with refused("GAT001") as caught:
        void_incoming(item=item, reason="Again.", by=house.duty("registry"), at=house.now())
    assert isinstance(caught.value, NotInState)


def test_dispatched_reply_answers_the_paper_in_the_same_act(house: House) -> None:
    question = directed(house)
    reply = outgoing(house, "issued", answers=question)
    assert question.state == "directed"

    dispatch_outgoing(item=reply, sending=pouch(), by=house.duty("clerk2"), at=house.now())

    assert_left(question, "answer", "clerk2", source="directed", target="answered")
    assert reply.state == "dispatched"


def test_reply_to_a_paper_that_was_withdrawn_from_the_unit_is_still_dispatched(
    house: House,
) -> None:
    question = directed(house)
    reply = outgoing(house, "issued", answers=question)
    close_incoming(item=question, reason="By telephone.", by=house.duty("dg"), at=house.now())

    dispatch_outgoing(item=reply, sending=pouch(), by=house.duty("clerk2"), at=house.now())

    question.refresh_from_db()
    assert (question.state, reply.state) == ("closed", "dispatched")
