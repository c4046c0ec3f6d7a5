"""By which post: unit, person, matrix, days and limits of a delegation."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from clearance.authority import Authority, Capacity
from clearance.gate import (
    INCOMING,
    MEMORANDA,
    OUTGOING,
    TABLES,
    NoAuthorityToSign,
    NotAuthorised,
    Ruling,
    Scope,
    Table,
    Unmet,
    rule_on,
)
from clearance.terms import AddresseeLevel, Kind, Outcome, Power, Role
from tests.clearance.gate.facts import (
    KIND,
    LEVEL,
    ON,
    OTHER_UNIT,
    SOMEBODY_ELSE,
    Facts,
    a_role,
    cell,
    holding,
    ready,
)

DAY = timedelta(days=1)
# What stands between two names in English; each language has its own sign.
BETWEEN = Unmet("", "%(names)s", "", {"names": "|"}, frozenset({"names"})).told()[: -len(" ()")]
SCOPED = [
    (table, transition, scope, code)
    for scope, code in (
        (Scope.FROM_UNIT, "GAT005"), (Scope.ACTION_UNIT, "GAT006"), (Scope.PERSON, "GAT007"),
    )
    for table in TABLES.values()
    for transition in table.transitions
    if transition.scope is scope
]  # fmt: skip


def line(table: Table, act: str, state: str, role: Role) -> Facts:
    """All needs of this line met, asked by this role."""
    transition = table.find(act, state)
    assert transition is not None
    return ready(table.flow, transition, state, role)


def signing(role: Role, authority: Authority | None = None) -> Facts:
    situation, asked = line(OUTGOING, "sign", "cleared", role)
    return situation, replace(asked, authorities=(authority or holding(role),))


@pytest.mark.parametrize(
    ("table", "transition", "scope", "code"),
    SCOPED,
    ids=[f"{table.flow}-{transition.name}" for table, transition, _scope, _code in SCOPED],
)
def test_scoped_act_by_the_right_post_elsewhere_is_refused(
    table: Table, transition: object, scope: Scope, code: str
) -> None:
    for act in table.transitions:
        if act is not transition:
            continue
        situation, asked = ready(table.flow, act, act.sources[0], a_role(act))
        if scope is Scope.PERSON:
            situation = replace(situation, personal_to=SOMEBODY_ELSE)
        else:
            asked = replace(asked, authorities=(holding(a_role(act), OTHER_UNIT),))

        with pytest.raises(NotAuthorised) as refused:
            rule_on(table, situation, asked)

        assert refused.value.codes == (code,)


def test_scopes_are_on_the_acts_of_departments_and_on_no_act_of_the_cabinet() -> None:
    scoped = {(table.flow.value, act.name) for table, act, _scope, _code in SCOPED}

    assert scoped == {
        ("incoming", "send_back"), ("incoming", "bring_in"),
        ("outgoing", "draft"), ("outgoing", "revise"), ("outgoing", "submit"), ("outgoing", "void"),
        ("memorandum", "draft"), ("memorandum", "revise"), ("memorandum", "submit"),
        ("memorandum", "void"), ("memorandum", "acknowledge"),
    }  # fmt: skip


def test_post_that_has_ended_in_the_right_unit_is_not_told_of_another_unit() -> None:
    situation, asked = line(OUTGOING, "submit", "draft", Role.HEAD_OF_DEPARTMENT)
    ended = replace(holding(Role.HEAD_OF_DEPARTMENT), ends_on=ON - DAY)

    with pytest.raises(NotAuthorised) as refused:
        rule_on(OUTGOING, situation, replace(asked, authorities=(ended,)))

    assert refused.value.codes == ("GAT002",)


def test_refusal_names_the_roles_that_may_in_the_order_of_the_house() -> None:
    situation, asked = line(INCOMING, "direct", "verified", Role.DESK_OFFICER)

    with pytest.raises(NotAuthorised) as refused:
        rule_on(INCOMING, situation, asked)

    assert str(refused.value) == (
        "None of the posts that you hold today may do this: Direct. (GAT002)"
        f" Ask one of these: Adviser of the Cabinet{BETWEEN}Director-General of the Cabinet."
    )


@pytest.mark.parametrize("act", ["sign", "decline"])
def test_matrix_narrows_the_signatories(act: str) -> None:
    situation, asked = line(OUTGOING, act, "cleared", Role.HEAD_OF_DEPARTMENT)
    only_the_leadership = (
        cell(Role.ASSISTANT_SECRETARY_GENERAL),
        cell(Role.SECRETARY_GENERAL),
    )

    with pytest.raises(NoAuthorityToSign) as refused:
        rule_on(OUTGOING, replace(situation, matrix=only_the_leadership), asked)

    assert str(refused.value) == (
        "You have no authority today to sign this kind of document to this addressee. (GAT018)"
        f" Ask one of these: Secretary-General{BETWEEN}Assistant Secretary-General."
    )


def test_matrix_does_not_make_a_signatory_of_a_post_that_the_table_does_not_list() -> None:
    situation, asked = signing(Role.DESK_OFFICER)

    with pytest.raises(NoAuthorityToSign):
        rule_on(OUTGOING, replace(situation, matrix=(cell(Role.DESK_OFFICER),)), asked)


@pytest.mark.parametrize(
    "facts",
    [
        {"matrix": ()},
        {"kind": None},
        {"level": None},
        {"kind": Kind.NOTE_VERBALE},
        {"level": AddresseeLevel.NGO},
    ],
)
def test_paper_in_no_cell_of_the_matrix_is_signed_by_nobody(facts: dict[str, object]) -> None:
    for role in Role:
        situation, asked = signing(role)

        with pytest.raises(NoAuthorityToSign) as refused:
            rule_on(OUTGOING, replace(situation, **facts), asked)  # type: ignore[arg-type]  # facts by name

        assert refused.value.codes == ("GAT017",)


def test_secretary_general_needs_no_authorisation_of_himself() -> None:
    situation, asked = signing(Role.SECRETARY_GENERAL)

    ruling = rule_on(OUTGOING, replace(situation, authorised=False), asked)

    assert ruling.target == "signed"


def test_signatory_whose_own_cell_asks_for_none_needs_no_authorisation() -> None:
    situation, asked = signing(Role.HEAD_OF_DEPARTMENT)
    matrix = (
        cell(Role.HEAD_OF_DEPARTMENT, needs_authorisation=False),
        cell(Role.ASSISTANT_SECRETARY_GENERAL, needs_authorisation=True),
    )

    ruling = rule_on(OUTGOING, replace(situation, authorised=False, matrix=matrix), asked)

    assert ruling.target == "signed"


def lent(**limits: object) -> Authority:
    """The Assistant Secretary-General's post, lent until today."""
    authority = replace(
        holding(Role.ASSISTANT_SECRETARY_GENERAL),
        ends_on=ON,
        capacity=Capacity.DELEGATED,
        delegation=7,
        instrument="Memo of 1 November",
    )
    return replace(authority, **limits)  # type: ignore[arg-type]  # limits by name


