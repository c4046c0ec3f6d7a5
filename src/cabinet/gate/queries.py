"""What the gate offers an officer on one paper. Reads only; an act is ruled on when it is done."""

from __future__ import annotations

from dataclasses import dataclass

from cabinet.accounts.duty import Duty
from cabinet.gate.context import newest_revision, situation_of
from cabinet.registry.models import Item
from clearance.authority import Authority
from clearance.gate import TABLES, Asked, Situation, Transition, Unmet, authority_to
from clearance.terms import Flow


@dataclass(frozen=True)
class OpenAct:
    """An act that the officer may do to a paper as it stands, and what it still lacks."""

    name: str
    transition: Transition
    authority: Authority
    unmet: tuple[Unmet, ...]


def open_acts(item: Item, duty: Duty) -> list[OpenAct]:
    """Return the acts that the officer's posts admit on this paper now, in the table's order.

    Conditions that the officer meets by typing (reason, unit, channel, proof) are left out.
    """
    situation = situation_of(item, newest_revision(item))
    lawful = TABLES[Flow(item.flow)].lawful_from(item.state)
    offered = (_offered(transition, situation, duty) for transition in lawful)
    return [each for each in offered if each is not None]


def open_act(act: str, item: Item, duty: Duty) -> OpenAct | None:
    """Return one act as ``open_acts`` does; None: not lawful now, or not by this officer."""
    return next((each for each in open_acts(item, duty) if each.name == act), None)


def _offered(transition: Transition, situation: Situation, duty: Duty) -> OpenAct | None:
    asked = Asked(transition.name, duty.officer.pk, duty.authorities, duty.on)
    authority = authority_to(transition, situation, asked)
    if authority is None:
        return None
    unmet = (need.unmet(situation, asked, authority) for need in transition.needs if not need.typed)
    return OpenAct(
        transition.name, transition, authority, tuple(each for each in unmet if each is not None)
    )
