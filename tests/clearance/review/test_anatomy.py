"""The parts of letters, notes, memoranda and contracts in many layouts."""

from __future__ import annotations

import pytest

from clearance.reading.skeleton import fold
from clearance.review.mentions.anatomy import TRIGGERS, Anatomy, read_anatomy
from clearance.review.scan import Scanner

_SCANNER = Scanner(TRIGGERS)
_ENGLISH = """\
Permanent Secretariat of the Organisation
P.O. Box 178, Jeddah 21411
Ref. OIC/POL-03/2025/004512          Date: 14 October 2025

To:
H.E. Dr. Salma Ould Ahmed
Minister for Foreign Affairs
Islamic Republic of Mauritania

Subject:
The next session

Excellency, I have the honour to refer to your letter and to convey our thanks to you.

I avail myself of this opportunity to renew to Your Excellency the assurances
of my highest consideration.

(Signed) Omar Sy, Secretary-General

Approved by:
Leila Haddad
Director-General of the Cabinet
Encl.: 2
cc: Permanent Mission
"""
_FOOT = """\
OIC/SG/2025/77
Jeddah, 3 May 2025
Dear Mr. Minister,
I have the honour to write to you.
Please accept, Mr. Minister, the assurances of my highest consideration.
Omar Sy
Secretary-General

His Excellency
Mr. Ali Nader
Minister of Foreign Affairs
Hashemite Kingdom of Jordan
"""
_FRENCH = """\
Djeddah, le 3 mai 2025
N/Réf. : SG/2025/0412
À l'attention de Son Excellence Monsieur Ali Keïta, Ministre de la Santé de la République du Mali

Objet : Invitation

Monsieur le Ministre,

J'ai l'honneur de vous inviter.

Je vous prie d'agréer, Monsieur le Ministre, les assurances de ma haute considération.

Le Secrétaire général,
Omar Sy

Vu et approuvé par le Directeur général du Cabinet, le 2 mai 2025
P.J. : 1
"""
_ARABIC = """\
منظمة التعاون الإسلامي
الإشارة: ت/١٢/٢٠٢٥
التاريخ: ١٤ أكتوبر ٢٠٢٥م

إلى: صاحب السمو الملكي الأمير سلطان بن تركي حفظه الله
وزير خارجية المملكة العربية السعودية

الموضوع: الاجتماع

السلام عليكم ورحمة الله وبركاته،

يا صاحب السمو الملكي،

يسرني أن أحيط سموكم علما.

وتفضلوا، صاحب السمو الملكي، بقبول أسمى عبارات التقدير.

أخوكم
عمر سي
الأمين العام

يعتمد:
ليلى حداد
المرفقات: (3)
"""
_MEMORANDUM = """\
MEMORANDUM
To:\tThe Director-General of the Cabinet
From:\tAmina Sow, Director of Conferences
Date:\t12 March 2025
Subject:\tTravel

1. The department asks for approval.

Amina Sow
Director of Conferences
"""
_NOTE = """\
Note verbale No. 33/2025

The General Secretariat presents its compliments to the Ministry of Foreign Affairs of the \
Republic of Uganda and has the honour to inform it that the meeting was postponed.

The General Secretariat avails itself of this opportunity to renew the assurances of its esteem.
"""
CASES: tuple[tuple[str, dict[str, str]], ...] = (
    (_ENGLISH, {
        "letterhead": "Permanent Secretariat of the Organisation\nP.O. Box 178, Jeddah 21411",
        "date_line": "14 October 2025", "addressee_style": "H.E. Dr.",
        "addressee_name": "Salma Ould Ahmed", "addressee_title": "Minister for Foreign Affairs",
        "addressee_place": "Islamic Republic of Mauritania",
        "subject": "Subject:\nThe next session",
        "salutation": "Excellency,", "signature_name": "Omar Sy",
        "signature_title": "Secretary-General", "enclosures": "Encl.: 2",
        "approval": "Approved by:\nLeila Haddad\nDirector-General of the Cabinet",
        "copies": "cc: Permanent Mission",
        "closing": "I avail myself of this opportunity to renew to Your Excellency the assurances\n"
                   "of my highest consideration.",
    }),
    (_FOOT, {
        "reference": "OIC/SG/2025/77", "date_line": "Jeddah, 3 May 2025",
        "salutation": "Dear Mr. Minister,", "addressee_style": "His Excellency\nMr.",
        "addressee_name": "Ali Nader", "addressee_place": "Hashemite Kingdom of Jordan",
        "signature_name": "Omar Sy", "signature_title": "Secretary-General",
    }),
    (_FRENCH, {
        "reference": "N/Réf. : SG/2025/0412", "addressee_style": "Son Excellence Monsieur",
        "addressee_name": "Ali Keïta", "addressee_title": "Ministre de la Santé",
        "addressee_place": "de la République du Mali", "salutation": "Monsieur le Ministre,",
        "signature_name": "Omar Sy", "signature_title": "Le Secrétaire général",
        "approval": "Vu et approuvé par le Directeur général du Cabinet, le 2 mai 2025",
        "enclosures": "P.J. : 1",
    }),
    (_ARABIC, {
        "letterhead": "منظمة التعاون الإسلامي", "reference": "الإشارة: ت/١٢/٢٠٢٥",
        "addressee_style": "صاحب السمو الملكي الأمير", "addressee_name": "سلطان بن تركي",
        "addressee_title": "وزير خارجية", "addressee_place": "المملكة العربية السعودية",
        "salutation": "يا صاحب السمو الملكي،", "signature_name": "عمر سي",
        "signature_title": "الأمين العام", "approval": "يعتمد:\nليلى حداد",
        "enclosures": "المرفقات: (3)",
    }),
    (_MEMORANDUM, {
        "addressee_title": "The Director-General of the Cabinet",
        "sender": "Amina Sow, Director of Conferences", "date_line": "Date:\t12 March 2025",
        "signature_name": "Amina Sow",
    }),
    (_NOTE, {
        "addressee_title": "the Ministry of Foreign Affairs",
        "addressee_place": "of the Republic of Uganda",
    }),
)  # fmt: skip


