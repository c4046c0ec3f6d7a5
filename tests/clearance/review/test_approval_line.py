"""The line of the approval is read by what stands in it: a name, a blank, a wait, or a refusal."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from clearance.review.finding import Level
from clearance.terms import Kind, Language
from tests.clearance.review.letters import AR, EN, FINANCE, FR, SG
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


_DAYS = {
    EN: ("13 October 2025", "20 October 2025"), FR: ("13 octobre 2025", "20 octobre 2025"),
    AR: ("13 أكتوبر 2025", "20 أكتوبر 2025"),
}  # fmt: skip
_OFFICERS = {"SG": SG, "FIN": FINANCE}


def _found(language: Language, line: str, officer: str, day: str, *, at_head: bool) -> set[str]:
    who = _OFFICERS[officer]
    told = line.format(n=who.names[language], p=who.titles[language], d=day)
    text = _NOTES[language].format("" if at_head else f"{told}\n\n{_ENCLOSURES[language]}")
    if at_head:
        head, _, rest = text.partition("\n\n")
        text = f"{head}\n\n{told}\n\n{rest}{_ENCLOSURES[language]}\n"
    found = HOUSE.review(text, kind=Kind.NOTE_VERBALE, language=language).findings
    return {one.code for one in found if one.level is not Level.NOTE and one.code[:4] == "LEG0"}


@pytest.mark.parametrize("at_head", [True, False])
@pytest.mark.parametrize(("language", "line"), _lines("given"))
def test_approval_is_read_in_any_layout(language: Language, line: str, at_head: bool) -> None:
    told = _found(language, line, "SG", _DAYS[language][0], at_head=at_head)

    assert not any("LEG030" <= code <= "LEG045" for code in told)


@pytest.mark.parametrize(("language", "line"), _lines("given"))
def test_who_gave_it_and_when_is_read_in_any_layout(language: Language, line: str) -> None:
    before, later = _DAYS[language]

    assert "LEG033" in _found(language, line, "SG", later, at_head=False)
    low = _found(language, line, "FIN", before, at_head=False)
    assert low & {"LEG023", "LEG030", "LEG031", "LEG037"}
