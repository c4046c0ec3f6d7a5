"""docs/the-gate.md says what the tables and the guards say today."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cabinet.config.management.commands import gate_page
from cabinet.ledger.guards.registry import declared


def test_page_in_the_tree_is_not_stale() -> None:
    assert gate_page.PAGE.exists()
    written = gate_page.PAGE.read_text(encoding="utf-8")

    assert written == gate_page.whole_page(), "Run `cabinet gate_page`."


def test_page_has_every_guard_of_every_desk_and_every_protected_table() -> None:
    page = gate_page.whole_page()

    for guard in declared().guards:
        when = "a new row" if guard.on == "insert" else "a changed row"
        assert (
            f"| `{guard.name}` | {when} of {guard.model.__name__} | {guard.sentence}"
            f" | {guard.code} | {guard.source} |"
        ) in page
    for protected in declared().protected:
        assert f"(`{protected.table}`)" in page


def test_command_writes_the_page_and_then_finds_it_fresh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate_page, "PAGE", tmp_path / "docs" / "the-gate.md")
    with pytest.raises(CommandError, match="stale"):
        call_command("gate_page", check=True, stdout=StringIO())

    call_command("gate_page", stdout=StringIO())

    call_command("gate_page", check=True, stdout=StringIO())
    assert gate_page.PAGE.read_text(encoding="utf-8").startswith("# The gate\n")
