"""The machine: acts by anybody on anything, rights given and ended, and attacks, in any order.

After every fifth step, and after the last, the oracle reads and judges the whole database: nothing
is ever changed back, so what went wrong on the way is there. ``SOAK=n`` in the environment runs n
times as many examples.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from random import Random

from django.db import DatabaseError, connection
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from cabinet.registry.models import Item
from tests.cabinet.gate.under_attack import acts, attacks
from tests.cabinet.gate.under_attack.doors import Door
from tests.cabinet.gate.under_attack.forge import Forger
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.cabinet.gate.under_attack.scene import FORGED
from tests.cabinet.gate.under_attack.snapshot import TABLES
from tests.engines import Engine, Settings, hasty, on_engine

EXAMPLES, STEPS, STEPS_IN_ALL = 8, 60, 2_500  # examples at a time, steps in each
AT_ONCE = 4  # attacks in one step, one after the other
JUDGED_EVERY = 5  # steps
SEEDS = st.integers(0, 2**32 - 1)


class Machine(RuleBasedStateMachine):
    """One house, played and attacked; ``tally`` counts what happened in all houses.

    ``seen``: what the oracle saw in the first house of each mould.
    """

    engine: Engine
    moulds: list[Settings | None]
    tally: Counter[str]
    seen: dict[int, Oracle]

    @initialize(which=st.sampled_from([0, 0, 0, 1]))
    def enter(self, which: int) -> None:
        """Enter an empty house, or one with papers in every state."""
        mould = self.moulds[which]
        self.tally["houses"] += 1
        self.settings = self.engine.cast(mould)
        self.house = on_engine(hasty(self.settings))
        self.house.__enter__()
        self.stage = acts.Stage()
        kinds = ["plain", "knowing"] if self.engine.name == "sqlite" else ["worker"]
        self.doors = [Door(self.engine, self.settings, kind) for kind in kinds]
        self.reader = Door(self.engine, self.settings, kinds[-1])
        client, seen = self.reader.connection, self.seen.get(which)
        made = Oracle(self.engine.name, client, by_reader=True)
        self.oracle = seen.at_a_copy(client) if seen else made
        self.attacked = self.wrong = False
        self.steps = 0
        self.journal: list[str] = []
        self._judge()
        self.seen.setdefault(which, self.oracle.at_a_copy(client))

    def teardown(self) -> None:
        if not self.wrong:
            self._judge()
        for door in (*self.doors, self.reader):
            door.close()
        self.house.__exit__(None, None, None)
        self.engine.discard(self.settings)

    @rule(seed=SEEDS)
    def act(self, seed: int) -> None:
        """An act by anybody on anything, more often one that brings a paper on its way."""
        dice = self.stage.dice = Random(seed)
        items = list(Item.objects.filter(moves__gt=0).order_by("-id"))
        items = items[:5] * 5 + items
        thrown = dice.random()
        if thrown < 0.12 or not items:
            who = dice.choice(["clerk", "political", "legal", "private", "adviser2", ""])
            by = self.stage.duty(who) if who else self.stage.anybody()
            self._done("begin", lambda: acts.begin(self.stage, by))
        elif thrown < 0.2:
            self._done("right", lambda: acts.change_rights(self.stage))
        else:
            item = dice.choice(items)
            name, by = acts.forward(self.stage, item)
            if thrown < 0.3:
                name, by = dice.choice(list(acts.ACTS)), self.stage.anybody()
            self._done("act", lambda: acts.act_on(self.stage, item, name, by))

    @rule(seed=SEEDS)
    def act_too(self, seed: int) -> None:
        """The same again, so that acts are as frequent as attacks."""
        self.act(seed)

    @rule(seed=SEEDS)
    def forge(self, seed: int) -> None:
        """Insert honest-looking rows, or rows that are wrong in one place."""
        dice = Random(seed)
        forger = Forger(self.oracle.see(), dice)
        items = list(forger.rows["registry_item"])
        for _ in range(AT_ONCE):
            table = dice.choice(FORGED if items and dice.random() < 0.8 else TABLES)
            item = dice.choice(items) if items else 0
            if items or table not in FORGED:
                some = attacks.one_forgery(forger, table, item, self.engine.name)
                if self.engine.name == "postgresql" and items and dice.random() < 0.1:
                    some += attacks.in_one_statement(forger, item)
                self._attack(dice, some)

    @rule(seed=SEEDS)
    def rewrite(self, seed: int) -> None:
        """Update, delete, replace, upsert, truncate rows that are there; forge the record."""
        dice = Random(seed)
        forger = Forger(self.oracle.see(), dice)
        if not forger.world.snapshot.events:
            return
        for _ in range(AT_ONCE):
            if dice.random() < 0.1:
                some = list(attacks.false_events(forger))
            else:
                table = dice.choice([*TABLES, "ledger_event"])
                some = attacks.one_on_a_row(forger, table, self.engine.name)
            self._attack(dice, some)

    @invariant()
    def oracle_is_content(self) -> None:
        self.tally["steps"] += 1
        self.steps += 1
        if self.steps % JUDGED_EVERY == 0:
            self._judge()

    def _judge(self) -> None:
        """Let the oracle read and judge everything; what was wrong since stays wrong."""
        wrong = self.oracle.look()
        self.wrong |= bool(wrong)
        assert not wrong, "\n".join([*wrong, "after:", *self.journal[-5 * JUDGED_EVERY :]])

    def _done(self, what: str, act: Callable[[], str]) -> None:
        try:
            said = act()
        except DatabaseError:
            if not self.attacked:  # the paper has half an act of the attacker's: a key is taken
                raise
            said = "key taken"
        self.journal.append(f"{what}: {said}")
        self.tally[f"{what} {'done' if said == 'done' else 'refused'}"] += 1

    def _attack(self, dice: Random, some: list[attacks.Attack]) -> None:
        if not some:
            return
        attack = dice.choice(some)
        if dice.random() < 0.3:
            taken = self._by_the_applications_connection(attack)
        else:
            taken = not dice.choice(self.doors).refused(attack)
        self.journal.append(f"{'taken' if taken else 'refused'}: {attack.name}")
        self.attacked |= taken
        self.tally["attack taken" if taken else "attack refused"] += 1

    def _by_the_applications_connection(self, attack: attacks.Attack) -> bool:
        try:
            with connection.cursor() as cursor:
                for sql, values in attack.statements:
                    cursor.execute(sql.replace("%", "%%").replace("?", "%s"), values)
        except (DatabaseError, OverflowError):
            return False
        return True


def run(engine: Engine, moulds: list[Settings | None]) -> Counter[str]:
    """Run the machine on an engine; return what happened, counted.

    ``moulds``: the databases that the houses are copies of, in turn; None: the empty house.
    """
    soak = int(os.environ.get("SOAK", "1"))
    tally: Counter[str] = Counter()
    machine = type(
        "Run", (Machine,), {"engine": engine, "moulds": moulds, "tally": tally, "seen": {}}
    )
    while tally["steps"] < STEPS_IN_ALL * soak:
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=EXAMPLES * soak,
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                phases=[Phase.generate],  # shrinking takes minutes; the journal tells the steps
                report_multiple_bugs=False,
                suppress_health_check=list(HealthCheck),
            ),
        )
    return tally
