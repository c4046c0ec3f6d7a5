"""``cabinet generate --items N``: an archive made by machine, to try the office at its size."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cabinet.config.generated.archive import NotEmpty, write_archive


class Command(BaseCommand):
    """Make an archive."""

    help = "Fill an office that holds no paper with a plausible archive of many years."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how many papers."""
        parser.add_argument("--items", type=int, required=True, help="how many papers")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the archive and say how long it took.

        :raises CommandError: the office holds papers or has no officers, or the number is none.
        """
        if options["items"] < 50:
            raise CommandError("An archive has 50 papers or more.")
        began = time.monotonic()
        try:
            write_archive(options["items"], timezone.localdate())
        except NotEmpty as error:
            raise CommandError(str(error)) from error
        took = time.monotonic() - began
        self.stdout.write(f"{options['items']} papers in {took:.0f} s. The guards stand.")