def _read(text: str) -> tuple[str, Anatomy]:
    folded = fold(text)
    hits = _SCANNER.scan(folded.skeleton)
    return folded.clean, read_anatomy(folded.clean, folded.skeleton, hits)


@pytest.mark.parametrize(("text", "parts"), CASES)
def test_parts_are_read_in_each_layout(text: str, parts: dict[str, str]) -> None:
    clean, anatomy = _read(text)

    stretches = {part: getattr(anatomy, part) for part in parts}
    assert {part: at and clean[at[0] : at[1]] for part, at in stretches.items()} == parts


def test_two_addressees_are_parted() -> None:
    text = _FOOT.replace("Dear Mr. Minister", "Excellencies").replace(
        "Hashemite Kingdom of Jordan",
        "Hashemite Kingdom of Jordan\nH.E. Ms. Sara Ali\nMinister of Health\nState of Qatar",
    )
    head, _, foot = text.partition("\n\n")
    clean, anatomy = _read(foot + "\n" + head.replace("OIC/SG/2025/77\nJeddah, 3 May 2025\n", ""))

    named = [clean[block.name[0] : block.name[1]] for block in anatomy.addressees if block.name]
    assert named == ["Ali Nader", "Sara Ali"]


@pytest.mark.parametrize(
    ("house", "day", "addressee"),
    [
        ("منظمة التعاون الإسلامي\nديوان الأمين العام\nص.ب. 178، جدة 21411",
         "الأحد 3 أغسطس 2025م", "معالي السيد علي نادر\nوزير الخارجية\nجمهورية العراق"),
        ("Organisation of Islamic Cooperation\nP.O. Box 178, Jeddah 21411",
         "Sunday, 3 August 2025", "H.E. Mr. Ali Nader\nMinister of Foreign Affairs\nIraq"),
        ("Organisation de la coopération islamique\nB.P. 178, Djeddah 21411",
         "Dimanche 3 août 2025", "S.E. M. Ali Nader\nMinistre des Affaires étrangères\nIraq"),
        ("منظمة التعاون الإسلامي\nالأمانة العامة\nجدة، المملكة العربية السعودية",
         "إشارتنا: OIC/CAB/ECO/2025/77", "معالي السيد علي نادر\nوزير الخارجية\nجمهورية العراق"),
        ("Organisation of Islamic Cooperation\nGeneral Secretariat\nJeddah, Saudi Arabia",
         "Our ref.: OIC/CAB/ECO/2025/77", "H.E. Mr. Ali Nader\nMinister of Foreign Affairs\nIraq"),
        ("Organisation de la coopération islamique\nSecrétariat général\nDjeddah",
         "Notre réf. : OIC/CAB/ECO/2025/77", "S.E. M. Ali Nader\nMinistre de la Santé\nIraq"),
    ],
)  # fmt: skip
def test_house_below_the_day_or_the_number_is_the_letterhead_and_nobody_who_is_written_to(
    house: str, day: str, addressee: str
) -> None:
    clean, anatomy = _read(f"{day}\n\n{house}\n\n{addressee}\n\n")

    assert anatomy.letterhead and clean[slice(*anatomy.letterhead)] == house
    assert [clean[each.start : each.end] for each in anatomy.addressees] == [addressee]


