"""The check of the legal basis: what fires, and the near misses."""

from __future__ import annotations

from datetime import date

import pytest

from clearance.review.finding import Level
from clearance.review.particulars import Particulars
from clearance.terms import Kind
from tests.clearance.review.registers import reviewer_of_tests


def _codes(text: str, kind: Kind, dated: date | None = None) -> list[str]:
    report = reviewer_of_tests().review(text, kind=kind, particulars=Particulars(dated=dated))
    return [f.code for f in report.findings if "LEG001" <= f.code <= "LEG019"]


HEADS = {
    "en": "ORGANISATION OF ISLAMIC COOPERATION\nJeddah\n\nSubject: Preparatory meeting\n\n"
          "Your Excellency,\n\n",
    "fr": "ORGANISATION DE LA COOPÉRATION ISLAMIQUE\nDjeddah\n\nObjet : Réunion préparatoire\n\n"
          "Excellence,\n\n",
    "ar": "منظمة التعاون الإسلامي\nجدة\n\nالموضوع: الاجتماع التحضيري\n\nصاحب المعالي،\n\n",
}  # fmt: skip
ASKS = {
    "en": "I have the honour to inform you that the Organisation will hold a meeting in Jeddah.\n\n"
          "The parties act in accordance with article 5 of this law.\n",
    "fr": "J’ai l’honneur de vous informer que l’Organisation tiendra une réunion à Djeddah.\n\n"
          "Les parties agissent conformément à l’article 5 de la présente loi.\n",
    "ar": "أتشرف بإحاطتكم علما بأن المنظمة ستعقد اجتماعا في جدة.\n\n"
          "ويعمل الأطراف وفقا للمادة الخامسة من هذا القانون.\n",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("kind", [Kind.LETTER, Kind.MEMORANDUM, Kind.CIRCULAR, Kind.CONTRACT])
def test_paper_that_asks_without_a_basis_is_found(language: str, kind: Kind) -> None:
    assert _codes(HEADS[language] + ASKS[language], kind) == ["LEG001"]


BASES = [
    ("en", "Pursuant to the decision of the Council, "),
    ("en", "With reference to your letter of 3 May 2026, "),
    ("en", "In line with Article 18 of the Charter and upon the directives of the "
           "Secretary-General, "),
    ("en", "Further to the note verbale of your Permanent Mission, "),
    ("en", "As mandated by the Islamic Summit, "),
    ("en", "I have the pleasure to convey to you my warm greetings.\n\nUnder the approved budget "
           "and "
           "in implementation of Rule 4, "),
    ("fr", "En application de l’article 18 de la Charte, "),
    ("fr", "Comme suite à votre lettre du 3 mai 2026, "),
    ("fr", "Sur instruction de Son Excellence le Secrétaire général, "),
    ("fr", "Conformément au Règlement intérieur, "),
    ("ar", "بناء على توجيهات معالي الأمين العام، "),
    ("ar", "إشارة إلى مذكرتكم المؤرخة 3 مايو 2026، "),
    ("ar", "واستنادا إلى المادة الثامنة عشرة من الميثاق، "),
    ("ar", "يطيب لي أن أهديكم أطيب تحياتي.\n\nوتنفيذا لقرار المجلس، "),
    ("en", "Further to previous correspondence No. 12 of 4 May 2026, "),
    ("en", "In application of the decision on travel taken by the Council, "),
    ("fr", "En application de la décision sur les voyages n° 12, "),
    ("ar", "إلحاقا بمراسلاتنا السابقة رقم 12 وتاريخ 4 مايو، "),
    ("en", "With reference to the document OIC/CFM-51/2025/FIN, "),
    ("fr", "Au titre de la ligne budgétaire 4 du budget approuvé, "),
]  # fmt: skip


@pytest.mark.parametrize(("language", "basis"), BASES)
def test_paper_that_names_any_ground_is_silent(language: str, basis: str) -> None:
    assert _codes(HEADS[language] + basis + ASKS[language], Kind.LETTER) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The programme enclosed was prepared in accordance with the attached schedule.\n"),
        ("fr", "Le programme a été établi conformément au calendrier ci-joint.\n"),
        ("ar", "أعد البرنامج وفقا للجدول المرفق، ويرجى الحضور.\n"),
        ("en", "Further to earlier correspondence, you are invited to the meeting in Jeddah.\n"),
        ("en", "Experts are invited on the basis of their proven technical knowledge.\n"),
        ("en", "Referring to the meeting of experts, I have to request your help in Jeddah.\n"),
        ("en", "In application of the decision on youth travel, you are invited to reply.\n"),
        ("fr", "Comme suite aux échanges antérieurs, vous êtes convié à la réunion de Djeddah.\n"),
        ("fr", "Faisant suite à la correspondance échangée, je vous demande une réponse.\n"),
        ("fr", "En application de la décision sur les voyages, je vous demande une réponse.\n"),
        ("ar", "إلحاقا بالمكاتبات السابقة، يرجى الحضور إلى الاجتماع في جدة.\n"),
        ("ar", "وبالإشارة إلى اجتماعات الخبراء، يرجى الحضور إلى جدة.\n"),
        ("ar", "ويرجى ترشيح خبير على أساس الكفاءة.\n"),
        ("en", "With reference to Appendix II, you are invited to the meeting in Jeddah.\n"),
        ("en", "In line with its well-known stance, the house requests your support.\n"),
        ("en", "In the light of recent events, you are invited to the meeting in Jeddah.\n"),
        ("fr", "Conformément à sa position constante, l'OCI vous demande une réponse.\n"),
        ("fr", "Eu égard à l'évolution récente, je vous demande une réponse.\n"),
        ("ar", "وفقا للموقف الثابت للمنظمة، يرجى الحضور إلى الاجتماع في جدة.\n"),
        ("ar", "في ضوء التطورات الأخيرة، يرجى الحضور إلى الاجتماع في جدة.\n"),
        ("en", "You may withdraw from the meeting pursuant to a written notice of ten days.\n"),
        ("en", "Seats at the meeting are assigned in accordance with the customary order.\n"),
        ("fr", "La réunion est annulée en vertu d'un préavis, et je vous demande une réponse.\n"),
        ("fr", "Placés conformément à l'ordre alphabétique, vous êtes conviés à la réunion.\n"),
        ("ar", "ويجوز إلغاء الاجتماع بموجب إشعار كتابي، ويرجى الرد.\n"),
        ("ar", "وتوزع المقاعد وفق الترتيب المتبع، ويرجى حضور الاجتماع.\n"),
    ],
)
def test_schedule_is_no_ground(language: str, text: str) -> None:
    assert _codes(HEADS[language] + text, Kind.LETTER) == ["LEG001"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I congratulate you warmly on the national day of your country.\n"),
        ("fr", "Je vous adresse mes vives félicitations à l’occasion de votre fête nationale.\n"),
        ("ar", "أتقدم إليكم بأحر التهاني بمناسبة اليوم الوطني لبلدكم.\n"),
    ],
)
def test_letter_of_courtesy_needs_no_basis(language: str, text: str) -> None:
    assert _codes(HEADS[language] + text, Kind.LETTER) == []


