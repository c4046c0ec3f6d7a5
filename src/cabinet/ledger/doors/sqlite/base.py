"""Django's connection for the departments' door on SQLite."""

from __future__ import annotations

import sqlite3
from typing import Any

from django.db.backends.sqlite3 import base

from cabinet.ledger.doors.declared import declared
from cabinet.ledger.doors.only_reads import OnlyReads
from cabinet.ledger.doors.sqlite.views import Authorizer, create_views, told_of_reader


class DatabaseWrapper(OnlyReads, base.DatabaseWrapper):
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
