"""What got through once, each as a test: beside it the honest row, which the database takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from tests.cabinet.gate.under_attack.attacks import Attack, insertion
from tests.cabinet.gate.under_attack.doors import Door
from tests.cabinet.gate.under_attack.forge import Forger, today
from tests.cabinet.gate.under_attack.houses import oracle_at
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.cabinet.gate.under_attack.snapshot import Row
from tests.cabinet.gate.under_attack.world import World
from tests.engines import Engine, Settings, opened

Papers = dict[tuple[str, str], int]


class Desk:
    """A forger's desk: an open door to a full house."""

    def __init__(self, door: Door, oracle: Oracle, papers: Papers) -> None:
        self.door, self.oracle, self.papers = door, oracle, papers
        self.forger = Forger(World(oracle.last), Random(1))

    def said(self, *rows: tuple[str, Row | None], verb: str = "INSERT") -> str:
        """Write rows in one transaction, undo them, and return the code of the refusal, if any."""
        statements = [insertion(table, row, verb) for table, row in rows if row is not None]
        assert len(statements) == len(rows)
        self.door.begin()
        words = self.door.refused(Attack("", "", statements))
        if not words:
            assert self.oracle.judge_again() == []
        self.door.end()
        return words[:6]

    def move(self, paper: tuple[str, str], act: str) -> Row:
        """Return the honest movement of an act on a paper."""
        item = self.papers[paper]
        line = next(each for each in self.forger.lines(item) if each.name == act)
        row = self.forger.movement(item, line)
        assert row is not None
        return row


@pytest.fixture
def desk(engine: Engine, full_house: Settings, papers: Papers) -> Iterator[Desk]:
    with opened(engine, full_house) as connection:
        kind = "knowing" if engine.name == "sqlite" else "worker"
        door = Door(engine, connection.settings_dict, kind)
        oracle = oracle_at(engine, door.connection)
        yield Desk(door, oracle, papers)
        door.close()


ON_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
ON_POSTGRESQL = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)


@ON_SQLITE
@pytest.mark.parametrize("check", [1.5, -1, 8, "x"])
def test_verdict_on_an_eighth_check_is_refused(desk: Desk, check: object) -> None:
    """Seven verdicts were counted: 1, 1.5, 2, 2.5 ... made seven."""
    row = desk.forger.verdict(desk.papers["memorandum", "under_review"])
    assert row is not None

    assert desk.said(("review_verdict", row)) == ""
    assert desk.said(("review_verdict", row | {"check_no": check})) in ("REV003", "LED008")


def test_stop_between_clearance_and_its_movement_is_refused(desk: Desk) -> None:
    """A clearance without its movement, then a stop: the movement found the clearance."""
    item = desk.papers["memorandum", "under_review"]
    clearance, verdict = desk.forger.clearance(item), desk.forger.verdict(item)
    assert clearance is not None and verdict is not None
    move = desk.move(("memorandum", "under_review"), "clear")
    hand = {name: clearance[name] for name in ("by_id", "post_id")}
    stop = verdict | {"outcome": "stop"}

    begun = ("gate_clearance", clearance)
    assert desk.said(begun, ("registry_movement", move | hand)) == ""
    assert desk.said(begun, ("review_verdict", stop)) == "REV001"
    assert desk.said(("review_verdict", stop), begun) == "GAT014"


def test_movement_in_anothers_name_than_its_paper_is_refused(desk: Desk) -> None:
    item = desk.papers["memorandum", "under_review"]
    clearance = desk.forger.clearance(item)
    assert clearance is not None
    move = desk.move(("memorandum", "under_review"), "clear")
    own = {name: clearance[name] for name in ("by_id", "post_id")}
    cabinet = [desk.forger.hand(["cabinet_adviser", "director_general"]) for _ in range(40)]
    other = next(hand for hand in cabinet if hand["by_id"] != clearance["by_id"])

    begun = ("gate_clearance", clearance)
    assert desk.said(begun, ("registry_movement", move | own)) == ""
    assert desk.said(begun, ("registry_movement", move | other)) == "GAT013"


def test_rank_other_than_the_addressees_is_refused(desk: Desk) -> None:
    """The matrix went by the paper's own column: a head of State could be an institution."""
    item = desk.forger.item(desk.papers["outgoing", "draft"])

    assert desk.said(("registry_item", item)) == ""
    assert desk.said(("registry_item", item | {"level": "institution"})) == "REG014"


def test_key_of_ones_own_choice_is_refused(desk: Desk) -> None:
    """The newest verdict counts, and newest meant the largest key."""
    row = desk.forger.verdict(desk.papers["memorandum", "under_review"])
    assert row is not None

    for key in (10**12, -5, 0):
        assert desk.said(("review_verdict", {"id": key, **row})) == "LED007"


