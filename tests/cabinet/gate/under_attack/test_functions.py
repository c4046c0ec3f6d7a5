"""SQLite makes the record with the application's own functions: without them, or with lies."""

from __future__ import annotations

from random import Random

import pytest

from tests.cabinet.gate.under_attack.attacks import Attack, insertion
from tests.cabinet.gate.under_attack.doors import Door
from tests.cabinet.gate.under_attack.forge import Forger
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.cabinet.gate.under_attack.world import World
from tests.engines import Engine, Settings, opened

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
RECORDED = ("registry_movement", "review_verdict", "accounts_delegation")


def _attack(forger: Forger, table: str, item: int) -> Attack:
    row = forger.forge(table, item)
    if table == "registry_movement":
        row = forger.movement(item, next(x for x in forger.lines(item) if x.name == "return"))
    assert row is not None
    return Attack("", table, [insertion(table, row)])


@pytest.mark.parametrize("table", RECORDED)
def test_plain_client_without_the_functions_fails_closed(
    engine: Engine, full_house: Settings, papers: dict[tuple[str, str], int], table: str
) -> None:
    with opened(engine, full_house) as connection:
        plain = Door(engine, connection.settings_dict, "plain")
        knowing = Door(engine, connection.settings_dict, "knowing")
        oracle = Oracle("sqlite", knowing.rows)
        assert oracle.look() == []
        forger = Forger(World(oracle.last), Random(1))
        attack = _attack(forger, table, papers["memorandum", "under_review"])

        assert "no such function: cabinet_" in plain.refused(attack)
        assert knowing.refused(attack) == ""
        assert oracle.look() == []
        plain.close()
        knowing.close()


@pytest.mark.parametrize("table", RECORDED)
def test_client_with_lying_functions_is_found_out(
    engine: Engine, full_house: Settings, papers: dict[tuple[str, str], int], table: str
) -> None:
    """The database cannot refuse a lie of the function that it asks; the chain tells it."""
    with opened(engine, full_house) as connection:
        lying = Door(engine, connection.settings_dict, "lying")
        oracle = Oracle("sqlite", lying.rows)
        assert oracle.look() == []
        forger = Forger(World(oracle.last), Random(1))
        attack = _attack(forger, table, papers["memorandum", "under_review"])

        assert lying.refused(attack) == ""
        assert any(each.startswith("chain: event") for each in oracle.look())
        lying.close()
