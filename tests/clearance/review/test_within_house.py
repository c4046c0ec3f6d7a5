"""Memoranda, contracts and letters of an occasion: what they need, and what they do without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clearance.review import Reviewer
from clearance.review.default_terms import ORGANISATION
from clearance.review.finding import Level
from clearance.terms import Check, Kind, Language
from tests.clearance.review.letters import (
    AR,
    CONTEXT,
    DG,
    EN,
    FINANCE,
    FR,
    PARTS,
    findings,
    letter,
)

HOUSE = Reviewer(replace(CONTEXT, reference_patterns=("OIC/CAB/{unit}/{year}/{serial:4}",)))
_TONGUES = (EN, FR, AR)
_INSTRUCTED = {
    EN: "On the instructions of the Secretary-General dated 10 October 2025, the hall is closed.",
    FR: "Sur instruction du Secrétaire général en date du 10 octobre 2025, la salle est fermée.",
    AR: "بناء على توجيه معالي الأمين العام المؤرخ في 10 أكتوبر 2025 تغلق القاعة.",
}
_CLEARED = {
    EN: "File copy - reviewed by Legal Affairs on 12 October 2025",
    FR: "Minute - vérifiée par les Affaires juridiques le 12 octobre 2025",
    AR: "راجعتها إدارة الشؤون القانونية بتاريخ 12 أكتوبر 2025",
}
_TO_FILL = {
    EN: "Approved / Not approved: ..................",
    FR: "Approuvé / Non approuvé : ..................",
    AR: "الموافقة: ........................",
}


def _level(text: str, code: str) -> Level | None:
    found = findings(text, Check.LEGAL_BASIS, kind=Kind.LETTER)
    return next((one.level for one in found if one.code == code), None)


def _codes(text: str, kind: Kind, language: Language) -> set[str]:
    report = HOUSE.review(text, kind=kind, language=language)
    return {one.code for one in report.findings if one.level is not Level.NOTE}


@pytest.mark.parametrize("language", _TONGUES)
def test_instruction_with_its_day_and_a_note_of_clearance_tell_the_approval(
    language: Language,
) -> None:
    body = PARTS[language]["body"]
    asks = letter(language, approval="", body=f"{body} USD 900.")

    assert _level(asks, "LEG030") is Level.WARN
    assert _level(letter(language, approval="", body=_INSTRUCTED[language]), "LEG030") is None
    assert _level(letter(language, approval=_CLEARED[language]), "LEG030") is None
    assert _level(letter(language, approval=_TO_FILL[language]), "LEG030") is None


_WISHES = {
    EN: "I have learned with deep sorrow of the earthquake in your country. I extend to Your "
        "Excellency our heartfelt condolences. The Fund has released USD 9,000 to the bereaved.",
    FR: "C’est avec tristesse que j’ai appris le séisme survenu dans votre pays. Je vous présente "
        "nos condoléances. Le Fonds a versé 9 000 dollars aux familles éprouvées.",
    AR: "تلقيت ببالغ الحزن نبأ الزلزال الذي ضرب بلادكم. وأتقدم إلى معاليكم بأحر التعازي. "
        "وقد صرف الصندوق 9,000 دولار للأسر المنكوبة.",
}  # fmt: skip
_ASKED = {
    EN: " I would request you to send a delegation to the meeting.",
    FR: " Je vous saurais gré d’envoyer une délégation à la réunion.",
    AR: " وأرجو من معاليكم إيفاد وفد إلى الاجتماع.",
}


@pytest.mark.parametrize("language", _TONGUES)
def test_letter_of_an_occasion_needs_neither_ground_nor_line_of_approval(
    language: Language,
) -> None:
    head = ORGANISATION[language]

    def of(body: str) -> str:
        day = f"{head}\n\n{PARTS[language]['date']}"
        return letter(language, approval="", date=day, body=body)

    wishes, asked = _WISHES[language], _WISHES[language] + _ASKED[language]
    assert _level(of(wishes), "LEG001") is None
    assert _level(of(wishes), "LEG030") in (None, Level.NOTE)
    assert _level(of(asked), "LEG001") is Level.WARN
    assert _level(of(asked), "LEG030") is Level.WARN


_MEMO = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\nMEMORANDUM\n\n"
        "To: The Director-General of the Cabinet\n"
        "From: Peter Okello, Director of Finance\nDate: 14 October 2025\n"
        "Ref.: OIC/CAB/FIN/2025/0012\nSubject: Hall for the meeting\n\n"
        "Under the approved budget, the hall costs USD {}.{}\n",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\nMÉMORANDUM\n\n"
        "À : La Directrice générale du Cabinet\nDe : Peter Okello, Directeur des Finances\n"
        "Date : 14 octobre 2025\nRéf. : OIC/CAB/FIN/2025/0012\nObjet : Salle de la réunion\n\n"
        "Au titre du budget approuvé, la salle coûte {} USD.{}\n",
    AR: "منظمة التعاون الإسلامي\nمذكرة داخلية\n\nإلى: مديرة عام الديوان\n"
        "من: بيتر أوكيلو، مدير الإدارة المالية\nالتاريخ: 14 أكتوبر 2025\n"
        "الرقم: OIC/CAB/FIN/2025/0012\nالموضوع: قاعة الاجتماع\n\n"
        "في إطار تنفيذ الميزانية المعتمدة تبلغ كلفة القاعة {} دولار.{}\n",
}  # fmt: skip
_SAID = {
    EN: " As this exceeds the ceiling of my power, your approval is requested.",
    FR: " Ce montant dépassant le plafond de ma délégation, votre approbation est sollicitée.",
    AR: " ولما كان هذا المبلغ يتجاوز سقف صلاحيتي فالموافقة مطلوبة.",
}


@pytest.mark.parametrize("language", _TONGUES)
def test_sender_of_a_memorandum_is_held_to_his_power_unless_he_asks(language: Language) -> None:
    memo = _MEMO[language]
    assert "LEG022" in _codes(memo.format("80,000", ""), Kind.MEMORANDUM, language)
    assert "LEG022" not in _codes(memo.format("40,000", ""), Kind.MEMORANDUM, language)
    assert "LEG022" not in _codes(memo.format("80,000", _SAID[language]), Kind.MEMORANDUM, language)


_BY = {EN: "Approved by: {}, {}", FR: "Approuvé par : {}, {}", AR: "اعتمده: {}، {}"}


@pytest.mark.parametrize("language", _TONGUES)
def test_who_approves_stands_not_below_who_signs(language: Language) -> None:
    signed = {"signer": DG.names[language], "post": DG.titles[language]}

    def approved(officer: str, post: str) -> set[str]:
        line = _BY[language].format(officer, post)
        memo = letter(language, **signed, approval=line)
        return _codes(memo, Kind.MEMORANDUM, language)

    assert "LEG031" in approved(FINANCE.names[language], FINANCE.titles[language])
    assert "LEG031" not in approved(PARTS[language]["signer"], PARTS[language]["post"])


_ARTICLES = {
    EN: "CONTRACT FOR INTERPRETATION\n{day}\n{parties}\nHaving regard to Article 9 of the Charter;"
        "\n\n1. Object\nThe hall.\n\n2. Price\nUSD 900, charged to budget line 4.\n\n"
        "3. Term\nEnds on delivery; notice of ten days.\n\n4. Disputes\nSettled by arbitration.\n\n"
        "5. Immunities\nNo waiver of immunities.\n\n6. Law\nGoverned by general principles of law."
        "\n\nFor the Organisation:\n{name}\n\nFor the Contractor:\nPaul Dubois\n",
    FR: "CONTRAT D’INTERPRÉTATION\n{day}\n{parties}\nVu l’article 9 de la Charte ;\n\n1. Objet\n"
        "La salle.\n\n2. Prix\n900 USD, imputés à la ligne budgétaire 4.\n\n3. Durée\nPrend fin à "
        "la livraison ; préavis de dix jours.\n\n4. Différends\nRéglés par arbitrage.\n\n"
        "5. Immunités\nNulle renonciation aux immunités.\n\n6. Droit\nRégi par les principes "
        "généraux du droit.\n\nPour l’Organisation :\n{name}\n\n"
        "Pour le Prestataire :\nPaul Dubois\n",
    AR: "عقد ترجمة فورية\n{day}\n{parties}\nبناء على المادة 9 من الميثاق؛\n\n"
        "1. الموضوع\nالقاعة.\n\n"
        "2. القيمة\n900 دولار من بند الميزانية 4.\n\n3. المدة\nينتهي بالتسليم وبإشعار كتابي.\n\n"
        "4. المنازعات\nتسوى المنازعات بالتحكيم.\n\n5. الحصانات\nلا تنازل عن الحصانات.\n\n"
        "6. القانون\nيخضع العقد للمبادئ العامة للقانون.\n\nعن المنظمة:\n{name}\n\nعن المتعاقد:\n"
        "بول دوبوا\n",
}  # fmt: skip
_PARTS = {
    EN: {"day": "Made on 4 May 2026", "name": "Omar Sow, Director-General",
         "parties": "BETWEEN the Organisation of Islamic Cooperation, of the one part,\n"
                    "AND Linguo SARL, of the other part,"},
    FR: {"day": "Fait le 4 mai 2026", "name": "Omar Sow, Directeur général",
         "parties": "Entre l’Organisation de la coopération islamique, d’une part,\n"
                    "et Linguo SARL, d’autre part,"},
    AR: {"day": "حرر في 4 مايو 2026", "name": "عمر سو، المدير العام",
         "parties": "الطرف الأول: منظمة التعاون الإسلامي.\nالطرف الثاني: شركة لينغو."},
}  # fmt: skip


@pytest.mark.parametrize("language", _TONGUES)
@pytest.mark.parametrize("part", ["day", "parties", "name"])
def test_contract_tells_who_contracts_when_and_who_signs(language: Language, part: str) -> None:
    whole = _ARTICLES[language].format(**_PARTS[language])
    instead = ORGANISATION[language] if part == "parties" else ""
    lacking = _ARTICLES[language].format(**_PARTS[language] | {part: instead})

    assert "CON001" not in _codes(whole, Kind.CONTRACT, language)
    assert "CON001" in _codes(lacking, Kind.CONTRACT, language)


@pytest.mark.parametrize("language", _TONGUES)
@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("OIC/CAB/FIN/2025/0012", None),
        ("OIC.CAB.FIN.2025.0012", "CON010"),
        ("0012/OIC/CAB/FIN/2025", "CON010"),
        ("OIC/CAB//FIN/2025/0012", "CON010"),
        ("OIC/CAB/FIN/2019/0012", "CON014"),
    ],
)
def test_number_of_the_house_is_known_however_its_parts_are_parted(
    language: Language, number: str, code: str | None
) -> None:
    memo = _MEMO[language].format("40,000", "").replace("OIC/CAB/FIN/2025/0012", number)
    found = {each for each in _codes(memo, Kind.MEMORANDUM, language) if each.startswith("CON01")}

    assert found == ({code} if code else set())


_UNDERSTANDING = {
    EN: "MEMORANDUM OF UNDERSTANDING\nbetween the Organisation of Islamic Cooperation and ICESCO, "
        "hereinafter “the Parties”\n\nHaving regard to the Charter;\n",
    FR: "PROTOCOLE D’ACCORD\nentre l’Organisation de la coopération islamique et l’ICESCO, "
        "ci-après « les Parties »\n\nVu la Charte ;\n",
    AR: "مذكرة تفاهم\nبين منظمة التعاون الإسلامي (الطرف الأول) والإيسيسكو، المشار إليهما فيما بعد "
        "بالطرفين\n\nبناء على الميثاق؛\n",
}  # fmt: skip


@pytest.mark.parametrize("language", _TONGUES)
def test_understanding_between_institutions_is_a_contract_by_which_nobody_need_be_paid(
    language: Language,
) -> None:
    articles = _ARTICLES[language].split("\n\n1. ", 1)[1].format(**_PARTS[language])
    numbered, _, rest = articles.partition("\n\n2. ")
    unpaid = f"{numbered}\n\n2. X\nY.\n\n3. {rest.split('3. ', 1)[1]}"
    text = f"{_UNDERSTANDING[language]}\n1. {unpaid}"

    assert HOUSE.review(text, language=language).kind is Kind.CONTRACT
    assert "CON040" not in _codes(text, Kind.CONTRACT, language)
    gap = text.replace("4. ", "5. ", 1)
    assert "CON030" in _codes(gap, Kind.CONTRACT, language)


def test_sign_spelt_with_points_and_a_draft_s_own_number_are_told() -> None:
    memo = _MEMO[EN].format("40,000", "")
    spelt = memo.replace("OIC/CAB/FIN/2025/0012", "O.I.C / CAB / FIN/2025/0012")
    draft = (
        "{}\n\nDRAFT RESOLUTION\nON WATER\n\nThe Council,\n\nRecalling the Charter,\n\n1. Notes it."
    )

    assert "CON010" in _codes(spelt, Kind.MEMORANDUM, EN)
    assert "CON010" in _codes(draft.format("OIC.CAB.POL.2025.0012"), Kind.DRAFT_RESOLUTION, EN)
    assert "CON010" not in _codes(draft.format("OIC/CAB/POL/2025/0012"), Kind.DRAFT_RESOLUTION, EN)


_REPORTS = {
    EN: "ORGANISATION OF ISLAMIC COOPERATION\nGeneral Secretariat\n\nReference: {}\nJeddah, "
        "14 October 2025\n\nREPORT OF THE SECRETARY-GENERAL\nON WATER\n\n1. The wells were dug.\n",
    FR: "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\nSecrétariat général\n\nRéf. : {}\nDjeddah, le "
        "14 octobre 2025\n\nRAPPORT DU SECRÉTAIRE GÉNÉRAL\nSUR L’EAU\n\n1. Les puits sont creusés."
        "\n",
    AR: "منظمة التعاون الإسلامي\nالأمانة العامة\n\nالمرجع: {}\nجدة، 14 أكتوبر 2025م\n\n"
        "تقرير الأمين العام\nبشأن المياه\n\n1. حفرت الآبار.\n",
}  # fmt: skip


@pytest.mark.parametrize("language", _TONGUES)
@pytest.mark.parametrize(
    ("number", "is_slip"),
    [
        ("OIC/CAB/ST/2025/0012", False),
        ("OIC/CAB//ST/2025/0012", True),
        ("OIC/CAB/ST/2025/0012/", True),
        ("OIC.CAB.ST.2025.0012", True),
        ("OIC CAB ST 2025 0012", True),
        ("OIC:CAB:ST:2025:0012", True),
        ("OICCAB/ST/2025/0012", True),
        ("CAB/ST/2025/0012", True),
        ("OIC/ST/2025/0012", True),
        ("OIC/CFM-51/2025/ST/SG-REP.1", False),
        ("your letter 12 of 2025", False),
    ],
)
def test_number_of_a_report_is_held_to_the_form(
    language: Language, number: str, *, is_slip: bool
) -> None:
    report = _REPORTS[language].format(number)
    other = report.replace(report.split("\n", 1)[0], "Ministry of Water")

    assert ("CON010" in _codes(report, Kind.REPORT, language)) is is_slip
    assert "CON010" not in _codes(other, Kind.REPORT, language)


@pytest.mark.parametrize("language", _TONGUES)
def test_number_of_a_report_whose_house_stands_below_its_title_is_held_too(
    language: Language,
) -> None:
    head, numbered, title, text = _REPORTS[language].split("\n\n")
    report = "\n\n".join((title, head, numbered, text))

    assert "CON010" in _codes(report.format("OIC-CAB-ST-2025-0012"), Kind.REPORT, language)
    assert "CON010" not in _codes(report.format("OIC/CAB/ST/2025/0012"), Kind.REPORT, language)


@pytest.mark.parametrize("language", _TONGUES)
def test_number_parted_by_blanks_alone_is_told(language: Language) -> None:
    memo = _MEMO[language].format("40,000", "")
    number = "OIC/CAB/FIN/2025/0012"

    assert number in memo
    assert "CON010" in _codes(
        memo.replace(number, number.replace("/", " ")), Kind.MEMORANDUM, language
    )
    assert "CON010" not in _codes(memo, Kind.MEMORANDUM, language)


@pytest.mark.parametrize(
    ("labels", "codes"),
    [
        (("(a)", "(a)", "(b)", "(c)"), {"CON031"}),
        (("(a)", "(b)", "(b)", "(c)"), {"CON031"}),
        (("(a)", "(b)", "(d)", "(c)"), {"CON032"}),
        (("(أ)", "(أ)", "(ب)", "(ج)"), {"CON031"}),
        (("1)", "2)", "2)", "3)"), {"CON031"}),
        (("1.", "2.", "3.", "3."), {"CON031"}),
        (("(a)", "(b)", "(c)", "(c)"), {"CON031"}),
        (("(a)", "(b)", "(c)", "(d)"), set()),
        (("1)", "2)", "3)", "4)"), set()),
    ],
)
def test_mark_that_comes_twice_or_late_in_a_report_is_told(
    labels: tuple[str, ...], codes: set[str]
) -> None:
    lines = "\n\n".join(f"{label} The wells of the north are deep." for label in labels)
    told = _codes(f"{_REPORTS[EN].format('OIC/CAB/ST/2025/0012')}\n{lines}\n", Kind.REPORT, EN)

    assert told & {"CON030", "CON031", "CON032"} == codes
