"""The registers of states, signatories and approvals, as the review knows them.

The package has no directory of addressees: who holds which post abroad is for the office to fill.
"""

from __future__ import annotations

from datetime import date

from clearance.data import MemberState, member_states, signatory_matrix
from clearance.data.states_of_the_world import (
    OtherState,
    approvals_needed,
    former_names,
    other_states,
)
from clearance.review.context import KnownSignatory, KnownState
from clearance.terms import Language, Role

# What a post is called under a signature. The Secretary-General's is the Charter's; the others
# are the mandate's words, the Director-General's French our translation.
_TITLES: dict[Role, dict[Language, str]] = {
    Role.SECRETARY_GENERAL: {
        Language.ENGLISH: "Secretary-General",
        Language.FRENCH: "Secrétaire général",
        Language.ARABIC: "الأمين العام",
    },
    Role.ASSISTANT_SECRETARY_GENERAL: {
        Language.ENGLISH: "Assistant Secretary-General",
        Language.FRENCH: "Secrétaire général adjoint",
        Language.ARABIC: "الأمين العام المساعد",
    },
    Role.DIRECTOR_GENERAL: {
        Language.ENGLISH: "Director-General of the Cabinet",
        Language.FRENCH: "Directeur général du Cabinet",
        Language.ARABIC: "مدير عام الديوان",
    },
}


def known_states() -> tuple[KnownState, ...]:
    """Return the member states and the others, with the names that they bore before."""
    former: dict[str, tuple[tuple[str, date], ...]] = {}
    for row in former_names():
        names = tuple((name, date.fromisoformat(row.last_day)) for name in row.names)
        former[row.iso3] = former.get(row.iso3, ()) + names
    members = (_state(state, former, is_member=True) for state in member_states())
    others = (_state(state, former, is_member=False) for state in other_states())
    return (*members, *others)


def _state(
    state: MemberState | OtherState,
    former: dict[str, tuple[tuple[str, date], ...]],
    *,
    is_member: bool,
) -> KnownState:
    formal = {
        Language.ARABIC: state.formal_ar,
        Language.ENGLISH: state.formal_en,
        Language.FRENCH: state.formal_fr,
    }
    variants: tuple[str, ...] = ()
    capital = {}
    if isinstance(state, MemberState):
        printed = (state.oic_name_en, state.oic_name_fr, *state.variants_ar)
        variants = tuple(name for name in printed if name)
        capital = {Language.ENGLISH: state.capital} if state.capital else {}
    return KnownState(
        iso3=state.iso3,
        short={
            Language.ARABIC: state.name_ar,
            Language.ENGLISH: state.name_en,
            Language.FRENCH: state.name_fr,
        },
        formal={language: name for language, name in formal.items() if name},
        capital=capital,
        variants=variants,
        former=former.get(state.iso3, ()),
        is_member=is_member,
    )


def known_signatories() -> tuple[KnownSignatory, ...]:
    """Return the posts of the signatory table, one entry for each row that names them.

    They have no names, so that whoever signs in a post is not judged by it: the dates of the
    Secretaries-General are known to the year only. Posts that many hold under titles of their own
    (heads of department) are left to the office's register.
    Internal papers (memoranda, contracts) are no part of the table: these posts may sign them.
    """
    found = []
    for role, titles in _TITLES.items():
        inside = frozenset({"memorandum", "contract", "draft_resolution", "report"})
        found.append(
            KnownSignatory(id=role.value, names={}, titles=titles, kinds=inside, role=role.value)
        )
        found += [
            KnownSignatory(
                id=role.value,
                names={},
                titles=titles,
                kinds=frozenset(kind.value for kind in row.kinds),
                levels=frozenset(row.addressee_levels),
                role=role.value,
            )
            for row in signatory_matrix()
            if role in row.may_sign
        ]
    return tuple(found)


def approval_needed() -> frozenset[str]:
    """Return the kinds that must say who approved them. The choice is our guess."""
    return frozenset(row.kind.value for row in approvals_needed())
