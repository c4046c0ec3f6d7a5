"""Furnishing the house: units and posts; and giving or ending the rights of officers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from cabinet.accounts.models import Delegation, Ending, Holding, Officer, Post, Unit
from cabinet.ledger.one_act import one_act
from clearance.authority import Capacity
from clearance.data import external_offices, units
from clearance.terms import AddresseeLevel, Kind, Power, Role

_KINDS = {"CAB": Unit.Kind.CABINET, "REG": Unit.Kind.REGISTRY}
_LEADERSHIP = (
    (
        "SG",
        "مكتب الأمين العام",
        "Office of the Secretary-General",
        "Bureau du Secrétaire général",
    ),
    (
        "ASG",
        "مكتب الأمين العام المساعد",
        "Office of the Assistant Secretary-General",
        "Bureau du Secrétaire général adjoint",
    ),
)


def open_units() -> None:
    """Put the units of the reference data into the house; those already there are left alone.

    Source: the mandate's two lists, kept apart; external offices have two owners.
    """
    with one_act():
        for code, arabic, english, french in _LEADERSHIP:
            _open_unit(code, Unit.Kind.LEADERSHIP, arabic, english, french)
        for unit in units():
            made = _open_unit(
                unit.code,
                _KINDS.get(unit.code, Unit.Kind.DEPARTMENT),
                unit.name_ar,
                unit.name_en,
                unit.name_fr,
            )
            made.direct_authority = unit.under_direct_authority
            made.related = unit.related_to_cabinet
            made.save(update_fields=["direct_authority", "related"])
        by_code = {unit.code: unit for unit in Unit.objects.all()}
        for office in external_offices():
            made = _open_unit(
                office.code,
                Unit.Kind(f"{office.kind}_office"),
                office.name_ar,
                office.name_en,
                office.name_fr,
            )
            made.supervised_by = by_code[office.supervised_by]
            made.coordinated_by = by_code.get(office.coordinated_by or "")
            made.save(update_fields=["supervised_by", "coordinated_by"])


def _open_unit(code: str, kind: Unit.Kind, arabic: str, english: str, french: str) -> Unit:
    unit, _new = Unit.objects.get_or_create(
        code=code,
        defaults={"kind": kind, "name_ar": arabic, "name_en": english, "name_fr": french},
    )
    return unit


@dataclass(frozen=True)
class Names:
    """One official name in three languages."""

    ar: str
    en: str
    fr: str


def enter_officer(
    *, username: str, names: Names, language: str, password: str, email: str = ""
) -> Officer:
    """Enter a person who may sign in; without a post the officer sees no paper."""
    with one_act():
        return Officer.objects.create(
            username=username,
            name_ar=names.ar,
            name_en=names.en,
            name_fr=names.fr,
            language=language,
            email=email,
            password=make_password(password),
        )


def open_post(*, code: str, role: Role, unit: Unit, names: Names) -> Post:
    """Open a post in a unit, or return it if it is there."""
    post, _new = Post.objects.get_or_create(
        code=code,
        defaults={
            "role": role,
            "unit": unit,
            "name_ar": names.ar,
            "name_en": names.en,
            "name_fr": names.fr,
        },
    )
    return post


def appoint(
    *,
    officer: Officer,
    post: Post,
    begins_on: date,
    instrument: str,
    by: Officer | None,
    at: datetime,
    ends_on: date | None = None,
) -> Holding:
    """Let an officer hold a post. ``by`` None is lawful only until the first paper is in."""
    with one_act():
        return Holding.objects.create(
            officer=officer,
            post=post,
            begins_on=begins_on,
            ends_on=ends_on,
            instrument=instrument,
            appointed_by=by,
            recorded_at=at,
        )


@dataclass(frozen=True)
class Limits:
    """How far a delegation reaches; None means no limit of that sort."""

    power: Power | None = None
    kind: Kind | None = None
    level: AddresseeLevel | None = None


def delegate(
    *,
    post: Post,
    to: Officer,
    capacity: Capacity,
    limits: Limits,
    begins_on: date,
    ends_on: date,
    instrument: str,
    by: Officer,
    at: datetime,
) -> Delegation:
    """Lend a post's power to an officer, in writing, between two days."""
    with one_act():
        return Delegation.objects.create(
            post=post,
            officer=to,
            capacity=capacity,
            power=limits.power or "",
            kind=limits.kind or "",
            level=limits.level or "",
            begins_on=begins_on,
            ends_on=ends_on,
            instrument=instrument,
            granted_by=by,
            recorded_at=at,
        )


def revoke(
    *, delegation: Delegation, first_day_without: date, reason: str, by: Officer, at: datetime
) -> Ending:
    """End a delegation from a day on."""
    with one_act():
        return Ending.objects.create(
            delegation=delegation,
            first_day_without=first_day_without,
            reason=reason,
            ended_by=by,
            recorded_at=at,
        )


def relieve(
    *, holding: Holding, first_day_without: date, reason: str, by: Officer, at: datetime
) -> Ending:
    """End an officer's holding of a post from a day on."""
    with one_act():
        return Ending.objects.create(
            holding=holding,
            first_day_without=first_day_without,
            reason=reason,
            ended_by=by,
            recorded_at=at,
        )
