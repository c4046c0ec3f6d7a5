"""PostgreSQL: who reads is said in a signed context, and a forged one is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection, connections, transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from cabinet.ledger.doors.declared import declared
from cabinet.ledger.doors.installation import DoorMissing, require_door
from cabinet.ledger.doors.reader import DEPARTMENT, Reader, as_reader
from cabinet.registry.doors import reader_of
from cabinet.registry.models import Item
from tests.cabinet.doors.test_questions import by_its_door
from tests.engines import Engine, Postgresql, opened, the_house, with_its_door

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.parametrize("engine", ["postgresql"], indirect=True),
]
SAY = "SELECT set_config('cabinet.reader', %s, false)"
COUNT = "SELECT COUNT(*) FROM public.registry_item"


@pytest.fixture
def session(engine: Engine) -> Iterator[psycopg.Connection[Any]]:
    """Return the session of the head of Political Affairs, who has read something by it."""
    with by_its_door(engine), as_reader(reader_of(the_house().duty("political"))):
        assert Item.objects.count() > 0
        yield connections[DEPARTMENT].connection


def _said(session: psycopg.Connection[Any]) -> str:
    row = session.execute("SELECT current_setting('cabinet.reader')").fetchone()
    assert row
    return str(row[0])


def _signed(claim: str) -> str:
    """Return a claim signed by the house: what an attacker cannot have done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT door.sign(%s)", [claim])
        return str(cursor.fetchone()[0])


def test_context_altered_in_any_place_is_refused(session: psycopg.Connection[Any]) -> None:
    honest = _said(session)
    mac, claim = honest[:64], honest[65:]
    everything = (
        "{" + ",".join(str(unit * 10 + level) for unit in range(40) for level in (1, 2)) + "}"
    )
    parts = claim.split("|")
    wider = "|".join([*parts[:6], everything, *parts[7:]])
    another = "|".join([*parts[:2], "1", *parts[3:]])
    for forged in (
        f"{mac}|{wider}", f"{mac}|{another}", f"{'0' * 64}|{claim}", claim, f"{mac}|", "x", "|",
        f"{mac[:-1]}{'0' if mac[-1] != '0' else '1'}|{claim}", f"{mac}|{claim}|", f"{mac}{claim}",
    ):  # fmt: skip
        session.execute(SAY, [forged])
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="DOR001"):
            session.execute(COUNT)
    session.execute(SAY, [honest])
    assert session.execute(COUNT).fetchone() != (0,)


def test_context_of_another_session_or_of_another_day_is_refused(
    session: psycopg.Connection[Any],
) -> None:
    honest = _said(session)
    number, day, rest = honest[65:].split("|", 2)
    for claim in (
        f"{int(number) + 1}|{day}|{rest}",
        f"{number}|2020-01-01|{rest}",
        f"{number}|2120-01-01|{rest}",
    ):
        session.execute(SAY, [_signed(claim)])
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="DOR001"):
            session.execute(COUNT)


def test_each_question_is_asked_as_the_reader_of_now(session: psycopg.Connection[Any]) -> None:
    """One session serves many officers, one after the other, and nobody in between."""
    house = the_house()
    seen: dict[str, set[int]] = {}
    for who in ("political", "legal", "political", "niamey", "legal"):
        with as_reader(reader_of(house.duty(who))):
            found = set(Item.objects.values_list("pk", flat=True))
            assert seen.setdefault(who, found) == found
    assert seen["political"] != seen["legal"]
    with connections[DEPARTMENT].cursor() as cursor, as_reader(None):
        cursor.execute(COUNT)  # the cursor was opened as political, whose fixture it is
        assert cursor.fetchone()[0] == len(seen["political"])


def test_condition_that_fails_is_not_asked_of_a_hidden_row(
    session: psycopg.Connection[Any],
) -> None:
    """Row-level security lets no condition of a question at a row before its own."""
    for table, column in (
        ("public.registry_item", "subject"), ("public.registry_movement", "reason"),
        ("door.review_verdict", "reason"), ("door.registry_known", "flow"),
    ):  # fmt: skip
        found = session.execute(f"SELECT {column} FROM {table}").fetchall()
        own = [str(row[0]) for row in found]
        listed = ", ".join(psycopg.sql.quote(each) for each in own) or "''"
        trap = f"1 / (CASE WHEN {column} IN ({listed}) THEN 1 ELSE 0 END) = 1"
        got = session.execute(f"SELECT {column} FROM {table} WHERE {trap}").fetchall()
        assert len(got) == len(own), table


