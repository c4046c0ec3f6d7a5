"""One act under two numbers, and sessions of the Council whose year and city stand elsewhere."""

# ruff: noqa: E501  (sentences of three languages in one line each)

from __future__ import annotations

import pytest

from clearance.review import Reviewer
from clearance.review.finding import Level
from clearance.terms import Check


def _codes(reviewer: Reviewer, text: str) -> list[str]:
    return [
        one.code for one in reviewer.review(text).findings
        if one.check is Check.PROCEDURE and one.level > Level.NOTE
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Selon l’article 10 du décret n° 2-14-652, l’avis est public. L’article 9 du décret "
        "n° 2-14-562 s’applique.",
        "La loi n° 104-12 relative à la liberté des prix et de la concurrence s’applique. La loi "
        "n° 104-13 sur la liberté des prix et de la concurrence est citée.",
        "Law No. 12 of 2019 on cooperatives applies, and article 3 of Law No. 21 of 2019 on "
        "cooperatives in particular.",
        "بناء على القانون رقم 14736 بشأن الجمعيات، وعلى القانون رقم 14763 بشأن الجمعيات.",
    ],
)
def test_act_under_two_numbers_is_told(reviewer: Reviewer, text: str) -> None:
    assert _codes(reviewer, text) == ["PRO026"]


@pytest.mark.parametrize(
    "text",
    [
        "Law No. 12 of 2019 on cooperatives and Law No. 21 of 2019 on companies apply.",
        "Loi n° 12-19 du 5 mai 2019 relative aux coopératives, modifiée par la loi n° 21-19 du "
        "8 juin 2019.",
        "Décret n° 2021-105/PRE du 24 mai 2021 portant nomination du Premier Ministre ; décret "
        "n° 2021-106/PRE du 24 mai 2021 portant nomination des membres du Gouvernement.",
        "Loi n° 171/91 du 10 octobre 1991 portant organisation du domaine public de l’État ; loi "
        "n° 173/91 du 10 octobre 1991 portant organisation du domaine privé de l’État.",
        "بناء على القانون رقم 14736 بشأن الجمعيات، وعلى القانون رقم 14899 بشأن الشركات.",
    ],
)
def test_acts_that_are_several_are_left_alone(reviewer: Reviewer, text: str) -> None:
    assert _codes(reviewer, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("PRO008", "The Council of Foreign Ministers held its fiftieth session in Yaoundé on 29 and "
                   "30 August 2024. It recalled the decisions of its forty-seventh session, held in "
                   "Niamey on 27 and 28 November 2021."),
        ("PRO009", "Le Conseil des ministres des Affaires étrangères a tenu sa cinquantième session "
                   "à Nouakchott, République du Cameroun, les 29 et 30 août 2024."),
        ("PRO008", "عقد مجلس وزراء الخارجية دورته الحادية والخمسين في إسطنبول يومي 21 و22 يونيو 2025. "
                   "واستذكر المجلس نتائج دورته السابعة والأربعين المنعقدة في نيامي في نوفمبر 2022."),
        ("PRO008", "adoptée en 2020 par le Conseil des ministres des Affaires étrangères "
                   "(quarante-cinquième session, Dacca)."),
        ("PRO009", "adopted in 2024 in Niamey by the Council of Foreign Ministers (50th session)."),
        ("PRO008", "بموجب القرار بشأن الشؤون الثقافية (نيامي، 2021، الدورة السابعة والأربعون لمجلس "
                   "وزراء الخارجية)."),
        ("", "The Council of Foreign Ministers held its fiftieth session in Yaoundé on 29 and 30 "
             "August 2024. It recalled the decisions of its forty-seventh session, held in Niamey "
             "on 27 and 28 November 2020."),
        ("", "adopted in 2024 in Yaoundé by the Council of Foreign Ministers (50th session)."),
        ("", "The Executive Board recalled the decisions of its forty-seventh session, held in "
             "Paris in 2021."),
    ],
)  # fmt: skip
def test_session_is_held_against_its_year_and_city(
    reviewer: Reviewer, code: str, text: str
) -> None:
    assert [one for one in _codes(reviewer, text) if one in ("PRO008", "PRO009")] == (
        [code] if code else []
    )
