"""``cabinet verify``: tells whether the office as it stands is what its record says."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection

from cabinet.ledger.head import head_of
from cabinet.ledger.log.verify import verify_office
from clearance.terms import Language

_MOST_TOLD = 100


class Command(BaseCommand):
    """Verify the office."""

    help = "Compare guards, rows, files and log with the record, and replay every act."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the language of the sentences, and whether files are read."""
        parser.add_argument("--messages", choices=[each.value for each in Language], default="en")
        parser.add_argument("--no-files", action="store_true", help="do not read papers' files")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify, and name what is wrong.

        :raises CommandError: something is wrong.
        """
        language = Language(options["messages"])
        grave = 0
        wrong = verify_office(connection, self._tell, with_files=not options["no_files"])
        try:
            for found, each in enumerate(wrong, start=1):
                grave += each.grave
                if found <= _MOST_TOLD:
                    self.stdout.write(f"{each.code}: {each.told(language)}")
        except DatabaseError as error:
            raise CommandError(
                f"The database cannot be read: {error}. Restore the newest backup beside it and "
                "call the Internal Auditor."
            ) from error
        if grave:
            raise CommandError(f"{grave} things are wrong.")
        head = head_of(connection)
        self.stdout.write(f"All is as the record says: {head.events} events, {head.hash}.")

    def _tell(self, done: int) -> None:
        self.stderr.write(f"{done} events")
