"""Names of months and days in three languages, as the house writes them and as others do.

Dates are kept as printed: nothing here turns one calendar's date into the other's for storage.
Sources: the Egyptian, Levantine and Maghrebi names of the Gregorian months are in common official
use; the spellings of the Hijri months were read in papers of the Organisation, others are ours.
"""

from __future__ import annotations

from clearance.terms.papers import Language

MONTHS: dict[Language, tuple[str, ...]] = {
    Language.ENGLISH: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    Language.FRENCH: (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    Language.ARABIC: (
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
}  # fmt: skip
# Other names and spellings of the Gregorian months, by the month's number.
OTHER_MONTHS: dict[int, tuple[str, ...]] = {
    1: ("Jan.", "janv.", "كانون الثاني", "جانفي", "ينّاير"),
    2: ("Feb.", "févr.", "شباط", "فيفري", "فبرابر"),
    3: ("Mar.", "آذار"),
    4: ("Apr.", "avr.", "نيسان", "أفريل", "إبريل", "ابريل"),
    5: ("أيار", "ماي", "ماية"),
    6: ("Jun.", "حزيران", "جوان", "يونيه"),
    7: ("Jul.", "juil.", "تموز", "جويلية", "يوليوز", "يوليه"),
    8: ("Aug.", "آب", "أوت", "غشت", "اغسطس"),
    9: ("Sept.", "Sep.", "أيلول", "شتنبر", "سبتمر"),
    10: ("Oct.", "تشرين الأول"),
    11: ("Nov.", "تشرين الثاني", "نونبر", "نوفمير"),
    12: ("Dec.", "déc.", "كانون الأول", "دجنبر"),
}
WEEKDAYS: dict[Language, tuple[str, ...]] = {  # Monday first, as datetime counts them
    Language.ENGLISH: (
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ),
    Language.FRENCH: ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    Language.ARABIC: (
        "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد",
    ),
}  # fmt: skip
OTHER_WEEKDAYS: dict[int, tuple[str, ...]] = {
    0: ("الإثنين", "اثنين", "Mon", "lun"),
    1: ("الثلثاء", "Tue", "Tues", "mar"),
    2: ("Wed", "mer"),
    3: ("Thu", "Thur", "Thurs", "jeu"),
    4: ("Fri", "ven"),
    5: ("Sat", "sam"),
    6: ("Sun", "dim"),
}
HIJRI_MONTHS: dict[Language, tuple[str, ...]] = {
    Language.ENGLISH: (
        "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Ula",
        "Jumada al-Akhirah", "Rajab", "Sha'ban", "Ramadan", "Shawwal", "Dhu al-Qa'dah",
        "Dhu al-Hijjah",
    ),
    Language.FRENCH: (
        "Mouharram", "Safar", "Rabi I", "Rabi II", "Joumada I", "Joumada II", "Rajab", "Chaabane",
        "Ramadan", "Chawwal", "Dhoul Qi'da", "Dhoul Hijja",
    ),
    Language.ARABIC: (
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان",
        "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
}  # fmt: skip
# The shapes of the Hijri months, in plain letters without blanks, signs and articles of Arabic.
# The first that fits decides; each is matched against the whole name.
_THE = r"(?:u|al|ul|el|as|ath?|ats|us|uth|eth|oul?|l|i|an|the)*"
_FIRST = r"(?:awww?[ae]la?|aw[ae]la?|aouel|aouala?|aou?la?|u?la|oula|oola|ola|evvel|i|1st|1|first)"
_SECOND = (
    r"(?:th?an[iy]+[aeh]*|sani[yaeh]*|akh?[ie]r[aeh]*|akhar|ukhra|oukhra|okhra|ii|2nd|2|second)"
)
_RABI = r"rab[iey]+a?h?"
_JUMADA = r"[djg]+[aou]*m[aeo]+d[aeiouy]*"
_DHU = r"(?:[dtz]+h?|th)[aeiou]*(?:al|ul|el|oul?|l)*"
HIJRI_SHAPES: tuple[tuple[int, str], ...] = (
    (1, r"m[ou]*h+a?r+[aeo]m(?:al)?(?:haram)?"),
    (2, r"sap?f+[ae]r|safr"),
    (4, f"{_RABI}{_THE}{_SECOND}"),
    (3, f"{_RABI}{_THE}{_FIRST}?"),
    (6, f"{_JUMADA}{_THE}{_SECOND}"),
    (5, f"{_JUMADA}{_THE}{_FIRST}?"),
    (7, r"r[ae][djg]+[jg]?[ae]b|rajahb|rajeb|regep"),
    (8, r"[sc]+h?[ae]+b+[ae]+ne?"),
    (9, r"ramad?[hz]?[ae]+ne?(?:al)?(?:mubarak)?"),
    (10, r"[sc]+h?[aeou]*w+[aeo]+l|ch?aou?al"),
    (11, rf"{_DHU}[qkg][aeiou]*h?d[aeh]*"),
    (12, rf"{_DHU}h[aeiou]*[jdg]+[aeiou]*h?"),
)
# The same in Arabic, in the letters of the skeleton, without blanks.
HIJRI_ARABIC: dict[str, int] = {
    "محرم": 1, "المحرم": 1, "محرمالحرام": 1, "صفر": 2, "صفرالخير": 2,
    "ربيعالاول": 3, "ربيعاول": 3, "ربيعالاخر": 4, "ربيعالثاني": 4, "ربيعثاني": 4, "ربيعاخر": 4,
    "جماديالاولي": 5, "جماديالاول": 5, "جمادالاولي": 5, "جماديالاخره": 6, "جماديالاخري": 6,
    "جماديالثانيه": 6, "جماديالاخر": 6, "جماديالثاني": 6,
    "رجب": 7, "رجبالفرد": 7, "شعبان": 8, "شعبانالمكرم": 8, "رمضان": 9, "رمضانالمبارك": 9,
    "شوال": 10, "ذوالقعده": 11, "ذيالقعده": 11, "ذاالقعده": 11, "القعده": 11, "ذوالحجه": 12,
    "ذيالحجه": 12, "ذاالحجه": 12, "الحجه": 12,
}  # fmt: skip
