"""The papers that prove what became of a letter. Reads only."""

from __future__ import annotations

from django.db.models import QuerySet

from cabinet.dispatch.models import Delivery, Dispatch
from cabinet.ledger.composed import composed
from cabinet.registry.models import Item


def proofs_of(item: Item) -> dict[int, Dispatch | Delivery]:
    """Return the dispatches and deliveries of a paper by the number of their movement."""
    found: dict[int, Dispatch | Delivery] = {
        each.move_no: each for each in _dispatches.rows(item.pk)
    }
    return found | {each.move_no: each for each in _deliveries.rows(item.pk)}


@composed(int)
def _dispatches(item: int) -> QuerySet[Dispatch]:
    return Dispatch.objects.filter(item=item).order_by("id")


@composed(int)
def _deliveries(item: int) -> QuerySet[Delivery]:
    return Delivery.objects.filter(item=item).order_by("id")