def test_text_that_is_no_letter_has_no_parts() -> None:
    _, anatomy = _read("The Council met in Jeddah.\n\nIt took note of the report.\n" * 200)

    assert anatomy == Anatomy()


@pytest.mark.parametrize(
    "line",
    [
        "Vu et approuvé : Omar Sy, Secrétaire général, le 9 octobre 2025",
        "Vu et approuvé par Omar Sy, Secrétaire général, le 9 octobre 2025",
        "Bon pour accord : M. Sy, Secrétaire général, le 9 octobre 2025",
        "Bon à expédier : Omar Sy (Secrétaire général), 8 mars 2026",
        "Seen and approved: Omar Sy, Secretary-General, 9 October 2025",
        "Reviewed and authorised by Omar Sy, Secretary-General, on 9 October 2025",
        "تمت الموافقة من قبل عمر سي، الأمين العام، 9 أكتوبر 2025",
        "Cleared for issue by the Secretary-General on 8 September 2025",
        "Endorsed: Omar Sy, Director-General of the Cabinet, 20 April 2026",
        "By authority of the Secretary-General, 26 May 2025",
        "Seen and authorised: the Secretary-General, 19 April 2026",
        "Autorisé par le Secrétaire général le 17 septembre 2025",
        "Par autorisation du Secrétaire général en date du 9 juin 2025",
        "Vu et autorisé par le Secrétaire général, le 3 février 2026",
        "أجازه الأمين العام بتاريخ 28 سبتمبر 2025",
        "بموافقة الأمين العام في 17 مارس 2026",
        "اطلع عليه الأمين العام وأجازه في 13 أكتوبر 2025",
        "Approval of the Secretary-General: Omar Sy, 11 May 2025",
        "Authorisation of the Director-General of the Cabinet: Omar Sy, 11 May 2025",
        "Accord du Secrétaire général : Omar Sy, le 11 mai 2025",
        "موافقة الأمين العام: عمر سي - 11 مايو 2025",
        "اعتمد الصرف: عمر سي، الأمين العام، 11 مايو 2025",
        "Expenditure approved by Omar Sy, Secretary-General, on 11 May 2025",
        "Dépense approuvée par Omar Sy, Secrétaire général, le 11 mai 2025",
        "تمت الموافقة على الصرف من الأمين العام، عمر سي، في 11 مايو 2025",
    ],
)
def test_approval_is_read_in_each_wording(line: str) -> None:
    clean, anatomy = _read(f"{_FOOT.partition(chr(10) * 2)[0]}\n\n{line}\n")

    assert anatomy.approval is not None
    assert clean[slice(*anatomy.approval)] == line


@pytest.mark.parametrize(
    "line",
    [
        "Vu et entendu les rapports des délégations en 2025, le comité se réunit.",
        "The reports seen and approved by the committee in 2025 are attached.",
        "تمت الموافقة على جدول الأعمال في الجلسة الأولى عام 2025.",
        "By authority of the Secretary-General, the meeting will be held in 2025 in Jeddah",
        "Par autorisation du Secrétaire général, la réunion aura lieu à Djeddah",
        "بموافقة الأمين العام تعقد الجلسة في القاعة الكبرى",
        "Approval of the budget: see the table of 2025 below",
        "Budget approved by the Council of Foreign Ministers, Jeddah, 11 May 2025",
        "Budget approuvé par le Conseil des ministres des Affaires étrangères, Djeddah, mai 2025",
        "موافقة البرلمان: صدرت في 11 مايو 2025",
    ],
)
def test_sentence_that_begins_like_an_approval_is_none(line: str) -> None:
    _, anatomy = _read(f"{_FOOT.partition(chr(10) * 2)[0]}\n\n{line}\n")

    assert anatomy.approval is None


@pytest.mark.parametrize(
    "line",
    [
        "Letter No. OIC/CAB/POL/2026/0344",
        "Note n° OIC/CAB/7",
        "خطاب رقم OIC/CAB/POL/2026/1",
        "عقد رقم: OIC\\CAB\\POL\\2026\\1",
    ],
)
def test_number_of_a_letter_is_its_reference(line: str) -> None:
    clean, anatomy = _read(_FOOT.replace("OIC/SG/2025/77", line))

    assert anatomy.reference is not None
    assert clean[slice(*anatomy.reference)].endswith(line.rsplit(maxsplit=1)[-1])


