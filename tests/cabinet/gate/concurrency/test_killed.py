"""kill -9 in the middle of acts: what answered "done" is there, and everything agrees."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.cabinet.gate.concurrency.processes import Nursery, nursery
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.engines import Engine, opened

KILLS = {"sqlite": 50, "postgresql": 20}


@pytest.mark.slow  # a process is killed 50 (20) times
def test_killed_in_the_middle_of_acts_nothing_done_is_lost(engine: Engine, tmp_path: Path) -> None:
    dice = Random()
    done = 0
    with opened(engine) as connection, nursery(connection.settings_dict, tmp_path) as children:
        door = engine.bare(connection.settings_dict)
        if engine.name == "postgresql":  # the killed one's last statement may still be ending
            door.execute("SET default_transaction_isolation = 'repeatable read'")
            door.autocommit = False
        oracle = Oracle(engine.name, lambda query: door.execute(query).fetchall())
        for kill in range(KILLS[engine.name]):
            child = _run_and_kill(children, kill, dice)
            wrong = oracle.look()
            door.rollback()

            assert wrong == [], f"after kill {kill}"
            done += _all_there(children.said(child), oracle)
        papers = len(oracle.last.rows["registry_item"])
        events = len(oracle.last.events)
        door.close()
    print(f"\n{engine.name}: {KILLS[engine.name]} kills, {done} acts answered, {papers} papers, "
          f"{events} events: none lost")  # fmt: skip
    assert done >= KILLS[engine.name]


def _run_and_kill(children: Nursery, seed: int, dice: Random) -> int:
    """Let a child act for a moment after its first act, then kill it, wherever it is."""
    child = children.fork("act", seed)
    deadline = time.monotonic() + 30
    while not children.said(child) and time.monotonic() < deadline:
        time.sleep(0.002)
    time.sleep(dice.uniform(0, 0.12))  # some five acts
    os.kill(child, signal.SIGKILL)
    with suppress(ProcessLookupError):
        while time.monotonic() < deadline:
            os.kill(child, 0)  # it is gone once this fails
            time.sleep(0.002)
    return child


def _all_there(said: list[str], oracle: Oracle) -> int:
    """Check each act that answered: its paper has moved so far, the record is so long."""
    crashed = [line for line in said if not line.startswith("done")]
    assert crashed == []
    items = oracle.last.rows["registry_item"]
    for line in said:
        item, moves, length = map(int, line.split()[1:])
        assert items[item]["moves"] >= moves
        assert len(oracle.last.events) >= length
    return len(said)
