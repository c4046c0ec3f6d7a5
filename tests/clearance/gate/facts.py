"""A paper of which every condition is met, and one way to break each condition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from clearance.authority import Authority, SignatoryRule
from clearance.gate import TABLES, Asked, Situation, Table, Transition
from clearance.gate.transition import Need
from clearance.terms import AddresseeLevel, Check, Flow, Kind, Outcome, Role

ON = date(2026, 11, 23)
SHA, OTHER_SHA = "a" * 64, "b" * 64
UNIT, OTHER_UNIT = 1, 2
OFFICER, SOMEBODY_ELSE = 10, 11
KIND, LEVEL = Kind.LETTER, AddresseeLevel.INSTITUTION
PASSED = dict.fromkeys(Check, Outcome.PASS)

Facts = tuple[Situation, Asked]
Breaking = Callable[[Situation, Asked], Facts]


def lines() -> Iterator[tuple[Table, Transition, str]]:
    """Give every line of every table, once for each state that it starts from."""
    for table in TABLES.values():
        for transition in table.transitions:
            for source in transition.sources:
                yield table, transition, source


def holding(role: Role, unit: int = UNIT) -> Authority:
    """A post of this role, held without end since the day before."""
    return Authority(post=1, role=role, unit=unit, begins_on=ON - timedelta(days=1))


def cell(role: Role, *, needs_authorisation: bool = True) -> SignatoryRule:
    """The cell of the matrix that lets this role sign the paper of ``ready``."""
    return SignatoryRule(KIND, LEVEL, role, needs_authorisation)


def ready(flow: Flow, transition: Transition, source: str, role: Role) -> Facts:
    """A paper with all needs of the act met, and an officer of the right post who asks for it."""
    envelope = transition.name == "hand_over"
    situation = Situation(
        flow,
        source,
        moves=3,
        kind=KIND,
        level=LEVEL,
        from_unit=UNIT,
        action_unit=UNIT,
        personal_to=OFFICER,
        subject="Hosting of a meeting",
        addressee_named=True,
        sealed=envelope,
        revision_sha256=None if envelope else SHA,
        drafters=frozenset({SOMEBODY_ELSE}),
        registered_by=SOMEBODY_ELSE,
        enclosures_announced=2,
        enclosures_present=2,
        verdicts=PASSED,
        cleared_sha256=SHA,
        signed_sha256=SHA,
        authorised=True,
        informed=True,
        reply_dispatched=True,
        matrix=tuple(cell(each) for each in Role),
    )
    asked = Asked(
        transition.name,
        OFFICER,
        (holding(role),),
        ON,
        reason="The annex is missing.",
        seen_moves=3,
        to_unit=OTHER_UNIT,
        copies=1,
        due_on=ON,
        paper=True,
        channel="pouch",
        proof=True,
    )
    return situation, asked


def _paper(**facts: object) -> Breaking:
    return lambda situation, asked: (replace(situation, **facts), asked)  # type: ignore[arg-type]  # facts by name


def _word(**said: object) -> Breaking:
    return lambda situation, asked: (situation, replace(asked, **said))  # type: ignore[arg-type]  # facts by name


_NO_PAPER: Breaking = lambda situation, asked: (  # noqa: E731 - a row of the table below
    replace(situation, revision_sha256=None),
    replace(asked, paper=False),
)
_STOP: Breaking = lambda situation, asked: (  # noqa: E731 - a row of the table below
    replace(situation, verdicts={**situation.verdicts, Check.SENSITIVITY: Outcome.STOP}),
    asked,
)
# Each condition by its code: ways in which it, and nothing else, is not met.
BREAKINGS: dict[str, tuple[Breaking, ...]] = {
    "GAT010": (_word(reason=""), _word(reason=" \n ")),
    "GAT011": (_paper(registered_by=OFFICER),),
    "GAT012": (
        _paper(signed_sha256=None),
        _paper(signed_sha256=OTHER_SHA),
        _paper(signed_sha256=OTHER_SHA, cleared_sha256=OTHER_SHA),
    ),
    "GAT013": (_paper(cleared_sha256=None), _paper(cleared_sha256=OTHER_SHA)),
    "GAT014": (_paper(verdicts={}), _paper(verdicts=dict.fromkeys(list(Check)[:6], Outcome.PASS))),
    "GAT015": (_STOP,),
    "GAT016": (_paper(drafters=frozenset({SOMEBODY_ELSE, OFFICER})),),
    "GAT019": (_paper(authorised=False),),
    "GAT020": (_paper(revision_submitted_before=True),),
    "GAT021": (_paper(enclosures_present=1), _paper(enclosures_announced=1)),
    "GAT022": (_word(to_unit=None),),
    "GAT023": (_word(proof=False),),
    "GAT024": (_paper(informed=False),),
    "GAT025": (_NO_PAPER,),
    "GAT026": (_paper(sealed=False), _paper(personal_to=None), _paper(revision_sha256=SHA)),
    "GAT027": (_paper(sealed=True),),
    "GAT028": (_paper(subject=""), _paper(subject="  ")),
    "GAT029": (_paper(addressee_named=False),),
    "GAT031": (_word(to_unit=UNIT),),
    "GAT032": (_paper(acknowledged=True),),
    "GAT033": (_paper(reply_dispatched=False),),
    "GAT034": (_word(channel=""),),
    "GAT035": (_word(copies=0),),
    "GAT036": (_word(due_on=None), _word(due_on=ON - timedelta(days=1))),
    "GAT037": (_paper(answers_unseen=True),),
}


def a_role(transition: Transition) -> Role:
    """One role that may do the act, and whose needs are the strictest."""
    others = transition.by - {Role.SECRETARY_GENERAL}
    return min(others or transition.by)


def broken(need: Need) -> tuple[Breaking, ...]:
    """The ways to break one condition."""
    return BREAKINGS[need.code]
