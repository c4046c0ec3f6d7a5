"""A guard that is missing, altered or narrowed is found, and the application does not start."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.guards.installation import closed_tables_that_differ, expected
from cabinet.ledger.guards.watch import (
    GuardsMissing,
    differences,
    fingerprint,
    require_guards,
)
from cabinet.ledger.rows_only import tables_may_change
from tests.engines import Engine, Postgresql, Sqlite, on_engine, opened


@pytest.fixture
def as_owner(engine: Engine) -> Iterator[BaseDatabaseWrapper]:
    """Open a database with the right to alter its guards (on SQLite, any client has it)."""
    settings = engine.cast()
    if isinstance(engine, Postgresql):
        settings = engine.settings(settings["NAME"], engine.owner)
    with on_engine(settings) as opened_as_owner:
        yield opened_as_owner
    engine.discard(settings)


def _run(*statements: str) -> None:
    with tables_may_change(connection), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _undone(*statements: str) -> list[str]:
    """Alter the guards, see what the watch says, undo it."""
    _run("BEGIN")
    _run(*statements)
    found = differences(connection)
    _run("ROLLBACK")
    return found


def test_whole_house_is_guarded(engine: Engine) -> None:
    with opened(engine) as house:
        require_guards()

        assert differences(house) == []
        assert closed_tables_that_differ(house) == []


def test_each_guard_dropped_is_found(as_owner: BaseDatabaseWrapper) -> None:
    for guard in expected(as_owner):
        on = f" ON {guard.table}" if as_owner.vendor == "postgresql" else ""

        assert _undone(f"DROP TRIGGER {guard.name}{on}") == [guard.name]

    require_guards()


def test_require_guards_names_what_is_missing_and_what_to_do(
    as_owner: BaseDatabaseWrapper,
) -> None:
    before = fingerprint(as_owner)
    guard = expected(as_owner)[0]
    on = f" ON {guard.table}" if as_owner.vendor == "postgresql" else ""
    _run(f"DROP TRIGGER {guard.name}{on}")

    with pytest.raises(GuardsMissing, match=guard.name) as shut:
        require_guards()

    assert "Run `cabinet migrate`, then start again." in str(shut.value)
    assert fingerprint(as_owner) != before


def test_lawful_act_added_behind_the_guards_is_found(as_owner: BaseDatabaseWrapper) -> None:
    on = " ON registry_lawfulact" if as_owner.vendor == "postgresql" else ""
    _run(
        f"DROP TRIGGER gate_registry_lawfulact_insert{on}",
        "INSERT INTO registry_lawfulact (flow, act, source, target, role, power, scope) "
        "VALUES ('outgoing', 'sign', 'draft', 'signed', 'desk_officer', 'sign', '')",
    )

    with pytest.raises(GuardsMissing, match="registry_lawfulact"):
        require_guards()


def test_each_guard_rewritten_on_sqlite_is_found(sqlite: Sqlite) -> None:
    with opened(sqlite) as house:
        for guard in expected(house):
            weaker = guard.statements[0].replace(" BEGIN ", " BEGIN SELECT 1; ", 1)

            assert _undone(f"DROP TRIGGER {guard.name}", weaker) == [guard.name]


def test_stranger_on_a_guarded_table_is_found_on_sqlite(sqlite: Sqlite) -> None:
    with opened(sqlite):
        found = _undone(
            "CREATE TRIGGER helpful BEFORE UPDATE ON registry_item BEGIN SELECT RAISE(IGNORE); END"
        )

    assert found == ["helpful on registry_item"]


@pytest.mark.postgresql
@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
class TestPostgresql:
    """What only PostgreSQL can do to a trigger."""

    @pytest.mark.parametrize("how", ["DISABLE", "ENABLE", "ENABLE REPLICA"])
    def test_each_guard_not_enabled_always_is_found(
        self, as_owner: BaseDatabaseWrapper, how: str
    ) -> None:
        for guard in expected(as_owner):
            altered = f"ALTER TABLE {guard.table} {how} TRIGGER {guard.name}"

            assert _undone(altered) == [guard.name]

    def test_each_function_replaced_is_found(self, as_owner: BaseDatabaseWrapper) -> None:
        for guard in expected(as_owner):
            replaced = guard.statements[0].replace("BEGIN ", "BEGIN RETURN NEW; ", 1)

            assert _undone(replaced) == [guard.name]

    @pytest.mark.parametrize(
        "how", ["SECURITY INVOKER", "SET search_path = public", "SET plan_cache_mode = auto"]
    )
    def test_each_function_altered_is_found(self, as_owner: BaseDatabaseWrapper, how: str) -> None:
        for guard in expected(as_owner):
            assert _undone(f"ALTER FUNCTION {guard.name}() {how}") == [guard.name]

    @pytest.mark.parametrize("narrower", ["WHEN (FALSE)", "WHEN (pg_trigger_depth() > 9)"])
    def test_each_guard_narrowed_by_a_condition_is_found(
        self, as_owner: BaseDatabaseWrapper, narrower: str
    ) -> None:
        for guard in expected(as_owner):
            made = re.sub(r"( WHEN .+)? EXECUTE ", f" {narrower} EXECUTE ", guard.statements[1])
            altered = (f"DROP TRIGGER {guard.name} ON {guard.table}", made, guard.statements[2])

            assert _undone(*altered) == [guard.name]

    def test_each_guard_narrowed_to_a_column_is_found(self, as_owner: BaseDatabaseWrapper) -> None:
        for guard in expected(as_owner):
            made = re.sub(r" UPDATE (OF .+? )?ON", " UPDATE OF id ON", guard.statements[1])
            if made == guard.statements[1] or guard.table == "ledger_event":
                continue
            altered = (f"DROP TRIGGER {guard.name} ON {guard.table}", made, guard.statements[2])

            assert _undone(*altered) == [guard.name]

    def test_guard_in_another_schema_does_not_count(self, as_owner: BaseDatabaseWrapper) -> None:
        guard = expected(as_owner)[0]
        elsewhere = guard.statements[1].replace(f" ON {guard.table}", " ON lent.paper")
        found = _undone(
            f"DROP TRIGGER {guard.name} ON {guard.table}",
            "CREATE SCHEMA lent",
            "CREATE TABLE lent.paper (id bigint)",
            f"ALTER TABLE lent.paper RENAME TO {guard.table}",
            elsewhere.replace("lent.paper", f"lent.{guard.table}"),
            f"ALTER TABLE lent.{guard.table} ENABLE ALWAYS TRIGGER {guard.name}",
        )

        assert found == [guard.name]

    @pytest.mark.parametrize(
        ("stranger", "name"),
        [
            (
                "CREATE TRIGGER zzz AFTER INSERT ON registry_movement FOR EACH ROW "
                "EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "zzz on registry_movement",
            ),
            (
                "CREATE RULE zzz AS ON INSERT TO ledger_event DO INSTEAD NOTHING",
                "zzz on ledger_event",
            ),
        ],
    )
    def test_stranger_on_a_guarded_table_is_found(
        self, as_owner: BaseDatabaseWrapper, stranger: str, name: str
    ) -> None:
        assert _undone(stranger) == [name]

    def test_application_may_not_touch_a_guard(self, engine: Engine) -> None:
        with opened(engine) as house:
            guard = expected(house)[0]
            for statement in (
                f"DROP TRIGGER {guard.name} ON {guard.table}",
                f"ALTER TABLE {guard.table} DISABLE TRIGGER {guard.name}",
                guard.statements[0],
                f"DROP FUNCTION {guard.name}() CASCADE",
                "SET session_replication_role = replica",
                "CREATE TABLE public.mine (id bigint)",
                "CREATE TEMPORARY TABLE mine (id bigint)",  # a trigger on it might write as ours do
                "INSERT INTO ledger_event SELECT * FROM ledger_event LIMIT 1",
            ):
                with pytest.raises(Exception, match=r"must be owner|permission denied"):
                    _run(statement)

            assert differences(house) == []
