"""Which connection Django's own queries take: all writing is the Cabinet's, reading by the door."""

from __future__ import annotations

from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model

from cabinet.ledger.doors.reader import DEPARTMENT, door


class ByTheDoor:
    """Sessions and the framework's own tables are the Cabinet's to read, whoever asks."""

    def db_for_read(self, model: type[Model], **_hints: Any) -> str:
        """Return the connection by which the model is read now."""
        of_the_house = model.__module__.startswith("cabinet.")
        return door() if of_the_house else DEFAULT_DB_ALIAS

    def db_for_write(self, model: type[Model], **_hints: Any) -> str | None:
        """Return the Cabinet's connection: departments' acts are written by its pen."""
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **_hints: Any) -> bool:
        """Allow rows that were read by two doors to name each other: it is one database."""
        return True

    def allow_migrate(self, db: str, *_about: Any, **_hints: Any) -> bool | None:
        """Never migrate by the departments' door."""
        return False if db == DEPARTMENT else None
