"""The record of all acts, and the guards that keep it."""

from __future__ import annotations

import hashlib
from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created


class Ledger(AppConfig):
    """The lowest desk but one: it knows tables by declaration only."""

    name = "cabinet.ledger"
    label = "ledger"

    def ready(self) -> None:
        """Give each new SQLite connection the function that the record is made with."""
        connection_created.connect(_give_hash_function, dispatch_uid="ledger-hash")


def _sha256(text: object) -> str:
    return hashlib.sha256(str(text).encode()).hexdigest()


def _give_hash_function(connection: BaseDatabaseWrapper, **_kwargs: Any) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_function("cabinet_sha256", 1, _sha256, deterministic=True)
