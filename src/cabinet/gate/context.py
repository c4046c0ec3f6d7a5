"""The facts of one paper, gathered from the tables into the plain objects that the rules read."""

from __future__ import annotations

from django.db.models import Max, QuerySet

from cabinet.directory.models import SignatoryCell
from cabinet.gate.models import Clearance, Signature
from cabinet.ledger.composed import composed
from cabinet.registry.models import Enclosure, Item, Movement, Revision
from cabinet.review.models import Override, Verdict
from cabinet.review.queries import open_stops
from clearance.authority import SignatoryRule
from clearance.gate import Situation
from clearance.terms import AddresseeLevel, Check, Flow, Kind, Outcome, Role


def newest_revision(item: Item) -> Revision | None:
    """Return the newest revision of an item; None: no paper is there."""
    found = _newest_revision.first(item.pk)
    if found is not None:
        found.item = item
    return found


@composed(int)
def _newest_revision(item: int) -> QuerySet[Revision]:
    return Revision.objects.filter(item=item).order_by("-no")[:1]


def situation_of(item: Item, revision: Revision | None) -> Situation:
    """Return the situation of an item, whose newest revision is ``revision``."""
    flow = Flow(item.flow)
    moved = _moved.rows(item.pk)
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


@composed(int)
def _moved(item: int) -> QuerySet[Movement, tuple[str, int, int | None]]:
    acts = ("register", "authorise", "inform", "acknowledge", "submit")
    moved = Movement.objects.filter(item=item, act__in=acts).order_by("no")
    return moved.values_list("act", "by_id", "revision_id")


def _drafted(
    common: Situation, item: Item, revision: Revision | None, submitted: set[int | None]
) -> Situation:
    verdicts, set_aside = verdicts_on(revision)
    return _with(
        common,
        drafters=frozenset(_drafters.rows(item.pk)),
        revision_submitted_before=revision is not None and revision.pk in submitted,
        enclosures_present=len(_enclosures.rows(revision.pk)) if revision else 0,
        verdicts=verdicts,
        set_aside=set_aside,
        cleared_sha256=_cleared.first(revision.pk) if revision else None,
        signed_sha256=_signed.first(revision.pk) if revision else None,
        matrix=signatory_rules(item.kind, item.level),
    )


@composed(int)
def _drafters(item: int) -> QuerySet[Revision, int]:
    return Revision.objects.filter(item=item).order_by().values_list("by_id", flat=True)


@composed(int)
def _enclosures(revision: int) -> QuerySet[Enclosure, int]:
    found = Enclosure.objects.filter(revision=revision).order_by()
    return found.values_list("no", flat=True)


@composed(int)
def _cleared(revision: int) -> QuerySet[Clearance, str]:
    cleared = Clearance.objects.filter(revision=revision).order_by("pk")
    return cleared.values_list("sha256", flat=True)


@composed(int)
def _signed(revision: int) -> QuerySet[Signature, str]:
    signed = Signature.objects.filter(revision=revision).order_by("pk")
    return signed.values_list("sha256", flat=True)


def verdicts_on(revision: Revision | None) -> tuple[dict[Check, Outcome], frozenset[Check]]:
    """Return the newest verdict on each check of a revision, and the stops set aside.

    A verdict that passes a check lapses where a later reading finds a stop on it.
    """
    if revision is None:
        return {}, frozenset()
    found = open_stops(revision)
    newest = {
        Check(check): (key, Outcome(outcome)) for key, check, outcome in _verdicts.rows(revision.pk)
    }
    overridden = set(_overridden.rows(revision.pk))
    return (
        {
            check: outcome
            for check, (_key, outcome) in newest.items()
            if outcome == Outcome.STOP or check not in found
        },
        frozenset(check for check, (key, _outcome) in newest.items() if key in overridden),
    )


@composed(int)
def _verdicts(revision: int) -> QuerySet[Verdict, tuple[int, int, str]]:
    given = Verdict.objects.filter(revision=revision).order_by("id")
    return given.values_list("pk", "check_no", "outcome")


@composed(int)
def _overridden(revision: int) -> QuerySet[Override, int]:
    found = Override.objects.filter(verdict__revision=revision)
    return found.values_list("verdict_id", flat=True)


def signatory_rules(kind: str, level: str) -> tuple[SignatoryRule, ...]:
    """Return the cells of the signatory matrix that stand for this kind and this level."""
    if not kind or not level:
        return ()
    return tuple(
        SignatoryRule(
            Kind(cell.kind),
            AddresseeLevel(cell.level),
            Role(cell.role),
            cell.needs_authorisation,
            cell.source,
        )
        for cell in _cells.rows(kind, level)
    )


@composed(str, str)
def _cells(kind: str, level: str) -> QuerySet[SignatoryCell]:
    newest = (
        SignatoryCell.objects.filter(kind=kind, level=level)
        .values("role")
        .order_by("role")
        .annotate(newest=Max("id"))
        .values("newest")
    )
    return SignatoryCell.objects.filter(pk__in=newest, permitted=True).order_by("id")


def _correspondent(item: Item) -> int | None:
    """Return who is written to or from: for a memorandum a unit, for all else somebody outside."""
    return item.to_unit_id if item.flow == Flow.MEMORANDUM else item.correspondent_id


def _reply_dispatched(item: Item) -> bool:
    return bool(_replies_dispatched.rows(item.pk))


@composed(int)
def _replies_dispatched(item: int) -> QuerySet[Item, int]:
    sent = Item.objects.filter(answers=item, state__in=("dispatched", "delivered"))
    return sent.order_by().values_list("pk", flat=True)[:1]


def _with(situation: Situation, **facts: object) -> Situation:
    return Situation(**{**situation.__dict__, **facts})
