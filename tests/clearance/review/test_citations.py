"""The readers of citations and sessions: what a text names, and what it says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clearance.reading.skeleton import fold
from clearance.review import Reviewer
from clearance.review.defaults import default_context
from clearance.review.mentions.ordinals import ordinal_of
from clearance.review.paper import Paper
from clearance.review.particulars import Particulars
from tests.clearance.review.registers import reviewer_of_tests


def _paper(text: str) -> Paper:
    return reviewer_of_tests()._paper(text, None, None, Particulars())


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("Resolutions 1/51-PAL, 2/51-PAL and 12/14-C(IS)", ["1/51-PAL", "2/51-PAL", "12/14-C(IS)"]),
        ("les résolutions n°8/44-POL et N° 2/47-MM", ["8/44-POL", "2/47-MM"]),
        ("القرارات 1/51 - فل و6/39 – أت و2/7 - س (ق.أ)", ["1/51-PAL", "6/39-ORG", "2/7-POL(IS)"]),
        ("القرار 4/45 ق بشأن التجارة", ["4/45-E"]),
        ("A/80/534, 12/05/2016, 3.5/4-a, OIC/CAB/PAL/2025/4239", []),
        ("one half 1/2-inch", []),
        ("resolution 71/31 and decision 60/559", ["71/31", "60/559"]),
        ("24/7 and 50/50", []),
        ("OIC/CFM-44/2017/POL/RES/FINAL.", ["OIC/CFM-44/2017/POL/RES/FINAL"]),
        ("resolution 1325 (2000)", ["1325"]),
    ],
)
def test_citations_are_read_in_order(text: str, refs: list[str]) -> None:
    assert [citation.ref for citation in _paper(text).citations] == refs


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("resolution 71/31 of 5 December 2016", [date(2016, 12, 5)]),
        ("résolution 71/31 du 1er décembre 2016", [date(2016, 12, 1)]),
        ("القرار 71/31 المؤرخ 5 ديسمبر 2016", [date(2016, 12, 5)]),
        ("resolutions 71/30 and 71/31 of 5 December 2016", [date(2016, 12, 5)] * 2),
        ("resolutions 70/30 and 71/31 of 5 December 2016", [None, date(2016, 12, 5)]),
        ("resolution 71/30, which met on 5 December 2016", [None]),
        (
            "la résolution 71/31 de l'Assemblée générale, en date du 5 décembre 2016",
            [date(2016, 12, 5)],
        ),
        ("Report under resolution 7/51-POL\n5 July 2025\n", [None]),
    ],
)
def test_day_belongs_to_the_number_before_it(text: str, days: list[date | None]) -> None:
    assert [citation.dated for citation in _paper(text).citations] == days


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Resolution 1/51-PAL on the Cause of Palestine, adopted", "the Cause of Palestine"),
        ("Resolution 1/51-PAL, entitled “The Cause of Palestine”, asks", "The Cause of Palestine"),
        ("the resolution on the Cause of Palestine (No. 1/51-PAL)", "the Cause of Palestine"),
        ("la résolution 1/51-PAL relative à la Cause de la Palestine, "
         "adoptée", "la Cause de la Palestine"),
        ("« La Cause de la Palestine » (résolution 1/51-PAL)", "La Cause de la Palestine"),
        ("القرار 1/51 - فل بشأن قضية فلسطين الصادر عن المجلس", "قضية فلسطين"),
        ("القرار المعنون «قضية فلسطين» (1/51 - فل)", "قضية فلسطين"),
        ("Resolution 1/51-PAL on 5 May 2025", None),
        ("Resolution 1/51-PAL asks Member States", None),
    ],
)  # fmt: skip
def test_title_is_read_beside_the_number(text: str, title: str | None) -> None:
    (citation,) = _paper(text).citations

    assert (citation.title.strip() if citation.title else None) == title


@pytest.mark.parametrize(
    ("text", "organ", "number", "year"),
    [
        ("the 51st Session of the Council of Foreign Ministers held in Istanbul in "
         "2025", "CFM", 51, 2025),
        ("the Council of Foreign Ministers, at its forty-seventh session (Niamey, "
         "2020)", "CFM", 47, 2020),
        ("the 20th Extraordinary Session of the OIC Council of Foreign Ministers (Jeddah, 7 March "
         "2025)", "EX-CFM", 20, 2025),
        ("the 14th Islamic Summit, which met in 2019", "IS", 14, 2019),
        ("CFM-51, Istanbul, 2025", "CFM", 51, 2025),
        ("la cinquante et unième session du Conseil des ministres des Affaires étrangères, tenue à "
         "Istanbul les 21 et 22 juin 2025", "CFM", 51, 2025),
        ("la 14e session de la Conférence islamique au Sommet (La Mecque, 2019)", "IS", 14, 2019),
        ("الدورة الحادية والخمسين لمجلس وزراء الخارجية، المنعقدة في إسطنبول يومي 21 و22 يونيو 2025",
         "CFM", 51, 2025),
        ("القمة الإسلامية الرابعة عشرة (مكة المكرمة، 2019)", "IS", 14, 2019),
        ("الدورة الاستثنائية العشرين لمجلس وزراء الخارجية", "EX-CFM", 20, None),
        ("the 51st session of the Council of Foreign Ministers held in Istanbul, I have the honour "
         "to announce a meeting in 2026", "CFM", 51, None),
    ],
)  # fmt: skip
def test_session_is_read_with_its_year(
    text: str, organ: str, number: int, year: int | None
) -> None:
    (session,) = _paper(text).sessions

    assert (session.organ, session.number, session.year) == (organ, number, year)


@pytest.mark.parametrize(
    "text",
    [
        "the 9th session of the Council of Foreign Ministers of the CIS",
        "the Council of Foreign Ministers met 12 delegations",
        "الدورة 150 لمجلس وزراء الخارجية العرب",
    ],
)
def test_other_councils_are_not_read(text: str) -> None:
    assert _paper(text).sessions == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("first", 1), ("forty-ninth", 49), ("fiftieth", 50), ("seventy-first", 71),
        ("première", 1), ("dix-neuvième", 19), ("vingt et unième", 21), ("quarantième", 40),
        ("soixante-quinzième", 75), ("الأولى", 1), ("العاشرة", 10), ("الحادية عشرة", 11),
        ("العشرين", 20), ("الثانية والأربعون", 42), ("التاسع والخمسين", 59),
    ],
)  # fmt: skip
def test_ordinal_in_words_is_its_number(words: str, number: int) -> None:
    assert ordinal_of(None, fold(words).skeleton) == number


def test_year_of_another_clause_is_not_the_resolutions() -> None:
    (citation,) = _paper(
        "استنادا إلى القرار 8/51-س بشأن الوضع في الصومال، ينتهي العقد في 30 يونيو 2026."
    ).citations

    assert citation.year is None


EARLIER = (
    ("the Sixth Islamic Conference of Foreign Ministers (Kuala Lumpur, 21-25 June 1974)", True),
    ("the Fifth Islamic Conference of Foreign Ministers (Kuala Lumpur, 21-25 June 1984)", True),
    ("the Fifth Islamic Conference of Foreign Ministers (Kuala Lumpur, 21-25 June 1974)", False),
    ("la Neuvième Conférence islamique des ministres des Affaires étrangères, tenue à Istanbul "
     "du 12 au 15 mai 1976", True),
    ("la Septième Conférence islamique des ministres des Affaires étrangères, tenue à Istanbul "
     "du 12 au 15 mai 1976", False),
    ("القمة الإسلامية الثانية عشرة بدكار في 13 و14 مارس 2008م", True),
    ("القمة الإسلامية الحادية عشرة بدكار في 13 و14 مارس 2008م", False),
    ("المؤتمر الإسلامي الثالث لوزراء الخارجية في كوالالمبور سنة 1974م", True),
    ("المؤتمر الإسلامي الخامس لوزراء الخارجية في كوالالمبور سنة 1974م", False),
)  # fmt: skip


@pytest.mark.parametrize(("words", "is_wrong"), EARLIER)
def test_session_before_the_first_of_the_register_is_held_against_the_record(
    words: str, *, is_wrong: bool
) -> None:
    context = default_context()
    late = tuple(one for one in context.sessions if one.year >= 2009 and "CFM" in one.code)
    report = Reviewer(replace(context, sessions=late)).review(f"{words}.")

    assert bool({"PRO008", "PRO009"} & {one.code for one in report.findings}) == is_wrong
