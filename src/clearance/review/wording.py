"""How a finding's dates, numbers and names are written in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from clearance.terms import Language
from clearance.terms.calendars import MONTHS

Param = str | int | Decimal | date | Mapping[str, str] | Mapping[Language, str]
"""What fills a sentence's gap. A mapping has one text for each language (its two letters)."""


def tell(value: Param, language: Language) -> str:
    """Return the value as a sentence in the language writes it."""
    if isinstance(value, date):
        day = "1er" if value.day == 1 and language == Language.FRENCH else str(value.day)
        return f"{day} {MONTHS[language][value.month - 1]} {value.year}"
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)  # 1.2 million has a point, and a whole sum of such parts has none
    if isinstance(value, int | Decimal):
        return f"{value:,}".replace(",", "\u202f" if language == Language.FRENCH else ",")
    if isinstance(value, Mapping):
        return value.get(language) or value.get(Language.ENGLISH) or next(iter(value.values()), "")
    return value
