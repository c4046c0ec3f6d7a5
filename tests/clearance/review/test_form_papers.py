"""Papers of many layouts: nothing is told of their form, and each slip in them is told."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from clearance.review import Reviewer
from clearance.review.finding import Level
from clearance.terms import Kind, Language

_PAPERS = [
    (language, paper)
    for language in Language
    for paper in tomllib.loads(
        Path(__file__).with_name(f"form_papers_{language.value}.toml").read_text(encoding="utf-8")
    )["paper"]
]
_SLIPS = [(language, paper, slip) for language, paper in _PAPERS for slip in paper.get("slip", ())]


def _codes(reviewer: Reviewer, text: str, paper: dict[str, Any], language: Language) -> set[str]:
    kind = Kind(paper["kind"]) if "kind" in paper else None
    report = reviewer.review(text, kind=kind, language=language)
    return {finding.code for finding in report.findings if finding.level >= Level.WARN}


@pytest.mark.parametrize(
    ("language", "paper"), _PAPERS, ids=[paper["name"] for _, paper in _PAPERS]
)
def test_faultless_paper_yields_nothing(
    reviewer: Reviewer, language: Language, paper: dict[str, Any]
) -> None:
    assert _codes(reviewer, paper["text"], paper, language) == set()


@pytest.mark.parametrize(("language", "paper", "slip"), _SLIPS)
def test_slip_of_form_is_told(
    reviewer: Reviewer, language: Language, paper: dict[str, Any], slip: dict[str, str]
) -> None:
    text = paper["text"].replace(slip["old"], slip["new"], 1)

    assert slip["code"] in _codes(reviewer, text, paper, language)
