"""Slips planted in whole papers: each is found at its place, and papers without any are quiet."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from bench.accuracy import review_line
from bench.registers import context_of

from clearance.review import Level, Reviewer
from clearance.review.finding import Finding
from tests.clearance.review.planted_papers import GROUPED, Planted, planted_papers

NEAR = 120  # characters from the slip within which a finding counts, as in the shared score
Told = tuple[tuple[Planted, tuple[Finding, ...]], ...]
of_each_folder = pytest.mark.parametrize("folder", GROUPED)


@cache
def _papers(folder: Path) -> Told:
    reviewer = Reviewer(context_of(folder / "registers.json"))
    return tuple((paper, _found(reviewer, paper)) for paper in planted_papers(folder))


def _found(reviewer: Reviewer, paper: Planted) -> tuple[Finding, ...]:
    given = {"text": paper.text, "kind": paper.kind, "lang": paper.language, "meta": paper.meta}
    findings = review_line(reviewer, given).findings
    return tuple(one for one in findings if one.level is not Level.NOTE)


def _tells(paper: Planted, one: Finding) -> bool:
    near = paper.start == paper.end or (
        one.start < paper.end + NEAR and one.end > paper.start - NEAR
    )
    return near and one.check == paper.check


def _named(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").split("\n")[:-1]


def told_without_a_slip(papers: Told) -> list[str]:
    """Return what is said of papers that have no slip, as a line each."""
    return [
        f"{paper.paper} {one.code} {paper.text[one.start : one.end].split(chr(10))[0]}"
        for paper, found in papers
        if not paper.check
        for one in found
    ]


def slips_not_found(papers: Told) -> list[str]:
    """Return the slips at whose place nothing is said that the clean paper is not told too."""
    clean = {
        paper.paper: {(one.code, paper.text[one.start : one.end]) for one in found}
        for paper, found in papers
        if not paper.check
    }
    return [
        f"{paper.paper} {paper.name}"
        for paper, found in papers
        if paper.check
        and not any(
            _tells(paper, one)
            and (one.code, paper.text[one.start : one.end]) not in clean[paper.paper]
            for one in found
        )
    ]


@of_each_folder
def test_papers_without_a_slip_are_quiet_but_for_the_named(folder: Path) -> None:
    assert told_without_a_slip(_papers(folder)) == _named(folder / "quiet_but.txt")


@of_each_folder
def test_every_slip_is_found_but_the_named(folder: Path) -> None:
    assert slips_not_found(_papers(folder)) == _named(folder / "not_found.txt")
