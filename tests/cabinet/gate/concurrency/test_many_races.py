"""Two thousand rounds of each race, by raw SQL on two connections: none is lost.

``test_races`` lets an oracle read the whole house after each round; here papers are copied by the
hundred, and a round is judged by who won it. The oracle reads the house once, at the end.

SQLite has one writer at a time; what can be lost there is what was read before. So its
transactions begin in three ways, one of which has read the house already.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from threading import Barrier, Thread
from typing import Any

import pytest

from tests.cabinet.gate.concurrency.copies import asked
from tests.cabinet.gate.concurrency.test_races import (
    PLAINLY,
    Race,
    Rows,
    Track,
    Way,
    _line,
    _write,
    clear_or_stop,
    issue_or_revise,
    sign_or_revoke,
)
from tests.cabinet.gate.under_attack.forge import Forger
from tests.cabinet.gate.under_attack.snapshot import Row
from tests.cabinet.gate.under_attack.world import World
from tests.engines import Engine, Postgresql, Settings

SOAK = int(os.environ.get("SOAK", "0"))
ROUNDS = {"postgresql": 2_000 * max(SOAK, 1), "sqlite": 2_000 * SOAK or 200}
AT_ONCE = 200  # papers copied together
WAYS = {
    "postgresql": [PLAINLY],
    "sqlite": [
        PLAINLY,
        Way((), ("BEGIN IMMEDIATE",)),
        Way(("BEGIN", "SELECT MAX(seq) FROM ledger_event")),
    ],
}
_NEW = {"state": "", "moves": 0, "moved_at": None, "due_on": None, "action_unit_id": None}
_NAMES = {
    "item_id": "registry_item", "revision_id": "registry_revision",
    "verdict_id": "review_verdict", "clearance_id": "gate_clearance",
    "delegation_id": "accounts_delegation",
}  # fmt: skip
Keys = dict[tuple[str, int], int]
pytestmark = pytest.mark.slow  # thousands of rounds


def number_or_number(forger: Forger, item: int) -> tuple[Rows, Rows]:
    """Two papers ask for the next number of one series."""
    number = forger.number(item)
    return [("registry_number", number)], [("registry_number", number)]


def dispatch_or_annul(forger: Forger, item: int) -> tuple[Rows, Rows]:
    """A letter goes out, or is annulled."""
    move = _line(forger, item, "dispatch")
    hand = {name: move[name] for name in ("by_id", "post_id", "delegation_id")}
    sent: Rows = [
        ("dispatch_dispatch", forger.dispatch(item) | hand),
        ("registry_movement", move),
    ]
    return sent, [("registry_movement", _line(forger, item, "annul"))]


def _bound(row: Row, keys: Keys) -> Row:
    """Return a row about the copied paper instead of the paper itself."""
    return {name: keys.get((_NAMES.get(name, ""), value), value) for name, value in row.items()}


class Copier:
    """Copies of one paper, with all that happened to it, many in each statement."""

    def __init__(self, world: World, connection: Any, item: int) -> None:
        self.world, self.connection, self.item = world, connection, item
        found: list[tuple[str, Row]] = [("registry_movement", row) for row in world.moves[item]]
        for revision in world.of("registry_revision", "item_id", item):
            found.append(("registry_revision", revision))
            for table in (
                "registry_enclosure", "review_verdict", "gate_clearance", "gate_signature",
            ):  # fmt: skip
                found += [(table, row) for row in world.of(table, "revision_id", revision["id"])]
            for verdict in world.of("review_verdict", "revision_id", revision["id"]):
                overrides = world.of("review_override", "verdict_id", verdict["id"])
                found += [("review_override", row) for row in overrides]
        self.history = sorted(found, key=lambda each: world.at(each[0], each[1]["id"]))
        self.numbers = world.of("registry_number", "item_id", item)

    def copies(self, many: int) -> list[Keys]:
        """Write that many copies; return, for each, the new keys by table and old key."""
        made: list[Keys] = [{} for _ in range(many)]
        self.connection.execute("BEGIN")
        item = self.world.rows["registry_item"][self.item] | _NEW
        self._insert("registry_item", item, made)
        for table, row in self.history:
            if table == "registry_movement" and row["act"] == "sign":
                self._number(made)
            self._insert(table, row, made)
        self.connection.execute("COMMIT")
        return made

    def _insert(self, table: str, row: Row, made: list[Keys]) -> None:
        self._write(table, row["id"], [
            {name: value for name, value in _bound(row, keys).items() if name != "id"}
            for keys in made
        ], made)  # fmt: skip

    def _number(self, made: list[Keys]) -> None:
        for number in self.numbers:
            first = next_serial(self.connection, number)
            rows = [
                numbered({**_bound(number, keys)}, first + place, self.world)
                for place, keys in enumerate(made)
            ]
            for row in rows:
                del row["id"]
            self._write("registry_number", number["id"], rows, made)

    def _write(self, table: str, key: int, rows: list[Row], made: list[Keys]) -> None:
        for keys, new in zip(made, inserted(self.connection, table, rows), strict=True):
            keys[table, key] = new


def inserted(connection: Any, table: str, rows: list[Row]) -> list[int]:
    """Insert rows in one statement and return their keys."""
    places = ", ".join(f"({', '.join('?' * len(rows[0]))})" for _ in rows)
    values = [value for row in rows for value in row.values()]
    sql = f"INSERT INTO {table} ({', '.join(rows[0])}) VALUES {places} RETURNING id"
    return [key for (key,) in asked(connection, sql, values)]


def next_serial(connection: Any, number: Row) -> int:
    """Return the next serial of a number's series."""
    found = asked(
        connection,
        "SELECT COALESCE(MAX(serial), 0) + 1 FROM registry_number WHERE series_id = ? AND year = ?",
        [number["series_id"], number["year"]],
    )
    return int(found[0][0])


