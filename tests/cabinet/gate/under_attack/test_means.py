"""PostgreSQL's own means, under the account of the Cabinet's connection: none opens the gate."""

from __future__ import annotations

import psycopg
import pytest

from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.cabinet.gate.under_attack.snapshot import TABLES
from tests.engines import Engine, Postgresql, Settings, opened

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.parametrize("engine", ["postgresql"], indirect=True),
]

MEANS = (
    "SET session_replication_role = replica",
    "SELECT set_config('session_replication_role', 'replica', false)",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "ALTER TABLE {table} DISABLE TRIGGER USER",
    "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE {table} RENAME TO gone",
    "ALTER TABLE {table} ADD COLUMN more integer",
    "DROP TRIGGER gate_{table}_update ON {table}",
    "DROP TABLE {table} CASCADE",
    "DROP FUNCTION gate_{table}_update() CASCADE",
    "CREATE OR REPLACE FUNCTION gate_{table}_update() RETURNS trigger LANGUAGE plpgsql "
    "AS 'BEGIN RETURN NEW; END'",
    "ALTER FUNCTION gate_{table}_update() SET search_path = pg_temp",
    "CREATE TRIGGER last BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION "
    "suppress_redundant_updates_trigger()",
    "CREATE RULE r AS ON DELETE TO {table} DO INSTEAD NOTHING",
    "CREATE POLICY p ON {table} USING (TRUE)",
    "CREATE TEMP TABLE {table} (LIKE public.{table})",
    "CREATE TABLE public.{table}_too (LIKE {table})",
    "CREATE TABLE heir () INHERITS ({table})",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION public.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT $1'",
    "CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS "
    "$$SELECT '2000-01-01'::timestamptz$$",
    "TRUNCATE {table} CASCADE",
    "ALTER SEQUENCE {table}_id_seq RESTART 1",
    "SELECT setval('{table}_id_seq', 1)",
    "SET ROLE {owner}",
    "SET SESSION AUTHORIZATION {owner}",
    "REASSIGN OWNED BY {owner} TO CURRENT_USER",
    "DO $do$ BEGIN DELETE FROM {table}; END $do$",
    "WITH gone AS (DELETE FROM {table} RETURNING *) SELECT COUNT(*) FROM gone",
    "MERGE INTO {table} AS t USING {table} AS s ON t.id = s.id WHEN MATCHED THEN DELETE",
)


def test_no_means_of_the_engine_opens_the_gate(engine: Engine, full_house: Settings) -> None:
    assert isinstance(engine, Postgresql)
    taken = []
    with opened(engine, full_house) as connection:
        client = engine.bare(connection.settings_dict)
        oracle = Oracle(engine.name, lambda query: client.execute(query).fetchall())
        assert oracle.look() == []
        for table in TABLES:
            if not oracle.last.rows[table]:
                continue
            for means in MEANS:
                sql = means.format(table=table, owner=engine.owner)
                try:
                    client.execute(sql)
                except psycopg.Error:
                    continue
                taken.append(sql)
        assert oracle.look() == []
        client.close()
    assert taken == []


def test_rows_copied_in_meet_the_same_guards(engine: Engine, full_house: Settings) -> None:
    """COPY writes rows without INSERT: of each table, a row that is there, under a new key."""
    assert isinstance(engine, Postgresql)
    with opened(engine, full_house) as connection:
        client = engine.bare(connection.settings_dict)
        oracle = Oracle(engine.name, lambda query: client.execute(query).fetchall())
        assert oracle.look() == []
        for table in TABLES:
            for row in list(oracle.last.rows[table].values())[:2]:
                columns = [name for name in row if name != "id"]
                listed = ", ".join(columns)
                said = ""
                try:
                    with client.cursor().copy(f"COPY {table} ({listed}) FROM STDIN") as copy:
                        copy.write_row([row[name] for name in columns])
                except psycopg.Error as error:
                    said = str(error)
                if not said:  # what is taken must be an honest row
                    assert oracle.judge_again() == [], table
        assert oracle.look() == []
        client.close()
