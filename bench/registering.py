"""Registering a letter, in process, one writer, beside one bare committed insert.

Run as ``python -m bench.registering`` in the environment of an office (``bench.engines``). Beside
an archive: ``python -m bench.registering fill PAPERS``, then, once the office is at rest
(``bench.engines.let_rest``), ``python -m bench.registering beside``.

What is compared is measured in turns of a fraction of a second: a machine that slows down for a
while would otherwise slow the one and not the other.
"""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cabinet.config.settings")
django.setup()

from django.apps import apps  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.models import Max  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.archive import fill  # noqa: E402
from cabinet.accounts.duty import Duty, duty_of  # noqa: E402
from cabinet.accounts.models import Officer  # noqa: E402
from cabinet.config.day.furnishing import furnish_house  # noqa: E402
from cabinet.directory.models import Correspondent  # noqa: E402
from cabinet.gate.actions.incoming import Arrived, receive_and_register  # noqa: E402
from cabinet.ledger.guards import postgresql  # noqa: E402
from cabinet.ledger.guards.installation import expected, found  # noqa: E402
from cabinet.ledger.guards.registry import declared  # noqa: E402
from cabinet.ledger.rows_only import tables_may_change  # noqa: E402
from cabinet.registry.models import Item, Movement, Number, Revision, Series  # noqa: E402
from cabinet.registry.store import Kept, keep_file  # noqa: E402
from clearance.terms import Flow  # noqa: E402

LEFT_TO_GUARDS = import_module("cabinet.registry.migrations.0006_leave_rows_to_the_guards")
TURN = 25
TURNS = 8  # in a round
ROUNDS = 5
WARMING = 20  # acts that plan anew after triggers have changed, which an office never sees


def per_second(*acts: Callable[[], object]) -> list[float]:
    """Return how many of each act a second one writer does, by its median turn."""
    taken: list[list[float]] = [[] for _ in acts]
    for _ in range(TURNS):
        for act, times in zip(acts, taken, strict=True):
            began = time.perf_counter()
            for _ in range(TURN):
                act()
            times.append(time.perf_counter() - began)
    return [TURN / statistics.median(times) for times in taken]


def bare_insert() -> Callable[[], object]:
    """Return one bare committed insert by the driver alone, on the same disk."""
    if connection.vendor == "sqlite":
        raw = sqlite3.connect(settings.VAR / "bare.sqlite3", isolation_level=None)
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, subject TEXT, body TEXT)")
        return lambda: raw.execute(
            "INSERT INTO bare (subject, body) VALUES (?, ?)", ("s" * 60, "b" * 200)
        )
    import psycopg  # noqa: PLC0415  (absent where only SQLite is used)

    parameters: dict[str, Any] = connection.get_connection_params()
    bare = psycopg.connect(
        dbname=parameters["dbname"], host=parameters.get("host"), port=parameters.get("port"),
        user=parameters.get("user"), autocommit=True,
    )  # fmt: skip
    bare.execute("CREATE TABLE bare.bare (id bigserial PRIMARY KEY, subject text, body text)")
    return lambda: bare.execute(
        "INSERT INTO bare.bare (subject, body) VALUES (%s, %s)", ("s" * 60, "b" * 200)
    )


def without_gate_and_record(*acts: Callable[[], object]) -> list[float]:
    """Return the rates of the same writing while neither gate nor record stands."""
    with unguarded():
        for act in acts:
            warm(act)
        rates = per_second(*acts)
    warm(acts[0])
    return rates


@contextmanager
def unguarded() -> Iterator[None]:
    """Take gate and record down but for what the writing needs: its number, the paper's state.

    The foreign keys that PostgreSQL leaves to the gate stand meanwhile: they are its own without.
    """
    alone = postgresql.writing_alone(declared()) if connection.vendor == "postgresql" else []
    standing = found(connection)
    needed = tuple(trigger.name for trigger in alone) or ("then_",)
    with tables_may_change(connection), connection.cursor() as cursor:
        for trigger in expected(connection):
            if not trigger.name.startswith(needed):
                place = "" if connection.vendor == "sqlite" else f" ON {standing[trigger.name][0]}"
                cursor.execute(f"DROP TRIGGER {trigger.name}{place}")
        for trigger in alone:
            cursor.execute(trigger.statements[0])  # its function only
    if alone:
        with connection.schema_editor() as editor:
            LEFT_TO_GUARDS.say_again(apps, editor)
    yield
    if alone:
        with connection.schema_editor() as editor:
            LEFT_TO_GUARDS.leave(apps, editor)
    with tables_may_change(connection), connection.cursor() as cursor:
        for trigger in expected(connection):
            stays = trigger.name.startswith(needed)
            kept = trigger.statements[:1] if alone else ()
            for statement in kept if stays else trigger.statements:
                cursor.execute(statement)