def test_number_that_reads_otherwise_is_refused(desk: Desk) -> None:
    row = desk.forger.number(desk.papers["memorandum", "cleared"])

    assert desk.said(("registry_number", row)) == ""
    assert desk.said(("registry_number", row | {"text": "MEM/LEG/2026/999"})) == "REG008"
    odd = {"on_day": f"{today()} x", "year": 1999, "serial": 1, "text": "MEM/LEG/1999/1"}
    if desk.door.vendor == "sqlite":
        assert desk.said(("registry_number", row | odd)) in ("REG008", "LED008")


def test_reason_of_blanks_is_refused(desk: Desk) -> None:
    move = desk.move(("outgoing", "submitted"), "return")

    assert desk.said(("registry_movement", move)) == ""
    assert desk.said(("registry_movement", move | {"reason": " \t\r\n"})) == "GAT010"


def test_memorandum_issued_to_another_unit_is_refused(desk: Desk) -> None:
    number = ("registry_number", desk.forger.number(desk.papers["memorandum", "cleared"]))
    move = desk.move(("memorandum", "cleared"), "issue")
    other = next(key for key in desk.forger.rows["accounts_unit"] if key != move["to_unit_id"])

    assert desk.said(number, ("registry_movement", move)) == ""
    assert desk.said(number, ("registry_movement", move | {"to_unit_id": other})) == "REG012"


def test_moment_of_another_year_is_refused(desk: Desk) -> None:
    move = desk.move(("outgoing", "submitted"), "take_up")

    assert desk.said(("registry_movement", move)) == ""
    for at in ("2001-01-01 00:00:00", "2101-01-01 00:00:00"):
        assert desk.said(("registry_movement", move | {"at": at})) == "GAT004"


def test_act_of_the_day_before_is_refused(desk: Desk) -> None:
    """A day to either side was taken: a power that ended today could be used yesterday."""
    move = desk.move(("outgoing", "submitted"), "take_up")
    clearance = desk.forger.clearance(desk.papers["memorandum", "under_review"])
    assert clearance is not None
    about_midnight = {
        timezone.localdate(timezone.now() + timedelta(minutes=minutes)).isoformat()
        for minutes in (-20, 20)
    }

    for table, row, code in (
        ("registry_movement", move, "GAT004"), ("gate_clearance", clearance, "GAT013"),
    ):  # fmt: skip
        assert desk.said((table, row)) == ""
        for day in {today(-1), today(1)} - about_midnight:
            assert desk.said((table, row | {"on_day": day})) == code


def test_day_that_no_page_can_show_is_refused(desk: Desk) -> None:
    """A row stays for ever: an infinite day would fail on every page that shows it."""
    row = desk.forger.delegation(0)
    far = ["infinity"] if desk.door.vendor == "postgresql" else ["9999-12-31", "0000-01-01"]

    assert desk.said(("accounts_delegation", row)) == ""
    for day in far:
        assert desk.said(("accounts_delegation", row | {"ends_on": day})) == "LED008"


def test_strange_language_of_a_correspondent_is_refused(desk: Desk) -> None:
    """One such word, and the review read no paper of the house any more."""
    update = "UPDATE directory_correspondent SET language = ? WHERE id = 1"

    desk.door.begin()
    assert desk.door.refused(Attack("", "", [(update, ["fr"])])) == ""
    desk.door.end()
    said = desk.door.refused(Attack("", "", [(update, ["xx"])]))

    assert said.startswith("DIR004: A correspondent is written to in a language")


@ON_SQLITE
def test_release_to_a_unit_and_an_officer_is_refused(desk: Desk) -> None:
    """With CHECK constraints switched off, a release named a unit for action, and an officer."""
    move = desk.move(("incoming", "directed"), "copy")
    key = max(desk.forger.rows["registry_movement"]) + 1
    unit = int(str(move["copies"]).strip("|"))
    copy = {
        "item_id": move["item_id"], "movement_id": key, "unit_id": unit, "officer_id": None,
        "purpose": "information",
    }  # fmt: skip

    moved = ("registry_movement", {"id": key, **move})
    assert desk.said(moved, ("registry_release", copy)) == ""
    assert desk.said(moved, ("registry_release", copy | {"officer_id": 1})) == "REG010"


@ON_SQLITE
def test_row_that_refers_to_nothing_is_refused(desk: Desk) -> None:
    """Foreign keys are off on a plain client's connection."""
    row = desk.forger.item(desk.papers["incoming", "received"])

    assert desk.said(("registry_item", row)) == ""
    assert desk.said(("registry_item", row | {"opened_by_id": 999_983})) == "LED009"


