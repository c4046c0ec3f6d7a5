"""Registering a letter, in process, one writer, beside one bare committed insert.

Run as ``python -m bench.registering`` in the environment of an office (``bench.engines``).
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
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cabinet.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.models import Max  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.archive import fill  # noqa: E402
from cabinet.accounts.duty import Duty, duty_of  # noqa: E402
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

ROUND = 200
ROUNDS = 5
WARMING = 20  # acts that plan anew after triggers have changed, which an office never sees


def per_second(act: Callable[[], object]) -> float:
    """Return how many acts a second one writer does."""
    began = time.perf_counter()
    for _ in range(ROUND):
        act()
    return ROUND / (time.perf_counter() - began)


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
        dbname=parameters["dbname"], host=parameters.get("host"), user=parameters.get("user"),
        autocommit=True,
    )  # fmt: skip
    bare.execute("CREATE TABLE bare.bare (id bigserial PRIMARY KEY, subject text, body text)")
    return lambda: bare.execute(
        "INSERT INTO bare.bare (subject, body) VALUES (%s, %s)", ("s" * 60, "b" * 200)
    )


def without_gate_and_record(*acts: Callable[[], object]) -> list[float]:
    """Return the rates of the same writing while neither gate nor record stands."""
    rates = []
    with unguarded():
        for act in acts:
            warm(act)
            rates.append(per_second(act))
    warm(acts[0])
    return rates


@contextmanager
def unguarded() -> Iterator[None]:
    """Take gate and record down but for what the writing needs: its number, the paper's state."""
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
    yield
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


def main() -> None:
    """Print the medians as JSON."""
    officers = furnish_house(begins_on=date(2018, 1, 1), at=timezone.now(), password_hash="!")
    clerk = duty_of(officers["clerk"], timezone.localdate())
    sender = Correspondent.objects.order_by("id")[0]
    paper = keep_file([b"A letter."], name="letter.txt")
    arrived = Arrived(paper, subject="Hosting of a meeting of experts", sender=sender)

    def register() -> object:
        return receive_and_register(arrived=arrived, by=clerk, at=timezone.now())

    bare = bare_insert()
    per_second(register), per_second(bare)  # warm
    mapped = by_the_mapper(arrived, paper, clerk)
    rates: dict[str, list[float]] = {"bare": [], "register": [], "ungated": [], "mapped": []}
    for _ in range(ROUNDS):
        rates["bare"].append(per_second(bare))
        rates["register"].append(per_second(register))
        ungated, by_mapper = without_gate_and_record(register, mapped)
        rates["ungated"].append(ungated)
        rates["mapped"].append(by_mapper)
    print(json.dumps({name: statistics.median(each) for name, each in rates.items()}))


def with_archive(many: int) -> None:
    """Print the rate of registering beside that many items already there."""
    officers = furnish_house(begins_on=date(2018, 1, 1), at=timezone.now(), password_hash="!")
    fill(many)
    clerk = duty_of(officers["clerk"], timezone.localdate())
    sender = Correspondent.objects.order_by("id")[0]
    paper = keep_file([b"A letter."], name="letter.txt")
    arrived = Arrived(paper, subject="Hosting of a meeting of experts", sender=sender)

    def register() -> object:
        return receive_and_register(arrived=arrived, by=clerk, at=timezone.now())

    bare = bare_insert()
    per_second(register), per_second(bare)
    rates = [(per_second(bare), per_second(register)) for _ in range(ROUNDS)]
    print(
        json.dumps(
            {
                "bare": statistics.median(rate for rate, _ in rates),
                "register": statistics.median(rate for _, rate in rates),
            }
        )
    )


if __name__ == "__main__":
    import sys

    if len(sys.argv) > 1:
        with_archive(int(sys.argv[1]))
    else:
        main()
