"""Which act a paper's page puts first for an officer, and which it offers besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cabinet.accounts.duty import Duty
from cabinet.desk.addresses import act_href, reply_href, sheet_href
from cabinet.gate.queries import open_acts
from cabinet.registry.models import Item
from cabinet.ui.words import word
from clearance.gate import Unmet
from clearance.terms import Flow
from clearance.terms.posts import CABINET, DRAFTERS

# The acts that bring a paper forward, first the one that comes first on its way.
_FORWARD = (
    "bring_in", "register", "hand_over", "verify", "direct", "remark", "submit", "take_up",
    "sign", "issue", "dispatch", "deliver",
)  # fmt: skip
_FIRST_WHEN_RETURNED = "revise"


@dataclass(frozen=True)
class Offered:
    """An act as a page offers it: its name, what the button says, where it leads."""

    name: str
    label: str
    href: str


@dataclass(frozen=True)
class NotYet:
    """An act that the officer's post admits and the paper does not, with all that it lacks."""

    label: str
    unmet: tuple[Unmet, ...]


@dataclass(frozen=True)
class Acts:
    """What an officer may do with a paper now. ``first`` None: nothing is obvious."""

    first: Offered | None
    others: list[Offered]
    not_yet: list[NotYet]


def acts_of(item: Item, duty: Duty) -> Acts:
    """Return the acts that the gate offers an officer, the obvious one apart."""
    found = open_acts(item, duty)
    ready = [each for each in found if not each.unmet]
    offered = [
        Offered(each.name, word(each.name, "act"), act_href(item.pk, each.name)) for each in ready
    ]
    first = _reading(item, duty, offered) or _forward(item, offered)
    return Acts(
        first,
        [each for each in offered if each != first],
        [NotYet(word(each.name, "act"), each.unmet) for each in found if each.unmet],
    )


def _forward(item: Item, offered: Sequence[Offered]) -> Offered | None:
    wanted = (_FIRST_WHEN_RETURNED,) if item.state == "returned" else _FORWARD
    if item.flow == Flow.MEMORANDUM:
        wanted = (*wanted, "acknowledge")  # of an incoming paper it is a courtesy, not a step
    by_name = {each.name: each for each in offered}
    return next((by_name[name] for name in wanted if name in by_name), None)


def _reading(item: Item, duty: Duty, offered: Sequence[Offered]) -> Offered | None:
    """Return what is done on another page than an act's own: the review, a reply."""
    # The first word on the sheet takes the review up: it is not a click of its own.
    may_take_up = any(each.name == "take_up" for each in offered)
    if may_take_up or (item.state == "under_review" and duty.roles & CABINET):
        return Offered("sheet", _("Open the review sheet"), sheet_href(item.pk))
    mine = duty.units_as(*DRAFTERS)
    if item.flow == Flow.INCOMING and item.state == "directed" and item.action_unit_id in mine:
        return Offered("reply", _("Draft the reply"), reply_href(item.pk))
    return None
