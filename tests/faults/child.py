"""Writers for the nursery that outlive faults: each goes on as the office does between requests."""

from __future__ import annotations

import os
import time

from tests.cabinet.gate.concurrency.child import FOLDER, TASKS, main, say, wait_at_the_gate

# isort: split
from django.db import DatabaseError, InterfaceError, close_old_connections
from django.utils import timezone

from cabinet.gate.actions.incoming import Arrived, receive_and_register
from tests.cabinet.gate.under_attack import acts


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


TASKS["keep_registering"] = keep_registering

if __name__ == "__main__":
    main()
