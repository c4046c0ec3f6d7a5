"""``cabinet sequence``: signs the record every second and sends heads out, until stopped."""

from __future__ import annotations

import os
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection
from django.utils import timezone

from cabinet.audit.heads import is_due, send_head
from cabinet.ledger.log.keys import CannotSign
from cabinet.ledger.log.sequencer import AT_ONCE, bring_in, bring_in_all
from clearance.ledger.note import BadNote
from clearance.ledger.tiles import Conflict, Damaged

_PAUSE = 1.0  # seconds: at most so old is what the newest checkpoint does not cover


class Command(BaseCommand):
    """Run the sequencer."""

    help = "Bring the record into the signed log, every second. `cabinet serve` does it too."
    _said = ""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to go on."""
        parser.add_argument("--once", action="store_true", help="bring in what is there and end")
        parser.add_argument("--beside", type=int, help="end when this process has ended")

    def handle(self, *args: Any, **options: Any) -> None:
        """Bring events in until stopped.

        :raises CommandError: the record is not the one that the log was made of, the key is not
            there, or a file of the log is lacking.
        """
        try:
            if options["once"]:
                self.stdout.write(bring_in_all().text.rstrip())
                return
            while options["beside"] in (None, os.getppid()):
                try:
                    done = bring_in()
                except OperationalError:  # the database is away: it comes back, or we are stopped
                    connection.close()
                    done = 0
                except OSError as error:  # a full disk, mostly: what was begun is written again
                    self._say(f"The log was not signed, and is tried again: {error}")
                    done = 0
                if done < AT_ONCE:
                    self._send_head_when_due()
                    time.sleep(_PAUSE)
        except KeyboardInterrupt:
            return
        except CannotSign as error:
            raise CommandError(str(error)) from error
        except (BadNote, Conflict, Damaged) as error:
            raise CommandError(
                f"The log in {settings.LEDGER} is not as it was written ({error}). "
                "Run `cabinet verify` and call the Internal Auditor."
            ) from error

    def _send_head_when_due(self) -> None:
        now = timezone.now()
        try:
            if is_due(now):
                send_head(now)
        except OSError as error:
            self._say(f"No head left the house, and is tried again: {error}")

    def _say(self, told: str) -> None:
        """Write once what would be said each second."""
        if told != self._said:
            self.stderr.write(told)
        self._said = told
