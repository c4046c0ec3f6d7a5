"""Parts that only papers which are ready to go out are missed, in three languages."""

from __future__ import annotations

import pytest

from clearance.review import Particulars
from clearance.terms import Kind, Language
from tests.clearance.review.letters import AR, EN, FR
from tests.clearance.review.whole import HOUSE, OFFICE, told_of_form

_KNOWN = Particulars()
_MEMO = {
    EN: "INTERNAL MEMORANDUM\n\nTo: Director of Conferences\n{through}From: Director of Finance\n"
        "Date: 14 October 2025\nRef.: OIC/CAB/FIN/2025/0012\nSubject: Hall\n\nPursuant to "
        "Resolution 2/51-PAL the hall in Annex I is requested.\n\n",
    FR: "MÉMORANDUM INTÉRIEUR\n\nÀ : Directeur des Conférences\n{through}De : Directeur des "
        "Finances\nDate : 14 octobre 2025\nRéf. : OIC/CAB/FIN/2025/0012\nObjet : Salle\n\n"
        "Conformément à la résolution 2/51-PAL, la salle de l’annexe I est demandée.\n\n",
    AR: "مذكرة داخلية\n\nإلى: مدير إدارة المؤتمرات\n{through}من: مدير الإدارة المالية\n"
        "التاريخ: 14 أكتوبر 2025\nالمرجع: OIC/CAB/FIN/2025/0012\nالموضوع: القاعة\n\n"
        "عملا بالقرار رقم 2/51 - فل يرجى تجهيز القاعة الواردة في المرفق الأول.\n\n",
}  # fmt: skip
_THROUGH = {
    EN: "Through: Cabinet of the Secretary-General\n",
    FR: "Sous couvert : Cabinet du Secrétaire général\n",
    AR: "بواسطة: ديوان الأمين العام\n",
}
_SIGNED = {
    EN: "Peter Okello\nDirector of Finance\n\n",
    FR: "Peter Okello\nDirecteur des Finances\n\n",
    AR: "بيتر أوكيلو\nمدير الإدارة المالية\n\n",
}
_APPROVED = {
    EN: "Approved by Leila Haddad, Director-General of the Cabinet, on 13 October 2025\n",
    FR: "Approuvé par Leila Haddad, Directrice générale du Cabinet, le 13 octobre 2025\n",
    AR: "اعتمدته ليلى حداد، مديرة عام الديوان، في 13 أكتوبر 2025\n",
}
_ENCLOSED = {
    EN: "Enclosures: 1 (Annex I)\n", FR: "Pièces jointes : 1 (Annexe I)\n",
    AR: "المرفقات: 1 (المرفق الأول)\n",
}  # fmt: skip


def _memo(language: Language, *, head: str | None = None, signed: str | None = None) -> str:
    return (
        (HOUSE[language] if head is None else head)
        + _MEMO[language].format(through="")
        + (_SIGNED[language] if signed is None else signed)
        + _APPROVED[language]
        + _ENCLOSED[language]
    )


@pytest.mark.parametrize("language", Language)
def test_memorandum_that_is_whole_has_head_and_signature(language: Language) -> None:
    def told(text: str) -> list[str]:
        return told_of_form(text, Kind.MEMORANDUM, language)

    assert told(_memo(language)) == []
    assert told(_memo(language, head="")) == ["CON001 letterhead"]
    assert told(_memo(language, signed="")) == ["CON001 signature block"]
    within = _memo(language, head="", signed="").replace(_ENCLOSED[language], "")
    assert "CON001 letterhead" not in told(within)
    assert "CON001 signature block" not in told(within)


@pytest.mark.parametrize("language", Language)
def test_memorandum_submitted_to_who_approves_it_needs_no_signature(language: Language) -> None:
    to = {EN: "Director of Conferences", FR: "Directeur des Conférences",
          AR: "مدير إدارة المؤتمرات"}[language]  # fmt: skip
    his = {EN: "Director-General of the Cabinet", FR: "Directrice générale du Cabinet",
           AR: "مديرة عام الديوان"}[language]  # fmt: skip

    text = _memo(language, signed="").replace(to, his, 1)

    assert "CON001 signature block" not in told_of_form(text, Kind.MEMORANDUM, language)


