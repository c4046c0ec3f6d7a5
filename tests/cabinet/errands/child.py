"""Workers for the nursery: each does errands until none is left, under a lease of a second."""

from __future__ import annotations

import time
from datetime import timedelta

from tests.cabinet.gate.concurrency.child import TASKS, main, say, wait_at_the_gate

# isort: split
from django.utils import timezone

from cabinet.errands import actions
from cabinet.errands.models import Errand
from cabinet.errands.worker import do_next, name_of_worker
from tests.cabinet.errands import errands

LEASE = timedelta(seconds=1)


def work() -> None:
    """Do errands until every one is done, those of the dead too."""
    actions.LEASE = LEASE
    wait_at_the_gate()
    done = 0
    while True:
        if do_next(name_of_worker(), timezone.now):
            done += 1
        elif Errand.objects.filter(state=Errand.State.WAITING).exists():
            time.sleep(0.05)
        else:
            break
    say(f"done {done} of {errands.write_line.name}")


TASKS["work"] = work

if __name__ == "__main__":
    main()
