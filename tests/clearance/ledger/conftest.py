"""A case of the ledger's tests: the log of some days, a head kept elsewhere, the papers' files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.clearance.ledger.burgled import Case
from tests.clearance.ledger.house import a_day, entries, export, store


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Case:
    told = entries(a_day(36).written())
    place = export(tmp_path / "export", told[:100])
    kept = tmp_path / "kept"
    shutil.copy(place / "checkpoint", kept)
    export(place, told[100:])
    list(store(place, 36))
    return Case(place, kept, told, capsys)
