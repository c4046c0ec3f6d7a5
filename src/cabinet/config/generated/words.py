"""What the papers of a made archive are about: subjects in three languages, one for a thread."""

from __future__ import annotations

# Arabic, English, French: about what, to be followed by where and the session.
TOPICS = (
    (
        "استضافة اجتماع فريق الخبراء",
        "Hosting of the expert meeting",
        "Accueil de la réunion d’experts",
    ),
    (
        "مشروع جدول الأعمال المؤقت",
        "Draft provisional agenda",
        "Projet d’ordre du jour provisoire",
    ),
    (
        "ترشيح مراقبين للانتخابات",
        "Nomination of election observers",
        "Désignation d’observateurs électoraux",
    ),
    (
        "تسديد المساهمة الإلزامية",
        "Payment of the assessed contribution",
        "Versement de la contribution obligatoire",
    ),
    (
        "برنامج المنح الدراسية",
        "Scholarship programme",
        "Programme de bourses d’études",
    ),
    (
        "الإغاثة الإنسانية للنازحين",
        "Relief for displaced persons",
        "Secours aux personnes déplacées",
    ),
    (
        "تقرير اللجنة المالية الدائمة",
        "Report of the Permanent Finance Committee",
        "Rapport du Comité financier permanent",
    ),
    (
        "اعتماد الممثل الدائم",
        "Accreditation of the Permanent Representative",
        "Accréditation du représentant permanent",
    ),
    (
        "تنفيذ القرار المتعلق بالتجارة البينية",
        "Implementation of the resolution on trade",
        "Mise en œuvre de la résolution sur le commerce",
    ),
    (
        "زيارة وفد الأمانة العامة",
        "Visit of a delegation of the General Secretariat",
        "Visite d’une délégation du Secrétariat général",
    ),
    (
        "مذكرة تفاهم بشأن التعاون الثقافي",
        "Memorandum of understanding on culture",
        "Mémorandum d’entente sur la culture",
    ),
    (
        "دعوة إلى الندوة الإعلامية",
        "Invitation to the media symposium",
        "Invitation au colloque sur les médias",
    ),
)
PLACES = (
    ("جدة", "Jeddah", "Djeddah"), ("داكار", "Dakar", "Dakar"), ("إسطنبول", "Istanbul", "Istanbul"),
    ("نيامي", "Niamey", "Niamey"), ("كوالالمبور", "Kuala Lumpur", "Kuala Lumpur"),
    ("الرباط", "Rabat", "Rabat"), ("باكو", "Baku", "Bakou"), ("مسقط", "Muscat", "Mascate"),
    ("بانجول", "Banjul", "Banjul"), ("إسلام آباد", "Islamabad", "Islamabad"),
    ("القاهرة", "Cairo", "Le Caire"), ("طشقند", "Tashkent", "Tachkent"),
    ("أبوجا", "Abuja", "Abuja"),
)  # fmt: skip
SESSION = ("الدورة", "session", "session")
LANGUAGES = ("ar", "en", "fr")
# Of ten threads five are in Arabic, three in English, two in French.
SHARE = (0, 0, 0, 0, 0, 1, 1, 1, 2, 2)
LETTERS = (
    "بسم الله الرحمن الرحيم\n\nتحية طيبة وبعد،\n\n"
    "نتشرف بإحاطة معاليكم علماً باستلام المذكرة المشار إليها أعلاه.\n",
    "Excellency,\n\nI have the honour to acknowledge receipt of the note referred to above.\n",
    "Excellence,\n\nJ’ai l’honneur d’accuser réception de la note susmentionnée.\n",
)  # fmt: skip
