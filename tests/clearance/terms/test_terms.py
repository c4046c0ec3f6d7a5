"""The stored words of the house. A value that is stored is never renamed: written here by hand."""

from __future__ import annotations

from enum import Enum

import pytest

from clearance.authority import Capacity
from clearance.terms import (
    AddresseeLevel,
    Channel,
    Check,
    Confidentiality,
    Flow,
    Kind,
    Language,
    Outcome,
    Power,
    Role,
    Urgency,
)
from clearance.terms.posts import CABINET, DRAFTERS, HEADS, REGISTRY, SUBMITTERS
from clearance.terms.translation import in_english, marked
from clearance.terms.words import CHECK_WORDS, FLOW_WORDS, ROLE_WORDS

STORED: dict[type[Enum], str] = {
    Flow: "incoming outgoing memorandum",
    Kind: "letter note_verbale memorandum circular report draft_resolution contract cable",
    Language: "ar en fr",
    Urgency: "1 2 3",
    Confidentiality: "1 2 3 4",
    AddresseeLevel: (
        "head_of_state head_of_government foreign_minister ministry_of_foreign_affairs minister"
        " permanent_representative host_country_body international_organisation institution"
        " external_office ngo member_states person"
    ),
    Channel: "hand post registered_mail courier pouch email fax",
    Check: "1 2 3 4 5 6 7",
    Outcome: "pass not_applicable stop",
    Capacity: "titular acting delegated",
    Power: "register direct clear override authorise sign draft act",
    Role: (
        "registry_clerk head_of_registry cabinet_adviser director_general secretary_general"
        " private_secretary assistant_secretary_general head_of_department desk_officer"
        " external_office internal_auditor system_administrator"
    ),
}


@pytest.mark.parametrize("term", list(STORED), ids=lambda term: term.__name__)
def test_stored_values_stand_for_ever(term: type[Enum]) -> None:
    assert " ".join(str(each.value) for each in term) == STORED[term]


def test_the_seven_checks_are_in_the_order_of_the_mandate() -> None:
    assert [check.code for check in Check] == ["PRO", "LEG", "CON", "LNG", "ADR", "FIG", "POL"]


def test_every_check_flow_and_role_has_a_word() -> None:
    assert list(CHECK_WORDS) == list(Check)
    assert list(FLOW_WORDS) == list(Flow)
    assert list(ROLE_WORDS) == list(Role)


def test_the_system_administrator_stands_in_no_group() -> None:
    for group in (CABINET, REGISTRY, HEADS, SUBMITTERS, DRAFTERS):
        assert Role.SYSTEM_ADMINISTRATOR not in group


def test_whoever_submits_may_draft_but_a_desk_officer_does_not_submit() -> None:
    assert SUBMITTERS < DRAFTERS
    assert {Role.DESK_OFFICER, Role.REGISTRY_CLERK} == DRAFTERS - SUBMITTERS


def test_message_id_is_its_own_english() -> None:
    assert in_english(marked("The proof is missing.")) == "The proof is missing."
