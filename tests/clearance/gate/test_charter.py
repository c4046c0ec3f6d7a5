"""The tables once more, written by hand: whoever changes a line of the gate changes it twice.

The other tests read the tables themselves, so they would not miss a need that was struck out.
"""

from __future__ import annotations

import pytest

from clearance.gate import TABLES, Transition
from clearance.terms import Flow

GROUPS = {
    "sg": "secretary_general",
    "cabinet": "cabinet_adviser director_general",
    "registry": "registry_clerk head_of_registry",
    "door": "registry_clerk head_of_registry private_secretary",
    "heads": "head_of_department external_office assistant_secretary_general",
    "offices": "head_of_registry internal_auditor",
    "submitters": (
        "head_of_department external_office assistant_secretary_general head_of_registry"
        " internal_auditor cabinet_adviser director_general private_secretary"
    ),
    "writers": (
        "head_of_department external_office assistant_secretary_general head_of_registry"
        " internal_auditor cabinet_adviser director_general private_secretary desk_officer"
        " registry_clerk"
    ),
    "signatories": (
        "head_of_department external_office assistant_secretary_general director_general"
        " secretary_general"
    ),
}
# act | from | to | who | power | where | needs
INCOMING = """
receive | - | received | door | register | | 025
register | - received | registered | registry | register | | 027 025 028 029
verify | registered | verified | head_of_registry | register | | 011
direct | verified withheld | directed | cabinet | direct | | 022
refer | directed | directed | cabinet | direct | | 022 031 010
copy | directed | = | cabinet | direct | | 035
send_back | directed | verified | writers | act | action_unit | 010
inform | verified withheld directed | = | cabinet | direct | inner |
remark | verified withheld directed | = | secretary_general | direct | inner | 010 024
extend | directed | = | cabinet | direct | | 036 010
acknowledge | registered verified directed | = | door | register | | 032
withhold | verified | withheld | cabinet | direct | inner | 010
return_to_sender | registered verified withheld | returned_to_sender | cabinet | direct | | 010
answer | directed | answered | door | register | | 033
close | verified withheld directed | closed | cabinet | direct | | 010
hand_over | received | handed_over | door | register | | 026
bring_in | handed_over | received | writers secretary_general | act | personal_to | 025
void | received registered verified | void | head_of_registry | register | | 010
"""
OUTGOING = """
draft | - | draft | writers | draft | from_unit | 037
revise | draft submitted under_review returned cleared | draft | writers | draft | from_unit |
submit | draft returned | submitted | submitters | draft | from_unit | 025 028 029 021 020
take_up | submitted | under_review | cabinet | clear | | 016
authorise | draft submitted under_review returned cleared | = | sg | authorise | | 028 029
clear | under_review | cleared | cabinet | clear | | 016 014 015
return | submitted under_review cleared | returned | cabinet | clear | | 010
decline | cleared | returned | signatories | sign | matrix | 010
sign | cleared | signed | signatories | sign | matrix | 016 013 019
issue | signed | issued | door | register | | 012
dispatch | issued undelivered | dispatched | door | register | | 012 034 023
deliver | dispatched | delivered | door | register | | 023
fail | dispatched | undelivered | door | register | | 010
void | draft submitted under_review returned cleared | void | submitters | draft | from_unit | 010
annul | signed issued | void | director_general | override | | 010
"""
MEMORANDA = """
draft | - | draft | writers | draft | from_unit | 037
revise | draft submitted under_review returned cleared | draft | writers | draft | from_unit |
submit | draft returned | submitted | submitters | draft | from_unit | 025 028 029 021 020
take_up | submitted | under_review | cabinet | clear | | 016
clear | under_review | cleared | cabinet | clear | | 016 014 015
return | submitted under_review cleared | returned | cabinet | clear | | 010
issue | cleared | issued | cabinet registry | register | | 013 022
acknowledge | issued | acknowledged | writers | act | action_unit |
void | draft submitted under_review returned cleared | void | submitters | draft | from_unit | 010
"""
CHARTER = {Flow.INCOMING: INCOMING, Flow.OUTGOING: OUTGOING, Flow.MEMORANDUM: MEMORANDA}
FINAL = {
    Flow.INCOMING: {"answered", "closed", "returned_to_sender", "void"},
    Flow.OUTGOING: {"delivered", "void"},
    Flow.MEMORANDUM: {"acknowledged", "void"},
}


def read(line: str) -> tuple[object, ...]:
    """One line of the charter, its groups spelt out."""
    act, sources, target, who, power, where, needs = (part.strip() for part in line.split("|"))
    roles = {role for name in who.split() for role in GROUPS.get(name, name).split()}
    return (
        act,
        {"" if source == "-" else source for source in sources.split()},
        target,
        roles,
        power,
        where,
        [f"GAT{need}" for need in needs.split()],
    )


def told(transition: Transition) -> tuple[object, ...]:
    """One line of the table in the form of the charter."""
    inner = "inner" if transition.inner else ""
    matrix = "matrix" if transition.by_matrix else ""
    return (
        transition.name,
        set(transition.sources),
        transition.target or "=",
        {str(role) for role in transition.by},
        str(transition.power),
        f"{transition.scope}{inner}{matrix}",
        [need.code for need in transition.needs],
    )


@pytest.mark.parametrize("flow", list(Flow))
def test_table_is_what_the_charter_says(flow: Flow) -> None:
    charter = [read(line) for line in CHARTER[flow].strip().splitlines()]

    assert [told(transition) for transition in TABLES[flow].transitions] == charter
    assert TABLES[flow].final == FINAL[flow]
