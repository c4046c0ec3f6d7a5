"""Every attack on a full house, one after the other, each undone before the next."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from random import Random

from tests.cabinet.gate.under_attack.attacks import (
    Attack,
    false_events,
    forgeries,
    half_acts,
    in_another_session,
    in_one_statement,
    late_copies,
    on_rows,
    texts_of_a_move,
)
from tests.cabinet.gate.under_attack.forge import Forger
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.cabinet.gate.under_attack.scene import FORGED
from tests.cabinet.gate.under_attack.snapshot import TABLES


def all_attacks(
    oracle: Oracle, dice: Random, share: float = 1, tables: Collection[str] = ()
) -> Iterator[Attack]:
    """Yield every attack on the database that an oracle has just looked at, or a share of them.

    ``tables``: only what is aimed at these; none: at all.
    """
    forger = Forger(oracle.world(), dice)
    chosen = tables or (*TABLES, "ledger_event")
    for table in chosen:
        attacks = on_rows(forger, oracle.vendor, [table])
        yield from (attack for attack in attacks if share == 1 or dice.random() < share)
    if "ledger_event" in chosen:
        yield from false_events(forger)
    items = list(oracle.last.rows["registry_item"])
    for table in (each for each in TABLES if each in chosen):
        # A row of a book may be of several sorts, thrown by dice.
        for item in items if table in FORGED else items[:SORTS]:
            if dice.random() < (share if table in FORGED else max(share, 1 / SORTS)):
                yield from forgeries(forger, table, item, oracle.vendor)
                if oracle.vendor == "postgresql":
                    yield from in_another_session(forger, table, item)
    for item in items:
        if dice.random() >= share:
            continue
        for attack in _of_several_rows(forger, item, oracle.vendor):
            if attack.table in chosen:
                yield attack


SORTS = 4


def _of_several_rows(forger: Forger, item: int, vendor: str) -> Iterator[Attack]:
    yield from half_acts(forger, item)
    yield from texts_of_a_move(forger, item, vendor)
    yield from late_copies(forger, item, vendor)
    if vendor == "postgresql":
        yield from in_one_statement(forger, item)
