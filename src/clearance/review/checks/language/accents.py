"""French words without their accents that are English words too: "les resolutions" among French.

Only what stands behind a small word of French tells that the English word is not quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from clearance.data.lexicon import general_words, house_words
from clearance.data.lexicon.dictionaries import is_known
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.review.checks.language.words import is_quoted, places_of
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms import Language

_SHORTEST = 6  # letters
_ROOFS = str.maketrans("îû", "iu")
_MOST_TIMES = 2  # a word that comes more often is meant so
_FRENCH_BEFORE = on_demand(
    r"(?:(?<![\w'’-])(?:la|le|les|des|du|une|un|cette|ces|chaque|aux?|sa|ses|leurs?|notre|nos|votre|vos|"
    r"haute|bonne|première|dernière|présente|prochaine|projets? de|toute|aucune|de)\s+|"
    r"(?<![\w-])[ldLD]['’])$",
    re.IGNORECASE,
)
_ENGLISH_AFTER = on_demand(r"\s+(?:of|on|and|for|the|to|by)\b")


@lru_cache(maxsize=4096)
def with_accents(word: str) -> str:
    """Return the French word that lacks its accents here and is English so; "": it is none."""
    plain = word.lower()
    if len(plain) < _SHORTEST or not plain.isascii() or not (word.islower() or word.istitle()):
        return ""
    right = _accented().get(plain) or _accented().get(plain.removesuffix("s"), "")
    if not right or any(is_known(each, Language.FRENCH) for each in (plain, plain.capitalize())):
        return ""
    if word[0].isupper() and fold(right[:1]).skeleton + right[1:] == plain[: len(right)]:
        return ""  # a capital without its accent, as printers used to set it
    if right.translate(_ROOFS).isascii():
        return ""  # the spelling of 1990
    if plain.endswith("s") and not right.endswith("s"):
        right += "s"
    return right.capitalize() if word[:1].isupper() else right


@cache
def _accented() -> dict[str, str]:
    words = general_words(Language.FRENCH) | house_words(Language.FRENCH)
    return {fold(word).skeleton: word for word in sorted(words) if not word.isascii()}


def accents_lost(paper: Paper, bare: Mapping[str, str]) -> Iterator[Finding]:
    """Find the words where French stands before them."""
    for word, right in bare.items():
        places = places_of(word, paper.text)
        if len(places) > _MOST_TIMES:
            continue
        for start, end in places:
            before = paper.text[max(0, start - 24) : start]
            if not _FRENCH_BEFORE.search(before) or _ENGLISH_AFTER.match(paper.text, end):
                continue
            if not is_quoted(paper.text, start, end):
                yield found("LNG001", start, end, suggestion=right, word=word, instead=right)
