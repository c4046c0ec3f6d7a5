"""One act at a time: the transaction in which an act of the gate is written, whole or not at all.

SQLite's own waiting for a writer is unfair (one writer waited 4.9 s where a queue kept everybody
under 0.12 s), so writers queue at a file lock before they begin. On PostgreSQL they take the one
lock of the house, which the guards take too.
"""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.doors.reader import at_the_cabinet
from cabinet.ledger.guards.postgresql import TURN


@contextmanager
def one_act(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Hold the house's one pen: all that is written inside is committed together, or nothing.

    Whoever asked for the act, it is the Cabinet's own work, and reads by the Cabinet's door.
    """
    with at_the_cabinet(), _written_whole(using):
        yield


@contextmanager
def _written_whole(using: str) -> Iterator[None]:
    connection = connections[using]
    if connection.in_atomic_block:  # already inside an act, or inside a test's transaction
        with transaction.atomic(using=using):
            yield
    elif connection.vendor == "sqlite":
        with _queue(str(connection.settings_dict["NAME"])), _by_the_driver(connection):
            yield
    else:
        with transaction.atomic(using=using):
            with connection.cursor() as cursor:
                cursor.execute(TURN)
            yield


@contextmanager
def _by_the_driver(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Do what Django's outermost ``atomic`` does on SQLite, in the driver's own words.

    Its cursor and what it asks itself took a twentieth of a letter's time. Whatever goes wrong, or
    waits for the end of the transaction, is left to it.
    """
    connection.ensure_connection()
    block = transaction.Atomic(connection.alias, savepoint=True, durable=False)
    with connection.wrap_database_errors:
        connection.connection.execute("BEGIN IMMEDIATE")
    connection.commit_on_exit, connection.needs_rollback = True, False
    connection.autocommit, connection.in_atomic_block = False, True
    connection.atomic_blocks.append(block)
    with ExitStack() as left_to_django:
        left_to_django.push(block.__exit__)
        yield
        if (
            connection.needs_rollback
            or connection.closed_in_transaction
            or connection.run_on_commit
        ):
            return
        with connection.wrap_database_errors:
            connection.connection.commit()
        left_to_django.pop_all()
    connection.atomic_blocks.pop()
    connection.autocommit, connection.in_atomic_block = True, False
    connection.errors_occurred = False


@contextmanager
def one_statement(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Hold the pen for what PostgreSQL takes in one statement of ``insert_together``.

    There the statement is a transaction of its own and waits its turn by itself.
    """
    connection = connections[using]
    if connection.vendor == "sqlite" or connection.in_atomic_block:
        with one_act(using):
            yield
    else:
        connection.ensure_connection()
        yield


@contextmanager
def _queue(database: str) -> Iterator[None]:
    """Wait in line at the file beside the database; a database in memory has no line."""
    if ":memory:" in database or "mode=memory" in database:
        yield
        return
    line = _line(database, os.getpid(), threading.get_ident())
    fcntl.flock(line.file, fcntl.LOCK_EX)  # the kernel serves in the order of asking
    try:
        yield
    finally:
        fcntl.flock(line.file, fcntl.LOCK_UN)


class _Line:
    """An open file beside a database, closed when nobody stands at it any more."""

    def __init__(self, file: int) -> None:
        self.file = file

    def __del__(self) -> None:
        os.close(self.file)


@lru_cache(maxsize=64)
def _line(database: str, _process: int, _thread: int) -> _Line:
    """Return this thread's own place in line: a lock belongs to an open file, which forks share."""
    return _Line(os.open(f"{database}.queue", os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o666))
