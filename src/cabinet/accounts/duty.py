"""An officer on duty: the person signed in and every post that they may use today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cabinet.accounts.models import Officer
from cabinet.accounts.rights import rights_of
from clearance.authority import Authority
from clearance.terms import Role


@dataclass(frozen=True)
class Duty:
    """Who acts, on which day, and under which authorities."""

    officer: Officer
    on: date
    authorities: tuple[Authority, ...]

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles of the posts held in one's own right or as acting."""
        return frozenset(
            each.role for each in self.authorities if each.power is None and each.kind is None
        )

    @cached_property
    def units(self) -> frozenset[int]:
        """The keys of the units in which those posts stand."""
        return frozenset(
            each.unit for each in self.authorities if each.power is None and each.kind is None
        )

    def units_as(self, *roles: Role) -> frozenset[int]:
        """Return the keys of the units where the officer holds one of these roles."""
        return frozenset(
            each.unit
            for each in self.authorities
            if each.role in roles and each.power is None and each.kind is None
        )


def duty_of(officer: Officer, on: date) -> Duty:
    """Return the officer's duty on a day, in one query."""
    return Duty(officer, on, rights_of(officer.pk, on))
