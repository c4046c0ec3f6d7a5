"""Real databases for tests that cannot be rolled back: an SQLite file, a PostgreSQL database.

Each engine is migrated and furnished once in a run (the mould); every test gets a cast of it. On
PostgreSQL the tests log in as the application does: a role that owns nothing and is no superuser.
Fixtures: ``sqlite``, ``postgresql``, and ``engine`` for both.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.creation import DatabaseCreation
from django.db.utils import ConnectionHandler
from django.test.utils import override_settings
from psycopg import sql

from cabinet.config.environment import read_database, read_department_door
from cabinet.ledger.doors.reader import DEPARTMENT, enter
from cabinet.ledger.log.keys import make_keys
from tests.cast import House, furnish
from tests.moulds import Shared
from tests.servers import open_server_of_the_run

Settings = dict[str, Any]
_TAG = f"{os.getpid()}_{secrets.token_hex(3)}"
_CASTS = count(1)


def _named(what: str) -> str:
    return f"cabinet_{what}_{os.getpid()}_{secrets.token_hex(4)}"


class Engine(Protocol):
    """A database engine with a furnished mould. ``shared``: where a run keeps what is made once."""

    name: str
    shared: Shared | None

    def cast(self, like: Settings | None = None) -> Settings:
        """Return the settings of a new furnished database, or of a copy of another.

        Nobody may be connected to the one that is copied.
        """

    def door(self, settings: Settings) -> Settings:
        """Return the settings of the departments' door to the same database."""

    def discard(self, settings: Settings) -> None:
        """Throw a database away."""

    def keep(self, settings: Settings) -> None:
        """Leave a database to all workers of the run."""

    def bare(self, settings: Settings) -> Any:
        """Return a connection of the engine's own driver, as a plain SQL client would open it."""


@contextmanager
def on_engine(settings: Settings) -> Iterator[BaseDatabaseWrapper]:
    """Let Django's default connection be the database of these settings."""
    before_settings, before = connections.settings["default"], connections["default"]
    connections.settings["default"] = ConnectionHandler({"default": settings}).settings["default"]
    del connections["default"]
    try:
        yield connections["default"]
    finally:
        connections["default"].close()
        connections.settings["default"] = before_settings
        connections["default"] = before


@contextmanager
def with_its_door(engine: Engine, settings: Settings) -> Iterator[BaseDatabaseWrapper]:
    """Let departments read the database of Django's default connection by their own door."""
    made = ConnectionHandler({"default": {}, DEPARTMENT: engine.door(settings)}).settings
    connections.settings[DEPARTMENT] = made[DEPARTMENT]
    try:
        yield connections[DEPARTMENT]
    finally:
        enter(None)
        connections[DEPARTMENT].close()
        del connections[DEPARTMENT]
        del connections.settings[DEPARTMENT]


def hasty(settings: Settings) -> Settings:
    """Return the settings with commits that wait for no disk: for tests that try no power cut."""
    options = {
        name: value.replace("synchronous=FULL", "synchronous=OFF").replace(
            "synchronous_commit=on", "synchronous_commit=off"
        )
        if isinstance(value, str)
        else value
        for name, value in settings["OPTIONS"].items()
    }
    return settings | {"OPTIONS": options}


@contextmanager
def opened(
    engine: Engine, like: Settings | None = None, *, hastily: bool = False
) -> Iterator[BaseDatabaseWrapper]:
    """Cast a database, let Django use it, throw it away. ``hastily``: no commit waits."""
    settings = engine.cast(like)
    try:
        with on_engine(hasty(settings) if hastily else settings) as connection:
            yield connection
    finally:
        engine.discard(settings)


def the_house() -> House:
    """Return the furnished house of the database in use."""
    from cabinet.accounts.models import Officer

    return House({officer.username: officer for officer in Officer.objects.all()})


@dataclass
class Sqlite:
    """SQLite files in a folder of their own."""

    folder: Path
    mould: Path
    shared: Shared | None = None
    name: str = "sqlite"

    def make_mould(self) -> None:
        with on_engine(hasty(self._settings(self.mould))) as connection:
            call_command("migrate", verbosity=0)
            furnish()
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @staticmethod
    def _settings(path: Path) -> Settings:
        return read_database("", f"sqlite:///{path}")

    def cast(self, like: Settings | None = None) -> Settings:
        mould = Path(like["NAME"]) if like else self.mould
        path = self.folder / f"cast{next(_CASTS)}.sqlite3"
        for ending in ("", "-wal"):
            if Path(f"{mould}{ending}").exists():
                shutil.copyfile(f"{mould}{ending}", f"{path}{ending}")
        return self._settings(path)

    def door(self, settings: Settings) -> Settings:
        return read_department_door("", settings) or {}

    def discard(self, settings: Settings) -> None:
        for ending in ("", "-wal", "-shm", ".queue"):
            Path(f"{settings['NAME']}{ending}").unlink(missing_ok=True)

    def keep(self, settings: Settings) -> None:
        """Its file stays until the run's folder goes."""

    def bare(self, settings: Settings) -> sqlite3.Connection:
        return sqlite3.connect(
            settings["NAME"], timeout=30, isolation_level=None, check_same_thread=False
        )


