"""The register of texts and events that are known by their year and their city."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import Record, load_register


@dataclass(frozen=True, kw_only=True)
class Landmark(Record):
    """A text or an event; ``names`` as texts write it, ``cities`` empty where none is asked."""

    code: str
    names: tuple[str, ...]
    years: tuple[str, ...]
    cities: tuple[str, ...]
    name_en: str
    name_fr: str
    name_ar: str


@cache
def landmarks() -> tuple[Landmark, ...]:
    """Return the texts and events, in the order of the file."""
    return load_register("landmarks.toml", "landmark", Landmark, key="code")
