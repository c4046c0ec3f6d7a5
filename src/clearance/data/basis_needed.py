"""Which kinds of document must cite a legal basis."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from clearance.data.register import Record, load_register
from clearance.terms import Kind


@dataclass(frozen=True, kw_only=True)
class BasisNeeded(Record):
    """A kind, and the level of the finding when it cites no basis."""

    kind: Kind
    level: Literal["note", "warn", "stop"]


@cache
def basis_needed() -> tuple[BasisNeeded, ...]:
    """Return the kinds that must cite a basis."""
    return load_register("basis_needed.toml", "kind", BasisNeeded, key="kind")