@pytest.mark.parametrize(
    "line",
    ["OIC/CAB/POL/2026/0344 - Tuesday 12 May 2026", "OIC/CAB/POL/2026/0344 du 12 mai 2026",
     "OIC/CAB/POL/2026/0344 - الثلاثاء 12 مايو 2026م"],
)  # fmt: skip
def test_number_and_date_on_one_line_are_parted(line: str) -> None:
    clean, anatomy = _read(_FOOT.replace("OIC/SG/2025/77", line))

    assert anatomy.reference is not None
    assert clean[slice(*anatomy.reference)] == "OIC/CAB/POL/2026/0344"


def test_names_over_the_signatures_of_a_contract_are_read() -> None:
    clean, anatomy = _read(
        "Contract No. OIC/CAB/POL/2026/1\n\n1. The Contractor shall provide the booths.\n\n"
        "Done at Jeddah, on 20 November 2025\n\nFor the Organisation:\nOmar Sy, Secretary-General\n"
        "For the other Party: ____________\n"
    )

    assert [clean[slice(*one.name)] for one in anatomy.signatures if one.name] == ["Omar Sy"]


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("Signed for the Client:\nOmar Sy\nSecretary-General\n\nSigned for the Supplier:\n"
         "Paul Dubois, Manager\n", "Omar Sy"),
        ("Signé pour le Client :\nOmar Sy\nSecrétaire général\n\nSigné pour le Fournisseur :\n"
         "Paul Dubois, gérant\n", "Omar Sy"),
        ("التوقيع عن المنظمة:\nعمر سي\nالأمين العام\n\nالتوقيع عن المورد:\n"
         "بول دوبوا، المدير العام\n", "عمر سي"),
    ],
)  # fmt: skip
def test_sides_that_sign_are_told_apart(foot: str, name: str) -> None:
    clean, anatomy = _read(
        "Contract No. OIC/CAB/POL/2026/1\n\n1. The Contractor shall provide the booths.\n\n"
        "Done at Jeddah, on 20 November 2025\n\n" + foot
    )

    assert [clean[slice(*one.name)] for one in anatomy.signatures if one.name] == [name]


@pytest.mark.parametrize(
    ("line", "is_close"),
    [
        ("I remain glad to renew to you, Excellency, my lasting esteem.", True),
        ("Let me assure you, dear colleague, of my unfailing friendship.", True),
        ("Let me assure you that my colleagues will meet the delegates.", False),
        ("Il me plaît de vous redire, Excellence, toute mon estime.", True),
        ("Il me plaît de vous redire que mes collègues viendront.", False),
    ],
)
def test_letter_closes_with_what_the_writer_assures(line: str, *, is_close: bool) -> None:
    letter = f"Excellency,\n\nThe session opens in May.\n\n{line}\n\nOmar Sy\nSecretary-General\n"
    clean, anatomy = _read(letter)

    closing = anatomy.closing and clean[slice(*anatomy.closing)]

    assert closing == (line if is_close else None)


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("Distribution: limited", "H.E. Mr. Ali Nader\nMinister of Health\nState of Qatar"),
        ("Distribution: Heads of missions", "Heads of missions"),
        ("Diffusion : générale", "S.E. M. Ali Nader\nMinistre de la Santé\nÉtat du Qatar"),
        ("Diffusion : Chefs de mission", "Chefs de mission"),
        ("التوزيع: محدود", "معالي السيد علي نادر\nوزير الصحة\nدولة قطر"),
        ("التوزيع: رؤساء البعثات", "رؤساء البعثات"),
    ],
)
def test_how_far_a_paper_may_go_names_nobody(line: str, addressee: str) -> None:
    to = addressee if "\n" in addressee else "H.E. Mr. Ali Nader\nMinister of Health\nQatar"
    clean, anatomy = _read(
        f"OIC\nGeneral Secretariat\n\nOIC/CAB/77\n{line}\n3 May 2025\n\nRe: Seeds\n\n"
        "Excellency,\n\nThe session opens in May.\n\nYours sincerely,\n\n"
        f"Omar Sy\nSecretary-General\n\n{to}\n"
    )

    assert anatomy.addressee and clean[slice(*anatomy.addressee)] == addressee


@pytest.mark.parametrize(
    ("line", "is_copy"),
    [
        ("نسخة مع التحية لمكتب التسجيل", True),
        ("صورة للقسم القانوني", True),
        ("صورة لحديقة المقر القديمة", False),
    ],
)
def test_arabic_line_of_copies_needs_no_colon(line: str, *, is_copy: bool) -> None:
    clean, anatomy = _read(f"{_ARABIC.rstrip()}\n{line}\n")

    copies = anatomy.copies and clean[slice(*anatomy.copies)]

    assert copies == (line if is_copy else None)
