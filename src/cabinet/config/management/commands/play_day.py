"""``cabinet play-day``: furnish the house with its cast and play a day of correspondence, once."""

from __future__ import annotations

import secrets
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone, translation

from cabinet.config.day.cast import CAST
from cabinet.registry.models import Movement

BEGAN_ON = date(2020, 1, 1)  # long before any day that is played


class Command(BaseCommand):
    """Play the day; a house that has papers already is left as it is."""

    help = "Furnish the house with its cast and play a day of correspondence, once."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to migrate first."""
        parser.add_argument(
            "--migrate", action="store_true", help="bring the tables up to date first"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Play, then say who may sign in."""
        if options["migrate"]:
            call_command("migrate", verbosity=0, skip_checks=options["skip_checks"])
        if Movement.objects.exists():
            self.stdout.write("The day has been played before; nothing was added.")
        else:
            with translation.override("en"):
                self._play()
        self._say_who_may_sign_in()

    def _play(self) -> None:
        # What only the first start needs: the next ones are quicker by half a second without it.
        from cabinet.config.day.furnishing import furnish_house  # noqa: PLC0415
        from cabinet.config.day.play import play_day  # noqa: PLC0415

        password = secrets.token_urlsafe(9)
        furnish_house(begins_on=BEGAN_ON, at=timezone.now(), password_hash=make_password(password))
        note = Path(settings.VAR) / "password-of-the-cast"
        note.touch(mode=0o600)
        note.write_text(password)
        with tempfile.TemporaryDirectory() as folder:
            play_day(Path(folder), on=timezone.localdate(), say=self.stdout.write)

    def _say_who_may_sign_in(self) -> None:
        note = Path(settings.VAR) / "password-of-the-cast"
        if not note.exists():
            return
        self.stdout.write(f"\nThese may sign in, all with the password {note.read_text()}")
        for member in CAST:
            self.stdout.write(f"  {member.username:<15} {member.post.en} ({member.person.en})")
