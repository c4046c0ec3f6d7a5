"""The power is cut at any moment: what was confirmed is there, whole, with its paper's file."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.utils import timezone

from cabinet.gate.actions.incoming import Arrived, receive_and_register
from tests.cabinet.gate.concurrency.processes import nursery
from tests.cabinet.gate.under_attack.acts import Stage
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.engines import Sqlite, on_engine
from tests.faults.disk import KINDS_OF_CUT, Call, Disk, calls, preloaded

RECORDINGS, CUTS, ACTS = (20, 500, 120) if os.environ.get("SOAK") else (1, 200, 120)
DATABASE = "cabinet.sqlite3"
pytestmark = pytest.mark.slow  # hundreds of databases are opened and read


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory: to sync it costs nothing, the simulated disk is what counts."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="cabinet-cuts-", dir=memory if memory.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


@dataclass
class Recording:
    """A stretch of the office's life as its disk saw it."""

    settings: str
    calls: list[Call]
    disk: Disk


def record(
    engine: Sqlite, place: Path, seed: int, monkeypatch: pytest.MonkeyPatch, *weaker: str
) -> Recording:
    """Let an office do acts on a disk that writes down what it is told."""
    office = place / f"office {seed}"
    office.mkdir()
    cast = engine.cast()
    settings = cast | {"NAME": str(office / DATABASE)}
    shutil.move(cast["NAME"], settings["NAME"])
    with sqlite3.connect(settings["NAME"]) as database:  # as the office leaves it at closing time
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    disk = Disk({DATABASE: (office / DATABASE).read_bytes()}, set())
    disk.root = str(office)
    trace = place / f"trace {seed}"
    with monkeypatch.context() as environment:
        environment.setenv("LD_PRELOAD", str(preloaded(place)))
        environment.setenv("FAULTS_UNDER", str(office))
        environment.setenv("FAULTS_TRACE", str(trace))
        with nursery(settings, office, "tests.faults.child") as children:
            child = children.fork("live", seed, ACTS, *weaker)
            children.wait_for(child)
            said = children.said(child)
    assert [line for line in said if not line.startswith(("done", "settings"))] == []
    found = list(calls(trace, office))
    trace.unlink()
    return Recording(said[0], found, disk)


