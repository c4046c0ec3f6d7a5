"""``cabinet export_ledger FOLDER``: the log for an auditor, verified by ``clearance``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cabinet.ledger.log.export import export_log
from cabinet.ledger.log.keys import CannotSign


class Command(BaseCommand):
    """Export the log."""

    help = "Copy the signed log into a new folder, for `clearance verify-ledger`."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder and what goes with the log."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--show", action="store_true", help="with what opens the entries")
        parser.add_argument("--files", action="store_true", help="with the files of the papers")

    def handle(self, *args: Any, **options: Any) -> None:
        """Export and print the checkpoint.

        :raises CommandError: the folder is there already, or the record is not the log's.
        """
        try:
            note = export_log(options["folder"], shows=options["show"], with_files=options["files"])
        except (OSError, CannotSign) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(note))