@pytest.mark.parametrize(
    ("subject", "text", "asks"),
    [
        ("Subject: Congratulations", "I learned with pleasure of your nomination.",
         "I request the payment of the contribution."),
        ("Objet : Félicitations", "J'ai appris avec plaisir votre nomination.",
         "Je vous prie de régler la contribution, payable en dollars."),
        ("الموضوع: تعزية", "تلقيت ببالغ الحزن نبأ الزلزال الذي ألم ببلدكم.",
         "يرجى سداد المساهمة."),
    ],
)  # fmt: skip
def test_occasion_of_a_letter_of_courtesy_is_no_request(subject: str, text: str, asks: str) -> None:
    head = (
        "Organisation of Islamic Cooperation\nRef.: 12/2026\nDate: 4 May 2026\n\n"
        f"{subject}\n\nExcellency,\n\n"
    )
    close = "\n\nPlease accept, Excellency, the assurances of my highest consideration.\n"

    assert _codes(head + text + close, Kind.LETTER) == []
    assert _codes(f"{head}{text} {asks}{close}", Kind.LETTER) == ["LEG001"]


NOTES = {
    "en": (
        "The General Secretariat of the Organisation of Islamic Cooperation presents its "
        "compliments to the Embassy and has the honour to {} and to recall that the meeting of "
        "experts will be held in Jeddah next month, as was said to all the capitals, and that "
        "the list of the members of the delegation goes with it for the hall.\n",
        "request the exemption from customs duties of a consignment",
        "inform it of the meeting",
    ),
    "fr": (
        "Le Secrétariat général de l'Organisation de la coopération islamique présente ses "
        "compliments à l'Ambassade et a l'honneur de {} et de dire que la réunion d'experts se "
        "tiendra à Djeddah le mois prochain, comme il a été dit à toutes les capitales, et que "
        "la liste des membres de la délégation y est jointe.\n",
        "solliciter la franchise de douane d'un lot",
        "l'informer de la réunion",
    ),
    "ar": (
        "منظمة التعاون الإسلامي\n\n"
        "تهدي الأمانة العامة لمنظمة التعاون الإسلامي أطيب تحياتها إلى السفارة وتتشرف بأن {} "
        "وتذكر بأن اجتماع الخبراء سيعقد في جدة في الشهر المقبل كما جاء فيما أرسل إلى جميع "
        "العواصم مع قائمة بأسماء أعضاء الوفد الذين سيحضرون هذا الاجتماع وغيره من الاجتماعات "
        "التي تعقد في مقر الأمانة العامة خلال الأسبوع نفسه.\n",
        "تطلب إعفاء شحنة من الرسوم الجمركية",
        "تبلغها بالاجتماع",
    ),
}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_note_verbale_that_asks_a_privilege_names_its_ground(language: str) -> None:
    note, asks, tells = NOTES[language]

    def level(said: str) -> list[Level]:
        found = reviewer_of_tests().review(note.format(said), kind=Kind.NOTE_VERBALE).findings
        return [one.level for one in found if one.code == "LEG001"]

    assert level(asks) == [Level.WARN]
    assert level(tells) in ([Level.NOTE], [])


