"""Django's connection for the departments' door on SQLite."""

from __future__ import annotations

import sqlite3
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import NotSupportedError

from cabinet.ledger.doors.declared import declared
from cabinet.ledger.doors.only_reads import require_question
from cabinet.ledger.doors.sqlite.views import Authorizer, create_views, told_of_reader


class Cursor(base.SQLiteCursorWrapper):
    """Asks one question at a time."""

    def execute(self, query: str, params: Any = None) -> Any:
        """Ask. :raises NotSupportedError: for what is no question."""
        require_question(query)
        return super().execute(query, params)

    def executemany(self, query: str, param_list: Any) -> Any:
        """Refuse: nothing is read so. :raises NotSupportedError: always."""
        raise NotSupportedError("The departments' door only reads (DOR002).")


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection on which the file is read-only and only the reader's rows are there."""

    def get_connection_params(self) -> dict[str, Any]:
        """Open the file for reading only."""
        params = super().get_connection_params()
        return params | {"database": f"file:{params['database']}?mode=ro", "uri": True}

    def get_new_connection(self, conn_params: dict[str, Any]) -> sqlite3.Connection:
        """Make the views, then shut everything else."""
        connection: sqlite3.Connection = super().get_new_connection(conn_params)
        connection.create_function("cabinet_reader", 1, told_of_reader)
        secret = create_views(connection, declared())
        connection.execute("PRAGMA query_only = ON")
        connection.set_authorizer(Authorizer(declared(), secret))
        return connection

    def create_cursor(self, name: str | None = None) -> Cursor:
        """Return a cursor that asks questions only."""
        return self.connection.cursor(factory=Cursor)  # type: ignore[no-any-return]  # the driver's

    def _set_autocommit(self, autocommit: bool) -> None:
        if not autocommit:
            raise NotSupportedError("The departments' door only reads (DOR002).")
        super()._set_autocommit(autocommit)  # type: ignore[misc]  # not in the stubs

    def _start_transaction_under_autocommit(self) -> None:
        raise NotSupportedError("The departments' door only reads (DOR002).")
