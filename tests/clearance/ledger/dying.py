"""Processes that append to a log and are killed at a call that reaches the disk.

Run as a program it forks one for each line that it reads, ``step count place``, and says whether
it was killed: a fork of a test process copies the tables of half a gigabyte.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from clearance.ledger import tiles
from clearance.ledger.log import Log
from tests.clearance.ledger.house import KEY


def entries(begin: int, count: int) -> list[bytes]:
    return [b"entry %d" % number for number in range(begin, begin + count)]


def append(place: Path, count: int) -> None:
    log = Log(tiles.Folder(place), KEY.name, KEY)
    log.append(entries(log.size, count))


def die_at(step: int) -> None:
    """Let this process be killed at the step-th call that reaches the disk."""
    left = step

    def counted(real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)

        return call

    os.fsync = counted(os.fsync)
    os.fdopen = counted(os.fdopen)
    tempfile.mkstemp = counted(tempfile.mkstemp)
    shutil.rmtree = counted(shutil.rmtree)
    Path.replace = counted(Path.replace)  # type: ignore[method-assign]


def main() -> None:
    """Fork a child for each line; it appends, and dies at its step."""
    for line in sys.stdin:
        step, count, place = line.rstrip("\n").split(" ", 2)
        child = os.fork()
        if child == 0:
            die_at(int(step))
            try:
                append(Path(place), int(count))
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        print(int(os.WIFSIGNALED(status)), flush=True)


if __name__ == "__main__":
    main()
