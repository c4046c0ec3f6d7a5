"""``cabinet open_office --administrator NAME``: furnish an empty house and enter who will staff it.

The units, the directory, the series of numbers and the signatory matrix come from the reference
data; officers and posts are then entered on the page *Posts and delegations*.
"""

from __future__ import annotations

from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cabinet.accounts.actions import Names, appoint, enter_officer, open_post, open_units
from cabinet.accounts.models import Officer, Unit
from cabinet.directory.actions import open_directory
from cabinet.registry.actions import open_series
from cabinet.registry.models import Movement
from cabinet.resolutions.actions import open_resolutions
from cabinet.terminology.actions import open_terms
from clearance.terms import Language, Role

_POST = Names("مدير النظام", "System Administrator", "Administrateur du système")


class Command(BaseCommand):
    """Furnish an empty house."""

    help = "Furnish an empty house and enter its first system administrator."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the administrator's user name and the paper that appoints."""
        parser.add_argument("--administrator", required=True, help="user name")
        parser.add_argument("--instrument", default="Opening of the office")

    def handle(self, *args: Any, **options: Any) -> None:
        """Furnish, then ask for the administrator's password.

        :raises CommandError: papers are in already, or the user name is taken.
        """
        username = options["administrator"]
        if Movement.objects.exists():
            raise CommandError("Papers are in: officers are now appointed on the staff page.")
        if Officer.objects.filter(username=username).exists():
            raise CommandError(f"An officer has the user name {username} already.")
        password = getpass(f"Password of {username} (12 characters or more): ")
        if len(password) < 12:
            raise CommandError("The password has fewer than 12 characters; nothing was done.")
        open_units()
        open_directory(at=timezone.now())
        open_resolutions(at=timezone.now())
        open_terms(at=timezone.now())
        open_series()
        unit = Unit.objects.get(code="ITD")
        post = open_post(code="ITD-system", role=Role.SYSTEM_ADMINISTRATOR, unit=unit, names=_POST)
        officer = enter_officer(
            username=username, names=_POST, language=Language.ENGLISH, password=password
        )
        appoint(
            officer=officer,
            post=post,
            begins_on=timezone.localdate(),
            instrument=options["instrument"],
            by=None,
            at=timezone.now(),
        )
        self.stdout.write("The house is furnished. `cabinet serve`, then sign in and appoint.")
