"""Days against the paper's own: earlier papers, events to come, answers due, terms of contracts."""

from __future__ import annotations

from datetime import date

import pytest

from clearance.review import Reviewer
from clearance.review.particulars import Particulars
from clearance.terms import Check, Kind, Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC
WRITTEN = date(2026, 5, 12)
TOUR = "du 1er au 9 septembre 2026"
WORKSHOP = "The workshop will be held from 8 to 10 June 2026. "


def _codes(reviewer: Reviewer, text: str, language: Language, kind: Kind = Kind.LETTER) -> set[str]:
    report = reviewer.review(
        text, language=language, kind=kind, particulars=Particulars(dated=WRITTEN)
    )
    return {one.code for one in report.findings if one.check is Check.FIGURES}


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        (EN, "I refer to your letter No. 12 dated 20 June 2026.", {"FIG019"}),
        (EN, "I refer to your letter No. 12 dated 20 April 2026.", set()),
        (EN, "I enclose the draft report, due on 20 June 2026.", set()),
        (FR, "Faisant suite à votre lettre du 20 juin 2026, je vous informe.", {"FIG019"}),
        (FR, "Faisant suite à votre lettre du 20 avril 2026, je vous informe.", set()),
        (AR, "بالإشارة إلى رسالتكم المؤرخة 20 يونيو 2026، أفيدكم.", {"FIG019"}),
        (AR, "بالإشارة إلى رسالتكم المؤرخة 20 أبريل 2026، أفيدكم.", set()),
        (EN, "The workshop is to be\nheld at Muscat on 23, 24 and 25 April 2026.", {"FIG020"}),
        (EN, "The workshop is to be held at Muscat on 23, 24 and 25 May 2026.", set()),
        (EN, "The Council will meet to examine the report of 3 April 2026.", set()),
        (FR, "La réunion se tiendra à Alger le 15 avril 2026.", {"FIG020"}),
        (FR, "La réunion se tiendra à Alger le 15 juin 2026.", set()),
        (AR, "ستعقد الورشة في مسقط يوم 15 أبريل 2026.", {"FIG020"}),
        (AR, "ستعقد الورشة في مسقط يوم 15 يونيو 2026.", set()),
        (EN, WORKSHOP + "Kindly send the names not later than 1 July 2026.", {"FIG021"}),
        (EN, WORKSHOP + "Kindly send the names not later than 1 June 2026.", set()),
        (EN, WORKSHOP + "The report will be ready by 1 July 2026.", set()),
        (FR, f"La tournée aura lieu {TOUR}. Les noms sont attendus avant le 1er octobre 2026.",
         {"FIG021"}),
        (FR, f"La tournée aura lieu {TOUR}. Les noms sont attendus avant le 1er août 2026.", set()),
        (FR, f"La tournée aura lieu {TOUR}. Les participants ont un visa valable jusqu'au "
         "1er octobre 2026.", set()),
        (FR, f"La tournée aura lieu {TOUR}. L'autorisation est en vigueur jusqu'au 1er octobre "
         "2026.", set()),
        (EN, WORKSHOP + "The visas of the participants must be in force before 1 July 2026.",
         set()),
        (AR, "ستعقد الورشة من 8 إلى 10 يونيو 2026. وأرجو موافاتنا بأسماء المشاركين في موعد أقصاه "
         "1 يوليو 2026.", {"FIG021"}),
        (AR, "ستعقد الورشة من 8 إلى 10 يونيو 2026. وأرجو موافاتنا بأسماء المشاركين في موعد أقصاه "
         "1 يونيو 2026.", set()),
        (EN, "The delegation will attend the opening on Sunday 15 June.", {"FIG001"}),
        (EN, "The delegation will attend the opening on Monday 15 June.", set()),
        (FR, "La mission arrivera le dimanche 15 juin au matin.", {"FIG001"}),
        (FR, "La mission arrivera le lundi 15 juin au matin.", set()),
        (AR, "يصل الوفد مساء الأحد ١٥ يونيو ويغادر.", {"FIG001"}),
        (AR, "يصل الوفد مساء الاثنين ١٥ يونيو ويغادر.", set()),
    ],
)  # fmt: skip
def test_days_are_held_against_the_day_of_the_letter(
    reviewer: Reviewer, language: Language, text: str, codes: set[str]
) -> None:
    assert _codes(reviewer, text, language) == codes


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        (EN, "This Contract is made on 15 June 2026. It takes effect on 1 July 2026 and expires on "
         "30 June 2027.\nSigned at Jeddah on 15 January 2026", {"FIG022"}),
        (EN, "This Contract is made on 15 June 2026. It takes effect on 1 July 2026 and expires on "
         "30 June 2027.\nSigned at Jeddah on 15 June 2026", set()),
        (FR, "Le contrat prend effet le 1er mai 2026 pour une durée de six mois et expire le "
         "31 octobre 2026.\nFait à Djeddah, le 30 mai 2027", {"FIG022"}),
        (FR, "Le contrat prend effet le 1er mai 2026 pour une durée de six mois et expire le "
         "31 octobre 2026.\nFait à Djeddah, le 30 avril 2026", set()),
        (FR, "Le contrat prend effet le 1er mai 2026 pour une durée de six mois et expire le "
         "31 août 2026.", {"FIG006"}),
        (FR, "Contrat conclu à Djeddah le 6 janvier 2026. Durée : du 1er février au 31 juillet "
         "2025.", {"FIG022"}),
        (AR, "حرر في جدة في 3 نوفمبر 2029. مدة الإيجار من 1 يناير 2026 إلى 31 ديسمبر 2028.",
         {"FIG022"}),
        (AR, "حرر في جدة في 3 نوفمبر 2025. مدة الإيجار من 1 يناير 2026 إلى 31 ديسمبر 2028.", set()),
    ],
)  # fmt: skip
def test_contract_is_made_before_it_is_signed_and_before_it_ends(
    reviewer: Reviewer, language: Language, text: str, codes: set[str]
) -> None:
    assert _codes(reviewer, text, language, Kind.CONTRACT) == codes


HOUSE = {
    EN: "The Organisation of Islamic Cooperation thanks its {} Member States.",
    FR: "L’Organisation de la coopération islamique remercie ses {} États membres.",
    AR: "تشكر منظمة التعاون الإسلامي {} دولة عضوا فيها.",
}


@pytest.mark.parametrize("language", Language)
def test_members_are_as_many_as_the_register_has(reviewer: Reviewer, language: Language) -> None:
    told = HOUSE[language]

    assert _codes(reviewer, told.format(75), language) == {"FIG024"}
    assert _codes(reviewer, told.format(57), language) == set()
    others = {EN: "The United Nations", FR: "L’Union africaine", AR: "الأمم المتحدة"}[language]
    assert _codes(reviewer, f"{others}: {told.format(75)}", language) == set()


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        (EN, "The price is USD 15,280.\n\nApproval is asked for the said amount of USD 15,380.",
         {"FIG014"}),
        (EN, "The price is USD 15,280.\n\nApproval is asked for the said amount of USD 15,280.",
         set()),
        (FR, "Le prix est de 15 280 dollars.\n\nJe vous prie d’approuver ladite somme de 15 380 "
         "dollars.", {"FIG014"}),
        (FR, "Le prix est de 15 280 dollars.\n\nJe vous prie d’approuver ladite somme de 15 280 "
         "dollars.", set()),
    ],
)  # fmt: skip
def test_amount_said_before_is_the_same_again(
    reviewer: Reviewer, language: Language, text: str, codes: set[str]
) -> None:
    assert _codes(reviewer, text, language, Kind.MEMORANDUM) == codes
