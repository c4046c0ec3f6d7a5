"""The engine of the tests on servers of its own, to be killed and promoted."""

from __future__ import annotations

import psycopg

from tests.engines import Postgresql, Settings
from tests.servers import Server


class OnServers(Postgresql):
    """The engine of the tests on servers of its own: the office knows all their addresses."""

    def __init__(self, *servers: Server) -> None:
        super().__init__()
        self.servers = servers
        self.now = servers[0]  # the one that takes writes

    def _admin(self) -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.now.port, user="postgres", dbname="postgres",
            autocommit=True,
        )  # fmt: skip

    def _tell(self, statement: str, *names: str) -> None:
        """Tell the server that takes writes now; a connection that was kept may have died."""
        self.hang_up()
        super()._tell(statement, *names)
        self.hang_up()

    def settings(self, database: str, role: str) -> Settings:
        made = super().settings(database, role)
        made["HOST"] = ",".join("127.0.0.1" for _ in self.servers)
        made["PORT"] = ",".join(str(each.port) for each in self.servers)
        made["CONN_HEALTH_CHECKS"] = True
        made["OPTIONS"] = made["OPTIONS"] | {"target_session_attrs": "read-write"}
        return made

    def bare(self, settings: Settings, role: str | None = None) -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.now.port, dbname=settings["NAME"],
            user=role or self.worker, options="-c TimeZone=UTC", autocommit=True,
        )  # fmt: skip
