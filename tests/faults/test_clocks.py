"""The machine's clock leaps, forth and back: numbers stay without a gap, in their order."""

from __future__ import annotations

import os
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.utils import timezone

from tests.cabinet.gate.concurrency.processes import nursery
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.engines import Engine, opened
from tests.faults.servers import OnServers
from tests.servers import servers

DAYS = 5
ROUNDS = 1_000 if os.environ.get("SOAK") else 200
CLOCK = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1")


@pytest.mark.slow  # 200 letters on each engine
def test_clock_that_leaps_leaves_order_and_numbers_as_they_are(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not CLOCK.exists():
        pytest.skip("NOT PROVEN: clocks that leap (Debian's package faketime is missing).")
    (tmp_path / "clock").write_text("+0s\n")
    with opened(engine) as connection:
        monkeypatch.setenv("LD_PRELOAD", str(CLOCK))
        monkeypatch.setenv("FAKETIME_TIMESTAMP_FILE", str(tmp_path / "clock"))
        monkeypatch.setenv("FAKETIME_NO_CACHE", "1")
        monkeypatch.setenv("DONT_FAKE_MONOTONIC", "1")
        with nursery(connection.settings_dict, tmp_path, "tests.faults.child") as children:
            monkeypatch.delenv("LD_PRELOAD")
            child = children.fork("leap", 1, ROUNDS)
            children.wait_for(child)
            said = children.said(child)
        door = engine.bare(connection.settings_dict)
        oracle = Oracle(engine.name, door)
        wrong = oracle.look()
        door.close()

    assert wrong == []
    tally = Counter(" ".join(line.split()[:2]) for line in said if line.startswith("refused"))
    registered = [line.split()[1:] for line in said if line.startswith("registered")]
    assert len(registered) + tally.total() == ROUNDS, said[-1]
    numbers = sorted(oracle.last.rows["registry_number"].values(), key=lambda row: row["item_id"])
    for year in {row["year"] for row in numbers}:
        serials = [row["serial"] for row in numbers if row["year"] == year]
        assert serials == list(range(1, len(serials) + 1)), "as the papers came, not as clocks say"
    assert len(numbers) == len(registered)
    days = {line[2] for line in registered}
    if engine.name == "postgresql":  # the server's own clock is right, and refuses another day
        assert tally
        about_now = (timezone.now() + timedelta(minutes=each) for each in (-30, 0, 30))
        assert days <= {timezone.localdate(each).isoformat() for each in about_now}
    else:
        assert len(days) > 1, "the clock did not leap"
    print(f"\n{engine.name}: {ROUNDS} leaps, {len(registered)} letters on {len(days)} days, "
          f"refused: {dict(tally)}")  # fmt: skip


@pytest.mark.postgresql
@pytest.mark.slow  # a server is made
def test_transaction_left_open_for_days_writes_nothing_of_the_day_on_which_it_began(
    monkeypatch: pytest.MonkeyPatch, django_db_blocker: Any
) -> None:
    """PostgreSQL's ``current_date`` stands still in a transaction, while rights end outside."""
    if not CLOCK.exists():
        pytest.skip("NOT PROVEN: clocks that leap (Debian's package faketime is missing).")
    with servers(1) as (server,), django_db_blocker.unblock():
        server.make()
        clock = server.data / "clock"
        clock.write_text("+0s\n")
        clock.chmod(0o644)
        with monkeypatch.context() as faked:
            faked.setenv("FAKETIME_TIMESTAMP_FILE", str(clock))
            faked.setenv("FAKETIME_NO_CACHE", "1")
            faked.setenv("DONT_FAKE_MONOTONIC", "1")
            faked.setenv("LD_PRELOAD", str(CLOCK))
            server.start()
        engine = OnServers(server)
        engine.make_mould()
        with engine.bare(engine.settings(engine.mould, engine.worker)) as client:
            client.execute("SET search_path = public, pg_temp")
            client.execute("BEGIN")
            lend = _lending(client)
            client.execute("SAVEPOINT today")
            client.execute(lend)
            client.execute("ROLLBACK TO today")

            clock.write_text(f"+{DAYS}d\n")
            with pytest.raises(psycopg.Error, match="ACC005: A delegation does not begin"):
                client.execute(lend)


def _lending(client: psycopg.Connection[Any]) -> str:
    """Return the statement by which the Director-General lends his post from today on."""
    found = client.execute(
        "SELECT h.officer_id, h.post_id, (SELECT MIN(o.id) FROM accounts_officer AS o), "
        "clock_timestamp()::date FROM accounts_holding AS h "
        "JOIN accounts_post AS p ON p.id = h.post_id WHERE p.role = 'director_general'"
    ).fetchone()
    assert found is not None
    officer, post, other, today = found
    return (
        "INSERT INTO accounts_delegation (post_id, officer_id, capacity, power, kind, level, "
        "begins_on, ends_on, instrument, granted_by_id, recorded_at) VALUES "
        f"({post}, {other}, 'delegated', '', '', '', '{today}', '{today}'::date + 30, 'x', "
        f"{officer}, clock_timestamp())"
    )