def numbered(number: Row, serial: int, world: World) -> Row:
    """Return a number with another serial, printed as its series does."""
    series = world.rows["registry_series"][number["series_id"]]
    last = str(number["text"])
    code = next((unit["code"] for unit in world.rows["accounts_unit"].values()
                 if f"/{unit['code']}/" in f"/{last}/"), "")  # fmt: skip
    text = series["pattern"].format(serial=serial, year=number["year"], unit=code)
    return number | {"serial": serial, "text": text}


class ManyRounds(Track):
    """A track on which a race is run thousands of times."""

    def lend_many(self, forger: Forger, many: int) -> tuple[int, list[int]]:
        """Lend a signature that many times; return the key of the first loan, and all keys."""
        lent = forger.rows["accounts_delegation"]
        ended = {row["delegation_id"] for row in forger.rows["accounts_ending"].values()}
        one = next(k for k, row in lent.items() if row["power"] == "sign" and k not in ended)
        row = {name: value for name, value in lent[one].items() if name != "id"}
        return one, inserted(self.one, "accounts_delegation", [row] * many)

    def rounds(self, race: Race, paper: tuple[str, str], many: int) -> Counter[str]:
        """Run that many rounds; return how they ended."""
        world = World(self.oracle.last)
        forger, item = Forger(world, self.dice), self.papers[paper]
        copier = Copier(world, self.one, item)
        left, right = race(forger, item)
        tally: Counter[str] = Counter()
        while tally["rounds"] < many:
            made = copier.copies(AT_ONCE)
            self._count_rows()
            if race is sign_or_revoke:
                first, lent = self.lend_many(forger, AT_ONCE)
                for keys, key in zip(made, lent, strict=True):
                    keys["accounts_delegation", first] = key
            pairs = list(zip(made[::2], made[1::2], strict=True))
            if race is not number_or_number:
                pairs = [(keys, keys) for keys in made]
            self._relay([(self._rows(left, one), self._rows(right, other)) for one, other in pairs],
                        world, tally)  # fmt: skip
        return tally

    def _count_rows(self) -> None:
        """Let PostgreSQL count its rows, as it does by itself in an office.

        The server of the run never does: what was planned for ten papers would be kept for 2,000.
        A few hundred rows of each table are enough to tell how many there are.
        """
        if isinstance(self.engine, Postgresql):
            with self.engine.bare(self.settings, self.engine.owner) as owner:
                owner.execute("SET default_statistics_target = 2")
                owner.execute("ANALYZE")

    @staticmethod
    def _rows(rows: Rows, keys: Keys) -> Rows:
        return [(table, _bound(row, keys)) for table, row in rows]

    def _relay(self, runs: list[tuple[Rows, Rows]], world: World, tally: Counter[str]) -> None:
        """Let two threads run all rounds side by side, from one start to the next."""
        ready, begin, end = Barrier(3), Barrier(2), Barrier(3)
        said = ["", ""]
        numbers: dict[str, int] = {}

        ways = WAYS[self.engine.name]

        def run(place: int, connection: Any) -> None:
            for each in runs:
                ready.wait()
                rows = [
                    (table, numbered(row, numbers["next"], world) if "serial" in row else row)
                    for table, row in each[place]
                ]
                said[place] = _write(connection, rows, begin, self.dice.choice(ways))
                end.wait()

        threads = [Thread(target=run, args=(0, self.one)), Thread(target=run, args=(1, self.other))]
        for thread in threads:
            thread.start()
        for each in runs:
            asked = [row for rows in each for table, row in rows if table == "registry_number"]
            if asked:
                numbers["next"] = next_serial(self.one, asked[0])
            ready.wait()
            end.wait()
            tally["rounds"] += 1
            tally[" / ".join(said)] += 1
        for thread in threads:
            thread.join(30)


