"""Papers brought to a state by the real acts, and what an act or a refusal leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from cabinet.dispatch.actions import Sending, dispatch_outgoing
from cabinet.dispatch.models import Delivery, Dispatch
from cabinet.gate.actions import (
    NewPaper,
    clear_paper,
    direct_incoming,
    draft_paper,
    give_verdict,
    issue_outgoing,
    sign_outgoing,
    submit_paper,
    take_up_review,
    verify_incoming,
)
from cabinet.gate.actions.incoming import Arrived, Direction, receive_and_register
from cabinet.gate.actions.sheet import Word
from cabinet.gate.models import Clearance, Signature
from cabinet.ledger.models import Event
from cabinet.registry.models import Enclosure, Item, Movement, Number, Release, Revision
from cabinet.review.models import Override, Verdict
from clearance.gate import Refused
from clearance.terms import AddresseeLevel, Channel, Check, Flow, Kind, Outcome
from tests.cast import House, paper

TABLES = (
    Item, Revision, Enclosure, Movement, Release, Number, Verdict, Override, Clearance, Signature,
    Dispatch, Delivery, Event,
)  # fmt: skip
OUTGOING_STATES = (
    "draft",
    "submitted",
    "under_review",
    "cleared",
    "signed",
    "issued",
    "dispatched",
)


def registered(house: House, *, by: str = "clerk", subject: str = "Hosting of a meeting") -> Item:
    """A letter of a ministry, registered."""
    sender = house.correspondent(AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS)
    arrived = Arrived(paper(), subject=subject, sender=sender)
    return receive_and_register(arrived=arrived, by=house.duty(by), at=house.now())


def verified(house: House) -> Item:
    """A letter of a ministry, registered and verified."""
    item = registered(house)
    verify_incoming(item=item, by=house.duty("registry"), at=house.now())
    return item


def directed(house: House, unit: str = "POL") -> Item:
    """A letter of a ministry, directed to a unit for action."""
    item = verified(house)
    direct_incoming(
        item=item, direction=Direction(house.unit(unit)), by=house.duty("adviser"), at=house.now()
    )
    return item


def drafted(
    house: House,
    *,
    kind: Kind = Kind.LETTER,
    level: AddresseeLevel = AddresseeLevel.INSTITUTION,
    answers: Item | None = None,
    announced: int = 0,
    subject: str = "Reply on the meeting",
) -> Item:
    """A letter of Political Affairs, drafted by its desk officer."""
    new = NewPaper(
        Flow.OUTGOING, kind, house.unit("POL"), subject, paper(),
        addressee=house.correspondent(level), answers=answers, enclosures_announced=announced,
    )  # fmt: skip
    return draft_paper(new=new, by=house.duty("political-desk"), at=house.now())


def outgoing(
    house: House,
    state: str,
    *,
    kind: Kind = Kind.LETTER,
    level: AddresseeLevel = AddresseeLevel.INSTITUTION,
    answers: Item | None = None,
    signatory: str = "sg",
) -> Item:
    """A letter of Political Affairs, brought to a state by the acts that lead there."""
    item = drafted(house, kind=kind, level=level, answers=answers)
    at = house.now()
    for reached in OUTGOING_STATES[1 : OUTGOING_STATES.index(state) + 1]:
        if reached == "submitted":
            submit_paper(item=item, by=house.duty("political"), at=at)
        elif reached == "under_review":
            take_up_review(item=item, by=house.duty("adviser"), at=at)
        elif reached == "cleared":
            pass_all(house, item)
            clear_paper(item=item, by=house.duty("adviser"), at=at)
        elif reached == "signed":
            sign_outgoing(item=item, by=house.duty(signatory), at=at)
        elif reached == "issued":
            issue_outgoing(item=item, by=house.duty("clerk2"), at=at)
        else:
            dispatch_outgoing(item=item, sending=pouch(), by=house.duty("clerk2"), at=at)
    return item


def memorandum(house: House, state: str) -> Item:
    """A memorandum of Legal Affairs to Information, brought to a state before its issue."""
    new = NewPaper(
        Flow.MEMORANDUM, Kind.MEMORANDUM, house.unit("LEG"), "Seals", paper(),
        to_unit=house.unit("INF"),
    )  # fmt: skip
    at = house.now()
    item = draft_paper(new=new, by=house.duty("legal"), at=at)
    if state in ("submitted", "under_review", "cleared"):
        submit_paper(item=item, by=house.duty("legal"), at=at)
    if state in ("under_review", "cleared"):
        take_up_review(item=item, by=house.duty("adviser"), at=at)
    if state == "cleared":
        pass_all(house, item)
        clear_paper(item=item, by=house.duty("adviser"), at=at)
    return item


def pass_all(house: House, item: Item, *, but: tuple[Check, ...] = (), by: str = "adviser") -> None:
    """Give the verdict "passes" on each check, except some."""
    no = item.revisions.count()
    for check in Check:
        if check not in but:
            word = Word(check, Outcome.PASS)
            give_verdict(item=item, revision_no=no, word=word, by=house.duty(by), at=house.now())


def stop(house: House, item: Item, check: Check = Check.SENSITIVITY) -> None:
    """Give the verdict "stop" on one check."""
    word = Word(check, Outcome.STOP, "The name of the State is not the one in use.")
    no = item.revisions.count()
    give_verdict(item=item, revision_no=no, word=word, by=house.duty("adviser"), at=house.now())


def pouch() -> Sending:
    """By diplomatic pouch, with its slip."""
    return Sending(Channel.POUCH, paper("Pouch slip 14.", "slip.txt"))


@contextmanager
def refused(*codes: str) -> Iterator[pytest.ExceptionInfo[Refused]]:
    """Expect a refusal with exactly these codes, after which every table is as it was."""
    before = [table.objects.count() for table in TABLES]
    states = list(Item.objects.order_by("id").values_list("id", "state", "moves"))
    with pytest.raises(Refused) as caught:
        yield caught
    assert caught.value.codes == codes
    assert [table.objects.count() for table in TABLES] == before
    assert list(Item.objects.order_by("id").values_list("id", "state", "moves")) == states


def assert_left(item: Item, act: str, by: str, *, source: str, target: str) -> Movement:
    """The act left its movement, the item follows it, and the record has an event of it."""
    movement = item.movements.order_by("-no")[0]
    item.refresh_from_db()
    assert (movement.act, movement.source, movement.target) == (act, source, target)
    assert movement.by.username == by
    assert (item.state, item.moves) == (target, movement.no)
    event = Event.objects.get(table="registry_movement", row=movement.pk)
    assert f'"{act}"' in event.payload
    newest = Event.objects.order_by("-seq").first()
    assert newest is not None
    return movement
