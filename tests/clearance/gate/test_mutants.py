"""Which condition of the tables does no test need? Each is taken out in turn, or widened.

A mutant is one line of one table changed in one place: without one of its needs, open to one more
post or from one more state, to another state, in any unit, by any power. The other tests of this
folder are run against it, in a process of its own; the printed page is left out, since it would
notice any change without knowing what is right.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest

from clearance.gate import TABLES, Scope, Table, Transition
from clearance.terms import Power, Role

HERE = Path(__file__).parent
SOME = 8  # mutants in each run of the tests; SOAK runs all
# Mutants that no test can tell from the table, each with the reason.
EQUIVALENT: dict[str, str] = {}


@dataclass(frozen=True)
class Mutant:
    """One line of a table, changed in one place."""

    name: str
    table: Table
    place: int
    line: Transition

    def apply(self) -> None:
        """Put the changed line into the table, wherever the table is known."""
        lines = list(self.table.transitions)
        lines[self.place] = self.line
        object.__setattr__(self.table, "transitions", tuple(lines))


def mutants() -> Iterator[Mutant]:
    """Yield every line of every table with each of its conditions weakened."""
    for table in TABLES.values():
        for place, line in enumerate(table.transitions):
            for what, changed in _weaker(table, line):
                yield Mutant(f"{table.flow} {line.name} {what}", table, place, changed)


def _weaker(table: Table, line: Transition) -> Iterator[tuple[str, Transition]]:
    for need in line.needs:
        rest = tuple(each for each in line.needs if each is not need)
        yield f"without {need.name}", replace(line, needs=rest)
    for role in sorted(set(Role) - line.by):
        yield f"by {role} too", replace(line, by=line.by | {role})
    for role in sorted(line.by):
        if len(line.by) > 1:
            yield f"not by {role}", replace(line, by=line.by - {role})
    for state in table.states:
        if state not in line.sources and table.find(line.name, state) is None:
            yield f"from {state} too", replace(line, sources=(*line.sources, state))
        if line.target is not None and state != line.target:
            yield f"to {state}", replace(line, target=state)
    if line.scope is not Scope.HOUSE:
        yield "anywhere", replace(line, scope=Scope.HOUSE)
    if line.by_matrix:
        yield "without the matrix", replace(line, by_matrix=False)
    for power in Power:
        if power is not line.power:
            yield f"by power {power}", replace(line, power=power)


def _is_caught(mutant: Mutant) -> bool:
    """Run the tests of this folder against the mutant, in a child; tell whether one fails."""
    child = os.fork()
    if child == 0:
        status = 70
        try:
            mutant.apply()
            for name in [each for each in sys.modules if each.startswith("tests.clearance.gate")]:
                del sys.modules[name]  # they ask the table which cases there are
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                status = int(pytest.main([
                    str(HERE), "-x", "-q", "-n", "0", "-p", "no:randomly", "-p",
                    "no:cacheprovider",
                    f"--ignore={HERE / 'test_page.py'}", f"--ignore={HERE / 'test_mutants.py'}",
                ]))  # fmt: skip
        finally:
            os._exit(status)
    _pid, waited = os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(waited)
    assert status in (0, 1, 2), f"{mutant.name}: the tests did not run ({status})"
    return status != 0


@pytest.mark.slow  # the tests of the gate, once for each mutant
def test_every_condition_of_the_tables_is_missed_by_some_test() -> None:
    every = list(mutants())
    some = every if "SOAK" in os.environ else Random().sample(every, SOME)
    survivors = [
        mutant.name for mutant in some if mutant.name not in EQUIVALENT and not _is_caught(mutant)
    ]
    print(f"\n{len(some)} of {len(every)} mutants, {len(EQUIVALENT)} named equivalent.")
    assert survivors == []
