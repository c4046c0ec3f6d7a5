"""The tables an office starts with: signatories, numbers, confidentiality, urgency."""

from itertools import pairwise, product

import pytest

from clearance.data import (
    SignatoryRow,
    confidentiality_levels,
    number_series,
    signatory_matrix,
    urgency_degrees,
)
from clearance.references.registry_number import require_pattern
from clearance.terms import AddresseeLevel, Confidentiality, Flow, Kind, Role, Urgency

GOVERNMENTS = {
    AddresseeLevel.HEAD_OF_STATE,
    AddresseeLevel.HEAD_OF_GOVERNMENT,
    AddresseeLevel.FOREIGN_MINISTER,
    AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
    AddresseeLevel.MINISTER,
    AddresseeLevel.PERMANENT_REPRESENTATIVE,
    AddresseeLevel.HOST_COUNTRY_BODY,
    AddresseeLevel.MEMBER_STATES,
}
HIGHEST = {
    AddresseeLevel.HEAD_OF_STATE,
    AddresseeLevel.HEAD_OF_GOVERNMENT,
    AddresseeLevel.FOREIGN_MINISTER,
}


def pairs(row: SignatoryRow) -> set[tuple[Kind, AddresseeLevel]]:
    return set(product(row.kinds, row.addressee_levels))


def levels_of(kind: Kind) -> set[AddresseeLevel]:
    return {level for row in signatory_matrix() for of, level in pairs(row) if of is kind}


def test_no_kind_and_level_stand_in_two_rows() -> None:
    listed = [
        pair for row in signatory_matrix() for pair in product(row.kinds, row.addressee_levels)
    ]

    assert len(listed) == len(set(listed))


def test_every_kind_and_level_is_somewhere_in_the_matrix() -> None:
    listed = set().union(*map(pairs, signatory_matrix()))

    # a memorandum does not leave the house
    assert {kind for kind, _ in listed} == set(Kind) - {Kind.MEMORANDUM}
    assert {level for _, level in listed} == set(AddresseeLevel)


def test_only_the_secretary_general_signs_to_the_highest_levels() -> None:
    for row in signatory_matrix():
        if HIGHEST & set(row.addressee_levels):
            assert row.may_sign == (Role.SECRETARY_GENERAL,)


@pytest.mark.parametrize("kind", [Kind.LETTER, Kind.NOTE_VERBALE, Kind.CABLE, Kind.REPORT])
def test_permanent_representatives_get_the_second_level_too(kind: Kind) -> None:
    (row,) = [
        row
        for row in signatory_matrix()
        if (kind, AddresseeLevel.PERMANENT_REPRESENTATIVE) in pairs(row)
    ]

    assert set(row.may_sign) == {Role.SECRETARY_GENERAL, Role.ASSISTANT_SECRETARY_GENERAL}


def test_secretary_general_may_sign_wherever_anybody_may() -> None:
    assert all(Role.SECRETARY_GENERAL in row.may_sign for row in signatory_matrix())


def test_note_verbale_goes_to_foreign_ministries_and_missions_only() -> None:
    assert levels_of(Kind.NOTE_VERBALE) == {
        AddresseeLevel.FOREIGN_MINISTER,
        AddresseeLevel.MINISTRY_OF_FOREIGN_AFFAIRS,
        AddresseeLevel.PERMANENT_REPRESENTATIVE,
    }


def test_authorisation_is_needed_for_governments_and_only_for_them() -> None:
    for row in signatory_matrix():
        for level in row.addressee_levels:
            assert row.needs_authorisation == (level in GOVERNMENTS), row


def test_director_general_signs_by_himself_only_where_the_mandate_says() -> None:
    his = {
        level
        for row in signatory_matrix()
        if Role.DIRECTOR_GENERAL in row.may_sign
        for level in row.addressee_levels
    }

    assert his == {
        AddresseeLevel.INSTITUTION,
        AddresseeLevel.EXTERNAL_OFFICE,
        AddresseeLevel.NGO,
    }


def test_rows_that_are_not_sourced_say_so() -> None:
    sourced = {pair for row in signatory_matrix() if row.basis == "sourced" for pair in pairs(row)}

    assert sourced == {
        *product([Kind.LETTER, Kind.CABLE], HIGHEST),
        (Kind.LETTER, AddresseeLevel.PERMANENT_REPRESENTATIVE),
    }


def test_series_cover_the_three_flows_with_patterns_that_can_number() -> None:
    for series in number_series():
        require_pattern(series.pattern)
        assert series.unit is None
        assert series.basis == "our guess"

    assert [series.flow for series in number_series()] == list(Flow)


def test_levels_are_those_of_the_rules_in_order() -> None:
    confidentiality = [(level.code, level.rank) for level in confidentiality_levels()]
    urgency = [(degree.code, degree.rank) for degree in urgency_degrees()]

    assert confidentiality == [(level.name.lower(), level.value) for level in Confidentiality]
    assert urgency == [(degree.name.lower(), degree.value) for degree in Urgency]


def test_each_level_is_read_by_fewer_roles_and_never_by_the_administrator() -> None:
    readers = [set(level.may_read) for level in confidentiality_levels()]

    assert all(higher < lower for lower, higher in pairwise(readers))
    assert readers[0] == set(Role) - {Role.SYSTEM_ADMINISTRATOR}
    assert readers[-1] == {Role.SECRETARY_GENERAL, Role.DIRECTOR_GENERAL}


def test_degrees_and_levels_have_names_in_three_languages() -> None:
    levels = [(one.name_ar, one.name_en, one.name_fr) for one in confidentiality_levels()]
    degrees = [(one.name_ar, one.name_en, one.name_fr) for one in urgency_degrees()]

    assert levels == [
        ("عادي", "Ordinary", "Ordinaire"),
        ("محدود التداول", "Restricted", "Diffusion restreinte"),
        ("سري", "Confidential", "Confidentiel"),
        ("سري جداً", "Secret", "Secret"),
    ]
    assert degrees == [
        ("عادي", "Ordinary", "Ordinaire"),
        ("عاجل", "Urgent", "Urgent"),
        ("حالاً", "Immediate", "Immédiat"),
    ]
