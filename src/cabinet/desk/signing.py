"""Which papers wait for a signature or an authorisation, by the signatory matrix. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from cabinet.accounts.duty import Duty
from cabinet.directory.queries import standing_cells
from cabinet.registry.models import Movement
from clearance.gate import OUTGOING
from clearance.terms import Flow, Power, Role

_NOBODY = Q(pk__in=())
SIGNATORIES = next(each.by for each in OUTGOING.transitions if each.name == "sign")


def awaits_signature(duty: Duty) -> Q:
    """Return the condition: cleared, and the matrix lets one of the officer's posts sign it."""
    pairs: set[tuple[str, str]] = set()
    authorities = [
        each
        for each in duty.authorities
        if each.role in SIGNATORIES and each.power in (None, Power.SIGN)
    ]
    for cell in standing_cells():
        for authority in authorities:
            if (
                authority.role == cell.role
                and authority.kind in (None, cell.kind)
                and authority.level in (None, cell.level)
            ):
                pairs.add((cell.kind, cell.level))
    return Q(flow=Flow.OUTGOING, state="cleared") & _any_of(pairs)


def awaits_authorisation(_duty: Duty) -> Q:
    """Return the condition: on its way to a signatory who needs the Secretary-General's leave.

    Nobody asks for it by an act of its own: a submitted paper that needs it, asks.
    """
    needed = {
        (cell.kind, cell.level)
        for cell in standing_cells()
        if cell.needs_authorisation and cell.role != Role.SECRETARY_GENERAL
    }
    given = Movement.objects.filter(item=OuterRef("pk"), act="authorise")
    waits = Q(flow=Flow.OUTGOING, state__in=("submitted", "under_review", "cleared"))
    return waits & _any_of(needed) & ~Q(Exists(given))


def _any_of(pairs: Iterable[tuple[str, str]]) -> Q:
    """Return the condition that kind and level are one of the pairs, few words for many pairs."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, level in pairs:
        kinds[kind].add(level)
    condition = _NOBODY
    for kind in sorted(kinds):
        condition |= Q(kind=kind, level__in=sorted(kinds[kind]))
    return condition
