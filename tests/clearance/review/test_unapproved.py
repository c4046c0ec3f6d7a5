"""A text that goes without its approval or ground says so; a rule that forbids it does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import PARTS, codes, letter

_CASES = tomllib.loads(
    Path(__file__).with_name("unapproved_cases.toml").read_text(encoding="utf-8")
)


def _sentences(which: str) -> list[tuple[Language, str]]:
    return [(tongue, one) for tongue in Language for one in _CASES[tongue.value][which]]


def _letter(language: Language, sentence: str) -> str:
    return letter(language, body=f"{PARTS[language]['body']}\n\n{sentence}")


@pytest.mark.parametrize(("language", "sentence"), _sentences("told"))
def test_sentence_that_passes_over_an_approval_is_told(language: Language, sentence: str) -> None:
    assert "LEG045" in codes(_letter(language, sentence), Check.LEGAL_BASIS)


@pytest.mark.parametrize(("language", "sentence"), _sentences("not_told"))
def test_rule_condition_or_approval_of_others_is_not_told(
    language: Language, sentence: str
) -> None:
    assert "LEG045" not in codes(_letter(language, sentence), Check.LEGAL_BASIS)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The draft has not yet been approved by the Secretary-General; it is submitted for "
         "his decision.", False),
        ("The order has already been placed, and the approval of the Secretary-General is "
         "still awaited.", True),
    ],
)  # fmt: skip
def test_memorandum_may_ask_for_what_it_has_not_yet(sentence: str, told: bool) -> None:
    text = _letter(Language.ENGLISH, sentence)

    found = codes(text, Check.LEGAL_BASIS, kind=Kind.MEMORANDUM)

    assert ("LEG045" in found) is told
