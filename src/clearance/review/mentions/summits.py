"""Summits on a matter, which are no sessions of the Islamic Summit and have numbers of their own.

"The first OIC Summit on Science and Technology, held in Astana". Which words tell it is our guess.
"""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.terms import Language
from clearance.terms.calendars import MONTHS, WEEKDAYS

_ON_A_MATTER = compiled(
    r"\s+(?:(?:on|sur|for|pour|devoted to|dedicated to|consacree? (?:a|aux?))\s+(?!(?:behalf|this|that|its|his|sa|son)\b)"
    r"(?:the |la |le |les |l')?[a-z]"
    r"|(?:بشأن|حول|المعني|المعنية|الخاصة?|المكرسة?|المخصصة?)\b|لل(?!دول|منظم|مؤتمر|قم|أعضاء))"
)
_DAYS = "|".join(name.lower() for name in (*MONTHS[Language.ENGLISH], *WEEKDAYS[Language.ENGLISH]))
_A_DAY = on_demand(rf"\s+(?:on|for)\s+(?:the )?(?:{_DAYS})\b")
# What is titled "on" a matter itself, and the session is only where it was adopted.
_TITLED = compiled(
    r"\b(?:resolutions?|decisions?|declarations?|communiques?|statements?|reports?|documents?|rapports?"
    r"|[وبل]{0,2}(?:ال)?(?:قرار|مقرر|إعلان|بيان|تقرير)\w*)\b[^.;\n]{0,60}$"
)
_SESSION = compiled(r"\b(?:sessions?|[وبفل]{0,2}(?:ال)?دور[ةت]\w*)\b")
_BACK = 130  # characters before the Summit in which what it adopted may be named


def is_on_a_matter(skeleton: str, start: int, end: int) -> bool:
    """Tell whether the Summit that is named there is one on a matter."""
    return bool(
        _ON_A_MATTER.match(skeleton, end)
        and not _A_DAY.match(skeleton, end)
        and not _TITLED.search(skeleton, max(0, start - _BACK), start)
        and not _SESSION.search(skeleton, start, end)
    )
