"""Numbers and dates: what fires each rule in each language, and what comes near and does not."""

from __future__ import annotations

import pytest

from clearance.reading import document_of_text, read_bytes
from clearance.review import Reviewer
from clearance.terms import Language


def _codes(reviewer: Reviewer, text: str) -> list[str]:
    return [each.code for each in reviewer.review(text).findings if each.code.startswith("FIG")]


FIRES = {
    "FIG001": (
        "Jeddah, Monday, 3 June 2025",
        "on June 3, 2025 (Monday)",
        "from Monday 2 to Thursday 4 June 2025",
        "Djeddah, le lundi 3 juin 2025",
        "du lundi 2 au jeudi 4 juin 2025",
        "جدة، الاثنين 3 يونيو 2025م",
        "يوم الأحد الموافق 3 حزيران/يونيو 2025",
        "الخميس، ٣ يونيو ٢٠٢٥م",
    ),
    "FIG002": (
        "the decision of 31 April 2024",
        "adopted on 29 February 2025",
        "on 32 May\n2025",
        "la décision du 31 avril 2024",
        "le 30 février 2024",
        "القرار الصادر في 31 نيسان 2024",
        "بتاريخ 30 فبراير 2024م",
        "في 31 رجب 1446هـ",
        "dated 31/04/2024",
    ),
    "FIG003": (
        "3 June 2025 (17 Dhul Hijjah 1446H)",
        "on 7 Dhul-Hijjah 1446H corresponding to 13 June 2025",
        "le 3 juin 2025 (27 Dhoul Hijja 1446H)",
        "3 يونيو 2025م الموافق 17 ذو الحجة 1446هـ",
        "في 17 ذي الحجة 1446هـ (3 يونيو 2025م)",
        "from 3 to 5 June 2025 (17-19 Dhul Hijjah 1446H)",
    ),
    "FIG004": (
        "from 6 June 2025 to 3 June 2025",
        "between 30 June 2025 and 2 June 2025",
        "du 6 juin 2025 au 3 juin 2025",
        "من 6 يونيو 2025 إلى 3 يونيو 2025",
    ),
    "FIG005": (
        "within thirty (20) days",
        "within forty-\nfive (54) days",
        "USD 45,000 (forty-four thousand US dollars)",
        "one (2) month",
        "un délai de trente (20) jours",
        "45 000 USD (quarante-quatre mille dollars des États-Unis)",
        "quatre-vingt-dix (80) jours",
        "خلال ثلاثين (20) يوما",
        "مبلغ 45,000 دولار أمريكي (أربعة وأربعون ألف دولار أمريكي)",
        "خمسة عشر (16) عضوا",
    ),
    "FIG006": (
        "The meeting will be held from 3 to 6 June 2025. It will last five (5) days.",
        "La réunion se tiendra du 3 au 6 juin 2025. Elle durera cinq jours.",
        "سيعقد الاجتماع من 3 إلى 6 يونيو 2025. ويستغرق الاجتماع خمسة (5) أيام.",
    ),
    "FIG007": (
        "Costs:\n- Travel: USD 1,000\n- Venue: USD 2,500\nTotal: USD 3,600",
        "1,200 tonnes, namely 700 tonnes of flour, 300 tonnes of rice and 100 tonnes of oil.",
        "Coûts :\n- Voyages : 1 000 USD\n- Salle : 2 500 USD\nTotal : 3 600 USD",
        "التكاليف:\n- السفر: 1,000 دولار\n- القاعة: 2,500 دولار\nالمجموع: 3,600 دولار",
    ),
}
SILENT = (
    "Approved on 11 November 2025\n\nWednesday, 21 Jumada al-Awwal 1447 H, 12 November 2025",
    "اعتمد في 11 نوفمبر 2025م\n\nالأربعاء، 21 جمادى الأولى 1447هـ الموافق 12 نوفمبر 2025م",
    "Jeddah, Tuesday, 3 June 2025 (7 Dhul Hijjah 1446H)",
    "from Monday 2 to Wednesday 4 June 2025",
    "on 29 February 2024 and 30 April 2024",
    "Resolution 31/04/2024-A of the board",
    "open from 1 June 2025 at 15h 00 to 1 July 2025",
    "3 June 2025 (8 Dhul Hijjah 1446H)",
    "from 30 December to 2 January 2026",
    "within thirty (30) days, a deposit of ten per cent (10 %)",
    "USD 45,000 (forty-five thousand US dollars)",
    "the first one (2) of the notes",
    "It meets from 3 to 6 June 2025. The visa is valid for ninety (90) days.",
    "The meeting will be held from 3 to 6 June 2025. It will last four (4) days.",
    "Costs:\n- Travel: USD 1,000.50\n- Venue: USD 2,500\nTotal: USD 3,500.50",
    "1,200 tonnes, namely 700 tonnes of flour, 300 tonnes of rice and 200 tonnes of oil.",
    "Djeddah, le mardi 3 juin 2025 (7 Dhoul Hijja 1446H)",
    "du lundi 2 au mercredi 4 juin 2025",
    "le 29 février 2024",
    "un délai de soixante-dix-sept (77) jours",
    "10 000 francs (dix mille francs) et dix pour cent (10 %)",
    "quinze\nmille (15 000) francs",
    "La réunion se tiendra du 3 au 6 juin 2025. Elle durera quatre jours.",
    "Coûts :\n- Voyages : 1 000 USD\n- Salle : 2 500 USD\nTotal : 3 500 USD",
    "جدة، الثلاثاء 3 يونيو 2025م الموافق 7 ذو الحجة 1446هـ",
    "في 30 رجب 1446هـ",
    "خلال ثلاثين (30) يوما ومبلغ 45,000 دولار أمريكي (خمسة وأربعون ألف دولار أمريكي)",
    "مائتا (200) دولار وألفان (2000) دولار وخمسة عشر ألفا (15000)",
    "سيعقد الاجتماع من 3 إلى 6 يونيو 2025. ويستغرق الاجتماع أربعة (4) أيام.",
    "التكاليف:\n- السفر: 1,000 دولار\n- القاعة: 2,500 دولار\nالمجموع: 3,500 دولار",
)


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, texts in FIRES.items() for t in texts])
def test_rule_fires(reviewer: Reviewer, code: str, text: str) -> None:
    assert code in _codes(reviewer, text)