@pytest.mark.parametrize("language", Language)
def test_sender_is_who_writes_and_not_who_passes_it_on(language: Language) -> None:
    memo = _MEMO[language].format(through=_THROUGH[language])

    anatomy = OFFICE._paper(HOUSE[language] + memo, Kind.MEMORANDUM, language, _KNOWN).anatomy

    assert anatomy.sender is not None
    sender = (HOUSE[language] + memo)[slice(*anatomy.sender)]
    assert sender in ("Director of Finance", "Directeur des Finances", "مدير الإدارة المالية")


_REPORT = {
    EN: "Ref.: OIC/CAB/FIN/2025/0012\n{day}\nREPORT OF THE SECRETARY-GENERAL\nON WATER\n\n"
        "1. This report on the wells is submitted pursuant to Resolution 2/51-PAL and to the "
        "programme in Annex I.\n\n2. Names should reach us by 3 March 2026.\n\n"
        "Annexed documents: 1 (Annex I)\n",
    FR: "Réf. : OIC/CAB/FIN/2025/0012\n{day}\nRAPPORT DU SECRÉTAIRE GÉNÉRAL\nSUR L’EAU\n\n"
        "1. Le présent rapport sur les puits est soumis conformément à la résolution 2/51-PAL et "
        "au programme de l’annexe I.\n\n2. Les noms sont à communiquer avant le 3 mars 2026.\n\n"
        "Documents annexés : 1 (Annexe I)\n",
    AR: "المرجع: OIC/CAB/FIN/2025/0012\n{day}\nتقرير الأمين العام\nبشأن المياه\n\n"
        "1. يقدم هذا التقرير عن الآبار المحفورة في الدول الأعضاء عملا بالقرار رقم 2/51 - فل "
        "ووفقا للبرنامج الوارد في المرفق الأول.\n\n2. تقدم الأسماء قبل 3 مارس 2026.\n\n"
        "الوثائق المرفقة: 1 (المرفق الأول)\n",
}  # fmt: skip
_DAY = {EN: "Jeddah, 14 October 2025\n", FR: "Djeddah, le 14 octobre 2025\n",
        AR: "جدة، 14 أكتوبر 2025م\n"}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_report_with_a_number_of_its_own_bears_its_day(language: Language) -> None:
    def told(day: str) -> list[str]:
        text = HOUSE[language] + _REPORT[language].format(day=day)
        return told_of_form(text, Kind.REPORT, language)

    assert told("") == ["CON001 date"]
    assert told(_DAY[language]) == []


