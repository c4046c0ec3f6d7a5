"""Django's connection for the departments' door on PostgreSQL."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.postgresql import base

from cabinet.ledger.doors.only_reads import OnlyReads
from cabinet.ledger.doors.postgresql.policies import SCHEMA, SETTING
from cabinet.ledger.doors.reader import Reader, at_the_cabinet, reader

_NOBODY = ""
_MOST_PLANS = 1_000


class DatabaseWrapper(OnlyReads, base.DatabaseWrapper):
    """A session that tells the database, before it asks anything, who reads."""

    _told: str | None = None  # what this session last said of its reader

    def get_connection_params(self) -> dict[str, Any]:
        """Find our own views before the tables whose names they bear.

        What the policies add to a question takes longer to plan than to answer: each is planned
        once for a session, whatever is asked with it. How many rows a policy leaves the planner
        cannot guess, and so it read whole tables to join a few rows: here it goes by keys.
        """
        params = super().get_connection_params()
        told = (f"search_path={SCHEMA},public,pg_temp", "jit=off",
                "plan_cache_mode=force_generic_plan", "enable_hashjoin=off",
                "enable_mergejoin=off")  # fmt: skip
        return params | {"options": " ".join(f"-c {each}" for each in told)}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Return a session that has not said anything yet."""
        self._told = None
        connection = super().get_new_connection(conn_params)
        connection.prepared_max = _MOST_PLANS
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """Return a cursor that asks as the reader of now."""
        self._tell()
        return super().create_cursor(name)

    def _tell(self) -> None:
        found = reader()
        wanted = _NOBODY if found is None else _signed(_claim(found, self._session()))
        if wanted != self._told:
            self._told = None
            self.connection.execute(
                "SELECT pg_catalog.set_config(%s, %s, false)", [SETTING, wanted]
            )
            self._told = wanted

    def _session(self) -> int:
        return int(self.connection.info.backend_pid)


def _claim(found: Reader, session: int) -> str:
    """Return what the session says of its reader, in the order that the policies ask for."""
    keys = (found.units, found.heads, found.own, found.seen)
    listed = ("{" + ",".join(map(str, each)) + "}" for each in keys)
    parts = (session, found.on, found.officer, *listed, int(bool(found.rights)))
    return "|".join(map(str, (*parts, found.rights_as_json)))


@lru_cache(maxsize=256)
def _signed(claim: str) -> str:
    """Return a claim with its signature, which the database makes for the Cabinet alone."""
    with at_the_cabinet(), connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(f"SELECT {SCHEMA}.sign(%s)", [claim])
        return str(cursor.fetchone()[0])
