"""The acts on outgoing papers and memoranda: drafted, reviewed, cleared, signed, issued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Unit
from cabinet.directory.models import Correspondent
from cabinet.gate.actions.sheet import Said, answer_finding
from cabinet.gate.actions.take import Asking, guards_speak, take
from cabinet.gate.context import newest_revision
from cabinet.gate.models import Clearance, Signature
from cabinet.ledger.one_act import one_act
from cabinet.registry.actions import (
    Told,
    add_enclosures,
    add_revision,
    give_number,
    record_movement,
)
from cabinet.registry.models import Item, Movement
from cabinet.registry.queries import visible_items
from cabinet.registry.store import Kept
from cabinet.review.actions import keep_reading, read_revision
from cabinet.review.models import Answer
from cabinet.review.queries import newest_reading
from clearance.gate import TABLES, Asked, Situation, rule_on
from clearance.terms import Confidentiality, Flow, Kind, Urgency


@dataclass(frozen=True)
class NewPaper:
    """A paper drafted inside: an outgoing one has an addressee, a memorandum a unit."""

    flow: Flow
    kind: Kind
    from_unit: Unit
    subject: str
    paper: Kept
    enclosures: Sequence[Kept] = ()
    addressee: Correspondent | None = None
    to_unit: Unit | None = None
    languages: str = ""
    urgency: Urgency = Urgency.ORDINARY
    confidentiality: Confidentiality = Confidentiality.ORDINARY
    enclosures_announced: int = 0
    answers: Item | None = None
    due_on: date | None = None


def draft_paper(*, new: NewPaper, by: Duty, at: datetime) -> Item:
    """Begin an outgoing paper or a memorandum with its first revision, and return its item.

    :raises Refused: the officer holds no drafting post in that unit, or the paper to be answered
        is not an incoming one that the officer may know of.
    """
    with guards_speak(), one_act():
        situation = Situation(
            new.flow,
            "",
            kind=new.kind,
            from_unit=new.from_unit.pk,
            answers_unseen=new.answers is not None and not _is_before(by, new.answers),
        )
        asked = Asked("draft", by.officer.pk, by.authorities, by.on)
        ruling = rule_on(TABLES[new.flow], situation, asked)
        item = Item.objects.create(
            flow=new.flow,
            kind=new.kind,
            subject=new.subject.strip(),
            languages=new.languages,
            urgency=new.urgency,
            confidentiality=new.confidentiality,
            correspondent=new.addressee,
            level=new.addressee.level if new.addressee else "",
            from_unit=new.from_unit,
            to_unit=new.to_unit,
            answers=new.answers,
            enclosures_announced=new.enclosures_announced,
            opened_by=by.officer,
            opened_at=at,
        )
        told = Told(due_on=new.due_on)
        record_movement(
            item=item, act="draft", ruling=ruling, by=by, at=at, revision=None, told=told
        )
        revision = add_revision(item=item, paper=new.paper, by=by, at=at)
        add_enclosures(revision=revision, enclosures=new.enclosures)
        return item


def _is_before(by: Duty, answered: Item) -> bool:
    """Tell whether an incoming paper is among those that the officer may know of."""
    return visible_items(by).filter(pk=answered.pk, flow=Flow.INCOMING).exists()


@dataclass(frozen=True)
class NewRevision:
    """A new text of a paper, its enclosures, and the facts that change with it; None: as before."""

    paper: Kept
    enclosures: Sequence[Kept] = ()
    enclosures_announced: int | None = None
    subject: str | None = None
    addressee: Correspondent | None = None


def revise_paper(
    *,
    item: Item,
    new: NewRevision,
    by: Duty,
    at: datetime,
    note: str = "",
    seen_moves: int | None = None,
) -> Movement:
    """Attach a new revision; all seven checks are open again.

    :raises Refused: already signed, or not by the drafting unit.
    """

    def follow(movement: Movement) -> None:
        paper = movement.item
        if new.subject is not None:
            paper.subject = new.subject.strip()
        if new.enclosures_announced is not None:
            paper.enclosures_announced = new.enclosures_announced
        if new.addressee is not None:
            paper.correspondent = new.addressee
            paper.level = new.addressee.level
        paper.save(update_fields=["subject", "enclosures_announced", "correspondent", "level"])
        revision = add_revision(item=paper, paper=new.paper, by=by, at=at)
        add_enclosures(revision=revision, enclosures=new.enclosures)

    return take(
        "revise", item=item, by=by, at=at, told=Told(note), seen_moves=seen_moves, follow=follow
    )


def revise_with_corrections(
    *,
    item: Item,
    corrected: Kept,
    by: Duty,
    at: datetime,
    note: str = "",
    seen_moves: int | None = None,
) -> Movement:
    """Attach a corrected file as a new revision, with the enclosures of the one before.

    :raises Refused: as ``revise_paper``.
    """
    before = newest_revision(item)
    enclosures = before.enclosures.order_by("no") if before else ()
    kept = [Kept(each.sha256, each.size_bytes, each.media_type, each.name) for each in enclosures]
    new = NewRevision(corrected, kept)
    return revise_paper(item=item, new=new, by=by, at=at, note=note, seen_moves=seen_moves)


def submit_paper(
    *, item: Item, by: Duty, at: datetime, note: str = "", seen_moves: int | None = None
) -> Movement:
    """Submit the newest revision to the Cabinet; the review reads it at once.

    :raises Refused: incomplete, or not new.
    """
    revision = newest_revision(item)
    read = (
        read_revision(revision, on=by.on) if revision else None
    )  # before the act: others need not wait

    def follow(movement: Movement) -> None:
        if read and revision and movement.revision_id == revision.pk:
            keep_reading(revision=revision, read=read, at=at)

    return take(
        "submit", item=item, by=by, at=at, told=Told(note), seen_moves=seen_moves, follow=follow
    )


def authorise_writing(
    *, item: Item, by: Duty, at: datetime, note: str = "", seen_moves: int | None = None
) -> Movement:
    """Authorise writing to this Government; a text that waits for the Cabinet is read again.

    :raises Refused: not by the Secretary-General.
    """

    def follow(movement: Movement) -> None:
        revision = newest_revision(movement.item)
        waits = movement.item.state in ("submitted", "under_review")
        if waits and revision is not None and newest_reading(revision) is not None:
            read = read_revision(revision, on=by.on)
            keep_reading(revision=revision, read=read, at=at, asked_by=by.officer)

    return take(
        "authorise", item=item, by=by, at=at, told=Told(note), seen_moves=seen_moves, follow=follow
    )


def clear_paper(
    *, item: Item, by: Duty, at: datetime, note: str = "", seen_moves: int | None = None
) -> Movement:
    """Clear exactly the newest revision.

    :raises ReviewOpen: a verdict is missing or a stop stands.
    :raises Refused: by a drafter, or not by the Cabinet.
    """

    def papers(asking: Asking) -> None:
        assert asking.revision is not None  # noqa: S101 - under review there is a revision
        authority = asking.ruling.authority
        Clearance.objects.create(
            revision=asking.revision,
            sha256=asking.revision.sha256,
            by=by.officer,
            post_id=authority.post,
            delegation_id=authority.delegation,
            on=by.on,
            at=at,
        )

    return take(
        "clear", item=item, by=by, at=at, told=Told(note), seen_moves=seen_moves, papers=papers
    )


def return_paper(
    *,
    item: Item,
    reason: str,
    mend: Sequence[int] = (),
    by: Duty,
    at: datetime,
    seen_moves: int | None = None,
) -> Movement:
    """Return a text to its drafters with reasons.

    ``mend``: the numbers of findings that are to be mended as suggested; the drafter finds them
    chosen. :raises Refused: without a reason, or the review of the text is not open.
    """
    with one_act():
        for no in mend:
            revision = newest_revision(item)
            said = Said(revision.no if revision else 0, no, Answer.Outcome.ACCEPTED)
            answer_finding(item=item, said=said, by=by, at=at)
        return take("return", item=item, by=by, at=at, told=Told(reason), seen_moves=seen_moves)


def decline_to_sign(
    *, item: Item, reason: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Decline to sign and say why; the text goes back to its drafters."""
    return take("decline", item=item, by=by, at=at, told=Told(reason), seen_moves=seen_moves)


