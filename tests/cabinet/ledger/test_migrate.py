"""``migrate`` takes the guards down and puts them back; until they stand, the gate is shut."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.commands.migrate import Command as DjangosMigrate
from django.db import DatabaseError, OperationalError, connection
from django.test.utils import override_settings

from cabinet.ledger.doors.installation import require_door
from cabinet.ledger.guards.watch import GuardsMissing, differences, require_guards
from cabinet.ledger.rows_only import tables_may_change
from tests.engines import Engine, Postgresql, on_engine, with_its_door

_THROW_AWAY = """
from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("registry", "{after}")]
    operations = [migrations.AlterField("{model}", "{field}", models.CharField(max_length=401))]
"""


@pytest.fixture(params=[("item", "outer_marks"), ("enclosure", "name"), ("series", "source")])
def one_more_migration(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Add a migration to the register that alters a column; return its table."""
    import cabinet.registry.migrations as real

    model, field = request.param
    package = f"throw_away_{model}_{tmp_path.parent.name.replace('-', '_')}"
    folder = tmp_path / package
    shutil.copytree(Path(real.__file__).parent, folder)
    last = max(path.stem for path in folder.glob("0*.py"))
    (folder / "9999_throw_away.py").write_text(
        _THROW_AWAY.format(after=last, model=model, field=field)
    )
    monkeypatch.syspath_prepend(tmp_path)
    with override_settings(MIGRATION_MODULES={"registry": package}):
        yield f"registry_{model}"


@pytest.fixture
def furnished(engine: Engine) -> Iterator[Engine]:
    """Open a furnished database with the right to migrate it."""
    settings = engine.cast()
    works, reads = "", ""
    if isinstance(engine, Postgresql):
        works, reads = engine.worker, engine.reader
        settings = engine.settings(settings["NAME"], engine.owner)
    with override_settings(APPLICATION_ROLE=works, DEPARTMENT_ROLE=reads), on_engine(settings):
        yield engine
    engine.discard(settings)


def _count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_plain_migration_on_sqlite_fails_or_loses_guards(
    furnished: Engine, one_more_migration: str
) -> None:
    """The trap: Django makes the table anew, and the triggers of the old one are gone."""
    with pytest.raises(DatabaseError, match="not authorized"):  # by the house's own connection
        call_command(DjangosMigrate(), verbosity=0)
    try:
        with tables_may_change(connection):
            call_command(DjangosMigrate(), verbosity=0)
    except OperationalError as error:
        assert "error in trigger" in str(error)
    else:
        with pytest.raises(GuardsMissing, match=one_more_migration):
            require_guards()


def test_migrate_alters_a_table_and_puts_the_guards_back(
    furnished: Engine, one_more_migration: str
) -> None:
    before = _count("ledger_event")

    call_command("migrate", verbosity=0)

    require_guards()
    assert _count("ledger_event") == before
    assert _count("registry_series") == 3


def test_migrate_puts_back_what_was_dropped(furnished: Engine) -> None:
    on = " ON registry_item" if connection.vendor == "postgresql" else ""
    with tables_may_change(connection), connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER gate_registry_item_update{on}")
    assert differences(connection) == ["gate_registry_item_update"]

    call_command("migrate", verbosity=0)

    require_guards()


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_migrate_puts_back_a_function_that_was_made_harmless(furnished: Engine) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION gate_registry_item_update() RETURNS trigger "
            "LANGUAGE plpgsql SECURITY INVOKER AS 'BEGIN RETURN NEW; END'"
        )
    assert differences(connection) == ["gate_registry_item_update"]

    call_command("migrate", verbosity=0)

    require_guards()


def test_migrate_makes_the_departments_door_anew(furnished: Engine) -> None:
    with with_its_door(furnished, connection.settings_dict):
        call_command("migrate", verbosity=0)

        require_door()


def test_migrate_of_one_desk_leaves_the_gate_shut(furnished: Engine) -> None:
    call_command("migrate", "registry", verbosity=0)

    with pytest.raises(GuardsMissing, match="missing or altered"):
        require_guards()

    call_command("migrate", verbosity=0)
    require_guards()


def test_migrate_with_a_stranger_on_a_table_does_not_end_well(furnished: Engine) -> None:
    on = (
        "AFTER INSERT ON registry_item FOR EACH ROW "
        "EXECUTE FUNCTION suppress_redundant_updates_trigger()"
        if connection.vendor == "postgresql"
        else "AFTER INSERT ON registry_item BEGIN SELECT 1; END"
    )
    with tables_may_change(connection), connection.cursor() as cursor:
        cursor.execute(f"CREATE TRIGGER helpful {on}")

    with pytest.raises(GuardsMissing, match="helpful on registry_item"):
        call_command("migrate", verbosity=0)


def test_asking_for_the_plan_leaves_the_guards_standing(furnished: Engine) -> None:
    call_command("migrate", plan=True, verbosity=0)

    require_guards()