def test_movement_that_refers_to_nothing_is_refused(desk: Desk) -> None:
    """PostgreSQL holds no foreign key of which a guard finds the row."""
    move = desk.move(("outgoing", "draft"), "revise")
    refused = {
        "item_id": "GAT003", "post_id": "GAT001", "by_id": "GAT", "revision_id": "GAT013",
        "delegation_id": "GAT002",
    }  # fmt: skip

    assert desk.said(("registry_movement", move)) == ""
    for column, code in refused.items():
        assert desk.said(("registry_movement", move | {column: 999_983})).startswith(code), column


def test_revision_that_refers_to_nothing_is_refused(desk: Desk) -> None:
    move = desk.move(("outgoing", "draft"), "revise")
    revision = desk.forger.revision(desk.papers["outgoing", "draft"]) | {"by_id": move["by_id"]}
    moved = ("registry_movement", move)

    assert desk.said(moved, ("registry_revision", revision)) == ""
    for column in ("item_id", "by_id"):
        assert desk.said(moved, ("registry_revision", revision | {column: 999_983})) == "REG006"


def test_number_that_refers_to_nothing_is_refused(desk: Desk) -> None:
    number = desk.forger.number(desk.papers["memorandum", "cleared"])

    assert desk.said(("registry_number", number)) == ""
    for column in ("item_id", "series_id"):
        assert desk.said(("registry_number", number | {column: 999_983})) == "REG008"


def test_second_text_without_an_act_is_refused(desk: Desk) -> None:
    """A text slipped in behind the drafter's left the page as it was, and was submitted."""
    item = desk.papers["outgoing", "draft"]
    revision = desk.forger.revision(item)
    move = desk.move(("outgoing", "draft"), "revise")
    brought = revision | {"by_id": move["by_id"]}

    assert desk.said(("registry_movement", move), ("registry_revision", brought)) == ""
    assert desk.said(("registry_revision", revision)) == "REG006"


def test_envelope_opened_by_an_update_is_refused(desk: Desk) -> None:
    item = desk.papers["incoming", "received sealed"]
    word = "0" if desk.door.vendor == "sqlite" else "FALSE"
    update = f"UPDATE registry_item SET sealed = {word} WHERE id = {item}"

    said = desk.door.refused(Attack("", "", [(update, [])]))

    assert said.startswith("REG015: A sealed envelope is open once its addressee has")


@ON_POSTGRESQL
@pytest.mark.parametrize("paper", ["registry_revision", "review_verdict", "registry_number"])
def test_paper_in_the_statement_that_closes_its_item_is_refused(desk: Desk, paper: str) -> None:
    """PostgreSQL moves the item at the end of a statement; a paper slipped in before it."""
    from tests.cabinet.gate.under_attack.attacks import in_one_statement

    places: dict[str, tuple[tuple[str, str], str]] = {
        "registry_revision": (("outgoing", "draft revised"), "submit"),
        "review_verdict": (("memorandum", "under_review"), "return"),
        "registry_number": (("memorandum", "cleared"), "return"),
    }
    state, act = places[paper]
    line = next(each for each in desk.forger.lines(desk.papers[state]) if each.name == act)
    attack = next(
        each
        for each in in_one_statement(desk.forger, desk.papers[state], line)
        if each.name.endswith(f"and {paper} at once")
    )

    assert desk.door.refused(attack)[:6] in ("REG006", "REV001", "REG008")


@ON_POSTGRESQL
@pytest.mark.parametrize(
    "change",
    ["SET TIME ZONE 'Asia/Riyadh'", "SELECT set_config('TimeZone', 'Asia/Riyadh', true)"],
)
def test_session_of_another_time_zone_is_refused(desk: Desk, change: str) -> None:
    """The day of an act and the moments in the record are those of one time zone."""
    row = ("registry_item", desk.forger.item(desk.papers["incoming", "received"]))

    assert desk.said(row) == ""
    said = desk.door.refused(Attack("", "", [("BEGIN", []), (change, []), insertion(*row)]))
    desk.door.end()
    assert said.startswith("LED010")


@ON_POSTGRESQL
def test_time_zone_changed_within_the_statement_is_refused(desk: Desk) -> None:
    """Records are made at the end of a statement, after all its other parts."""
    move = desk.move(("outgoing", "draft"), "revise")
    sql, values = insertion("registry_movement", move)
    turn = "SELECT set_config('TimeZone', 'Asia/Riyadh', false) FROM moved"
    change = f"WITH moved AS ({sql} RETURNING id) {turn}"

    assert desk.door.refused(Attack("", "", [(change, values)])).startswith("LED010")
