"""Killed at every step, and on a full disk: the log goes on where it was, nothing missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from clearance.ledger import tiles, tree
from clearance.ledger.log import CHECKPOINT, LogReader
from clearance.ledger.note import is_signed
from tests.clearance.ledger.dying import append, entries
from tests.clearance.ledger.house import KEY

ROUNDS = 500


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


@pytest.fixture
def dies(tmp_path: Path) -> Iterator[Callable[[int, int], bool]]:
    """Let a process append to the log and die at a step; tell whether it came to that."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.clearance.ledger.dying"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        assert program.stdin and program.stdout

        def die(step: int, count: int) -> bool:
            assert program.stdin and program.stdout
            program.stdin.write(f"{step} {count} {tmp_path}\n")
            program.stdin.flush()
            return {"0\n": False, "1\n": True}[program.stdout.readline()]

        yield die
        program.stdin.close()
        assert program.wait(30) == 0


@pytest.mark.slow  # a process is killed five hundred times
def test_killed_at_every_step_the_log_goes_on_where_it_was(
    tmp_path: Path, dies: Callable[[int, int], bool]
) -> None:
    dice = Random(11)
    size = 0
    killed = 0
    for number in range(ROUNDS):
        count = dice.choice([1, 7, 100, 256, 300])
        killed += dies(number % 34, count)
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
