"""Verifying the office as it stands: guards, record, rows, files, log, and the acts replayed.

What an export cannot show is compared here: that the rows of the tables are those that the record
tells of, and that each paper is in the state to which its last movement brought it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.guards.declared import Protected
from cabinet.ledger.guards.installation import closed_tables_that_differ
from cabinet.ledger.guards.registry import declared
from cabinet.ledger.guards.watch import differences
from cabinet.ledger.log.events import all_events
from cabinet.ledger.log.keys import CannotSign, salt, signing_key
from cabinet.ledger.log.papers import papers
from cabinet.ledger.log.place import alone, heads_sent
from cabinet.ledger.log.witnessed import witnessed
from clearance.ledger.entries import FolderStore
from clearance.ledger.entry import Event, entry_of
from clearance.ledger.export import read_cosigned, read_export, read_keys
from clearance.ledger.fault import Fault, fault
from clearance.ledger.log import CHECKPOINT, LogReader
from clearance.ledger.note import BadNote
from clearance.ledger.replay import Replay
from clearance.ledger.tiles import Damaged, Folder
from clearance.ledger.verify import Asked, verify

_NOTHING_BEFORE = "0" * 64
_HEADS = 400  # heads that left the house, compared with the log: a year of days and more


def verify_office(
    connection: BaseDatabaseWrapper, told: Callable[[int], None], *, with_files: bool = True
) -> Iterator[Fault]:
    """Yield everything that is wrong with the office as it stands, in no act's way.

    ``told`` is called with the number of events read, now and then.
    """
    yield from _whole(connection)
    for name in (*differences(connection), *closed_tables_that_differ(connection)):
        yield fault("OFF001", name=name)
    yield from _record(connection, told)
    for protected in declared().protected:
        if protected.recorded:
            yield from _rows(connection, protected)
    yield from _states(connection)
    yield from papers(connection, Path(settings.FILES) if with_files else None)
    yield from _log(connection, with_files=with_files)


def _whole(connection: BaseDatabaseWrapper) -> Iterator[Fault]:
    """Let SQLite read its file to the last page; PostgreSQL's pages are the server's own care."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(3)")
        for (told,) in cursor.fetchall():
            if told != "ok":
                yield fault("OFF014", why=" ".join(told.split()))


def _record(connection: BaseDatabaseWrapper, told: Callable[[int], None]) -> Iterator[Fault]:
    """Compute the chain of the record anew and replay its acts."""
    replay = Replay()
    before, seq = _NOTHING_BEFORE, 0
    for event in all_events(connection):
        if event.seq != seq + 1:
            yield fault("VER011", seq + 1, found=event.seq)
        seq = event.seq
        chained = (
            f"{before}|{event.seq}|{event.table}|{event.row}|{event.amends}|"
            f"{event.at}|{event.payload}"
        )
        if hashlib.sha256(chained.encode()).hexdigest() != event.hash:
            yield fault("OFF002", seq)
        before = event.hash
        try:
            payload = json.loads(event.payload)
            entry = {"seq": seq, "table": event.table, "row": event.row, "payload": payload}
            yield from replay.read(entry)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield fault("VER016", seq, why=repr(error))
        if seq % 10_000 == 0:
            told(seq)


def _rows(connection: BaseDatabaseWrapper, protected: Protected) -> Iterator[Fault]:
    """Compare each row of a table with the last event that tells of it."""
    columns = [str(field.column) for field in protected.model._meta.concrete_fields]
    shown = [name for name in columns if name not in (*protected.follows, *protected.digests)]
    wanted = [*shown, *protected.digests]
    listed = ", ".join(f't."{name}"' for name in wanted)
    query = (
        f'SELECT t.id, e.payload, {listed} FROM "{protected.table}" AS t LEFT JOIN ledger_event '
        "AS e ON e.table_name = %s AND e.row_id = t.id AND e.amends = (SELECT MAX(l.amends) FROM "
        "ledger_event AS l WHERE l.table_name = e.table_name AND l.row_id = e.row_id) ORDER BY t.id"
    )
    rows = 0
    with connection.cursor() as cursor:
        cursor.execute(query, [protected.table])
        while found := cursor.fetchmany(2000):
            for key, payload, *values in found:
                rows += 1
                row = dict(zip(wanted, values, strict=True))
                if payload is None:
                    yield fault("OFF003", table=protected.table, row=key)
                elif differing := _differing(row, json.loads(payload), protected):
                    yield fault(
                        "OFF004", table=protected.table, row=key, columns=", ".join(differing)
                    )
        cursor.execute(
            "SELECT COUNT(DISTINCT row_id) FROM ledger_event WHERE table_name = %s",
            [protected.table],
        )
        (told_of,) = cursor.fetchone()
    if told_of > rows:
        yield fault("OFF005", table=protected.table, count=told_of - rows)


