"""Sixteen writers at once: no duplicate, no gap, no lost paper, no lock shown to anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import timezone

from cabinet.gate.actions import verify_incoming
from cabinet.gate.actions.incoming import Arrived, receive_and_register
from tests.cabinet.gate.concurrency.processes import nursery
from tests.cabinet.gate.under_attack.acts import Stage
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.engines import Engine, opened

WRITERS, LETTERS = 16, 15


@pytest.mark.slow  # sixteen processes
def test_sixteen_writers_register_without_gap_or_loss(engine: Engine, tmp_path: Path) -> None:
    with opened(engine) as connection:
        settings = connection.settings_dict
        with nursery(settings, tmp_path) as children:
            writers = [children.fork("register", LETTERS) for _ in range(WRITERS)]
            children.start()
            children.wait_for(*writers)
            said = [line for writer in writers for line in children.said(writer)]
        door = engine.bare(settings)
        oracle = Oracle(engine.name, door)
        wrong = oracle.look()
        door.close()

    assert [line for line in said if line.startswith("CRASHED")] == []
    registered = [line.split()[1:] for line in said if line.startswith("registered")]
    numbers = oracle.last.rows["registry_number"].values()
    there = {str(row["item_id"]): row["text"] for row in numbers}
    assert wrong == []
    assert dict(registered) == there
    assert len(there) == len(set(there.values())) == WRITERS * LETTERS
    serials = sorted(row["serial"] for row in numbers)
    assert serials == list(range(1, WRITERS * LETTERS + 1))
    longest = max(int(line.split()[1]) for line in said if line.startswith("longest"))
    print(f"\n{engine.name}: {len(there)} letters by {WRITERS} writers, longest wait {longest} ms")


@pytest.mark.slow  # two processes, sixty papers
def test_two_officers_on_one_paper_one_wins(engine: Engine, tmp_path: Path) -> None:
    papers = 60
    with opened(engine) as connection:
        stage = Stage()
        items = []
        for _ in range(papers):
            arrived = Arrived(stage.file(), subject="Hosting", sender=stage.addressees[0])
            by, at = stage.duty("clerk"), timezone.now()
            item = receive_and_register(arrived=arrived, by=by, at=at)
            verify_incoming(item=item, by=stage.duty("registry"), at=at)
            items.append(str(item.pk))
        connection.close()
        with nursery(connection.settings_dict, tmp_path) as children:
            one = children.fork("direct", "adviser", "POL", *items)
            other = children.fork("direct", "adviser2", "LEG", *items)
            children.start()
            children.wait_for(one, other)
            said = [dict(map(str.split, children.said(child))) for child in (one, other)]
        door = engine.bare(connection.settings_dict)
        oracle = Oracle(engine.name, door)
        wrong = oracle.look()
        door.close()

    assert wrong == []
    for key in items:
        outcome = {said[0][key], said[1][key]}
        assert outcome in ({"Outdated", "done"}, {"NotInState", "done"})
    won = [sum(word == "done" for word in each.values()) for each in said]
    releases = oracle.last.rows["registry_release"].values()
    assert sum(row["purpose"] == "action" for row in releases) == papers
    print(f"\n{engine.name}: {papers} papers, won {won[0]} to {won[1]}")
