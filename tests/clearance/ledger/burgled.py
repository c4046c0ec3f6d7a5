"""An export, a checkpoint of it that was kept elsewhere, and what verifying it says."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clearance.cli import main
from clearance.ledger.entry import canonical
from tests.clearance.ledger.house import KEY, export


@dataclass
class Case:
    """An export, a checkpoint of it that was kept elsewhere, and what verifying it says."""

    place: Path
    kept: Path
    told: list[bytes]
    capsys: pytest.CaptureFixture[str]

    def verify(self, *words: str) -> tuple[int, list[str]]:
        """Return the exit code and the codes that were told."""
        code = main(["verify-ledger", str(self.place), *words])
        lines = self.capsys.readouterr().out.splitlines()
        return code, [line.partition(":")[0] for line in lines if line[:3] in ("VER", "REP")]

    def again(self, told: list[bytes], key: Any = KEY) -> None:
        """Make the whole log anew with these entries, as who has the key can."""
        shutil.rmtree(self.place / "tile")
        (self.place / "checkpoint").unlink()
        export(self.place, told, key)


def changed(entry: bytes, **fields: Any) -> bytes:
    told = json.loads(entry)
    told["payload"].update(fields)
    return canonical(told)


def of_table(case: Case, table: str, nth: int = 0) -> int:
    """Return the place of the nth entry of a table."""
    found = [i for i, entry in enumerate(case.told) if json.loads(entry)["table"] == table]
    return found[nth]
