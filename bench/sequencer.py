"""The office's sequencer alone: prints events a second, by the clock and by the processor.

    python -m bench.sequencer

The events stand in a database that holds nothing else; each batch of 100 is read, committed to,
written with fsync and signed, as ``cabinet sequence`` does it.
"""

from __future__ import annotations

import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cabinet.config.settings")
django.setup()

from django.db import connection  # noqa: E402  (the settings come first)
from tests.clearance.ledger.house import House  # noqa: E402

from cabinet.ledger.log.sequencer import bring_in  # noqa: E402

_EVENTS = 20_000
_TABLE = """
    CREATE TABLE ledger_event (seq bigint PRIMARY KEY, table_name text, row_id bigint, amends int,
        at text, payload text, hash text)
"""


def main() -> None:
    """Print the two rates."""
    house, paper = House(), 0
    while len(house.events) < _EVENTS:
        paper += 1
        house.outgoing(paper, f"OIC/POL/2026/{paper}")
    with connection.cursor() as cursor:
        cursor.execute(_TABLE)
        cursor.executemany(
            "INSERT INTO ledger_event VALUES (%s, %s, %s, %s, %s, %s, %s)",
            [tuple(each) for each in house.written()],
        )
    done, began, worked = 0, time.perf_counter(), time.process_time()
    while new := bring_in(100):
        done += new
    print(done / (time.perf_counter() - began), done / (time.process_time() - worked))


if __name__ == "__main__":
    main()