def _differing(row: dict[str, Any], told: dict[str, Any], protected: Protected) -> list[str]:
    """Return the columns in which a row is not what the record tells."""
    digests = told.get("digests") or {}
    wrong = [
        name
        for name, value in row.items()
        if name not in protected.digests and not _is_same(value, told.get(name))
    ]
    for name in protected.digests:
        text = "" if row[name] is None else str(row[name])
        if hashlib.sha256(text.encode()).hexdigest() != digests.get(name):
            wrong.append(name)
    return wrong


def _is_same(value: Any, told: Any) -> bool:
    """Tell whether a value of the database is what JSON says of it; days and moments are texts."""
    if value is None or told is None:
        return value is None and told is None
    if hasattr(value, "isoformat"):
        return _moment(value.isoformat()) == _moment(str(told))
    if isinstance(value, str) and isinstance(told, str):
        return value == told
    return str(int(value)) == str(int(told)) if isinstance(value, int) else str(value) == str(told)


def _moment(told: str) -> str:
    """Return a moment in one form: a blank or T between day and hour, UTC with or without +00."""
    plain = told.replace(" ", "T").removesuffix("+00:00")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _states(connection: BaseDatabaseWrapper) -> Iterator[Fault]:
    """Find papers whose state is not the one that their last movement brought them to."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.id, i.state, m.target FROM registry_item AS i "
            "JOIN registry_movement AS m ON m.item_id = i.id AND m.no = ("
            "SELECT MAX(l.no) FROM registry_movement AS l WHERE l.item_id = i.id) "
            "WHERE m.target <> i.state OR m.no <> i.moves ORDER BY i.id"
        )
        for item, state, target in cursor.fetchall():
            yield fault("OFF006", item=item, state=state, target=target)


def _log(connection: BaseDatabaseWrapper, *, with_files: bool) -> Iterator[Fault]:
    """Verify the log's files, and that its entries are those of the record."""
    folder, sent = Path(settings.LEDGER), heads_sent()[:_HEADS]
    if not (folder / CHECKPOINT).exists():
        yield fault("OFF015", name=sent[0].name) if sent else fault("OFF007")
        return
    try:
        signing_key()
        secret = salt()
        with alone():  # the sequencer goes on meanwhile; this checkpoint stays good
            checkpoint, key = read_export(folder)
            asked = Asked(
                key,
                witnesses=settings.WITNESSES,
                quorum=settings.QUORUM if witnessed().size else 0,
                cosigned=read_cosigned(folder),
                handed_over=read_keys(folder),
                remembered=[(each.name, each.read_text(encoding="utf-8")) for each in sent],
                store=FolderStore(Path(settings.FILES), in_use=True) if with_files else None,
                replays=False,
            )
        reader = LogReader(Folder(folder), checkpoint)
        yield from verify(Folder(folder), checkpoint, asked)
        yield from _same_entries(reader, all_events(connection), secret)
    except CannotSign as error:
        yield fault("OFF013", why=error)
    except (OSError, BadNote, Damaged) as error:
        yield fault("VER003", why=error)


def _same_entries(reader: LogReader, events: Iterator[Event], secret: bytes) -> Iterator[Fault]:
    for seq, entry in enumerate(reader.entries(), start=1):
        event = next(events, None)
        if event is None:
            yield fault("OFF008", found=seq - 1, size=reader.size)
            return
        if entry_of(event, secret) != entry:
            yield fault("OFF009", seq)
            return
