"""Which post an officer acts under: by days, by limits, one's own before a lent one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearance.authority import Authority, Capacity, authority_for
from clearance.terms import AddresseeLevel, Kind, Power, Role

ON = date(2026, 11, 23)
DAY = timedelta(days=1)
OWN = Authority(post=5, role=Role.CABINET_ADVISER, unit=1, begins_on=ON)
ACTING = replace(OWN, post=3, role=Role.DIRECTOR_GENERAL, capacity=Capacity.ACTING)
DELEGATED = replace(OWN, post=1, role=Role.SECRETARY_GENERAL, capacity=Capacity.DELEGATED)
ROLES = frozenset(Role)


def found(
    *authorities: Authority, roles: frozenset[Role] = ROLES, on: date = ON
) -> Authority | None:
    return authority_for(
        authorities,
        roles=roles,
        power=Power.SIGN,
        kind=Kind.LETTER,
        level=AddresseeLevel.NGO,
        on=on,
    )


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (ON - DAY, False),
        (ON, True),
        (ON + DAY, True),
        (ON + 2 * DAY, False),
    ],
)
def test_authority_holds_from_its_first_to_its_last_day(day: date, holds: bool) -> None:
    authority = replace(OWN, ends_on=ON + DAY)

    assert authority.is_in_force(day) is holds
    assert (found(authority, on=day) is authority) is holds


def test_authority_without_end_holds_long_after() -> None:
    assert OWN.is_in_force(date(2090, 1, 1))


def test_own_post_comes_before_acting_and_acting_before_delegated() -> None:
    assert found(DELEGATED, ACTING, OWN) is OWN
    assert found(DELEGATED, ACTING) is ACTING
    assert found(DELEGATED) is DELEGATED


def test_own_post_that_may_not_leaves_the_lent_one() -> None:
    assert found(OWN, DELEGATED, roles=frozenset({Role.SECRETARY_GENERAL})) is DELEGATED


def test_two_posts_alike_are_taken_in_a_fixed_order() -> None:
    earlier, later = replace(OWN, post=2), replace(OWN, post=8)

    assert found(later, earlier) is found(earlier, later) is earlier


def test_no_post_gives_none() -> None:
    assert found() is None
    assert found(OWN, roles=frozenset()) is None


@pytest.mark.parametrize(
    ("limits", "reaches"),
    [
        ({}, True),
        ({"power": Power.SIGN}, True),
        ({"power": Power.CLEAR}, False),
        ({"kind": Kind.LETTER}, True),
        ({"kind": Kind.CABLE}, False),
        ({"level": AddresseeLevel.NGO}, True),
        ({"level": AddresseeLevel.HEAD_OF_STATE}, False),
        ({"power": Power.SIGN, "kind": Kind.LETTER, "level": AddresseeLevel.NGO}, True),
        ({"power": Power.SIGN, "kind": Kind.LETTER, "level": AddresseeLevel.PERSON}, False),
    ],
)
def test_lent_authority_reaches_as_far_as_its_limits(
    limits: dict[str, object], reaches: bool
) -> None:
    authority = replace(DELEGATED, **limits)  # type: ignore[arg-type]  # limits by name

    assert (found(authority) is authority) is reaches


def test_limited_authority_does_not_reach_a_paper_of_unknown_kind_or_addressee() -> None:
    limited = replace(DELEGATED, kind=Kind.LETTER, level=AddresseeLevel.NGO)

    assert not limited.covers(power=Power.SIGN, kind=None, level=AddresseeLevel.NGO)
    assert not limited.covers(power=Power.SIGN, kind=Kind.LETTER, level=None)


@given(
    begins=st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    length=st.integers(0, 4000),
    on=st.dates(date(1999, 1, 1), date(2070, 1, 1)),
)
def test_no_authority_is_found_outside_its_days(begins: date, length: int, on: date) -> None:
    ends = begins + timedelta(days=length)
    authority = replace(OWN, begins_on=begins, ends_on=ends)

    assert (found(authority, on=on) is not None) == (begins <= on <= ends)
