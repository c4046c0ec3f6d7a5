"""The incoming papers of the day: taken in, registered, verified, directed, remarked on."""

from __future__ import annotations

from django.utils import timezone

from cabinet.config.day.paper import Paper
from cabinet.config.day.stage import CHANNELS, Day, correspondent_of, enclosures_of, unit_of
from cabinet.gate.actions.incoming import (
    Arrived,
    Direction,
    acknowledge_receipt,
    close_incoming,
    direct_incoming,
    hand_over,
    inform_secretary_general,
    receive_and_register,
    receive_incoming,
    refer_incoming,
    remark_on_incoming,
    send_back,
    verify_incoming,
)
from cabinet.registry.models import Item
from cabinet.registry.store import keep_path
from clearance.terms import Confidentiality, Kind, Urgency


def receive_papers(day: Day) -> None:
    """Take every incoming paper in; a second officer verifies each entry."""
    for paper in day.papers.values():
        if paper.facts.flow != "incoming":
            continue
        if paper.facts.outer_marks is not None:
            _receive_sealed(day, paper)
            continue
        item = receive_and_register(
            arrived=_arrived(paper), by=day.duty("clerk"), at=timezone.now()
        )
        day.items[paper.id] = item
        missing = item.enclosures_announced - len(paper.enclosures_present)
        day.tell(
            "clerk",
            f"registered {item.number.text}, “{item.subject}”."
            + (f" {missing} enclosure announced is missing." if missing else ""),
        )
        verify_incoming(item=item, by=day.duty("registry"), at=timezone.now())
        if missing:
            acknowledge_receipt(
                item=item,
                note="Receipt acknowledged; the missing enclosure was asked for.",
                by=day.duty("clerk2"),
                at=timezone.now(),
            )
            day.tell("clerk2", f"acknowledged {item.number.text}, asking for what is missing.")


def _arrived(paper: Paper) -> Arrived:
    facts = paper.facts
    return Arrived(
        paper=keep_path(paper.revisions[0].path),
        enclosures=enclosures_of(paper),
        kind=Kind(facts.kind),
        subject=facts.subject,
        sender=correspondent_of(facts.sender),
        sender_reference=facts.sender_reference,
        dated_gregorian=facts.printed_gregorian,
        dated_hijri=facts.printed_hijri,
        languages=facts.language,
        channel=CHANNELS[facts.channel],
        urgency=Urgency[facts.urgency.upper()],
        confidentiality=Confidentiality[facts.confidentiality.upper()],
        enclosures_announced=paper.enclosures_announced,
    )


def _receive_sealed(day: Day, paper: Paper) -> None:
    marks = paper.facts.outer_marks
    assert marks is not None  # noqa: S101 - the caller looked
    item = receive_incoming(
        arrived=Arrived(
            paper=None,
            outer_marks=" – ".join(marks.marks)[:300],
            personal_to=day.duty("sg").officer,
            channel=CHANNELS[paper.facts.channel],
            urgency=Urgency[paper.facts.urgency.upper()],
        ),
        by=day.duty("clerk"),
        at=timezone.now(),
    )
    hand_over(item=item, by=day.duty("private"), at=timezone.now())
    day.items[paper.id] = item
    day.tell("clerk", "logged a sealed envelope by its outer marks; nobody opened it.")
    day.tell("private", "handed it to the Secretary-General.")


def direct_papers(day: Day) -> None:
    """Direct every incoming paper to its unit; the important ones reach the Secretary-General."""
    for paper in day.papers.values():
        direction = paper.facts.direction
        if paper.facts.flow != "incoming" or direction is None or paper.id == "sealed-personal":
            continue
        item = day.items[paper.id]
        if direction.inform_secretary_general:
            _inform(day, item, direction.remark)
        if paper.id == "association-status":
            _misdirect_first(day, item)
        order = Direction(
            unit_of(direction.action),
            [unit_of(code) for code in direction.information],
            direction.instruction,
            direction.due_on,
        )
        if item.state == "directed":
            refer_incoming(item=item, direction=order, by=day.duty("dg"), at=timezone.now())
            day.tell("dg", f"referred {item.number.text} to {direction.action}.")
        else:
            direct_incoming(item=item, direction=order, by=day.duty("adviser"), at=timezone.now())
            copies = ", ".join(direction.information)
            day.tell(
                "adviser",
                f"directed {item.number.text} to {direction.action} for action"
                + (f", copies to {copies}." if copies else "."),
            )
    follow_up = day.items["amman-hosting-follow-up"]
    close_incoming(
        item=follow_up,
        reason="Same matter as the first letter of the Ministry; filed with it.",
        by=day.duty("adviser"),
        at=timezone.now(),
    )
    day.tell("adviser", f"closed {follow_up.number.text} with a note to the file.")


def _inform(day: Day, item: Item, remark: str) -> None:
    inform_secretary_general(
        item=item, note="For your information.", by=day.duty("dg"), at=timezone.now()
    )
    day.tell("dg", f"informed the Secretary-General of {item.number.text}.")
    if remark:
        remark_on_incoming(item=item, remark=remark, by=day.duty("sg"), at=timezone.now())
        day.tell("sg", "remarked on it; the remark came back to the Cabinet as an instruction.")


def _misdirect_first(day: Day, item: Item) -> None:
    """One paper goes to the wrong unit, which may only send it back to the Cabinet."""
    direct_incoming(
        item=item,
        direction=Direction(unit_of("ECO"), (), "For opinion."),
        by=day.duty("adviser2"),
        at=timezone.now(),
    )
    send_back(
        item=item,
        reason="Humanitarian work, not ours.",
        by=day.duty("economic"),
        at=timezone.now(),
    )
    day.tell("economic", f"sent {item.number.text} back to the Cabinet as misdirected.")