def test_every_table_of_papers_is_under_forced_row_level_security(engine: Engine) -> None:
    assert isinstance(engine, Postgresql)
    narrowed = {sight.table for sight in declared().sights if sight.where}
    with by_its_door(engine), connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, relowner::regrole::text FROM pg_class "
            "WHERE relrowsecurity AND relforcerowsecurity AND relnamespace = 'public'::regnamespace"
        )
        forced = dict(cursor.fetchall())
        cursor.execute("SELECT current_user")
        (worker,) = cursor.fetchone()

    assert set(forced) == narrowed
    assert set(forced.values()) == {engine.owner}
    assert worker == engine.worker


def test_departments_role_may_only_read(engine: Engine) -> None:
    assert isinstance(engine, Postgresql)
    with by_its_door(engine), connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class AS c, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', "
            "'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS p WHERE c.relkind IN ('r', 'v') "
            "AND c.relnamespace IN ('public'::regnamespace, 'door'::regnamespace) "
            "AND has_table_privilege(%s, c.oid, p)",
            [engine.reader],
        )
        assert cursor.fetchall() == []
        for role in (engine.reader, engine.worker):
            cursor.execute(
                "SELECT has_database_privilege(%s, current_database(), 'TEMPORARY')", [role]
            )
            assert cursor.fetchone() == (False,)


@pytest.mark.parametrize(
    "change",
    [
        "DROP POLICY department ON registry_movement",
        "CREATE POLICY more ON registry_item FOR SELECT USING (TRUE)",
        "ALTER TABLE registry_release NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE registry_number DISABLE ROW LEVEL SECURITY",
        "GRANT SELECT ON ledger_event TO {reader}",
        "GRANT INSERT ON gate_clearance TO {reader}",
        "GRANT SELECT (payload) ON ledger_event TO {reader}",
        "GRANT EXECUTE ON FUNCTION door.sign(text) TO {reader}",
        "GRANT TEMPORARY ON DATABASE {database} TO {reader}",
        "ALTER VIEW door.review_verdict RESET (security_barrier)",
        "CREATE OR REPLACE FUNCTION door.claim() RETURNS text[] LANGUAGE sql AS "
        "'SELECT NULL::text[]'",
        "DROP SCHEMA door CASCADE",
        "GRANT {worker} TO {reader}",
    ],
)
def test_office_does_not_open_while_the_door_is_not_as_declared(
    engine: Engine, change: str, request: pytest.FixtureRequest
) -> None:
    if change.startswith("GRANT {worker}"):  # a right in every database of the two roles
        engine = request.getfixturevalue("alone")
    assert isinstance(engine, Postgresql)
    with opened(engine) as door, with_its_door(engine, door.settings_dict):
        require_door()
        words = {"reader": engine.reader, "worker": engine.worker,
                 "database": door.settings_dict["NAME"]}  # fmt: skip
        by = None if change.startswith("GRANT {worker}") else engine.owner
        owner = engine._admin() if by is None else engine.bare(door.settings_dict, by)
        owner.execute(change.format(**words))
        try:
            with pytest.raises(DoorMissing, match="The departments' "):
                require_door()
        finally:
            if by is None:
                owner.execute(f"REVOKE {engine.worker} FROM {engine.reader}")
            owner.close()


def test_office_does_not_open_without_a_departments_door(engine: Engine) -> None:
    with opened(engine), pytest.raises(DoorMissing, match="CABINET_DEPARTMENT_ROLE"):
        require_door()


def test_reader_is_told_by_no_word_of_the_statement(session: psycopg.Connection[Any]) -> None:
    """Sessions of one role read each other's statements in the catalogue: no claim stands there."""
    other = Reader(0, timezone.localdate().isoformat(), (), (), (), (), ())
    with as_reader(other), connections[DEPARTMENT].cursor() as cursor:
        cursor.execute("SELECT string_agg(query, ' ') FROM pg_stat_activity")
        assert _said(session)[:64] not in str(cursor.fetchone()[0])


def test_transaction_by_the_departments_door_is_refused(session: psycopg.Connection[Any]) -> None:
    with pytest.raises(DatabaseError, match="DOR002"), transaction.atomic(using=DEPARTMENT):
        pass
