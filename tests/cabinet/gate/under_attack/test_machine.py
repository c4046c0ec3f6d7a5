"""Nothing gets through: five thousand steps, half of them on each engine, under an oracle."""

from __future__ import annotations

import os

import pytest

from tests.cabinet.gate.under_attack.machine import run
from tests.engines import Engine, Settings


@pytest.mark.slow  # thousands of steps, each fifth with a judgement of the whole database
def test_gate_under_attack_lets_nothing_through(engine: Engine, full_house: Settings) -> None:
    tally = run(engine, [None, full_house])

    print(f"\n{engine.name}: {dict(sorted(tally.items()))}")
    assert tally["steps"] >= 2_500 * int(os.environ.get("SOAK", "1"))
    assert min(tally["act done"], tally["attack refused"]) > 50
