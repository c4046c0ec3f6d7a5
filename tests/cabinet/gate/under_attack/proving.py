"""A proving ground: attacks that were refused are thrown again at the weakened database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from random import Random
from typing import Any

from tests.cabinet.gate.under_attack.attacks import Attack
from tests.cabinet.gate.under_attack.doors import Door
from tests.cabinet.gate.under_attack.houses import oracle_at
from tests.cabinet.gate.under_attack.mutants import Mutant, is_of_session
from tests.cabinet.gate.under_attack.storm import all_attacks
from tests.engines import Engine, Postgresql, Settings

TRIES = 120  # attacks taken without a refusal, each judged by the oracle
Baseline = dict[tuple[str, str], list[Attack]]


class ProvingGround:
    """A full house, an attacker's door to it, and (PostgreSQL) the owner who weakens triggers."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self.vendor = engine.name
        kind = "knowing" if self.vendor == "sqlite" else "worker"
        self.door = Door(engine, settings, kind)
        self.owner: Any = None
        if isinstance(engine, Postgresql):
            self.owner = engine.bare(settings, engine.owner)
        self.oracle = oracle_at(engine, self.door.connection)

    def close(self) -> None:
        """Leave."""
        self.door.close()
        if self.owner is not None:
            self.owner.close()

    def baseline(self, tables: Collection[str]) -> Baseline:
        """Throw every attack on some tables at the whole guards.

        Return the attacks by the words that refuse them, or by ('', its table) if taken.
        """
        found: Baseline = defaultdict(list)
        for attack in all_attacks(self.oracle, Random(7), tables=tables):
            self.door.begin()
            said = self.door.refused(attack)
            self.door.end()
            found[("", attack.table) if not said else (said.splitlines()[0], "")].append(attack)
        return found

    def verdict(self, mutant: Mutant, baseline: Baseline) -> tuple[str, int]:
        """Say whether a refusal is missed, and how many attacks there were to try.

        'survived': nothing is taken without it; 'silent': something is, and nobody complains.
        """
        tries = baseline[mutant.message, ""]
        if not mutant.message:
            tries = [
                attack
                for (said, table), some in baseline.items()
                if not said and table == mutant.table
                for attack in some
            ]
        if mutant.name.endswith("_update") and mutant.message:
            tries = [each for each in tries if each.name.startswith(("update", "upsert"))]
        if self.vendor == "postgresql":
            for statement in mutant.weaken:
                self.owner.execute(statement)
        try:
            return self._attack(mutant, tries), len(tries)
        finally:
            for statement in mutant.restore:
                self.owner.execute(statement)

    def _attack(self, mutant: Mutant, tries: list[Attack]) -> str:
        said, judged = "survived", 0
        for attack in Random(3).sample(tries, len(tries)):
            self.door.begin()
            if self.vendor == "sqlite":
                for statement in mutant.weaken:
                    self.door.connection.execute(statement)
            if not self.door.refused(attack):
                said = "silent"
                judged += 1
                if is_of_session(mutant) or self.oracle.judge_again():
                    said = "missed"
            self.door.end()
            if said == "missed" or judged == (TRIES if mutant.message else 10 * TRIES):
                break
        return said
