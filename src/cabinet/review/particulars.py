"""What the register knows of one paper before anybody reads it."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from cabinet.directory.models import Correspondent, SignatoryCell
from cabinet.directory.queries import standing_cells
from cabinet.registry.models import Item, Revision
from cabinet.review.people import addressee_id
from clearance.review import Approval, Particulars
from clearance.terms import Flow, Role

_LEAVE = "authorise"
# Acts by which a superior says yes to one revision: the head of the unit, then the Cabinet.
_OF_THE_REVISION = ("submit", "clear")


def particulars_of(item: Item, revision: Revision, on: date) -> Particulars:
    """Return the particulars of a paper for a review on that day.

    ``on`` stands in for the date of a paper that prints none: it is dated at its signature.
    """
    number = getattr(item, "number", None)
    approvals = _approvals(item, revision)
    authorised = any(act == _LEAVE for act, _ in approvals)
    addressee = None
    if item.flow == Flow.OUTGOING and item.correspondent_id:
        rows = Correspondent.objects.prefetch_related("incumbents")
        addressee = addressee_id(rows.get(pk=item.correspondent_id), on)
    return Particulars(
        dated=number.on if number else None,
        read_on=on,
        reference=number.text if number else None,
        addressee=addressee,
        approvals=tuple(approval for _, approval in approvals) or None,
        unsigned=number is None,
        authorised=True if authorised else False if _needs_leave(item) else None,
        enclosures=revision.enclosures.count(),
        confidentiality=item.confidentiality,
    )  # fmt: skip


def _approvals(item: Item, revision: Revision) -> list[tuple[str, Approval]]:
    """Return each approval on record, with the act: of the paper, or of exactly this revision.

    Who acted for another did so under that one's post.
    """
    acts = item.movements.filter(
        Q(act=_LEAVE) | Q(act__in=_OF_THE_REVISION, revision=revision)
    ).order_by("no")
    return [
        (act, Approval(post=role, on=day))
        for act, role, day in acts.values_list("act", "post__role", "on")
    ]


def _needs_leave(item: Item) -> bool:
    """Tell whether whoever may sign besides the Secretary-General needs his authorisation.

    Where the text does not show who is to sign, the gate asks at the signature (GAT019). Source:
    common duties of heads of department, internal rules of 1974.
    """
    if item.flow != Flow.OUTGOING or not item.level:
        return False
    others: list[SignatoryCell] = [
        cell
        for cell in standing_cells(item.kind)
        if cell.level == item.level and cell.role != Role.SECRETARY_GENERAL
    ]
    return bool(others) and all(cell.needs_authorisation for cell in others)
