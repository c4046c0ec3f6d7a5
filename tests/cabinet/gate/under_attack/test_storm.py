"""Forged rows of every table, each wrong in one place: what is taken must be an honest act."""

from __future__ import annotations

import os
from collections import Counter
from random import Random

import pytest

from tests.cabinet.gate.under_attack.doors import Door
from tests.cabinet.gate.under_attack.houses import oracle_at
from tests.cabinet.gate.under_attack.storm import all_attacks
from tests.engines import Engine, Settings, opened

SHARE = 1.0 if os.environ.get("SOAK") else 0.012  # of some 150,000 attacks, thrown anew each run


@pytest.mark.slow  # thousands of attacks
def test_every_attack_is_refused_or_does_no_harm(engine: Engine, full_house: Settings) -> None:
    dice = Random()
    tally: Counter[str] = Counter()
    with opened(engine, full_house) as connection:
        door = Door(
            engine, connection.settings_dict, "knowing" if engine.name == "sqlite" else "worker"
        )
        oracle = oracle_at(engine, door.connection)
        for attack in all_attacks(oracle, dice, SHARE):
            door.begin()
            taken = not door.refused(attack, at_end=True)
            tally["taken" if taken else "refused"] += 1
            if taken:
                assert oracle.judge_again() == [], attack
            door.end()
        door.close()
    print(f"\n{engine.name}: {dict(tally)}")
    assert tally["refused"] > 1_000
