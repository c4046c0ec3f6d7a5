"""What officers do in the bench, by the office's own acts."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from cabinet.accounts.duty import Duty, duty_of
from cabinet.accounts.models import Officer, Unit
from cabinet.directory.models import Correspondent
from cabinet.gate.actions import (
    NewPaper,
    clear_paper,
    draft_paper,
    give_verdict,
    submit_paper,
    take_up_review,
)
from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.gate.actions.sheet import Word
from cabinet.registry.models import Item
from cabinet.registry.store import keep_file
from clearance.terms import Check, Flow, Kind, Outcome


class Officers:
    """The cast at work, each under his own post."""

    def __init__(self) -> None:
        self.on: date = timezone.localdate()
        self.sender = Correspondent.objects.order_by("id")[0]
        self.unit = Unit.objects.get(code="POL")
        self.to_unit = Unit.objects.get(code="LEG")
        self.letter = keep_file([b"A letter of the bench."], name="letter.txt")
        self._duties: dict[str, Duty] = {}

    def duty(self, username: str) -> Duty:
        """Return an officer's duty today."""
        if username not in self._duties:
            officer = Officer.objects.get(username=username)
            self._duties[username] = duty_of(officer, self.on)
        return self._duties[username]

    def register(self) -> Item:
        """Register a letter."""
        arrived = Arrived(self.letter, subject="Hosting of a meeting", sender=self.sender)
        return receive_and_register(arrived=arrived, by=self.duty("clerk"), at=timezone.now())

    def reviewed(self) -> Item:
        """Bring a memorandum to where only the clearance is lacking."""
        new = NewPaper(
            Flow.MEMORANDUM, Kind.MEMORANDUM, self.unit, "On one subject", self.letter,
            to_unit=self.to_unit,
        )  # fmt: skip
        item = draft_paper(new=new, by=self.duty("political-desk"), at=timezone.now())
        submit_paper(item=item, by=self.duty("political"), at=timezone.now())
        take_up_review(item=item, by=self.duty("adviser"), at=timezone.now())
        for check in Check:
            word = Word(check, Outcome.PASS, "")
            give_verdict(
                item=item, revision_no=1, word=word, by=self.duty("adviser"), at=timezone.now()
            )
        return item

    def clear(self, item: Item) -> None:
        """Clear it."""
        clear_paper(item=item, by=self.duty("adviser"), at=timezone.now())
