"""The acts on incoming papers: the Registry takes them in, the Cabinet directs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Officer, Unit
from cabinet.directory.models import Correspondent
from cabinet.gate.actions.take import Asking, guards_speak, take
from cabinet.ledger.insertion import insert, insert_together, unwritten
from cabinet.ledger.one_act import one_act, one_statement
from cabinet.registry.actions import (
    Told,
    add_enclosures,
    add_revision,
    enclosures_of,
    give_number,
    label_with,
    label_with_its,
    move_along,
    movement_of,
    number_of,
    record_movement,
    revision_of,
)
from cabinet.registry.models import Enclosure, Item, Movement, Revision
from cabinet.registry.store import Kept
from clearance.gate import INCOMING, Asked, Ruling, Situation, rule_on
from clearance.terms import Confidentiality, Flow, Kind, Urgency


@dataclass(frozen=True)
class Arrived:
    """What the Registry knows of a paper at the door.

    ``paper`` None: a sealed envelope, of which only ``outer_marks`` and ``personal_to`` are known.
    """

    paper: Kept | None
    enclosures: Sequence[Kept] = ()
    kind: Kind = Kind.LETTER
    subject: str = ""
    sender: Correspondent | None = None
    sender_reference: str = ""
    dated_gregorian: str = ""
    dated_hijri: str = ""
    languages: str = ""
    channel: str = ""
    urgency: Urgency = Urgency.ORDINARY
    confidentiality: Confidentiality = Confidentiality.ORDINARY
    enclosures_announced: int = 0
    answers: Item | None = None
    outer_marks: str = ""
    personal_to: Officer | None = None

    @property
    def sealed(self) -> bool:
        """Tell whether the envelope came sealed for one officer."""
        return self.personal_to is not None and self.paper is None


def receive_incoming(*, arrived: Arrived, by: Duty, at: datetime) -> Item:
    """Take a paper in at the door, with its receipt's moment, and return its item.

    :raises Refused: the officer does not sit at the door, or nothing was brought: neither a paper
        nor a sealed envelope that names its addressee.
    """
    with guards_speak(), one_act():
        ruling = _ruling("receive", arrived, by)
        item = insert(_item_of(arrived, by, at))
        record_movement(
            item=item,
            act="receive",
            ruling=ruling,
            by=by,
            at=at,
            revision=None,
            told=Told(),
            label=label_with(item, None),
        )
        papers = _papers_of(item, arrived, by, at)
        if papers:
            insert_together(papers)
        return item


def receive_and_register(*, arrived: Arrived, by: Duty, at: datetime) -> Item:
    """Take a paper in and give it its number, in one act, and return its item.

    :raises Refused: with every unmet condition; nothing is written.
    """
    with guards_speak(), one_statement():
        ruling = _ruling("register", arrived, by)
        item = _item_of(arrived, by, at)
        number = number_of(item=item, on=by.on)
        papers = _papers_of(item, arrived, by, at)
        movement = movement_of(
            item=item,
            act="register",
            ruling=ruling,
            by=by,
            at=at,
            revision=next((each for each in papers if isinstance(each, Revision)), None),
            told=Told(),
            label=label_with_its(number),
        )
        insert_together([item, *papers, number, movement])
        move_along(item, movement)
        return item


def _ruling(act: str, arrived: Arrived, by: Duty) -> Ruling:
    """Rule on a paper that has no item yet."""
    situation = Situation(
        Flow.INCOMING,
        "",
        kind=arrived.kind,
        subject=arrived.subject.strip(),
        addressee_named=arrived.sender is not None,
        sealed=arrived.sealed,
        personal_to=arrived.personal_to.pk if arrived.personal_to else None,
        revision_sha256=arrived.paper.sha256 if arrived.paper else None,
    )
    paper = arrived.paper is not None
    return rule_on(
        INCOMING, situation, Asked(act, by.officer.pk, by.authorities, by.on, paper=paper)
    )


def _item_of(arrived: Arrived, by: Duty, at: datetime) -> Item:
    return unwritten(
        Item,
        flow=Flow.INCOMING,
        kind=arrived.kind,
        subject=arrived.subject.strip(),
        languages=arrived.languages,
        urgency=arrived.urgency,
        confidentiality=arrived.confidentiality,
        correspondent_id=arrived.sender.pk if arrived.sender else None,
        level=arrived.sender.level if arrived.sender else "",
        answers_id=arrived.answers.pk if arrived.answers else None,
        sealed=arrived.sealed,
        personal_to_id=arrived.personal_to.pk if arrived.personal_to else None,
        outer_marks=arrived.outer_marks,
        sender_reference=arrived.sender_reference,
        dated_gregorian=arrived.dated_gregorian,
        dated_hijri=arrived.dated_hijri,
        channel=arrived.channel,
        received_at=at,
        enclosures_announced=arrived.enclosures_announced,
        opened_by_id=by.officer.pk,
        opened_at=at,
    )


def _papers_of(item: Item, arrived: Arrived, by: Duty, at: datetime) -> list[Revision | Enclosure]:
    """Return the first revision of a paper and its enclosures, yet to be written."""
    if arrived.paper is None:
        return []
    revision = revision_of(item=item, no=1, paper=arrived.paper, by=by, at=at)
    return [revision, *enclosures_of(revision=revision, enclosures=arrived.enclosures)]


def register_incoming(
    *, item: Item, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Register a received paper: it gets its number and its facts are fixed.

    :raises Refused: sealed, without its file, subject or sender, or by the wrong post.
    """

    def papers(asking: Asking) -> None:
        give_number(item=asking.item, on=by.on)

    return take("register", item=item, by=by, at=at, seen_moves=seen_moves, papers=papers)


