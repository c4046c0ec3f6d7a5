"""kill -9 of PostgreSQL under load: nothing confirmed is lost, the office comes back by itself."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import close_old_connections
from django.test import Client

from tests.cabinet.gate.concurrency.processes import Nursery, nursery
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.engines import on_engine
from tests.faults.servers import OnServers
from tests.servers import Server, servers

KILLS = 1_000 if os.environ.get("SOAK") else 200
WRITERS = 4
TITLES = {
    "ar": "قاعدة بيانات الديوان لا تستجيب",
    "en": "The office's database does not answer",
    "fr": "La base de données du Cabinet ne répond pas",
}
pytestmark = [pytest.mark.postgresql, pytest.mark.slow]  # a server is made


@pytest.fixture(scope="module")
def office(django_db_blocker: Any) -> Iterator[tuple[Server, OnServers]]:
    """An office on a server of its own."""
    with servers(1) as (server,), django_db_blocker.unblock():
        server.make()
        server.start()
        made = OnServers(server)
        made.make_mould()
        yield server, made


def test_server_killed_again_and_again_loses_nothing_that_was_confirmed(
    office: tuple[Server, OnServers], tmp_path: Path
) -> None:
    server, engine = office
    settings = engine.cast()
    longest = 0.0
    with nursery(settings, tmp_path, "tests.faults.child") as children:
        writers = [children.fork("keep_registering") for _ in range(WRITERS)]
        children.start()
        for _ in range(KILLS):
            _wait_for_more(children, writers, 10)
            server.kill()
            began = time.monotonic()
            server.start()
            _wait_for_more(children, writers, 1)
            longest = max(longest, time.monotonic() - began)
        (tmp_path / "stop").touch()
        children.wait_for(*writers)
        said = [line for writer in writers for line in children.said(writer)]
    door = engine.bare(settings)
    oracle = Oracle("postgresql", door)
    wrong = oracle.look()
    door.close()

    assert [line for line in said if line.startswith("CRASHED")] == []
    assert wrong == []
    numbers = oracle.last.rows["registry_number"].values()
    registered = dict(line.split()[1:] for line in said if line.startswith("registered"))
    there = {str(row["item_id"]): row["text"] for row in numbers}
    assert {key: there.get(key) for key in registered} == registered
    assert sorted(row["serial"] for row in numbers) == list(range(1, len(there) + 1))
    assert sum(line.startswith("away") for line in said) >= KILLS
    print(f"\nPostgreSQL: {KILLS} kills, {len(registered)} confirmed, 0 lost, "
          f"longest until the next letter {longest:.1f} s")  # fmt: skip


def _wait_for_more(children: Nursery, writers: list[int], more: int) -> None:
    def confirmed() -> int:
        return sum(
            line.startswith("registered") for each in writers for line in children.said(each)
        )

    wanted = confirmed() + more
    deadline = time.monotonic() + 120
    while confirmed() < wanted:
        assert time.monotonic() < deadline, children.said(writers[0])[-1]
        time.sleep(0.02)


def test_officer_is_told_in_his_language_and_comes_back_without_a_restart(
    office: tuple[Server, OnServers],
) -> None:
    from cabinet.accounts.models import Officer

    server, engine = office
    with on_engine(engine.cast()):
        browser = Client(raise_request_exception=False)
        browser.force_login(Officer.objects.get(username="adviser"))
        assert browser.get("/").status_code == 200
        server.kill()
        for language, title in TITLES.items():
            browser.cookies["django_language"] = language
            answer = browser.get("/")
            assert answer.status_code == 503
            assert answer.headers["Retry-After"] == "10"
            assert title in answer.content.decode()
        server.start()

        close_old_connections()  # as each request does, and the browser of the tests does not
        assert browser.get("/").status_code == 200
