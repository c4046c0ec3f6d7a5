"""PostgreSQL's own means, under the account of the Cabinet's connection: none opens the gate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
import pytest

from tests.cabinet.gate.under_attack.houses import oracle_at
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
    "ALTER TABLE {table} OWNER TO CURRENT_USER",
    "ALTER TABLE {table} SET UNLOGGED",
    "CREATE STATISTICS s ON id FROM {table}",
    "CREATE INDEX mine ON {table} (id)",
    "CREATE VIEW public.{table}_seen AS SELECT * FROM {table}",
    "COPY {table} TO '/{table}'",
    "COPY {table} FROM PROGRAM 'true'",
    "LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE",
)
# Of no table.
OTHER_MEANS = (
    "UPDATE pg_trigger SET tgenabled = 'D'",
    "DELETE FROM pg_trigger",
    "UPDATE pg_proc SET prosrc = 'BEGIN RETURN NEW; END' WHERE proname LIKE 'gate%'",
    "UPDATE pg_class SET relhastriggers = FALSE",
    "UPDATE pg_constraint SET convalidated = FALSE",
    "ALTER SYSTEM SET fsync = off",
    "SELECT pg_reload_conf()",
    "SELECT pg_read_file('PG_VERSION')",
    "SELECT lo_import('/etc/passwd')",
    "CREATE EXTENSION pgcrypto",
    "CREATE EXTENSION dblink",
    "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION "
    "suppress_redundant_updates_trigger()",
    "CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)",
    "CREATE DOMAIN public.day AS date",
    "CREATE ROLE mine",
    "CREATE DATABASE mine",
    "CREATE PUBLICATION p FOR ALL TABLES",
    "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p",
    "CREATE SERVER s FOREIGN DATA WRAPPER f",
    "ALTER DATABASE CURRENT SET search_path = pg_temp",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT ALL ON TABLES TO PUBLIC",
    "GRANT {owner} TO CURRENT_USER",
    "SET plpgsql.variable_conflict = use_column",
    "SET session_preload_libraries = 'x'",
    "SET deadlock_timeout = 1",
    "SELECT pg_stat_reset()",
    "CHECKPOINT",
    "DO $do$ BEGIN EXECUTE 'SET session_replication_role = replica'; END $do$",
    "SET transaction_read_only = on; SET allow_system_table_mods = on",
)


def _taken(client: psycopg.Connection[Any], means: Sequence[str], **names: str) -> list[str]:
    taken = []
    for each in means:
        sql = each.format(**names)
        try:
            client.execute(sql)
        except psycopg.Error:
            continue
        taken.append(sql)
    return taken


def test_no_means_of_the_engine_opens_the_gate(engine: Engine, full_house: Settings) -> None:
    assert isinstance(engine, Postgresql)
    taken = []
    with opened(engine, full_house) as connection:
        client = engine.bare(connection.settings_dict)
        oracle = oracle_at(engine, client)
        for table in TABLES:
            if not oracle.last.rows[table]:
                continue
            taken += _taken(client, MEANS, table=table, owner=engine.owner)
        taken += _taken(client, OTHER_MEANS, owner=engine.owner)
        assert oracle.look() == []
        client.close()
    assert taken == []


DEFAULTS = (
    "synchronous_commit = off", "default_transaction_isolation = 'serializable'",
    "search_path = pg_temp", "TimeZone = 'Asia/Riyadh'",
)  # fmt: skip


def test_defaults_that_the_account_sets_for_itself_do_not_reach_the_office(
    engine: Engine, alone: Postgresql
) -> None:
    """A role may alter its own defaults: an act would be confirmed before it is on the disk."""
    engine = alone
    with opened(engine) as connection:
        client = engine.bare(connection.settings_dict)
        for each in DEFAULTS:
            client.execute(f"ALTER ROLE CURRENT_USER SET {each}")
        try:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT current_setting(name) FROM unnest(ARRAY['synchronous_commit', "
                    "'transaction_isolation', 'search_path', 'TimeZone']) AS name"
                )
                told = [value for (value,) in cursor.fetchall()]
            weak = engine.bare(connection.settings_dict)
            weakened = weak.execute("SHOW synchronous_commit").fetchone()
            weak.close()
        finally:
            client.execute("ALTER ROLE CURRENT_USER RESET ALL")
            client.close()
    assert told == ["on", "read committed", "public, pg_temp", "UTC"]
    assert weakened == ("off",)  # another client of the account has what it set


def test_rows_copied_in_meet_the_same_guards(engine: Engine, full_house: Settings) -> None:
    """COPY writes rows without INSERT: of each table, a row that is there, under a new key."""
    assert isinstance(engine, Postgresql)
    with opened(engine, full_house) as connection:
        client = engine.bare(connection.settings_dict)
        oracle = oracle_at(engine, client)
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
