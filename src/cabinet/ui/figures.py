"""Numbers, sizes and isolated text as the pages print them: Latin digits in every language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from django.utils.translation import gettext
from markupsafe import Markup, escape

from cabinet.ui.languages import language

HIDDEN_TURN = re.compile("[\u202d\u202e]")  # letters after it are shown in another order
# A browser shows nothing of these, or shows by them what the file does not say.
_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]")


def number(value: int | float | Decimal | None) -> str:
    """Group a number as the active language does, in Latin digits; None gives an empty text."""
    if value is None:
        return ""
    if isinstance(value, int) and -1000 < value < 1000:
        return str(value)
    return str(format_decimal(value, locale=language(), numbering_system="latn"))


def size(value: int | None) -> str:
    """Write a number of bytes as a reader of files expects it; None gives an empty text."""
    if value is None:
        return ""
    if value < 1024:
        return gettext("%(count)s bytes") % {"count": number(value)}
    if value < 1024 * 1024:
        return gettext("%(count)s KB") % {"count": number(round(value / 1024))}
    return gettext("%(count)s MB") % {"count": number(round(value / (1024 * 1024), 1))}


def bdi(value: Any) -> Markup:
    """Isolate a text of unknown direction, so that it disturbs nothing around it."""
    return Markup("<bdi>") + escape("" if value is None else value) + Markup("</bdi>")


def plain(text: str) -> str:
    """Return a text of a paper with a sign for what would turn its letters round or hide."""
    return _UNFIT.sub("\ufffd", text)