def sign_by(authority: Authority) -> Ruling:
    return rule_on(OUTGOING, *signing(Role.ASSISTANT_SECRETARY_GENERAL, authority))


@pytest.mark.parametrize(
    "limits",
    [
        {},
        {"power": Power.SIGN},
        {"kind": KIND},
        {"level": LEVEL},
        {"power": Power.SIGN, "kind": KIND, "level": LEVEL},
        {"begins_on": ON},
        {"capacity": Capacity.ACTING},
    ],
)
def test_lent_authority_within_its_limits_signs(limits: dict[str, object]) -> None:
    authority = lent(**limits)

    assert sign_by(authority).authority is authority


@pytest.mark.parametrize(
    "limits",
    [
        {"power": Power.CLEAR},
        {"kind": Kind.CIRCULAR},
        {"level": AddresseeLevel.NGO},
        {"power": Power.SIGN, "kind": KIND, "level": AddresseeLevel.NGO},
        {"begins_on": ON + DAY, "ends_on": ON + DAY},
        {"ends_on": ON - DAY},
    ],
)
def test_lent_authority_beyond_its_limits_does_not_sign(limits: dict[str, object]) -> None:
    with pytest.raises(NoAuthorityToSign):
        sign_by(lent(**limits))


def test_own_post_is_used_before_a_lent_one() -> None:
    situation, asked = line(OUTGOING, "clear", "under_review", Role.CABINET_ADVISER)
    own, borrowed = holding(Role.CABINET_ADVISER), replace(lent(), role=Role.DIRECTOR_GENERAL)

    ruling = rule_on(OUTGOING, situation, replace(asked, authorities=(borrowed, own)))

    assert ruling.authority is own


def test_one_officer_may_not_add_up_two_halves_of_a_right() -> None:
    """A head elsewhere, and a registry clerk here: neither post alone may submit this draft."""
    situation, asked = line(OUTGOING, "submit", "draft", Role.HEAD_OF_DEPARTMENT)
    posts = (holding(Role.HEAD_OF_DEPARTMENT, OTHER_UNIT), holding(Role.REGISTRY_CLERK))

    with pytest.raises(NotAuthorised):
        rule_on(OUTGOING, situation, replace(asked, authorities=posts))


@pytest.mark.parametrize("role", [Role.HEAD_OF_REGISTRY, Role.INTERNAL_AUDITOR])
def test_registry_and_auditor_write_and_answer_memoranda_like_departments(role: Role) -> None:
    """Source: the mandate lists the Registry Office and the Internal Auditor among them."""
    for act, state in (("draft", ""), ("submit", "draft"), ("acknowledge", "issued")):
        assert rule_on(MEMORANDA, *line(MEMORANDA, act, state, role)).authority.role is role
    assert rule_on(INCOMING, *line(INCOMING, "send_back", "directed", role)).target == "verified"


def test_stop_set_aside_in_writing_no_longer_stands_in_the_way() -> None:
    situation, asked = line(OUTGOING, "clear", "under_review", Role.CABINET_ADVISER)
    stops = dict.fromkeys(situation.verdicts, Outcome.STOP)
    stopped = replace(situation, verdicts=stops, set_aside=frozenset(stops))

    assert rule_on(OUTGOING, stopped, asked).target == "cleared"
