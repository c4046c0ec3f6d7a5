"""Migrations under guard: tables made anew, crashes in the middle, downgrades. Never unguarded."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, OperationalError, connection
from django.test.utils import override_settings

from cabinet.ledger.guards import registry
from cabinet.ledger.guards.registry import Declared, declared
from cabinet.ledger.guards.watch import GuardsMissing, differences, require_guards
from cabinet.ledger.rows_only import tables_may_change
from tests.cabinet.gate.concurrency.processes import url_of
from tests.engines import Engine, Postgresql, on_engine

CRASHES = 50 if os.environ.get("SOAK") else 5
# Kills itself before the n-th statement; says how many there were if it lives.
_CRASHING = """
import os, signal, sys
import django
django.setup()
from django.core.management import call_command
from django.db import connection
left = int(sys.argv[1])
def count(execute, *words):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(*words)
with connection.execute_wrapper(count):
    call_command("migrate", verbosity=0)
print(int(sys.argv[1]) - left)
"""


@pytest.fixture
def furnished(engine: Engine) -> Iterator[dict[str, Any]]:
    """Open a furnished database with the right to migrate it."""
    settings = engine.cast()
    role = engine.worker if isinstance(engine, Postgresql) else ""
    if isinstance(engine, Postgresql):
        settings = engine.settings(settings["NAME"], engine.owner)
    with override_settings(APPLICATION_ROLE=role), on_engine(settings):
        yield settings
    engine.discard(settings)


@pytest.mark.slow  # each protected table in turn
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_any_protected_table_made_anew_shuts_the_gate_until_migrate(
    furnished: dict[str, Any],
) -> None:
    made = 0
    for protected in declared().protected:
        with on_engine(furnished) as connection:
            try:
                with tables_may_change(connection), connection.schema_editor() as editor:
                    editor._remake_table(protected.model)  # type: ignore[attr-defined]  # SQLite's
            except (OperationalError, IntegrityError):  # another table's trigger names it
                pass
            else:
                made += 1
                with pytest.raises(GuardsMissing, match=protected.table):
                    require_guards()
                call_command("migrate", verbosity=0)
        with on_engine(furnished):  # a command that failed has done nothing
            require_guards()

    assert made >= 1
    print(f"\n{made} of {len(declared().protected)} tables made anew, the others refused to be")


@pytest.mark.slow  # a process for each crash
def test_migrate_killed_at_any_statement_leaves_a_shut_gate_or_a_whole_one(
    engine: Engine, furnished: dict[str, Any]
) -> None:
    environment = os.environ | {
        "DATABASE_URL": url_of(furnished),
        "DJANGO_SETTINGS_MODULE": "cabinet.config.settings",
        "CABINET_APPLICATION_ROLE": getattr(engine, "worker", ""),
    }

    def migrate(until: int) -> subprocess.CompletedProcess[str]:
        connection.close()
        command = [sys.executable, "-c", _CRASHING, str(until)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    migrate(10**9)
    statements = int(migrate(10**9).stdout)  # the first time there is more to do
    require_guards()
    shut = 0
    dice = Random()
    for _ in range(CRASHES):
        code = migrate(dice.randrange(2, statements)).returncode
        assert code == -9 or (code == 0 and not differences(connection))
        if differences(connection):
            shut += 1
            with pytest.raises(GuardsMissing):
                require_guards()
    assert migrate(10**9).returncode == 0

    require_guards()
    assert shut > CRASHES // 3
    print(f"\n{engine.name}: {CRASHES} crashes among {statements} statements, {shut} times shut")


def test_older_office_does_not_open_on_the_guards_of_a_newer_one(
    furnished: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = declared()
    one = now.guards[-1]
    older = Declared(now.protected, now.guards[:-1], now.consequences)
    for module in ("sqlite", "postgresql", "installation", "registry"):
        name = f"cabinet.ledger.guards.{module}.declared"
        monkeypatch.setattr(name, lambda: older, raising=False)
    assert registry.declared() is older

    with pytest.raises(GuardsMissing, match=one.table):
        require_guards()


def test_migrating_back_leaves_the_gate_shut(furnished: dict[str, Any]) -> None:
    call_command("migrate", "errands", "zero", verbosity=0)

    with pytest.raises(GuardsMissing):
        require_guards()

    call_command("migrate", verbosity=0)
    require_guards()
