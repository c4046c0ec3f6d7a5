"""Slips planted in whole papers: each is found at its place, and papers without any are quiet."""

from __future__ import annotations

from functools import cache

from bench.accuracy import review_line
from bench.registers import context_of

from clearance.review import Level, Reviewer
from clearance.review.finding import Finding
from tests.clearance.review.planted_papers import FOLDER, Planted, planted_papers

NEAR = 120  # characters from the slip within which a finding counts, as in the shared score


@cache
def _papers() -> tuple[tuple[Planted, tuple[Finding, ...]], ...]:
    reviewer = Reviewer(context_of(FOLDER / "registers.json"))
    return tuple((paper, _found(reviewer, paper)) for paper in planted_papers())


def _found(reviewer: Reviewer, paper: Planted) -> tuple[Finding, ...]:
    given = {"text": paper.text, "kind": paper.kind, "lang": paper.language, "meta": paper.meta}
    findings = review_line(reviewer, given).findings
    return tuple(one for one in findings if one.level is not Level.NOTE)


def _tells(paper: Planted, one: Finding) -> bool:
    near = paper.start == paper.end or (
        one.start < paper.end + NEAR and one.end > paper.start - NEAR
    )
    return near and one.check == paper.check


def test_papers_without_a_slip_are_quiet_but_for_the_named() -> None:
    named = (FOLDER / "quiet_but.txt").read_text(encoding="utf-8").split("\n")[:-1]

    told = [
        f"{paper.paper} {one.code} {paper.text[one.start : one.end].splitlines()[0]}"
        for paper, found in _papers()
        if not paper.check
        for one in found
    ]

    assert told == named


def test_every_slip_is_found_but_the_named() -> None:
    named = (FOLDER / "not_found.txt").read_text(encoding="utf-8").split("\n")[:-1]
    clean = {
        paper.paper: {(one.code, paper.text[one.start : one.end]) for one in found}
        for paper, found in _papers()
        if not paper.check
    }

    missed = [
        f"{paper.paper} {paper.name}"
        for paper, found in _papers()
        if paper.check
        and not any(
            _tells(paper, one)
            and (one.code, paper.text[one.start : one.end]) not in clean[paper.paper]
            for one in found
        )
    ]

    assert missed == named
