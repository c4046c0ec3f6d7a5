"""Reads and writes that fail, a disk that is full: nothing half-done, nothing lost, no gap."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import override_settings

from tests.cabinet.gate.concurrency.processes import nursery
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.engines import Sqlite, on_engine
from tests.faults.disk import preloaded

ROUNDS = 1_000 if os.environ.get("SOAK") else 200
AT_ONCE = 20  # rounds between two looks of the oracle
pytestmark = pytest.mark.slow  # hundreds of rounds


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="cabinet-disk-", dir=memory if memory.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC])
def test_any_call_of_the_disk_may_fail_and_nothing_is_half_done(
    error: int,
    sqlite: Sqlite,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_db_blocker: Any,
) -> None:
    dice = Random()
    tally: Counter[str] = Counter()
    (place / "control").write_bytes(bytes(32))
    with django_db_blocker.unblock():
        cast = sqlite.cast()
    office = place / "office"
    office.mkdir()
    settings = cast | {"NAME": str(office / "cabinet.sqlite3")}
    shutil.move(cast["NAME"], settings["NAME"])
    door = sqlite.bare(settings)
    oracle = Oracle("sqlite", door)
    assert oracle.look() == []
    monkeypatch.setenv("LD_PRELOAD", str(preloaded(place)))
    monkeypatch.setenv("FAULTS_UNDER", str(office))
    monkeypatch.setenv("FAULTS_SPARE", ".said")
    monkeypatch.setenv("FAULTS_CONTROL", str(place / "control"))
    with nursery(settings, office, "tests.faults.child") as children:
        monkeypatch.delenv("LD_PRELOAD")
        for _ in range(ROUNDS // 2 // AT_ONCE):
            child = children.fork("fail", dice.randrange(10**6), AT_ONCE, error)
            children.wait_for(child)
            said = children.said(child)

            assert oracle.look() == [], said
            _count(said, oracle, tally)
    there = door.execute("PRAGMA integrity_check").fetchone()
    door.close()

    assert there == ("ok",)
    assert tally["failed"] > ROUNDS // 10
    assert tally["done"] > ROUNDS // 10
    print(f"\n{errno.errorcode[error]}: {ROUNDS // 2} rounds, {dict(tally)}")


def _count(said: list[str], oracle: Oracle, tally: Counter[str]) -> None:
    """Check that what was confirmed is there; count what failed, by its first words."""
    items = oracle.last.rows["registry_item"]
    for line in said:
        kind, *words = line.split()
        assert kind in {"settings", "done", "failed"} or "Error" in line, line
        if kind == "done":
            assert items[int(words[0])]["moves"] >= int(words[1])
            assert len(oracle.last.events) >= int(words[2])
        tally["failed" if kind not in {"settings", "done"} else kind] += 1
    given: dict[tuple[int, int], list[int]] = {}
    for row in oracle.last.rows["registry_number"].values():
        given.setdefault((row["series_id"], row["year"]), []).append(row["serial"])
    for serials in given.values():
        assert sorted(serials) == list(range(1, len(serials) + 1))


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of eight megabytes; skip, and say what is not proven, where none can be mounted."""
    folder = Path(tempfile.mkdtemp(prefix="cabinet-small-"))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)],
        check=False, capture_output=True,
    )  # fmt: skip
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("NOT PROVEN: a truly full disk (mounting needs the rights of root).")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)
    folder.rmdir()


_FACE = {
    "sender": "#1", "kind": "letter", "languages": ["en"], "channel": "pouch", "urgency": "1",
    "confidentiality": "1", "enclosures_announced": "0",
}  # fmt: skip
FULL = {
    "ar": "لم تبق مساحة على قرص الديوان",
    "en": "The office has no room left on its disk",
    "fr": "Le disque du Cabinet est plein",
}


@pytest.mark.parametrize("language", FULL)
def test_full_disk_is_told_plainly_and_the_next_number_follows(
    language: str, sqlite: Sqlite, small_disk: Path, django_db_blocker: Any
) -> None:
    from cabinet.accounts.models import Officer

    with django_db_blocker.unblock():
        cast = sqlite.cast()
    settings = cast | {"NAME": str(small_disk / "cabinet.sqlite3")}
    shutil.move(cast["NAME"], settings["NAME"])
    with (
        django_db_blocker.unblock(),
        override_settings(FILES=small_disk / "files"),
        on_engine(settings) as connection,
    ):
        browser = Client(raise_request_exception=False)
        browser.force_login(Officer.objects.get(username="clerk"))
        browser.cookies["django_language"] = language
        filler = small_disk / "filler"
        kept = _register_until_full(browser, filler)
        full = _register(browser, 9_999, 60_000)
        filler.unlink()
        after = _register(browser, 10_000, 10)
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(*), MAX(serial) FROM registry_number")
            numbers = cursor.fetchone()
            cursor.execute("PRAGMA integrity_check")
            whole = cursor.fetchone()

    assert kept >= 1
    assert full.status_code == 507
    assert FULL[language] in full.content.decode()
    assert after.status_code == 302
    assert numbers == (kept + 1, kept + 1)
    assert whole == ("ok",)
    door = sqlite.bare(settings)
    assert Oracle("sqlite", door).look() == []
    door.close()


def _register(browser: Client, no: int, size: int) -> Any:
    """Register a paper of a size in bytes on the page of the registry."""
    paper = SimpleUploadedFile(
        f"letter {no}.txt", f"Letter {no}. ".encode() + os.urandom(8).hex().encode() * (size // 16)
    )
    return browser.post("/register/", {"paper": paper, "subject": f"Letter {no}", **_FACE})


def _register_until_full(browser: Client, filler: Path) -> int:
    """Fill the disk but for a little, then register until it is full; return how many there are."""
    free = shutil.disk_usage(filler.parent).free
    with filler.open("wb") as file:
        file.write(bytes(max(free - 400_000, 0)))
    for no in range(1_000):
        answer = _register(browser, no, 20_000)
        if answer.status_code != 302:
            assert answer.status_code == 507
            return no
    raise AssertionError("the disk does not fill")
