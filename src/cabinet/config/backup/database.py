"""The database as at one moment, copied while the office works, by each engine's own means."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.config.backup.manifest import BadBackup
from cabinet.ledger.doors.postgresql.policies import SCHEMA
from cabinet.ledger.head import NEWEST_EVENT, Head, head_in, head_of

COPIES = {"sqlite": "cabinet.sqlite3", "postgresql": "cabinet.dump"}


def copy_database(connection: BaseDatabaseWrapper, target: Path) -> Head:
    """Copy the database into a file, read the copy back, and return the head of its record.

    :raises BadBackup: the copy is not whole, or the engine's own tool is missing.
    """
    if connection.vendor == "sqlite":
        return _copy_sqlite(Path(str(connection.settings_dict["NAME"])), target)
    return _copy_postgresql(connection, target)


def load_database(copy: Path, connection: BaseDatabaseWrapper) -> None:
    """Bring a copy into the place of an empty database.

    :raises BadBackup: a database is there already; it is left as it is.
    """
    if connection.vendor == "sqlite":
        _load_sqlite(copy, Path(str(connection.settings_dict["NAME"])))
        return
    if connection.introspection.table_names():
        raise BadBackup(
            f"The database {connection.settings_dict['NAME']} holds tables already. "
            "Restore into a new, empty database."
        )
    connection.close()
    with NamedTemporaryFile("w", suffix=".list") as wanted:
        wanted.write(_without_the_door(copy, connection))
        wanted.flush()
        _run(
            [
                _tool("pg_restore"), "--no-owner", "--no-privileges", "--exit-on-error",
                "--single-transaction", "--use-list", wanted.name,
                "--dbname", str(connection.settings_dict["NAME"]), str(copy),
            ],
            connection,
        )  # fmt: skip


def _without_the_door(copy: Path, connection: BaseDatabaseWrapper) -> str:
    """Return what a copy holds, but for policies: they name roles, and what asks who reads."""
    told = _run([_tool("pg_restore"), "--list", str(copy)], connection)
    lines = (line for line in told.splitlines(keepends=True))
    return "".join(line for line in lines if not re.search(r" (POLICY|ROW SECURITY) ", line))


def _copy_sqlite(source: Path, target: Path) -> Head:
    # One step: in the write-ahead log a reader holds up no writer, and sees one moment only.
    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as here:
        there = sqlite3.connect(target)
        here.backup(there)
    here.close()
    there.execute("PRAGMA journal_mode=DELETE")  # one file, with no log beside it
    sound = there.execute("PRAGMA integrity_check").fetchone()[0]
    head = head_in(there.execute(NEWEST_EVENT).fetchone)
    there.close()
    if sound != "ok":
        raise BadBackup(f"The copy of the database is not whole: {sound}")
    with target.open("rb") as file:
        os.fsync(file.fileno())
    return head


def _load_sqlite(copy: Path, target: Path) -> None:
    beside = [target, *(Path(f"{target}-{ending}") for ending in ("wal", "shm", "journal"))]
    if there := [path for path in beside if path.exists()]:
        raise BadBackup(
            f"{there[0]} is there already. Move it away, or name another place in DATABASE_URL."
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    coming = Path(f"{target}.coming")
    shutil.copyfile(copy, coming)
    with coming.open("rb") as file:
        os.fsync(file.fileno())
    coming.replace(target)


def _copy_postgresql(connection: BaseDatabaseWrapper, target: Path) -> Head:
    """Dump what one snapshot sees, and read the head of the record in that same snapshot."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        head = head_of(connection)
        _run(
            [
                _tool("pg_dump"), "--format=custom", "--snapshot", snapshot, "--file", str(target),
                # Row-level security is forced upon the owner too, and lets him read it all. The
                # departments' door is not kept: its key would be, and ``migrate`` makes it anew.
                "--enable-row-security", "--exclude-schema", SCHEMA,
                str(connection.settings_dict["NAME"]),
            ],
            connection,
        )  # fmt: skip
    # Read back to the last row: what cannot be unpacked cannot be restored.
    _run([_tool("pg_restore"), "--file", os.devnull, str(target)], connection)
    with target.open("rb") as file:
        os.fsync(file.fileno())
    return head


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise BadBackup(f"{name} is missing: install Debian's package postgresql-client.")
    return found


def _run(command: Sequence[str], connection: BaseDatabaseWrapper) -> str:
    """Return what the engine's tool says on the connection's server.

    :raises BadBackup: it failed; its own words tell what went wrong.
    """
    settings: dict[str, Any] = connection.settings_dict
    told = {
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
    }
    environment = os.environ | {name: str(value) for name, value in told.items() if value}
    done = subprocess.run(  # noqa: S603 - our own words, and the names in the settings
        command, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BadBackup(f"{Path(command[0]).name} failed: {done.stderr.strip()}")
    return done.stdout
