"""The register of cities where sessions met."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import Record, load_register


@dataclass(frozen=True, kw_only=True)
class City(Record):
    """A city, with other spellings of it in any language."""

    name_en: str
    name_fr: str
    name_ar: str
    also: tuple[str, ...] = ()


@cache
def cities() -> tuple[City, ...]:
    """Return the cities of the sessions."""
    return load_register("cities.toml", "city", City, key="name_en")
