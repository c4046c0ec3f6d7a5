"""The registers of states that are not members, of former names, and of approvals needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import Record, load_register
from clearance.terms import Kind


@dataclass(frozen=True, kw_only=True)
class OtherState(Record):
    """A state that is not a member; its formal name is None where UNTERM has none."""

    iso3: str
    name_ar: str
    name_en: str
    name_fr: str
    formal_ar: str | None = None
    formal_en: str | None = None
    formal_fr: str | None = None


@dataclass(frozen=True, kw_only=True)
class FormerName(Record):
    """Names that a state bore up to ``last_day`` (year-month-day), in any language."""

    iso3: str
    last_day: str
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ApprovalNeeded(Record):
    """A kind of document that must say who approved it."""

    kind: Kind


@cache
def other_states() -> tuple[OtherState, ...]:
    """Return the states that are not members."""
    return load_register("other_states.toml", "state", OtherState, key="iso3")


@cache
def former_names() -> tuple[FormerName, ...]:
    """Return the names that states no longer bear; a state renamed twice has two records."""
    return load_register("former_names.toml", "former_name", FormerName, key="last_day")


@cache
def approvals_needed() -> tuple[ApprovalNeeded, ...]:
    """Return the kinds that need an approval. The choice is our guess."""
    return load_register("approvals.toml", "approval", ApprovalNeeded, key="kind")
