"""An officer on duty: the person signed in and every post that they may use today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cabinet.accounts.models import Delegation, Holding, Officer
from clearance.authority import Authority, Capacity
from clearance.terms import AddresseeLevel, Kind, Power, Role


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
    """Return the officer's duty on a day, in two queries."""
    holdings = (
        Holding.objects.filter(officer=officer, begins_on__lte=on)
        .select_related("post")
        .prefetch_related("endings")
        .order_by("id")
    )
    delegations = (
        Delegation.objects.filter(officer=officer, begins_on__lte=on, ends_on__gte=on)
        .select_related("post")
        .prefetch_related("endings")
        .order_by("id")
    )
    held = [_held(each) for each in holdings if not _has_ended(each, on)]
    lent = [_lent(each) for each in delegations if not _has_ended(each, on)]
    return Duty(officer, on, tuple(each for each in held + lent if each.is_in_force(on)))


def _has_ended(right: Holding | Delegation, on: date) -> bool:
    return any(ending.first_day_without <= on for ending in right.endings.all())


def _held(holding: Holding) -> Authority:
    return Authority(
        post=holding.post_id,
        role=Role(holding.post.role),
        unit=holding.post.unit_id,
        begins_on=holding.begins_on,
        ends_on=holding.ends_on,
        instrument=holding.instrument,
    )


def _lent(delegation: Delegation) -> Authority:
    return Authority(
        post=delegation.post_id,
        role=Role(delegation.post.role),
        unit=delegation.post.unit_id,
        begins_on=delegation.begins_on,
        ends_on=delegation.ends_on,
        capacity=Capacity(delegation.capacity),
        power=Power(delegation.power) if delegation.power else None,
        kind=Kind(delegation.kind) if delegation.kind else None,
        level=AddresseeLevel(delegation.level) if delegation.level else None,
        delegation=delegation.pk,
        instrument=delegation.instrument,
    )
