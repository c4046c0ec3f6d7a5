"""``cabinet restore BACKUP``: an office brought back, which says from where it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cabinet.audit.heads import size_of
from cabinet.config.backup.actions import newest_backup, restore
from cabinet.config.backup.manifest import FILE, BadBackup
from cabinet.ledger.log.keys import CannotSign, signing_key
from cabinet.ledger.log.place import heads_sent
from clearance.ledger.checkpoint import read_checkpoint
from clearance.ledger.log import CHECKPOINT
from clearance.ledger.note import read_note


def _log_as_it_stands(events: int) -> Iterator[str]:
    """Yield from which checkpoint the log goes on, what later heads knew, what it lacks."""
    path = Path(settings.LEDGER) / CHECKPOINT
    if path.exists():
        there = read_checkpoint(read_note(path.read_text(encoding="utf-8")))
        yield (
            f"The signed log goes on from its checkpoint over {there.size} entries, root "
            f"{there.root.hex()}."
        )
        if there.size > events:
            yield (
                f"This log is newer than the backup: {there.size - events} acts that it holds are "
                "not in the database. Keep it as evidence in another place and let CABINET_LEDGER "
                "name the folder `ledger` of the backup."
            )
    later = [(size_of(head.read_bytes()), head.name) for head in heads_sent()]
    most, name = max(later, default=(0, ""))
    if most > events:
        yield f"The head {name} knew {most} acts: {most - events} are missing after this backup."
    try:
        signing_key()
    except CannotSign as error:
        yield str(error)


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
        for line in _log_as_it_stands(head.events):
            self.stdout.write(line)

    def _tell(self, done: int) -> None:
        self.stderr.write(f"{done} files")
