"""The signatory matrix: who may sign what to whom. Source: UN manual, paras 45 and 116."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clearance.terms import AddresseeLevel, Kind, Role


@dataclass(frozen=True)
class SignatoryRule:
    """One cell of the matrix: this role may sign this kind of document to this addressee."""

    kind: Kind
    level: AddresseeLevel
    role: Role
    needs_authorisation: bool
    source: str = ""


def who_may_sign(
    matrix: Iterable[SignatoryRule], *, kind: Kind, level: AddresseeLevel
) -> frozenset[Role]:
    """Return the roles that may sign this kind of document to this addressee; empty: nobody."""
    return frozenset(rule.role for rule in matrix if (rule.kind, rule.level) == (kind, level))


def needs_authorisation(
    matrix: Iterable[SignatoryRule], *, kind: Kind, level: AddresseeLevel, signatory: Role
) -> bool:
    """Tell whether the Secretary-General must have authorised this signatory to write.

    The cell of the signatory's own role decides. His own signature is his authorisation. Source:
    common duties of heads of department, internal rules of 1974 ("with prior authorization from
    the Secretary-General").
    """
    if signatory is Role.SECRETARY_GENERAL:
        return False
    return any(
        rule.needs_authorisation
        for rule in matrix
        if (rule.kind, rule.level, rule.role) == (kind, level, signatory)
    )
