"""The line of the approval is read by what stands in it: a name, a blank, a wait, or a refusal."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from clearance.review.finding import Level
from clearance.terms import Kind, Language
from tests.clearance.review.test_lines_needed import _ENCLOSURES, _NOTES
from tests.clearance.review.test_within_house import HOUSE

_CASES = tomllib.loads(Path(__file__).with_name("approval_lines.toml").read_text(encoding="utf-8"))


def _lines(*states: str) -> list[tuple[Language, str]]:
    return [(tongue, one) for tongue in Language for each in states for one in _CASES[each][tongue]]


def _told(language: Language, line: str, *codes: str) -> bool:
    text = _NOTES[language].format(f"{line}\n\n{_ENCLOSURES[language]}")
    found = HOUSE.review(text, kind=Kind.NOTE_VERBALE, language=language).findings
    return any(one.code in codes and one.level is not Level.NOTE for one in found)


@pytest.mark.parametrize(("language", "line"), _lines("blank", "to_come", "refused"))
def test_line_of_an_approval_that_was_not_given_counts_for_none(
    language: Language, line: str
) -> None:
    assert _told(language, line, "LEG030", "LEG045")


@pytest.mark.parametrize("language", Language)
def test_most_of_them_are_told_as_what_they_are(language: Language) -> None:
    for state in ("blank", "to_come", "refused"):
        lines = _CASES[state][language]
        told = [line for line in lines if _told(language, line, "LEG045")]
        assert len(told) >= 0.8 * len(lines), [line for line in lines if line not in told]


@pytest.mark.parametrize(("language", "line"), _lines("near"))
def test_line_of_an_approval_given_not_needed_or_of_others_is_not(
    language: Language, line: str
) -> None:
    assert not _told(language, line, "LEG045")
