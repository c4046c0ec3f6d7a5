"""Words by their stems: what a regular ending makes, and what one slip may have meant."""

from __future__ import annotations

import pytest

from clearance.data.lexicon.dictionaries import (
    dictionary_texts,
    is_absent,
    is_known,
    no_words_alone,
)
from clearance.data.lexicon.entries import Entries, entries_in
from clearance.review.checks.language.stems import EverydayWords, Stems, stems_of
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
    stems = Stems(language, Entries.of({*entries_in(_DICTIONARY), "recommander", "منظمة"}))

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
    stems = Stems(Language.ENGLISH, Entries.of({*entries_in(_DICTIONARY), "monitor"}))

    assert list(dict.fromkeys(stems.near(word))) == meant


def test_common_word_is_found_by_one_slip_and_not_by_two() -> None:
    common = EverydayWords(["secretariat", "secretary", "session"])

    assert common.near("secretariet") == ["secretariat"]
    assert common.near("sesion") == ["session"]
    assert common.near("seccretaryy") == []
    assert common.alike("seccretaryy") == ("secretary", 2)
    assert common.alike("secretarat") == ("secretariat", 1)
    assert common.alike("zecretariat") is None
    assert common.alike("sessions") == ("session", 1)


_HAS_DICTIONARIES = pytest.mark.skipif(
    any(is_absent(language) for language in Language), reason="A dictionary is not on this machine."
)


@_HAS_DICTIONARIES
@pytest.mark.parametrize("language", Language)
def test_stand_as_of_every_hundredth_entry_is_what_the_dictionary_says(language: Language) -> None:
    entries = sorted({entry for text in dictionary_texts(language) for entry in entries_in(text)})
    stems = stems_of(language)

    standing = [entry for entry in entries[::100] if stems.stand_as(entry)]

    assert len(standing) > 100
    assert [entry for entry in standing if not is_known(entry, language)] == []


@_HAS_DICTIONARIES
def test_no_words_alone_tells_the_entries_that_are_flagged() -> None:
    alone = no_words_alone(Language.ENGLISH)

    assert "1th" in alone  # of "11th"
    assert "1st" not in alone
