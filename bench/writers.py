"""Sixteen processes that register at once on SQLite: how long each waits, how much each gets.

Run as ``python -m bench.writers WRITERS SECONDS`` in the environment of an empty office.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from datetime import date
from multiprocessing import get_context
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cabinet.config.settings")
django.setup()

from django.db import connection, connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.officers import Officers  # noqa: E402
from cabinet.config.day.furnishing import furnish_house  # noqa: E402

WARMING = 5


def write(ready: Any, seconds: float, told: Any) -> None:
    """Register letters for so long, from when all are ready; tell each one's time."""
    connection.close()
    officers = Officers()
    for _ in range(WARMING):
        officers.register()
    ready.wait()
    times, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end:
        began = time.perf_counter()
        officers.register()
        times.append(time.perf_counter() - began)
    told.put(times)


def main(writers: int, seconds: float) -> None:
    """Print the figures as JSON: letters a second, waits in milliseconds, the shares."""
    furnish_house(begins_on=date(2019, 1, 1), at=timezone.now(), password_hash="!")
    connections.close_all()
    forked = get_context("fork")
    ready, told = forked.Barrier(writers), forked.Queue()
    processes = [forked.Process(target=write, args=(ready, seconds, told)) for _ in range(writers)]
    for process in processes:
        process.start()
    found = [told.get() for _ in processes]
    for process in processes:
        process.join()
    waits = sorted(wait * 1000 for times in found for wait in times)
    shares = [len(times) for times in found]
    print(
        json.dumps(
            {
                "rate": len(waits) / seconds,
                "median": statistics.median(waits),
                "p99": statistics.quantiles(waits, n=100)[-1],
                "most": waits[-1],
                "least share": min(shares),
                "most share": max(shares),
            }
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
