"""The registers of the house: units, external offices, institutions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from clearance.data.register import Basis, Record, load_register


@dataclass(frozen=True, kw_only=True)
class Unit(Record):
    """A department or unit, with the mandate's two lists kept apart.

    ``under_direct_authority``: under the Director-General's direct supervision and authority.
    ``related_to_cabinet``: one of the departments related to the Cabinet.
    """

    code: str
    name_ar: str
    name_en: str
    name_fr: str
    name_ar_basis: Basis = "sourced"
    name_en_basis: Basis = "sourced"
    name_fr_basis: Basis = "sourced"
    under_direct_authority: bool
    related_to_cabinet: bool
    duties: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CommonDuty(Record):
    """What every head of department does."""

    code: str
    duty: str


@dataclass(frozen=True, kw_only=True)
class ExternalOffice(Record):
    """An external office and its two owners; ``coordinated_by`` None: no source names it."""

    code: str
    mandate_name: str
    city: str
    country: str
    kind: Literal["political", "humanitarian"]
    name_ar: str
    name_en: str
    name_fr: str
    name_ar_basis: Basis = "sourced"
    name_en_basis: Basis = "sourced"
    name_fr_basis: Basis = "sourced"
    supervised_by: str
    coordinated_by: str | None = None
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Institution(Record):
    """An organ or institution; ``category_basis`` tells where sources disagree on the category.

    ``also``: other names that papers give it.
    """

    code: str
    category: Literal[
        "standing_committee",
        "principal_organ",
        "subsidiary",
        "specialised",
        "affiliated",
        "affiliation_requested",
    ]
    category_basis: Basis = "sourced"
    name_ar: str
    name_en: str
    name_fr: str
    name_ar_basis: Basis = "sourced"
    name_en_basis: Basis = "sourced"
    name_fr_basis: Basis = "sourced"
    also: tuple[str, ...] = ()
    former_name_ar: str | None = None
    acronym: str | None = None
    acronym_fr: str | None = None
    former_acronym: str | None = None
    seat_city: str | None = None
    seat_country: str | None = None
    seat_basis: Basis = "sourced"
    chair: str | None = None
    established: int | None = None
    established_by: str | None = None


@cache
def units() -> tuple[Unit, ...]:
    """Return the departments and units, the Cabinet first."""
    return load_register("units.toml", "unit", Unit, key="code")


@cache
def common_duties() -> tuple[CommonDuty, ...]:
    """Return the duties common to all heads of department. Source: internal rules of 1974."""
    return load_register("units.toml", "common_duty", CommonDuty, key="code")


@cache
def external_offices() -> tuple[ExternalOffice, ...]:
    """Return the external offices: the political first."""
    return load_register("external_offices.toml", "external_office", ExternalOffice, key="code")


@cache
def institutions() -> tuple[Institution, ...]:
    """Return the organs and institutions, by category."""
    return load_register("institutions.toml", "institution", Institution, key="code")
