"""Any SQL by the departments' door: it shows the reader's own papers, or nothing.

The papers are those of the walks: whoever reads a mark ``x~name`` has read the paper ``name``. The
statements go to the driver's own connection, past whatever Django would refuse before.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
import pytest
from django.db import connection, connections
from django.db.utils import DatabaseError

from cabinet.accounts.duty import Duty
from cabinet.ledger.doors.reader import DEPARTMENT, as_reader
from cabinet.registry.doors import reader_of
from cabinet.registry.models import Item
from tests.cabinet.doors import questions
from tests.cabinet.doors.knowledge import TABLES, House, Knowledge
from tests.engines import Engine, Settings, on_engine, the_house, with_its_door
from tests.journeys.scene import cast_of_scene

_MARK = re.compile(r"[xib]~([a-z]+)")
_SCENES: dict[str, tuple[Settings, dict[str, int]]] = {}
READERS = ("political", "political-desk", "legal", "niamey", "asg", "system")


@contextmanager
def by_its_door(engine: Engine) -> Iterator[dict[str, int]]:
    """Open the scene of the walks by both doors, cast once; give its papers' keys by name."""
    if engine.name not in _SCENES:
        _SCENES[engine.name] = cast_of_scene(engine)
    settings, papers = _SCENES[engine.name]
    with on_engine(settings), with_its_door(engine, settings):
        yield papers


def known_of(duty: Duty) -> tuple[Knowledge, dict[str, set[int]]]:
    house = House(connection)
    known = Knowledge(house, duty.officer.pk, house.rights(duty.officer.pk, duty.on))
    return known, known.keys()


def asked(sql: str) -> list[tuple[Any, ...]] | str:
    """Return what the driver's own connection answers as the reader of now, or its refusal."""
    door = connections[DEPARTMENT]
    door.cursor().close()  # says who reads
    try:
        if sql.startswith("COPY ") and " STD" in sql:
            with door.connection.cursor().copy(sql) as copy:
                return [tuple(copy)] if "TO" in sql else [("written",)]
        return list(door.connection.execute(sql).fetchall())
    except Exception as error:
        if not isinstance(error, (psycopg.Error, sqlite3.Error)):
            raise
        return str(error)


def marks(answer: object) -> set[str]:
    """Return the names of the papers that an answer tells of."""
    return set(_MARK.findall(str(answer)))


@pytest.mark.slow  # hundreds of questions, several readers
@pytest.mark.parametrize("who", READERS)
def test_any_question_shows_the_readers_own_papers_or_nothing(engine: Engine, who: str) -> None:
    tally: Counter[str] = Counter()
    with by_its_door(engine) as papers:
        duty = the_house().duty(who)
        _known, keys = known_of(duty)
        own = {name for name, key in papers.items() if key in keys["registry_item"]}
        of_the_house = questions.SQLITE if engine.name == "sqlite" else questions.POSTGRESQL
        with as_reader(reader_of(duty)):
            for sql in (*questions.of_tables(engine.name), *of_the_house):
                answer = asked(sql)
                told = marks(answer)
                assert told <= own, (sql, told - own)
                tally["refused" if isinstance(answer, str) else "answered"] += 1
                if sql in of_the_house:
                    connections[DEPARTMENT].close()  # whatever the session was made to forget
                    assert isinstance(answer, str) or not answer or _tells_nothing(sql), sql
            assert set(Item.objects.values_list("pk", flat=True)) == keys["registry_item"]
    assert min(tally["refused"], tally["answered"]) > 50


def _tells_nothing(sql: str) -> bool:
    """Tell whether a statement may be answered, since its answer is the same for any house."""
    return sql.startswith(("SET ", "RESET ", "SELECT set_config('row_security'")) or sql in {
        "EXPLAIN SELECT * FROM registry_item",  # refused by Django's connection: see below
        "EXPLAIN QUERY PLAN SELECT * FROM registry_item",
        "COMMIT",
        "LOCK TABLE public.registry_item",
    }


@pytest.mark.parametrize("who", READERS)
def test_nothing_is_written_by_the_departments_door(engine: Engine, who: str) -> None:
    with by_its_door(engine):
        before = House(connection).rows
        with as_reader(reader_of(the_house().duty(who))):
            for sql in questions.writing(engine.name):
                assert isinstance(asked(sql), str), sql

        assert House(connection).rows == before


@pytest.mark.parametrize("who", READERS)
def test_sql_injected_into_a_departments_question_gets_nothing_more(
    engine: Engine, who: str
) -> None:
    """The officer's own search, with his words pasted into it as no page does."""
    with by_its_door(engine) as papers:
        duty = the_house().duty(who)
        _known, keys = known_of(duty)
        own = {name for name, key in papers.items() if key in keys["registry_item"]}
        with as_reader(reader_of(duty)):
            everything = asked("SELECT id, subject FROM registry_item WHERE subject LIKE '%'")
            assert marks(everything) == {n for n in own if f"x~{n}" in str(everything)}
            for words in questions.INJECTED:
                sql = f"SELECT id, subject FROM registry_item WHERE subject LIKE '%{words}"
                with suppress(DatabaseError), connections[DEPARTMENT].cursor() as cursor:
                    cursor.execute(sql)
                    answer = cursor.fetchall()
                    assert marks(answer) <= own, words
                    assert "pbkdf2" not in str(answer)
                    if "COUNT" in words:
                        counted = {row[0] for row in answer} - keys["registry_item"]
                        assert counted <= {len(own)}, words
                    if "registry_release" in words:
                        assert {row[0] for row in answer} <= keys["registry_item"]


def test_what_is_no_question_is_refused_before_it_is_asked(engine: Engine) -> None:
    with by_its_door(engine), as_reader(reader_of(the_house().duty("political"))):
        for sql in ("EXPLAIN SELECT 1", "PRAGMA query_only", "SET x.y = '1'", "DELETE FROM a"):
            with pytest.raises(DatabaseError, match="DOR002"):
                connections[DEPARTMENT].cursor().execute(sql)


def test_without_a_reader_there_are_no_rows(engine: Engine) -> None:
    with by_its_door(engine) as papers:
        assert papers
        for table in TABLES:
            with connections[DEPARTMENT].cursor() as cursor:
                cursor.execute(f"SELECT COUNT(*) FROM {table}")
                assert cursor.fetchone()[0] == 0, table


def test_foreign_client_fails_closed(engine: Engine) -> None:
    """A client with the password of the departments' role, or with the views of their door."""
    with by_its_door(engine):
        settings = connections["default"].settings_dict
        if engine.name == "postgresql":
            with psycopg.connect(**_named(engine, settings)) as client:
                for table in TABLES:
                    where = "door" if table in ("review_verdict", "review_override") else "public"
                    found = client.execute(f"SELECT COUNT(*) FROM {where}.{table}").fetchone()
                    assert found == (0,), table
            return
        door = connections[DEPARTMENT]
        door.ensure_connection()
        door.connection.set_authorizer(None)
        views = door.connection.execute("SELECT sql FROM sqlite_temp_master").fetchall()
        door.close()
        client = engine.bare(settings)
        for (view,) in views:
            client.execute(view.replace("CREATE VIEW", "CREATE TEMP VIEW", 1))
        for table in TABLES:
            with pytest.raises(Exception, match="no such function: cabinet_reader"):
                client.execute(f"SELECT * FROM temp.{table}")
        client.close()


def _named(engine: Engine, settings: Settings) -> dict[str, Any]:
    door = engine.door(settings)
    return {
        "dbname": door["NAME"], "user": door["USER"], "password": door["PASSWORD"],
        "host": door["HOST"],
    }  # fmt: skip
