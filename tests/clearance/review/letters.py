"""A small directory, a small register of signatories, and letters made of parts, for the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from clearance.review import Context, Finding, Particulars, Reviewer
from clearance.review.context import KnownAddressee, KnownSignatory, Names
from clearance.review.defaults import default_context
from clearance.terms import AddresseeLevel, Kind, Language

EN, FR, AR = Language.ENGLISH, Language.FRENCH, Language.ARABIC


def names(en: str, fr: str, ar: str) -> Names:
    """Return one text in each language."""
    return {EN: en, FR: fr, AR: ar}


MINISTER = names("Minister of Foreign Affairs", "Ministre des Affaires étrangères", "وزير الخارجية")
HIS = names("H.E. Mr.", "S.E. M.", "معالي السيد")
FM = AddresseeLevel.FOREIGN_MINISTER
ADDRESSEES = (
    KnownAddressee(
        id="uzb", names=names("Shukhrat Tashmatov", "Choukhrat Tachmatov", "شهرت تاشماتوف"),
        titles=MINISTER, style=HIS, state="UZB", level=FM,
    ),
    KnownAddressee(
        id="tur-before", names=names("Kemal Arslan", "Kemal Arslan", "كمال أرسلان"),
        titles=MINISTER, style=HIS, state="TUR", level=FM, until=date(2025, 6, 1),
    ),
    KnownAddressee(
        id="tur", names=names("Mehmet Demirkan", "Mehmet Demirkan", "محمد دميركان"),
        titles=MINISTER, style=HIS, state="TUR", level=FM, since=date(2025, 6, 2),
    ),
    KnownAddressee(
        id="brn", names=names("Idris Wahab", "Idris Wahab", "إدريس وهاب"), titles=MINISTER,
        style=names("H.R.H. Prince", "S.A.R. le Prince", "صاحب السمو الملكي الأمير"), state="BRN",
        level=FM,
    ),
    KnownAddressee(id="omn", names={}, titles=MINISTER, state="OMN", level=FM),
    KnownAddressee(
        id="pak", names=names("Munir Qureshi", "Munir Qureshi", "منير قريشي"),
        titles=names(
            "Permanent Representative of the Islamic Republic of Pakistan",
            "Représentant permanent de la République islamique du Pakistan",
            "المندوب الدائم لجمهورية باكستان الإسلامية",
        ),
        style=names("H.E. Mr.", "S.E. M.", "سعادة السيد"), state="PAK",
        level=AddresseeLevel.PERMANENT_REPRESENTATIVE,
    ),
)  # fmt: skip
SG = KnownSignatory(
    id="SG", names=names("Mahmoud Al-Tayeb", "Mahmoud Al-Tayeb", "محمود الطيب"),
    titles=names("Secretary-General", "Secrétaire général", "الأمين العام"),
    kinds=frozenset({"letter", "memorandum", "contract"}), role="secretary_general",
)  # fmt: skip
DG = KnownSignatory(
    id="DG", names=names("Leila Haddad", "Leila Haddad", "ليلى حداد"),
    titles=names(
        "Director-General of the Cabinet", "Directrice générale du Cabinet", "مديرة عام الديوان"
    ),
    kinds=frozenset({"letter", "memorandum", "contract"}), limit=Decimal(250_000),
    levels=frozenset({AddresseeLevel.PERMANENT_REPRESENTATIVE}), role="director_general",
)  # fmt: skip
FINANCE = KnownSignatory(
    id="FIN", names=names("Peter Okello", "Peter Okello", "بيتر أوكيلو"),
    titles=names("Director of Finance", "Directeur des Finances", "مدير الإدارة المالية"),
    kinds=frozenset({"memorandum"}), limit=Decimal(50_000), role="head_of_department",
)  # fmt: skip
FORMER = KnownSignatory(
    id="ASG", names=names("Omar Danjuma", "Omar Danjuma", "عمر دانجوما"),
    titles=names(
        "Assistant Secretary-General", "Secrétaire général adjoint", "الأمين العام المساعد"
    ),
    kinds=frozenset({"letter"}), role="assistant_secretary_general", until=date(2025, 3, 1),
)  # fmt: skip
CONTEXT: Context = replace(
    default_context(), addressees=ADDRESSEES, signatories=(SG, DG, FINANCE, FORMER)
)
REVIEWER = Reviewer(CONTEXT)

PARTS: dict[Language, dict[str, str]] = {
    EN: {
        "date": "Jeddah, 14 October 2025", "style": "H.E. Mr.", "name": "Shukhrat Tashmatov",
        "title": "Minister of Foreign Affairs", "place": "Republic of Uzbekistan",
        "salutation": "Excellency,",
        "body": "I have the honour to inform you that the meeting will be held in Jeddah.",
        "closing": "Please accept, Excellency, the assurances of my highest consideration.",
        "signer": "Mahmoud Al-Tayeb", "post": "Secretary-General",
        "approval": "Approved by: Mahmoud Al-Tayeb, Secretary-General, 13 October 2025",
    },
    FR: {
        "date": "Djeddah, le 14 octobre 2025", "style": "S.E. M.", "name": "Choukhrat Tachmatov",
        "title": "Ministre des Affaires étrangères", "place": "République d'Ouzbékistan",
        "salutation": "Excellence,",
        "body": "J'ai l'honneur de vous informer que la réunion se tiendra à Djeddah.",
        "closing": "Veuillez agréer, Excellence, l'expression de ma très haute considération.",
        "signer": "Mahmoud Al-Tayeb", "post": "Secrétaire général",
        "approval": "Approuvé par : Mahmoud Al-Tayeb, Secrétaire général, le 13 octobre 2025",
    },
    AR: {
        "date": "14 أكتوبر 2025", "style": "معالي السيد", "name": "شهرت تاشماتوف",
        "title": "وزير الخارجية", "place": "جمهورية أوزبكستان",
        "salutation": "صاحب المعالي،",
        "body": "أتشرف بإفادتكم بأن الاجتماع سيعقد في جدة.",
        "closing": "وتفضلوا معاليكم بقبول فائق الاحترام والتقدير.",
        "signer": "محمود الطيب", "post": "الأمين العام",
        "approval": "اعتمده: محمود الطيب، الأمين العام، 13 أكتوبر 2025",
    },
}  # fmt: skip


def letter(language: Language, **changes: str) -> str:
    """Return a clean letter to the Foreign Minister of Uzbekistan, with the changes asked for."""
    part = PARTS[language] | changes
    to = f"{part['style']} {part['name']}".strip()
    return "\n".join(
        (
            part["date"], "", to, part["title"], part["place"], "", part["salutation"], "",
            part["body"], "", part["closing"], "", part["signer"], part["post"], "",
            part["approval"], "",
        )
    )  # fmt: skip


def findings(
    text: str, check: int, *, kind: Kind | None = Kind.LETTER, known: Particulars | None = None
) -> list[Finding]:
    """Return what one of the seven checks finds in a letter."""
    report = REVIEWER.review(text, kind=kind, particulars=known)
    return [finding for finding in report.findings if finding.check == check]


def codes(
    text: str, check: int, *, kind: Kind | None = Kind.LETTER, known: Particulars | None = None
) -> set[str]:
    """Return the codes that one of the seven checks finds in a letter."""
    return {finding.code for finding in findings(text, check, kind=kind, known=known)}
