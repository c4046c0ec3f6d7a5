"""A department's account holds on to all that it can lay its hands on: the house works on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection, connections
from django.utils import timezone

from cabinet.gate.actions.incoming import Arrived, receive_and_register
from cabinet.ledger.doors.reader import DEPARTMENT, as_reader
from cabinet.ledger.one_act import one_act
from cabinet.registry.doors import reader_of
from tests.cabinet.doors.knowledge import TABLES
from tests.cabinet.gate.under_attack.acts import Stage
from tests.engines import Engine, opened, the_house, with_its_door

HOLDING = {
    "sqlite": ("SELECT COUNT(*) FROM {table}", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"),
    "postgresql": (
        "SELECT COUNT(*) FROM public.{table}",
        *(
            f"LOCK TABLE public.{{table}} IN {mode} MODE"
            for mode in ("ACCESS SHARE", "ROW SHARE", "SHARE", "EXCLUSIVE", "ACCESS EXCLUSIVE")
        ),
        "SELECT * FROM public.{table} FOR UPDATE",
        "SELECT * FROM public.{table} FOR KEY SHARE",
        "LOCK TABLE public.ledger_pen IN ACCESS SHARE MODE",
        "SELECT public.take_pen()",
    ),
}


@contextmanager
def everything_held(vendor: str) -> Iterator[int]:
    """Hold what the departments' own account can hold; give how many statements were taken."""
    door = connections[DEPARTMENT]
    door.cursor().close()  # says who reads
    raw = door.connection
    held = []  # on SQLite a question that is not read to its end holds what it reads
    if vendor == "postgresql":
        raw.execute("BEGIN")
    for statement in HOLDING[vendor]:
        for table in TABLES if "{table}" in statement else [""]:
            try:
                if vendor == "postgresql":
                    raw.execute("SAVEPOINT held")
                held.append(raw.execute(statement.format(table=table)))
            except (psycopg.Error, sqlite3.Error):
                if vendor == "postgresql":
                    raw.execute("ROLLBACK TO SAVEPOINT held")
    yield len(held)
    for each in held:
        each.close()
    if vendor == "postgresql":
        raw.execute("ROLLBACK")


def test_department_that_holds_all_it_can_stops_no_act(engine: Engine) -> None:
    with opened(engine) as house, with_its_door(engine, house.settings_dict):
        stage = Stage()
        reader = reader_of(the_house().duty("political"))
        with as_reader(reader), everything_held(engine.name) as taken:
            if engine.name == "postgresql":
                connection.cursor().execute("SET lock_timeout = '5s'")
            arrived = Arrived(stage.file(), subject="Hosting", sender=stage.addressees[0])
            item = receive_and_register(arrived=arrived, by=stage.duty("clerk"), at=timezone.now())
    assert item.number
    assert taken > 0


def test_act_waits_for_no_lock_that_any_role_may_hold(engine: Engine) -> None:
    """Advisory locks are open to every role of PostgreSQL; what an act waits for must not be."""
    if engine.name == "sqlite":
        return
    with opened(engine), one_act():
        stage = Stage()
        arrived = Arrived(stage.file(), subject="Hosting", sender=stage.addressees[0])
        receive_and_register(arrived=arrived, by=stage.duty("clerk"), at=timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT locktype, COALESCE(relation::regclass::text, ''), mode FROM pg_locks "
                "WHERE pid = pg_backend_pid() AND mode = 'ExclusiveLock'"
            )
            held = {(kind, name) for kind, name, _mode in cursor.fetchall()}
            cursor.execute("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory'")
            assert cursor.fetchone() == (0,)
    assert ("relation", "ledger_pen") in held
