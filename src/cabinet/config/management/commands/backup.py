"""``cabinet backup FOLDER``: the office as at this moment, copied while it works, and verified."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cabinet.config.backup.actions import make_backup, newest_backup, verify_backup
from cabinet.config.backup.manifest import BadBackup


class Command(BaseCommand):
    """Make a backup, or verify the newest one."""

    help = "Copy the database and the files of the papers into a folder, while the office works."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folder."""
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--verify", action="store_true", help="make none: read the newest one to its last byte"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the backup and say what it holds.

        :raises CommandError: it could not be made, or is not whole; says what to do.
        """
        try:
            if options["verify"]:
                backup = newest_backup(options["folder"])
                manifest = verify_backup(backup)
                self.stdout.write(
                    f"{backup} is whole: {manifest.head.events} events of the record, "
                    f"{len(manifest.files)} files."
                )
                return
            made = make_backup(options["folder"], timezone.now().astimezone(UTC), self._tell)
        except (BadBackup, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{made.folder}: {made.manifest.head.events} events of the record, "
            f"{made.copied.new} files copied, {made.copied.there} there already. "
            f"Newest event: {made.manifest.head.at or 'none'}, {made.manifest.head.hash}."
        )

    def _tell(self, done: int) -> None:
        self.stderr.write(f"{done} files")
