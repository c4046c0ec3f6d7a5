"""Numbers and dates in many wordings: what breaks a rule, and what comes near and does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from clearance.reading.document import Cell, Document, Paragraph, Table
from clearance.review import Reviewer
from clearance.review.finding import Level
from clearance.terms import Check, Language

FILES = sorted(Path(__file__).parent.glob("figures_cases*.toml"))
TEXTS = [
    group for name in FILES for group in tomllib.loads(name.read_text(encoding="utf-8"))["texts"]
]
# A range told in numbers of years or pages is one rule, in days another; so are shares and sums.
KIN = {"FIG004": {"FIG009"}, "FIG007": {"FIG010", "FIG012"}}


@pytest.mark.parametrize("group", TEXTS, ids=lambda g: f"{g['code']}-{g['language']}")
def test_texts_break_the_rule_named_and_no_other(
    reviewer: Reviewer, group: dict[str, str | list[str]]
) -> None:
    code, language = str(group["code"]), Language(str(group["language"]))
    head = str(group.get("head", ""))
    wrong = []

    for text in group["of"]:
        found = {
            one.code
            for one in reviewer.review(head + text, language=language).findings
            if one.check is Check.FIGURES and one.level is not Level.NOTE
        }
        if not (found & ({code} | KIN.get(code, set())) if code else not found):
            wrong.append((text, found))

    assert wrong == []


def _table(*rows: tuple[str, ...]) -> Document:
    text, cells, start = "", [], 0
    for row in rows:
        line = []
        for name in row:
            line.append(Cell(start, start + len(name)))
            text += name + "\n"
            start = len(text)
        cells.append(tuple(line))
    return Document(text, (Paragraph(0, len(text)),), tables=(Table(tuple(cells)),))


def _codes(reviewer: Reviewer, document: Document) -> list[str]:
    return [one.code for one in reviewer.review(document).findings if one.check is Check.FIGURES]


HEAD = ("Item", "Number", "Price", "Amount")
ROWS = (("Tickets", "4", "500", "2,000"), ("Rooms", "3", "150", "450"), ("Cars", "2", "80", "160"))


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ((HEAD, *ROWS, ("Total", "", "", "2,610")), []),
        ((HEAD, *ROWS, ("Total", "", "", "2,160")), ["FIG007"]),
        ((HEAD, *ROWS[:2], ("Cars", "2", "80", "180"), ("Total", "", "", "2,630")), ["FIG011"]),
        ((*ROWS, ("المجموع", "", "", "2,610")), []),
        ((*ROWS, ("المجموع", "", "", "2,601")), ["FIG007"]),
        ((*ROWS, ("Montant total", "", "", "2 160")), ["FIG007"]),
    ],
)
def test_table_is_reckoned_by_column_and_row(
    reviewer: Reviewer, rows: tuple[tuple[str, ...], ...], codes: list[str]
) -> None:
    assert _codes(reviewer, _table(*rows)) == codes


def test_table_is_reckoned_across_where_most_rows_show_it(reviewer: Reviewer) -> None:
    head = ("Unit", "2024", "2025", "Total")
    rows = (("Staff", "10", "12", "22"), ("Travel", "5", "7", "12"), ("Rent", "3", "3", "7"))

    assert _codes(reviewer, _table(head, *rows)) == ["FIG007"]
    assert _codes(reviewer, _table(head, *rows[:2], ("Rent", "3", "3", "6"))) == []


EN = "1. The Fund was set up on 3 June 2025.\n2. Three experts and 15 members meet twice a year."
FR = "1. Le Fonds a été créé le 3 juin 2025.\n2. Trois experts et quinze membres se réunissent."
AR = "1. أنشئ الصندوق في 3 يونيو 2025م.\n2. يجتمع ثلاثة خبراء و15 عضوا مرتين في السنة."
VERSIONS = {Language.ENGLISH: EN, Language.FRENCH: FR, Language.ARABIC: AR}


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        (Language.ENGLISH, "3 June", "3 July"),
        (Language.ENGLISH, "15", "16"),
        (Language.ENGLISH, "Three", "Four"),
        (Language.FRENCH, "juin", "mai"),
        (Language.FRENCH, "quinze", "seize"),
        (Language.ARABIC, "2025", "2026"),
        (Language.ARABIC, "ثلاثة", "أربعة"),
    ],
)
def test_versions_that_differ_are_found(
    reviewer: Reviewer, language: Language, right: str, wrong: str
) -> None:
    own = VERSIONS[language]
    others = {key: text for key, text in VERSIONS.items() if key is not language}

    alike = reviewer.review(own, language=language, parallels=dict(others)).findings
    apart = reviewer.review(own.replace(right, wrong), language=language, parallels=dict(others))

    assert [one.code for one in alike if one.code == "FIG008"] == []
    assert [one.code for one in apart.findings if one.code == "FIG008"] == ["FIG008"]


def test_paragraph_that_one_version_leaves_out_does_not_shift_the_others(
    reviewer: Reviewer,
) -> None:
    long = EN + "\nThis sentence stands in one version alone.\n3. It ends in 2030 with 40 States."
    french = FR + "\n3. Il prend fin en 2030 avec 40 États."

    report = reviewer.review(long, language=Language.ENGLISH, parallels={Language.FRENCH: french})

    assert [one.code for one in report.findings if one.code == "FIG008"] == []


def test_figure_that_two_rules_reckon_is_told_once(reviewer: Reviewer) -> None:
    report = reviewer.review(
        "The vote was 120 in favour, 12 against and 9 abstentions, i.e. 140 votes."
    )

    assert [one.code for one in report.findings if one.check is Check.FIGURES] == ["FIG007"]
