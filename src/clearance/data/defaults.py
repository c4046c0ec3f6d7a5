"""The registers an office starts with and may edit: signatories, numbers, levels, urgency."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from clearance.data.register import Basis, Record, load_register
from clearance.terms import AddresseeLevel, Flow, Kind, Role


@dataclass(frozen=True, kw_only=True)
class SignatoryRow(Record):
    """Who may sign these kinds of paper to these addressees.

    ``needs_authorisation``: the authorisation to write to a Government must be on record.
    """

    kinds: tuple[Kind, ...]
    addressee_levels: tuple[AddresseeLevel, ...]
    may_sign: tuple[Role, ...]
    needs_authorisation: bool


@dataclass(frozen=True, kw_only=True)
class NumberSeries(Record):
    """A series of registry numbers; ``unit`` None: for all units without one of their own."""

    code: str
    flow: Flow
    unit: str | None = None
    pattern: str


@dataclass(frozen=True, kw_only=True)
class ConfidentialityLevel(Record):
    """A level of confidentiality and the roles that may read it by their post."""

    code: str
    rank: int
    name_ar: str
    name_en: str
    name_fr: str
    may_read: tuple[Role, ...]


@dataclass(frozen=True, kw_only=True)
class UrgencyDegree(Record):
    """A degree of urgency; ``marked_in`` is the colour of its mark, None where none was read."""

    code: str
    rank: int
    name_ar: str
    name_en: str
    name_fr: str
    name_fr_basis: Basis = "sourced"
    marked_in: str | None = None


@cache
def signatory_matrix() -> tuple[SignatoryRow, ...]:
    """Return who may sign what to whom; a pair that no row names may be signed by nobody.

    Source: UN Correspondence Manual, paras 45 and 116; where ``basis`` says so, our guess.
    """
    return load_register("signatory_matrix.toml", "signatory", SignatoryRow)


@cache
def number_series() -> tuple[NumberSeries, ...]:
    """Return the series of registry numbers to begin with. The patterns are a guess."""
    return load_register("numbering.toml", "series", NumberSeries, key="code")


@cache
def confidentiality_levels() -> tuple[ConfidentialityLevel, ...]:
    """Return the four levels, the most open first. Levels and readers are a guess."""
    return load_register("confidentiality.toml", "level", ConfidentialityLevel, key="code")


@cache
def urgency_degrees() -> tuple[UrgencyDegree, ...]:
    """Return the degrees of urgency, the lowest first. Source: Saudi regulation of 18/7/1445H."""
    return load_register("urgency.toml", "degree", UrgencyDegree, key="code")
