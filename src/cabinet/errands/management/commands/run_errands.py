"""``cabinet run_errands``: a worker that does what is on the list of errands, until stopped."""

from __future__ import annotations

import os
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, connection
from django.utils import timezone

from cabinet.errands.actions import forget_done
from cabinet.errands.worker import do_next, name_of_worker

_PAUSE = 1.0  # seconds without an errand before the list is looked at again
_EVERY = 3600.0  # seconds between two clearings of what was done long ago


class Command(BaseCommand):
    """Do errands."""

    help = "Do what waits on the list of errands. `cabinet serve` does it too."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to go on."""
        parser.add_argument("--once", action="store_true", help="do what is due and end")
        parser.add_argument("--beside", type=int, help="end when this process has ended")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do errands until stopped."""
        worker = name_of_worker()
        if options["once"]:
            while do_next(worker, timezone.now):
                pass
            return
        cleared = -_EVERY
        try:
            while options["beside"] in (None, os.getppid()):
                try:
                    if time.monotonic() - cleared > _EVERY:
                        forget_done(at=timezone.now())
                        cleared = time.monotonic()
                    if do_next(worker, timezone.now):
                        continue
                except OperationalError:  # the database is away: it comes back, or we are stopped
                    connection.close()
                time.sleep(_PAUSE)
        except KeyboardInterrupt:
            return
