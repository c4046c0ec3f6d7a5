"""The registers of form: the parts of each kind of paper, the clauses of a contract."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from clearance.data.register import Record, load_register

Weight = Literal["stop", "warn", "note"]


@dataclass(frozen=True, kw_only=True)
class RequiredPart(Record):
    """A part of a kind of paper; ``needed`` False: it is out of place there."""

    kind: str
    part: Literal[
        "letterhead", "reference", "date_line", "addressee", "sender", "subject", "salutation",
        "closing", "signature", "enclosures",
    ]  # fmt: skip
    level: Weight
    needed: bool = True


@dataclass(frozen=True, kw_only=True)
class ContractClause(Record):
    """A clause and the patterns by which it is known in the three languages."""

    code: str
    name_ar: str
    name_en: str
    name_fr: str
    level: Weight
    signs: tuple[str, ...]


@cache
def required_parts() -> tuple[RequiredPart, ...]:
    """Return the parts, those of a letter first."""
    return load_register("required_parts.toml", "required_part", RequiredPart)


@cache
def contract_clauses() -> tuple[ContractClause, ...]:
    """Return the clauses that a contract must have."""
    return load_register("contract_clauses.toml", "clause", ContractClause, key="code")
