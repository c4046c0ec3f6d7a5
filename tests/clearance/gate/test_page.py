"""The page of the gate says what the tables say, all of it, and ``clearance gate`` prints it."""

from __future__ import annotations

import re

import pytest

from clearance.cli import main
from clearance.gate import TABLES
from clearance.gate.page import all_refusals, tell_gate, tell_rows
from clearance.terms.words import ACT_WORDS, STATE_WORDS


def test_page_has_every_act_with_its_rule() -> None:
    page = tell_gate()

    for table in TABLES.values():
        for transition in table.transitions:
            row = f"| **{ACT_WORDS[transition.name]}** (`{transition.name}`)<br>{transition.does}"
            assert row in page
            assert transition.source_rule in page


def test_page_has_every_refusal() -> None:
    page = tell_gate()

    for code, (told, refusal) in all_refusals().items():
        assert f"| {code} | {told.sentence} | {told.remedy} | {refusal.__name__} (" in page


def test_page_explains_every_abbreviated_rule() -> None:
    page = tell_gate()
    named = {
        code
        for table in TABLES.values()
        for transition in table.transitions
        for code in re.findall(r"[A-Z]{2,3}-[A-Z]*\d*[a-z]?", transition.source_rule)
    }

    for code in named:
        assert f"\n| {code} | " in page


def test_diagram_has_every_state_and_every_arrow_once() -> None:
    page = tell_gate()
    diagrams = re.findall(r"```mermaid\nstateDiagram-v2\n(.*?)```", page, re.DOTALL)

    assert len(diagrams) == 3
    for table, diagram in zip(TABLES.values(), diagrams, strict=False):
        arrows = re.findall(r"^    (\S+) --> (\S+)", diagram, re.MULTILINE)
        assert len(arrows) == len(set(arrows))
        moves = {
            (source or "[*]", transition.target)
            for transition in table.transitions
            for source in transition.sources
            if transition.target not in (None, source)
        }
        assert set(arrows) == moves | {(state, "[*]") for state in table.final}
        for state in table.states:
            assert f'state "{STATE_WORDS[state]}" as {state}' in diagram


def test_cell_with_a_bar_or_a_line_end_does_not_break_the_table() -> None:
    assert tell_rows(("A",), [("x | y\nz",)]) == "| A |\n| --- |\n| x \\| y z |\n"


def test_command_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate"]) == 0

    assert capsys.readouterr().out == tell_gate()


def test_command_unknown_is_refused_with_its_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["approve"])

    assert left.value.code == 2
    assert "usage: clearance" in capsys.readouterr().err