@pytest.mark.parametrize("text", SILENT)
def test_what_is_right_is_left_alone(reviewer: Reviewer, text: str) -> None:
    assert _codes(reviewer, text) == []


def test_weekday_is_suggested_as_the_text_writes_it(reviewer: Reviewer) -> None:
    [finding] = reviewer.review("MONDAY is not meant; le Lundi 3 juin 2025.").findings[:1]

    assert finding.suggestion == "Mardi"


def test_place_leads_back_through_vowel_marks_and_direction_signs(reviewer: Reviewer) -> None:
    text = "مُقدَّم يوم \u200fالاثنيـــن 3 يونيو 2025م"
    [finding] = [f for f in reviewer.review(text).findings if f.code == "FIG001"]

    assert text[finding.start : finding.end] == "الاثنيـــن"


EN = "The fund holds 15 million dollars.\nIt serves 22 members until 2030."
FR = "Le fonds dispose de 15 millions de dollars.\nIl sert vingt-deux membres jusqu’en 2030."
AR = "تبلغ موارد الصندوق 15 مليون دولار.\nويخدم 22 عضوا حتى عام 2030."


@pytest.mark.parametrize(
    ("language", "own", "wrong"),
    [
        (Language.ENGLISH, EN, EN.replace("22", "23")),
        (Language.FRENCH, FR, FR.replace("15", "16")),
        (Language.ARABIC, AR, AR.replace("2030", "2031")),
    ],
)
def test_number_that_differs_between_versions_is_found(
    reviewer: Reviewer, language: Language, own: str, wrong: str
) -> None:
    versions = {Language.ENGLISH: EN, Language.FRENCH: FR, Language.ARABIC: AR}
    del versions[language]

    right = reviewer.review(own, language=language, parallels=dict(versions)).findings
    changed = reviewer.review(wrong, language=language, parallels=dict(versions)).findings

    assert "FIG008" not in [finding.code for finding in right]
    assert "FIG008" in [finding.code for finding in changed]


