"""SQLite makes the record with the application's own functions: without them, or with lies."""

from __future__ import annotations

from random import Random

import pytest

from cabinet.ledger.log.verify import verify_office
from tests.cabinet.gate.under_attack.attacks import Attack, insertion
from tests.cabinet.gate.under_attack.doors import Door
from tests.cabinet.gate.under_attack.forge import Forger
from tests.cabinet.gate.under_attack.houses import oracle_at
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
        oracle = oracle_at(engine, knowing.connection)
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
        oracle = oracle_at(engine, lying.connection)
        forger = Forger(World(oracle.last), Random(1))
        attack = _attack(forger, table, papers["memorandum", "under_review"])

        assert lying.refused(attack) == ""
        assert any(each.startswith("chain: event") for each in oracle.look())
        lying.close()


class SevenAlways:
    """An aggregate in the place of ``count``: the seven verdicts of a clearance are there."""

    def step(self) -> None:
        """Take a row."""

    def finalize(self) -> int:
        return 7


def test_client_that_counts_wrongly_is_told_by_verify(
    engine: Engine, full_house: Settings, papers: dict[tuple[str, str], int]
) -> None:
    """A client of the file may put functions of its own in the place of SQLite's."""
    with opened(engine, full_house) as connection:
        before = {str(each) for each in verify_office(connection, lambda _: None, with_files=False)}
        door = Door(engine, connection.settings_dict, "knowing")
        oracle = oracle_at(engine, door.connection)
        forger = Forger(World(oracle.last), Random(1))
        item = papers["outgoing", "under_review with a stop"]
        clearance = forger.clearance(item)
        assert clearance is not None
        line = next(each for each in forger.lines(item) if each.name == "clear")
        hand = {name: clearance[name] for name in ("by_id", "post_id")}
        move = (forger.movement(item, line) or {}) | hand
        rows = [insertion("gate_clearance", clearance), insertion("registry_movement", move)]
        attack = Attack("", "", rows)

        assert door.refused(attack).startswith("GAT014")
        door.connection.create_aggregate("count", 0, SevenAlways)
        assert door.refused(attack) == ""
        assert any(each.startswith("clearance: ") for each in oracle.look())
        door.close()
        after = verify_office(connection, lambda _: None, with_files=False)
        told = [each for each in after if str(each) not in before]
        assert any(each.grave for each in told)