@pytest.fixture
def track(
    engine: Engine, full_house: Settings, papers: dict[tuple[str, str], int]
) -> Iterator[ManyRounds]:
    """Open a track on a copy of the full house."""
    made = ManyRounds(engine, full_house, papers)
    yield made
    made.close()


def one_wins(_track: ManyRounds, tally: Counter[str]) -> int:
    """Return the rounds that both won, or nobody."""
    return tally["rounds"] - sum(
        times for said, times in tally.items() if said.split(" / ").count("done") == 1
    )


def signed_before_it_ended(track: ManyRounds, _tally: Counter[str]) -> int:
    """Return the signatures under a power that had been revoked: signed first is lawful."""
    found = asked(
        track.one,
        """SELECT COUNT(*) FROM gate_signature AS g
        JOIN accounts_ending AS n ON n.delegation_id = g.delegation_id
        JOIN ledger_event AS signed ON signed.table_name = 'gate_signature'
            AND signed.row_id = g.id AND signed.amends = 0
        JOIN ledger_event AS ended ON ended.table_name = 'accounts_ending'
            AND ended.row_id = n.id AND ended.amends = 0
        WHERE signed.seq > ended.seq""",
        [],
    )
    return int(found[0][0])


RACES: list[tuple[Race, tuple[str, str], Callable[[ManyRounds, Counter[str]], int]]] = [
    (issue_or_revise, ("memorandum", "cleared"), one_wins),
    (clear_or_stop, ("memorandum", "under_review"), one_wins),
    (sign_or_revoke, ("outgoing", "cleared"), signed_before_it_ended),
    (number_or_number, ("incoming", "received"), one_wins),
    (dispatch_or_annul, ("outgoing", "issued"), one_wins),
]


@pytest.mark.parametrize(("race", "paper", "bad"), RACES)
def test_none_of_two_thousand_rounds_is_lost(
    track: ManyRounds,
    race: Race,
    paper: tuple[str, str],
    bad: Callable[[ManyRounds, Counter[str]], int],
) -> None:
    rounds = ROUNDS[track.engine.name]

    tally = track.rounds(race, paper, rounds)

    print(f"\n{track.engine.name}, {race.__name__}: {dict(tally)}")
    assert bad(track, tally) == 0
    assert tally["rounds"] >= rounds
    firsts = {place for said in tally if " / " in said
              for place, word in enumerate(said.split(" / ")) if word == "done"}  # fmt: skip
    assert firsts == {0, 1}  # either of the two was first now and then
    assert track.oracle.look() == []
