"""Parts and lines that papers of some layouts do without, and the near miss that stays told."""

from __future__ import annotations

import pytest

from clearance.review import review
from clearance.review.finding import Level
from clearance.terms import Check, Kind, Language
from tests.clearance.review import house_papers as papers
from tests.clearance.review.letters import AR, EN, FR, PARTS, codes, letter

_LETTERS = {EN: papers.LETTER_EN, FR: papers.LETTER_FR, AR: papers.LETTER_AR}
_LABELS = {EN: "Ref", FR: "N/R", AR: "الرقم"}
_TITLES = {
    EN: ("CIRCULAR LETTER ADM/31/2026", "ADM/31/2026", "on the parking of cars"),
    FR: ("LETTRE CIRCULAIRE ADM/31/2026", "ADM/31/2026", "sur le stationnement des voitures"),
    AR: ("رسالة تعميمية رقم ADM/31/2026", "رقم ADM/31/2026", "بشأن مواقف السيارات"),
}
_CIRCULAR = {
    EN: "To all staff\n\nCars are left in the eastern yard from Sunday on. {}\n\nOmar Haddad\n"
        "Director of Administration\n",
    FR: "À tout le personnel\n\nLes voitures sont laissées dans la cour est. {}\n\nOmar Haddad\n"
        "Directeur de l'administration\n",
    AR: "إلى جميع الموظفين\n\nتترك السيارات في الساحة الشرقية. {}\n\nعمر حداد\n"
        "مدير الشؤون الإدارية\n",
}  # fmt: skip
_MORE = {
    EN: "The gate opens at seven and closes at nine. ",
    FR: "Le portail ouvre à sept heures et ferme à neuf heures. ",
    AR: "وتفتح البوابة في السابعة وتغلق في التاسعة. ",
}
_DAYS = {EN: "Jeddah, 2 March 2026", FR: "Djeddah, le 2 mars 2026", AR: "جدة، 2 مارس 2026م"}
_ANSWER = {
    EN: ("Authority: minute of the Secretary-General, CAB/31 of 2 October 2025",
         "Decision of the Secretary-General: not approved - Y.M., 2 October 2025"),
    FR: ("Décision du Secrétaire général : approuvé - Y.M., 2 octobre 2025",
         "Décision du Secrétaire général : refusé - Y.M., 2 octobre 2025"),
    AR: ("قرار معالي الأمين العام: موافق - ي. م.، 2 أكتوبر 2025م",
         "قرار معالي الأمين العام: غير موافق - ي. م.، 2 أكتوبر 2025م"),
}  # fmt: skip
_SHARED = {
    EN: ("Of the appropriations of USD 90,000, USD 60,000 has been spent, leaving an available "
         "balance of USD 30,000."),
    FR: ("Sur des crédits de 90 000 USD, 60 000 USD ont été dépensés, ce qui laisse un solde "
         "disponible de 30 000 USD."),
    AR: "من اعتمادات قدرها 90,000 دولار أنفق مبلغ 60,000 دولار، فيكون الرصيد المتاح 30,000 دولار.",
}  # fmt: skip


def _warned(text: str, kind: Kind | None = None) -> list[str]:
    report = review(text, kind=kind)
    return [
        one.code
        for one in report.findings
        if one.check is Check.CONFORMITY and one.level is not Level.NOTE
    ]


@pytest.mark.parametrize("language", Language)
def test_letterhead_is_missed_whether_or_not_the_number_has_a_label(language: Language) -> None:
    text = _LETTERS[language]
    cut = text[text.index(_LABELS[language]) :]
    bare = "POL/231/2025" + cut[cut.index("\n") :]

    assert "CON001" in _warned(cut)
    assert "CON001" in _warned(bare)


@pytest.mark.parametrize("language", Language)
def test_title_of_a_circular_holds_its_number(language: Language) -> None:
    title, _, subject = _TITLES[language]
    body = _CIRCULAR[language].format(_MORE[language] * 8)
    whole = f"{title}\n{subject}\n\n{_DAYS[language]}\n\n{body}"

    assert "CON001" not in _warned(whole, Kind.CIRCULAR)


def test_title_without_a_number_is_told() -> None:
    title, number, subject = _TITLES[EN]
    body = _CIRCULAR[EN].format(_MORE[EN] * 8)
    head = f"{title.removesuffix(number)}\n{subject}\n\n{_DAYS[EN]}\n\n"

    assert "CON001" in _warned(head + body, Kind.CIRCULAR)


@pytest.mark.parametrize("language", Language)
def test_answer_written_at_the_foot_is_the_approval(language: Language) -> None:
    given, refused = _ANSWER[language]
    body = f"{PARTS[language]['body']} USD 900."

    def of(line: str) -> set[str]:
        return codes(letter(language, approval=line, body=body), Check.LEGAL_BASIS)

    assert "LEG030" not in of(given)
    assert of(refused) & {"LEG030", "LEG036", "LEG045"}


@pytest.mark.parametrize("language", Language)
def test_balance_that_is_left_of_what_was_spent_is_no_want(language: Language) -> None:
    text = letter(language, body=f"{PARTS[language]['body']}\n\n{_SHARED[language]}")

    assert "LEG048" not in codes(text, Check.LEGAL_BASIS)
