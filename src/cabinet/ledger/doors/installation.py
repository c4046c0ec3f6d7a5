"""Opening and shutting the departments' door, and telling whether it is as it was declared.

On SQLite each connection makes the door anew, so nothing of it can be out of date. On PostgreSQL
``migrate`` makes it, as the owner.
"""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.doors.declared import declared
from cabinet.ledger.doors.postgresql import policies
from cabinet.ledger.doors.postgresql.standing import CATALOGUE, DEPARTMENT_ROLE_IS
from cabinet.ledger.doors.reader import DEPARTMENT


class DoorMissing(SystemExit):
    """The departments' door is not there, or is not what was declared."""


def shut(connection: BaseDatabaseWrapper) -> None:
    """Take the door away before tables change; meanwhile departments see nothing."""
    if connection.vendor == "postgresql":
        _carry_out(connection, policies.removal())


def open_anew(connection: BaseDatabaseWrapper) -> None:
    """Make the door; without a role of the departments' there is none on PostgreSQL."""
    if connection.vendor != "postgresql" or not settings.DEPARTMENT_ROLE:
        return
    owner = _asked(connection, "SELECT quote_ident(current_user)")[0]
    roles = policies.Roles(
        owner,
        connection.ops.quote_name(settings.APPLICATION_ROLE)
        if settings.APPLICATION_ROLE
        else owner,
        connection.ops.quote_name(settings.DEPARTMENT_ROLE),
    )
    _carry_out(connection, policies.installation(declared(), roles))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {policies.SCHEMA}.made VALUES (%s, %s)",
            [_declaration(), _standing(connection)],
        )


def require_door() -> None:
    """Return if the departments' door stands as it was declared and its role can do no more.

    :raises DoorMissing: saying what is wrong and what to do.
    """
    house = connections[DEFAULT_DB_ALIAS]
    if DEPARTMENT not in connections.settings:
        raise DoorMissing(
            "The departments' door is missing: give them a login role and name it in "
            "CABINET_DEPARTMENT_ROLE and CABINET_DEPARTMENT_URL (docs/operations.md)."
        )
    if house.vendor != "postgresql":
        return
    found = _asked(house, f"SELECT to_regclass('{policies.SCHEMA}.made') IS NOT NULL")
    made = found[0] and _asked(house, f"SELECT declared, found FROM {policies.SCHEMA}.made")
    if not made or made != (_declaration(), _standing(house)):
        raise DoorMissing(
            "The departments' door is not what was declared. Run `cabinet migrate` as the owner, "
            "with CABINET_DEPARTMENT_ROLE, then start again."
        )
    may_more = _asked(connections[DEPARTMENT], DEPARTMENT_ROLE_IS)
    if any(may_more):
        raise DoorMissing(
            "The departments' role may do more than read by its door: it is a superuser, passes "
            "by row-level security, belongs to another role, owns tables or makes temporary ones."
        )


def _declaration() -> str:
    """Return the SHA-256 of all statements that make the door, whatever the roles are called."""
    roles = policies.Roles("owner", "house", "department")
    return hashlib.sha256("\n".join(policies.installation(declared(), roles)).encode()).hexdigest()


def _standing(connection: BaseDatabaseWrapper) -> str:
    """Return the SHA-256 of the door as the engine's catalogue has it."""
    return str(_asked(connection, CATALOGUE)[0])


def _asked(connection: BaseDatabaseWrapper, question: str) -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row: tuple[str, ...] | None = cursor.fetchone()
    return row or ()


def _carry_out(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
