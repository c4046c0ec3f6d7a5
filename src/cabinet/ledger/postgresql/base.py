"""Django's connection for the Cabinet on PostgreSQL; the departments have a door of their own."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base
from psycopg import OperationalError
from psycopg.pq import ExecStatus, TransactionStatus

_MOST_PLANS = 1_000  # as at the departments' door: a list has a statement for each of its filters
_OPEN = frozenset({TransactionStatus.INTRANS, TransactionStatus.INERROR})


class DatabaseWrapper(base.DatabaseWrapper):
    """A session that takes an act back and keeps the plans of its statements.

    The driver lets the server forget all of them at each ROLLBACK, in case that a table was made
    and taken back: after a refusal every statement was planned anew, which was half of the time of
    the next act. Only a session that changes tables needs that.
    """

    _changes_tables = False

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Return a session that keeps the plans of a day's pages."""
        connection = super().get_new_connection(conn_params)
        connection.prepared_max = _MOST_PLANS
        return connection

    def schema_editor(self, *args: Any, **options: Any) -> Any:
        """Return what changes tables; from now on the session is rolled back as the driver does."""
        self._changes_tables = True
        return super().schema_editor(*args, **options)

    def _rollback(self) -> None:
        if not self._taken_back(b"ROLLBACK"):
            super()._rollback()  # type: ignore[misc]  # not in stubs

    def _savepoint_rollback(self, sid: str) -> None:
        if not self._taken_back(self.ops.savepoint_rollback_sql(sid).encode()):
            super()._savepoint_rollback(sid)  # type: ignore[misc]  # not in stubs

    def _taken_back(self, words: bytes) -> bool:
        """Say this past the driver; False: it was not done, and is left to the driver."""
        if self.connection is None or self._changes_tables or self._is_watched():
            return False
        session = self.connection.pgconn
        if session.transaction_status not in _OPEN:
            return False
        try:
            return bool(session.exec_(words).status == ExecStatus.COMMAND_OK)
        except OperationalError:
            return False

    def _is_watched(self) -> bool:
        """Tell whether somebody counts or wraps the statements of this session."""
        return bool(self.queries_logged or self.execute_wrappers)
