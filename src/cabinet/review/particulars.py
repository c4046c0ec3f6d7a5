"""What the register knows of one paper before anybody reads it."""

from __future__ import annotations

from datetime import date

from cabinet.directory.models import Correspondent, SignatoryCell
from cabinet.directory.queries import standing_cells
from cabinet.registry.models import Item, Revision
from cabinet.review.people import addressee_id
from clearance.review import Approval, Particulars
from clearance.terms import Flow, Role

_LEAVE = "authorise"


def particulars_of(item: Item, revision: Revision, on: date) -> Particulars:
    """Return the particulars of a paper for a review on that day.

    ``on`` stands in for the date of a paper that prints none: it is dated at its signature.
    """
    number = getattr(item, "number", None)
    authorised_on = list(
        item.movements.filter(act=_LEAVE).order_by("no").values_list("on", flat=True)
    )
    addressee = None
    if item.flow == Flow.OUTGOING and item.correspondent_id:
        rows = Correspondent.objects.prefetch_related("incumbents")
        addressee = addressee_id(rows.get(pk=item.correspondent_id), on)
    return Particulars(
        dated=number.on if number else None,
        read_on=on,
        reference=number.text if number else None,
        addressee=addressee,
        approvals=tuple(
            Approval(post=Role.SECRETARY_GENERAL, on=day) for day in authorised_on
        ) or None,
        unsigned=number is None,
        authorised=True if authorised_on else False if _needs_leave(item) else None,
        enclosures=revision.enclosures.count(),
        confidentiality=item.confidentiality,
    )  # fmt: skip


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
