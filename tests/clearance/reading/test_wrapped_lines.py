"""A text set in lines of one width reads as its paragraphs do, place for place."""

from __future__ import annotations

import textwrap

import pytest

from clearance.reading.skeleton import fold
from clearance.reading.wrapped_lines import read_on, with_single_blanks
from clearance.review import review
from clearance.terms import Kind, Language

LETTER = """\
General Secretariat
OIC/CAB/HUM/2026/8451

The General Secretariat of the Organisation of Islamic Cooperation presents its compliments to the \
Ministry of Foreign Affairs and has the honour to refer to its note of 4 March 2026 on the \
evacuation of patients from the region, which the Ministry was so kind as to answer at once.

1. The meeting takes place on 12 and 13 May 2026, and all delegations are asked to name their experts.
2. The costs are borne by the host, as was agreed in the exchange of letters of the year before.

Approved by the Secretary-General on 9 March 2026.
"""
ARABIC = """\
الأمانة العامة

تهدي الأمانة العامة لمنظمة التعاون الإسلامي أطيب تحياتها إلى وزارة الخارجية وتتشرف بالإحالة إلى \
مذكرتها المؤرخة 4 مارس 2026 بشأن إجلاء المرضى من المنطقة، والتي تفضلت الوزارة بالرد عليها في حينه \
مع خالص الشكر على ما قدمته من عون في هذا الشأن.

وافق عليه الأمين العام في 9 مارس 2026.
"""


def wrapped(text: str, width: int) -> str:
    """Return the text with its paragraphs in lines of a width."""
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) if line else ""
        for line in text.split("\n")
    )


@pytest.mark.parametrize("width", [55, 64, 72, 80, 90])
@pytest.mark.parametrize("text", [LETTER, ARABIC])
def test_lines_of_one_width_are_read_on(text: str, width: int) -> None:
    assert read_on(wrapped(text, width)) == text


@pytest.mark.parametrize("end", [" \n", "\r\n", "  \n"])
def test_blanks_at_the_end_of_a_line_are_left_out_and_places_stay(end: str) -> None:
    given = wrapped(LETTER, 72).replace("\n", end)

    read = read_on(given)

    assert len(read) == len(given)
    assert "presents its compliments" in read.replace("\u200e", "")


@pytest.mark.parametrize(
    "text",
    [
        LETTER,  # nobody broke its paragraphs
        "H.E. Mr. Retno Sulistyo\nMinister of Foreign Affairs of the Republic\nof Indonesia\nJakarta",
        "Item        Amount\nTravel      12,000\nLodging      8,000\n",
        "",
        "\n\n",
        "أصحاب المعالي\nالسادة الوزراء\nرؤساء الوفود",
    ],
)
def test_lines_that_are_paragraphs_stay(text: str) -> None:
    assert read_on(text) == text


def test_new_point_label_or_sentence_begins_a_line() -> None:
    lines = wrapped(LETTER, 60).split("\n")
    at = next(no for no, line in enumerate(lines) if line.startswith("2."))

    read = read_on("\n".join(lines)).split("\n")

    assert lines[at].split()[:3] == ["2.", "The", "costs"]
    assert any(
        line.startswith("2. The costs are borne by the host, as was agreed") for line in read
    )


@pytest.mark.parametrize("width", [50, 60, 78])
def test_error_is_found_wherever_its_line_is_broken(width: int) -> None:
    told = LETTER.replace("9 March 2026", "31 April 2026")

    whole = review(told, kind=Kind.NOTE_VERBALE, language=Language.ENGLISH)
    broken = review(wrapped(told, width), kind=Kind.NOTE_VERBALE, language=Language.ENGLISH)

    assert [each.code for each in broken.findings] == [each.code for each in whole.findings]
    assert "FIG002" in {each.code for each in broken.findings}
    for each in broken.findings:
        assert 0 <= each.start <= each.end <= len(wrapped(told, width))


@pytest.mark.parametrize("end", ["   ", " ", "\n   ", "\t"])
def test_text_that_ends_in_blanks_is_read(end: str) -> None:
    text = "the council of ministers met and decided upon the agenda of it\n" * 5 + end
    assert len(read_on(text)) == len(text)
    assert len(read_on(text, is_exact=False)) == len(text)


def test_word_as_wide_as_the_text_after_a_blank_line_is_read() -> None:
    text = "a few words of some width\nand then some more of it\n\n" + "w" * 25 + "\nend"
    assert read_on(text).count("\n\n") == 1


def test_two_blanks_between_words_are_one_and_columns_stay() -> None:
    text = "The  Permanent  Mission\nName    Post\n  indented"

    single = with_single_blanks(text)

    assert len(single) == len(text)
    assert fold(single).clean == "The Permanent Mission\nName    Post\n  indented"


@pytest.mark.parametrize(
    ("approval", "begins"),
    [
        (
            "Seen and cleared for issue – Hassan Al-Amiri, Secretary-General – 8 January 2026",
            "Acting",
        ),
        ("Vu et autorisé par Hassan Al-Amiri (Secrétaire général) le 25 décembre 2025", "Comme le"),
    ],
)
def test_line_that_ends_with_its_day_is_whole(approval: str, begins: str) -> None:
    text = f"{approval}\n{wrapped(f'{begins} text. {LETTER[-420:]}', 78)}"

    read = read_on(text, is_exact=False)

    assert read.startswith(f"{approval}\n{begins}")
    assert "its note of 4 March 2026 on the" in read_on(wrapped(LETTER, 78), is_exact=False)


def test_sentence_goes_on_below_a_day() -> None:
    text = wrapped(
        f"The Secretariat refers to the note of the Ministry, which it received only on 9 May 2026 "
        f"in Jeddah. {LETTER[60:400]}",
        88,
    )

    assert "9 May 2026 in Jeddah" in read_on(text, is_exact=False)
