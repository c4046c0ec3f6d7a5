"""What the Cabinet's own connection on SQLite may do: read and write rows, and nothing else.

Whoever brings SQL of his own into it may then neither drop a guard, nor hide a table behind a
temporary one of its name, nor switch foreign keys off, nor open another file. SQLite asks when it
prepares a statement, not when it runs it, and the statements of an act stay prepared.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper

_ROWS = frozenset(
    {
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_SAVEPOINT,
    }
)
_WRITES = frozenset({sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE})
# They tell something, whatever stands behind them in brackets.
_TELLING = frozenset(
    {
        "database_list", "foreign_key_check", "foreign_key_list", "index_info", "index_list",
        "index_xinfo", "integrity_check", "quick_check", "table_info", "table_list", "table_xinfo",
        "wal_checkpoint",
    }
)  # fmt: skip
# They tell a setting where nothing stands behind them, and change it otherwise.
_SETTINGS = frozenset(
    {
        "application_id", "checkpoint_fullfsync", "data_version", "foreign_keys", "fullfsync",
        "journal_mode", "page_count", "page_size", "recursive_triggers", "schema_version",
        "synchronous", "user_version",
    }
)  # fmt: skip


def _allowed(
    action: int, first: str | None, second: str | None, _where: str | None, _inside: str | None
) -> int:
    """Answer SQLite about one step of a statement that it prepares."""
    if action in _ROWS:
        return sqlite3.SQLITE_OK
    if action in _WRITES:  # the catalogue, and the keys given so far, are SQLite's own to write
        own = first is None or first.startswith("sqlite_")
    elif action == sqlite3.SQLITE_FUNCTION:
        own = second == "load_extension"
    elif action == sqlite3.SQLITE_PRAGMA:
        own = first not in _TELLING and (first not in _SETTINGS or second is not None)
    else:
        own = True
    return sqlite3.SQLITE_DENY if own else sqlite3.SQLITE_OK


def allow_rows_only(connection: BaseDatabaseWrapper) -> None:
    """Let a connection of Django read and write rows and nothing else; PostgreSQL has roles."""
    if connection.vendor == "sqlite":
        connection.connection.set_authorizer(_allowed)


@contextmanager
def tables_may_change(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let a connection alter tables, guards and settings inside; for ``migrate`` and its like."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    connection.connection.set_authorizer(None)
    try:
        yield
    finally:
        if connection.connection is not None:
            allow_rows_only(connection)
