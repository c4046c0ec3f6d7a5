"""Notice periods of the rules of procedure, where the office has entered what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clearance.reading.skeleton import compiled
from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_DAYS = compiled(
    r"(?P<number>\d{1,3})\)?\s+(?:(?:calendar|working|clear|ouvrables|ouvres|calendaires)\s+)?"
    r"(?:days?|jours?|أيام|يوما|يوم)\b(?:\s+(?:at least|au moins|ouvrables|على الأقل"
    r"|calendaires))?\s+"
    r"(?:before|prior to|ahead of|in advance of|avant|precedant|قبل|من)\s+(?:\w+\s+){0,4}?"
    r"(?:session|meeting|conference|summit|opening|reunion|sommet|ouverture|دورة|اجتماع|انعقاد"
    r"|افتتاح"
    r"|الدورة|الاجتماع|المؤتمر)"
)
_ARABIC_DAYS = compiled(
    r"قبل\s+(?:\w+\s+){0,4}?(?:الدورة|الاجتماع|المؤتمر|انعقاد|موعد)\w*(?:\s+\w+){0,4}?\s+ب?\s*"
    r"(?P<number>\d{1,3})\s+(?:أيام|يوما|يوم)\b"
)
_ABOUT = {
    "documents_circulated_days_before": compiled(
        r"(?:documents?|working papers?|reports?|وثائق|الوثائق|المستندات)\W[^.;]{0,120}$"
    ),
    "invitation_days_before": compiled(r"(?:invitations?|دعوات|الدعوات|الدعوة)\W[^.;]{0,120}$"),
    "agenda_items_days_before": compiled(
        r"(?:agenda|ordre du jour|جدول الأعمال|جدول أعمال)\W[^.;]{0,120}$"
    ),
}


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs of a period in days; none where no period is known."""
    if not any(context.parameters.get(code) for code in _ABOUT):
        return ()
    return (
        Trigger("days_before", r"[0-9]\)? (?:[a-z]+ )?(?:days?|jours?)", of_register=True),
        Trigger("days_before", r"[0-9]\)? (?:أيام|يوم)", of_register=True),
    )


def check(paper: Paper) -> Iterator[Finding]:
    """Find periods that are shorter than the rules of procedure ask."""
    for at, _ in paper.hits("days_before"):
        start = at
        while start > 0 and paper.skeleton[start - 1].isdigit():
            start -= 1
        period = _DAYS.match(paper.skeleton, start) or _before(paper, start)
        if period is None:
            continue
        begin = max(0, start - 200)
        for code, about in _ABOUT.items():
            needed = paper.context.parameters.get(code)
            if needed is None or not about.search(paper.skeleton, begin, start):
                continue
            if int(period["number"]) < needed:
                yield found(
                    "PRO020", *period.span("number"), suggestion=str(needed),
                    printed=int(period["number"]), needed=needed,
                )  # fmt: skip
            break


def _before(paper: Paper, at: int) -> re.Match[str] | None:
    """Return the Arabic period whose number stands at the place, after the word "before"."""
    for period in _ARABIC_DAYS.finditer(paper.skeleton, max(0, at - 120), at + 20):
        if period.start("number") == at:
            return period
    return None
