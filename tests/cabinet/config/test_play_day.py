"""The day that ``make run`` plays, on an empty office with a database file of its own."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from tests.cabinet.config.conftest import Office

from cabinet.config.day.play import lent_by

pytestmark = pytest.mark.xdist_group("played office")


def ask(office: Office, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{office.database}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()


def count(office: Office, query: str) -> object:
    return ask(office, query)[0][0]


def test_day_has_a_dozen_papers_of_every_flow_in_four_forms(played: Office) -> None:
    assert int(str(count(played, "SELECT COUNT(*) FROM registry_item"))) >= 12
    flows = ask(played, "SELECT DISTINCT flow FROM registry_item ORDER BY flow")
    assert flows == [("incoming",), ("memorandum",), ("outgoing",)]
    forms = {row[0] for row in ask(played, "SELECT media_type FROM registry_revision")}
    assert forms == {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "message/rfc822",
        "text/plain",
    }
    languages = {row[0] for row in ask(played, "SELECT languages FROM registry_item")}
    assert {"ar", "en", "fr"} <= languages


def test_day_has_all_that_can_happen_to_a_paper(played: Office) -> None:
    sealed = "SELECT state FROM registry_item WHERE sealed"
    assert ask(played, sealed) == [("handed_over",)]
    urgent = """SELECT COUNT(*) FROM registry_item AS i WHERE urgency = 3 AND EXISTS (
        SELECT 1 FROM registry_movement AS m WHERE m.item_id = i.id AND m.act = 'inform')"""
    assert int(str(count(played, urgent))) >= 1
    returned = """SELECT MAX(times) FROM (SELECT COUNT(*) AS times FROM registry_movement
        WHERE act = 'return' GROUP BY item_id)"""
    assert count(played, returned) == 2
    assert count(played, "SELECT COUNT(*) FROM review_override") == 1
    missing = """SELECT COUNT(*) FROM registry_item AS i WHERE flow = 'incoming'
        AND enclosures_announced > (SELECT COUNT(*) FROM registry_enclosure AS e
            JOIN registry_revision AS r ON r.id = e.revision_id WHERE r.item_id = i.id)"""
    assert int(str(count(played, missing))) >= 1
    to_a_ministry = """SELECT COUNT(*) FROM registry_item
        WHERE flow = 'outgoing' AND level = 'ministry_of_foreign_affairs'"""
    assert int(str(count(played, to_a_ministry))) >= 1
    answered = "SELECT COUNT(*) FROM registry_item WHERE answers_id IS NOT NULL"
    assert int(str(count(played, answered))) >= 2
    assert count(played, "SELECT COUNT(*) FROM accounts_delegation") == 1


@pytest.mark.parametrize(
    ("on", "said"), [(date(2026, 12, 1), "1 December 2026"), (date(2026, 5, 31), "31 May 2026")]
)
def test_delegation_of_the_day_is_dated_as_the_house_writes_a_day(on: date, said: str) -> None:
    assert lent_by(on) == f"Decision of the Secretary-General of {said} on notes verbales"


def test_missions_of_the_day_are_those_of_the_directory_and_not_entered_again(
    played: Office,
) -> None:
    missions = """SELECT COUNT(*) FROM directory_correspondent
        WHERE level = 'permanent_representative' AND country_id IS NULL"""
    assert count(played, missions) == 0
    parties = """SELECT COUNT(*) FROM registry_item AS i
        JOIN directory_correspondent AS c ON c.id = i.correspondent_id
        WHERE c.level = 'permanent_representative'"""
    assert int(str(count(played, parties))) >= 2
    of_oman = "SELECT COUNT(*) FROM directory_correspondent WHERE name_en LIKE 'Ministry%Oman'"
    assert count(played, of_oman) == 1


def test_state_of_every_paper_is_where_its_last_movement_left_it(played: Office) -> None:
    query = """
        SELECT i.state, i.moves, m.target, m.no FROM registry_item AS i
        LEFT JOIN registry_movement AS m ON m.item_id = i.id AND m.no = (
            SELECT MAX(n.no) FROM registry_movement AS n WHERE n.item_id = i.id)
    """
    for state, moves, target, no in ask(played, query):
        assert (state, moves) == (target, no)
    steps = "SELECT COUNT(*), MAX(no) FROM registry_movement GROUP BY item_id"
    assert all(number == last for number, last in ask(played, steps))


def test_every_file_of_the_day_lies_in_the_store_with_its_bytes(played: Office) -> None:
    for sha256, size in ask(played, "SELECT sha256, size_bytes FROM registry_revision"):
        path = played.folder / "files" / str(sha256)[:2] / str(sha256)[2:]
        assert path.stat().st_size == size


@pytest.mark.parametrize(
    "line",
    [
        "Hind Al-Zahrani, Registry Clerk: registered 1/2",
        "1 enclosure announced is missing.",
        "logged a sealed envelope by its outer marks; nobody opened it.",
        "informed the Secretary-General of",
        "back to the Cabinet as misdirected.",
        "Nadia Mansour, Adviser in the Cabinet: returned “",
        "set the stop aside in writing and answers for it.",
        "exactly revision 3.",
        "Idris Al-Kettani, Secretary-General: signed it; it is OIC/",
        "issued MEM/LEG/",
        "tried to issue it at once. The gate refused:",
        "(GAT001)",
        "The gate refused to clear it: A stop stands on these checks",
        "These may sign in, all with the password ",
    ],
)
def test_log_of_the_day_tells_who_did_what(played: Office, line: str) -> None:
    assert line in played.log


def test_way_round_the_gate_is_refused_by_the_database_with_its_sentence(played: Office) -> None:
    assert re.search(r"The database refused: [A-Z]{3}\d{3}: [A-Z].{20,}\.\n", played.log)
    assert count(played, "SELECT COUNT(*) FROM registry_number WHERE text LIKE '%forged%'") == 0


def test_day_is_played_once(played: Office, tmp_path: Path) -> None:
    office = played.copy(tmp_path / "office")
    before = ask(office, "SELECT COUNT(*), MAX(id) FROM registry_movement")

    again = office.run("play_day", "--migrate")

    assert again.returncode == 0
    assert again.stdout.startswith("The day has been played before; nothing was added.\n")
    assert ask(office, "SELECT COUNT(*), MAX(id) FROM registry_movement") == before


def test_password_of_the_cast_is_read_by_its_owner_alone(played: Office) -> None:
    note = played.folder / "password-of-the-cast"

    assert note.stat().st_mode & 0o777 == 0o600
    assert f"password {note.read_text()}\n" in played.log
