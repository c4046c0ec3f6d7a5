"""Papers of the house's kinds, written for these tests, with slips planted one at a time.

In ``planted/*.txt``, and ``planted_later`` to ``planted_fifth`` (each written with the rules
unseen and read after them), a paper begins with "=== kind | addressee | signatory |
date" and holds marks ``⟦right¦wrong¦name¦check⟧``: the paper is made once with all that is right,
and once for each mark with that one slip. Persons, symbols and titles are those of
``registers.json`` there, made up. At the first look 144 of the 241 slips of ``planted_third`` were
found (of numbers and dates 53 of 117), 66 of the 89 of ``planted_fourth`` (40 of 55), and 432 of
the 537 of ``planted_fifth``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clearance.terms import Language

FOLDERS = tuple(
    Path(__file__).with_name(name)
    for name in ("planted", "planted_later", "planted_third", "planted_fourth", "planted_fifth")
)
# Each on one worker, so that its papers are reviewed once in a run.
GROUPED = tuple(
    pytest.param(folder, id=folder.name, marks=pytest.mark.xdist_group(folder.name))
    for folder in FOLDERS
)
_MARK = re.compile(r"⟦([^⟦⟧¦]*)¦([^⟦⟧¦]*)¦([^⟦⟧¦]*)¦(\d)⟧")
# What is missing is told of the whole paper, not of a place.
_OF_THE_WHOLE = ("clause_", "missing_", "followup", "nv_closing", "nv_opening")


@dataclass(frozen=True)
class Planted:
    """A paper with one slip, or with none: then ``check`` is 0 and ``name`` "clean"."""

    paper: str
    name: str
    language: Language
    kind: str
    text: str
    meta: dict[str, str]
    check: int = 0
    start: int = 0
    end: int = 0


def planted_papers(folder: Path) -> Iterator[Planted]:
    """Yield every paper of the folder, first without a slip and then with each of its own."""
    for language in Language:
        whole = (folder / f"{language}.txt").read_text(encoding="utf-8")
        for number, part in enumerate(re.split(r"(?m)^=== ", whole)[1:]):
            head, _, body = part.partition("\n")
            yield from _of_one(f"{language}{number:02}", language, head, body)


def _of_one(paper: str, language: Language, head: str, body: str) -> Iterator[Planted]:
    kind, *told = (each.strip() for each in head.split("|"))
    meta = {
        key: value
        for key, value in zip(("addressee", "signatory", "doc_date"), told, strict=True)
        if value != "-"
    }
    marks = list(_MARK.finditer(body))
    for wrong in (None, *marks):
        text, at = "", (0, 0)
        end = 0
        for mark in marks:
            text += body[end : mark.start()]
            written = mark[2] if mark is wrong else mark[1]
            if mark is wrong:
                at = len(text), len(text) + len(written)
            text += written
            end = mark.end()
        text += body[end:]
        if wrong is None:
            yield Planted(paper, "clean", language, kind, text, meta)
        else:
            stop = at[0] if wrong[3].startswith(_OF_THE_WHOLE) else at[1]
            yield Planted(
                paper, wrong[3], language, kind, text, meta, int(wrong[4]), at[0], stop
            )  # fmt: skip
