"""The day: the papers go through the gate, act by act, by the cast, with a readable log.

Every act is the same function that a page calls; nothing is written round the gate. The one
attempt to go round it is made with plain SQL, and the database refuses it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from cabinet.accounts.actions import Limits, delegate
from cabinet.accounts.duty import Duty, duty_of
from cabinet.accounts.models import Officer, Post, Unit
from cabinet.config.day.cast import CAST, Member
from cabinet.config.day.paper import Paper, Party
from cabinet.config.day.papers import build_papers
from cabinet.directory.actions import Entry, enter_correspondent
from cabinet.directory.models import Correspondent
from cabinet.dispatch.actions import Sending, dispatch_outgoing, record_delivery
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
from cabinet.gate.actions.outgoing import (
    NewPaper,
    NewRevision,
    acknowledge_memorandum,
    authorise_writing,
    clear_paper,
    draft_paper,
    issue_memorandum,
    issue_outgoing,
    return_paper,
    revise_paper,
    sign_outgoing,
    submit_paper,
)
from cabinet.gate.actions.sheet import Word, give_verdict, set_stop_aside, take_up_review
from cabinet.gate.actions.take import take
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Item
from cabinet.registry.store import Kept, keep_file, keep_path
from clearance.authority import Capacity
from clearance.gate import Refused
from clearance.terms import (
    AddresseeLevel,
    Channel,
    Check,
    Confidentiality,
    Flow,
    Kind,
    Outcome,
    Power,
    Urgency,
)

Say = Callable[[str], None]

_CHANNELS = {
    "hand": Channel.HAND,
    "courier": Channel.COURIER,
    "diplomatic_pouch": Channel.POUCH,
    "post": Channel.POST,
    "e_mail": Channel.EMAIL,
    "fax": Channel.FAX,
}
_DRAFTERS = {"POL": "political-desk", "PAL": "palestine-desk"}  # other units: their head drafts
_HEADS = {member.unit: member.username for member in CAST if member.role.value in {
    "head_of_department", "external_office"}}  # fmt: skip
_SIGNATORIES = {"secretary_general": "sg", "assistant_secretary_general": "asg"}
_CHECKS = {check.code: check for check in Check}


@dataclass
class Day:
    """The day as it goes: who is on duty, which items there are, and where the log goes."""

    on: date
    papers: dict[str, Paper]
    say: Say
    duties: dict[str, Duty] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)

    def duty(self, username: str) -> Duty:
        """Return the duty of one of the cast."""
        if username not in self.duties:
            self.duties[username] = duty_of(Officer.objects.get(username=username), self.on)
        return self.duties[username]

    def tell(self, username: str, sentence: str) -> None:
        """Write one line of the log: who, as which post, did what."""
        member = _member(username)
        self.say(f"{member.person.en}, {member.post.en}: {sentence}")


def play_day(folder: Path, *, on: date, say: Say) -> Day:
    """Play the day once, on an open and furnished house without papers."""
    day = Day(on, build_papers(folder, on), say)
    _delegate_notes(day)
    _receive(day)
    _direct(day)
    _draft_and_clear(day)
    _memoranda(day)
    _try_to_go_round(day)
    return day


def _member(username: str) -> Member:
    return next(member for member in CAST if member.username == username)


def _delegate_notes(day: Day) -> None:
    """The Secretary-General lends the signing of notes verbales to the Director-General."""
    delegate(
        post=Post.objects.get(code="SG-sg"),
        to=day.duty("dg").officer,
        capacity=Capacity.DELEGATED,
        limits=Limits(power=Power.SIGN, kind=Kind.NOTE_VERBALE),
        begins_on=day.on,
        ends_on=day.on + timedelta(days=180),
        instrument=f"Decision of the Secretary-General of {day.on:%d %B %Y} on notes verbales",
        by=day.duty("sg").officer,
        at=timezone.now(),
    )
    day.duties.clear()
    day.tell("sg", "delegated the signing of notes verbales to the Director-General, in writing.")


# --- Incoming --------------------------------------------------------------------------------


def _receive(day: Day) -> None:
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
        enclosures=_enclosures(paper),
        kind=Kind(facts.kind),
        subject=facts.subject,
        sender=_correspondent(facts.sender),
        sender_reference=facts.sender_reference,
        dated_gregorian=facts.printed_gregorian,
        dated_hijri=facts.printed_hijri,
        languages=facts.language,
        channel=_CHANNELS[facts.channel],
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
            channel=_CHANNELS[paper.facts.channel],
            urgency=Urgency[paper.facts.urgency.upper()],
        ),
        by=day.duty("clerk"),
        at=timezone.now(),
    )
    hand_over(item=item, by=day.duty("private"), at=timezone.now())
    day.items[paper.id] = item
    day.tell("clerk", "logged a sealed envelope by its outer marks; nobody opened it.")
    day.tell("private", "handed it to the Secretary-General.")


def _direct(day: Day) -> None:
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
            _unit(direction.action),
            [_unit(code) for code in direction.information],
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
        direction=Direction(_unit("ECO"), (), "For opinion."),
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


# --- Outgoing --------------------------------------------------------------------------------


def _draft_and_clear(day: Day) -> None:
    for paper in day.papers.values():
        if paper.facts.flow != "outgoing" or paper.facts.attempt:
            continue
        item = _draft(day, paper)
        for number, revision in enumerate(paper.revisions):
            if number:
                _revise(day, paper, item, number)
            _submit(day, item)
            if not revision.returned_under:
                break
            _review(day, item, stop=_CHECKS[revision.returned_under], why=revision.returned_for)
            return_paper(
                item=item,
                reason=revision.returned_for,
                by=day.duty("adviser"),
                at=timezone.now(),
            )
            day.tell("adviser", f"returned “{item.subject}”: {revision.returned_for}")
        _clear(day, paper, item)
        _sign_and_send(day, paper, item)


def _draft(day: Day, paper: Paper) -> Item:
    facts = paper.facts
    unit = facts.sender.unit or ""
    drafter = _DRAFTERS.get(unit) or _HEADS[unit]
    item = draft_paper(
        new=NewPaper(
            flow=Flow(facts.flow),
            kind=Kind(facts.kind),
            from_unit=_unit(unit),
            subject=facts.subject,
            paper=keep_path(paper.revisions[0].path),
            enclosures=_enclosures(paper),
            addressee=_correspondent(facts.addressee) if facts.addressee.level else None,
            to_unit=_unit(facts.addressee.unit) if facts.addressee.unit else None,
            languages=facts.language,
            urgency=Urgency[facts.urgency.upper()],
            confidentiality=Confidentiality[facts.confidentiality.upper()],
            enclosures_announced=paper.enclosures_announced,
            answers=day.items.get(facts.answers) if facts.answers else None,
        ),
        by=day.duty(drafter),
        at=timezone.now(),
    )
    day.items[paper.id] = item
    day.tell(drafter, f"drafted “{item.subject}”.")
    return item


def _revise(day: Day, paper: Paper, item: Item, number: int) -> None:
    unit = paper.facts.sender.unit or ""
    drafter = _DRAFTERS.get(unit) or _HEADS[unit]
    revise_paper(
        item=item,
        new=NewRevision(keep_path(paper.revisions[number].path), _enclosures(paper)),
        by=day.duty(drafter),
        at=timezone.now(),
    )
    day.tell(drafter, f"attached revision {number + 1}; all seven checks are open again.")


def _submit(day: Day, item: Item) -> None:
    assert item.from_unit is not None  # noqa: S101 - drafted inside
    head = _HEADS[item.from_unit.code]
    submit_paper(item=item, by=day.duty(head), at=timezone.now())


def _review(day: Day, item: Item, *, stop: Check | None = None, why: str = "") -> None:
    take_up_review(item=item, by=day.duty("adviser"), at=timezone.now())
    revision = item.revisions.order_by("-no")[0]
    for check in Check:
        stopped = check is stop
        give_verdict(
            item=item,
            revision_no=revision.no,
            word=Word(
                check,
                Outcome.STOP if stopped else Outcome.PASS,
                why if stopped else "",
                kept_from_drafters=check is Check.SENSITIVITY and not stopped,
            ),
            by=day.duty("adviser"),
            at=timezone.now(),
        )


def _clear(day: Day, paper: Paper, item: Item) -> None:
    override = paper.facts.override
    if override is None:
        _review(day, item)
    else:
        check = _CHECKS[override.check]
        _review(day, item, stop=check, why=override.stopped_for)
        day.tell("adviser", f"stopped “{item.subject}” under check {check.code}.")
        try:
            clear_paper(item=item, by=day.duty("adviser"), at=timezone.now())
        except Refused as refused:
            day.say(f"  The gate refused to clear it: {refused}")
        set_stop_aside(
            item=item,
            revision_no=1,
            check=check,
            reason=override.reason,
            by=day.duty("dg"),
            at=timezone.now(),
        )
        day.tell("dg", "set the stop aside in writing and answers for it.")
    clear_paper(item=item, by=day.duty("adviser"), at=timezone.now())
    day.tell("adviser", f"cleared “{item.subject}”, exactly revision {item.revisions.count()}.")


def _sign_and_send(day: Day, paper: Paper, item: Item) -> None:
    signatory = _SIGNATORIES.get(paper.facts.signatory or "", "dg")
    if signatory == "asg" and item.level not in ("institution", "ngo", "external_office"):
        authorise_writing(item=item, by=day.duty("sg"), at=timezone.now())
    sign_outgoing(item=item, by=day.duty(signatory), at=timezone.now())
    day.tell(signatory, f"signed it; it is {item.number.text}.")
    if paper.id == "muscat-experts":
        return  # left on the Registry's desk for whoever signs in first
    issue_outgoing(item=item, by=day.duty("clerk2"), at=timezone.now())
    channel = _CHANNELS[paper.facts.channel]
    sending = Sending(channel, _slip(item, f"Dispatched by {channel.value}."))
    dispatch_outgoing(item=item, sending=sending, by=day.duty("clerk2"), at=timezone.now())
    day.tell("clerk2", f"issued {item.number.text} and dispatched it by {channel.value}.")
    if channel is Channel.HAND:
        receipt = _slip(item, "Received at the Mission.")
        record_delivery(item=item, proof=receipt, by=day.duty("clerk2"), at=timezone.now())
        day.tell("clerk2", f"filed the receipt of {item.number.text}.")


def _slip(item: Item, sentence: str) -> Kept:
    text = f"Registry Office\n{item.number.text}\n{sentence}\n"
    return keep_file([text.encode()], name=f"slip {item.pk}.txt")


# --- Memoranda -------------------------------------------------------------------------------


def _memoranda(day: Day) -> None:
    for paper in day.papers.values():
        if paper.facts.flow != "memorandum":
            continue
        item = _draft(day, paper)
        _submit(day, item)
        if paper.id == "niamey-floods":
            day.say(f"  “{item.subject}” waits for the Cabinet's review.")
            continue
        _review(day, item)
        clear_paper(item=item, by=day.duty("adviser"), at=timezone.now())
        issue_memorandum(item=item, by=day.duty("registry"), at=timezone.now())
        assert item.to_unit is not None  # noqa: S101 - a memorandum addresses a unit
        day.tell("registry", f"issued {item.number.text} to {item.to_unit.code}.")
        reader = _HEADS[item.to_unit.code]
        if paper.id == "treaty-table":
            acknowledge_memorandum(item=item, by=day.duty(reader), at=timezone.now())
            day.tell(reader, f"acknowledged {item.number.text}.")


# --- The attempt -----------------------------------------------------------------------------


def _try_to_go_round(day: Day) -> None:
    paper = day.papers["symposium-coverage"]
    item = _draft(day, paper)
    _submit(day, item)
    head = day.duty("palestine")
    try:
        take("issue", item=item, by=head, at=timezone.now())
    except Refused as refused:
        day.tell("palestine", "tried to issue it at once. The gate refused:")
        day.say(f"  {refused}")
    try:
        with one_act(), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO registry_number"
                " (item_id, series_id, year, serial, text, on_day, on_hijri)"
                " SELECT %s, s.id, %s, (SELECT MAX(n.serial) + 1 FROM registry_number AS n"
                " WHERE n.series_id = s.id), 'OIC/PAL/forged', %s, ''"
                " FROM registry_series AS s WHERE s.flow = 'outgoing'",
                [item.pk, day.on.year, day.on],
            )
    except DatabaseError as refused:
        day.say("Somebody with the database's password then wrote a number for it by plain SQL.")
        day.say(f"  The database refused: {refused}")
    else:
        raise AssertionError("The database let a number through without a signature.")


# --- Facts -----------------------------------------------------------------------------------


def _enclosures(paper: Paper) -> list[Kept]:
    return [keep_path(each.path) for each in paper.enclosures_present if each.path is not None]


def _unit(code: str) -> Unit:
    return Unit.objects.get(code=code)


def _correspondent(party: Party) -> Correspondent:
    """Find the party in the directory, or enter it."""
    level = AddresseeLevel(party.level or "")
    found = Correspondent.objects.filter(name_en=party.name_en, level=level).first()
    return found or enter_correspondent(
        entry=Entry(party.name_ar, party.name_en, party.name_fr, level)
    )