@dataclass
class Postgresql:
    """Databases of a local PostgreSQL server: who owns them, who works in them, who reads."""

    name: str = "postgresql"
    shared: Shared | None = None
    host: str = field(default_factory=lambda: os.environ.get("PGHOST", "127.0.0.1"))
    owner: str = field(default_factory=lambda: _named("owner"))
    worker: str = field(default_factory=lambda: _named("works"))
    reader: str = field(default_factory=lambda: _named("reads"))
    password: str = field(default_factory=lambda: secrets.token_hex(12), repr=False)
    mould: str = field(default_factory=lambda: _named("mould"))
    made: list[str] = field(default_factory=list)
    _teller: psycopg.Connection | None = field(default=None, repr=False)
    _way: str | None = None

    def _admin(self) -> psycopg.Connection:
        with suppress(psycopg.OperationalError):
            return psycopg.connect(dbname="postgres", autocommit=True)
        return psycopg.connect(dbname="postgres", host=self.host, autocommit=True)

    def _tell(self, statement: str, *names: str) -> None:
        """Tell the server something as its owner, by one connection for all that is told."""
        if self._teller is None:
            self._teller = self._admin()
        self._teller.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def _strategy(self) -> str:
        """Let files be copied where no disk is waited for: by pages it took three times as long.

        A server before the fifteenth knows no other way.
        """
        if self._way is None:
            with self._admin() as admin:
                told = admin.execute("SELECT current_setting('fsync')").fetchone()
                may = admin.info.server_version >= 150000 and told == ("off",)
            self._way = " STRATEGY FILE_COPY" if may else ""
        return self._way

    def hang_up(self) -> None:
        """Close the connection by which the server is told."""
        if self._teller is not None:
            self._teller.close()
            self._teller = None

    def settings(self, database: str, role: str) -> Settings:
        """Return the settings of a database for one of the roles."""
        made = read_database("", f"postgresql://{role}:{self.password}@{self.host}/{database}")
        made["PORT"] = os.environ.get("PGPORT", "")
        return made | {"CONN_HEALTH_CHECKS": False}

    def make_mould(self, *, hastily: bool = False) -> None:
        owner, worker = (self.settings(self.mould, role) for role in (self.owner, self.worker))
        if hastily:
            owner, worker = hasty(owner), hasty(worker)
        for role in (self.owner, self.worker, self.reader):
            self._tell(f"CREATE ROLE {{}} LOGIN PASSWORD '{self.password}'", role)
        self._tell("CREATE DATABASE {} OWNER {}", self.mould, self.owner)
        with (
            override_settings(APPLICATION_ROLE=self.worker, DEPARTMENT_ROLE=self.reader),
            on_engine(owner),
        ):
            call_command("migrate", verbosity=0)
        with on_engine(worker):
            furnish()

    def cast(self, like: Settings | None = None) -> Settings:
        mould = like["NAME"] if like else self.mould
        database = f"cabinet_cast_{_TAG}_{next(_CASTS)}"
        self._tell("CREATE DATABASE {} TEMPLATE {} OWNER {}" + self._strategy(),
                   database, mould, self.owner)  # fmt: skip
        # The rights to a database, which ``migrate`` set on the mould, are not copied.
        self._tell("REVOKE TEMPORARY ON DATABASE {} FROM PUBLIC", database)
        self.made.append(database)
        return self.settings(database, self.worker)

    def door(self, settings: Settings) -> Settings:
        reads = self.settings(settings["NAME"], self.reader)
        return reads | {"ENGINE": "cabinet.ledger.doors.postgresql"}

    def discard(self, settings: Settings) -> None:
        self._tell("DROP DATABASE IF EXISTS {} WITH (FORCE)", settings["NAME"])
        self.made.remove(settings["NAME"])

    def keep(self, settings: Settings) -> None:
        self.made.remove(settings["NAME"])

    def bare(self, settings: Settings, role: str | None = None) -> psycopg.Connection:
        return psycopg.connect(
            dbname=settings["NAME"],
            user=role or self.worker,
            password=self.password,
            host=self.host,
            # as the office's own sessions have it, and its acts: guards are planned once
            options=r"-c TimeZone=UTC -c search_path=public,\ pg_temp"
            " -c plan_cache_mode=force_generic_plan",
            autocommit=True,
        )

    def tell_mould(self) -> dict[str, str]:
        """Make the mould; tell by which names other workers find it."""
        self.make_mould(hastily=True)
        names = ("owner", "worker", "reader", "password", "mould")
        return {name: getattr(self, name) for name in names}

    def discard_casts(self) -> None:
        for database in self.made:
            self._tell("DROP DATABASE IF EXISTS {} WITH (FORCE)", database)
        self.made.clear()
        self.hang_up()

    def clear_away(self) -> None:
        self.discard_casts()
        with self._admin() as admin:
            left = admin.execute(
                "SELECT datname FROM pg_database JOIN pg_roles AS r ON r.oid = datdba "
                "WHERE rolname = %s",
                [self.owner],
            ).fetchall()
        for (database,) in left:
            self._tell("DROP DATABASE IF EXISTS {} WITH (FORCE)", database)
        for role in (self.owner, self.worker, self.reader):
            self._tell("DROP ROLE IF EXISTS {}", role)
        self.hang_up()