@dataclass
class Judge:
    """Cuts the power at chosen calls and says what is wrong afterwards."""

    place: Path
    dice: Random
    tally: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    confirmed: list[list[str]] = field(default_factory=list)
    cuts: int = 0

    def cut(self, recording: Recording, cuts: int) -> None:
        """Let the recording happen again and cut it off that many times."""
        began = next(no for no, call in enumerate(recording.calls) if b"settings" in call.data)
        moments = Counter(self.dice.choices(range(began, len(recording.calls)), k=cuts))
        for no, call in enumerate(recording.calls):
            recording.disk.carry_out(call)
            if call.path.endswith(".said") and call.data.startswith(b"done"):
                self.confirmed.append(call.data.decode().split()[1:])
            for _ in range(moments[no]):
                kind = self.dice.choice(KINDS_OF_CUT)
                self.tally[kind] += 1
                self._look_at(recording.disk.cut(kind, self.dice))

    def _look_at(self, found: dict[str, bytes]) -> None:
        self.cuts += 1
        thorough = self.cuts % 25 == 0
        database = self.place / "after the cut" / DATABASE
        database.parent.mkdir(exist_ok=True)
        for ending in ("", "-wal", "-shm", "-journal", ".queue"):
            path = database.with_name(f"{DATABASE}{ending}")
            path.unlink(missing_ok=True)
            if ending != "-shm" and f"{DATABASE}{ending}" in found:
                path.write_bytes(found[f"{DATABASE}{ending}"])
        door = sqlite3.connect(database)
        try:
            wrong = list(self._lacking(door, found))
            if not wrong and thorough:
                oracle = Oracle("sqlite", door)
                wrong = oracle.look()
                self.tally["oracle"] += 1
        except sqlite3.DatabaseError as error:
            wrong = [f"the database is damaged: {error}"]
        finally:
            door.close()
        self.wrong += wrong
        if not wrong and thorough:
            self._go_on(database)

    def _lacking(self, door: sqlite3.Connection, found: dict[str, bytes]) -> Iterator[str]:
        [told] = door.execute("PRAGMA integrity_check").fetchone()
        if told != "ok":
            yield f"integrity: {told}"
        events = door.execute(
            "SELECT seq, table_name, row_id, amends, at, payload, prev, hash FROM ledger_event "
            "ORDER BY seq"
        ).fetchall()
        before = "0" * 64
        for no, (seq, table, row, amends, at, payload, prev, has) in enumerate(events, start=1):
            text = f"{prev}|{seq}|{table}|{row}|{amends}|{at}|{payload}"
            if seq != no or prev != before or hashlib.sha256(text.encode()).hexdigest() != has:
                yield f"event {no} does not follow"
                break
            before = has
        moves = dict(door.execute("SELECT id, moves FROM registry_item").fetchall())
        for item, move, length, _sha256 in self.confirmed:
            if moves.get(int(item), -1) < int(move) or len(events) < int(length):
                yield f"confirmed and lost: {item} {move}"
        half = door.execute(
            "SELECT i.id FROM registry_item AS i LEFT JOIN registry_movement AS m "
            "ON m.item_id = i.id GROUP BY i.id, i.moves HAVING COUNT(m.id) <> i.moves"
        ).fetchall()
        yield from (f"half-done: {item}" for (item,) in half)
        serials = door.execute(
            "SELECT series_id, year, COUNT(*), MAX(serial) FROM registry_number GROUP BY 1, 2"
        ).fetchall()
        yield from (f"gap in series {series}" for series, _, many, most in serials if many != most)
        for (sha256,) in door.execute(
            "SELECT sha256 FROM registry_revision UNION SELECT sha256 FROM registry_enclosure"
        ).fetchall():
            file = found.get(f"files/{sha256[:2]}/{sha256[2:]}")
            if file is None or hashlib.sha256(file).hexdigest() != sha256:
                yield f"a paper without its file: {sha256[:8]}"

    def _go_on(self, database: Path) -> None:
        """Open the office again and register the next letter."""
        settings: dict[str, Any] = Sqlite._settings(database)
        with on_engine(settings):
            stage = Stage()
            arrived = Arrived(stage.file(), subject="Hosting", sender=stage.addressees[0])
            receive_and_register(arrived=arrived, by=stage.duty("clerk"), at=timezone.now())
        self.tally["went on"] += 1


def test_power_cut_at_any_moment_loses_nothing_that_was_confirmed(
    sqlite: Sqlite, place: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: Any
) -> None:
    dice = Random()
    tally: Counter[str] = Counter()
    confirmed = 0
    with django_db_blocker.unblock():
        for no in range(RECORDINGS):
            recording = record(sqlite, place, dice.randrange(10**6), monkeypatch)
            judge = Judge(place, dice)
            judge.cut(recording, CUTS)
            tally += judge.tally
            confirmed += len(judge.confirmed)

            assert recording.settings == "settings wal 2", "FULL, read back from the connection"
            assert Counter(judge.wrong).most_common(5) == [], f"recording {no}"
            print(f"\npower cuts: {(no + 1) * CUTS}, {dict(tally)}, "
                  f"{confirmed} acts confirmed: 0 lost", flush=True)  # fmt: skip
    assert tally["oracle"] and tally["went on"] and confirmed > 20 * RECORDINGS


def test_weaker_setting_loses_confirmed_acts_and_the_test_sees_it(
    sqlite: Sqlite, place: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock():
        recording = record(sqlite, place, 7, monkeypatch, "NORMAL")
        judge = Judge(place, Random())
        judge.cut(recording, 60)

    lost = [wrong for wrong in judge.wrong if wrong.startswith("confirmed and lost")]
    assert recording.settings == "settings wal 1"
    assert lost
    print(f"\nsynchronous=NORMAL: {len(lost)} times an act was lost in 60 cuts")
