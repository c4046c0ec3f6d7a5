"""The cast and the papers of the tests: the same officers as on the day that ``make run`` plays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from cabinet.accounts.duty import Duty, duty_of
from cabinet.accounts.models import Officer, Unit
from cabinet.config.day.furnishing import furnish_house
from cabinet.directory.models import Correspondent
from cabinet.registry.store import Kept, keep_file
from clearance.terms import AddresseeLevel

BEGAN_ON = date(2020, 1, 1)


@dataclass
class House:
    """The furnished house: officers by user name; duties are looked up when asked for."""

    officers: dict[str, Officer]

    def duty(self, username: str) -> Duty:
        """Return what the officer may do today."""
        return duty_of(self.officers[username], timezone.localdate())

    def unit(self, code: str) -> Unit:
        """Return a unit by its code."""
        return Unit.objects.get(code=code)

    def correspondent(self, level: AddresseeLevel) -> Correspondent:
        """Return the first correspondent of a level."""
        return Correspondent.objects.filter(level=level).order_by("id")[0]

    def now(self) -> datetime:
        """Return the moment of an act."""
        return timezone.now()


def furnish() -> House:
    """Open the house with its cast; nobody has a usable password."""
    return House(furnish_house(begins_on=BEGAN_ON, at=timezone.now(), password_hash="!"))


def paper(text: str = "A letter.", name: str = "letter.txt") -> Kept:
    """Keep a small text as a file of the store."""
    return keep_file([text.encode()], name=name)
