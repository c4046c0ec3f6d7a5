"""The sequencer with its database and the heads that it sends, killed and on a full disk.

Forty rounds in each run of the tests; SOAK=1 makes five hundred of each.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from django.db import connection, connections
from django.test.utils import override_settings
from django.utils import timezone

from cabinet.audit.heads import send_head
from cabinet.ledger.log.events import all_events
from cabinet.ledger.log.keys import salt
from cabinet.ledger.log.place import heads_sent
from cabinet.ledger.log.sequencer import bring_in, bring_in_all
from cabinet.ledger.log.verify import verify_office
from clearance.ledger.entry import entry_of
from clearance.ledger.log import CHECKPOINT, LogReader
from clearance.ledger.tiles import Folder
from tests.clearance.ledger.dying import die_at
from tests.clearance.ledger.test_crash import small_disk
from tests.engines import Sqlite, on_engine

ROUNDS = 500 if os.environ.get("SOAK") else 40
__all__ = ["small_disk"]


@pytest.fixture
def office(sqlite: Sqlite, tmp_path: Path, django_db_blocker: object) -> Iterator[Path]:
    """An office with its furniture in the record and nothing of it in the log yet."""
    settings = sqlite.cast()
    place = tmp_path / "office"
    with (
        django_db_blocker.unblock(),  # type: ignore[attr-defined]  # the plugin's own object
        on_engine(settings),
        _folders(place, place / "ledger"),
    ):
        yield place
    sqlite.discard(settings)


def _folders(place: Path, ledger: Path) -> override_settings:
    return override_settings(
        LEDGER=ledger, KEYS=place / "keys", CHECKPOINTS=ledger.parent / "checkpoints"
    )


def log_holds() -> int:
    """Return how many events the log holds, each of them the record's own."""
    from django.conf import settings

    folder = Path(settings.LEDGER)
    if not (folder / CHECKPOINT).exists():
        return 0
    reader = LogReader(Folder(folder), (folder / CHECKPOINT).read_text())
    events = all_events(connection)
    for entry in reader.entries():
        assert entry == entry_of(next(events), salt())
    return reader.size


def begin_anew() -> None:
    """Take the log and its heads away; the keys stay."""
    from django.conf import settings

    for folder in (settings.LEDGER, settings.CHECKPOINTS):
        shutil.rmtree(folder, ignore_errors=True)


def work(most: int) -> None:
    """Bring a batch in, and send a head that holds it."""
    bring_in(most)
    send_head(timezone.now())


@pytest.mark.slow  # a process is killed at every step, many times
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_killed_at_every_step_of_a_batch_and_its_head_nothing_is_missing(office: Path) -> None:
    dice, killed, size = Random(5), 0, 0
    events = sum(1 for _ in all_events(connection))
    for number in range(ROUNDS):
        connections.close_all()
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                die_at(number % 60)
                work(dice.choice([1, 7, 100, 256]))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        found = log_holds()
        assert found >= size
        size = found
        for head in heads_sent():
            assert head.read_text().count("\n") == 5  # whole, or not there
        if size == events:  # all of it is in: begin anew, or nothing is left to be killed at
            begin_anew()
            size = 0

    assert killed > ROUNDS // 3
    bring_in_all()
    assert log_holds() == events
    assert {each.code for each in verify_office(connection, lambda _done: None)} == set()


@pytest.mark.slow  # many batches on a disk that is full at another place each time
def test_full_disk_at_every_step_is_told_and_nothing_is_missing(
    office: Path, small_disk: Path
) -> None:
    filler, full = small_disk / "filler", 0
    events = sum(1 for _ in all_events(connection))
    with _folders(office, small_disk / "ledger"):
        size = 0
        for number in range(ROUNDS):
            filler.write_bytes(b"")
            with suppress(OSError), filler.open("ab", buffering=0) as file:
                while file.write(b"x" * 4096) == 4096:
                    pass
            room = 4096 * (number % 24)
            os.truncate(filler, max(0, filler.stat().st_size - room))
            try:
                work(7)
            except OSError:
                full += 1
            found = log_holds()
            assert found >= size
            size = found
            if size == events:
                begin_anew()
                size = 0
            for head in heads_sent()[3:]:
                head.unlink()
        filler.unlink(missing_ok=True)
        bring_in_all()
        assert log_holds() == events
    assert full, "the disk was never full"
