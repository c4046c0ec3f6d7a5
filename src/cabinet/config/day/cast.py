"""The cast: fictional officers who hold the posts of the house on the day that is played.

The tests have the same cast, so what a reader sees in the tests is what ``make run`` plays.
"""

from __future__ import annotations

from dataclasses import dataclass

from cabinet.accounts.actions import Names
from clearance.terms import Language, Role

INSTRUMENT = "Staff list of the General Secretariat"


@dataclass(frozen=True)
class Member:
    """One of the cast: a user name, a person, a post."""

    username: str
    person: Names
    language: Language
    role: Role
    unit: str
    post: Names


def _member(
    username: str, person: tuple[str, str, str], language: str, role: str, unit: str,
    post: tuple[str, str, str],
) -> Member:  # fmt: skip
    return Member(username, Names(*person), Language(language), Role(role), unit, Names(*post))


_HEAD_AR, _HEAD_EN, _HEAD_FR = "مدير", "Director", "Directeur"

CAST = (
    _member(
        "sg", ("إدريس الكتاني", "Idris Al-Kettani", "Idris Al-Kettani"), "ar",
        "secretary_general", "SG",
        ("الأمين العام", "Secretary-General", "Secrétaire général"),
    ),
    _member(
        "dg", ("سالم الحضرمي", "Salim Al-Hadrami", "Salim Al-Hadrami"), "ar",
        "director_general", "CAB",
        (
            "مدير عام الديوان – كبير المستشارين",
            "Director-General of the Cabinet, Chief Adviser",
            "Directeur général du Cabinet, Conseiller principal",
        ),
    ),
    _member(
        "adviser", ("نادية منصور", "Nadia Mansour", "Nadia Mansour"), "ar",
        "cabinet_adviser", "CAB",
        ("مستشارة في الديوان", "Adviser in the Cabinet", "Conseillère au Cabinet"),
    ),
    _member(
        "adviser2", ("أمادو ديالو", "Amadou Diallo", "Amadou Diallo"), "fr",
        "cabinet_adviser", "CAB",
        (
            "مستشار في الديوان – الشؤون السياسية",
            "Adviser in the Cabinet, political questions",
            "Conseiller au Cabinet, questions politiques",
        ),
    ),
    _member(
        "private", ("ليلى بن عمر", "Leila Ben Omar", "Leïla Ben Omar"), "fr",
        "private_secretary", "SG",
        ("السكرتيرة الخاصة", "Private Secretary", "Secrétaire particulière"),
    ),
    _member(
        "asg", ("طارق رحيمي", "Tariq Rahimi", "Tariq Rahimi"), "en",
        "assistant_secretary_general", "ASG",
        (
            "الأمين العام المساعد",
            "Assistant Secretary-General",
            "Secrétaire général adjoint",
        ),
    ),
    _member(
        "registry", ("عبد الله الغامدي", "Abdullah Al-Ghamdi", "Abdullah Al-Ghamdi"), "ar",
        "head_of_registry", "REG",
        ("رئيس مكتب القيد", "Head of the Registry Office", "Chef du Bureau d'ordre"),
    ),
    _member(
        "clerk", ("هند الزهراني", "Hind Al-Zahrani", "Hind Al-Zahrani"), "ar",
        "registry_clerk", "REG",
        ("كاتبة القيد", "Registry Clerk", "Commise au Bureau d'ordre"),
    ),
    _member(
        "clerk2", ("عمر سيسيه", "Omar Cissé", "Omar Cissé"), "fr",
        "registry_clerk", "REG",
        ("كاتب القيد – الصادر", "Registry Clerk, outgoing", "Commis au Bureau d'ordre, départ"),
    ),
    _member(
        "political", ("محمود شاهين", "Mahmoud Shahin", "Mahmoud Shahin"), "en",
        "head_of_department", "POL",
        (
            f"{_HEAD_AR} الشؤون السياسية",
            f"{_HEAD_EN} of Political Affairs",
            f"{_HEAD_FR} des Affaires politiques",
        ),
    ),
    _member(
        "political-desk", ("سعاد كوليبالي", "Souad Coulibaly", "Souad Coulibaly"), "fr",
        "desk_officer", "POL",
        (
            "مسؤولة مكتب – الشؤون الأفريقية",
            "Desk Officer, African Affairs",
            "Chargée de dossier, Affaires africaines",
        ),
    ),
    _member(
        "palestine", ("خالد النابلسي", "Khaled Al-Nabulsi", "Khaled Al-Nabulsi"), "ar",
        "head_of_department", "PAL",
        (
            f"{_HEAD_AR} شؤون فلسطين والقدس الشريف",
            f"{_HEAD_EN} of Palestine and Al-Quds Affairs",
            f"{_HEAD_FR} des Affaires de Palestine et d'Al-Qods",
        ),
    ),
    _member(
        "palestine-desk", ("رنا حداد", "Rana Haddad", "Rana Haddad"), "ar",
        "desk_officer", "PAL",
        (
            "مسؤولة مكتب – القدس الشريف",
            "Desk Officer, Al-Quds Al-Sharif",
            "Chargée de dossier, Al-Qods Al-Charif",
        ),
    ),
    _member(
        "legal", ("فاطمة الزهراء علوي", "Fatima Zahra Alaoui", "Fatima Zahra Alaoui"), "fr",
        "head_of_department", "LEG",
        (
            f"{_HEAD_AR}ة الشؤون القانونية",
            f"{_HEAD_EN} of Legal Affairs",
            "Directrice des Affaires juridiques",
        ),
    ),
    _member(
        "information", ("وجدي سليمان", "Wajdi Suleiman", "Wajdi Suleiman"), "en",
        "head_of_department", "INF",
        (
            f"{_HEAD_AR} الإعلام",
            f"{_HEAD_EN} of Information",
            f"{_HEAD_FR} de l'Information",
        ),
    ),
    _member(
        "cultural", ("إلهام أحمدوف", "Ilham Ahmadov", "Ilham Ahmadov"), "en",
        "head_of_department", "CUL",
        (
            f"{_HEAD_AR} الشؤون الثقافية والاجتماعية والأسرة",
            f"{_HEAD_EN} of Cultural, Social and Family Affairs",
            f"{_HEAD_FR} des Affaires culturelles, sociales et familiales",
        ),
    ),
    _member(
        "economic", ("يوسف رحمن", "Yusuf Rahman", "Yusuf Rahman"), "en",
        "head_of_department", "ECO",
        (
            f"{_HEAD_AR} الشؤون الاقتصادية",
            f"{_HEAD_EN} of Economic Affairs",
            f"{_HEAD_FR} des Affaires économiques",
        ),
    ),
    _member(
        "humanitarian", ("عائشة دانجوما", "Aisha Danjuma", "Aïcha Danjuma"), "en",
        "head_of_department", "HUM",
        (
            f"{_HEAD_AR}ة الشؤون الإنسانية",
            f"{_HEAD_EN} of Humanitarian Affairs",
            "Directrice des Affaires humanitaires",
        ),
    ),
    _member(
        "conference", ("حسن الصغير", "Hassan Seghir", "Hassan Seghir"), "fr",
        "head_of_department", "CON",
        (
            f"{_HEAD_AR} المؤتمرات",
            f"{_HEAD_EN} of Conferences",
            f"{_HEAD_FR} des Conférences",
        ),
    ),
    _member(
        "protocol", ("منى القرشي", "Mona Al-Qurashi", "Mona Al-Qurashi"), "ar",
        "head_of_department", "PRO",
        (
            f"{_HEAD_AR}ة المراسم والعلاقات العامة",
            f"{_HEAD_EN} of Protocol and Public Relations",
            "Directrice du Protocole et des Relations publiques",
        ),
    ),
    _member(
        "niamey", ("إبراهيم عيسى", "Ibrahim Issa", "Ibrahim Issa"), "fr",
        "external_office", "NIM",
        (
            "رئيس مكتب نيامي",
            "Head of the Office in Niamey",
            "Chef du bureau de Niamey",
        ),
    ),
    _member(
        "auditor", ("سلمى أكيول", "Selma Akyol", "Selma Akyol"), "en",
        "internal_auditor", "AUD",
        ("المدققة الداخلية", "Internal Auditor", "Auditrice interne"),
    ),
    _member(
        "system", ("بلال تشودري", "Bilal Chowdhury", "Bilal Chowdhury"), "en",
        "system_administrator", "ITD",
        ("مدير النظام", "System Administrator", "Administrateur du système"),
    ),
)  # fmt: skip
