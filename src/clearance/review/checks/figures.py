"""The check of numbers and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.review.wording import Param
from clearance.terms.calendars import WEEKDAYS


def triggers(context: Context) -> Iterable[Trigger]:
    """Return the signs that this check wants found: the readers of dates and numbers have them."""
    return ()


def check(paper: Paper) -> Iterator[Finding]:
    """Find what is wrong with the paper's numbers and dates."""
    yield from weekdays(paper)


def weekdays(paper: Paper) -> Iterator[Finding]:
    """Find weekdays that are not those of their dates."""
    for mention in paper.dates:
        if mention.weekday is None or mention.value is None or mention.weekday_at is None:
            continue
        right = mention.value.weekday()
        if right != mention.weekday:
            start, end = mention.weekday_at
            yield found(
                "FIG001", start, end, suggestion=WEEKDAYS[paper.language][right],
                date=mention.value, printed=_weekday(mention.weekday), right=_weekday(right),
            )  # fmt: skip


def _weekday(number: int) -> Param:
    return {language.value: names[number] for language, names in WEEKDAYS.items()}
