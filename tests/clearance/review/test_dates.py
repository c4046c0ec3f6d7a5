"""How dates are read: every print of a day, in both calendars and three languages."""

from __future__ import annotations

import pytest

from clearance.reading.skeleton import fold
from clearance.review import Reviewer
from clearance.review.mentions.dates import DateMention, read_dates

JUNE_3 = (2025, 6, 3)
READS = {
    "3 June 2025": [JUNE_3],
    "June 3, 2025": [JUNE_3],
    "3rd of June 2025": [JUNE_3],
    "the third day of June 2025": [JUNE_3],
    "3\nJune\n2025": [JUNE_3],
    "03/06/2025": [JUNE_3],
    "2025-06-03": [JUNE_3],
    "03.06.2025": [JUNE_3],
    "3-Jun-2025": [JUNE_3],
    "le 1er juin 2025": [(2025, 6, 1)],
    "le premier juin 2025": [(2025, 6, 1)],
    "le dix-sept juin 2025": [(2025, 6, 17)],
    "٣ يونيو ٢٠٢٥م": [JUNE_3],
    "3 حزيران/يونيو 2025": [JUNE_3],
    "3 جوان 2025": [JUNE_3],
    "٣ غشت ٢٠٢٥": [(2025, 8, 3)],
    "3 كانون الثاني 2025": [(2025, 1, 3)],
    "الثالث والعشرين من شهر يونيو 2025": [(2025, 6, 23)],
    "3-6 June 2025": [JUNE_3, (2025, 6, 6)],
    "30 April - 1 May 2025": [(2025, 4, 30), (2025, 5, 1)],
    "28 December to 3 January 2026": [(2025, 12, 28), (2026, 1, 3)],
    "June 30 to July 2, 2025": [(2025, 6, 30), (2025, 7, 2)],
    "3, 4 and 5 June 2025": [JUNE_3, (2025, 6, 4), (2025, 6, 5)],
    "من ٣ إلى ٦ يونيو ٢٠٢٥": [JUNE_3, (2025, 6, 6)],
    "11 Rajab 1447H": [(1447, 7, 11)],
    "Rajab 11, 1447H": [(1447, 7, 11)],
    "8 Jamadul Awal 1401H": [(1401, 5, 8)],
    "7 Zul Qe’ada 1446": [(1446, 11, 7)],
    "15 Jumad Al Thani 1447H": [(1447, 6, 15)],
    "11-14 Rajahb 1447H": [(1447, 7, 11), (1447, 7, 14)],
    "14 chawwal 1446 de l’hégire": [(1446, 10, 14)],
    "7 ذي الحجة 1446هـ": [(1446, 12, 7)],
    "1447/7/21هـ": [(1447, 7, 21)],
    "الثاني من رمضان 1446هـ": [(1446, 9, 2)],
    "3/6/25": [],
    "June 2025": [],
    "Rule 3.6.2025.1": [],
    "in 1447 cases": [],
}


def _read(reviewer: Reviewer, text: str) -> tuple[DateMention, ...]:
    folded = fold(text)
    return read_dates(folded.clean, folded.skeleton, reviewer.scan(folded.skeleton))


@pytest.mark.parametrize(("text", "days"), READS.items())
def test_every_print_of_a_date_is_read(
    reviewer: Reviewer, text: str, days: list[tuple[int, int, int]]
) -> None:
    found = [(each.year, each.month, each.day) for each in _read(reviewer, f"({text}) ")]

    assert found == days


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("Monday 2 and Tuesday 3 June 2025", [0, 1]),
        ("from Monday to Thursday, 2-5 June 2025", [0, 3]),
        ("2 and 3 June 2025 (Monday and Tuesday)", [0, 1]),
        ("Wed, 15 Oct. 2025", [2]),
        ("les lundi 2, mardi 3 et jeudi 5 juin 2025", [0, 1, 3]),
        ("يومي الاثنين والثلاثاء 2 و3 يونيو 2025", [0, 1]),
        ("on 3 June 2025, Friday prayers", [None]),
    ],
)
def test_weekdays_go_to_their_dates(
    reviewer: Reviewer, text: str, weekdays: list[int | None]
) -> None:
    assert [each.weekday for each in _read(reviewer, text)] == weekdays


@pytest.mark.parametrize(
    ("text", "is_range"),
    [
        ("from 3 to 6 June 2025", True),
        ("between 3 and 6 June 2025", True),
        ("on 3 and 6 June 2025", False),
        ("entre le 3 et le 6 juin 2025", True),
        ("بين 3 و6 يونيو 2025", True),
        ("في 3 و6 يونيو 2025", False),
        ("starting 3 June 2025 and ending 6 June 2025", True),
    ],
)
def test_range_is_told_from_a_list(reviewer: Reviewer, text: str, is_range: bool) -> None:
    first, last = _read(reviewer, text)

    assert (first.until == last.start) is is_range
