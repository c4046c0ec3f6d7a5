"""One furnished house for all tests: made once, every test's writing is rolled back."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from tests.servers import close_server_of_the_run, open_server_of_the_run
from tests.turns import LONG_FIRST, Turns, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import House


def pytest_sessionstart(session: pytest.Session) -> None:
    """Open the database server of the run before its workers begin, who find it by its address."""
    if session.config.getoption("numprocesses", None):
        open_server_of_the_run()


@pytest.hookimpl(optionalhook=True)  # one process needs no turns
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Turns | None:
    """Give short tests together, where marked groups are heeded (`make test`)."""
    return Turns(config, log) if config.getoption("dist") == "loadgroup" else None


def pytest_unconfigure() -> None:
    """Close the database server, if this process opened it."""
    close_server_of_the_run()


@pytest.hookimpl(trylast=True)  # after the shuffle
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long tests first and keep the order of all others, random as it is."""
    items.sort(key=_place)


def _place(item: pytest.Item) -> tuple[int, int]:
    groups = [str(mark.args[0]) for mark in item.iter_markers("xdist_group")]
    long = place_of(" ".join((item.nodeid, *groups)))
    # PostgreSQL before SQLite: there each statement waits for another process.
    return long, "postgresql" not in item.nodeid if long < len(LONG_FIRST) else 0


def pytest_collection_finish() -> None:
    """Set apart what was loaded: the search for rubbish need not go through it at each round."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def of_the_mould(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: object
) -> Iterator[bool]:
    """Let test databases be copies of the run's mould; False: on PostgreSQL they are migrated."""
    from django.db import connection

    from tests.engines import copies_of, sqlite_with_mould

    if connection.vendor != "sqlite":
        yield False
        return
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # the plugin's own object
        mould = sqlite_with_mould(tmp_path_factory).mould
    with copies_of(mould):
        yield True


@pytest.fixture(scope="session")
def django_db_setup(of_the_mould: bool, django_db_setup: None, django_db_blocker: object) -> None:
    """Furnish the house after the test database is made."""
    from tests.cast import furnish

    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # the plugin's own object
        if not of_the_mould:
            furnish()


@pytest.fixture
def house(db: None) -> House:
    """Return the furnished house."""
    from cabinet.accounts.models import Officer
    from tests.cast import House

    return House({officer.username: officer for officer in Officer.objects.all()})
