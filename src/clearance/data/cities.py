"""The registers of cities: where sessions met, the capitals of the Member States, large cities."""

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


@dataclass(frozen=True, kw_only=True)
class LargeCity(City):
    """A city that is no capital; ``state`` is the ISO 3166 alpha-3 code."""

    state: str


@cache
def cities() -> tuple[City, ...]:
    """Return the cities of the sessions."""
    return load_register("cities.toml", "city", City, key="name_en")


@cache
def capitals() -> tuple[City, ...]:
    """Return the capitals at which no session met, and other seats of Governments."""
    return load_register("capitals.toml", "city", City, key="name_en")


@cache
def large_cities() -> tuple[LargeCity, ...]:
    """Return the large cities that are in neither register."""
    return load_register("large_cities.toml", "city", LargeCity, key="name_en")


def name_of_city(name_en: str, language: str) -> str | None:
    """Return the name of a city in a language; None: neither register has it."""
    for city in (*cities(), *capitals()):
        if city.name_en == name_en:
            return {"en": city.name_en, "fr": city.name_fr, "ar": city.name_ar}.get(language)
    return None
