"""A guard that is missing, altered or narrowed is found, and the application does not start."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.guards.installation import closed_tables_that_differ, expected
from cabinet.ledger.guards.trigger import Trigger
from cabinet.ledger.guards.watch import (
    GuardsMissing,
    differences,
    fingerprint,
    require_guards,
)
from cabinet.ledger.rows_only import tables_may_change
from tests.engines import Engine, Postgresql, Sqlite, on_engine, opened

TURNS = 12  # in which all guards are altered
Statements = tuple[str, ...]


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


def _each_is_found(house: BaseDatabaseWrapper, alter: Callable[[Trigger], Statements]) -> None:
    """Alter every guard, some at a time, among others that stand: exactly those are named.

    ``alter`` returns no statements for a guard that it leaves as it is.
    """
    guards, altered = expected(house), 0
    for turn in range(TURNS):
        some = {guard.name: alter(guard) for guard in guards[turn::TURNS]}
        names = sorted(name for name, statements in some.items() if statements)
        altered += len(names)

        assert _undone(*chain.from_iterable(some.values())) == names
    assert altered > 10


def test_whole_house_is_guarded(engine: Engine) -> None:
    with opened(engine) as house:
        require_guards()

        assert differences(house) == []
        assert closed_tables_that_differ(house) == []


def test_each_guard_dropped_is_found(as_owner: BaseDatabaseWrapper) -> None:
    on_its_table = as_owner.vendor == "postgresql"

    _each_is_found(as_owner, lambda guard: (
        f"DROP TRIGGER {guard.name}" + f" ON {guard.table}" * on_its_table,
    ))  # fmt: skip

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
        _each_is_found(house, lambda guard: (
            f"DROP TRIGGER {guard.name}",
            guard.statements[0].replace(" BEGIN ", " BEGIN SELECT 1; ", 1),
        ))  # fmt: skip


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
        _each_is_found(as_owner, lambda guard: (
            f"ALTER TABLE {guard.table} {how} TRIGGER {guard.name}",
        ))  # fmt: skip

    def test_each_function_replaced_is_found(self, as_owner: BaseDatabaseWrapper) -> None:
        _each_is_found(as_owner, lambda guard: (
            guard.statements[0].replace("BEGIN ", "BEGIN RETURN NEW; ", 1),
        ))  # fmt: skip

    @pytest.mark.parametrize(
        "how", ["SECURITY INVOKER", "SET search_path = public", "SET plan_cache_mode = auto"]
    )
    def test_each_function_altered_is_found(self, as_owner: BaseDatabaseWrapper, how: str) -> None:
        _each_is_found(as_owner, lambda guard: (f"ALTER FUNCTION {guard.name}() {how}",))

    @pytest.mark.parametrize("narrower", ["WHEN (FALSE)", "WHEN (pg_trigger_depth() > 9)"])
    def test_each_guard_narrowed_by_a_condition_is_found(
        self, as_owner: BaseDatabaseWrapper, narrower: str
    ) -> None:
        _each_is_found(as_owner, lambda guard: (
            f"DROP TRIGGER {guard.name} ON {guard.table}",
            re.sub(r"( WHEN .+)? EXECUTE ", f" {narrower} EXECUTE ", guard.statements[1]),
            guard.statements[2],
        ))  # fmt: skip

    def test_each_guard_narrowed_to_a_column_is_found(self, as_owner: BaseDatabaseWrapper) -> None:
        def narrowed(guard: Trigger) -> Statements:
            made = re.sub(r" UPDATE (OF .+? )?ON", " UPDATE OF id ON", guard.statements[1])
            if made == guard.statements[1] or guard.table == "ledger_event":
                return ()
            return f"DROP TRIGGER {guard.name} ON {guard.table}", made, guard.statements[2]

        _each_is_found(as_owner, narrowed)

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
