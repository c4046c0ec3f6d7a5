"""An authority: one officer, one post, a range of days, and its limits. No clock is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clearance.terms import AddresseeLevel, Kind, Power, Role


class Capacity(StrEnum):
    """How an officer comes to a post's rights."""

    TITULAR = "titular"
    ACTING = "acting"  # in the holder's absence, all powers unless limited
    DELEGATED = "delegated"  # a power handed on in writing


@dataclass(frozen=True)
class Authority:
    """One officer's right to use a post between two days, both included.

    ``power``, ``kind`` and ``level`` limit an acting or delegated authority; None means no limit.
    ``ends_on`` None means without end; a revoked authority ends the day before its revocation.
    """

    post: int
    role: Role
    unit: int
    begins_on: date
    ends_on: date | None = None
    capacity: Capacity = Capacity.TITULAR
    power: Power | None = None
    kind: Kind | None = None
    level: AddresseeLevel | None = None
    delegation: int | None = None
    instrument: str = ""

    def is_in_force(self, on: date) -> bool:
        """Tell whether the authority holds on that day."""
        return self.begins_on <= on and (self.ends_on is None or on <= self.ends_on)

    def covers(self, *, power: Power, kind: Kind | None, level: AddresseeLevel | None) -> bool:
        """Tell whether its limits admit this power over this kind of document and addressee."""
        return (
            self.power in (None, power)
            and self.kind in (None, kind)
            and self.level in (None, level)
        )


def authority_for(
    authorities: Iterable[Authority],
    *,
    roles: Collection[Role],
    power: Power,
    kind: Kind | None,
    level: AddresseeLevel | None,
    on: date,
) -> Authority | None:
    """Return the authority to act under, a post of one's own before one held for another.

    None means that the officer has none. Source: Rule 5 of the Internal Rules (vast powers of the
    Director-General are *delegated*); UN manual, para. 45 (general authorisation).
    """
    usable = [
        authority
        for authority in authorities
        if authority.role in roles
        and authority.is_in_force(on)
        and authority.covers(power=power, kind=kind, level=level)
    ]
    order = list(Capacity)
    return min(usable, key=lambda found: (order.index(found.capacity), found.post), default=None)
