"""What the engines say was not written since was not: whatever is written, the oracle reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.cabinet.gate.under_attack.attacks import insertion
from tests.cabinet.gate.under_attack.doors import Door
from tests.cabinet.gate.under_attack.snapshot import Row, Snapshot, read
from tests.engines import Engine, Postgresql, Settings, opened

TABLE, RECORD = "directory_signatorycell", "ledger_event"
LONG = "x" * 20_000  # on pages of its own


class Thief:
    """Whoever has put the guards of a table and of the record out of the way.

    ``connection`` is his; the reader, who knows nothing of it, has one of its own on SQLite.
    """

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self.vendor = engine.name
        self.reader = Door(engine, settings, "plain" if self.vendor == "sqlite" else "worker")
        self.connection: Any
        if isinstance(engine, Postgresql):
            self.connection = engine.bare(settings, engine.owner)
            for table in (TABLE, RECORD):
                self.connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        else:
            self.connection = engine.bare(settings)
            named = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (?, ?)"
            for (name,) in self.connection.execute(named, [TABLE, RECORD]).fetchall():
                self.connection.execute(f"DROP TRIGGER {name}")

    def read(self, before: Snapshot | None = None, *, mine: bool = False) -> Snapshot:
        """Read what there is, knowing what there was. ``mine``: inside the thief's transaction."""
        client = self.connection if mine else self.reader.connection
        return read(self.vendor, client, before, by_reader=not mine)

    def insert(self, row: Row) -> None:
        sql, values = insertion(TABLE, row)
        mark = "%s" if self.vendor == "postgresql" else "?"
        self.connection.execute(sql.replace("?", mark), values)

    def close(self) -> None:
        self.connection.close()
        self.reader.close()


@pytest.fixture
def thief(engine: Engine, full_house: Settings) -> Iterator[Thief]:
    with opened(engine, full_house) as connection:
        made = Thief(engine, connection.settings_dict)
        yield made
        made.close()


def seen(found: Snapshot) -> object:
    """Return all that was read."""
    return found.lines, found.rows, found.raw, found.events


def test_what_nobody_wrote_is_not_read_again(thief: Thief) -> None:
    before = thief.read()

    assert thief.read(before) is before


def test_whatever_is_written_is_read(thief: Thief) -> None:
    before = thief.read()
    key, row = max(before.rows[TABLE].items())
    for change in (
        lambda: thief.connection.execute(f"UPDATE {TABLE} SET source = 'x' WHERE id = {key}"),
        lambda: thief.connection.execute(f"UPDATE {TABLE} SET source = 'y' WHERE id = {key}"),
        lambda: thief.connection.execute(f"DELETE FROM {TABLE} WHERE id = {key}"),
        lambda: thief.insert(row),
        lambda: thief.connection.execute(f"UPDATE {TABLE} SET id = {key + 9} WHERE id = {key}"),
    ):
        change()
        now = thief.read(before)

        assert seen(now) == seen(thief.read())
        assert now.lines[TABLE] != before.lines[TABLE]
        before = now


@pytest.mark.parametrize("place", [0, 400, -1])
def test_whatever_is_written_into_the_record_is_read(thief: Thief, place: int) -> None:
    before = thief.read()
    event = before.events[place]
    for change in (
        f"UPDATE {RECORD} SET payload = '{LONG}' WHERE seq = {event.seq}",
        f"UPDATE {RECORD} SET payload = '{LONG[:-1]}y' WHERE seq = {event.seq}",
        f"UPDATE {RECORD} SET payload = 'x' WHERE seq = {event.seq}",
        f"DELETE FROM {RECORD} WHERE seq = {event.seq}",
        f"INSERT INTO {RECORD} (seq, table_name, row_id, amends, at, payload, prev, hash) "
        f"VALUES ({event.seq}, 'x', 1, 0, '{event.at}', '{{}}', '', '')",
    ):
        thief.connection.execute(change)
        now = thief.read(before)

        assert seen(now) == seen(thief.read())
        assert now.events != before.events
        before = now


def test_row_in_the_place_of_another_is_read(thief: Thief) -> None:
    before = thief.read()
    key, row = max(before.rows[TABLE].items())
    thief.connection.execute("BEGIN")
    thief.connection.execute(f"DELETE FROM {TABLE} WHERE id = {key}")
    thief.insert(row | {"source": "x"})
    assert thief.read(before) is before  # it is not committed
    thief.connection.execute("COMMIT")

    assert thief.read(before).rows[TABLE][key]["source"] == "x"


def test_what_is_written_twice_in_one_transaction_is_read_twice(thief: Thief) -> None:
    before = thief.read(mine=True)
    key = max(before.rows[TABLE])
    thief.connection.execute("BEGIN")
    for source in "xy":
        thief.connection.execute(f"UPDATE {TABLE} SET source = '{source}' WHERE id = {key}")
        before = thief.read(before, mine=True)
        assert before.rows[TABLE][key]["source"] == source
    thief.connection.execute("ROLLBACK")

    assert seen(thief.read(before, mine=True)) == seen(thief.read())


@pytest.mark.parametrize(
    "engine", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True
)
def test_column_that_is_added_is_read(thief: Thief) -> None:
    before = thief.read()
    thief.connection.execute(f"ALTER TABLE {TABLE} ADD COLUMN more integer DEFAULT 7")

    assert all(row["more"] == 7 for row in thief.read(before).rows[TABLE].values())
