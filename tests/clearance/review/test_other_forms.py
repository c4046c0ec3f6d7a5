"""The same papers in lines of one width, and with no blank line: what is found stays the same."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from bench.accuracy import review_line
from bench.registers import context_of

from clearance.reading import Document
from clearance.reading.plain import document_of_text
from clearance.review import Level, Reviewer
from tests.clearance.review.planted_papers import GROUPED, Planted, planted_papers

WIDTH = 72
EACH = 4  # of the slips of a paper; of the papers without a slip, all
# A list of names reads otherwise in lines, a table's rows and a fraction between two lines too.
KEPT = 0.97


def in_lines(text: str) -> str:
    """Return the text as mail or a PDF has it, in lines of one width."""
    return "\n".join(
        "\n".join(textwrap.wrap(line, WIDTH, break_on_hyphens=False, break_long_words=False))
        for line in text.split("\n")
    )


def without_blank_lines(text: str) -> Document:
    """Return the text as a word processor's file has it, a paragraph in each line."""
    close = re.sub(r"\n\n+", "\n", text)
    return Document(close, document_of_text(close).paragraphs, format="docx")


def typed_without_blank_lines(text: str) -> str:
    """Return the text as a plain one whose paragraphs follow each other."""
    return re.sub(r"\n\n+", "\n", text)


def in_lines_of_paragraphs(text: str) -> Document:
    """Return the text as pasted into a word processor: a paragraph for each line."""
    close = in_lines(text)
    return Document(close, document_of_text(close).paragraphs, format="docx")


@cache
def _reviewer(folder: Path) -> Reviewer:
    return Reviewer(context_of(folder / "registers.json"))


def _codes(folder: Path, paper: Planted, text: str | Document) -> Counter[str]:
    given = {"text": text, "kind": paper.kind, "lang": paper.language, "meta": paper.meta}
    findings = review_line(_reviewer(folder), given).findings
    return Counter(one.code for one in findings if one.level is not Level.NOTE)


@cache
def _papers(folder: Path) -> list[tuple[Planted, Counter[str]]]:
    """Return the papers of a folder whose lines are whole, with what is found in each."""
    return [
        (paper, _codes(folder, paper, paper.text))
        for no, paper in enumerate(planted_papers(folder))
        if not (paper.check and no % EACH)
        if max(map(len, paper.text.split("\n"))) >= 2 * WIDTH
    ]


@pytest.mark.parametrize(
    "form",
    [in_lines, without_blank_lines, typed_without_blank_lines, in_lines_of_paragraphs],
)
@pytest.mark.parametrize("folder", GROUPED[-3:])
def test_form_of_a_paper_changes_nothing(
    folder: Path, form: Callable[[str], str | Document]
) -> None:
    told: Counter[str] = Counter()
    lost: list[str] = []
    for paper, before in _papers(folder):
        after = _codes(folder, paper, form(paper.text))
        told += before
        lost += [f"{paper.paper} {paper.name} {code}" for code in before - after]
        assert not after - before, (paper.paper, paper.name, after - before)
    assert told.total() > 15
    assert len(lost) <= (1 - KEPT) * told.total() + 1, lost
