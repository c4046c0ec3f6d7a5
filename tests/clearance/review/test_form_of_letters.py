"""Letters whose number or subject stands under unusual words, and what is no subject."""

from __future__ import annotations

import pytest

from clearance.review import Reviewer, review
from clearance.review.context import Context
from clearance.review.finding import Level
from clearance.terms import Check
from tests.clearance.review import house_papers as papers

_OFFICE = Reviewer(
    Context(
        reference_patterns=("OIC/CAB/{unit}/{year}/{serial:4}",),
        reference_series=frozenset({"POL", "PAL"}),
    )
)


def _codes(text: str) -> set[str]:
    return {
        f.code
        for f in review(text).findings
        if f.check is Check.CONFORMITY and f.level >= Level.WARN
    }


def _without(text: str, begin: str) -> str:
    start = text.index(begin)
    return text[:start] + text[text.index("\n", start) + 1 :]


def _with(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("line", "code"),
    [("Register No. OIC CAB POL 2025 0231", "CON010"),
     ("Register No. OIC/CAB/POL/2025/0231", None),
     ("Please quote: oic/cab/pol/2025/0231", "CON010"),
     ("Please quote: OIC/CAB/POL/2025/0231", None),
     ("Register No. ILO GVA POL 2025 0231", None)],
)  # fmt: skip
def test_reference_behind_other_labels_is_held_against_the_form(
    line: str, code: str | None
) -> None:
    text = _with(papers.LETTER_EN, "Ref: POL/SG/2025/00231", line)

    found = _OFFICE.review(text).findings

    told = {f.code for f in found if f.level > Level.NOTE and f.code >= "CON010"}
    assert told - {"CON001"} == ({code} if code else set())


APPROVED = [
    (papers.LETTER_EN, "Re:", "Excellency,\n\n",
     "Seen and approved by Hassan Al-Amiri, Secretary General, 13 May 2025"),
    (papers.LETTER_FR, "Objet", "Monsieur le Ministre,\n\n",
     "Bon à signer : Hassan Al-Amiri, Secrétaire général, le 13 mai 2025"),
]  # fmt: skip


@pytest.mark.parametrize(("letter", "subject", "greeting", "approval"), APPROVED)
def test_approval_under_the_greeting_is_no_subject(
    letter: str, subject: str, greeting: str, approval: str
) -> None:
    bare = _without(letter, subject)
    approved = _with(bare, greeting, f"{greeting}{approval}\n\n")
    titled = _with(bare, greeting, f"{greeting}Preparations for the meeting of archivists\n\n")

    assert "CON001" in _codes(approved)
    assert "CON001" not in _codes(titled)


def test_how_a_letter_is_carried_is_no_subject() -> None:
    bare = _without(papers.LETTER_EN, "Re:")
    carried = _with(bare, "Jeddah, 14 May 2025\n", "By registered post\n\nJeddah, 14 May 2025\n")

    assert "CON001" in _codes(carried)
