"""Papers and sentences as different secretariats write them, each with its near misses."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clearance.review import Level, Reviewer
from clearance.review.defaults import default_context
from clearance.terms import Kind, Language

_CASES = tomllib.loads(
    Path(__file__).with_name("secretariats_cases.toml").read_text(encoding="utf-8")
)["case"]


def _cases(key: str) -> list[tuple[dict[str, Any], str]]:
    return [(case, text) for case in _CASES for text in case.get(key, ())]


def _codes(reviewer: Reviewer, case: dict[str, Any], text: str) -> list[str]:
    report = reviewer.review(
        case.get("frame", "{}").replace("{}", text),
        language=Language(case["language"]),
        kind=Kind(case["kind"]) if "kind" in case else None,
    )
    return [found.code for found in report.findings if found.level is not Level.NOTE]


@pytest.mark.parametrize(("case", "text"), _cases("fires"))
def test_slip_is_found(reviewer: Reviewer, case: dict[str, Any], text: str) -> None:
    assert case["code"] in _codes(reviewer, case, text)


@pytest.mark.parametrize(("case", "text"), _cases("silent"))
def test_near_miss_is_silent(reviewer: Reviewer, case: dict[str, Any], text: str) -> None:
    assert case["code"] not in _codes(reviewer, case, text)


@pytest.fixture(scope="module")
def complete() -> Reviewer:
    """The checks of a house whose register holds every resolution."""
    return Reviewer(replace(default_context(), complete=frozenset({"*"})))


@pytest.mark.parametrize(
    "head",
    ["DRAFT RESOLUTION 99/51-POL\nON PALESTINE",
     "OIC\n\nProjet de résolution n° 99/51-POL\nSUR L’EAU",
     "منظمة التعاون الإسلامي\n\nمشروع القرار رقم 99/51 - س\nبشأن المياه",
     "OIC\n\nResolution 99/51-POL\nON WATER"],
)  # fmt: skip
def test_draft_bears_a_number_that_no_register_has(complete: Reviewer, head: str) -> None:
    text = head + "\n\nThe Council,\n\nRecalling the Charter;\n\n1. Requests a report."

    found = complete.review(text, kind=Kind.DRAFT_RESOLUTION).findings

    assert "PRO001" not in [one.code for one in found]


@pytest.mark.parametrize(
    ("text", "codes"),
    [("The Council adopted resolution 99/51-POL.", ["PRO001"]),
     ("The Council has before it draft resolution No. 99/51-POL.", []),
     ("Le Conseil est saisi du projet de résolution 99/51-POL.", []),
     ("ينظر المجلس في مشروع القرار 99/51 - س.", [])],
)  # fmt: skip
def test_draft_that_is_cited_is_in_no_register(
    complete: Reviewer, text: str, codes: list[str]
) -> None:
    found = complete.review(text).findings

    assert [one.code for one in found if one.code == "PRO001"] == codes
