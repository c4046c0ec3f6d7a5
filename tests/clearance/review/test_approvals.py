"""An approval is read however it is worded and wherever it stands, and who gave it is known."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from clearance.review import Reviewer
from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import AR, CONTEXT, DG, EN, FR, SG, codes, letter

_CASES = tomllib.loads(Path(__file__).with_name("approvals_cases.toml").read_text(encoding="utf-8"))
_OTHER = {EN: "John Smith", FR: "Jean Dupont", AR: "سامي ناجي"}


def _lines(key: str) -> list[tuple[Language, str]]:
    return [(Language(tongue), line) for tongue, lines in _CASES[key].items() for line in lines]


def _filled(line: str, language: Language, name: str | None = None) -> str:
    return line.format(n=name or SG.names[language], p=SG.titles[language])


def _told(text: str) -> set[str]:
    return codes(text, Check.LEGAL_BASIS) - {"LEG001"}


@pytest.mark.parametrize(("language", "line"), _lines("said"))
def test_approval_is_read_at_the_foot(language: Language, line: str) -> None:
    assert _told(letter(language, approval=_filled(line, language))) == set()


@pytest.mark.parametrize(("language", "line"), _lines("said"))
def test_approval_is_read_at_the_head(language: Language, line: str) -> None:
    text = _filled(line, language) + "\n\n" + letter(language, approval="")

    assert _told(text) == set()


@pytest.mark.parametrize(("language", "line"), _lines("said"))
def test_approval_that_breaks_within_the_line_is_read(language: Language, line: str) -> None:
    whole = "Encl. 2\n" + _filled(line, language)
    if len(whole.rpartition("\n")[2]) < 70:
        return
    at = whole.rfind(" ", 0, len(whole) - 12)

    assert _told(letter(language, approval=whole[:at] + "\n" + whole[at + 1 :])) == set()


@pytest.mark.parametrize(("language", "line"), _lines("said"))
def test_name_of_another_beside_the_post_is_told(language: Language, line: str) -> None:
    text = letter(language, approval=_filled(line, language, _OTHER[language]))

    assert _told(text) == {"LEG034"}


@pytest.mark.parametrize(("language", "line"), _lines("not_said"))
def test_what_is_no_approval_counts_for_none(language: Language, line: str) -> None:
    assert "LEG030" in _told(letter(language, approval=_filled(line, language)))


NOTE = """ORGANISATION OF ISLAMIC COOPERATION
OIC/CAB/POL/2025/0012

The General Secretariat of the Organisation of Islamic Cooperation presents its compliments to \
the Embassy of the Republic of Niger and, further to its note of 2 October 2025, has the honour \
to state that the meeting is postponed to 3 November 2025.

The General Secretariat avails itself of this opportunity to renew to the Embassy the assurances \
of its highest consideration.

Jeddah, 14 October 2025
"""
_BY_SG = "Dispatch authorised by Mahmoud Al-Tayeb, Secretary-General, 13 October 2025\n"


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [(True, NOTE, True), (True, NOTE + _BY_SG, False), (False, NOTE, False)],
)
def test_note_verbale_bears_an_approval_where_the_house_asks_for_it(
    asked: bool, text: str, told: bool
) -> None:
    needed = CONTEXT.approval_needed | ({"note_verbale"} if asked else set())
    office = Reviewer(replace(CONTEXT, approval_needed=frozenset(needed)))

    found = office.review(text, kind=Kind.NOTE_VERBALE).findings

    assert ("LEG030" in [one.code for one in found]) is told


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (EN, "Approval: {p} {n}, 13 October 2025"),
        (FR, "Approbation : {p} {n}, 13 octobre 2025"),
        (FR, "Autorité approbatrice : {p} - {n}\nDate de l'approbation : 13 octobre 2025"),
        (AR, "موافقة {p} {n}: 13 أكتوبر 2025"),
        (EN, "| Approved by | {n} |\n| Function | {p} |\n| On | 13 October 2025 |"),
    ],
)
def test_post_of_another_beside_the_name_is_told(language: Language, line: str) -> None:
    swapped = line.format(n=SG.names[language], p=DG.titles[language])

    assert "LEG023" in _told(letter(language, approval=swapped))
    assert "LEG023" not in _told(letter(language, approval=_filled(line, language)))
