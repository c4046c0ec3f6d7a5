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

# Refusals that no attack misses, each with the reason why it may stay.
EQUIVALENT = {
    r"LED009: .* of (registry|review|gate|dispatch)_(?!item|series)\w+\.": (
        "the conditions of the act read the row that is referred to, and find none"
    ),
    r"LED008: .* of (ledger_event|accounts_post|directory_country|registry_lawfulact|"
    r"registry_number|registry_movement|registry_release|review_override|gate_clearance|"
    r"gate_signature)\.": "another condition compares the value, so that no other kind passes",
    r"LED003: .* of (ledger_event|accounts_\w+|directory_\w+|registry_lawfulact|registry_series|"
    r"registry_movement|review_\w+|gate_clearance) with": (
        "the record has an event of the row that would be replaced, and keeps it"
    ),
    r"gate_dispatch_dispatch_insert: GAT012": (
        "the only states with the act are those after a signature, and a movement asks again"
    ),
}
TRIES = 120  # attacks taken without the refusal, each judged by the oracle


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
        for message in dict.fromkeys(refusal.message for refusal in refusals):
            rest = [refusal for refusal in refusals if refusal.message != message]
            left = honest(trigger.name, table, timing, rest)
            yield Mutant(trigger.name, table, message, left.statements)


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
    missed, equal = 0, 0
    survivors: list[str] = []
    silent: list[str] = []
    with opened(engine, full_house) as connection:
        door = Door(engine, connection.settings_dict, "knowing")
        oracle = Oracle("sqlite", door.rows)
        assert oracle.look() == []
        baseline = _baseline(door, oracle)
        taken = [attack for (said, _), some in baseline.items() if not said for attack in some]
        for mutant in mutants():
            tries = baseline[mutant.message, ""]
            if not mutant.message:
                tries = [each for each in taken if each.table == mutant.table] or taken
            if mutant.name.endswith("_update") and mutant.message:
                tries = [each for each in tries if each.name.startswith(("update", "upsert"))]
            verdict = _attack_without(door, oracle, mutant, tries)
            place = f"{mutant.name}: {mutant.message}"
            if verdict == "missed":
                missed += 1
            elif any(re.search(named, place) for named in EQUIVALENT):
                equal += 1
            else:
                (silent if verdict == "silent" else survivors).append(f"{place} ({len(tries)})")
        door.close()
    print(f"\n{missed} refusals missed, {equal} named equivalent, in {len(taken)} attacks taken.")
    assert survivors == []  # no attack gets through without it
    assert silent == []  # something gets through, and the oracle does not mind


def _attack_without(door: Door, oracle: Oracle, mutant: Mutant, tries: list[Attack]) -> str:
    """Say whether the refusal is missed: 'silent' if something is taken and nobody complains."""
    said = "survived"
    tries = Random(3).sample(tries, len(tries))
    door.begin()
    door.connection.execute(f"DROP TRIGGER {mutant.name}")
    for statement in mutant.statements:
        door.connection.execute(statement)
    judged = 0
    for attack in tries:
        door.connection.execute("SAVEPOINT attack")
        if not door.refused(attack):
            said = "silent"
            judged += 1
            if oracle.judge_again():
                said = "missed"
        door.connection.execute("ROLLBACK TO attack")
        if said == "missed" or judged == (TRIES if mutant.message else 10 * TRIES):
            break
    door.end()
    return said


def test_codes_of_refusals_are_codes() -> None:
    for mutant in mutants():
        assert not mutant.message or re.match(r"[A-Z]{3}\d{3}: .+\.$", mutant.message)
