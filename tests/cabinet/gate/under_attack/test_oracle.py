"""What the oracle does not ask again would be answered as before: it misses nothing by it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from tests.cabinet.gate.under_attack.attacks import Attack
from tests.cabinet.gate.under_attack.doors import Door
from tests.cabinet.gate.under_attack.houses import oracle_at
from tests.cabinet.gate.under_attack.oracle import LAWS, Oracle
from tests.cabinet.gate.under_attack.snapshot import TABLES
from tests.cabinet.gate.under_attack.storm import all_attacks
from tests.cabinet.gate.under_attack.world import World
from tests.engines import Engine, Postgresql, Settings, opened

THROWN = 25  # of those that are taken once no guard refuses them


def _without_guards(engine: Engine, settings: Settings, door: Door) -> None:
    """Let every table take anything, and the record still tell of it."""
    if isinstance(engine, Postgresql):
        owner = engine.bare(settings, engine.owner)
        guards = "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE tgname LIKE 'gate%'"
        for table, name in owner.execute(guards).fetchall():
            owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
        owner.close()
    else:
        guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'gate%'"
        for (name,) in door.connection.execute(guards).fetchall():
            door.connection.execute(f"DROP TRIGGER {name}")


def _some(oracle: Oracle, dice: Random) -> list[Attack]:
    """Return some attacks of each table, mixed."""
    some: list[Attack] = []
    for table in TABLES:
        found = list(all_attacks(oracle, dice, 0.01, [table]))
        some += dice.sample(found, min(4, len(found)))
    dice.shuffle(some)
    return some


def test_judgement_that_is_spared_is_the_whole_one(engine: Engine, full_house: Settings) -> None:
    judged = wrong = 0
    with opened(engine, full_house) as connection:
        settings = connection.settings_dict
        door = Door(engine, settings, "knowing" if engine.name == "sqlite" else "worker")
        _without_guards(engine, settings, door)
        oracle = oracle_at(engine, door.connection)
        for attack in _some(oracle, Random()):
            door.begin()
            if not door.refused(attack):
                spared = sorted(oracle.judge_again())
                whole = Oracle(engine.name, door.connection, last=oracle.last).judge_again()
                assert spared == sorted(whole), attack
                judged, wrong = judged + 1, wrong + bool(spared)
            door.end()
            if judged == THROWN:
                break
        door.close()
    assert judged == THROWN
    assert wrong > judged / 4


def test_law_sees_the_tables_that_it_names_and_no_other(
    engine: Engine, full_house: Settings
) -> None:
    with opened(engine, full_house) as connection:
        door = Door(engine, connection.settings_dict, "worker")
        world = oracle_at(engine, door.connection).world()
        door.close()
    for law in LAWS:
        part = world.of_tables(law.tables)

        for table in {*TABLES}.difference(law.tables):
            for ask in _asked(part):
                with pytest.raises(LookupError):
                    ask(table)


def _asked(world: World) -> tuple[Callable[[str], object], ...]:
    """Return all that a world answers about a table."""
    return (
        world.rows.__getitem__,
        lambda table: world.of(table, "id", 1),
        lambda table: world.at(table, 1),
        lambda table: world.written(table, 1),
        lambda table: world.told_last(table, 1),
    )
