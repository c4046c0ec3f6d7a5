"""What somebody asks who can put any SQL into a department's question, or holds its password."""

from __future__ import annotations

from tests.cabinet.doors.knowledge import TABLES

HIDDEN = (
    *TABLES, "review_reading", "review_finding", "review_answer", "review_objection",
    "ledger_event", "django_session", "audit_viewing", "errands_errand",
)  # fmt: skip

# Appended to a question that an officer's search makes: what comes back must be his.
INJECTED = (
    "' OR 1=1 --",
    "') OR 1=1 --",
    "' UNION SELECT id, subject FROM registry_item --",
    "' UNION SELECT id, reason FROM registry_movement --",
    "' UNION SELECT id, file_name FROM registry_revision --",
    "' UNION SELECT id, reason FROM review_verdict --",
    "' UNION SELECT id, text FROM registry_number --",
    "' UNION SELECT id, (SELECT group_concat(subject) FROM registry_item) FROM registry_item --",
    "' UNION SELECT id, (SELECT string_agg(subject, ',') FROM registry_item) FROM registry_item --",
    "' UNION SELECT COUNT(*), MAX(subject) FROM registry_item --",
    "' UNION SELECT item_id, 'x~' FROM registry_release WHERE unit_id IS NOT NULL --",
    "' UNION SELECT id, password FROM accounts_officer --",
    "' UNION SELECT seq, payload FROM ledger_event --",
    "' UNION SELECT 1, session_data FROM django_session --",
)
_OF_ANY = (
    "SELECT * FROM {table}",
    "SELECT COUNT(*), MAX(id), MIN(id) FROM {table}",
    "SELECT 1 FROM {table}",
    "SELECT {table}.* FROM {table} LEFT JOIN registry_item AS i ON i.id = {table}.id",
    "WITH t AS (SELECT * FROM {table}) SELECT * FROM t",
    "WITH registry_item AS (SELECT * FROM {table}) SELECT * FROM registry_item",
    "SELECT * FROM (SELECT * FROM {table}) AS registry_item",
    "SELECT (SELECT COUNT(*) FROM {table})",
    "SELECT * FROM accounts_unit WHERE EXISTS (SELECT 1 FROM {table})",
    "SELECT * FROM {table} WHERE id IN (SELECT item_id FROM registry_release)",
)
_SQLITE_ONLY = (
    "SELECT * FROM main.{table}",
    "SELECT COUNT(*) FROM main.{table}",
    "SELECT 1 FROM main.{table} LIMIT 1",
    "SELECT rowid FROM main.{table}",
    "WITH {table} AS (SELECT * FROM main.{table}) SELECT * FROM {table}",
    "SELECT * FROM (SELECT * FROM main.{table}) AS {table}",
    "SELECT * FROM main.{table} NOT INDEXED",
    "SELECT * FROM accounts_unit WHERE id IN (SELECT id FROM main.{table})",
)
_POSTGRESQL_ONLY = (
    "SELECT * FROM public.{table}",
    "SELECT COUNT(*) FROM ONLY public.{table}",
    "TABLE public.{table}",
    "SELECT * FROM public.{table} TABLESAMPLE SYSTEM (100)",
    "SELECT query_to_xml('SELECT * FROM public.{table}', true, true, '')",
    "SELECT table_to_xml('public.{table}', true, true, '')",
    "COPY public.{table} TO STDOUT",
    "SELECT * FROM public.{table} FOR UPDATE",
)
# About the house: what is asked of SQLite's and PostgreSQL's own means.
SQLITE = (
    "SELECT name FROM sqlite_master", "SELECT * FROM sqlite_temp_master",
    "SELECT * FROM sqlite_sequence", "SELECT * FROM main.sqlite_schema",
    "SELECT * FROM pragma_table_list", "SELECT * FROM pragma_database_list",
    "PRAGMA query_only = OFF", "PRAGMA writable_schema = ON", "PRAGMA table_info(registry_item)",
    "ATTACH 'FILE' AS again", "ATTACH ':memory:' AS m", "DETACH main", "VACUUM INTO 'copy'",
    "CREATE TEMP TABLE t (a)", "CREATE TEMP VIEW v AS SELECT * FROM main.registry_item",
    "CREATE TEMP TRIGGER t AFTER INSERT ON accounts_unit BEGIN SELECT 1; END",
    "DROP VIEW temp.registry_item", "ALTER TABLE registry_item RENAME TO gone",
    "EXPLAIN SELECT * FROM registry_item", "EXPLAIN QUERY PLAN SELECT * FROM registry_item",
    "SELECT load_extension('x')", "SELECT fts3_tokenizer('x')", "SELECT readfile('x')",
    "SELECT * FROM dbstat", "SELECT * FROM sqlite_dbpage", "ANALYZE", "REINDEX",
    "SELECT cabinet_reader('officer'), abs(-9223372036854775808)", "SELECT randomblob(1000000000)",
    "SELECT json('not json')", "SELECT zeroblob(2000000000)", "SELECT hex(1)",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n",
    "BEGIN IMMEDIATE", "SAVEPOINT s", "COMMIT",
)  # fmt: skip
POSTGRESQL = (
    "SET search_path = public", "RESET ALL", "SET ROLE NONE", "SET SESSION AUTHORIZATION DEFAULT",
    "SET row_security = off", "SET session_replication_role = replica",
    "SELECT set_config('row_security', 'off', false), COUNT(*) FROM public.registry_item",
    "SELECT set_config('session_replication_role', 'replica', false)",
    "CREATE TEMP TABLE registry_release (item_id bigint, unit_id bigint, officer_id bigint)",
    "CREATE TABLE public.mine (id bigint)", "CREATE TABLE door.mine (id bigint)",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OPERATOR public.= (LEFTARG = bigint, RIGHTARG = bigint, PROCEDURE = int8ne)",
    "CREATE SCHEMA mine", "CREATE EXTENSION dblink", "CREATE ROLE mine",
    "DO $do$ BEGIN PERFORM * FROM public.ledger_event; END $do$",
    "ALTER TABLE public.registry_item DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE public.registry_item NO FORCE ROW LEVEL SECURITY",
    "DROP POLICY department ON public.registry_item",
    "CREATE POLICY mine ON public.registry_item USING (TRUE)",
    "GRANT SELECT ON public.ledger_event TO PUBLIC", "TRUNCATE public.registry_release",
    "SELECT * FROM door.key", "SELECT * FROM door.made", "SELECT door.sign('1|2026-01-01|1')",
    "LOCK TABLE public.registry_item", "SELECT lo_import('/etc/passwd')",
    "SELECT pg_read_file('/etc/passwd')", "COPY (SELECT 1) TO PROGRAM 'true'",
    "SELECT * FROM pg_authid", "SELECT * FROM pg_statistic",
    "SELECT nextval('registry_item_id_seq')", "SELECT last_value FROM registry_item_id_seq",
    "SELECT * FROM pg_stats WHERE tablename IN ('registry_item', 'registry_movement')",
    "SELECT histogram_bounds FROM pg_stats WHERE tablename LIKE 'registry_%'",
    "SELECT most_common_vals FROM pg_stats WHERE schemaname = 'public' AND tablename = "
    "'registry_movement'",
)  # fmt: skip


