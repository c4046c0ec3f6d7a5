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

AT_ONCE = 4
ROUNDS = 250 if os.environ.get("SOAK") else 50


@pytest.mark.slow  # 200 processes are killed
def test_killed_in_the_middle_of_acts_nothing_done_is_lost(engine: Engine, tmp_path: Path) -> None:
    dice = Random()
    done = 0
    with opened(engine) as connection, nursery(connection.settings_dict, tmp_path) as children:
        door = engine.bare(connection.settings_dict)
        if engine.name == "postgresql":  # the killed one's last statement may still be ending
            door.execute("SET default_transaction_isolation = 'repeatable read'")
            door.autocommit = False
        oracle = Oracle(engine.name, door)
        for no in range(ROUNDS):
            killed = _run_and_kill(children, no, dice)
            wrong = oracle.look()
            door.rollback()

            assert wrong == [], f"after round {no}"
            done += sum(_all_there(children.said(child), oracle) for child in killed)
        papers = len(oracle.last.rows["registry_item"])
        events = len(oracle.last.events)
        door.close()
    print(f"\n{engine.name}: {ROUNDS * AT_ONCE} kills, {done} acts answered, {papers} papers, "
          f"{events} events: none lost")  # fmt: skip
    assert done >= ROUNDS


def _run_and_kill(children: Nursery, no: int, dice: Random) -> list[int]:
    """Let children act for a moment, then kill them all, wherever they are."""
    running = [children.fork("act", AT_ONCE * no + seed) for seed in range(AT_ONCE)]
    deadline = time.monotonic() + 30
    while not any(map(children.said, running)) and time.monotonic() < deadline:
        time.sleep(0.002)
    time.sleep(dice.uniform(0, 0.2))
    for child in running:
        os.kill(child, signal.SIGKILL)
    for child in running:
        with suppress(ProcessLookupError):
            while time.monotonic() < deadline:
                os.kill(child, 0)  # it is gone once this fails
                time.sleep(0.002)
    return running


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
