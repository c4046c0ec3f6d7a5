"""Registry numbers: what is written is read back, and no two papers share a number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clearance.data import number_series
from clearance.references import (
    BadPattern,
    RegistryNumber,
    read_registry_number,
    require_pattern,
    write_registry_number,
)

PATTERNS = [each.pattern for each in number_series()] + [
    "{serial}-{year}",
    "و/{year}/{serial:5}",
    "OIC ({unit}) {year}.{serial:3}",
    "{year}/{serial}/{unit}",
]
NUMBERS = st.builds(
    RegistryNumber,
    year=st.integers(1969, 2999),
    serial=st.integers(1, 10**7),
    unit=st.from_regex(r"\A[A-Z]{2,4}\Z"),
)
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def as_printed(pattern: str, number: RegistryNumber) -> RegistryNumber:
    """The number with the unit left out where the pattern prints none."""
    return number if "{unit}" in pattern else RegistryNumber(number.year, number.serial)


@settings(max_examples=40)
@given(st.sampled_from(PATTERNS), NUMBERS)
def test_number_written_is_read_back(pattern: str, number: RegistryNumber) -> None:
    text = write_registry_number(pattern, number)

    assert read_registry_number(pattern, text) == as_printed(pattern, number)


@settings(max_examples=40)
@given(st.sampled_from(PATTERNS), NUMBERS, st.sampled_from([ARABIC, PERSIAN]))
def test_number_in_arabic_indic_digits_is_read_back(
    pattern: str, number: RegistryNumber, digits: dict[int, int]
) -> None:
    text = write_registry_number(pattern, number).translate(digits)

    assert read_registry_number(pattern, text) == as_printed(pattern, number)


@settings(max_examples=40)
@given(st.sampled_from(PATTERNS), NUMBERS)
def test_number_with_blanks_around_its_parts_is_read_back(
    pattern: str, number: RegistryNumber
) -> None:
    text = f"  {write_registry_number(pattern, number).replace('/', ' / ')}\n"

    assert read_registry_number(pattern, text) == as_printed(pattern, number)


@settings(max_examples=40)
@given(st.sampled_from(PATTERNS), NUMBERS, NUMBERS)
def test_two_numbers_never_print_alike(
    pattern: str, one: RegistryNumber, other: RegistryNumber
) -> None:
    same = as_printed(pattern, one) == as_printed(pattern, other)

    assert (write_registry_number(pattern, one) == write_registry_number(pattern, other)) is same


def test_number_is_padded_with_zeros_and_never_cut() -> None:
    assert write_registry_number("{year}/{serial:4}", RegistryNumber(2026, 7)) == "2026/0007"
    assert write_registry_number("{year}/{serial:4}", RegistryNumber(2026, 12345)) == "2026/12345"


def test_number_in_small_letters_is_understood() -> None:
    number = read_registry_number("OIC/{unit}/{year}/{serial}", "oic/pol/2026/3")

    assert number == RegistryNumber(2026, 3, "pol")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "OIC/POL/26/3",
        "OIC/POL/2026/",
        "OIC/POL/2026/3/4",
        "XOIC/POL/2026/3",
        "OIC//2026/3",
    ],
)
def test_text_that_is_no_number_of_the_pattern_gives_none(text: str) -> None:
    assert read_registry_number("OIC/{unit}/{year}/{serial}", text) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "{year}",
        "{serial}",
        "{serial}/{serial}/{year}",
        "{serial}/{year}/{year}",
        "{serial}/{year}/{month}",
        "{serial}/{year}/{",
        "{serial}/{year}}",
        "{serial}/{year}/{}",
        "{serial:x}/{year}",
        "{serial}{year}",
        "{year}{serial}",
        "{unit}{serial}/{year}",
        "{unit}/{unit}/{serial}/{year}",
    ],
)
def test_pattern_that_cannot_number_a_series_is_refused(pattern: str) -> None:
    for attempt in (
        lambda: require_pattern(pattern),
        lambda: write_registry_number(pattern, RegistryNumber(2026, 1)),
        lambda: read_registry_number(pattern, "1/2026"),
    ):
        with pytest.raises(BadPattern) as bad:
            attempt()

        assert str(bad.value).startswith(repr(pattern))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_pattern_that_can_number_a_series_is_accepted(pattern: str) -> None:
    require_pattern(pattern)
