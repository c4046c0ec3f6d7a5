"""The facts on which the gate rules, gathered by the caller; and what an officer asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from clearance.authority import Authority, SignatoryRule
from clearance.terms import AddresseeLevel, Check, Flow, Kind, Outcome


class Scope(StrEnum):
    """Where the post must stand for the act."""

    HOUSE = ""  # any unit of the house
    FROM_UNIT = "from_unit"  # the unit that drafted the paper
    ACTION_UNIT = "action_unit"  # the unit to which it was directed for action
    PERSON = "personal_to"  # the officer named on a sealed envelope


@dataclass(frozen=True)
class Situation:
    """One paper as it stands now. Numbers are the caller's own keys of officers and units.

    ``revision_sha256``: of the newest revision; None: no paper is there (a sealed envelope).
    ``cleared_sha256`` and ``signed_sha256``: named by the clearance and the signature that stand,
    None where there is none. ``drafters``: everybody who wrote any revision. ``answers_unseen``:
    it is to answer a paper that is not before its drafter.
    """

    flow: Flow
    state: str
    moves: int = 0
    kind: Kind | None = None
    level: AddresseeLevel | None = None
    from_unit: int | None = None
    action_unit: int | None = None
    personal_to: int | None = None
    subject: str = ""
    addressee_named: bool = False
    sealed: bool = False
    revision_sha256: str | None = None
    revision_submitted_before: bool = False
    drafters: frozenset[int] = frozenset()
    registered_by: int | None = None
    enclosures_announced: int = 0
    enclosures_present: int = 0
    verdicts: Mapping[Check, Outcome] = field(default_factory=dict)
    set_aside: frozenset[Check] = frozenset()
    cleared_sha256: str | None = None
    signed_sha256: str | None = None
    authorised: bool = False
    informed: bool = False
    acknowledged: bool = False
    reply_dispatched: bool = False
    answers_unseen: bool = False
    matrix: tuple[SignatoryRule, ...] = ()

    @property
    def checks_without_verdict(self) -> tuple[Check, ...]:
        """The checks of the mandate on which no officer has spoken, in its order."""
        return tuple(check for check in Check if check not in self.verdicts)

    @property
    def open_stops(self) -> tuple[Check, ...]:
        """The checks whose verdict is a stop that nobody set aside in writing."""
        return tuple(
            check
            for check in Check
            if self.verdicts.get(check) is Outcome.STOP and check not in self.set_aside
        )


@dataclass(frozen=True)
class Asked:
    """What an officer asks of the gate.

    ``seen_moves``: the number of movements when the officer's page was made; None: no page.
    ``to_unit``: the unit for action; ``copies``: how many units get one for information.
    ``due_on``: the deadline set, None: none. ``paper``: the file of the paper comes with the act.
    ``proof``: a paper that proves the act is attached.
    """

    act: str
    officer: int
    authorities: tuple[Authority, ...]
    on: date
    reason: str = ""
    seen_moves: int | None = None
    to_unit: int | None = None
    copies: int = 0
    due_on: date | None = None
    paper: bool = False
    channel: str = ""
    proof: bool = False
