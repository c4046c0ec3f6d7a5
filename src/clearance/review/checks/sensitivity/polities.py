"""Members of the Organisation under a polity that is not theirs: "the Republic of Jordan".

A kingdom is no republic and a republic no kingdom; who bears no "Islamic" or "Democratic" in its
name is not given one, and whose name has it does not lose it. Source: the register of states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.skeleton import fold
from clearance.review.context import Context, KnownState, KnownTerm
from clearance.review.mentions.states import bare
from clearance.terms import Language

_SOURCE = "The register of states"
_OF = {
    Language.ENGLISH: ("of ", "of the "),
    Language.FRENCH: ("du ", "de ", "de la ", "de l'", "d'", "des "),
    Language.ARABIC: ("",),
}
# "State" is left out: "Head of State of X" has it.
_POLITIES = {
    Language.ENGLISH: (
        "kingdom", "sultanate", "emirate", "republic", "islamic republic", "democratic republic",
        "people's republic", "arab republic", "federal republic", "united republic",
        "popular republic", "socialist republic", "federal democratic republic",
    ),
    Language.FRENCH: (
        "royaume", "sultanat", "émirat", "république", "république islamique",
        "république démocratique", "république populaire", "république arabe",
        "république fédérale", "république unie", "république socialiste",
    ),
    Language.ARABIC: ("مملكة", "سلطنة", "إمارة", "جمهورية"),
}  # fmt: skip
# Names that were right once, or that another state or a part of one bears; our own list.
_NOT_WRONG = frozenset(
    {
        "people's republic of benin", "republique populaire du benin", "republic of egypt",
        "kingdom of egypt", "royaume d'egypte", "kingdom of iraq", "royaume d'iraq",
        "kingdom of libya", "royaume de libye", "kingdom of afghanistan", "kingdom of jordan",
        "royaume de jordanie", "democratic republic of afghanistan", "kingdom of yemen",
        "democratic republic of the sudan", "democratic republic of sudan", "kingdom of iran",
        "people's republic of mozambique", "people's republic of albania", "kingdom of tunisia",
        "people's socialist republic of albania", "kingdom of albania", "republic of syria",
        "republique populaire de mozambique", "republique populaire d'albanie",
    }
)  # fmt: skip


_MADE: list[tuple[tuple[KnownState, ...], tuple[KnownTerm, ...]]] = []  # the last


def wrong_polities(context: Context) -> tuple[KnownTerm, ...]:
    """Return the names of the members under another polity than their own."""
    held = next((terms for states, terms in list(_MADE) if states is context.states), None)
    if held is None:
        members = [state for state in context.states if state.is_member]
        held = tuple(
            term for state in members for tongue in Language for term in _of(state, tongue)
        )
        _MADE[:] = [(context.states, held)]
    return held


def _of(state: KnownState, language: Language) -> Iterator[KnownTerm]:
    short = bare(re.sub(r" \(.*", "", state.short.get(language, "")))
    formal = bare(state.formal.get(language, ""))
    if not short or formal == short or not formal:
        return
    own = fold(formal).skeleton
    is_arabic = language is Language.ARABIC
    former = {fold(bare(name)).skeleton for name, _ in state.former} | _NOT_WRONG
    for polity in _POLITIES[language]:
        if is_arabic and fold(polity).skeleton[:-1] in own:
            continue  # what follows the name tells the rest, in several wordings
        for of in _OF[language]:
            name = f"{polity} {of}{short}"
            plain = fold(name).skeleton
            if plain == own or plain in former or _is_of(plain, own):
                continue
            yield KnownTerm(
                id=f"polity {state.iso3}", language=language, avoid=name, right=formal,
                levels={"": "warn"}, is_name=not is_arabic, source=_SOURCE,
            )  # fmt: skip


def _is_of(plain: str, own: str) -> bool:
    """Tell whether the names differ in "of" and "of the" alone."""
    return plain.replace(" of the ", " of ") == own.replace(" of the ", " of ")