def verify_incoming(
    *, item: Item, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Confirm that the entry says what the paper says. :raises Refused: by whoever registered."""
    return take("verify", item=item, by=by, at=at, seen_moves=seen_moves)


@dataclass(frozen=True)
class Direction:
    """To whom a paper goes: one unit for action, others for information, by when, to do what.

    ``action`` None is refused with the other unmet conditions.
    """

    action: Unit | None
    information: Sequence[Unit] = ()
    instruction: str = ""
    due_on: date | None = None


def direct_incoming(
    *, item: Item, direction: Direction, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Direct a paper to one unit for action and to others for information.

    :raises Refused: not verified, or not by the Cabinet.
    """
    return _send_on("direct", item, direction, by, at, seen_moves)


def refer_incoming(
    *, item: Item, direction: Direction, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Refer a directed paper from one unit to another, through the Cabinet.

    :raises Refused: without a reason, or to the unit that has it.
    """
    return _send_on("refer", item, direction, by, at, seen_moves)


def _send_on(
    act: str, item: Item, direction: Direction, by: Duty, at: datetime, seen_moves: int | None
) -> Movement:
    action = direction.action.pk if direction.action else None
    told = Told(direction.instruction, action, direction.due_on, direction.information)
    return take(act, item=item, by=by, at=at, told=told, seen_moves=seen_moves)


def copy_incoming(
    *, item: Item, units: Sequence[Unit], by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Let further units have a copy for information.

    :raises Refused: not by the Cabinet, or no unit is named.
    """
    told = Told(copies=units)
    return take("copy", item=item, by=by, at=at, told=told, seen_moves=seen_moves)


def send_back(
    *, item: Item, reason: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Send a misdirected paper back to the Cabinet. :raises Refused: not by the unit for action."""
    return take("send_back", item=item, by=by, at=at, told=Told(reason), seen_moves=seen_moves)


def inform_secretary_general(
    *, item: Item, note: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Tell the Secretary-General of an important paper. :raises Refused: not by the Cabinet."""
    return take("inform", item=item, by=by, at=at, told=Told(note), seen_moves=seen_moves)


def remark_on_incoming(
    *, item: Item, remark: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Record the Secretary-General's remark: the Cabinet finds it as an instruction.

    :raises Refused: he was not informed, or the remark is empty.
    """
    return take("remark", item=item, by=by, at=at, told=Told(remark), seen_moves=seen_moves)


def extend_deadline(
    *,
    item: Item,
    due_on: date,
    reason: str,
    by: Duty,
    at: datetime,
    seen_moves: int | None = None,
) -> Movement:
    """Move the deadline of a directed paper.

    :raises Refused: without a reason, or to a day that has passed.
    """
    return take(
        "extend",
        item=item,
        by=by,
        at=at,
        told=Told(reason, due_on=due_on),
        seen_moves=seen_moves,
    )


def acknowledge_receipt(
    *, item: Item, note: str = "", by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Record that receipt was acknowledged to the sender. :raises Refused: it was before."""
    return take("acknowledge", item=item, by=by, at=at, told=Told(note), seen_moves=seen_moves)


def withhold_incoming(
    *, item: Item, reason: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Keep a paper in the Cabinet. :raises Refused: without a reason."""
    return take("withhold", item=item, by=by, at=at, told=Told(reason), seen_moves=seen_moves)


def return_to_sender(
    *, item: Item, reason: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Return a paper to its sender. :raises Refused: without a reason."""
    return take(
        "return_to_sender", item=item, by=by, at=at, told=Told(reason), seen_moves=seen_moves
    )


def record_answer(*, item: Item, by: Duty, at: datetime, seen_moves: int | None = None) -> Movement:
    """Close a paper that a dispatched reply answers, where the dispatch itself did not.

    :raises Refused: no reply was dispatched.
    """
    return take("answer", item=item, by=by, at=at, seen_moves=seen_moves)


def close_incoming(
    *, item: Item, reason: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Close a paper with a note to the file. :raises Refused: without the note."""
    return take("close", item=item, by=by, at=at, told=Told(reason), seen_moves=seen_moves)


def hand_over(*, item: Item, by: Duty, at: datetime, seen_moves: int | None = None) -> Movement:
    """Hand a sealed envelope to the officer whom it names. :raises Refused: it is not sealed."""
    return take("hand_over", item=item, by=by, at=at, seen_moves=seen_moves)


def bring_in(
    *, item: Item, arrived: Arrived, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Let an opened envelope enter the circuit, with its paper, to be registered.

    :raises Refused: by anybody but its addressee, or without the paper.
    """

    def follow(movement: Movement) -> None:
        paper = movement.item
        paper.sealed = False
        paper.subject = arrived.subject.strip()
        paper.correspondent = arrived.sender
        paper.level = arrived.sender.level if arrived.sender else ""
        paper.kind = arrived.kind
        paper.save(update_fields=["sealed", "subject", "correspondent", "level", "kind"])
        if arrived.paper is not None:
            revision = add_revision(item=paper, paper=arrived.paper, by=by, at=at)
            add_enclosures(revision=revision, enclosures=arrived.enclosures)

    return take(
        "bring_in",
        item=item,
        by=by,
        at=at,
        seen_moves=seen_moves,
        paper=arrived.paper is not None,
        follow=follow,
    )


def void_incoming(
    *, item: Item, reason: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Void a wrong entry; its number stays used. :raises Refused: without a reason."""
    return take("void", item=item, by=by, at=at, told=Told(reason), seen_moves=seen_moves)
