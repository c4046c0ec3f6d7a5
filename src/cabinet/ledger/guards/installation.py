"""Putting the guards up and taking them down. Only ``migrate`` does either."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.guards import postgresql, sqlite
from cabinet.ledger.guards.declared import Protected
from cabinet.ledger.guards.registry import declared
from cabinet.ledger.guards.trigger import Trigger

PREFIXES = ("gate_", "record_", "then_")


def expected(connection: BaseDatabaseWrapper) -> list[Trigger]:
    """Return the triggers that this engine must hold.

    :raises ValueError: the engine is neither SQLite nor PostgreSQL.
    """
    if connection.vendor == "sqlite":
        return sqlite.triggers(declared())
    if connection.vendor == "postgresql":
        return postgresql.triggers(declared())
    raise ValueError(f"No guards can be made for {connection.vendor}.")


def found(connection: BaseDatabaseWrapper) -> dict[str, tuple[str, str]]:
    """Return name -> (table, text) of every trigger of ours, as the engine's catalogue keeps it."""
    query = _SQLITE_CATALOGUE if connection.vendor == "sqlite" else _POSTGRESQL_CATALOGUE
    with connection.cursor() as cursor:
        cursor.execute(query)
        rows: Iterable[tuple[str, str, str]] = cursor.fetchall()
    return {name: (table, text) for name, table, text in rows if name.startswith(PREFIXES)}


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every guard down."""
    with connection.cursor() as cursor:
        for name, (table, _text) in found(connection).items():
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")


def install(connection: BaseDatabaseWrapper) -> None:
    """Fill the closed tables, then put every guard up (on PostgreSQL, functions anew)."""
    _fill_closed_tables(connection)
    with connection.cursor() as cursor:
        for trigger in expected(connection):
            for statement in trigger.statements:
                cursor.execute(statement)


def closed_tables_that_differ(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the closed tables whose rows are not the declared ones."""
    return [
        protected.table
        for protected in declared().protected
        if protected.content is not None
        and _rows(connection, protected) != sorted(protected.content())
    ]


def _rows(connection: BaseDatabaseWrapper, protected: Protected) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(protected.columns[1:])} FROM {protected.table}")
        return sorted(tuple(row) for row in cursor.fetchall())


def _fill_closed_tables(connection: BaseDatabaseWrapper) -> None:
    differing = closed_tables_that_differ(connection)
    for protected in declared().protected:
        if protected.content is None or protected.table not in differing:
            continue
        columns = protected.columns[1:]
        places = ", ".join(["%s"] * len(columns))
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {protected.table}")
            cursor.executemany(
                f"INSERT INTO {protected.table} ({', '.join(columns)}) VALUES ({places})",
                protected.content(),
            )


_SQLITE_CATALOGUE = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"

_POSTGRESQL_CATALOGUE = """
    SELECT t.tgname, c.relname,
        t.tgenabled::text || '|'
        || CASE WHEN t.tgtype & 2 = 2 THEN 'BEFORE ' ELSE 'AFTER ' END
        || CASE WHEN t.tgtype & 4 = 4 THEN 'INSERT' WHEN t.tgtype & 8 = 8 THEN 'DELETE'
                WHEN t.tgtype & 16 = 16 THEN 'UPDATE' ELSE 'TRUNCATE' END || '|'
        || CASE WHEN t.tgtype & 1 = 1 THEN 'ROW' ELSE 'STATEMENT' END || '|'
        || p.prosrc
    FROM pg_trigger AS t
    JOIN pg_class AS c ON c.oid = t.tgrelid
    JOIN pg_proc AS p ON p.oid = t.tgfoid
    WHERE NOT t.tgisinternal AND p.proname = t.tgname AND p.prosecdef
"""