_ARTICLES = {
    EN: "CONTRACT FOR A HALL\n\nBetween the Organisation of Islamic Cooperation and Halls Ltd:\n\n"
        "Article 1: Object\nA hall.\n\nArticle 2: Disputes\nThey are settled by arbitration.\n\n",
    FR: "CONTRAT DE LOCATION\n\nEntre l’Organisation de la coopération islamique et Salles SARL :"
        "\n\nArticle 1 : Objet\nUne salle.\n\nArticle 2 : Différends\nIls vont à l’arbitrage.\n\n",
    AR: "عقد إيجار\n\nبين منظمة التعاون الإسلامي وشركة القاعات:\n\nالمادة 1: الموضوع\nقاعة.\n\n"
        "المادة 2: المنازعات\nتحال إلى التحكيم.\n\n",
}  # fmt: skip
_THEIRS = {
    EN: "For the Contractor:\nOmar Said, Manager\n\n",
    FR: "Pour le Prestataire :\nOmar Said, gérant\n\n",
    AR: "عن المتعاقد:\nعمر سعيد، المدير\n\n",
}
_OURS = {
    EN: "For the Organisation:\nLeila Haddad\n\n", FR: "Pour l’Organisation :\nLeila Haddad\n\n",
    AR: "عن المنظمة:\nليلى حداد\n\n",
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_contract_is_signed_for_the_house_too(language: Language) -> None:
    number = "Ref.: OIC/CAB/FIN/2025/0012\n" + _DAY[language] + "\n"
    head, _, articles = _ARTICLES[language].partition("\n\n")
    rest = {EN: "Article", FR: "Article", AR: "المادة"}[language]
    articles += f"{rest} 3: X\nY.\n\n"

    def told(signed: str) -> list[str]:
        text = f"{head}\n\n{number}{articles}{signed}{_APPROVED[language]}{_ENCLOSED[language]}"
        found = told_of_form(text, Kind.CONTRACT, language)
        return [one for one in found if one.startswith("CON001")]

    assert told(_THEIRS[language]) == ["CON001 signature of the Organisation"]
    assert told(_OURS[language] + _THEIRS[language]) == []
    named = {EN: "Leila Haddad\n\n", FR: "Leila Haddad\n\n", AR: "ليلى حداد\n\n"}[language]
    assert told(named + _THEIRS[language]) == []


_CIRCULAR = {
    EN: "CIRCULAR\n\nRef.: OIC/CAB/ORG/2025/0012\nJeddah, 14 October 2025\n\nTo all Departments "
        "and External Offices of the Secretariat\n\n{}Pursuant to Resolution 2/51-PAL the offices "
        "of the General Secretariat are asked to send their lists of papers by the end of the "
        "month and to keep a copy of each list until the audit of the year has been closed and "
        "its findings were told to all heads of department.\n\nMahmoud Al-Tayeb\n"
        "Secretary-General\n",
    FR: "LETTRE CIRCULAIRE\n\nRéf. : OIC/CAB/ORG/2025/0012\nDjeddah, le 14 octobre 2025\n\nÀ tous "
        "les Départements et bureaux extérieurs du Secrétariat\n\n{}Conformément à la résolution "
        "2/51-PAL, les bureaux du Secrétariat général sont priés d’envoyer leurs listes de pièces "
        "avant la fin du mois et de garder copie de chacune jusqu’à la clôture de l’audit de "
        "l’année et à la communication de ses conclusions.\n\nMahmoud Al-Tayeb\n"
        "Secrétaire général\n",
    AR: "تعميم\n\nالمرجع: OIC/CAB/ORG/2025/0012\nجدة، 14 أكتوبر 2025م\n\nإلى جميع الإدارات "
        "والمكاتب الخارجية للأمانة العامة\n\n{}عملا بالقرار رقم 2/51 - فل يرجى من مكاتب الأمانة "
        "العامة إرسال قوائم أوراقها قبل نهاية الشهر والاحتفاظ بنسخة من كل منها إلى أن تختتم مراجعة "
        "حسابات السنة وتبلغ نتائجها إلى جميع رؤساء الإدارات والأقسام والوحدات والمكاتب في المقر "
        "وخارجه.\n\nمحمود الطيب\nالأمين العام\n",
}  # fmt: skip
_SUBJECT = {EN: "Subject: Lists\n\n", FR: "Objet : Listes\n\n", AR: "الموضوع: القوائم\n\n"}


@pytest.mark.parametrize("language", Language)
def test_whom_a_circular_is_for_is_not_its_subject(language: Language) -> None:
    def told(subject: str) -> list[str]:
        text = f"{HOUSE[language]}{_CIRCULAR[language].format(subject)}\n{_ENCLOSED[language]}"
        return [one for one in told_of_form(text, Kind.CIRCULAR, language) if "CON06" not in one]

    assert told("") == ["CON001 subject"]
    assert told(_SUBJECT[language]) == []


@pytest.mark.parametrize(
    ("opening", "is_slip"),
    [
        ("تهدي الأمانة العامة لمنظمة التعاون الإسلامي أطيب تحياتها إلى سفارة جمهورية النيجر، "
         "وتتشرف بإبلاغها بما يلي.", False),
        ("إن الأمانة العامة لمنظمة التعاون الإسلامي تتشرف بإبلاغ السفارة بما يلي.", True),
    ],
)  # fmt: skip
def test_name_of_the_house_is_no_greeting_of_a_note(opening: str, *, is_slip: bool) -> None:
    text = (
        f"{HOUSE[AR]}الرقم: OIC/CAB/POL/2025/0012\n\nمذكرة شفوية\n\n{opening}\n\nوسيقدم المركز "
        "ورقة للدول الإسلامية.\n\nوتغتنم الأمانة العامة لمنظمة التعاون الإسلامي هذه المناسبة لتعرب "
        "للسفارة عن فائق تقديرها واحترامها.\n\nجدة، 14 أكتوبر 2025م\n"
    )

    assert ("CON020" in told_of_form(text, Kind.NOTE_VERBALE, AR)) is is_slip
