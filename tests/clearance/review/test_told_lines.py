"""Decisions told in one English line, held against sentences of three languages."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clearance.review import Reviewer
from clearance.review.defaults import default_context
from clearance.review.particulars import Particulars
from clearance.review.told_facts import fact_told
from clearance.terms import Language

_CASES = tomllib.loads(Path(__file__).with_name("told_lines.toml").read_text(encoding="utf-8"))
_DAY = Particulars(dated=date(2026, 5, 3))


@pytest.fixture(scope="module")
def office() -> Reviewer:
    context = default_context()
    facts = [
        fact_told(case["line"], id=name, states=context.states) for name, case in _CASES.items()
    ]
    assert all(fact is not None and fact.told is not None for fact in facts)
    return Reviewer(replace(context, facts=tuple(filter(None, facts))))


def _language(text: str) -> Language:
    if any("\u0600" < letter < "\u06ff" for letter in text):
        return Language.ARABIC
    return Language.FRENCH if any(letter in "éèàçêôÉû" for letter in text) else Language.ENGLISH


@pytest.mark.parametrize("name", _CASES)
def test_sentence_against_what_a_line_told_is_found_and_no_other(
    office: Reviewer, name: str
) -> None:
    case = _CASES[name]

    told = {
        text: [
            found.code
            for found in office.review(text, particulars=_DAY, language=_language(text)).findings
            if found.code == "PRO019"
        ]
        for text in (*case["fires"], *case["silent"])
    }

    assert [text for text in case["fires"] if told[text] != ["PRO019"]] == []
    assert [text for text in case["silent"] if told[text]] == []


@pytest.mark.parametrize(
    "line",
    ["Water Fund", "Water Fund: discussed at length on 2025-01-01", ": closed on 2025-01-01"],
)
def test_line_that_is_not_understood_tells_nothing(line: str) -> None:
    assert fact_told(line, id="X") is None
