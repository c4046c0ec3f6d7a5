"""Sixteen workers, half of them killed, two stopped and woken: each errand has its effect once."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from random import Random
from threading import Timer
from typing import Any

import pytest

from cabinet.errands.models import Errand
from cabinet.ledger.one_act import one_act
from tests.cabinet.errands.errands import write_line
from tests.cabinet.gate.concurrency.processes import Nursery, nursery
from tests.engines import Engine, Postgresql, opened

WORKERS = 16
ERRANDS = 10_000 if os.environ.get("SOAK") else 600


@pytest.mark.slow  # sixteen processes
def test_half_of_the_workers_killed_each_errand_has_its_effect_once(
    engine: Engine, tmp_path: Path
) -> None:
    dice = Random()
    with opened(engine) as connection:
        settings = connection.settings_dict
        owner = _owner_of(engine, settings)
        owner.execute("CREATE TABLE errand_effect (n integer NOT NULL)")
        if isinstance(engine, Postgresql):
            owner.execute(f"GRANT ALL ON errand_effect TO {engine.worker}")
        with one_act():
            for n in range(ERRANDS):
                write_line.enqueue(n)
        began = time.monotonic()
        with nursery(settings, tmp_path, "tests.cabinet.errands.child") as children:
            workers = [children.fork("work") for _ in range(WORKERS)]
            children.start()
            _disturb(children, workers, dice, lambda: _done(owner))
            children.wait_for(*workers[WORKERS // 2 :], seconds=240)
            said = [line for worker in workers for line in children.said(worker)]
        took = time.monotonic() - began
        effects = owner.execute("SELECT count(*), count(DISTINCT n) FROM errand_effect").fetchone()
        again = Errand.objects.filter(attempts__gt=1).count()
        states = set(Errand.objects.values_list("state", flat=True))
        owner.close()

    assert [line for line in said if "CRASHED" in line] == []
    assert effects == (ERRANDS, ERRANDS)
    assert states == {Errand.State.DONE}
    assert again >= 1, "no worker died while it had an errand: nothing was proven"
    print(f"\n{engine.name}: {ERRANDS} errands, {WORKERS} workers, {WORKERS // 2} killed, "
          f"{again} done by a second worker, {ERRANDS / took:.0f}/s")  # fmt: skip


def _owner_of(engine: Engine, settings: dict[str, Any]) -> Any:
    if isinstance(engine, Postgresql):
        return engine.bare(settings, engine.owner)
    return engine.bare(settings)


def _done(owner: Any) -> int:
    return int(owner.execute("SELECT count(*) FROM errand_effect").fetchone()[0])


def _disturb(children: Nursery, workers: list[int], dice: Random, done: Any) -> None:
    """Kill half of the workers one after the other, and stop two others beyond their lease."""
    stopped, woken = workers[-2:], []
    for no, worker in enumerate(workers[: WORKERS // 2]):
        wanted = ERRANDS * (no + 1) // (WORKERS // 2 + 2)
        deadline = time.monotonic() + 120
        while done() < wanted and time.monotonic() < deadline:
            time.sleep(dice.uniform(0.002, 0.01))
        os.kill(worker, signal.SIGKILL)
        if no in (1, 4):
            os.kill(stopped[no // 4], signal.SIGSTOP)
            # Woken beyond its lease while the killing goes on, lest the others finish meanwhile.
            waking = Timer(1.3, os.kill, (stopped[no // 4], signal.SIGCONT))
            waking.start()
            woken.append(waking)
    for waking in woken:
        waking.join()
