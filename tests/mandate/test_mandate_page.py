"""docs/mandate.md names only what is there, and calls the rest not yet built."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "mandate.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| The mandate says"))
]
STATES = re.compile(r"(Built|In part: \w.*|Built: \w.*|Not yet built)")


def test_every_path_named_is_there() -> None:
    paths = re.findall(r"`([\w./-]+)`", PAGE)

    assert len(paths) > 60
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_row_has_five_cells_and_an_honest_state() -> None:
    assert len(ROWS) > 30
    for row in ROWS:
        assert len(row) == 5, row
        assert STATES.fullmatch(row[4]), row


def test_what_is_built_has_folder_rule_and_test() -> None:
    for duty, folder, rule, test, state in ROWS:
        if state.startswith(("Built", "In part")):
            assert "`src/" in folder, duty
            assert "`tests/" in test, duty
        if state.startswith("Built"):
            assert rule != "—", duty
            assert "`tests/mandate/" in test, duty


def test_every_part_of_the_mandate_has_its_row() -> None:
    for words in (
        "first and last line of defence", "from outside reaches any", "Interdepartmental memoranda",
        "Conference work", "Follow-up and coordination of the work", "Subsidiary organs",
        "non-governmental", "Protocol and liaison", "Private Secretariat", "directs the incoming",
        "and persons", "informs the Secretary-General", "reviews all documents",
        "vast executive powers", "external offices", "several advisers", "annual meetings",
        "chairs several committees", "departments related to the Cabinet",
    ):  # fmt: skip
        assert any(words in row[0] for row in ROWS), words
    for number in range(1, 8):
        assert any(row[0].startswith(f"{number}. ") for row in ROWS)
