"""The institutions of the Organisation, by all the names that a paper may give them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from clearance.data import Institution, institutions
from clearance.reading.skeleton import fold, pattern

_SHORTEST = 4  # letters of an acronym: shorter ones stand in other words


# «للمركز» is of «المركز».
_TO_THE = pattern(" لل"), pattern(" ال")


def names_of(each: Institution) -> Iterator[str]:
    """Yield the names of an institution in three languages, and its acronyms that are long."""
    yield from (each.name_en, each.name_fr, each.name_ar, *each.also)
    yield from (acronym for acronym in acronyms_of(each) if len(acronym) >= _SHORTEST)


def acronyms_of(each: Institution) -> Iterator[str]:
    """Yield its acronyms, a former one too."""
    yield from filter(None, (each.acronym, each.acronym_fr, each.former_acronym))


def key(name: str) -> str:
    """Return a name in the letters of the skeleton, its blanks single."""
    return " ".join(fold(name).skeleton.split())


@cache
def _keys() -> tuple[str, ...]:
    return tuple(f" {key(name)} " for each in institutions() for name in names_of(each) if name)


def names_institution(skeleton: str) -> bool:
    """Tell whether a stretch of a skeleton names one of them."""
    letters = "".join(sign if sign.isalnum() or sign in "'-" else " " for sign in skeleton)
    words = f" {' '.join(letters.split())} "
    apart = words.replace(*_TO_THE)
    return any(name in words or name in apart for name in _keys())
