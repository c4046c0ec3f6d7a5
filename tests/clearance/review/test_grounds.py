"""Check 2, grounds that are none: left blank, or a habit, a word, a wish; preambles without one."""

from __future__ import annotations

import pytest

from clearance.review.default_terms import ORGANISATION
from clearance.review.finding import Level
from clearance.terms import Kind, Language
from tests.clearance.review.letters import AR, EN, FR
from tests.clearance.review.registers import reviewer_of_tests
from tests.clearance.review.test_basis import HEADS

_ASKS = {
    EN: "the Organisation will meet in Jeddah on 4 May 2026 and requests the names of experts.\n",
    FR: "l’Organisation se réunit à Djeddah le 4 mai 2026 et demande les noms des experts.\n",
    AR: "تعقد المنظمة اجتماعا في جدة يوم 4 مايو 2026 وتطلب أسماء الخبراء.\n",
}
_BLANK = {
    EN: ("Pursuant to Resolution No. ____, ", "By virtue of Decision No. XX/XX, ",
         "As requested in the resolution (to be inserted), ", "Under Article ... of the Charter, ",
         "In accordance with [reference to be completed], ", "In line with ……, ",
         "In application of a text to be determined later, "),
    FR: ("En vertu de la décision n° ______, ", "Vu la résolution (à compléter), ",
         "En exécution de [à préciser], ", "Au titre de ........, ",
         "En vertu du texte qui sera précisé ultérieurement, "),
    AR: ("بموجب القرار رقم ......، ", "استنادا إلى المادة ____ من الميثاق، ",
         "بناء على [يستكمل المرجع]، ", "تنفيذا للقرار رقم …/…، ",
         "بموجب النص الذي سيحدد لاحقا، "),
}  # fmt: skip
_NO_BLANK = {
    EN: ("Pursuant to Article 4 (a) of the Charter, ", "Under the rules [as amended], ",
         "In line with Resolution 4/49-POL (Council of Foreign Ministers), "),
    FR: ("En vertu de l’article 4 (alinéa a) de la Charte, ", "Conformément au Règlement [sic], "),
    AR: ("وفقا للمادة الرابعة (الفقرة أ) من الميثاق، ", "بموجب الميثاق (المعدل)، "),
}  # fmt: skip
_VAGUE = {
    EN: ("As is customary on such occasions, ", "In line with past practice, ", "As agreed, ",
         "Upon the suggestion of a friend of the house, ", "For practical reasons, ",
         "Given the excellent fraternal ties between us, ", "Following a telephone call, ",
         "As the department sees fit, "),
    FR: ("Comme il est d’usage, ", "Selon la coutume, ", "Comme convenu, ", "Par commodité, ",
         "Sur la suggestion d’un collègue, ", "Compte tenu des excellentes relations, ",
         "Suite à un appel téléphonique, ", "Comme bon nous semble, "),
    AR: ("جريا على العادة، ", "كما اتفق عليه، ", "بناء على رغبة بعض الزملاء، ", "لأسباب عملية، ",
         "نظرا للروابط الأخوية، ", "إثر مكالمة هاتفية، ", "وفق ما تراه الإدارة، "),
}  # fmt: skip
_NAMED = {
    EN: ("As is customary and pursuant to Resolution No. 4/49-POL, ",
         "At the request of several Member States, "),
    FR: ("Comme d’usage et en application de la Résolution n° 4/49-POL, ",
         "À la demande de plusieurs États membres, "),
    AR: ("جريا على العادة وعملا بالقرار رقم 4/49 - س، ", "بناء على طلب عدد من الدول الأعضاء، "),
}  # fmt: skip


def _told(text: str, kind: Kind = Kind.LETTER) -> list[tuple[str, str]]:
    report = reviewer_of_tests().review(text, kind=kind)
    return [
        (one.code, text[one.start : one.end])
        for one in report.findings
        if "LEG001" <= one.code <= "LEG019" and one.level is not Level.NOTE
    ]


@pytest.mark.parametrize("language", Language)
def test_ground_that_is_left_blank_is_told(language: Language) -> None:
    head, asks = HEADS[language.value], _ASKS[language]

    for ground in _BLANK[language]:
        assert [code for code, _ in _told(head + ground + asks)] == ["LEG006"], ground
    for ground in _NO_BLANK[language]:
        assert _told(head + ground + asks) == [], ground


