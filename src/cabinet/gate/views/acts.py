"""Every act of the three tables with its form and the function that does it: one line each.

The acts of sending stand in ``cabinet.dispatch.views``, beside the papers that they write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from cabinet.accounts.duty import Duty
from cabinet.gate import actions
from cabinet.gate.actions.incoming import Arrived, Direction
from cabinet.gate.actions.outgoing import NewRevision
from cabinet.gate.forms import acts as forms
from cabinet.registry.models import Item, Movement
from clearance.terms import Flow

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Doing:
    """An act as its page asks for it: on what, with what was typed, by whom, when."""

    item: Item
    facts: Facts
    by: Duty
    at: datetime
    seen_moves: int

    @property
    def now(self) -> dict[str, Any]:
        """What every function of an act takes besides its own."""
        return {
            "item": self.item, "by": self.by, "at": self.at, "seen_moves": self.seen_moves,
        }  # fmt: skip


Do = Callable[[Doing], Movement]


@dataclass(frozen=True)
class Entry:
    """An act on the acting page. ``panel``: a template that shows what exactly is acted on."""

    form: type[forms.ActForm]
    do: Do
    panel: str = ""


@dataclass(frozen=True)
class OwnPage:
    """An act that begins a paper, on a page of its own."""

    view: str


class Plain(Protocol):
    """A function of an act that says nothing but itself."""

    def __call__(
        self, *, item: Item, by: Duty, at: datetime, seen_moves: int | None = ...
    ) -> Movement:
        """Do the act."""
        ...


class Noted(Protocol):
    """A function of an act with a note."""

    def __call__(
        self, *, item: Item, note: str, by: Duty, at: datetime, seen_moves: int | None = ...
    ) -> Movement:
        """Do the act."""
        ...


class Reasoned(Protocol):
    """A function of an act with a written reason."""

    def __call__(
        self, *, item: Item, reason: str, by: Duty, at: datetime, seen_moves: int | None = ...
    ) -> Movement:
        """Do the act."""
        ...


def plain(act: Plain, panel: str = "") -> Entry:
    """Return the entry of an act that says nothing but itself."""
    return Entry(forms.ActForm, lambda doing: act(**doing.now), panel)


def noted(act: Noted, panel: str = "") -> Entry:
    """Return the entry of an act with a note."""
    return Entry(forms.NoteForm, lambda doing: act(note=doing.facts["note"], **doing.now), panel)


def reasoned(act: Reasoned, panel: str = "") -> Entry:
    """Return the entry of an act with a written reason."""
    return Entry(
        forms.ReasonForm, lambda doing: act(reason=doing.facts["reason"], **doing.now), panel
    )


def _direct(doing: Doing) -> Movement:
    return actions.direct_incoming(direction=_direction(doing.facts), **doing.now)


def _refer(doing: Doing) -> Movement:
    return actions.refer_incoming(direction=_direction(doing.facts), **doing.now)


def _direction(facts: Facts) -> Direction:
    return Direction(facts["action"], list(facts["copies"]), facts["instruction"], facts["due_on"])


def _copy(doing: Doing) -> Movement:
    return actions.copy_incoming(units=list(doing.facts["copies"]), **doing.now)


def _remark(doing: Doing) -> Movement:
    return actions.remark_on_incoming(remark=doing.facts["reason"], **doing.now)


def _extend(doing: Doing) -> Movement:
    facts = doing.facts
    return actions.extend_deadline(due_on=facts["due_on"], reason=facts["reason"], **doing.now)


def _bring_in(doing: Doing) -> Movement:
    facts = doing.facts
    arrived = Arrived(
        next(iter(facts["paper"]), None),
        facts["enclosures"],
        kind=facts["kind"],
        subject=facts["subject"],
        sender=facts["sender"],
    )
    return actions.bring_in(arrived=arrived, **doing.now)


def _return(doing: Doing) -> Movement:
    facts = doing.facts
    return actions.return_paper(reason=facts["reason"], mend=facts.get("mend", ()), **doing.now)


def _revise(doing: Doing) -> Movement:
    facts = doing.facts
    new = NewRevision(
        facts["paper"][0],
        facts["enclosures"],
        facts["enclosures_announced"],
        facts["subject"],
        facts.get("addressee"),
    )
    return actions.revise_paper(new=new, note=facts["note"], **doing.now)


def _issue_memorandum(doing: Doing) -> Movement:
    facts = doing.facts
    return actions.issue_memorandum(
        copies=list(facts["copies"]), due_on=facts["due_on"], note=facts["note"], **doing.now
    )


_STANDING = "gate/_standing.html"
_SIGNING = "gate/_signing.html"

INCOMING_ACTS: dict[str, Entry | OwnPage] = {
    "receive": OwnPage("register_incoming"),
    "register": plain(actions.register_incoming),
    "verify": plain(actions.verify_incoming, "gate/_registered.html"),
    "direct": Entry(forms.DirectForm, _direct),
    "refer": Entry(forms.ReferForm, _refer),
    "copy": Entry(forms.CopyForm, _copy),
    "send_back": reasoned(actions.send_back),
    "inform": noted(actions.inform_secretary_general),
    "remark": Entry(forms.RemarkForm, _remark),
    "extend": Entry(forms.ExtendForm, _extend),
    "acknowledge": noted(actions.acknowledge_receipt),
    "withhold": reasoned(actions.withhold_incoming),
    "return_to_sender": reasoned(actions.return_to_sender),
    "answer": plain(actions.record_answer),
    "close": reasoned(actions.close_incoming),
    "hand_over": plain(actions.hand_over),
    "bring_in": Entry(forms.BringInForm, _bring_in),
    "void": reasoned(actions.void_incoming),
}

_DRAFTED_ACTS: dict[str, Entry | OwnPage] = {
    "revise": Entry(forms.ReviseForm, _revise),
    "submit": noted(actions.submit_paper, _STANDING),
    "take_up": plain(actions.take_up_review, _STANDING),
    "clear": noted(actions.clear_paper, _STANDING),
    "return": Entry(forms.ReturnForm, _return),
    "void": reasoned(actions.void_paper),
}

OUTGOING_ACTS: dict[str, Entry | OwnPage] = {
    "draft": OwnPage("draft_outgoing"),
    **_DRAFTED_ACTS,
    "authorise": noted(actions.authorise_writing),
    "decline": reasoned(actions.decline_to_sign, _STANDING),
    "sign": plain(actions.sign_outgoing, _SIGNING),
    "issue": plain(actions.issue_outgoing, _STANDING),
    "annul": reasoned(actions.annul_outgoing, _STANDING),
}

MEMORANDUM_ACTS: dict[str, Entry | OwnPage] = {
    "draft": OwnPage("draft_memorandum"),
    **_DRAFTED_ACTS,
    "issue": Entry(forms.IssueMemorandumForm, _issue_memorandum, _STANDING),
    "acknowledge": noted(actions.acknowledge_memorandum),
}

ACTS: dict[Flow, dict[str, Entry | OwnPage]] = {
    Flow.INCOMING: INCOMING_ACTS,
    Flow.OUTGOING: OUTGOING_ACTS,
    Flow.MEMORANDUM: MEMORANDUM_ACTS,
}
