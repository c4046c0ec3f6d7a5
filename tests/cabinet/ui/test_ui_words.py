"""Each stored word has a word for people."""

from __future__ import annotations

from enum import Enum

import pytest
from django.utils import translation

from cabinet.ui.words import FAMILIES, word
from clearance.authority import Capacity
from clearance.gate import TABLES
from clearance.terms import (
    AddresseeLevel,
    Channel,
    Check,
    Confidentiality,
    Flow,
    Kind,
    Language,
    Outcome,
    Role,
    Urgency,
)

ENUMS = (
    AddresseeLevel, Capacity, Channel, Check, Confidentiality,
    Flow, Kind, Language, Outcome, Role, Urgency,
)  # fmt: skip


@pytest.mark.parametrize("member", [member for each in ENUMS for member in each], ids=str)
def test_word_of_a_member_is_known(member: Enum) -> None:
    assert str(member.value) in FAMILIES[type(member).__name__.lower()]


@pytest.mark.parametrize("flow", Flow)
def test_word_of_each_state_and_act_of_the_gate_is_known(flow: Flow) -> None:
    table = TABLES[flow]
    acts = {each.name for each in table.transitions}

    assert set(table.states) - set(FAMILIES["state"]) == set()
    assert acts - set(FAMILIES["act"]) == set()
    assert acts - set(FAMILIES["movement"]) == set()


def test_word_of_a_number_from_the_register_is_said_by_its_family() -> None:
    with translation.override("en"):
        said = [word(3, "urgency"), word(Urgency.IMMEDIATE), word("under_review", "state")]

    assert said == ["Immediate", "Immediate", "Under review"]


def test_word_that_no_list_holds_is_shown_as_stored() -> None:
    assert word("laid_aside", "state") == "laid_aside"