def test_number_that_stands_elsewhere_in_its_version_is_found_in_its_place(
    reviewer: Reviewer,
) -> None:
    english = "The choir sang in 31 towns and 12 villages, the first of its 13 tours."
    arabic = "غنت الجوقة في 31 مدينة و13 قرية، وهي أولى جولاتها وعددها 13."
    versions = {Language.ENGLISH: english}

    right = reviewer.review(
        arabic.replace("و13", "و12"), language=Language.ARABIC, parallels=versions
    ).findings
    changed = reviewer.review(arabic, language=Language.ARABIC, parallels=versions).findings

    assert "FIG008" not in [finding.code for finding in right]
    (told,) = [finding for finding in changed if finding.code == "FIG008"]
    assert told.start == arabic.index("13")


def test_columns_of_a_table_are_added_up(reviewer: Reviewer) -> None:
    page = (
        "<html><body><table><tr><td>Item</td><td>2025</td><td>2026</td></tr>"
        "<tr><td>Travel</td><td>100</td><td>200</td></tr>"
        "<tr><td>Venue</td><td>50</td><td>60</td></tr>"
        "<tr><td>Total</td><td>150</td><td>{total}</td></tr></table></body></html>"
    )

    def codes(total: str) -> list[str]:
        document = read_bytes(page.format(total=total).encode(), name="table.html")
        return [finding.code for finding in reviewer.review(document).findings]

    assert "FIG007" in codes("280")
    assert "FIG007" not in codes("260")


def test_subtotals_and_a_grand_total_are_each_added_up(reviewer: Reviewer) -> None:
    text = "- A: 10\n- B: 20\nSubtotal: 30\n- C: 5\n- D: 6\nSubtotal: 11\nTotal: {total}"

    assert _codes(reviewer, text.format(total=41)) == []
    assert _codes(reviewer, text.format(total=43)) == ["FIG007"]


def test_a_text_without_figures_has_no_finding_of_them(reviewer: Reviewer) -> None:
    report = reviewer.review(document_of_text("Excellency,\nI thank you for your kind letter."))

    assert [each.code for each in report.findings if each.code.startswith("FIG")] == []


def test_both_ends_of_a_range_may_each_bear_their_hijri_day(reviewer: Reviewer) -> None:
    text = "du mardi 5 janvier 2027 (27 Rajab 1448 H) au jeudi 7 janvier 2027 (29 Rajab 1448 H)"

    assert _codes(reviewer, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "وتوزع المنحة وقدرها 220,500 دولار على البنود الآتية: الأتعاب 125,100 دولار، والزيارات "
        "61,400 دولار، والحفل 34,000 دولار، والمجموع {} دولار.",
        "ستوجه المساهمة وقدرها 98,000 دولار إلى الأوجه التالية:\n- المنح: 22,500 دولار\n"
        "- الطباعة: 44,500 دولار\n- التجهيزات: 31,000 دولار\nأي ما مجموعه {} دولار.",
    ],
)
def test_total_told_again_is_none_of_its_parts(reviewer: Reviewer, text: str) -> None:
    right = "220,500" if "220,500" in text else "98,000"

    assert "FIG007" not in _codes(reviewer, text.format(right))
    wrong = text.replace("34,000", "43,000").replace("31,000", "13,000")
    assert "FIG007" in _codes(reviewer, wrong.format(right))
