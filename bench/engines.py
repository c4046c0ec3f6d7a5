"""A database of one's own on each engine, made for the bench and thrown away after it.

On PostgreSQL it has the three roles of ``docs/operations.md``.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

_OWNER = "BENCH_OWNER_URL"
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
        roles = {each: f"{name}_{each}" for each in ("owner", "app", "reads")}
        for role in roles.values():
            _ask(f'CREATE ROLE "{role}" LOGIN')
        _ask(f'CREATE DATABASE "{name}" OWNER "{roles["owner"]}"')
        host = urlsplit(SERVER).netloc.rpartition("@")[2]
        urls = {each: f"postgresql://{role}@{host}/{name}" for each, role in roles.items()}
        environment |= {
            "DATABASE_URL": urls["app"],
            "CABINET_APPLICATION_ROLE": roles["app"],
            "CABINET_DEPARTMENT_ROLE": roles["reads"],
            "CABINET_DEPARTMENT_URL": urls["reads"],
            _OWNER: urls["owner"],
        }
        try:
            migrate(as_owner(environment))
            # For one bare insert: a table in the house's own schema would count as a stranger's.
            _ask(f'CREATE SCHEMA bare AUTHORIZATION "{roles["owner"]}"', name)
            yield environment
        finally:
            _ask(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            for role in roles.values():
                _ask(f'DROP ROLE "{role}"')


def as_owner(environment: dict[str, str]) -> dict[str, str]:
    """Return the environment of whoever may take the guards down: to fill, or to leave them out.

    The office itself logs in as its application, over which row-level security stands.
    """
    return environment | {"DATABASE_URL": environment.get(_OWNER, environment["DATABASE_URL"])}


@contextmanager
def above_foreign_keys(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """Give the owner's environment, in which ``cabinet generate`` need not ask for its own keys.

    On PostgreSQL only a superuser leaves them out; millions of them are held in memory otherwise.
    """
    owner = urlsplit(environment.get(_OWNER, "")).username
    if owner:
        _ask(f'ALTER ROLE "{owner}" SUPERUSER')
    try:
        yield as_owner(environment)
    finally:
        if owner:
            _ask(f'ALTER ROLE "{owner}" NOSUPERUSER')


def let_rest(environment: dict[str, str]) -> None:
    """Wait until a database that was filled has settled, as one that grew day by day has.

    What was written lies on the disk, dead rows are cleared away, the planner knows how many there
    are. PostgreSQL would otherwise write a gigabyte back for minutes, beside what is measured.
    """
    url = urlsplit(environment["DATABASE_URL"])
    if url.scheme == "sqlite":
        with closing(sqlite3.connect(url.path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    else:
        _ask("VACUUM (ANALYZE)", url.path[1:])
        _ask("CHECKPOINT", url.path[1:])
    os.sync()


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


def _ask(statement: str, database: str = "") -> None:
    import psycopg  # noqa: PLC0415  (absent where only SQLite is used)

    server = psycopg.conninfo.make_conninfo(SERVER, dbname=database or None)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
