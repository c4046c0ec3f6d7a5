"""A designation in the place of a member's name: "Senegal, Malaysia and the Syrian regime".

What is a note elsewhere weighs more where member states, their delegations or replies are named one
after another: there the member's own name stands. Our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re

from clearance.reading.skeleton import compiled, fold
from clearance.review.checks.sensitivity.circumstances import sentence_around
from clearance.review.context import Context
from clearance.review.mentions.states import bare
from clearance.review.paper import Paper

_MEMBERS = compiled(
    r"\b(?:member states?|delegations?|delegates|representatives|ministers of|states|replies|"
    r"etats?(?: membres?)?|delegues|representants|ministres de|pays|reponses)\b"
    r"|(?<!\w)[وبل]?(?:ال|لل)?(?:دول|دولة|دولا|دولتان|دولتين|وفود|وفد|وفدا|وفدي|وزراء خارجية|ممثلي|ردود)(?!\w)"
)
_LED_TO = compiled(
    r"(?:\b(?:including|among (?:them|which)|namely|notably|of|from|and|dont|notamment|y compris|savoir|de|et|celles? de|du|ceux du)"
    r"|[,:،؛]|(?<!\w)(?:[وف]?منها|بما فيها|(?:و)?من بينها|وهي|كل من|من|و))[ \n]?(?:the |le |la |les |l')?$"
)
_POLITY = compiled(
    r"\b(?:republic|kingdom|state of|sultanate|republique|royaume|etat de|sultanat|union des comores|burkina faso|malaysia|malaisie)\b"
    r"|(?:جمهورية|مملكة|دولة|سلطنة|اتحاد جزر القمر|بوركينا فاسو|ماليزيا)"
)
_REACH = 60  # characters before a place in which the list comes to it


def stands_for_a_member(paper: Paper, start: int, end: int, right: str | None) -> bool:
    """Tell whether the place is one of a list of members, and ``right`` the name of one."""
    if right is None or paper.kind is None:
        return False
    if fold(bare(right)).skeleton not in paper.context.derived(_members):
        return False
    skeleton = paper.skeleton
    if not _LED_TO.search(skeleton, max(0, start - _REACH), start):
        return False
    first, last = sentence_around(paper, start, end)
    around = f"{skeleton[first:start]} \x01 {skeleton[end:last]}"
    listed = _MEMBERS.search(skeleton, first, start)
    return listed is not None and (
        _POLITY.search(around) is not None or re.search(r"\d|[,،]", around) is not None
    )


def _members(context: Context) -> frozenset[str]:
    """Return the names of the members, plain."""
    return frozenset(
        fold(bare(name)).skeleton
        for state in context.states
        if state.is_member
        for names in (state.short, state.formal)
        for name in names.values()
    )
