"""``cabinet serve`` opens behind whole guards only, and says which one is missing."""

from __future__ import annotations

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.cabinet.config.conftest import Office

pytestmark = pytest.mark.xdist_group("played office")


def a_guard(office: Office, statement: str) -> str:
    """Do something to the first guard of the office, as the owner of the file can."""
    with closing(sqlite3.connect(office.database)) as connection, connection:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name LIMIT 1"
        name, text = connection.execute(query).fetchone()
        connection.execute(f"DROP TRIGGER {name}")
        if statement:
            connection.execute(str(text).replace("BEGIN", f"BEGIN {statement};", 1))
    return str(name)


@pytest.mark.parametrize("statement", ["", "SELECT 1"], ids=["missing", "altered"])
def test_serve_stays_shut_without_a_guard_and_names_it(
    played: Office, tmp_path: Path, statement: str
) -> None:
    office = played.copy(tmp_path / "office")
    name = a_guard(office, statement)

    answer = office.run("serve", "--address", f"127.0.0.1:{free_port()}")

    assert answer.returncode == 1
    assert answer.stderr == (
        f"The gate stays shut: 1 guards of the database are missing or altered ({name}). "
        "Run `cabinet migrate`, then start again.\n"
    )
    assert "The office is open" not in answer.stdout


def test_web_server_of_ones_own_stays_shut_too(played: Office, tmp_path: Path) -> None:
    office = played.copy(tmp_path / "office")
    name = a_guard(office, "")

    answer = office.run("shell", "-c", "import cabinet.config.wsgi")

    assert answer.returncode == 1
    assert name in answer.stderr


def test_serve_stays_shut_where_the_lawful_acts_were_changed(
    played: Office, tmp_path: Path
) -> None:
    office = played.copy(tmp_path / "office")
    with closing(sqlite3.connect(office.database)) as connection, connection:
        guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
        for (name,) in connection.execute(guards, ["registry_lawfulact"]).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE registry_lawfulact SET target = 'issued' WHERE act = 'draft'")

    answer = office.run("serve", "--address", f"127.0.0.1:{free_port()}")

    assert answer.returncode == 1
    assert "The gate stays shut" in answer.stderr


def test_migrate_puts_a_missing_guard_back(played: Office, tmp_path: Path) -> None:
    office = played.copy(tmp_path / "office")
    name = a_guard(office, "")

    done = office.run("migrate", "--verbosity", "0")

    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(office.database)) as connection:
        found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [name])
        assert found.fetchone() == (1,)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with closing(socket.socket()) as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
