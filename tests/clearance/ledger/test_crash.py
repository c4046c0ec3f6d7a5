"""Killed at every step, and on a full disk: the log goes on where it was, nothing missing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from clearance.ledger import tiles, tree
from clearance.ledger.log import CHECKPOINT, Log, LogReader
from clearance.ledger.note import is_signed
from tests.clearance.ledger.house import KEY

ROUNDS = 500


def entries(begin: int, count: int) -> list[bytes]:
    return [b"entry %d" % number for number in range(begin, begin + count)]


def append(place: Path, count: int) -> None:
    log = Log(tiles.Folder(place), KEY.name, KEY)
    log.append(entries(log.size, count))


def require_whole(place: Path) -> int:
    """Return the size of a log whose checkpoint, tiles and entries are those of its acts."""
    if not (place / CHECKPOINT).exists():
        return 0
    reader = LogReader(tiles.Folder(place), (place / CHECKPOINT).read_text())
    told = entries(0, reader.size)
    assert is_signed(reader.note, KEY.public)
    assert list(reader.entries()) == told
    assert reader.checkpoint.root == tree.root_of([tree.leaf_hash(each) for each in told])
    if reader.size:
        assert reader.inclusion_proof(reader.size - 1) is not None
    return reader.size


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


@pytest.mark.slow  # a process is killed five hundred times
def test_killed_at_every_step_the_log_goes_on_where_it_was(tmp_path: Path) -> None:
    dice = Random(11)
    size = 0
    killed = 0
    for number in range(ROUNDS):
        count = dice.choice([1, 7, 100, 256, 300])
        child = os.fork()
        if child == 0:
            die_at(number % 34)
            try:
                append(tmp_path, count)
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        if number % 5 == 0 or number > ROUNDS - 40:
            found = require_whole(tmp_path)
            assert found >= size
            size = found
        if size > 3000:  # begin anew: reading it whole takes its time
            shutil.rmtree(tmp_path)
            tmp_path.mkdir()
            size = 0
    append(tmp_path, 1)
    assert require_whole(tmp_path)
    assert killed > ROUNDS // 3


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "small"
    place.mkdir()
    mounted = shutil.which("mount") and os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)],
        check=False, capture_output=True,
    ).returncode == 0  # fmt: skip
    if not mounted:
        pytest.skip("NOT PROVEN: the log on a full disk (a small disk needs root to mount it).")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_full_disk_is_told_and_the_log_goes_on_when_there_is_room(small_disk: Path) -> None:
    place = small_disk / "log"
    filler = small_disk / "filler"
    sizes = []
    for number in range(60):
        filler.write_bytes(b"")
        append(place, 3)
        before = require_whole(place)
        with suppress(OSError), filler.open("ab", buffering=0) as file:
            while file.write(b"x" * 4096) == 4096:
                pass
        os.truncate(filler, max(0, filler.stat().st_size - 4096 * (number % 5)))
        try:
            append(place, 300)
        except OSError:
            sizes.append(before)
        assert require_whole(place) >= before
        if before > 1500:
            filler.unlink()
            shutil.rmtree(place)
    assert sizes, "the disk was never full"
