"""The dates of the day that is played, and how each language prints them.

Holds the resolution of `dates.toml` against a given day and the words of both calendars in Arabic,
English and French. It must not read the clock: the day is always passed in.

The Hijri date follows the Umm al-Qura calendar, which the host country of the headquarters uses.
"""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

from hijridate import Gregorian

Language = Literal["ar", "en", "fr"]
MonthNames = Literal["egyptian", "levantine"]

WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
}
_EN_MONTHS = "January February March April May June July August September October November December"
_FR_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_AR_MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
GREGORIAN_MONTHS = {
    "en": tuple(_EN_MONTHS.split()),
    "fr": tuple(_FR_MONTHS.split()),
    "egyptian": tuple(_AR_MONTHS.split()),
    "levantine": (
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ),
}
HIJRI_MONTHS = {
    "en": (
        "Muharram",
        "Safar",
        "Rabi al-Awwal",
        "Rabi al-Thani",
        "Jumada al-Ula",
        "Jumada al-Akhirah",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhul-Qadah",
        "Dhul-Hijjah",
    ),
    "fr": (
        "Mouharram",
        "Safar",
        "Rabi al-Awwal",
        "Rabi ath-Thani",
        "Joumada al-Oula",
        "Joumada ath-Thania",
        "Rajab",
        "Chaabane",
        "Ramadan",
        "Chawwal",
        "Dhou al-Qi'da",
        "Dhou al-Hijja",
    ),
    "ar": (
        "محرم",
        "صفر",
        "ربيع الأول",
        "ربيع الآخر",
        "جمادى الأولى",
        "جمادى الآخرة",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "ذو القعدة",
        "ذو الحجة",
    ),
}
_DAY_NAMES = tuple(name.lower() for name in WEEKDAYS["en"])
_MONDAY, _THURSDAY = 0, 3
_PAIR = {
    "en": "{weekday}, {gregorian} ({hijri})",
    "fr": "{weekday} {gregorian} ({hijri})",
    "ar": "{weekday} {hijri} الموافق {gregorian}",
}


def gregorian_in_words(day: date, language: Language, months: MonthNames) -> str:
    """Print the Gregorian date as the language does: in French the first of a month is "1er"."""
    names = GREGORIAN_MONTHS[months if language == "ar" else language]
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    era = "م" if language == "ar" else ""
    return f"{number} {names[day.month - 1]} {day.year}{era}"


def hijri_in_words(day: date, language: Language) -> str:
    """Print the Umm al-Qura date of a Gregorian day as the language prints it."""
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    number = "1er" if language == "fr" and hijri.day == 1 else str(hijri.day)
    era = {"ar": "هـ", "en": "H", "fr": " H"}[language]
    return f"{number} {HIJRI_MONTHS[language][hijri.month - 1]} {hijri.year}{era}"


def both_calendars(day: date, language: Language, months: MonthNames = "egyptian") -> str:
    """Print weekday and both dates: the Hijri one first in Arabic, second elsewhere."""
    return _PAIR[language].format(
        weekday=WEEKDAYS[language][day.weekday()],
        gregorian=gregorian_in_words(day, language, months),
        hijri=hijri_in_words(day, language),
    )


def words_of(
    name: str, day: date, language: Language, months: MonthNames = "egyptian"
) -> dict[str, str]:
    """List what a letter may say of one date, by the placeholder that stands for it.

    `NAME_wrong_weekday` is the day after the right one, for the letter that is returned for it.
    """
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    return {
        f"{name}_weekday": WEEKDAYS[language][day.weekday()],
        f"{name}_wrong_weekday": WEEKDAYS[language][(day.weekday() + 1) % 7],
        f"{name}_gregorian": gregorian_in_words(day, language, months),
        f"{name}_hijri": hijri_in_words(day, language),
        f"{name}_year": str(day.year),
        f"{name}_hijri_year": str(hijri.year),
    }


def dates_of_the_day(on: date) -> dict[str, date]:
    """Resolve every named date of `dates.toml` against the day that is played."""
    table = tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))
    found: dict[str, date] = {}
    for name, entry in table.items():
        start = found[entry["after"]] if "after" in entry else on
        found[name] = _resolve(start + timedelta(days=entry["days"]), entry)
    return found


def _resolve(day: date, entry: dict[str, Any]) -> date:
    """Move a counted day to the weekday asked for, or to one on which every sender works."""
    if "weekday" in entry:
        day += timedelta(days=(_DAY_NAMES.index(entry["weekday"]) - day.weekday()) % 7)
        while entry.get("gathering") and _is_feast(day):
            day += timedelta(days=7)
    elif entry["days"] < 0 and day.weekday() > _THURSDAY:
        day -= timedelta(days=day.weekday() - _THURSDAY)
    elif entry["days"] > 0 and "after" not in entry and day.weekday() > _THURSDAY:
        day += timedelta(days=7 - day.weekday() + _MONDAY)
    return day


def _is_feast(day: date) -> bool:
    """Tell whether no gathering is called for that day or the next two.

    The last ten days of Ramadan, the feasts and the Hajj. A guess: no rule of the Organisation
    that forbids a meeting on these days was read.
    """
    for later in range(3):
        near = day + timedelta(days=later)
        hijri = Gregorian(near.year, near.month, near.day).to_hijri()
        if (hijri.month == 9 and hijri.day > 20) or (hijri.month == 10 and hijri.day < 8):
            return True
        if hijri.month == 12 and hijri.day < 16:
            return True
    return False
