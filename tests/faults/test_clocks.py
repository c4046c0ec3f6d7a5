"""The machine's clock leaps, forth and back: numbers stay without a gap, in their order."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.cabinet.gate.concurrency.processes import nursery
from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.engines import Engine, opened

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
        oracle = Oracle(engine.name, lambda query: door.execute(query).fetchall())
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
    assert len(days) > 1, "the clock did not leap"
    if engine.name == "postgresql":  # the server's own clock is right, and refuses a day far off
        assert tally
    print(f"\n{engine.name}: {ROUNDS} leaps, {len(registered)} letters on {len(days)} days, "
          f"refused: {dict(tally)}")  # fmt: skip
