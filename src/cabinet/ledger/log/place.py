"""The folder of the log: one process at a time changes it, and whoever copies it waits."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

HEAD = ".checkpoint"  # how the name of a head ends that left the house


def log_folder() -> Path:
    """Return where the log lies."""
    return Path(settings.LEDGER)


def heads_sent() -> list[Path]:
    """Return the heads of the log that left the house, the newest first."""
    return sorted(Path(settings.CHECKPOINTS).glob(f"*{HEAD}"), reverse=True)


@contextmanager
def alone() -> Iterator[Path]:
    """Hold the folder of the log, made where it is not there: nobody else changes it meanwhile."""
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
