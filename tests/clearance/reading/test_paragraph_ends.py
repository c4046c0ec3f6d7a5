"""Paragraphs of a file without blank lines: what is set apart, and what is left together."""

from __future__ import annotations

import pytest

from clearance.reading.paragraph_ends import parted

LONG = "The Secretariat has the honour to inform the Ministry that the meeting will be held at its seat."


def test_long_paragraphs_are_set_apart_and_lead_back() -> None:
    text, origin = parted(f"{LONG}\n{LONG}")

    assert text == f"{LONG}\n\n{LONG}"
    assert origin is not None
    assert int(origin[-1]) == 2 * len(LONG)


@pytest.mark.parametrize(
    "text",
    [
        f"Transport: USD 5,200\nTotal: USD 9,300 (nine thousand three hundred dollars), {'x' * 60}",
        f"{LONG[:-1]}; studies 35,500;\nand visits 56,750; in all 239,400, as the table below shows it.",
    ],
)
def test_rows_and_what_goes_on_stay_together(text: str) -> None:
    assert parted(text) == (text, None)


def test_long_line_without_a_stop_is_of_an_address() -> None:
    post = f"Permanent Representative to the Organisation – {'Republic of the Union of ' * 2}the Comoros"
    address = f"H.E. Mr. Said Ahmed\n{post}\nSubject: A visit"

    assert len(post) >= 90
    assert parted(address) == (address, None)
    assert parted(f"{address}\n{LONG}")[0] == f"{address}\n\n{LONG}"
