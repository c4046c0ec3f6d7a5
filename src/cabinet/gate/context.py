"""The facts of one paper, gathered from the tables into the plain objects that the rules read."""

from __future__ import annotations

from django.db.models import Max

from cabinet.directory.models import SignatoryCell
from cabinet.gate.models import Clearance, Signature
from cabinet.registry.models import Item, Movement, Revision
from cabinet.review.models import Override, Verdict
from cabinet.review.queries import open_stops
from clearance.authority import SignatoryRule
from clearance.gate import Situation
from clearance.terms import AddresseeLevel, Check, Flow, Kind, Outcome, Role


def newest_revision(item: Item) -> Revision | None:
    """Return the newest revision of an item; None: no paper is there."""
    return item.revisions.order_by("-no").first()


def situation_of(item: Item, revision: Revision | None) -> Situation:
    """Return the situation of an item, whose newest revision is ``revision``."""
    flow = Flow(item.flow)
    moved = list(
        Movement.objects.filter(
            item=item,
            act__in=("register", "authorise", "inform", "acknowledge", "submit"),
        )
        .order_by("no")
        .values_list("act", "by_id", "revision_id")
    )
    acts = {act for act, _by, _revision in moved}
    common = Situation(
        flow=flow,
        state=item.state,
        moves=item.moves,
        kind=Kind(item.kind) if item.kind else None,
        level=AddresseeLevel(item.level) if item.level else None,
        from_unit=item.from_unit_id,
        action_unit=item.action_unit_id,
        personal_to=item.personal_to_id,
        subject=item.subject.strip(),
        addressee_named=_correspondent(item) is not None,
        sealed=item.sealed,
        revision_sha256=revision.sha256 if revision else None,
        registered_by=next((by for act, by, _revision in moved if act == "register"), None),
        authorised="authorise" in acts,
        informed="inform" in acts,
        acknowledged="acknowledge" in acts,
        enclosures_announced=item.enclosures_announced,
    )
    if flow is Flow.INCOMING:
        return _with(common, reply_dispatched=_reply_dispatched(item))
    submitted: set[int | None] = {revision_id for act, _by, revision_id in moved if act == "submit"}
    return _drafted(common, item, revision, submitted)


def _drafted(
    common: Situation, item: Item, revision: Revision | None, submitted: set[int | None]
) -> Situation:
    verdicts, set_aside = verdicts_on(revision)
    clearance = Clearance.objects.filter(revision=revision).first()
    signature = Signature.objects.filter(revision=revision).first()
    return _with(
        common,
        drafters=frozenset(
            Revision.objects.filter(item=item).order_by().values_list("by_id", flat=True)
        ),
        revision_submitted_before=revision is not None and revision.pk in submitted,
        enclosures_present=revision.enclosures.count() if revision else 0,
        verdicts=verdicts,
        set_aside=set_aside,
        cleared_sha256=clearance.sha256 if clearance else None,
        signed_sha256=signature.sha256 if signature else None,
        matrix=signatory_rules(item.kind, item.level),
    )


def verdicts_on(revision: Revision | None) -> tuple[dict[Check, Outcome], frozenset[Check]]:
    """Return the newest verdict on each check of a revision, and the stops set aside.

    A verdict that passes a check lapses where a later reading finds a stop on it.
    """
    if revision is None:
        return {}, frozenset()
    found = open_stops(revision)
    newest: dict[Check, Verdict] = {
        Check(verdict.check_no): verdict
        for verdict in Verdict.objects.filter(revision=revision).order_by("id")
    }
    overridden = set(
        Override.objects.filter(verdict__revision=revision).values_list("verdict_id", flat=True)
    )
    return (
        {
            check: Outcome(verdict.outcome)
            for check, verdict in newest.items()
            if verdict.outcome == Outcome.STOP or check not in found
        },
        frozenset(check for check, verdict in newest.items() if verdict.pk in overridden),
    )


def signatory_rules(kind: str, level: str) -> tuple[SignatoryRule, ...]:
    """Return the cells of the signatory matrix that stand for this kind and this level."""
    if not kind or not level:
        return ()
    newest = (
        SignatoryCell.objects.filter(kind=kind, level=level)
        .values("role")
        .order_by("role")
        .annotate(newest=Max("id"))
        .values("newest")
    )
    return tuple(
        SignatoryRule(
            Kind(cell.kind),
            AddresseeLevel(cell.level),
            Role(cell.role),
            cell.needs_authorisation,
            cell.source,
        )
        for cell in SignatoryCell.objects.filter(pk__in=newest, permitted=True).order_by("id")
    )


def _correspondent(item: Item) -> int | None:
    """Return who is written to or from: for a memorandum a unit, for all else somebody outside."""
    return item.to_unit_id if item.flow == Flow.MEMORANDUM else item.correspondent_id


def _reply_dispatched(item: Item) -> bool:
    return Item.objects.filter(answers=item, state__in=("dispatched", "delivered")).exists()


def _with(situation: Situation, **facts: object) -> Situation:
    return Situation(**{**situation.__dict__, **facts})
