"""docs/the-promise.md names only tests that are there, with a figure, a day and a commit."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "the-promise.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith("| tried")
]


def test_every_test_named_is_there() -> None:
    for row in ROWS:
        file, _, name = row[1].strip("`").partition("::")
        text = (ROOT / file).read_text(encoding="utf-8")
        assert not name or f"def {name}(" in text, row[1]


def test_every_line_has_what_was_tried_the_figure_the_day_and_the_commit() -> None:
    assert len(ROWS) > 30
    for row in ROWS:
        assert len(row) == 4, row
        assert all(row), row
        day, commit = row[3].split(", ")
        assert date.fromisoformat(day).year >= 2026, row
        assert re.fullmatch(r"[0-9a-f]{7,}", commit), row


def test_every_file_of_attacks_races_faults_and_models_is_named() -> None:
    folders = (
        "tests/cabinet/gate/under_attack",
        "tests/cabinet/gate/concurrency",
        "tests/faults",
        "tests/models",
    )
    files = {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).glob("test_*.py")
    }

    assert {file for file in files if f"`{file}" not in PAGE} == set()
