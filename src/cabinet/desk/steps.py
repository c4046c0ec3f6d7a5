"""The movements of a paper as sentences that an officer reads on its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from cabinet.dispatch.models import Delivery, Dispatch
from cabinet.registry.models import Movement
from cabinet.ui.languages import name
from cabinet.ui.moments import day
from cabinet.ui.words import word

# What the timeline says of an act that names a unit.
_TO_UNIT: Mapping[str, str | Promise] = {
    "direct": gettext_lazy("Directed by the Cabinet, for action: %(unit)s"),
    "refer": gettext_lazy("Referred by the Cabinet, for action: %(unit)s"),
    "issue": gettext_lazy("Issued, for action: %(unit)s"),
}
_STOPS = frozenset(
    {"annul", "decline", "fail", "return", "return_to_sender", "send_back", "void", "withhold"}
)
_GATES = frozenset({"clear", "direct", "issue", "refer", "sign"})


@dataclass(frozen=True)
class Step:
    """One movement to be read. ``lines``: what else it says; ``capacity``: how the post was held.

    ``proof_name`` is empty where no paper proves the act.
    """

    no: int
    sentence: str
    officer: str
    post: str
    capacity: str
    at: datetime
    lines: tuple[str, ...]
    note: str
    kind: str
    proof_name: str


def step_of(
    movement: Movement, units: Mapping[int, str], proof: Dispatch | Delivery | None
) -> Step:
    """Return a movement in the active language; ``units`` has the names of units by key."""
    return Step(
        no=movement.no,
        sentence=_sentence(movement, units),
        officer=name(movement.by),
        post=name(movement.post),
        capacity=_capacity(movement),
        at=movement.at,
        lines=_lines(movement, units, proof),
        note=movement.reason,
        kind="stop" if movement.act in _STOPS else "gate" if movement.act in _GATES else "",
        proof_name=proof.proof_name if proof else "",
    )


def _sentence(movement: Movement, units: Mapping[int, str]) -> str:
    if movement.to_unit_id and movement.act in _TO_UNIT:
        return str(_TO_UNIT[movement.act]) % {"unit": units[movement.to_unit_id]}
    return word(movement.act, "movement")


def _capacity(movement: Movement) -> str:
    if movement.delegation is None:
        return ""
    return _("%(capacity)s (%(instrument)s)") % {
        "capacity": word(movement.delegation.capacity, "capacity"),
        "instrument": movement.delegation.instrument,
    }


def _lines(
    movement: Movement, units: Mapping[int, str], proof: Dispatch | Delivery | None
) -> tuple[str, ...]:
    lines = []
    copies = [units[int(key)] for key in movement.copies.split("|") if key]
    if copies:
        comma = pgettext("between the names of units", ", ")
        lines.append(_("Copies for information: %(units)s") % {"units": comma.join(copies)})
    if movement.due_on:
        lines.append(_("Deadline: %(day)s") % {"day": day(movement.due_on)})
    if isinstance(proof, Dispatch):
        lines.append(_("Channel: %(channel)s") % {"channel": word(proof.channel, "channel")})
        if proof.tracking:
            lines.append(_("Tracking number: %(tracking)s") % {"tracking": proof.tracking})
    elif isinstance(proof, Delivery) and proof.received_by:
        lines.append(_("Received by: %(person)s") % {"person": proof.received_by})
    return tuple(lines)
