"""Papers with number, day and enclosures bear approval and ground; an answer may come later."""

from __future__ import annotations

import pytest

from clearance.review.finding import Level
from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import AR, EN, FR, PARTS, SG, findings, letter

_NUMBER = {
    EN: "Ref.: OIC/CAB/POL/2025/0012\n", FR: "Réf. : OIC/CAB/POL/2025/0012\n",
    AR: "الرقم: OIC/CAB/POL/2025/0012\n",
}  # fmt: skip
_ENCLOSED = {
    EN: "\nEnclosures: 2 (Annex I and Annex II)\n",
    FR: "\nPièces jointes : 2 (Annexe I et Annexe II)\n",
    AR: "\nالمرفقات: 2 (المرفق الأول والمرفق الثاني)\n",
}
_HEADS = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\n\nMEMORANDUM\n\nTo: {}\nFrom: Director of Finance\n"
        "Date: 14 October 2025\n",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\n\nMÉMORANDUM\n\nÀ : {}\n"
        "De : Directeur des Finances\nDate : 14 octobre 2025\n",
    AR: "منظمة التعاون الإسلامي\n\nمذكرة داخلية\n\nإلى: {}\nمن: مدير الإدارة المالية\n"
        "التاريخ: 14 أكتوبر 2025\n",
}  # fmt: skip
_ASKED = {
    EN: "Subject: Hall\n\nPursuant to Resolution 2/51-PAL the hall is requested for two days.\n\n"
        "Peter Okello\nDirector of Finance\n\n",
    FR: "Objet : Salle\n\nConformément à la résolution 2/51-PAL, la salle est demandée.\n\n"
        "Peter Okello\nDirecteur des Finances\n\n",
    AR: "الموضوع: القاعة\n\nعملا بالقرار رقم 2/51 - فل يرجى تجهيز القاعة.\n\n"
        "بيتر أوكيلو\nمدير الإدارة المالية\n\n",
}  # fmt: skip
_APPROVED = {
    EN: "Approved for dispatch by Mahmoud Al-Tayeb, Secretary-General, on {} October 2025",
    FR: "Approuvé pour envoi par Mahmoud Al-Tayeb, Secrétaire général, le {} octobre 2025",
    AR: "اعتمد للإرسال من محمود الطيب، الأمين العام، بتاريخ {} أكتوبر 2025م",
}
_TO_ANOTHER = {
    EN: "Director of Conferences", FR: "Directeur des Conférences", AR: "مدير إدارة المؤتمرات",
}  # fmt: skip
_AMOUNT = {
    EN: "The hall requires an allotment of USD 12,000.",
    FR: "La salle exige un crédit de 12 000 dollars des États-Unis.",
    AR: "وتتطلب القاعة اعتمادا قدره 12,000 دولار أمريكي.",
}
_ESTIMATE = {
    EN: "The hall is estimated at USD 12,000.",
    FR: "La salle est estimée à 12 000 dollars des États-Unis.",
    AR: "وتقدر كلفة القاعة بنحو 12,000 دولار أمريكي.",
}


def _levels(text: str, kind: Kind) -> dict[str, Level]:
    return {one.code: one.level for one in findings(text, Check.LEGAL_BASIS, kind=kind)}


def _memorandum(language: Language, to: str, day: int) -> str:
    head = _HEADS[language].format(to) + _NUMBER[language]
    return head + _ASKED[language] + _APPROVED[language].format(day) + _ENCLOSED[language]


@pytest.mark.parametrize("language", Language)
def test_memorandum_is_approved_before_its_day_but_by_whom_it_is_for(language: Language) -> None:
    other, his = _TO_ANOTHER[language], SG.titles[language]

    later = _levels(_memorandum(language, other, 21), Kind.MEMORANDUM)

    assert later["LEG033"] is Level.STOP
    assert "LEG033" not in _levels(_memorandum(language, other, 13), Kind.MEMORANDUM)
    assert _levels(_memorandum(language, his, 21), Kind.MEMORANDUM)["LEG033"] is Level.NOTE