@pytest.mark.parametrize("language", Language)
def test_habit_word_or_wish_in_the_place_of_a_ground_is_told_where_it_stands(
    language: Language,
) -> None:
    head, asks = HEADS[language.value], _ASKS[language]

    for ground in _VAGUE[language]:
        ((code, place),) = _told(head + ground + asks)
        assert (code, place[:6]) == ("LEG001", ground[:6]), ground
    for ground in _NAMED[language]:
        assert _told(head + ground + asks) == [], ground


_ORGANS = {
    EN: ("The Committee,", "The Session,", "The Member States of the Organisation,"),
    FR: ("Le Comité,", "La Session,", "Les États membres de l’Organisation,"),
    AR: ("إن اللجنة،", "إن الدورة،", "إن الدول الأعضاء في المنظمة،"),
}
_RECITALS = {
    EN: ("Recalling Resolution No. 4/49-POL,", "Guided by the Charter,",
         "Reaffirming its commitment to the objectives of the Organisation,",
         "Recalling General Assembly resolution 75/4 and the decisions of the Islamic Summit,"),
    FR: ("Rappelant la Résolution n° 4/49-POL,", "Guidée par la Charte,",
         "Réaffirmant son attachement aux objectifs de l’Organisation,",
         "Rappelant la résolution 75/4 de l’Assemblée générale et le Sommet islamique,"),
    AR: ("إذ يستذكر القرار رقم 4/49 - س،", "إذ يسترشد بالميثاق،",
         "وإذ يؤكد من جديد التزامه بأهداف المنظمة،",
         "إذ يستذكر قرار الجمعية العامة 75/4 وقرارات القمة الإسلامية،"),
}  # fmt: skip
_NONE = {
    EN: (
        "Thankful for the warm welcome,",
        "Guided by a spirit of brotherhood,",
        "Reaffirming its solidarity with the peoples concerned,",
        "Bearing in mind the urgent need for concerted action,",
    ),
    FR: (
        "Sensible à l’accueil réservé,",
        "Guidée par un esprit de fraternité,",
        "Réaffirmant sa solidarité avec les peuples concernés,",
        "Ayant à l’esprit la nécessité d’une action concertée,",
    ),
    AR: (
        "وبعد الاستماع إلى الكلمات،",
        "وانطلاقا من روح الأخوة،",
        "وإذ يؤكد من جديد تضامنه مع الشعوب المعنية،",
        "وإذ يضع في اعتباره الحاجة إلى العمل،",
    ),
}
_OF_NATIONS = {
    EN: "Recalling General Assembly resolution 75/4 of 5 November 2020,",
    FR: "Rappelant la résolution 75/4 de l’Assemblée générale en date du 5 novembre 2020,",
    AR: "إذ يستذكر قرار الجمعية العامة 75/4 المؤرخ 5 نوفمبر 2020،",
}
_LEFT = {EN: "Recalling […],", FR: "Rappelant la résolution n° ____,", AR: "إذ يستذكر (يستكمل)،"}
_DECIDES = {EN: "1. Decides to meet.\n", FR: "1. Décide de se réunir.\n", AR: "1. يقرر الاجتماع.\n"}


@pytest.mark.parametrize("language", Language)
def test_preamble_rests_on_an_instrument_of_the_house(language: Language) -> None:
    def codes(organ: str, recital: str) -> list[str]:
        text = "\n\n".join((ORGANISATION[language], organ, recital, _DECIDES[language]))
        return [code for code, _ in _told(text, Kind.DRAFT_RESOLUTION)]

    for organ in _ORGANS[language]:
        assert codes(organ, _NONE[language][0]) == ["LEG005"], organ
    for recital in _NONE[language]:
        assert codes(_ORGANS[language][0], recital) == ["LEG005"], recital
    for recital in _RECITALS[language]:
        assert codes(_ORGANS[language][0], recital) == [], recital
    assert codes(_ORGANS[language][0], _LEFT[language]) == ["LEG006"]
    assert codes(_ORGANS[language][0], _OF_NATIONS[language]) == ["LEG007"]
    without_house = f"{_ORGANS[language][0]}\n\n{_OF_NATIONS[language]}\n\n{_DECIDES[language]}"
    assert _told(without_house, Kind.DRAFT_RESOLUTION) == []
