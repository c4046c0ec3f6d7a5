"""Opening and shutting the departments' door, and telling whether it is as it was declared.

On SQLite the door is made anew by each connection. On PostgreSQL ``migrate`` makes it.
"""

from __future__ import annotations

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.doors.declared import declared
from cabinet.ledger.doors.postgresql import policies


class DoorMissing(SystemExit):
    """The departments' door is not there, or shows more than was declared."""


def shut(connection: BaseDatabaseWrapper) -> None:
    """Take the door away before tables change; meanwhile departments see nothing."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for statement in policies.removal():
                cursor.execute(statement)


def open_anew(connection: BaseDatabaseWrapper) -> None:
    """Make the door; without a role of the departments' there is none on PostgreSQL."""
    if connection.vendor != "postgresql" or not settings.DEPARTMENT_ROLE:
        return
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        (owner,) = cursor.fetchone()
        roles = policies.Roles(
            quoted(owner),
            quoted(settings.APPLICATION_ROLE or owner),
            quoted(settings.DEPARTMENT_ROLE),
        )
        for statement in policies.installation(declared(), roles):
            cursor.execute(statement)
