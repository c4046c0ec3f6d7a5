"""One act, from the question to the movement: facts, ruling, papers, movement, all or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError

from cabinet.accounts.duty import Duty
from cabinet.gate.context import newest_revision, situation_of
from cabinet.ledger.one_act import one_act
from cabinet.registry.actions import Told, record_movement
from cabinet.registry.models import Item, Movement, Revision
from clearance.gate import TABLES, Asked, Refused, Ruling, Situation, Unmet, rule_on
from clearance.terms import Flow
from clearance.terms.translation import marked as _

_GUARD = re.compile(r"\b([A-Z]{3}\d{3}): ([^\n]+)")


@dataclass(frozen=True)
class Asking:
    """An act that is about to be written: the item, its facts, the ruling, who and when."""

    item: Item
    situation: Situation
    ruling: Ruling
    revision: Revision | None
    by: Duty
    at: datetime


class GuardRefused(Refused):
    """The database itself refused the act; nothing was written."""


Papers = Callable[[Asking], None]


def take(
    act: str,
    *,
    item: Item,
    by: Duty,
    at: datetime,
    told: Told | None = None,
    seen_moves: int | None = None,
    channel: str = "",
    proof: bool = False,
    paper: bool = False,
    papers: Papers | None = None,
    follow: Callable[[Movement], None] | None = None,
) -> Movement:
    """Do one act on one item and return its movement.

    ``papers`` writes what must stand before the movement (a clearance, a number); ``follow`` what
    comes with it (a revision). ``seen_moves``: how many movements the officer's page showed.
    ``channel``, ``proof`` and ``paper``: what the officer attaches to the act.
    :raises Refused: with every unmet condition; nothing is written.
    """
    told = told or Told()
    with guards_speak(), one_act():
        current = Item.objects.select_related("from_unit").get(pk=item.pk)
        revision = newest_revision(current)
        situation = situation_of(current, revision)
        ruling = rule_on(
            TABLES[Flow(current.flow)],
            situation,
            Asked(
                act=act,
                officer=by.officer.pk,
                authorities=by.authorities,
                on=by.on,
                reason=told.reason,
                seen_moves=seen_moves,
                to_unit=told.to_unit,
                copies=len(told.copies),
                due_on=told.due_on,
                paper=paper,
                channel=channel,
                proof=proof,
            ),
        )
        if papers:
            papers(Asking(current, situation, ruling, revision, by, at))
        movement = record_movement(
            item=current, act=act, ruling=ruling, by=by, at=at, revision=revision, told=told
        )
        if follow:
            follow(movement)
    item.refresh_from_db()
    return movement


@contextmanager
def guards_speak() -> Iterator[None]:
    """Turn a guard's refusal into one of the gate's, so that an officer reads a sentence."""
    try:
        yield
    except DatabaseError as error:
        found = _GUARD.search(str(error))
        if found is None:
            raise
        raise GuardRefused(
            Unmet(found[1], found[2], _("Open the paper again and look at what has changed."))
        ) from error
