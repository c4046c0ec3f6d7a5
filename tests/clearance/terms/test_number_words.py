"""Numbers in words: what they are worth in three languages, and what is no number."""

from __future__ import annotations

import re

import pytest

from clearance.terms.number_words import plain, values_of

WORTH = {
    "twenty-one": 21,
    "one hundred and five": 105,
    "a hundred": None,
    "fifteen hundred": 1500,
    "two million three hundred thousand and forty": 2_300_040,
    "one billion": 10**9,
    "vingt et un": 21,
    "soixante et onze": 71,
    "quatre-vingts": 80,
    "quatre-vingt-dix-neuf": 99,
    "septante-deux": 72,
    "huitante": 80,
    "nonante-neuf": 99,
    "deux cents": 200,
    "mil neuf cent quatre-vingt-dix": 1990,
    "trois millions cinq cent mille": 3_500_000,
    "deux milliards": 2 * 10**9,
    "ثلاثون": 30,
    "خمسة وعشرين": 25,
    "أحد عشر": 11,
    "إحدى عشرة": 11,
    "اثنا عشر": 12,
    "اثنتي عشرة": 12,
    "الاثني عشر": 12,
    "مائتا": 200,
    "مئتين": 200,
    "ثلاثمائة": 300,
    "ثلاث مئة وستون": 360,
    "ثماني مائة": 800,
    "ألفان وخمسمائة": 2500,
    "خمسة عشر ألفا": 15_000,
    "مائة وخمسة وعشرون ألفا": 125_000,
    "مليون وستمائة ألف": 1_600_000,
    "مليونان": 2_000_000,
    "ثلاثة ملايين": 3_000_000,
    "مليار ومائتا مليون": 1_200_000_000,
}
NONE = ("twenty thirty", "five twelve", "trois quatre", "ثلاثون عشرون", "million million", "the")


def _read(words: str) -> frozenset[int]:
    return values_of([plain(word) for word in re.findall(r"[^\W\d_]+", words)])


@pytest.mark.parametrize(("words", "worth"), WORTH.items())
def test_words_are_worth_their_number(words: str, worth: int | None) -> None:
    assert (_read(words) == {worth}) if worth is not None else not _read(words)


@pytest.mark.parametrize("words", NONE)
def test_words_that_make_no_number_are_none(words: str) -> None:
    assert _read(words) == frozenset()


def test_word_of_two_readings_has_both() -> None:
    assert _read("ألفا") == {1000, 2000}