def sign_outgoing(*, item: Item, by: Duty, at: datetime, seen_moves: int | None = None) -> Movement:
    """Sign the cleared revision; number and date are given in the same act.

    :raises NoAuthorityToSign: the matrix or the officer's authority that day does not admit it.
    :raises Refused: not cleared, drafted by the signatory, or not authorised.
    """

    def papers(asking: Asking) -> None:
        assert asking.revision is not None  # noqa: S101 - a cleared paper has a revision
        authority = asking.ruling.authority
        Signature.objects.create(
            revision=asking.revision,
            clearance=Clearance.objects.get(revision=asking.revision),
            sha256=asking.revision.sha256,
            by=by.officer,
            post_id=authority.post,
            delegation_id=authority.delegation,
            on=by.on,
            at=at,
        )
        give_number(item=asking.item, on=by.on)

    return take("sign", item=item, by=by, at=at, seen_moves=seen_moves, papers=papers)


def issue_outgoing(
    *, item: Item, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Seal a signed paper and enter it in the outgoing book. :raises Refused: not signed."""
    return take("issue", item=item, by=by, at=at, seen_moves=seen_moves)


def annul_outgoing(
    *, item: Item, reason: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Annul a signed paper before it leaves. :raises Refused: not by the Director-General."""
    return take("annul", item=item, by=by, at=at, told=Told(reason), seen_moves=seen_moves)


def void_paper(
    *, item: Item, reason: str, by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Give a draft up; nothing is deleted. :raises Refused: without a reason."""
    return take("void", item=item, by=by, at=at, told=Told(reason), seen_moves=seen_moves)


def issue_memorandum(
    *,
    item: Item,
    copies: Sequence[Unit] = (),
    due_on: date | None = None,
    note: str = "",
    by: Duty,
    at: datetime,
    seen_moves: int | None = None,
) -> Movement:
    """Issue a cleared memorandum: number, unit for action, copies.

    :raises Refused: not cleared on this revision.
    """

    def papers(asking: Asking) -> None:
        give_number(item=asking.item, on=by.on)

    told = Told(note, item.to_unit_id, due_on, copies)
    return take("issue", item=item, by=by, at=at, told=told, seen_moves=seen_moves, papers=papers)


def acknowledge_memorandum(
    *, item: Item, note: str = "", by: Duty, at: datetime, seen_moves: int | None = None
) -> Movement:
    """Acknowledge a memorandum. :raises Refused: not by the unit that it addresses."""
    return take("acknowledge", item=item, by=by, at=at, told=Told(note), seen_moves=seen_moves)
