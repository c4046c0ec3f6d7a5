"""The record of all acts, and the guards that keep it."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from cabinet.ledger.doors.only_reads import OnlyReads
from cabinet.ledger.rows_only import allow_rows_only


class Ledger(AppConfig):
    """The lowest desk but one: it knows tables by declaration only."""

    name = "cabinet.ledger"
    label = "ledger"

    def ready(self) -> None:
        """Give each new SQLite connection the functions of the record, and rows to write only."""
        connection_created.connect(_open_house_connection, dispatch_uid="ledger-house")


@lru_cache(maxsize=4096)  # labels repeat from act to act
def _sha256(text: object) -> str:
    return hashlib.sha256(str(text).encode()).hexdigest()


def _digests(*pairs: object) -> str:
    """Return ``{"column": SHA-256 of its text, ...}`` for column, text, column, text ..."""
    told = (
        f'"{name}": "{_sha256("" if text is None else str(text))}"'
        for name, text in zip(pairs[::2], pairs[1::2], strict=True)
    )
    return "{" + ", ".join(told) + "}"


def _listed(*values: object) -> str:
    """Write values one after another, each behind its length as SQLite counts it and a colon."""
    texts = ["" if value is None else str(value) for value in values]
    return "".join(
        [f"{len(text) if chr(0) not in text else text.index(chr(0))}:{text}" for text in texts]
    )


def _open_house_connection(connection: BaseDatabaseWrapper, **_kwargs: Any) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_function("cabinet_sha256", 1, _sha256, deterministic=True)
        connection.connection.create_function("cabinet_digests", -1, _digests, deterministic=True)
        connection.connection.create_function("cabinet_listed", -1, _listed, deterministic=True)
        if not isinstance(connection, OnlyReads):  # the departments' door is shut already
            allow_rows_only(connection)
