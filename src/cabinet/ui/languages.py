"""Which language a page is in, which way it runs, and official names in that language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import get_language

# Each language's own name for itself, as an officer looks for it on any page.
OWN_NAMES = {"ar": "العربية", "en": "English", "fr": "Français"}
RIGHT_TO_LEFT = frozenset({"ar"})
# English and Arabic names are the ones that every register of reference data holds.
FALLBACK = ("en", "ar", "fr")


def language() -> str:
    """Give the two letters of the active language, ``en`` where Django has none active."""
    return (get_language() or "en")[:2]


def direction() -> str:
    """Give ``rtl`` or ``ltr`` for the active language."""
    return "rtl" if language() in RIGHT_TO_LEFT else "ltr"


def languages() -> list[tuple[str, str]]:
    """List the languages of the office with each one's own name for itself."""
    return [(code, OWN_NAMES.get(code, code)) for code, _ in settings.LANGUAGES]


def name(thing: Any, column: str = "name") -> str:
    """Give the official name of a thing in the active language, else in English, Arabic, French.

    None gives an empty text. Official names are columns (``name_ar``), never translations;
    ``column`` says which, such as "title".
    """
    if thing is None:
        return ""
    for code in (language(), *FALLBACK):
        found = getattr(thing, f"{column}_{code}", "")
        if found:
            return str(found)
    return ""
