"""The register of given names that are written in Latin letters in several ways."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import Record, load_register


@dataclass(frozen=True, kw_only=True)
class NameSpellings(Record):
    """The usual spellings of one given name, in Latin letters."""

    arabic: str
    spellings: tuple[str, ...]


@cache
def name_spellings() -> tuple[NameSpellings, ...]:
    """Return the given names that are written in several ways. The choice is our guess."""
    return load_register("name_spellings.toml", "name", NameSpellings, key="arabic")