def test_resolution_cited_later_in_the_letter_is_a_basis() -> None:
    text = HEADS["en"] + ASKS["en"] + "\nThe meeting implements Resolution 2/51-PAL.\n"

    assert _codes(text, Kind.LETTER) == []


def test_resolution_named_in_the_subject_alone_is_no_basis() -> None:
    text = HEADS["en"].replace("Preparatory meeting", "Resolution 2/51-PAL") + ASKS["en"]

    assert _codes(text, Kind.LETTER) == ["LEG001"]


@pytest.mark.parametrize("kind", [Kind.REPORT, Kind.CABLE])
def test_kind_that_needs_no_basis_is_silent(kind: Kind) -> None:
    assert _codes(HEADS["en"] + ASKS["en"], kind) == []


def test_paper_of_another_house_is_not_asked_for_a_basis() -> None:
    text = "Society for Associations\n\nDear Sir,\n\n" + ASKS["en"].replace(
        "the Organisation", "we"
    )

    assert _codes(text, Kind.LETTER) == []


def test_contract_with_recitals_has_its_basis() -> None:
    contract = "CONTRACT\n\nThe Organisation of Islamic Cooperation and the Contractor,\n\n"

    assert (
        _codes(contract + "Whereas the Council approved the works,\n\nArticle 1.", Kind.CONTRACT)
        == []
    )
    assert _codes(contract + "Agree as follows.\n\nArticle 1. The works.", Kind.CONTRACT) == [
        "LEG001"
    ]


IN_FORCE = [
    ("LEG002", "Pursuant to Resolution No. 4/50-PAL, the meeting is held."),
    ("LEG002", "En application de la résolution 4/50-PAL, la réunion se tient."),
    ("LEG002", "عملا بالقرار رقم 4/50 - فل، يعقد الاجتماع."),
    ("LEG003", "In accordance with Resolution 3/48-E, the meeting is held."),
    ("LEG003", "Conformément à la résolution 3/48-E, la réunion se tient."),
    ("LEG003", "بموجب القرار 3/48 - ق، يعقد الاجتماع."),
    ("LEG004", "Under the terms of the Statute of the Islamic Court, the judges are elected."),
    ("LEG004", "En vertu du Statut de la Cour islamique, les juges sont élus."),
    ("LEG004", "بموجب النظام الأساسي للمحكمة الإسلامية، ينتخب القضاة."),
]


@pytest.mark.parametrize(("code", "text"), IN_FORCE)
def test_basis_that_is_not_in_force_is_found(code: str, text: str) -> None:
    assert _codes(text, Kind.REPORT) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Pursuant to Resolution No. 2/51-PAL, the meeting is held.",
        "En application de la résolution 2/51-PAL, la réunion se tient.",
        "عملا بالقرار رقم 2/51 - فل، يعقد الاجتماع.",
        "The report lists Resolution 4/50-PAL. It was replaced.",
        "States are invited, in accordance with the Statute of the Islamic Court, to ratify it.",
        "Conformément au Statut de la Cour islamique, qui attend son entrée en vigueur, rien ne "
        "change.",
        "بموجب النظام الأساسي للمحكمة الإسلامية الذي لم يدخل حيز النفاذ.",
    ],
)
def test_basis_in_force_or_not_invoked_is_silent(text: str) -> None:
    assert _codes(text, Kind.REPORT) == []


def test_letter_older_than_the_newer_resolution_may_rest_on_the_older() -> None:
    text = "Pursuant to Resolution No. 4/50-PAL, the meeting is held."

    assert _codes(text, Kind.REPORT, date(2025, 2, 1)) == []


