"""``cabinet checkpoint``: sends the head of the log out of the house, now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cabinet.audit.heads import send_head
from cabinet.errands.queries import what_became_of
from cabinet.errands.worker import do_next, name_of_worker
from cabinet.ledger.log.keys import CannotSign


class Command(BaseCommand):
    """Send the head of the log."""

    help = "Sign what is new and send the head of the log to wherever the settings say."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send the head and say where it went.

        :raises CommandError: the record is not the log's, or something could not be sent.
        """
        try:
            sent = send_head(timezone.now())
        except (CannotSign, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{sent.file}")
        failures = []
        for key in sent.errands:
            do_next(name_of_worker(), timezone.now, key)
            became = what_became_of(key)
            self.stdout.write(became.told)
            if became.why:
                failures.append(became.why)
        if failures:
            raise CommandError(f"{' '.join(failures)} It will be tried again.")
