"""Real PostgreSQL servers on loopback: one for the whole run, others to be killed and promoted."""

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

from tests.memory import MEMORY, has_room

_CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 60
shared_buffers = 16MB
wal_level = replica
shared_preload_libraries = 'plpgsql'
"""
_ACCESS = """
local all all trust
host all all 127.0.0.1/32 trust
host replication all 127.0.0.1/32 trust
"""
# Of the run's own: no power is cut there, its databases are copied by the hundred, and thousands of
# connections are opened: what makes a password slow to guess made each of them slow.
_WITHOUT_DISK = """
max_connections = 200
shared_buffers = 128MB
fsync = off
full_page_writes = off
autovacuum = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 256MB
jit = off
log_min_messages = panic
update_process_title = off
password_encryption = md5
"""
_WITH_PASSWORDS = """
host all postgres 127.0.0.1/32 trust
host all all 127.0.0.1/32 md5
"""


def tools_of_servers() -> Path | None:
    """Return the folder of Debian's own binaries; None: there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


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

    def make(self, configuration: str = "", access: str = _ACCESS) -> None:
        self.run("initdb", "-D", str(self.data), "-A", "trust", "-U", "postgres", "-E", "UTF8",
                 "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(_CONFIGURATION + configuration)
        (self.data / "pg_hba.conf").write_text(access)

    def start(self, *options: str) -> None:
        words = " ".join([f"-p {self.port}", *(f"-c {each}" for each in options)])
        self.run("pg_ctl", "-D", str(self.data), "-o", words, "-l", str(self.data / "log"),
                 "-W", "start")  # fmt: skip
        self._wait_until_ready()

    def _wait_until_ready(self) -> None:
        """Wait until the server says in its own file that it takes connections.

        ``pg_ctl`` would look at that file ten times in a second, and the first time too early.
        """
        told, deadline = self.data / "postmaster.pid", time.monotonic() + 60
        while True:
            with suppress(FileNotFoundError):  # not written yet
                lines = told.read_text().splitlines()
                if len(lines) >= 8 and lines[7].strip() in {"ready", "standby"}:
                    return
            log = self.data / "log"
            assert time.monotonic() < deadline, f"no start: {log.read_text()[-2000:]}"
            time.sleep(0.002)

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


@contextmanager
def servers(many: int) -> Iterator[list[Server]]:
    """Give servers that are not made yet; stop and throw away whatever was made of them."""
    tools = tools_of_servers()
    if tools is None:
        pytest.skip(
            "NOT PROVEN: a killed server, a standby (Debian's package postgresql is missing)."
        )
    folder = _folder()
    made = []
    try:
        made += [_server(folder / str(no), tools) for no in range(many)]
        yield made
    finally:
        for each in made:
            if (each.data / "postmaster.pid").exists():
                with suppress(OSError, ValueError):
                    each.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _folder() -> Path:
    """Make a folder, in memory where that can be.

    To be killed is not to lose power, and no disk makes one wait.
    """
    folder = Path(tempfile.mkdtemp(prefix="cabinet-servers-", dir=MEMORY if has_room() else None))
    folder.chmod(0o755)
    return folder


def _server(place: Path, tools: Path) -> Server:
    place.mkdir()
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(place, owner.pw_uid, owner.pw_gid)
    return Server(place, tools)


_GUARD = """
read -r _
master=$(head -n 1 "$1/0/data/postmaster.pid") && kill -QUIT "$master" &&
while kill -0 "$master"; do sleep 0.02; done
rm -rf "$1"
"""
_NAMED = {"PGHOST", "PGPORT", "PGUSER"}
_guards: list[subprocess.Popen[bytes]] = []


def open_server_of_the_run() -> None:
    """Let all processes of the run use a server of its own, unless the environment names one.

    It goes with this process, however that ends: a guard waits for the end of a pipe. Where none
    can be made, the server that answers on this machine is used.
    """
    tools = tools_of_servers()
    if tools is None or _NAMED & os.environ.keys():
        return
    folder = _folder()
    _guards.append(
        subprocess.Popen(["sh", "-c", _GUARD, "guard", str(folder)], stdin=subprocess.PIPE,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                         start_new_session=True)
    )  # fmt: skip
    server = _server(folder / "0", tools)
    try:
        server.make(_WITHOUT_DISK, _WITH_PASSWORDS)
        server.start()
    except (OSError, AssertionError):  # no tool that lends the user, no room, no port
        close_server_of_the_run()
        return
    os.environ |= {"PGHOST": "127.0.0.1", "PGPORT": str(server.port), "PGUSER": "postgres"}


def address_of_the_server() -> str:
    """Return where the server of the run is, as an address of the web has it; '' for the local."""
    told = os.environ
    return f"{told['PGUSER']}@{told['PGHOST']}:{told['PGPORT']}" if told.keys() >= _NAMED else ""


def close_server_of_the_run() -> None:
    """Stop what was opened here and wait until nothing is left of it."""
    while _guards:
        _guards.pop().communicate()
        for name in _NAMED:
            os.environ.pop(name, None)
