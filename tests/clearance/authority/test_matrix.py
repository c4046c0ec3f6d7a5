"""Who may sign what to whom, and who must be authorised to write to a Government."""

from __future__ import annotations

import pytest

from clearance.authority import SignatoryRule, needs_authorisation, who_may_sign
from clearance.data import signatory_matrix
from clearance.terms import AddresseeLevel, Kind, Role

LETTER, NGO = Kind.LETTER, AddresseeLevel.NGO
MATRIX = (
    SignatoryRule(LETTER, NGO, Role.HEAD_OF_DEPARTMENT, needs_authorisation=False),
    SignatoryRule(LETTER, NGO, Role.ASSISTANT_SECRETARY_GENERAL, needs_authorisation=True),
    SignatoryRule(LETTER, NGO, Role.SECRETARY_GENERAL, needs_authorisation=True),
    SignatoryRule(Kind.CABLE, NGO, Role.EXTERNAL_OFFICE, needs_authorisation=False),
)
HOUSE = tuple(
    SignatoryRule(kind, level, role, row.needs_authorisation)
    for row in signatory_matrix()
    for kind in row.kinds
    for level in row.addressee_levels
    for role in row.may_sign
)


def test_only_the_roles_of_the_cell_may_sign() -> None:
    assert who_may_sign(MATRIX, kind=LETTER, level=NGO) == {
        Role.HEAD_OF_DEPARTMENT,
        Role.ASSISTANT_SECRETARY_GENERAL,
        Role.SECRETARY_GENERAL,
    }
    assert who_may_sign(MATRIX, kind=Kind.CABLE, level=NGO) == {Role.EXTERNAL_OFFICE}


def test_cell_that_is_not_there_lets_nobody_sign() -> None:
    assert who_may_sign(MATRIX, kind=Kind.NOTE_VERBALE, level=NGO) == frozenset()
    assert who_may_sign(MATRIX, kind=LETTER, level=AddresseeLevel.PERSON) == frozenset()
    assert who_may_sign((), kind=LETTER, level=NGO) == frozenset()


@pytest.mark.parametrize(
    ("signatory", "needed"),
    [
        (Role.HEAD_OF_DEPARTMENT, False),
        (Role.ASSISTANT_SECRETARY_GENERAL, True),
        (Role.SECRETARY_GENERAL, False),
        (Role.EXTERNAL_OFFICE, False),
    ],
)
def test_authorisation_is_asked_by_the_cell_of_the_signatory(signatory: Role, needed: bool) -> None:
    asked = needs_authorisation(MATRIX, kind=LETTER, level=NGO, signatory=signatory)

    assert asked is needed


@pytest.mark.parametrize(
    "level",
    [
        AddresseeLevel.HEAD_OF_STATE,
        AddresseeLevel.HEAD_OF_GOVERNMENT,
        AddresseeLevel.FOREIGN_MINISTER,
    ],
)
def test_nobody_but_the_secretary_general_signs_to_the_highest(
    level: AddresseeLevel,
) -> None:
    """Source: UN Correspondence Manual, para. 45."""
    for kind in Kind:
        assert who_may_sign(HOUSE, kind=kind, level=level) <= {Role.SECRETARY_GENERAL}


@pytest.mark.parametrize("level", [AddresseeLevel.NGO, AddresseeLevel.PERSON])
def test_nobody_signs_a_note_verbale_to_somebody_who_is_no_state(level: AddresseeLevel) -> None:
    """Source: UN Correspondence Manual, para. 116."""
    assert who_may_sign(HOUSE, kind=Kind.NOTE_VERBALE, level=level) == frozenset()


@pytest.mark.parametrize(
    "level",
    [
        AddresseeLevel.HEAD_OF_STATE,
        AddresseeLevel.FOREIGN_MINISTER,
        AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
        AddresseeLevel.MINISTER,
        AddresseeLevel.PERMANENT_REPRESENTATIVE,
        AddresseeLevel.HOST_COUNTRY_BODY,
        AddresseeLevel.MEMBER_STATES,
    ],
)
def test_writing_to_a_government_is_authorised_for_whoever_may_sign_it(
    level: AddresseeLevel,
) -> None:
    """Source: common duties of heads of department, internal rules of 1974."""
    for kind in Kind:
        for role in who_may_sign(HOUSE, kind=kind, level=level) - {Role.SECRETARY_GENERAL}:
            assert needs_authorisation(HOUSE, kind=kind, level=level, signatory=role)
