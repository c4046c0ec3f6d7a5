"""The three tables, line by line: what is listed is allowed, what is not listed is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clearance.gate import (
    TABLES,
    NoAuthorityToSign,
    NotAuthorised,
    NotInState,
    Outdated,
    Refused,
    Table,
    Transition,
    Unmet,
    rule_on,
)
from clearance.gate.transition import Need
from clearance.terms import Flow, Role
from clearance.terms.words import ACT_WORDS, STATE_WORDS
from tests.clearance.gate.facts import a_role, broken, lines, ready

LINES = [
    pytest.param(table, transition, source, id=f"{table.flow}-{transition.name}-{source or 'new'}")
    for table, transition, source in lines()
]
ACTS = [
    pytest.param(table, transition, id=f"{table.flow}-{transition.name}")
    for table in TABLES.values()
    for transition in table.transitions
]
DEMANDING = [
    pytest.param(table, transition, id=f"{table.flow}-{transition.name}")
    for table in TABLES.values()
    for transition in table.transitions
    if len(transition.needs) > 1
]
NEEDS = [
    pytest.param(table, transition, need, id=f"{table.flow}-{transition.name}-{need.code}")
    for table in TABLES.values()
    for transition in table.transitions
    for need in transition.needs
]


def refusal_of(table: Table, transition: Transition, *needs: Need, breaking: int = 0) -> Refused:
    """The refusal of an act of which exactly these needs are not met."""
    situation, asked = ready(table.flow, transition, transition.sources[0], a_role(transition))
    for need in needs:
        situation, asked = broken(need)[breaking](situation, asked)
    with pytest.raises(Refused) as refused:
        rule_on(table, situation, asked)
    return refused.value


@pytest.mark.parametrize(("table", "transition", "source"), LINES)
def test_listed_act_by_each_listed_role_is_allowed(
    table: Table, transition: Transition, source: str
) -> None:
    for role in transition.by:
        ruling = rule_on(table, *ready(table.flow, transition, source, role))

        assert ruling.transition is transition
        assert ruling.authority.role is role
        assert ruling.target == (transition.target or source)


@pytest.mark.parametrize(("table", "transition"), ACTS)
def test_act_from_each_state_not_listed_is_refused(table: Table, transition: Transition) -> None:
    for state in {"", *table.states} - set(transition.sources):
        situation, asked = ready(table.flow, transition, state, a_role(transition))

        with pytest.raises(NotInState) as refused:
            rule_on(table, situation, asked)

        assert refused.value.codes == ("GAT001",)
        assert str(refused.value) == (
            f"The act “{ACT_WORDS[transition.name]}” cannot be done while the paper is in the"
            f" state “{STATE_WORDS[state]}”. (GAT001)"
            " Open the paper: its page shows the acts that are possible now."
        )


@pytest.mark.parametrize(("table", "transition", "source"), LINES)
def test_act_by_each_role_not_listed_is_refused(
    table: Table, transition: Transition, source: str
) -> None:
    for role in set(Role) - transition.by:
        with pytest.raises(NotAuthorised) as refused:
            rule_on(table, *ready(table.flow, transition, source, role))

        assert refused.value.status == 403
        assert isinstance(refused.value, NoAuthorityToSign) is transition.by_matrix
        assert refused.value.codes == (("GAT018",) if transition.by_matrix else ("GAT002",))


def test_act_by_an_officer_without_any_post_is_refused() -> None:
    for table, transition, source in lines():
        situation, asked = ready(table.flow, transition, source, a_role(transition))

        with pytest.raises(NotAuthorised):
            rule_on(table, situation, replace(asked, authorities=()))


@pytest.mark.parametrize(("table", "transition", "need"), NEEDS)
def test_each_need_alone_not_met_gives_its_code_and_sentence(
    table: Table, transition: Transition, need: Need
) -> None:
    for breaking in range(len(broken(need))):
        refused = refusal_of(table, transition, need, breaking=breaking)

        assert refused.codes == (need.code,)
        assert type(refused) is need.refusal
        assert refused.unmet[0].sentence == need.told.sentence
        assert "%(" not in str(refused)


@pytest.mark.parametrize(("table", "transition"), DEMANDING)
def test_all_needs_not_met_are_told_at_once(table: Table, transition: Transition) -> None:
    """But the unit for action: one that is missing is not also the unit that has the paper."""
    needs = [need for need in transition.needs if need.code != "GAT031"]

    refused = refusal_of(table, transition, *needs)

    assert list(refused.codes) == [need.code for need in needs]
    assert type(refused) is needs[0].refusal


def test_act_after_somebody_else_acted_is_outdated() -> None:
    for table, transition, source in lines():
        situation, asked = ready(table.flow, transition, source, a_role(transition))

        with pytest.raises(Outdated) as refused:
            rule_on(table, replace(situation, moves=4), asked)

        assert str(refused.value) == (
            "Another officer acted on this paper after your page was shown. (GAT003)"
            " Read what has changed, then act again; what you typed is kept."
        )


def test_act_without_a_page_is_not_outdated() -> None:
    table = TABLES[Flow.INCOMING]
    verify = table.find("verify", "registered")
    assert verify is not None
    situation, asked = ready(table.flow, verify, "registered", Role.HEAD_OF_REGISTRY)

    ruling = rule_on(table, replace(situation, moves=9), replace(asked, seen_moves=None))

    assert ruling.target == "verified"


def test_outdated_is_told_before_the_wrong_state_that_follows_from_it() -> None:
    table = TABLES[Flow.INCOMING]
    verify = table.find("verify", "registered")
    assert verify is not None
    situation, asked = ready(table.flow, verify, "verified", Role.HEAD_OF_REGISTRY)

    with pytest.raises(Outdated):
        rule_on(table, replace(situation, moves=4), asked)


@pytest.mark.parametrize("flow", list(Flow))
def test_act_unknown_to_the_table_is_refused_in_every_state(flow: Flow) -> None:
    table = TABLES[flow]
    line = table.transitions[0]

    for state in ("", *table.states):
        situation, asked = ready(flow, line, state, a_role(line))
        with pytest.raises(NotInState):
            rule_on(table, situation, replace(asked, act="approve"))


def test_every_line_names_its_rule_and_tells_what_it_does() -> None:
    for _table, transition, _source in lines():
        assert transition.source_rule.strip()
        assert transition.does.endswith(".")
        assert transition.by
        assert len(transition.sources) == len(set(transition.sources))


@pytest.mark.parametrize("flow", list(Flow))
def test_table_lists_an_act_once_for_each_state(flow: Flow) -> None:
    listed = [
        (transition.name, source)
        for transition in TABLES[flow].transitions
        for source in transition.sources
    ]

    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("flow", list(Flow))
def test_every_state_is_reached_and_only_final_states_have_no_way_out(flow: Flow) -> None:
    table = TABLES[flow]
    reached, todo = {""}, [""]
    while todo:
        state = todo.pop()
        for transition in table.lawful_from(state):
            target = transition.target or state
            if target not in reached:
                reached.add(target)
                todo.append(target)

    assert reached == {"", *table.states}
    assert {state for state in table.states if not table.lawful_from(state)} == table.final


@pytest.mark.parametrize("flow", list(Flow))
def test_every_state_that_is_not_final_leads_to_one_that_is(flow: Flow) -> None:
    table = TABLES[flow]

    for start in table.states:
        seen, todo = {start}, [start]
        while todo:
            state = todo.pop()
            targets = {each.target or state for each in table.lawful_from(state)} - seen
            seen |= targets
            todo += targets
        assert seen & table.final, start


def test_the_system_administrator_does_no_act_at_all() -> None:
    for table in TABLES.values():
        for transition in table.transitions:
            assert Role.SYSTEM_ADMINISTRATOR not in transition.by


def test_every_act_has_a_word_and_every_state_too() -> None:
    for table in TABLES.values():
        assert set(table.states) <= set(STATE_WORDS)
        assert {each.name for each in table.transitions} <= set(ACT_WORDS)


def test_refusal_is_told_in_the_language_asked_for() -> None:
    unmet = Unmet(
        "GAT002", "May not: %(act)s.", "Ask %(roles)s.",
        {"act": "Sign", "roles": "Head|Chief"}, frozenset({"act", "roles"}),
    )  # fmt: skip
    french = {
        "May not: %(act)s.": "Interdit : %(act)s.",
        "Ask %(roles)s.": "Demandez à %(roles)s.",
        "Sign": "signer",
        "Head": "directeur",
        "Chief": "chef",
    }

    told = unmet.told(lambda message: french.get(message, message))

    assert told.startswith("Interdit : signer. (GAT002) Demandez à directeur")
    assert told.endswith(" chef.")