@pytest.mark.parametrize("language", Language)
def test_memorandum_with_number_and_enclosures_bears_its_approval(language: Language) -> None:
    paper = _memorandum(language, _TO_ANOTHER[language], 13)
    bare = paper.replace(_APPROVED[language].format(13), "")

    assert _levels(bare, Kind.MEMORANDUM)["LEG030"] is Level.WARN
    within = _levels(bare.replace(_ENCLOSED[language], ""), Kind.MEMORANDUM)
    assert within["LEG030"] is Level.NOTE
    assert "LEG030" not in _levels(paper, Kind.MEMORANDUM)


@pytest.mark.parametrize("language", Language)
def test_amount_that_is_told_needs_an_approval_and_an_estimate_does_not(language: Language) -> None:
    def level(body: str) -> Level:
        text = letter(language, approval="", body=body)
        named = "\n".join(
            PARTS[language][part] if part != "style" else
            f"{PARTS[language]['style']} {PARTS[language]['name']}"
            for part in ("style", "title", "place")
        )  # fmt: skip
        at_foot = text.replace(named, "").rstrip() + f"\n\n{named}\n"
        return _levels(at_foot, Kind.LETTER)["LEG030"]

    assert level(_AMOUNT[language]) is Level.WARN
    assert level(_ESTIMATE[language] + " " + PARTS[language]["body"]) is Level.NOTE


_NOTE = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\n\nRef.: OIC/CAB/POL/2025/0012\n\nNOTE VERBALE\n\n"
        "The General Secretariat of the Organisation of Islamic Cooperation presents its "
        "compliments to the Embassy of the Republic of Niger and has the honour to state as "
        "follows.\n\n{}A meeting of experts will be held in Jeddah. The delegations are asked to "
        "tell the names of their members in good time. The programme is in Annex I.\n\nThe General "
        "Secretariat avails itself of this opportunity to renew to the Embassy the assurances of "
        "its highest consideration.\n\nJeddah, 14 October 2025\n\n",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\n\nRéf. : OIC/CAB/POL/2025/0012\n\n"
        "NOTE VERBALE\n\nLe Secrétariat général de l’Organisation de la coopération islamique "
        "présente ses compliments à l’Ambassade de la République du Niger et a l’honneur de porter "
        "à sa connaissance ce qui suit.\n\n{}Une réunion d’experts se tiendra à Djeddah. Il est "
        "demandé aux délégations de dire en temps utile les noms de leurs membres. Le programme "
        "est à l’Annexe I.\n\nLe Secrétariat général saisit cette occasion pour renouveler à "
        "l’Ambassade les assurances de sa très haute considération.\n\n"
        "Djeddah, le 14 octobre 2025\n\n",
    AR: "منظمة التعاون الإسلامي\n\nالرقم: OIC/CAB/POL/2025/0012\n\nمذكرة شفوية\n\n"
        "تهدي الأمانة العامة لمنظمة التعاون الإسلامي أطيب تحياتها إلى سفارة جمهورية النيجر، وتتشرف "
        "بإبلاغها بما يلي.\n\n{}وسيعقد اجتماع للخبراء في جدة. ويرجى من الوفود التكرم بإبلاغ أسماء "
        "أعضائها في وقت مناسب. ويرد البرنامج في المرفق الأول، وستعرض النتائج على الاجتماع المقبل، "
        "وستصدر الوثائق باللغات الرسمية قبل الموعد بأسبوعين.\n\n"
        "وتغتنم الأمانة العامة هذه المناسبة لتعرب للسفارة عن فائق تقديرها واحترامها.\n\n"
        "جدة، 14 أكتوبر 2025م\n\n",
}  # fmt: skip
_GROUND = {
    EN: "Resolution 2/51-PAL asks it of the Secretariat. ",
    FR: "La résolution 2/51-PAL l’en charge. ",
    AR: "وقد كلفها بذلك القرار رقم 2/51 - فل. ",
}

_RECEIVED = {
    EN: "The Secretariat acknowledges with thanks receipt of the Embassy's note of 2 May 2025. ",
    FR: "Le Secrétariat accuse réception de la note de l’Ambassade en date du 2 mai 2025. ",
    AR: "وقد تلقت مذكرة السفارة المؤرخة 2 مايو 2025. ",
}


@pytest.mark.parametrize("language", Language)
def test_note_verbale_sent_with_enclosures_names_its_ground(language: Language) -> None:
    foot = _APPROVED[language].format(13) + _ENCLOSED[language]

    def level(said: str, foot: str) -> Level | None:
        return _levels(_NOTE[language].format(said) + foot, Kind.NOTE_VERBALE).get("LEG001")

    assert level("", foot) is Level.WARN
    assert level(_GROUND[language], foot) is None
    assert level(_RECEIVED[language], foot) is None
    assert level("", "") is Level.NOTE


