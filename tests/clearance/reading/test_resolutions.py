"""A collection of resolutions taken apart by its headings."""

from __future__ import annotations

import pytest

from clearance.reading import document_of_text
from clearance.reading.resolutions import split_resolutions

_ENGLISH = """RESOLUTIONS ON POLITICAL AFFAIRS
Index
Resolution No. 1/60-POL on the Situation in the Lakes Region
Resolution No. 2/60-POL on Peace and Dialogue

RESOLUTION NO. 1/60-POL
ON THE SITUATION IN THE LAKES REGION

The Sixtieth Session of the Council of Foreign Ministers, held in the city of the host,
Recalling Resolution No. 3/59-POL,
1. Calls upon all parties to talk;
2. Requests the Secretary-General to follow up.

RESOLUTION NO. 2/60-POL ON PEACE AND DIALOGUE
The Sixtieth Session of the Council,
Resolution No. 1/60-POL having been adopted,
1. Decides to remain seized of the matter.
"""


def test_headings_part_a_collection_and_its_index_does_not_count() -> None:
    found = split_resolutions(document_of_text(_ENGLISH))

    assert [(each.number.number, each.title.lower()) for each in found] == [
        (1, "on the situation in the lakes region"),
        (2, "on peace and dialogue"),
    ]
    assert "2. Requests the Secretary-General" in found[0].text
    assert "remain seized" in found[1].text


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("قرار رقم 4/60 - س\nبشأن الحوار\nإن مجلس وزراء الخارجية،\n1. يدعو.", "س"),
        ("RÉSOLUTION N° 4/60-POL\nSUR LE DIALOGUE\nLe Conseil des ministres,\n1. Invite.", "POL"),
    ],
)
def test_headings_are_read_in_arabic_and_french(text: str, series: str) -> None:
    [found] = split_resolutions(document_of_text(text))

    assert (found.number.number, found.number.session, found.number.series) == (4, 60, series)
    assert found.title


def test_a_letter_that_cites_a_resolution_is_no_collection() -> None:
    text = "Excellency,\nPursuant to Resolution No. 1/51-PAL, I have the honour to write."

    assert split_resolutions(document_of_text(text)) == ()
