"""kill -9 of PostgreSQL under load: nothing confirmed is lost, the office comes back by itself."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
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
    dice, longest = Random(), 0.0
    with nursery(settings, tmp_path, "tests.faults.child") as children:
        writers = [children.fork("keep_registering") for _ in range(WRITERS)]
        confirmed = Confirmed(children, writers)
        children.start()
        for _ in range(KILLS):
            confirmed.wait_for_more(10)
            time.sleep(dice.uniform(0, 0.005))  # not always at the end of somebody's letter
            server.kill()
            began = time.monotonic()
            server.start()
            confirmed.wait_for_more(1)
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


class Confirmed:
    """How many letters the writers say are registered; each line that they said is read once."""

    def __init__(self, children: Nursery, writers: list[int]) -> None:
        self._read = {children.folder / f"{each}.said": 0 for each in writers}
        self.many = 0

    def _look(self) -> None:
        for path, place in self._read.items():
            if path.exists() and path.stat().st_size > place:
                with path.open("rb") as file:
                    file.seek(place)
                    whole, _, _ = file.read().rpartition(b"\n")  # the last may be half written
                if whole:
                    self._read[path] += len(whole) + 1
                    self.many += sum(each.startswith(b"registered") for each in whole.split(b"\n"))

    def wait_for_more(self, more: int) -> None:
        """Wait for that many letters from now on.

        Looked at often: what the writers do until the next look is work that nobody asked for.
        """
        self._look()
        wanted, deadline = self.many + more, time.monotonic() + 120
        while self.many < wanted:
            assert time.monotonic() < deadline, f"{self.many} letters of {wanted}"
            time.sleep(0.002)
            self._look()


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
