"""A primary and its synchronous standby: one dies under load, nothing confirmed is lost."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cabinet.gate.concurrency.processes import nursery
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.faults.servers import OnServers
from tests.servers import servers

ROUNDS = 10 if os.environ.get("SOAK") else 1
WRITERS = 4


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


@pytest.mark.postgresql
@pytest.mark.slow  # two servers are made
@pytest.mark.parametrize("no", range(ROUNDS))
def test_primary_killed_under_load_loses_nothing_that_was_confirmed(
    no: int, tmp_path: Path, django_db_blocker: pytest.FixtureRequest
) -> None:
    with servers(2) as (primary, standby), django_db_blocker.unblock():  # type: ignore[attr-defined]  # the plugin's own object
        primary.make()
        primary.start()
        office = OnServers(primary, standby)
        office.make_mould()
        settings = office.cast()
        standby.standby_of(primary)
        standby.start("synchronous_standby_names=''")
        primary.ask("ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (standby)'")
        primary.ask("SELECT pg_reload_conf()")
        wait_until(lambda: primary.ask("SELECT sync_state FROM pg_stat_replication") == [("sync",)])

        with nursery(settings, tmp_path, "tests.faults.child") as children:
            writers = [children.fork("keep_registering") for _ in range(WRITERS)]
            children.start()
            confirmed = _counted(children, writers)
            wait_until(lambda: confirmed() >= 50)
            primary.kill()
            killed = time.monotonic()
            before = confirmed()
            standby.promote()
            promoted = time.monotonic() - killed
            wait_until(lambda: confirmed() >= before + 50)
            back = time.monotonic() - killed
            (tmp_path / "stop").touch()
            children.wait_for(*writers)
            said = [line for writer in writers for line in children.said(writer)]
        office.now = standby
        door = office.bare(settings)
        oracle = Oracle("postgresql", door)
        wrong = oracle.look()
        numbers = oracle.last.rows["registry_number"].values()
        door.close()

    assert [line for line in said if line.startswith("CRASHED")] == []
    assert wrong == []
    registered = dict(line.split()[1:] for line in said if line.startswith("registered"))
    there = {str(row["item_id"]): row["text"] for row in numbers}
    assert {key: there.get(key) for key in registered} == registered
    assert sorted(row["serial"] for row in numbers) == list(range(1, len(there) + 1))
    assert any(line.startswith("away") for line in said), "no writer was cut off: nothing was shown"
    print(f"\nstandby: {len(registered)} confirmed, 0 lost, promoted after {promoted:.1f} s, "
          f"50 more letters by the same writers after {back:.1f} s")  # fmt: skip


def _counted(children: object, writers: list[int]) -> Callable[[], int]:
    def count() -> int:
        return sum(
            line.startswith("registered")
            for writer in writers
            for line in children.said(writer)  # type: ignore[attr-defined]  # a nursery
        )

    return count
