"""Days and moments in words: Gregorian and Hijri, in the three languages of the office.

Nothing here converts a date that a paper prints: papers keep both dates as printed. The Hijri date
made here accompanies the office's own days only.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from babel.dates import format_date
from django.utils import timezone
from hijridate import Gregorian

from cabinet.ui.languages import language

# Day before month in all three; the house writes English dates as "3 November 2026".
LOCALES = {"ar": "ar", "en": "en_GB", "fr": "fr"}
HIJRI_MONTHS = {
    "ar": (
        "المحرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
    "en": (
        "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II",
        "Rajab", "Sha‘ban", "Ramadan", "Shawwal", "Dhu al-Qa‘dah", "Dhu al-Hijjah",
    ),
    "fr": (
        "Mouharram", "Safar", "Rabi I", "Rabi II", "Joumada I", "Joumada II",
        "Rajab", "Chaabane", "Ramadan", "Chawwal", "Dhou al-Qi‘da", "Dhou al-Hijja",
    ),
}  # fmt: skip
HIJRI_ERA = {"ar": "هـ", "en": "AH", "fr": "H"}


def day(value: dt.date | dt.datetime | None) -> str:
    """Write a day in full in the active language; None gives an empty text."""
    return "" if value is None else _day(_on(value), language())


def brief(value: dt.date | dt.datetime | None) -> str:
    """Write a day with its month shortened, for a register's column; None gives an empty text."""
    return "" if value is None else _short_day(_on(value), language())


def hijri(value: dt.date | dt.datetime | None) -> str:
    """Write a day in the Umm al-Qura calendar; empty for None and outside 1343-1500 AH."""
    return "" if value is None else _hijri(_on(value), language())


def moment(value: dt.datetime | None) -> str:
    """Write a day and its hour in the office's time zone; None gives an empty text."""
    if value is None:
        return ""
    here = timezone.localtime(value) if timezone.is_aware(value) else value
    comma = "، " if language() == "ar" else ", "
    return f"{_short_day(here.date(), language())}{comma}{here:%H:%M}"


def iso(value: dt.date | dt.datetime | None) -> str:
    """Write a day or moment for the ``datetime`` attribute of ``<time>``."""
    return "" if value is None else value.isoformat()


def _on(value: dt.date | dt.datetime) -> dt.date:
    """Give the calendar day, in the office's time zone where a moment is given."""
    if not isinstance(value, dt.datetime):
        return value
    return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()


@lru_cache(maxsize=4096)
def _day(value: dt.date, code: str) -> str:
    return _spoken(value, "MMMM", code)


@lru_cache(maxsize=4096)
def _short_day(value: dt.date, code: str) -> str:
    # No break inside the day: a narrow column breaks before the hour.
    return _spoken(value, "MMM", code).replace(" ", "\u00a0")


def _spoken(value: dt.date, month: str, code: str) -> str:
    rest = format_date(value, f"{month} y", locale=LOCALES.get(code, "en_GB"))
    return f"{_ordinal(value.day, code)} {rest}"


def _ordinal(number: int, code: str) -> str:
    """Write a day of the month: French has an ordinal for the first alone."""
    return "1er" if number == 1 and code == "fr" else str(number)


@lru_cache(maxsize=4096)
def _hijri(value: dt.date, code: str) -> str:
    try:
        found = Gregorian(value.year, value.month, value.day).to_hijri()
    except OverflowError:
        return ""
    spoken = code if code in HIJRI_MONTHS else "en"
    month = HIJRI_MONTHS[spoken][found.month - 1]
    return f"{_ordinal(found.day, spoken)} {month} {found.year} {HIJRI_ERA[spoken]}"
