"""Numbers of resolutions as papers print them."""

from __future__ import annotations

import pytest

from clearance.references import (
    ResolutionNumber,
    read_resolution_number,
    same_resolution,
    write_resolution_number,
)
from clearance.terms import Language

LETTERS = {"PAL": "فل", "POL": "س", "ORG": "أ ت", "LO": "ق ت", "AF": "أ.ف"}


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("1/51-PAL", ResolutionNumber(1, 51, "PAL")),
        ("8/44 – pol", ResolutionNumber(8, 44, "POL")),
        ("10/47-Pol", ResolutionNumber(10, 47, "POL")),
        ("N°1/38-ORG", ResolutionNumber(1, 38, "ORG")),
        ("No. 2/47-MM", ResolutionNumber(2, 47, "MM")),
        ("2/47 MM", ResolutionNumber(2, 47, "MM")),
        ("45/10-P(IS)", ResolutionNumber(45, 10, "P", of_summit=True)),
        ("3/11-P (IS)", ResolutionNumber(3, 11, "P", of_summit=True)),
        ("6/39 – أت", ResolutionNumber(6, 39, "ORG")),
        ("٦/٣٩ - أ ت", ResolutionNumber(6, 39, "ORG")),
        ("4/45 ق ت", ResolutionNumber(4, 45, "LO")),
        ("2/7 - س (ق.أ)", ResolutionNumber(2, 7, "POL", of_summit=True)),
        ("7/ 3 س (ق أ)", ResolutionNumber(7, 3, "POL", of_summit=True)),
        ("2/8- أ.ف (ق.إ)", ResolutionNumber(2, 8, "AF", of_summit=True)),
        ("40/28", ResolutionNumber(40, 28)),
        ("3/45 - ظ", ResolutionNumber(3, 45, "ظ")),
    ],
)
def test_number_is_read_in_every_form_that_was_met(printed: str, read: ResolutionNumber) -> None:
    assert read_resolution_number(printed, LETTERS) == read


@pytest.mark.parametrize(
    "printed", ["71/31 of", "A/80/534", "12/05/2016", "1325", "", "1/51-PALESTINE"]
)
def test_other_numbers_are_not_read(printed: str) -> None:
    assert read_resolution_number(printed, LETTERS) is None


@pytest.mark.parametrize(
    ("number", "language", "written"),
    [
        (ResolutionNumber(1, 51, "PAL"), Language.ENGLISH, "1/51-PAL"),
        (ResolutionNumber(1, 51, "PAL"), Language.FRENCH, "1/51-PAL"),
        (ResolutionNumber(1, 51, "PAL"), Language.ARABIC, "1/51 - فل"),
        (ResolutionNumber(45, 10, "POL", of_summit=True), Language.ARABIC, "45/10 - س (ق.أ)"),
        (ResolutionNumber(45, 10, "P", of_summit=True), Language.ARABIC, "45/10-P(IS)"),
        (ResolutionNumber(40, 28), Language.ENGLISH, "40/28"),
    ],
)
def test_number_is_written_as_the_language_prints_it(
    number: ResolutionNumber, language: Language, written: str
) -> None:
    assert write_resolution_number(number, language, LETTERS) == written


def test_number_that_was_written_is_read_back_in_every_language() -> None:
    for series in LETTERS:
        for of_summit in (False, True):
            number = ResolutionNumber(7, 42, series, of_summit)
            for language in Language:
                printed = write_resolution_number(number, language, LETTERS)
                assert read_resolution_number(printed, LETTERS) == number


def test_series_with_two_codes_is_one() -> None:
    assert same_resolution(ResolutionNumber(1, 44, "ECO"), ResolutionNumber(1, 44, "E"))
    assert not same_resolution(ResolutionNumber(1, 44, "P"), ResolutionNumber(1, 44, "POL"))


def test_session_code_tells_the_organ() -> None:
    assert ResolutionNumber(1, 51, "PAL").session_code == "CFM-51"
    assert ResolutionNumber(3, 14, "P", of_summit=True).session_code == "IS-14"