_CONTRACT = {
    EN: "CONTRACT FOR A HALL\n\nBetween the Organisation of Islamic Cooperation and Halls Ltd, "
        "hereinafter the Supplier:\n\nArticle 1. Object\nThe Supplier lets a hall in accordance "
        "with {}.\n\nArticle 2. Price\nThe price is USD 9,000.\n",
    FR: "CONTRAT DE LOCATION\n\nEntre l’Organisation de la coopération islamique et Salles SARL, "
        "ci-après le Fournisseur :\n\nArticle 1. Objet\nLe Fournisseur loue une salle conformément "
        "aux {}.\n\nArticle 2. Prix\nLe prix est de 9 000 USD.\n",
    AR: "عقد إيجار قاعة\n\nبين منظمة التعاون الإسلامي وشركة القاعات، المشار إليها فيما بعد بالمورد:"
        "\n\nالمادة 1: الموضوع\nيؤجر المورد قاعة وفقا لل{}.\n\nالمادة 2: الثمن\n"
        "الثمن 9,000 دولار.\n",
}  # fmt: skip
_BY_RULES = {
    EN: ("professional standards", "Article 9 of the Financial Regulations"),
    FR: ("règles de l’art", "articles 9 et 10 du Règlement financier"),
    AR: ("معايير المهنية", "مادة 9 من النظام المالي"),
}


@pytest.mark.parametrize("language", Language)
def test_standards_of_a_trade_are_no_ground(language: Language) -> None:
    no_ground, ground = _BY_RULES[language]

    def codes(rules: str) -> set[str]:
        return _levels(_CONTRACT[language].format(rules), Kind.CONTRACT).keys() & {"LEG001"}

    assert codes(no_ground) == {"LEG001"}
    assert codes(ground) == set()


_REPORT = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\nGeneral Secretariat\n\nRef.: OIC/CAB/ST/2025/0012\n"
        "Jeddah, 14 October 2025\n\nREPORT OF THE SECRETARY-GENERAL\nON WATER\n\n1. {}The wells of "
        "six Member States were dug and their pumps were set up in the course of the year.\n\n"
        "2. The delegations are asked to tell the names of their experts in good time, so that the "
        "workshop on the care of the pumps, which is described in Annex I, can be made ready.\n{}",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\nSecrétariat général\n\n"
        "Réf. : OIC/CAB/ST/2025/0012\nDjeddah, le 14 octobre 2025\n\nRAPPORT DU SECRÉTAIRE GÉNÉRAL"
        "\nSUR L’EAU\n\n1. {}Les puits de six États membres ont été creusés et leurs pompes posées "
        "au cours de l’année.\n\n2. Il est demandé aux délégations de dire en temps utile les noms "
        "de leurs experts, afin que l’atelier sur les pompes, décrit à l’Annexe I, soit "
        "prêt.\n{}",
    AR: "منظمة التعاون الإسلامي\nالأمانة العامة\n\nالمرجع: OIC/CAB/ST/2025/0012\n"
        "جدة، 14 أكتوبر 2025م\n\nتقرير الأمين العام\nبشأن المياه\n\n1. {}وحفرت آبار ست من الدول "
        "الأعضاء وركبت مضخاتها خلال السنة الجارية بمشاركة المؤسسات المعنية.\n\n2. ويرجى من الوفود "
        "التكرم بإبلاغ أسماء خبرائها في وقت مناسب، حتى يتسنى إعداد حلقة العمل بشأن صيانة المضخات "
        "الواردة في المرفق الأول، وستعرض نتائجها على الاجتماع المقبل للخبراء في السنة القادمة.\n{}",
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_report_that_goes_out_names_its_ground(language: Language) -> None:
    def codes(said: str, foot: str) -> set[str]:
        return _levels(_REPORT[language].format(said, foot), Kind.REPORT).keys() & {"LEG001"}

    assert codes("", _ENCLOSED[language]) == {"LEG001"}
    assert codes(_GROUND[language], _ENCLOSED[language]) == set()
    assert codes("", "") == set()
