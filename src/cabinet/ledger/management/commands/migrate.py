"""``cabinet migrate``: the guards come down, the tables change, the guards go up and are compared.

Between the first and the last step the application refuses to start, so a crash leaves a shut
gate, never an open one.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.doors.installation import open_anew, shut
from cabinet.ledger.guards.installation import install, remove
from cabinet.ledger.guards.postgresql import PEN
from cabinet.ledger.guards.watch import fingerprint, require_guards
from cabinet.ledger.log.keys import make_keys
from cabinet.ledger.rows_only import tables_may_change


class Command(Migrate):
    """Migrate the database and put the guards back."""

    def add_arguments(self, parser: CommandParser) -> None:
        """Take Django's own; the owner migrates where the settings name one."""
        super().add_arguments(parser)
        if "owner" in connections.settings:
            parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate under guard.

        :raises GuardsMissing: the guards that stand afterwards are not those declared.
        """
        if options["check_unapplied"] or options["plan"]:
            super().handle(*args, **options)
            return
        with tables_may_change(connections[options["database"]]):
            self._migrate(*args, **options)

    def _migrate(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        shut(connection)
        remove(connection)
        super().handle(*args, **options)
        if options["app_label"]:
            self.stdout.write("Only part was migrated; run `cabinet migrate` to open the gate.")
            return
        with connection.constraint_checks_disabled():
            install(connection)
        if connection.vendor == "postgresql" and settings.APPLICATION_ROLE:
            _grant(connection, settings.APPLICATION_ROLE)
        open_anew(connection)
        require_guards(options["database"])
        make_keys()
        if options["verbosity"]:
            self.stdout.write(f"The guards stand: {fingerprint(connection)}")


def _grant(connection: BaseDatabaseWrapper, role: str) -> None:
    """Give the application's role what it needs: rows, never tables, triggers or the record."""
    name = connection.ops.quote_name(role)
    database = connection.ops.quote_name(str(connection.settings_dict["NAME"]))
    with connection.cursor() as cursor:
        for statement in (
            "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
            f"REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC, {name}",
            f"GRANT USAGE ON SCHEMA public TO {name}",
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
            f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}",
            f"REVOKE INSERT, UPDATE, DELETE ON ledger_event, registry_lawfulact FROM {name}",
            f"REVOKE ALL ON {PEN} FROM {name}",
            f"GRANT EXECUTE ON FUNCTION public.take_pen() TO {name}",
        ):
            cursor.execute(statement)