def by_the_mapper(arrived: Arrived, file: Kept, clerk: Duty) -> Callable[[], object]:
    """Return the same rows in one transaction as Django's mapper writes them, without a gate."""
    series = Series.objects.get(flow=Flow.INCOMING, unit=None)
    year = clerk.on.year
    post = clerk.authorities[0].post

    def register() -> None:
        at = timezone.now()
        with transaction.atomic():
            item = Item.objects.create(
                flow=Flow.INCOMING, kind=arrived.kind, subject=arrived.subject,
                correspondent=arrived.sender, urgency=arrived.urgency,
                confidentiality=arrived.confidentiality, received_at=at,
                opened_by=clerk.officer, opened_at=at,
            )  # fmt: skip
            paper = Revision.objects.create(
                item=item, no=1, sha256=file.sha256, file_name=file.name,
                media_type=file.media_type, size_bytes=file.size_bytes, by=clerk.officer, at=at,
            )  # fmt: skip
            numbers = Number.objects.filter(series=series, year=year)
            serial = (numbers.aggregate(last=Max("serial"))["last"] or 0) + 1
            Number.objects.create(
                item=item, series=series, year=year, serial=serial, text=f"{serial}/{year}",
                on=clerk.on, on_hijri="1448-06-19",
            )  # fmt: skip
            Movement.objects.create(
                item=item, no=1, act="register", source="", target="registered",
                by=clerk.officer, post_id=post, on=clerk.on, at=at, revision=paper,
                content_sha256=paper.sha256, officer_label="Clerk", post_label="registry_clerk",
                authority_label="titular", item_label=f"incoming {serial}/{year}",
            )  # fmt: skip

    return register


def warm(act: Callable[[], object]) -> None:
    """Let the engine plan what it will carry out."""
    for _ in range(WARMING):
        act()


def registering() -> tuple[Callable[[], object], Callable[[], object]]:
    """Return the registering of a letter, and the writing of its rows by Django's mapper."""
    clerk = duty_of(Officer.objects.get(username="clerk"), timezone.localdate())
    sender = Correspondent.objects.order_by("id")[0]
    paper = keep_file([b"A letter."], name="letter.txt")
    arrived = Arrived(paper, subject="Hosting of a meeting of experts", sender=sender)

    def register() -> object:
        return receive_and_register(arrived=arrived, by=clerk, at=timezone.now())

    return register, by_the_mapper(arrived, paper, clerk)


def furnish() -> None:
    """Give the house its officers, correspondents and series."""
    furnish_house(begins_on=date(2018, 1, 1), at=timezone.now(), password_hash="!")


def alone() -> None:
    """Print the medians as JSON."""
    furnish()
    register, mapped = registering()
    bare = bare_insert()
    per_second(register, bare)  # warm
    rates: dict[str, list[float]] = {"bare": [], "register": [], "ungated": [], "mapped": []}
    for _ in range(ROUNDS):
        found = [*per_second(bare, register), *without_gate_and_record(register, mapped)]
        for each, rate in zip(rates.values(), found, strict=True):
            each.append(rate)
    print(json.dumps({name: statistics.median(each) for name, each in rates.items()}))


def beside() -> None:
    """Print the rate of registering beside what is already there."""
    register, _ = registering()
    bare = bare_insert()
    per_second(register, bare)
    rates = [per_second(bare, register) for _ in range(ROUNDS)]
    medians = [statistics.median(each) for each in zip(*rates, strict=True)]
    print(json.dumps(dict(zip(("bare", "register"), medians, strict=True))))


if __name__ == "__main__":
    import sys

    if sys.argv[1:2] == ["fill"]:
        furnish()
        fill(int(sys.argv[2]))
    elif sys.argv[1:] == ["beside"]:
        beside()
    else:
        alone()