PREAMBLES = {
    "en": ("The Council of Foreign Ministers,\n\n", "Recalling its resolutions on the matter,\n\n",
           "Concerned at the situation,\n\n1. Decides to meet.\n"),
    "fr": ("Le Conseil des ministres des Affaires "
           "étrangères,\n\n", "Rappelant ses résolutions,\n\n",
           "Préoccupé par la situation,\n\n1. Décide de se réunir.\n"),
    "ar": ("إن مجلس وزراء الخارجية،\n\n", "إذ يستذكر القرارات السابقة،\n\n",
           "وإذ يعرب عن قلقه،\n\n1. يقرر الاجتماع.\n"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_preamble_without_a_ground_is_found(language: str) -> None:
    opening, ground, rest = PREAMBLES[language]

    assert _codes(opening + rest, Kind.DRAFT_RESOLUTION) == ["LEG005"]
    assert _codes(opening + ground + rest, Kind.DRAFT_RESOLUTION) == []


@pytest.mark.parametrize(
    ("language", "organ"),
    [("en", "The Fifty-second Session of the Council of Foreign Ministers,\n\n"),
     ("en", "The 52nd Session of the Council of Foreign Ministers,\n\n"),
     ("fr", "La cinquante-deuxième session du Conseil des ministres,\n\n")],
)  # fmt: skip
def test_preamble_may_open_with_the_session_of_the_organ(language: str, organ: str) -> None:
    _, ground, rest = PREAMBLES[language]

    assert _codes(organ + rest, Kind.DRAFT_RESOLUTION) == ["LEG005"]
    assert _codes(organ + ground + rest, Kind.DRAFT_RESOLUTION) == []


ACKNOWLEDGES = {
    "en": "Your invoice has reached us and went to our colleagues in charge.\n\nYours sincerely,\n",
    "fr": "Votre facture nous est bien parvenue et a été transmise au service compétent.\n\n"
          "Veuillez agréer l’expression de mes sentiments distingués.\n",
    "ar": "نفيدكم بتسلم فاتورتكم، وقد أحيلت إلى الجهة المختصة.\n\nوتفضلوا بقبول فائق التقدير.\n",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_short_letter_that_asks_nothing_is_noted_and_no_more(language: str) -> None:
    text = HEADS[language] + ACKNOWLEDGES[language]
    found = reviewer_of_tests().review(text, kind=Kind.LETTER).findings

    assert [f.level for f in found if f.code == "LEG001"] in ([], [Level.NOTE])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The General Secretariat of the Organisation of Islamic Cooperation presents its "
         "compliments to the Embassy of the Republic of Niger and has the honour to state that the "
         "seminar opens on 4 May 2026.\n\n{}The names of the members are awaited by 1 May 2026.\n"),
        ("fr", "Le Secrétariat général de l'Organisation de la coopération islamique présente ses "
         "compliments à l'Ambassade de la République du Niger et a l'honneur de dire que le "
         "séminaire s'ouvre le 4 mai 2026.\n\n{}Les noms des participants sont attendus.\n"),
        ("ar", "منظمة التعاون الإسلامي\n\nتهدي الأمانة العامة لمنظمة التعاون الإسلامي تحياتها "
         "إلى سفارة جمهورية النيجر وتفيد "
         "بأن الندوة تفتتح يوم 4 مايو 2026م.\n\n{}وتنتظر الأمانة العامة قائمة المشاركين.\n"),
    ],
)  # fmt: skip
def test_note_that_asks_for_names_says_by_what_right(language: str, text: str) -> None:
    more = {"en": "The hall is on the second floor. ", "fr": "La salle est au second étage. ",
            "ar": "وتقع القاعة في الطابق الثاني. "}[language] * 12  # fmt: skip
    report = reviewer_of_tests().review(text.format(more), kind=Kind.NOTE_VERBALE)

    assert [f.level for f in report.findings if f.code == "LEG001"] == [Level.WARN]


@pytest.mark.parametrize("line", ["Vu et approuvé : Jean Dupont", "Vu par le juriste"])
def test_visa_at_the_head_of_a_contract_is_no_recital(line: str) -> None:
    text = f"OCI - Organisation de la coopération islamique\n\n{line}\n\n{{}}CONTRAT\n\n"
    text += "Article 1 : le bailleur loue la salle et l'Organisation paie le loyer demandé.\n"

    assert _codes(text.format(""), Kind.CONTRACT) == ["LEG001"]
    assert _codes(text.format("Vu la loi\n\n"), Kind.CONTRACT) == []
