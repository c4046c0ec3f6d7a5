"""``cabinet replace_key``: a new key for the log, named by the old one."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cabinet.ledger.log.keys import CannotSign
from cabinet.ledger.log.sequencer import replace_key


class Command(BaseCommand):
    """Replace the signing key."""

    help = "Put a new signing key in place; the old one names it, unless it is lost."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether the old key is lost."""
        parser.add_argument("--lost", action="store_true", help="the old key cannot sign any more")

    def handle(self, *args: Any, **options: Any) -> None:
        """Replace the key, sign the log's head with it, and print what auditors keep.

        :raises CommandError: the old key is not there and was not said to be lost.
        """
        try:
            new = replace_key(lost=options["lost"])
        except (CannotSign, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{new.public}")
        if options["lost"]:
            self.stdout.write(
                "Hand this key to the auditors and witnesses yourself: no other key names it. With "
                "the key that they kept they go on comparing (--former-key)."
            )
