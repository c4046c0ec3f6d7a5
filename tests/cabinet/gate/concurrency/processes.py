"""Real processes that do acts: a nursery sets Django up once, then forks a child for each task.

Parent and nursery speak in lines: ``task arguments`` goes in, the child's process id comes out.
A child appends what it did, line by line, to a file that outlives its death.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from tests.engines import Settings


def url_of(settings: Settings) -> str:
    """Return the address of a database as the office is told it."""
    if "sqlite" in settings["ENGINE"]:
        return f"sqlite:///{settings['NAME']}"
    ports = str(settings["PORT"] or 5432).split(",")
    servers = zip(settings["HOST"].split(","), ports, strict=True)
    place = ",".join(f"{host}:{port}" for host, port in servers) + f"/{settings['NAME']}"
    return f"postgresql://{settings['USER']}:{quote(settings['PASSWORD'])}@{place}"


@dataclass
class Nursery:
    """A running nursery for one database."""

    process: subprocess.Popen[str]
    folder: Path
    forked: list[int] = field(default_factory=list)

    def fork(self, task: str, *arguments: object) -> int:
        """Start a child and return its process id."""
        assert self.process.stdin and self.process.stdout
        words = " ".join(map(str, (task, *arguments)))
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        self.forked.append(int(self.process.stdout.readline()))
        return self.forked[-1]

    def said(self, child: int) -> list[str]:
        """Return what a child wrote, whole lines only: the last one may be torn by its death."""
        path = self.folder / f"{child}.said"
        text = path.read_text() if path.exists() else ""
        return text.split("\n")[:-1]

    def start(self) -> None:
        """Let the children begin together, once all of them wait at the gate."""
        deadline = time.monotonic() + 120
        for child in self.forked:
            while not (self.folder / f"{child}.waits").exists():
                assert time.monotonic() < deadline, f"child {child} is late: {self.said(child)}"
                time.sleep(0.01)
        (self.folder / "start").touch()

    def wait_for(self, *children: int, seconds: float = 120) -> None:
        """Wait until children have ended by themselves."""
        deadline = time.monotonic() + seconds
        for child in children:
            while not (self.folder / f"{child}.ended").exists():
                assert time.monotonic() < deadline, f"child {child} hangs: {self.said(child)}"
                time.sleep(0.01)


@contextmanager
def nursery(
    settings: Settings, folder: Path, program: str = "tests.cabinet.gate.concurrency.child"
) -> Iterator[Nursery]:
    """Open a nursery for a database, and close it. ``program`` is the module that it runs."""
    environment = os.environ | {
        "DATABASE_URL": url_of(settings),
        "DJANGO_SETTINGS_MODULE": "cabinet.config.settings",
        "CABINET_VAR": str(folder),
        "CHILDREN": str(folder),
    }
    with subprocess.Popen(
        [sys.executable, "-m", program],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Nursery(process, folder)
        assert process.stdin
        process.stdin.close()
        assert process.wait(30) == 0
