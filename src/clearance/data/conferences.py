"""The registers of conferences: sessions, resolutions, treaties, mechanisms, symbols."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from clearance.data.register import Basis, Record, load_register

Precision = Literal["year", "month", "day"]


@dataclass(frozen=True, kw_only=True)
class Session(Record):
    """A Summit, a Council or a coordination meeting, with its dates as they were printed.

    ``start`` and ``end`` are ISO dates, cut where the month or the day is unknown.
    """

    code: str
    kind: Literal[
        "summit",
        "extraordinary_summit",
        "council",
        "extraordinary_council",
        "coordination_meeting",
    ]
    number: int | None = None
    city: str
    country: str
    start: str
    end: str | None = None
    hijri: str | None = None
    theme_ar: str | None = None
    theme_en: str | None = None
    preparatory: str | None = None

    @property
    def precision(self) -> Precision:
        """Tell how much of the first day is known."""
        known: tuple[Precision, ...] = ("year", "month", "day")
        return known[self.start.count("-")]


@dataclass(frozen=True, kw_only=True)
class Resolution(Record):
    """A resolution; ``ref`` is its number as cited, such as 10/44-POL or 16/8-C(IS)."""

    ref: str
    organ: Literal["council", "summit"]
    number: int
    session: int
    series: str | None = None
    year: int | None = None
    title_ar: str | None = None
    title_en: str
    title_fr: str | None = None
    title_en_basis: Basis = "sourced"
    ref_ar: str | None = None
    status: Literal["adopted", "referred"]


@dataclass(frozen=True, kw_only=True)
class Treaty(Record):
    """An agreement; its counts are those of the day ``counted``, None where none was printed."""

    code: str
    title_en: str
    adopted: str | None = None
    in_force: str | None = None
    in_force_rule: str | None = None
    depositary: str | None = None
    signatures: int | None = None
    ratifications: int | None = None
    counted: str | None = None
    counts_basis: Basis = "sourced"


@dataclass(frozen=True, kw_only=True)
class Mechanism(Record):
    """A contact group, a committee or a programme."""

    code: str
    kind: Literal["contact_group", "group", "committee", "expert_group", "programme"]
    name_en: str


@dataclass(frozen=True, kw_only=True)
class NgoRule(Record):
    """A rule or a fact on the consultative status of non-governmental organisations."""

    part: Literal["basis", "condition", "procedure", "fact"]
    text: str


@cache
def sessions() -> tuple[Session, ...]:
    """Return the sessions: Summits, Councils, coordination meetings, each in order of time."""
    return load_register("sessions.toml", "session", Session, key="code")


@cache
def resolutions() -> tuple[Resolution, ...]:
    """Return the resolutions that are known: a sample."""
    return load_register("resolutions.toml", "resolution", Resolution, key="ref")


@cache
def treaties() -> tuple[Treaty, ...]:
    """Return the agreements, statutes and conventions."""
    return load_register("treaties.toml", "treaty", Treaty, key="code")


@cache
def mechanisms() -> tuple[Mechanism, ...]:
    """Return the contact groups, committees and programmes that are known: a sample."""
    return load_register("mechanisms.toml", "mechanism", Mechanism, key="code")


@cache
def ngo_rules() -> tuple[NgoRule, ...]:
    """Return the rules on the consultative status of non-governmental organisations."""
    return load_register("mechanisms.toml", "ngo_rule", NgoRule, key="text")
