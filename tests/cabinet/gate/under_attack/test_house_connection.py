"""SQL of an attacker's own on the Cabinet's own SQLite connection: rows, and nothing else."""

from __future__ import annotations

import pytest
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.guards.registry import declared
from cabinet.ledger.guards.watch import require_guards
from cabinet.ledger.rows_only import tables_may_change
from tests.engines import Engine, Settings, opened

ON_A_TABLE = (
    "DROP TRIGGER gate_{table}_update",
    "DROP TABLE {table}",
    "ALTER TABLE {table} RENAME TO gone",
    "ALTER TABLE {table} ADD COLUMN more integer",
    "CREATE TRIGGER last BEFORE UPDATE ON {table} BEGIN SELECT RAISE(IGNORE); END",
    "CREATE TEMP TRIGGER last BEFORE INSERT ON main.{table} BEGIN SELECT RAISE(IGNORE); END",
    "CREATE TEMP TABLE {table} (id integer)",
    "CREATE TEMP VIEW {table} AS SELECT * FROM main.{table}",
    "CREATE TABLE {table}_too AS SELECT * FROM {table}",
    "CREATE VIEW {table}_seen AS SELECT * FROM {table}",
    "CREATE UNIQUE INDEX once ON {table} (id)",
    "ANALYZE {table}",
)
# What a setting is afterwards is read back: SQLite passes over a word that it does not know.
SETTINGS = (
    "writable_schema = ON", "foreign_keys = OFF", "recursive_triggers = OFF",
    "ignore_check_constraints = ON", "synchronous = OFF", "journal_mode = MEMORY",
    "case_sensitive_like = ON", "reverse_unordered_selects = ON", "schema_version = 1",
    "user_version = 7", "application_id = 7", "query_only = ON", "locking_mode = EXCLUSIVE",
    "defer_foreign_keys = ON", "trusted_schema = OFF", "legacy_alter_table = ON",
    "max_page_count = 1", "secure_delete = ON", "temp_store_directory = '/'",
)  # fmt: skip
OTHERS = (
    "ATTACH 'another.sqlite3' AS another", "ATTACH ':memory:' AS memory", "DETACH main", "VACUUM",
    "VACUUM INTO 'copy.sqlite3'", "SELECT load_extension('x')",
    "UPDATE sqlite_sequence SET seq = 0", "DELETE FROM sqlite_sequence",
    "UPDATE sqlite_master SET sql = ''",
    "DELETE FROM sqlite_master WHERE type = 'trigger'", "PRAGMA optimize",
    "INSERT INTO sqlite_master VALUES ('trigger', 'x', 'x', 0, 'x')",
    "CREATE VIRTUAL TABLE v USING fts5(a)",
)  # fmt: skip
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def _refused(connection: BaseDatabaseWrapper, sql: str) -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError:
        return True
    return False


def _settings(connection: BaseDatabaseWrapper) -> list[object]:
    """Return how the connection is set, asked as nobody but a test may ask."""
    with tables_may_change(connection), connection.cursor() as cursor:
        told = []
        for each in SETTINGS:
            cursor.execute(f"PRAGMA {each.split(' = ')[0]}")
            told.append(cursor.fetchone())
        return told


def test_houses_own_connection_writes_rows_only(engine: Engine, full_house: Settings) -> None:
    tables = [each.table for each in declared().protected]
    means = [sql.format(table=table) for table in tables for sql in ON_A_TABLE]
    means += [f"PRAGMA {each}" for each in SETTINGS]
    with opened(engine, full_house) as connection:
        connection.ensure_connection()
        before = _settings(connection)

        taken = [sql for sql in (*means, *OTHERS) if not _refused(connection, sql)]

        assert taken == []
        assert _settings(connection) == before
        require_guards()


def test_migrate_and_its_like_may_alter_tables(engine: Engine, full_house: Settings) -> None:
    """What is refused is refused by the connection, not by the statements being wrong."""
    sql = ON_A_TABLE[0].format(table="registry_item")
    with opened(engine, full_house) as connection:
        assert _refused(connection, sql)
        with tables_may_change(connection):
            assert not _refused(connection, sql)
            assert not _refused(connection, "PRAGMA foreign_keys = OFF")
        assert _refused(connection, "PRAGMA foreign_keys = ON")
