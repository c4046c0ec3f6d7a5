"""``cabinet backup`` and ``cabinet restore``: the same office again, or a plain refusal."""

from __future__ import annotations

import json
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from tests.cabinet.config.conftest import Office, command
from tests.servers import address_of_the_server

pytestmark = pytest.mark.xdist_group("played office")


def events(database: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT * FROM ledger_event ORDER BY seq").fetchall()


def backups(folder: Path) -> list[Path]:
    return sorted(folder.glob("[0-9]*Z"))


@pytest.fixture
def office(played: Office, tmp_path: Path) -> Office:
    return played.copy(tmp_path / "office")


@pytest.mark.slow  # several commands, each a process
def test_restored_office_is_the_same_and_says_from_where_it_goes_on(
    office: Office, tmp_path: Path
) -> None:
    made = office.run("backup", str(tmp_path / "kept"))
    assert made.returncode == 0, made.stderr
    before = events(office.database)
    shutil.rmtree(office.folder)

    done = command(tmp_path / "anew", "restore", str(tmp_path / "kept"))

    assert done.returncode == 0, done.stderr
    again = Office(tmp_path / "anew", "")
    assert events(again.database) == before
    assert f"goes on from event {len(before)} " in done.stdout
    assert str(before[-1][-1]) in done.stdout
    with closing(sqlite3.connect(again.database)) as connection:
        for (sha256,) in connection.execute("SELECT sha256 FROM registry_revision"):
            assert (again.folder / "files" / sha256[:2] / sha256[2:]).exists()
    letter = tmp_path / "letter.txt"
    letter.write_text("One more letter.")
    assert again.run("import", str(letter), "--as", "registry_clerk").returncode == 0


@pytest.mark.slow  # several commands, each a process
def test_second_backup_copies_only_the_new_files(office: Office, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = office.run("backup", str(kept))
    letter = tmp_path / "letter.txt"
    letter.write_text("A letter of the next day.")
    office.run("import", str(letter), "--as", "registry_clerk")
    backups(kept)[0].rename(kept / "2020-01-01T00-00-00Z")  # a second may not have passed

    second = office.run("backup", str(kept))

    assert " 0 there already" in first.stdout
    assert " 1 files copied" in second.stdout
    assert office.run("backup", str(kept), "--verify").returncode == 0


@pytest.mark.slow  # several commands, each a process
def test_backup_while_papers_come_in_is_of_one_moment(office: Office, tmp_path: Path) -> None:
    letters = [tmp_path / f"letter{number}.txt" for number in range(40)]
    for number, letter in enumerate(letters):
        letter.write_text(f"Letter {number}.")
    with ThreadPoolExecutor() as pool:
        writing = pool.submit(office.run, "import", *map(str, letters), "--as", "registry_clerk")
        made = [office.run("backup", str(tmp_path / f"kept{number}")) for number in range(2)]
        assert writing.result().returncode == 0

    for number, each in enumerate(made):
        assert each.returncode == 0, each.stderr
        backup = backups(tmp_path / f"kept{number}")[0]
        manifest = json.loads((backup / "manifest.json").read_text())
        there = events(backup / "cabinet.sqlite3")
        assert len(there) == manifest["head"]["events"]
        with closing(sqlite3.connect(backup / "cabinet.sqlite3")) as connection:
            named = {row[0] for row in connection.execute("SELECT sha256 FROM registry_revision")}
        assert named <= set(manifest["files"])


@pytest.mark.slow  # several commands, each a process
def test_office_is_not_restored_over_another(office: Office, tmp_path: Path) -> None:
    office.run("backup", str(tmp_path / "kept"))
    before = office.database.read_bytes()

    done = office.run("restore", str(tmp_path / "kept"))

    assert done.returncode == 1
    assert "is there already. Move it away" in done.stderr
    assert office.database.read_bytes() == before


@pytest.mark.slow  # several commands, each a process
@pytest.mark.parametrize("harm", ["file changed", "file lost", "database changed", "no manifest"])
def test_damaged_backup_is_told_and_restores_nothing(
    office: Office, tmp_path: Path, harm: str
) -> None:
    kept = tmp_path / "kept"
    office.run("backup", str(kept))
    file = next(path for path in (kept / "files").rglob("*") if path.is_file())
    if harm == "file changed":
        file.write_bytes(file.read_bytes() + b" ")
    elif harm == "file lost":
        file.unlink()
    elif harm == "database changed":
        with (backups(kept)[0] / "cabinet.sqlite3").open("r+b") as database:
            database.seek(5000)
            database.write(b"\x00\x01\x02")
    else:
        (backups(kept)[0] / "manifest.json").unlink()

    checked = office.run("backup", str(kept), "--verify")
    done = command(tmp_path / "anew", "restore", str(kept))

    assert checked.returncode == done.returncode == 1
    words = {"no manifest": "holds no backup", "database changed": "not as it was written"}
    assert words.get(harm, "files of the backup are lacking or damaged") in done.stderr
    assert not (tmp_path / "anew" / "cabinet.sqlite3").exists()


@pytest.mark.slow  # several commands, each a process
def test_lost_file_of_a_paper_is_named_and_no_backup_made(office: Office, tmp_path: Path) -> None:
    file = next(path for path in (office.folder / "files").rglob("*") if path.is_file())
    file.unlink()

    done = office.run("backup", str(tmp_path / "kept"))

    assert done.returncode == 1
    assert "1 files of papers are lacking or damaged" in done.stderr
    assert file.parent.name + file.name in done.stderr
    assert backups(tmp_path / "kept") == []


@pytest.fixture
def two_databases() -> Iterator[tuple[str, str]]:
    names = [f"cabinet_backup_{uuid.uuid4().hex[:8]}" for _ in range(2)]
    try:
        server = psycopg.connect(dbname="postgres", autocommit=True)
    except psycopg.OperationalError:
        pytest.skip("NOT PROVEN on PostgreSQL: backup and restore (no server lets us in).")
    if shutil.which("pg_dump") is None:
        pytest.skip("NOT PROVEN on PostgreSQL: backup and restore (pg_dump is missing).")
    for name in names:
        server.execute(f'CREATE DATABASE "{name}"')
    yield names[0], names[1]
    for name in names:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    server.close()


@pytest.mark.slow  # an office of its own on PostgreSQL
@pytest.mark.postgresql
def test_office_on_postgresql_is_restored_too(
    two_databases: tuple[str, str], tmp_path: Path
) -> None:
    first, second = (f"postgresql://{address_of_the_server()}/{name}" for name in two_databases)
    letter = tmp_path / "letter.txt"
    letter.write_text("A letter.")
    for words in (["migrate", "-v0"], ["play_day"], ["backup", str(tmp_path / "kept")]):
        done = command(tmp_path / "office", *words, DATABASE_URL=first)
        assert done.returncode == 0, done.stderr

    again = command(tmp_path / "anew", "restore", str(tmp_path / "kept"), DATABASE_URL=second)
    over = command(tmp_path / "anew", "restore", str(tmp_path / "kept"), DATABASE_URL=second)

    assert again.returncode == 0, again.stderr
    heads = []
    for name in two_databases:
        with psycopg.connect(dbname=name) as connection:
            heads.append(connection.execute("SELECT * FROM ledger_event ORDER BY seq").fetchall())
    assert heads[0] == heads[1] != []
    assert over.returncode == 1
    assert "holds tables already" in over.stderr
    taken = command(
        tmp_path / "anew", "import", str(letter), "--as", "registry_clerk", DATABASE_URL=second
    )
    assert taken.returncode == 0, taken.stderr
