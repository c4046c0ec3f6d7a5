"""The nursery itself, run as a program: it forks a child for each line that it reads."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import django

django.setup()

from django.db import connection, connections  # noqa: E402  (Django must be set up first)
from django.utils import timezone  # noqa: E402

from cabinet.gate.actions import direct_incoming  # noqa: E402
from cabinet.gate.actions.incoming import Arrived, Direction, receive_and_register  # noqa: E402
from cabinet.registry.models import Item  # noqa: E402
from cabinet.review.context import warm  # noqa: E402
from clearance.gate import Refused  # noqa: E402
from clearance.terms import Language  # noqa: E402
from tests.cabinet.gate.under_attack import acts  # noqa: E402

FOLDER = Path(os.environ["CHILDREN"])
_A_LETTER = "A letter, no. 0."  # as the papers of the stage are


def say(text: str) -> None:
    """Append a line to the child's file, in one write."""
    with (FOLDER / f"{os.getpid()}.said").open("a") as file:
        file.write(f"{text}\n")


def wait_at_the_gate() -> None:
    """Wait until the parent lets all children begin."""
    connection.ensure_connection()
    (FOLDER / f"{os.getpid()}.waits").touch()
    while not (FOLDER / "start").exists():
        time.sleep(0.001)


def register(times: str) -> None:
    """Register letters; say the key and the number of each, and how long the longest took."""
    stage = acts.Stage()
    by, longest = stage.duty("clerk"), 0.0
    wait_at_the_gate()
    for _ in range(int(times)):
        began = time.monotonic()
        arrived = Arrived(stage.file(), subject="Hosting", sender=stage.addressees[0])
        item = receive_and_register(arrived=arrived, by=by, at=timezone.now())
        longest = max(longest, time.monotonic() - began)
        say(f"registered {item.pk} {item.number.text}")
    say(f"longest {longest * 1000:.0f} ms")


def direct(username: str, unit: str, *items: str) -> None:
    """Direct each paper to a unit, as its page showed it before; say what came of it."""
    stage = acts.Stage()
    by = stage.duty(username)
    pages = [Item.objects.get(pk=int(key)) for key in items]
    seen = {item.pk: item.moves for item in pages}
    direction = Direction(next(each for each in stage.units if each.code == unit))
    wait_at_the_gate()
    for item in pages:
        _wait_for_the_other(item.pk, username)
        try:
            direct_incoming(
                item=item, direction=direction, by=by, at=timezone.now(), seen_moves=seen[item.pk]
            )
        except Refused as refused:
            say(f"{item.pk} {type(refused).__name__}")
        else:
            say(f"{item.pk} done")


def _wait_for_the_other(item: int, username: str) -> None:
    """Wait until two officers have the same paper in hand."""
    (FOLDER / f"paper {item} {username}").touch()
    while len(list(FOLDER.glob(f"paper {item} *"))) < 2:
        time.sleep(0.0002)


def act(seed: str) -> None:
    """Do acts until killed; after each say the paper, its movements and the record's length."""
    stage = acts.Stage(int(seed))
    desks = ["clerk", "political", "legal"]
    while True:
        items = list(Item.objects.order_by("-id")[:8])
        if not items or stage.dice.random() < 0.2:
            said = acts.begin(stage, stage.duty(stage.dice.choice(desks)))
            item = Item.objects.order_by("-id").first()
        else:
            item = stage.dice.choice(items)
            name, by = acts.forward(stage, item)
            said = acts.act_on(stage, item, name, by)
        if said == "done" and item is not None:
            item.refresh_from_db()
            with connection.cursor() as cursor:
                cursor.execute("SELECT MAX(seq) FROM ledger_event")
                length = cursor.fetchone()[0]
            say(f"done {item.pk} {item.moves} {length}")


TASKS: dict[str, Callable[..., None]] = {"register": register, "direct": direct, "act": act}


def _read_the_registers() -> None:
    """Compile the checks and ask each once, which every child would else do anew.

    No connection stays open. What is loaded now is set apart: a child that searched it for rubbish
    would copy all of it.
    """
    reviewer = warm().reviewer
    for language in Language:
        reviewer.review(_A_LETTER, language=language)
    connections.close_all()
    gc.collect()
    gc.freeze()


def main() -> None:
    """Fork a child for each line; no child is born with a connection of the nursery's."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not waited for
    is_warm = False
    for line in sys.stdin:
        task, *arguments = line.split()
        if task in ("act", "fail") and not is_warm:
            _read_the_registers()
            is_warm = True
        child = os.fork()
        if child == 0:
            try:
                TASKS[task](*arguments)
            except BaseException:
                say("CRASHED " + traceback.format_exc().replace("\n", " | "))
            finally:
                (FOLDER / f"{os.getpid()}.ended").touch()
                os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
