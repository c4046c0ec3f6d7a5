"""Real PostgreSQL servers on loopback, made for a test, to be killed and promoted."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from tests.engines import Postgresql, Settings

_CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 60
shared_buffers = 16MB
wal_level = replica
"""
_ACCESS = """
local all all trust
host all all 127.0.0.1/32 trust
host replication all 127.0.0.1/32 trust
"""


def _tools() -> Path:
    """Return the folder of Debian's own binaries; skip, and say what is not proven, without."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip(
            "NOT PROVEN: a killed server, a standby (Debian's package postgresql is missing)."
        )
    return found[-1].parent


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _is_alive(process: int) -> bool:
    """Tell whether a process still runs; one that is only not yet waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@dataclass
class Server:
    """One server: its folder, its port."""

    folder: Path
    tools: Path
    port: int = field(default_factory=free_port)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def run(self, tool: str, *words: str) -> None:
        """Run a tool of PostgreSQL's as the user that may run a server."""
        command = [str(self.tools / tool), *words]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        log = self.folder / "said"
        with log.open("a") as said:  # not a pipe: the server keeps it open
            done = subprocess.run(command, stdout=said, stderr=said, cwd="/", check=False)
        assert done.returncode == 0, f"{tool}: {log.read_text()[-2000:]}"

    def make(self) -> None:
        self.run("initdb", "-D", str(self.data), "-A", "trust", "-U", "postgres", "-E", "UTF8",
                 "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(_CONFIGURATION)
        (self.data / "pg_hba.conf").write_text(_ACCESS)

    def start(self, *options: str) -> None:
        words = " ".join([f"-p {self.port}", *(f"-c {each}" for each in options)])
        self.run("pg_ctl", "-D", str(self.data), "-o", words, "-l", str(self.data / "log"),
                 "-t", "60", "-w", "start")  # fmt: skip

    def kill(self) -> None:
        """Kill the whole server with -9, as if its machine had died."""
        master = int((self.data / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        for each in (master, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        for each in (master, *map(int, children)):
            while _is_alive(each):
                time.sleep(0.002)
        (
            self.data / "postmaster.pid"
        ).unlink()  # a dead one that nobody waited for holds its number

    def standby_of(self, primary: Server) -> None:
        """Become a standby of another server, from a copy of it."""
        to = f"host=127.0.0.1 port={primary.port} user=postgres application_name=standby"
        self.run("pg_basebackup", "-D", str(self.data), "-R", "-X", "stream", "-c", "fast",
                 "--no-sync", "-d", to)  # fmt: skip

    def promote(self) -> None:
        self.run("pg_ctl", "-D", str(self.data), "-t", "60", "-w", "promote")

    def ask(self, query: str) -> list[tuple[object, ...]]:
        with psycopg.connect(
            host="127.0.0.1", port=self.port, user="postgres", dbname="postgres", autocommit=True
        ) as door:
            cursor = door.execute(query)
            return cursor.fetchall() if cursor.description else []


class OnServers(Postgresql):
    """The engine of the tests on servers of its own: the office knows all their addresses."""

    def __init__(self, *servers: Server) -> None:
        super().__init__()
        self.servers = servers
        self.now = servers[0]  # the one that takes writes

    def _admin(self) -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.now.port, user="postgres", dbname="postgres",
            autocommit=True,
        )  # fmt: skip

    def settings(self, database: str, role: str) -> Settings:
        made = super().settings(database, role)
        made["HOST"] = ",".join("127.0.0.1" for _ in self.servers)
        made["PORT"] = ",".join(str(each.port) for each in self.servers)
        made["CONN_HEALTH_CHECKS"] = True
        made["OPTIONS"] = made["OPTIONS"] | {"target_session_attrs": "read-write"}
        return made

    def bare(self, settings: Settings, role: str | None = None) -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.now.port, dbname=settings["NAME"],
            user=role or self.worker, options="-c TimeZone=UTC", autocommit=True,
        )  # fmt: skip


@contextmanager
def servers(many: int) -> Iterator[list[Server]]:
    """Give servers that are not made yet; stop and throw away whatever was made of them."""
    tools = _tools()
    # In memory where that can be: to be killed is not to lose power, and no disk makes one wait.
    memory = Path("/dev/shm")
    place_of_all = memory if memory.is_dir() and shutil.disk_usage(memory).free > 2**30 else None
    folder = Path(tempfile.mkdtemp(prefix="cabinet-servers-", dir=place_of_all))
    owner = pwd.getpwnam("postgres") if os.getuid() == 0 else None
    made = []
    try:
        for no in range(many):
            place = folder / str(no)
            place.mkdir()
            if owner:
                os.chown(place, owner.pw_uid, owner.pw_gid)
            made.append(Server(place, tools))
        folder.chmod(0o755)
        yield made
    finally:
        for each in made:
            if (each.data / "postmaster.pid").exists():
                with suppress(OSError, ValueError):
                    each.kill()
        shutil.rmtree(folder, ignore_errors=True)
