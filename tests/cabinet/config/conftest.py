"""One played office for the session: its own folder with database, files and the day's log."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cabinet.config import nursery


@dataclass(frozen=True)
class Office:
    """A folder with an office in it; ``log`` is what the playing of the day said."""

    folder: Path
    log: str

    @property
    def database(self) -> Path:
        """The office's own SQLite file."""
        return self.folder / "cabinet.sqlite3"

    def run(self, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run one command of the office in a process of its own."""
        return command(self.folder, *words, **settings)

    def copy(self, folder: Path) -> Office:
        """Return another office with the same papers."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return Office(folder, self.log)


def command(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run ``cabinet`` with its files in a folder; other settings are the defaults."""
    return nursery.command(list(words), {**settings_of(folder), **settings})


def settings_of(folder: Path) -> dict[str, str]:
    """Return the environment of an office that has its files in a folder, and of no other."""
    kept = ("PATH", "HOME", "LANG", "PYTHONPATH")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "CABINET_VAR": str(folder)
    }


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office after its day. Nobody writes into it: take a copy."""
    return office_after_its_day(tmp_path_factory)


def office_after_its_day(factory: pytest.TempPathFactory) -> Office:
    """Play the day once for all the workers of a run, the first to come, and return its office."""
    base = factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, log = base / "played-office", base / "played-office.log"
    with (base / "played-office.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not log.exists():
            made = command(folder, "migrate", "--verbosity", "0")
            assert made.returncode == 0, made.stderr
            done = command(folder, "play_day")
            assert done.returncode == 0, done.stderr
            log.write_text(done.stdout)
    return Office(folder, log.read_text())
