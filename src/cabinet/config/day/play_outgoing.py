"""The outgoing papers and memoranda of the day: drafted, reviewed, cleared, signed, sent."""

from __future__ import annotations

from django.utils import timezone

from cabinet.config.day.paper import Paper
from cabinet.config.day.stage import (
    CHANNELS,
    CHECKS,
    DRAFTERS,
    HEADS,
    SIGNATORIES,
    Day,
    correspondent_of,
    enclosures_of,
    unit_of,
)
from cabinet.dispatch.actions import Sending, dispatch_outgoing, record_delivery
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
from cabinet.registry.models import Item
from cabinet.registry.store import Kept, keep_file, keep_path
from clearance.gate import Refused
from clearance.terms import Channel, Check, Confidentiality, Flow, Kind, Outcome, Urgency


def send_letters(day: Day) -> None:
    """Take every outgoing paper from its draft to its dispatch."""
    for paper in day.papers.values():
        if paper.facts.flow != "outgoing" or paper.facts.attempt:
            continue
        item = draft_one(day, paper)
        _authorise(day, paper, item)
        for number, revision in enumerate(paper.revisions):
            if number:
                _revise(day, paper, item, number)
            submit_one(day, item)
            if not revision.returned_under:
                break
            _review(day, item, stop=CHECKS[revision.returned_under], why=revision.returned_for)
            return_paper(
                item=item,
                reason=revision.returned_for,
                by=day.duty("adviser"),
                at=timezone.now(),
            )
            day.tell("adviser", f"returned “{item.subject}”: {revision.returned_for}")
        _clear(day, paper, item)
        _sign_and_send(day, paper, item)


def draft_one(day: Day, paper: Paper) -> Item:
    """Draft a paper in its unit and return its item."""
    facts = paper.facts
    unit = facts.sender.unit or ""
    drafter = DRAFTERS.get(unit) or HEADS[unit]
    item = draft_paper(
        new=NewPaper(
            flow=Flow(facts.flow),
            kind=Kind(facts.kind),
            from_unit=unit_of(unit),
            subject=facts.subject,
            paper=keep_path(paper.revisions[0].path),
            enclosures=enclosures_of(paper),
            addressee=correspondent_of(facts.addressee) if facts.addressee.level else None,
            to_unit=unit_of(facts.addressee.unit) if facts.addressee.unit else None,
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
    drafter = DRAFTERS.get(unit) or HEADS[unit]
    revise_paper(
        item=item,
        new=NewRevision(keep_path(paper.revisions[number].path), enclosures_of(paper)),
        by=day.duty(drafter),
        at=timezone.now(),
    )
    day.tell(drafter, f"attached revision {number + 1}; all seven checks are open again.")


def _authorise(day: Day, paper: Paper, item: Item) -> None:
    """Let the Secretary-General authorise writing to a Government over another's signature."""
    inside = item.level in ("institution", "ngo", "external_office")
    if SIGNATORIES.get(paper.facts.signatory or "") == "asg" and not inside:
        authorise_writing(item=item, by=day.duty("sg"), at=timezone.now())


def submit_one(day: Day, item: Item) -> None:
    """Let the head of the unit submit it."""
    assert item.from_unit is not None  # noqa: S101 - drafted inside
    head = HEADS[item.from_unit.code]
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
        check = CHECKS[override.check]
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
    signatory = SIGNATORIES.get(paper.facts.signatory or "", "dg")
    sign_outgoing(item=item, by=day.duty(signatory), at=timezone.now())
    day.tell(signatory, f"signed it; it is {item.number.text}.")
    if paper.id == "muscat-experts":
        return  # left on the Registry's desk for whoever signs in first
    issue_outgoing(item=item, by=day.duty("clerk2"), at=timezone.now())
    channel = CHANNELS[paper.facts.channel]
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


def issue_memoranda(day: Day) -> None:
    """Take every memorandum to its reader; one waits for the Cabinet."""
    for paper in day.papers.values():
        if paper.facts.flow != "memorandum":
            continue
        item = draft_one(day, paper)
        submit_one(day, item)
        if paper.id == "niamey-floods":
            day.say(f"  “{item.subject}” waits for the Cabinet's review.")
            continue
        _review(day, item)
        clear_paper(item=item, by=day.duty("adviser"), at=timezone.now())
        issue_memorandum(item=item, by=day.duty("registry"), at=timezone.now())
        assert item.to_unit is not None  # noqa: S101 - a memorandum addresses a unit
        day.tell("registry", f"issued {item.number.text} to {item.to_unit.code}.")
        reader = HEADS[item.to_unit.code]
        if paper.id == "treaty-table":
            acknowledge_memorandum(item=item, by=day.duty(reader), at=timezone.now())
            day.tell(reader, f"acknowledged {item.number.text}.")
