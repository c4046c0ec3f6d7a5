"""The rules and the pages call a stored word by the same name, so it is translated once."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from cabinet.ui.words import FAMILIES
from clearance.terms import words


@pytest.mark.parametrize(
    ("family", "told"),
    [
        ("state", words.STATE_WORDS),
        ("act", words.ACT_WORDS),
        ("flow", words.FLOW_WORDS),
        ("role", words.ROLE_WORDS),
        ("check", words.CHECK_WORDS),
    ],
)
def test_rules_and_pages_say_the_same_word(family: str, told: dict[str, str]) -> None:
    with override("en"):
        shown = {stored: str(said) for stored, said in FAMILIES[family].items()}

    assert {str(stored): said for stored, said in told.items()} == shown
