"""Words by their stems: what a regular ending makes, and what one slip may have meant."""

from __future__ import annotations

import pytest

from clearance.review.checks.language.stems import EverydayWords, Stems, stems_in
from clearance.terms import Language

_DICTIONARY = "5\nconsider/XS\nSecretariat\nagree/DS po:verb\nmonitor/SM\nminority/SM\n"


@pytest.mark.parametrize(
    ("language", "word", "is_made"),
    [
        (Language.ENGLISH, "considered", True),
        (Language.ENGLISH, "minorities", True),
        (Language.ENGLISH, "consideret", False),
        (Language.FRENCH, "recommandées", True),
        (Language.FRENCH, "recommandées-", False),
        (Language.ARABIC, "وبالمنظمات", True),
        (Language.ARABIC, "منظمخ", False),
    ],
)
def test_word_of_regular_make_is_known_by_its_stem(
    language: Language, word: str, is_made: bool
) -> None:
    stems = Stems(language, {*stems_in(_DICTIONARY), "recommander", "منظمة"})

    assert stems.make(word) is is_made


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("monitered", ["monitored"]),  # one letter is another, before an ending
        ("minoritties", ["minorities"]),  # one came twice
        ("conisder", ["consider"]),  # two changed places
        ("telephone", []),
    ],
)
def test_slip_leads_to_the_word_with_its_ending(word: str, meant: list[str]) -> None:
    stems = Stems(Language.ENGLISH, {*stems_in(_DICTIONARY), "monitor"})

    assert list(dict.fromkeys(stems.near(word))) == meant


def test_common_word_is_found_by_one_slip_and_not_by_two() -> None:
    common = EverydayWords(["secretariat", "secretary", "session"])

    assert common.near("secretariet") == ["secretariat"]
    assert common.near("sesion") == ["session"]
    assert common.near("seccretaryy") == []
    assert common.beginning_like("se") == ["secretariat", "secretary", "session"]
