"""Papers brought to any state of their flow, for the tests of the acting pages."""

from __future__ import annotations

from datetime import timedelta

from cabinet.dispatch.actions import Sending, dispatch_outgoing
from cabinet.gate import actions
from cabinet.gate.actions.incoming import Arrived, Direction, receive_and_register
from cabinet.gate.actions.sheet import Word
from cabinet.registry.models import Item
from clearance.terms import AddresseeLevel, Channel, Check, Flow, Kind, Outcome
from tests.cast import House, paper

INCOMING = ("received", "registered", "verified", "informed", "directed")
DRAFTED = ("draft", "submitted", "under_review", "judged", "cleared", "signed", "issued")


def incoming(house: House, state: str, subject: str = "Hosting of a meeting") -> Item:
    """Bring an incoming letter of a ministry to a state; directed to Political Affairs."""
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(paper(subject), subject=subject, sender=sender)
    clerk, at = house.duty("clerk"), house.now()
    if state == "received":
        return actions.receive_incoming(arrived=arrived, by=clerk, at=at)
    item = receive_and_register(arrived=arrived, by=clerk, at=at)
    if state == "registered":
        return item
    actions.verify_incoming(item=item, by=house.duty("registry"), at=at)
    if state == "informed":
        actions.inform_secretary_general(item=item, note="", by=house.duty("adviser"), at=at)
    if state == "directed":
        due_on = at.date() + timedelta(days=7)
        direction = Direction(house.unit("POL"), [], "Prepare a reply.", due_on)
        actions.direct_incoming(item=item, direction=direction, by=house.duty("adviser"), at=at)
    return item


def sealed(house: House, state: str = "received") -> Item:
    """Bring a sealed envelope for the Secretary-General to a state."""
    arrived = Arrived(None, outer_marks="Personal", personal_to=house.officers["sg"])
    item = actions.receive_incoming(arrived=arrived, by=house.duty("clerk"), at=house.now())
    if state == "handed_over":
        actions.hand_over(item=item, by=house.duty("private"), at=house.now())
    return item


def drafted(
    house: House, state: str, flow: Flow = Flow.OUTGOING, answers: Item | None = None
) -> Item:
    """Bring a letter of Political Affairs, or a memorandum of theirs to Legal, to a state."""
    outgoing = flow is Flow.OUTGOING
    ministry = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    new = actions.NewPaper(
        flow,
        Kind.LETTER if outgoing else Kind.MEMORANDUM,
        house.unit("POL"),
        "Reply on the meeting",
        paper("A reply."),
        addressee=ministry if outgoing else None,
        to_unit=None if outgoing else house.unit("LEG"),
        answers=answers,
    )
    at = house.now()
    item = actions.draft_paper(new=new, by=house.duty("political-desk"), at=at)
    steps = DRAFTED.index(state)
    if steps >= 1:
        actions.submit_paper(item=item, by=house.duty("political"), at=at)
    if steps >= 2:
        actions.take_up_review(item=item, by=house.duty("adviser"), at=at)
    if steps >= 3:
        for check in Check:
            verdict(house, item, check)
    if steps >= 4:
        actions.clear_paper(item=item, by=house.duty("adviser"), at=at)
    if steps >= 5 and outgoing:
        actions.sign_outgoing(item=item, by=house.duty("sg"), at=at)
    if steps >= 6:
        _issue(house, item, outgoing=outgoing)
    return item


def _issue(house: House, item: Item, *, outgoing: bool) -> None:
    if outgoing:
        actions.issue_outgoing(item=item, by=house.duty("clerk2"), at=house.now())
    else:
        actions.issue_memorandum(item=item, by=house.duty("adviser"), at=house.now())


def sent(house: House, item: Item) -> None:
    """Dispatch an issued letter by pouch."""
    sending = Sending(Channel.POUCH, paper("Slip."))
    dispatch_outgoing(item=item, sending=sending, by=house.duty("clerk2"), at=house.now())


def verdict(
    house: House, item: Item, check: Check, outcome: Outcome = Outcome.PASS, **said: object
) -> None:
    """Give an adviser's verdict on the first revision."""
    word = Word(check, outcome, str(said.get("reason", "")), bool(said.get("kept", False)))
    actions.give_verdict(
        item=item, revision_no=1, word=word, by=house.duty("adviser"), at=house.now()
    )
