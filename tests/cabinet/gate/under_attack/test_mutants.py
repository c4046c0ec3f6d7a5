"""Which refusal does nobody need? Each is taken out of its trigger in turn, and attacked.

A refusal that no attack misses is either named below, with the reason why it may stay, or the
attacks are too few.
"""

from __future__ import annotations

import os
import re
from random import Random

import pytest

from tests.cabinet.gate.under_attack.mutants import Mutant, mutants
from tests.cabinet.gate.under_attack.proving import ProvingGround
from tests.engines import Engine, Settings, opened

# Refusals that no attack misses, each with the reason why it may stay.
EQUIVALENT = {
    r"sqlite .* LED009: .* of (registry|review|gate|dispatch)_(?!item|series)\w+\.": (
        "the conditions of the act read the row that is referred to, and find none"
    ),
    r"sqlite .* LED009: .* of (terminology_edition|audit_(sample|auditfile))\.": (
        "who, under which post and by which delegation: the authority is read from those rows"
    ),
    r"sqlite gate_registry_series_update: LED009": (
        "who put it out of use, under which post: both are read, and found, by REG016"
    ),
    r"sqlite .* LED008: .* of (ledger_event|registry_lawfulact|registry_release)\.": (
        "another condition compares the value, so that no other kind passes"
    ),
    r"sqlite .* LED008: .* of (accounts_post|directory_country)\.": (
        "the record tells every column, and JSON holds no value of that kind"
    ),
    r"sqlite .* LED003: .* of (ledger_event|accounts_\w+|directory_\w+|terminology_\w+|"
    r"registry_(series|movement)|review_\w+|gate_clearance|audit_\w+) with": (
        "the record has an event of the row that would be replaced, and keeps it; what changes "
        "nothing does no harm"
    ),
    r"sqlite gate_registry_lawfulact_insert: LED003": "nothing is added to the table (LED004)",
    r"postgresql .*_truncate: LED001": "the Cabinet's account has no right to truncate a table",
    r"postgresql gate_(ledger_event|registry_lawfulact)_": (
        "the Cabinet's account has no right to write into the table"
    ),
    r"postgresql gate_accounts_ending_insert: ACC009": "the table's own CHECK says the same",
    r"postgresql .*_insert: LED008: .* of (registry_number|review_\w+|gate_\w+|dispatch_\w+|"
    r"terminology_decision|audit_(viewing|sample|auditfile|findingstep))\.": (
        "the only days of the row are held to this day by another condition"
    ),
    r"postgresql gate_registry_movement_insert: LED008": (
        "a deadline goes on to the item, and is refused there"
    ),
    r"postgresql gate_registry_item_moved_update: LED008": (
        "moment and deadline are those of a movement (REG003), which was refused there"
    ),
    r"postgresql draw_registry_number: $": (
        "it fills in what a row leaves open, and what it filled in is judged like all else"
    ),
    r"gate_dispatch_dispatch_insert: GAT012": (
        "the only states with the act are those after a signature, and a movement asks again"
    ),
}
AT_ONCE = 25  # triggers thrown at a run; ``make soak`` takes all, and those named above
ALONE = "registry_item"  # takes minutes, so that only ``make soak`` takes it
# Where nothing but the session's own guard refuses a session of another zone, place or isolation:
# of the tables drawn at random none may be so.
PLAIN = "accounts_unit"


def chosen(vendor: str) -> list[Mutant]:
    """Return all mutants, or those of some tables thrown at this run."""
    everything = list(mutants(vendor))
    if os.environ.get("SOAK"):
        return everything
    everything = [each for each in everything if not is_named(vendor, each)]
    tables = list(dict.fromkeys(each.table for each in everything if each.table))
    tables.remove(ALONE)
    Random().shuffle(tables)
    some = [each for each in everything if not each.table]  # of every table at once
    for table in tables:
        if len(some) < AT_ONCE:
            some += [each for each in everything if each.table == table]
    return some


def is_named(vendor: str, mutant: Mutant) -> bool:
    """Tell whether a mutant is named equivalent."""
    place = f"{vendor} {mutant.name}: {mutant.message}"
    return any(re.search(named, place) for named in EQUIVALENT)


@pytest.mark.slow  # every attack on some tables once, then some against each mutant
def test_every_refusal_is_missed_by_some_attack(engine: Engine, full_house: Settings) -> None:
    some = chosen(engine.name)
    missed, equal = 0, 0
    wrong: list[str] = []
    with opened(engine, full_house) as connection:
        ground = ProvingGround(engine, connection.settings_dict)
        baseline = ground.baseline({each.table for each in some if each.table} | {PLAIN})
        for mutant in some:
            said, tries = ground.verdict(mutant, baseline)
            if said == "missed":
                missed += 1
            elif is_named(engine.name, mutant):
                equal += 1
            else:
                wrong.append(f"{said}: {mutant.name}: {mutant.message} ({tries})")
        assert ground.oracle.look() == []  # all that was weakened is whole again
        ground.close()
    print(f"\n{engine.name}: {missed} refusals missed, {equal} named equivalent, of {len(some)}.")
    assert wrong == []


@pytest.mark.parametrize("vendor", ["sqlite", "postgresql"])
def test_codes_of_refusals_are_codes(vendor: str) -> None:
    for mutant in mutants(vendor):
        assert not mutant.message or re.match(r"[A-Z]{3}\d{3}: .+\.$", mutant.message)
