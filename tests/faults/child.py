"""Writers for the nursery that outlive faults: each goes on as the office does between requests."""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

from tests.cabinet.gate.concurrency.child import FOLDER, TASKS, main, say, wait_at_the_gate

# isort: split
from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone

from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.ledger.rows_only import tables_may_change
from cabinet.registry.models import Item
from clearance.gate import Refused
from tests.cabinet.gate.under_attack import acts
from tests.cast import paper
from tests.faults.disk import Control

HOUR = 3_600  # seconds
LEAPS = (0, 0, 1, -1, HOUR, -HOUR, 20 * HOUR, -20 * HOUR, 40 * 24 * HOUR, -40 * 24 * HOUR)
ACTS, CALLS = 6, 300  # acts of a round; among so many calls of the disk one is chosen to fail


def keep_registering() -> None:
    """Register letters until told to stop; say each number that was confirmed, each failure."""
    stage = acts.Stage()
    by = stage.duty("clerk")
    nursery = os.getppid()
    wait_at_the_gate()
    while not (FOLDER / "stop").exists() and os.getppid() == nursery:
        close_old_connections()  # what Django does before and after each request, and no more
        arrived = Arrived(stage.files[0], subject="Hosting", sender=stage.addressees[0])
        try:
            item = receive_and_register(arrived=arrived, by=by, at=timezone.now())
        except (DatabaseError, InterfaceError) as error:
            say(f"away {type(error).__name__} {str(error).splitlines()[0]}")
            time.sleep(0.02)
        else:
            say(f"registered {item.pk} {item.number.text}")


def live(seed: str, times: str, synchronous: str = "") -> None:
    """Do acts on papers with files of their own; say the settings, and each act that was confirmed.

    ``synchronous`` weakens the connection's setting, to show that the test can fail.
    """
    stage = acts.Stage(int(seed))
    desks = ["clerk", "political", "legal"]
    with tables_may_change(connection), connection.cursor() as cursor:
        if synchronous:
            cursor.execute(f"PRAGMA synchronous={synchronous}")
        told = {}
        for name in ("journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync"):
            cursor.execute(f"PRAGMA {name}")
            told[name] = cursor.fetchone()[0]
    say(f"settings {told['journal_mode']} {told['synchronous']}")
    for no in range(int(times)):
        try:
            said = _one_act(stage, no, desks)
        except (DatabaseError, OSError) as error:
            say(f"failed {type(error).__name__} {str(error).splitlines()[0]}")
            connection.close()
        else:
            if said:
                say(said)


def _one_act(stage: acts.Stage, no: int, desks: list[str]) -> str:
    """Begin a paper or bring one on its way; return what was confirmed, '' for a refusal."""
    stage.files = [paper(f"Letter {no} of {stage.dice.random()}.", f"letter {no}.txt")]
    items = list(Item.objects.order_by("-id")[:8])
    if not items or stage.dice.random() < 0.3:
        said = acts.begin(stage, stage.duty(stage.dice.choice(desks)))
        item = Item.objects.order_by("-id").first()
    else:
        item = stage.dice.choice(items)
        name, by = acts.forward(stage, item)
        said = acts.act_on(stage, item, name, by)
    if said != "done" or item is None:
        return ""
    item.refresh_from_db()
    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(seq) FROM ledger_event")
        length = cursor.fetchone()[0]
    return f"done {item.pk} {item.moves} {length} {stage.files[0].sha256}"


def fail(seed: str, rounds: str, error: str) -> None:
    """Do acts while the disk fails, in each round from another call on, for once or for good."""
    dice = Random(int(seed))
    control = Control(Path(os.environ["FAULTS_CONTROL"]))
    stage = acts.Stage(int(seed))
    for no in range(int(rounds)):
        for_good = dice.random() < 0.5
        control.fail_at(dice.randrange(1, CALLS), error=int(error), for_good=for_good)
        for _ in range(ACTS):
            try:
                said = _one_act(stage, no, ["clerk", "political", "legal"])
            except (DatabaseError, OSError) as failure:
                said = f"failed {type(failure).__name__} {str(failure).splitlines()[0]}"
                connection.close()
            if said:
                say(said)
        control.fail_at(0, error=0, for_good=False)


def leap(seed: str, rounds: str) -> None:
    """Register a letter at each of many wrong times of the machine's clock."""
    dice = Random(int(seed))
    clock = Path(os.environ["FAKETIME_TIMESTAMP_FILE"])
    stage = acts.Stage(int(seed))
    for _ in range(int(rounds)):
        clock.write_text(f"{dice.choice(LEAPS):+d}s\n")
        by = stage.duty("clerk")
        arrived = Arrived(stage.files[0], subject="Hosting", sender=stage.addressees[0])
        try:
            item = receive_and_register(arrived=arrived, by=by, at=timezone.now())
        except (Refused, DatabaseError) as error:
            codes = error.codes[0] if isinstance(error, Refused) else str(error).split(":")[0]
            say(f"refused {codes}")
        else:
            say(f"registered {item.pk} {item.number.text} {by.on}")


TASKS["fail"] = fail
TASKS["leap"] = leap
TASKS["keep_registering"] = keep_registering
TASKS["live"] = live

if __name__ == "__main__":
    main()
