"""Slips of form in a paper of their own, each with its near misses, in three languages."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from clearance.review import Reviewer
from clearance.review.checks.conformity.enclosures_told import names_fewer
from clearance.review.finding import Level
from clearance.terms import Check, Kind

_CASES = tomllib.loads(Path(__file__).with_name("form_cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", _CASES["case"], ids=lambda case: case["name"])
def test_slip_of_form_is_told_and_nothing_beside_it(
    reviewer: Reviewer, case: dict[str, Any]
) -> None:
    report = reviewer.review(case["text"].lstrip("\n"), kind=Kind(case["kind"]))

    told = {
        one.code
        for one in report.findings
        if one.check is Check.CONFORMITY and one.level >= Level.WARN
    }
    assert told == set(case["codes"])


@pytest.mark.parametrize(
    ("line", "count", "is_short"),
    [
        ("annexes: 3 (annex a, floor plan)", 3, True),
        ("annexes: 1 (annex a, floor plan)", 1, False),
        ("p.j. : 2 (note de cadrage)", 2, True),
        ("enclosures: 3 (passports)", 3, False),
        ("annexes: 3 (annex a to annex c)", 3, False),
    ],
)
def test_brackets_behind_a_count_name_as_many(line: str, count: int, *, is_short: bool) -> None:
    assert names_fewer(line, count) is is_short


@pytest.mark.parametrize(
    ("sentence", "is_left"),
    [
        ("The figures follow [NB: Huda, add the totals of March here].", True),
        ("The hall opens on [date?] for the delegations.", True),
        ("Les chiffres suivent [Omar : à revoir avec la comptabilité].", True),
        ("ترسل الدعوة إلى (اسم الدولة) قبل نهاية الشهر.", True),
        ("The text [Original: French] was read, and the hall [see plan] is open.", False),
        ("Le texte [traduction : le Secrétariat] a été lu.", False),
        ("ورد النص [الأصل: فرنسي] في الجلسة.", False),
    ],
)
def test_word_left_for_a_colleague_is_told(
    reviewer: Reviewer, sentence: str, *, is_left: bool
) -> None:
    report = reviewer.review(sentence, kind=Kind.REPORT)

    assert any(one.code == "CON065" for one in report.findings) is is_left
