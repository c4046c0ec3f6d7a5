"""``cabinet cosign FILE...``: takes in the checkpoints that witnesses cosigned."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cabinet.ledger.log.witnessed import NotOurs, take_cosigned
from clearance.ledger.note import BadNote


class Command(BaseCommand):
    """Take in what witnesses cosigned."""

    help = "Keep the cosignatures that witnesses brought back (the file `checkpoint` of an export)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        """Keep each and say how far the log is witnessed.

        :raises CommandError: a file holds no checkpoint of this log, or nobody known signed it.
        """
        for path in options["files"]:
            try:
                stands = take_cosigned(path.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError, BadNote, NotOurs) as error:
                raise CommandError(f"{path}: {error}") from error
        if stands.size:
            self.stdout.write(
                f"The first {stands.size} entries are cosigned by {', '.join(stands.names)}."
            )
        else:
            self.stdout.write(f"Kept. A quorum of {settings.QUORUM} witnesses is not reached yet.")