def of_tables(vendor: str) -> list[str]:
    """Return every question about every table that holds something hidden."""
    own = _SQLITE_ONLY if vendor == "sqlite" else _POSTGRESQL_ONLY
    return [each.format(table=table) for table in HIDDEN for each in (*_OF_ANY, *own)]


def writing(vendor: str) -> list[str]:
    """Return every kind of writing on every table."""
    some = [
        "INSERT INTO {table} SELECT * FROM {table}", "UPDATE {table} SET id = id",
        "DELETE FROM {table}", "INSERT INTO {table} DEFAULT VALUES",
        "WITH d AS (DELETE FROM {table} RETURNING *) SELECT * FROM d",
    ]  # fmt: skip
    if vendor == "sqlite":
        some += ["REPLACE INTO {table} SELECT * FROM {table}", "DELETE FROM main.{table}",
                 "INSERT INTO main.{table} DEFAULT VALUES", "DROP TABLE main.{table}"]  # fmt: skip
    else:
        some += ["TRUNCATE public.{table}", "DELETE FROM public.{table}",
                 "INSERT INTO public.{table} DEFAULT VALUES", "DROP TABLE public.{table}",
                 "COPY public.{table} FROM STDIN",
                 "MERGE INTO public.{table} AS t USING public.{table} AS s ON t.id = s.id "
                 "WHEN MATCHED THEN DELETE"]  # fmt: skip
    return [each.format(table=table) for table in (*HIDDEN, "accounts_unit") for each in some]
