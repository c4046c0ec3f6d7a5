"""Putting the guards up and taking them down. Only ``migrate`` does either."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.guards import postgresql, sqlite
from cabinet.ledger.guards.declared import Protected
from cabinet.ledger.guards.house_day import first_and_last
from cabinet.ledger.guards.registry import Declared, declared
from cabinet.ledger.guards.trigger import Trigger

# No trigger draws any more, but older ones are to be taken down.
PREFIXES = ("draw_", "gate_", "record_", "then_")


def expected(connection: BaseDatabaseWrapper) -> list[Trigger]:
    """Return the triggers that this engine must hold.

    :raises ValueError: the engine is neither SQLite nor PostgreSQL.
    """
    return list(_made(connection.vendor, declared(), first_and_last()))


@lru_cache(maxsize=4)  # they are compared again and again, and made of nothing else
def _made(engine: str, everything: Declared, _day: tuple[int, int]) -> tuple[Trigger, ...]:
    if engine == "sqlite":
        return tuple(sqlite.triggers(everything))
    if engine == "postgresql":
        return tuple(postgresql.triggers(everything))
    raise ValueError(f"No guards can be made for {engine}.")


def found(connection: BaseDatabaseWrapper) -> dict[str, tuple[str, str]]:
    """Return name -> (table, text) of all that stands on a protected table, whoever made it.

    Text is as the engine's catalogue keeps it. What does not stand on the table that its name
    says is named with its table.
    """
    query = _SQLITE_CATALOGUE if connection.vendor == "sqlite" else _POSTGRESQL_CATALOGUE
    with connection.cursor() as cursor:
        cursor.execute(query)
        rows: Iterable[tuple[str, str, str]] = cursor.fetchall()
    tables = {protected.table for protected in declared().protected}
    return {
        name if name.startswith(PREFIXES) and table in name else f"{name} on {table}": (table, text)
        for name, table, text in rows
        if table in tables
    }


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every guard down. What others put on a table is left: it shuts the gate, and is told."""
    with connection.cursor() as cursor:
        for name, (table, _text) in found(connection).items():
            if not name.startswith(PREFIXES) or " on " in name:
                continue
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            else:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")


def install(connection: BaseDatabaseWrapper) -> None:
    """Fill the closed tables, then put every guard up (on PostgreSQL, functions anew)."""
    _fill_closed_tables(connection)
    pen = postgresql.PEN_STATEMENTS if connection.vendor == "postgresql" else ()
    with connection.cursor() as cursor:
        for statement in pen:
            cursor.execute(statement)
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

# A trigger can be weakened in many ways that leave its name and its function as they were.
_POSTGRESQL_CATALOGUE = """
    SELECT t.tgname, c.relname,
        t.tgenabled::text || '|'
        || CASE WHEN t.tgtype & 66 = 2 THEN 'BEFORE ' WHEN t.tgtype & 66 = 0 THEN 'AFTER '
                ELSE 'INSTEAD OF ' END
        || CASE t.tgtype & 60 WHEN 4 THEN 'INSERT' WHEN 8 THEN 'DELETE' WHEN 16 THEN 'UPDATE'
                WHEN 32 THEN 'TRUNCATE' ELSE 'SEVERAL' END
        || COALESCE(' OF ' || (
                SELECT string_agg(a.attname, ', ' ORDER BY named.no)
                FROM unnest(t.tgattr::int2[]) WITH ORDINALITY AS named (attnum, no)
                JOIN pg_attribute AS a ON a.attrelid = t.tgrelid AND a.attnum = named.attnum), '')
        || '|'
        || CASE WHEN t.tgtype & 1 = 1 THEN 'ROW' ELSE 'STATEMENT' END || '|'
        || CASE WHEN t.tgconstraint = 0 AND p.proname = t.tgname AND f.nspname = 'public'
                THEN COALESCE(
                    substring(pg_get_triggerdef(t.oid) FROM ' WHEN (.*) EXECUTE '), 'whole')
                ELSE 'narrowed' END || '|'
        || CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END || '|'
        || COALESCE(array_to_string(p.proconfig, ';'), '') || '|'
        || p.prosrc
    FROM pg_trigger AS t
    JOIN pg_class AS c ON c.oid = t.tgrelid
    JOIN pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_proc AS p ON p.oid = t.tgfoid
    JOIN pg_namespace AS f ON f.oid = p.pronamespace
    WHERE NOT t.tgisinternal
    UNION ALL
    SELECT rulename, tablename, definition FROM pg_rules WHERE schemaname = 'public'
"""
