"""Grammar of letters and notes, words without accents, and wordings wrong wherever they stand."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from clearance.data.lexicon import slips
from clearance.data.lexicon.dictionaries import is_absent
from clearance.review import Reviewer
from clearance.review.finding import Level
from clearance.terms import Check, Kind, Language

_CASES = [
    tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    for name in ("grammar_cases.toml", "slips_cases.toml")
]

pytestmark = pytest.mark.skipif(
    any(is_absent(language) for language in Language), reason="no dictionaries are installed here"
)


def _cases(key: str) -> list[tuple[str, str]]:
    return [
        (language, text)
        for cases in _CASES
        for language, each in cases.items()
        for text in each[key]
    ]


def _told(reviewer: Reviewer, language: str, text: str) -> list[str]:
    report = reviewer.review(text, language=Language(language), kind=Kind.LETTER)
    return [
        one.code for one in report.findings
        if one.check is Check.LANGUAGE and one.level > Level.NOTE
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), _cases("fires"))
def test_slip_of_grammar_is_found(reviewer: Reviewer, language: str, text: str) -> None:
    assert len(_told(reviewer, language, text)) == 1


@pytest.mark.parametrize(("language", "text"), _cases("silent"))
def test_right_grammar_is_silent(reviewer: Reviewer, language: str, text: str) -> None:
    assert _told(reviewer, language, text) == []


@pytest.mark.parametrize("language", list(Language))
def test_no_slip_is_its_own_remedy(language: Language) -> None:
    for line in set(slips(language).values()):
        told = list(line.slips())
        assert [slip.text for slip in told] == list(line.texts())
        for slip in told:
            words = slip.text.split()
            assert " ".join(words[slip.first : slip.last + 1]) != slip.right, slip.text
