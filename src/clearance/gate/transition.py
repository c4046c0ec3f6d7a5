"""The only engine of the gate: a table of lawful acts, and the ruling on one asked act."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from clearance.authority import Authority, authority_for, who_may_sign
from clearance.gate.engine_refusals import (
    ELSEWHERE,
    NO_POST,
    NO_SIGNATORY,
    NO_SIGNATORY_POST,
    NOT_LISTED,
    OUTDATED,
)
from clearance.gate.refusal import (
    NoAuthorityToSign,
    NotAuthorised,
    NotInState,
    Outdated,
    PapersMissing,
    Refused,
    Unmet,
)
from clearance.gate.situation import Asked, Scope, Situation
from clearance.terms import Flow, Power, Role
from clearance.terms.words import ACT_WORDS, ROLE_WORDS, STATE_WORDS


@dataclass(frozen=True)
class Need:
    """A condition of an act. ``told`` is said where it is not met; ``unmet`` returns None if it is.

    ``typed``: the officer meets it by what is typed with the act, so no page asks for it before.
    """

    name: str
    told: Unmet
    unmet: Callable[[Situation, Asked, Authority], Unmet | None]
    refusal: type[Refused] = PapersMissing
    typed: bool = False

    @property
    def code(self) -> str:
        """The code of its refusal."""
        return self.told.code


@dataclass(frozen=True)
class Transition:
    """One lawful act: from which states, to which, by whom, what it needs, and by which rule.

    ``target`` None: the paper stays in its state. ``inner``: the act is not shown outside the
    Cabinet. ``by_matrix``: the signatory matrix narrows ``by`` further.
    """

    name: str
    sources: tuple[str, ...]
    target: str | None
    by: frozenset[Role]
    power: Power
    does: str
    source_rule: str
    needs: tuple[Need, ...] = ()
    scope: Scope = Scope.HOUSE
    inner: bool = False
    by_matrix: bool = False

    def roles(self, situation: Situation) -> frozenset[Role]:
        """Return the roles that may do this to this paper; empty: nobody.

        Where the matrix decides, a paper without kind or addressee is in no cell of it.
        """
        if not self.by_matrix:
            return self.by
        if situation.kind is None or situation.level is None:
            return frozenset()
        return self.by & who_may_sign(situation.matrix, kind=situation.kind, level=situation.level)


@dataclass(frozen=True)
class Table:
    """All lawful acts of one flow. ``final``: states that no act leaves."""

    flow: Flow
    transitions: tuple[Transition, ...]
    final: frozenset[str]

    @property
    def states(self) -> tuple[str, ...]:
        """All states of the flow, in the order in which the table reaches them."""
        seen: dict[str, None] = {}
        for transition in self.transitions:
            for state in (*transition.sources, transition.target):
                if state:
                    seen.setdefault(state)
        return tuple(seen)

    def find(self, act: str, state: str) -> Transition | None:
        """Return the transition of this act from this state; None: not listed, so refused."""
        for transition in self.transitions:
            if transition.name == act and state in transition.sources:
                return transition
        return None

    def lawful_from(self, state: str) -> tuple[Transition, ...]:
        """Return the acts listed for a state, in the table's order."""
        return tuple(each for each in self.transitions if state in each.sources)


@dataclass(frozen=True)
class Ruling:
    """The gate opens: by which line of the table, under which authority, to which state."""

    transition: Transition
    authority: Authority
    target: str


def rule_on(table: Table, situation: Situation, asked: Asked) -> Ruling:
    """Return the ruling on an asked act, or refuse it with every unmet condition.

    :raises Outdated: somebody acted since the officer's page was made.
    :raises NotInState: the act is not listed for the paper's state.
    :raises NotAuthorised: the officer holds no post for it (NoAuthorityToSign for a signature).
    :raises ReviewOpen: a verdict is missing, or a stop stands.
    :raises PapersMissing: another condition is not met.
    """
    if asked.seen_moves is not None and asked.seen_moves != situation.moves:
        raise Outdated(OUTDATED)
    transition = table.find(asked.act, situation.state)
    if transition is None:
        raise NotInState(_not_listed(asked.act, situation.state))
    authority = authority_to(transition, situation, asked)
    if authority is None:
        if transition.by_matrix:
            raise NoAuthorityToSign(_may_not_sign(transition.roles(situation)))
        raise NotAuthorised(_not_authorised(transition, situation, asked))
    unmet = [(need, need.unmet(situation, asked, authority)) for need in transition.needs]
    failed = [(need, condition) for need, condition in unmet if condition is not None]
    if failed:
        raise failed[0][0].refusal(*(condition for _need, condition in failed))
    target = situation.state if transition.target is None else transition.target
    return Ruling(transition, authority, target)


def authority_to(transition: Transition, situation: Situation, asked: Asked) -> Authority | None:
    """Return the authority under which the officer may do the act; None: there is none."""
    return authority_for(
        _in_scope(transition.scope, situation, asked),
        roles=transition.roles(situation),
        power=transition.power,
        kind=situation.kind,
        level=situation.level,
        on=asked.on,
    )


def _in_scope(scope: Scope, situation: Situation, asked: Asked) -> Iterable[Authority]:
    if scope is Scope.FROM_UNIT:
        return (each for each in asked.authorities if each.unit == situation.from_unit)
    if scope is Scope.ACTION_UNIT:
        return (each for each in asked.authorities if each.unit == situation.action_unit)
    if scope is Scope.PERSON:
        return asked.authorities if asked.officer == situation.personal_to else ()
    return asked.authorities


def not_authorised(act: str, roles: Iterable[Role]) -> Unmet:
    """Return the refusal of an act to an officer none of whose posts may do it.

    ``act`` is the act as a message id that a person reads.
    """
    return _about(NO_POST, act=act, roles=_named(roles))


def _not_listed(act: str, state: str) -> Unmet:
    return _about(NOT_LISTED, act=ACT_WORDS.get(act, act), state=STATE_WORDS.get(state, state))


def _not_authorised(transition: Transition, situation: Situation, asked: Asked) -> Unmet:
    act = ACT_WORDS[transition.name]
    elsewhere = ELSEWHERE.get(transition.scope)
    anywhere = authority_to(replace(transition, scope=Scope.HOUSE), situation, asked)
    if elsewhere is None or anywhere is None:
        return not_authorised(act, transition.by)
    return _about(elsewhere, act=act)


def _may_not_sign(roles: frozenset[Role]) -> Unmet:
    return _about(NO_SIGNATORY_POST, roles=_named(roles)) if roles else NO_SIGNATORY


def _about(told: Unmet, **words: str) -> Unmet:
    return replace(told, params=words, translated=frozenset(words))


def _named(roles: Iterable[Role]) -> str:
    """Name the roles in the order of the house, apart by bars."""
    listed = frozenset(roles)
    return "|".join(word for role, word in ROLE_WORDS.items() if role in listed)
