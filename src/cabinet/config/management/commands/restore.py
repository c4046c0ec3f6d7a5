"""``cabinet restore BACKUP``: an office brought back, which says from where it goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cabinet.config.backup.actions import newest_backup, restore
from cabinet.config.backup.manifest import FILE, BadBackup


class Command(BaseCommand):
    """Restore the office from a backup into an empty place."""

    help = "Restore a backup into an empty database and put the guards up."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the backup, or the folder of backups, whose newest one is then meant."""
        parser.add_argument("backup", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore and say from which event the record goes on.

        :raises CommandError: the backup is not whole or the place is not empty; nothing changed.
        """
        given: Path = options["backup"]
        try:
            backup = given if (given / FILE).exists() else newest_backup(given)
            manifest, copied = restore(backup, self._tell)
        except (BadBackup, OSError) as error:
            raise CommandError(str(error)) from error
        head = manifest.head
        self.stdout.write(
            f"The office of {manifest.made_at} stands again, with {copied.new + copied.there} "
            f"files. Its record goes on from event {head.events} ({head.at or 'none'}, "
            f"{head.hash}). What was done after that is not in it: compare with checkpoints and "
            "papers of later days, and enter again what is missing."
        )

    def _tell(self, done: int) -> None:
        self.stderr.write(f"{done} files")