# Each conftest that imports the fixtures has them anew; they share one mould, and its roles.
_FILES: list[Sqlite] = []
_SHARED: list[Postgresql] = []


def sqlite_with_mould(made: pytest.TempPathFactory) -> Sqlite:
    """Return SQLite with its mould made; it is made once in a run."""
    if not _FILES:
        shared = Shared(made)
        engine = Sqlite(made.mktemp("engines"), shared.folder / "mould.sqlite3", shared)
        shared.once("sqlite", engine.make_mould)
        make_keys()
        _FILES.append(engine)
    return _FILES[0]


@contextmanager
def copies_of(mould: Path) -> Iterator[None]:
    """Let Django make test databases in memory as copies of a mould, where it would migrate one."""

    def copy(creation: DatabaseCreation, *_: object, **__: object) -> str:
        name = str(creation._get_test_db_name())  # type: ignore[attr-defined]  # not in stubs
        creation.connection.close()
        creation.connection.settings_dict["NAME"] = name
        creation.connection.ensure_connection()
        with closing(sqlite3.connect(mould)) as made:
            made.backup(creation.connection.connection)
        return name

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(DatabaseCreation, "create_test_db", copy)
        yield


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Iterator[Sqlite]:
    """Return SQLite with its mould made."""
    with django_db_blocker.unblock():
        yield sqlite_with_mould(tmp_path_factory)


@pytest.fixture(scope="session")
def postgresql(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any
) -> Iterator[Postgresql]:
    """Return PostgreSQL with its mould made; skip, and say what is not proven, without a server."""
    open_server_of_the_run()
    engine = _SHARED[0] if _SHARED else Postgresql()
    try:
        engine._admin().close()
    except psycopg.OperationalError as error:
        pytest.skip(
            "NOT PROVEN on PostgreSQL: that the gate holds there (no server lets us in: "
            f"{str(error).splitlines()[0]})."
        )
    shared = Shared(tmp_path_factory)
    with django_db_blocker.unblock(), _at_work(shared, engine):
        if not _SHARED:
            told = shared.once("postgresql", engine.tell_mould)
            for name, value in told.items():
                setattr(engine, name, value)
            make_keys()
        engine.shared = shared
        _SHARED.append(engine)
        yield engine
        _SHARED.pop()


@pytest.fixture
def alone(postgresql: Postgresql, django_db_blocker: Any) -> Iterator[Postgresql]:
    """Return PostgreSQL with a mould and roles that no other worker uses, for what alters roles."""
    engine = Postgresql()
    with django_db_blocker.unblock():
        try:
            engine.make_mould(hastily=True)
            yield engine
        finally:
            engine.clear_away()


@contextmanager
def _at_work(shared: Shared, engine: Postgresql) -> Iterator[None]:
    """Count who works with the mould of the run: the last one throws it away."""
    me = f"{os.getpid()}"
    with shared.alone_with("workers") as told:
        workers = json.loads(told.read_text()) if told.exists() else []
        told.write_text(json.dumps([*workers, me]))
    try:
        yield
    finally:
        with shared.alone_with("workers") as told:
            workers = json.loads(told.read_text())
            workers.remove(me)
            told.write_text(json.dumps(workers))
            if me not in workers:
                engine.discard_casts()
            if not workers:
                engine.clear_away()
                for each in shared.folder.glob("*postgresql.json"):
                    each.unlink()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def engine(request: pytest.FixtureRequest, django_db_blocker: Any) -> Iterator[Engine]:
    """Return each of the two engines in turn."""
    found: Engine = request.getfixturevalue(request.param)
    with django_db_blocker.unblock():
        yield found
