"""The register of what always holds of the house, such as its seat and its number of members."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from clearance.data.register import Record, load_register


@dataclass(frozen=True, kw_only=True)
class StandingFact(Record):
    """A fact of one of the kinds that the review reads; ``since`` is a day in ISO."""

    code: str
    matter: Literal["seat", "size", "term", "rhythm", "approval", "article"]
    holds: str
    since: str
    name_en: str
    name_fr: str
    name_ar: str


@cache
def standing_facts() -> tuple[StandingFact, ...]:
    """Return the facts, in the order of the file."""
    return load_register("standing_facts.toml", "standing", StandingFact, key="code")
