"""Which refusal does nobody need? Each is taken out of its trigger in turn, and attacked.

A refusal that no attack misses is either named below, with the reason why it may stay, or the
attacks are too few. SQLite is enough: both engines' triggers are made from one registry.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import NamedTuple
from unittest.mock import patch

import pytest

from cabinet.ledger.guards import sqlite as guards
from cabinet.ledger.guards.registry import declared
from cabinet.ledger.guards.trigger import Branch, Trigger
from tests.cabinet.gate.under_attack.attacks import Attack
from tests.cabinet.gate.under_attack.doors import Door
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.cabinet.gate.under_attack.storm import all_attacks
from tests.engines import Engine, Settings, Sqlite, opened

EQUIVALENT: dict[str, str] = {}
TRIES = 60


class Mutant(NamedTuple):
    """A trigger without one of its refusals; ``message`` is empty for a trigger left out whole."""

    name: str
    table: str
    message: str
    statements: tuple[str, ...]


def mutants() -> Iterator[Mutant]:
    """Yield every trigger of SQLite without each of its refusals, and without itself."""
    made: dict[str, tuple[str, str, list[Branch]]] = {}
    honest = guards._refusing

    def watch(name: str, table: str, timing: str, refusals: list[Branch]) -> Trigger:
        made[name] = (table, timing, list(refusals))
        return honest(name, table, timing, refusals)

    with patch.object(guards, "_refusing", watch):
        everything = guards.triggers(declared())
    for trigger in everything:
        if trigger.name not in made:
            yield Mutant(trigger.name, trigger.table, "", ())
            continue
        table, timing, refusals = made[trigger.name]
        for place, refusal in enumerate(refusals):
            rest = refusals[:place] + refusals[place + 1 :]
            left = honest(trigger.name, table, timing, rest)
            yield Mutant(trigger.name, table, refusal.message, left.statements)


def _baseline(door: Door, oracle: Oracle) -> dict[tuple[str, str], list[Attack]]:
    """Return every attack by the words that refuse it, or by ('', its table) if it is taken."""
    found: dict[tuple[str, str], list[Attack]] = defaultdict(list)
    for attack in all_attacks(oracle, Random(7)):
        door.begin()
        said = door.refused(attack)
        door.end()
        found[("", attack.table) if not said else (said, "")].append(attack)
    return found


@pytest.mark.slow  # every attack once, then some against each mutant
@pytest.mark.skipif("SOAK" not in os.environ, reason="two minutes: run with SOAK=1")
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_every_refusal_is_missed_by_some_attack(engine: Engine, full_house: Settings) -> None:
    assert isinstance(engine, Sqlite)
    missed = 0
    survivors: list[str] = []
    silent: list[str] = []
    with opened(engine, full_house) as connection:
        door = Door(engine, connection.settings_dict, "knowing")
        oracle = Oracle("sqlite", door.rows)
        assert oracle.look() == []
        baseline = _baseline(door, oracle)
        for mutant in mutants():
            tries = baseline[(mutant.message, "") if mutant.message else ("", mutant.table)]
            verdict = _attack_without(door, oracle, mutant, tries)
            place = f"{mutant.name}: {mutant.message}"
            if verdict == "missed":
                missed += 1
            elif place not in EQUIVALENT:
                (silent if verdict == "silent" else survivors).append(f"{place} ({len(tries)})")
        door.close()
    print(f"\n{missed} refusals missed, {len(EQUIVALENT)} named equivalent.")
    print("\n".join(["survived:", *survivors, "silent:", *silent]))
    assert (survivors, silent) == ([], [])


def _attack_without(door: Door, oracle: Oracle, mutant: Mutant, tries: list[Attack]) -> str:
    """Say whether the refusal is missed: 'silent' if something is taken and nobody complains."""
    said = "survived"
    Random(3).shuffle(tries)
    door.begin()
    door.connection.execute(f"DROP TRIGGER {mutant.name}")
    for statement in mutant.statements:
        door.connection.execute(statement)
    for attack in tries[:TRIES]:
        door.connection.execute("SAVEPOINT attack")
        if not door.refused(attack):
            said = "silent"
            if oracle.judge_again():
                said = "missed"
        door.connection.execute("ROLLBACK TO attack")
        if said == "missed":
            break
    door.end()
    return said


def test_codes_of_refusals_are_codes() -> None:
    for mutant in mutants():
        assert not mutant.message or re.match(r"[A-Z]{3}\d{3}: .+\.$", mutant.message)
