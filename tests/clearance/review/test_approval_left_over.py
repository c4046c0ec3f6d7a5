"""A line that names who may approve and a day is the approval, in whatever words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clearance.review import Context, review
from clearance.review.defaults import default_context
from clearance.review.finding import Level
from clearance.terms import Kind, Language, Role
from tests.clearance.review.test_left_over import LETTERS

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC

_APPROVED = {
    EN: "Approved by the Secretary-General on 11 May 2026",
    FR: "Approuvé par le Secrétaire général le 11 mai 2026",
    AR: "اعتمده الأمين العام في 11 مايو 2026م",
}
TOLD = [
    (EN, "The Secretary-General, {}, finds no fault in it (11 May 2026)"),
    (EN, "{}, 11 May 2026: let it go"),
    (FR, "Le Secrétaire général, {}, y consent (11 mai 2026)"),
    (FR, "{}, le 11 mai 2026 : qu'il parte"),
    (AR, "ارتضاه الأمين العام {} (11 مايو 2026م)"),
]
NOT_TOLD = [
    (EN, "The Secretary-General, {}, has not yet seen it (11 May 2026)"),
    (EN, "By delegation of {} of 11 May 2026"),
    (EN, "The Secretary-General, {}, finds no fault in it"),
    (FR, "Par délégation de {} du 11 mai 2026"),
    (FR, "{}, le 11 mai 2026 : en attente"),
    (AR, "بتفويض من {} في 11 مايو 2026م"),
    (AR, "لم يطلع عليه {} (11 مايو 2026م)"),
]


_NAMES = {EN: "Nabil Karim", FR: "Nabil Karim", AR: "نبيل كريم"}


def _context() -> Context:
    """The default one, whose Secretary-General has a name."""
    known = default_context()
    named = [
        replace(each, names=_NAMES) if each.role == Role.SECRETARY_GENERAL else each
        for each in known.signatories
    ]
    return replace(known, signatories=tuple(named))


def _is_missed(language: Language, line: str) -> bool:
    letter = LETTERS[language].replace(_APPROVED[language], line.format(_NAMES[language]))
    found = review(letter, kind=Kind.LETTER, language=language, context=_context()).findings
    return any(one.code in ("LEG030", "LEG045") and one.level > Level.NOTE for one in found)


@pytest.mark.parametrize(("language", "line"), TOLD)
def test_line_with_approver_and_day_is_the_approval(language: Language, line: str) -> None:
    assert not _is_missed(language, line)


@pytest.mark.parametrize(("language", "line"), NOT_TOLD)
def test_line_of_a_power_or_a_delay_is_none(language: Language, line: str) -> None:
    assert _is_missed(language, line)
