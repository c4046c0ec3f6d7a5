"""Every attack on a full house, one after the other, each undone before the next."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.cabinet.gate.under_attack.attacks import (
    Attack,
    false_events,
    forgeries,
    half_acts,
    in_one_statement,
    late_copies,
    on_rows,
    texts_of_a_move,
)
from tests.cabinet.gate.under_attack.forge import Forger
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.cabinet.gate.under_attack.scene import FORGED
from tests.cabinet.gate.under_attack.snapshot import TABLES


def all_attacks(oracle: Oracle, dice: Random, share: float = 1) -> Iterator[Attack]:
    """Yield every attack on the database that an oracle has just looked at, or a share of them."""
    forger = Forger(oracle.world(), dice)
    for table in (*TABLES, "ledger_event"):
        attacks = on_rows(forger, oracle.vendor, [table])
        yield from (attack for attack in attacks if share == 1 or dice.random() < share)
    yield from false_events(forger)
    items = list(oracle.last.rows["registry_item"])
    for table in TABLES:
        for item in items if table in FORGED else items[:1]:
            if dice.random() < (share if table in FORGED else 1):
                yield from forgeries(forger, table, item, oracle.vendor)
    for item in items:
        if dice.random() >= share:
            continue
        yield from half_acts(forger, item)
        yield from texts_of_a_move(forger, item, oracle.vendor)
        yield from late_copies(forger, item)
        if oracle.vendor == "postgresql":
            yield from in_one_statement(forger, item)
