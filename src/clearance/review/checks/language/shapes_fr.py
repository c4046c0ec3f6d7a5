"""What the shapes of French grammar share: a sign, what the text must be there, and its forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

W = "[a-zà-ÿœ]"
# Nouns in -é beside which an adjective may stand: all in -té but these participles.
_PARTICIPLES_TE = frozenset(
    [
        "adopté",
        "présenté",
        "arrêté",
        "daté",
        "porté",
        "consulté",
        "invité",
        "contracté",
        "exécuté",
        "complété",
        "interprété",
        "traité",
        "constaté",
        "respecté",
        "affecté",
        "accepté",
        "augmenté",
        "rapporté",
        "apporté",
        "exporté",
        "importé",
        "cité",
        "limité",
        "commenté",
        "emprunté",
        "acheté",
        "transporté",
        "édicté",
        "testé",
        "récolté",
    ]
)
_NOUNS_E = frozenset(
    [
        "comité",
        "côté",
        "congé",
        "degré",
        "marché",
        "procédé",
        "réfugié",
        "délégué",
        "employé",
        "député",
        "abrégé",
        "carré",
        "clé",
        "blé",
        "thé",
        "gré",
        "pré",
        "énoncé",
        "exposé",
        "défilé",
        "fossé",
        "passé",
        "associé",
        "allié",
        "chargé",
        "préposé",
        "intéressé",
        "relevé",
        "gravité",
    ]
)


@dataclass(frozen=True)
class Shape:
    """What the scan looks for, what the text must be there, and what to write for the slip."""

    sign: str
    text: re.Pattern[str]
    instead: Callable[[str], str | None]

    @property
    def accented(self) -> bool:
        """Whether the slip can only be a participle in é."""
        return self.instead in (plural, feminine, masculine)


def shape(sign: str, text: str, instead: Callable[[str], str | None]) -> Shape:
    """Return the shape of a slip."""
    return Shape(sign, re.compile(text, re.IGNORECASE), instead)


def participle(word: str) -> bool:
    """Tell whether a word in -é, -ée, -és or -ées can be a participle and is no noun."""
    stem = (
        word.lower().removesuffix("s").removesuffix("e")
        if word.lower().endswith(("ée", "ées"))
        else word.lower().removesuffix("s")
    )
    if stem in _NOUNS_E or not stem.endswith("é"):
        return False
    return not stem.endswith("té") or stem in _PARTICIPLES_TE


def plural(word: str) -> str | None:
    """Return a participle in the plural; None: it is none."""
    return word + "s" if participle(word) else None


def feminine(word: str) -> str | None:
    """Return a participle in the feminine; None: it is none."""
    if word.lower().endswith("és"):
        return word[:-1] + "es" if participle(word) else None
    return word + "e" if participle(word) else None


def masculine(word: str) -> str | None:
    """Return a participle in the masculine; None: it is none."""
    stem = word.removesuffix("s")
    if not stem.lower().endswith("ée") or not participle(word):
        return None
    return stem[:-1]
