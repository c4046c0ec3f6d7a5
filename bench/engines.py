"""A database of one's own on each engine, made for the bench and thrown away after it."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

SERVER = os.environ.get("CABINET_TEST_POSTGRESQL", "postgresql:///postgres")


@contextmanager
def office(engine: str) -> Iterator[dict[str, str]]:
    """Give the environment of a migrated office on a new database of the engine."""
    with TemporaryDirectory(prefix="cabinet-bench-") as folder:
        environment = {**os.environ, "CABINET_VAR": folder}
        if engine == "sqlite":
            environment["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'cabinet.sqlite3'}"
            migrate(environment)
            yield environment
            return
        name = f"cabinet_bench_{uuid.uuid4().hex[:8]}"
        _ask(f'CREATE DATABASE "{name}"')
        _ask(f'CREATE ROLE "{name}" LOGIN')
        try:
            server = urlsplit(SERVER)
            host = server.netloc.rpartition("@")[2]
            environment["DATABASE_URL"] = urlunsplit(server._replace(path=f"/{name}"))
            environment["CABINET_DEPARTMENT_ROLE"] = name
            environment["CABINET_DEPARTMENT_URL"] = f"postgresql://{name}@{host}/{name}"
            migrate(environment)
            yield environment
        finally:
            _ask(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            _ask(f'DROP ROLE "{name}"')


def has_postgresql() -> bool:
    """Tell whether a server answers."""
    try:
        _ask("SELECT 1")
    except Exception:
        return False
    return True


def migrate(environment: dict[str, str]) -> None:
    """Bring a new database into being with its guards."""
    command = [sys.executable, "-m", "cabinet.config.manage", "migrate", "-v0"]
    subprocess.run(command, env=environment, check=True)


def run(module: str, environment: dict[str, str], *arguments: str) -> str:
    """Run one measurement in a process of its own and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


def _ask(statement: str) -> None:
    import psycopg  # noqa: PLC0415  (absent where only SQLite is used)

    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(statement)
