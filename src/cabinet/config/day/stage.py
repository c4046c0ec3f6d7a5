"""The stage of the day: the cast on duty, the papers, the items, and where the log goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from cabinet.accounts.duty import Duty, duty_of
from cabinet.accounts.models import Officer, Unit
from cabinet.config.day.cast import CAST, Member
from cabinet.config.day.paper import Paper, Party
from cabinet.directory.actions import Entry, enter_correspondent
from cabinet.directory.models import Correspondent
from cabinet.registry.models import Item
from cabinet.registry.store import Kept, keep_path
from clearance.terms import AddresseeLevel, Channel, Check

Say = Callable[[str], None]

CHANNELS = {
    "hand": Channel.HAND,
    "courier": Channel.COURIER,
    "diplomatic_pouch": Channel.POUCH,
    "post": Channel.POST,
    "e_mail": Channel.EMAIL,
    "fax": Channel.FAX,
}
DRAFTERS = {"POL": "political-desk", "PAL": "palestine-desk"}  # other units: their head drafts
HEADS = {member.unit: member.username for member in CAST if member.role.value in {
    "head_of_department", "external_office"}}  # fmt: skip
SIGNATORIES = {"secretary_general": "sg", "assistant_secretary_general": "asg"}
CHECKS = {check.code: check for check in Check}


@dataclass
class Day:
    """The day as it goes: who is on duty, which items there are, and where the log goes."""

    on: date
    papers: dict[str, Paper]
    say: Say
    duties: dict[str, Duty] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)

    def duty(self, username: str) -> Duty:
        """Return the duty of one of the cast."""
        if username not in self.duties:
            self.duties[username] = duty_of(Officer.objects.get(username=username), self.on)
        return self.duties[username]

    def tell(self, username: str, sentence: str) -> None:
        """Write one line of the log: who, as which post, did what."""
        member = _member(username)
        self.say(f"{member.person.en}, {member.post.en}: {sentence}")


def _member(username: str) -> Member:
    return next(member for member in CAST if member.username == username)


def enclosures_of(paper: Paper) -> list[Kept]:
    """Keep the enclosures that came and return them."""
    return [keep_path(each.path) for each in paper.enclosures_present if each.path is not None]


def unit_of(code: str) -> Unit:
    """Return a unit by its code."""
    return Unit.objects.get(code=code)


def correspondent_of(party: Party) -> Correspondent:
    """Find the party in the directory, or enter it."""
    level = AddresseeLevel(party.level or "")
    found = Correspondent.objects.filter(name_en=party.name_en, level=level).first()
    return found or enter_correspondent(
        entry=Entry(party.name_ar, party.name_en, party.name_fr, level)
    )
