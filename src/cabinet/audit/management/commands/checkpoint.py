"""``cabinet checkpoint``: sends the head of the log out of the house, now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cabinet.audit.heads import send_head
from cabinet.ledger.log.sequencer import NotTheRecord


class Command(BaseCommand):
    """Send the head of the log."""

    help = "Sign what is new and send the head of the log to wherever the settings say."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send the head and say where it went.

        :raises CommandError: the record is not the log's, or something could not be sent.
        """
        try:
            sent = send_head(timezone.now())
        except (NotTheRecord, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{sent.file}")
        if sent.stamp:
            self.stdout.write(f"{sent.stamp}")
        if sent.mailed_to:
            self.stdout.write(f"mailed to {', '.join(sent.mailed_to)}")
        if sent.failures:
            raise CommandError("; ".join(sent.failures))
