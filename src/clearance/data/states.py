"""The registers of states: member states, observers, and the Secretaries-General they elected."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from clearance.data.register import Basis, Record, load_register

Group = Literal["arab", "asian", "african"]


@dataclass(frozen=True, kw_only=True)
class MemberState(Record):
    """One of the 57. ``national_day`` is month-day; ``capital`` is in English."""

    iso2: str
    iso3: str
    m49: str
    name_ar: str
    name_en: str
    name_fr: str
    formal_ar: str
    formal_en: str
    formal_fr: str
    formal_ar_basis: Basis = "sourced"
    variants_ar: tuple[str, ...] = ()
    oic_name_en: str | None = None
    oic_name_fr: str | None = None
    capital: str | None = None
    joined: int
    national_day: str | None = None
    group: Group
    group_basis: Basis


@dataclass(frozen=True, kw_only=True)
class Observer(Record):
    """A state, community, organisation or movement that observes; ``since`` is a year."""

    code: str
    kind: Literal["state", "community", "organisation", "movement"]
    name_ar: str
    name_en: str
    name_fr: str
    name_ar_basis: Basis = "sourced"
    name_fr_basis: Basis = "sourced"
    since: int


@dataclass(frozen=True, kw_only=True)
class SecretaryGeneral(Record):
    """A Secretary-General; ``end`` None means in office when the source was read."""

    number: int
    style: str
    name_en: str
    name_ar: str | None = None
    country: str
    start: str
    end: str | None = None


@cache
def member_states() -> tuple[MemberState, ...]:
    """Return the 57 member states, by their English names."""
    return load_register("member_states.toml", "member_state", MemberState, key="iso2")


@cache
def observers() -> tuple[Observer, ...]:
    """Return the observers: the states first."""
    return load_register("observers.toml", "observer", Observer, key="code")


@cache
def secretaries_general() -> tuple[SecretaryGeneral, ...]:
    """Return the Secretaries-General, the first one first."""
    return load_register(
        "secretaries_general.toml", "secretary_general", SecretaryGeneral, key="number"
    )
