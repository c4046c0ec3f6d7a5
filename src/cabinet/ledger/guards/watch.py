"""Comparing the guards that stand with the guards that were declared.

Django's table rebuild on SQLite drops triggers silently, so the application refuses to start on
any difference.
"""

from __future__ import annotations

import hashlib

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.guards.installation import closed_tables_that_differ, expected, found


class GuardsMissing(SystemExit):
    """The database does not hold the guards that the desks declare."""


def differences(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of guards that are missing, altered or strange, sorted."""
    wanted = {trigger.name: (trigger.table, trigger.kept) for trigger in expected(connection)}
    there = found(connection)
    return sorted(
        name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name)
    )


def fingerprint(connection: BaseDatabaseWrapper) -> str:
    """Return the SHA-256 of all guards as the engine's catalogue keeps them."""
    told = "\n".join(
        f"{name}\t{table}\t{text}" for name, (table, text) in sorted(found(connection).items())
    )
    return hashlib.sha256(told.encode()).hexdigest()


def require_guards(alias: str = "default") -> None:
    """Return if every guard stands unaltered and the lawful acts are those of the tables.

    :raises GuardsMissing: naming what differs and what to do.
    """
    connection = connections[alias]
    wrong = differences(connection) + closed_tables_that_differ(connection)
    if wrong:
        shown = ", ".join(wrong[:5]) + (f" and {len(wrong) - 5} more" if len(wrong) > 5 else "")
        raise GuardsMissing(
            f"The gate stays shut: {len(wrong)} guards of the database are missing or altered "
            f"({shown}). Run `cabinet migrate`, then start again."
        )
