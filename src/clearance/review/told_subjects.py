"""The words of a name in one language, each with its forms in the other two.

What is decided on goes by a name that is told in English ("Liaison Office in Vienna") and written
in a text of any language. Its words are looked up in the registers of cities and states and in a
small list; one that is in none is a name, which French writes nearly so and Arabic not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from clearance.data.cities import capitals, cities, large_cities
from clearance.data.fact_words import fact_words
from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import fold
from clearance.review.context import KnownState

Forms = tuple[str, ...]
_WORD = on_demand(r"[^\W_]+(?:['-][^\W_]+)*")
_LONGEST = 4  # words of an entry, as in "Horn of Africa" or "United Arab Emirates"
_SHORTEST = 3  # letters of a word that tells something
_STOPS = frozenset(
    fold(
        "the a an of on in for to and or with by its at from as into under all any this that "
        "concerning regarding general republic kingdom sultanate"
    ).skeleton.split()
)
# The house itself is named beside nearly all that is its own, and left out as often.
_HOUSE = frozenset(
    (
        "organisation",
        "organization",
        "oic",
        "organisation of islamic cooperation",
        "organization of islamic cooperation",
    )
)
_LEFT_OPEN = 2  # letters at the end of a name that differ between languages: "Senegalese"


def words_of(name: str, states: Iterable[KnownState] = ()) -> tuple[list[Forms], list[bool]]:
    """Return the forms of each word of the name, and of each whether it is a proper name."""
    words = [word[0] for word in _WORD.finditer(fold(name).skeleton)]
    known = dict(_known())
    for state in states:
        _enter(known, [*state.short.values(), *state.formal.values(), *state.variants])
    found: list[Forms] = []
    proper: list[bool] = []
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            key = " ".join(words[place : place + length])
            if key in _STOPS or key in _HOUSE:
                break
            if key in known:
                found.append(known[key])
                proper.append(key in _names() or key not in _known())
                break
        else:
            length = 1
            word = words[place]
            if len(word) >= _SHORTEST and not word.isdigit():
                found.append((_stem(word),))
                proper.append(True)
        place += length
    return found, proper


def _stem(word: str) -> str:
    """Return what English and French share of a name, with a star for its end."""
    return word[: max(_SHORTEST + 1, len(word) - _LEFT_OPEN)] + "*" if len(word) > 5 else word


@cache
def _names() -> Mapping[str, Forms]:
    """Return the names of cities, by each of their English spellings."""
    known: dict[str, Forms] = {}
    for city in (*large_cities(), *cities(), *capitals()):
        _enter(known, [city.name_en, city.name_fr, city.name_ar, *city.also])
    return known


@cache
def _known() -> Mapping[str, Forms]:
    known = dict(_names())
    for word in fact_words():
        forms = tuple(f"{word.en}|{word.fr}|{word.ar}".split("|"))
        known |= {key: forms for form in word.en.split("|") if (key := fold(form).skeleton)}
    return known


def _enter(known: dict[str, Forms], names: list[str]) -> None:
    forms = tuple(dict.fromkeys(bare for name in names if (bare := _bare(name))))
    for form in forms:
        known.setdefault(fold(form).skeleton, forms)


def _bare(name: str) -> str:
    lowered = name.lower()
    for article in ("the ", "la ", "le ", "les ", "l'", "l’"):
        if lowered.startswith(article):
            return name[len(article) :].strip()
    return name.strip()
