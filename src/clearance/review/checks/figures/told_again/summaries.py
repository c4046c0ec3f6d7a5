"""A summary in another language at the foot of a paper: its figures and days are the paper's."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.derived import is_slip
from clearance.review.finding import Finding, Level
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.recognition import recognise_language
from clearance.review.rules import found
from clearance.review.scan import Trigger

SUMMARY = (
    Trigger("summary", r"(?:summary|resume|courtesy translation|unofficial translation|traduction (?:non officielle|de courtoisie)) ?[(:]"),
    Trigger("summary", r"(?:summary|resume) (?:for information|a titre d'information|in english|in french|en francais|en anglais)"),
    Trigger("summary", r"(?:ملخص|خلاصة|موجز|ترجمة غير رسمية|ترجمة مجاملة)(?: للعلم| بالعربية| للاطلاع)? ?[(:]"),
)  # fmt: skip
_ENDS = compiled(r"\n\s*\n|$")
_LEAST = 10  # figures below it are told in words, or not at all
_SHORTEST = 30  # letters from which a language is recognised


def summaries(paper: Paper) -> Iterator[Finding]:
    """Find an amount or a day of the summary that the paper itself does not have."""
    skeleton = paper.skeleton
    for start, end in paper.hits("summary"):
        stop = _ENDS.search(skeleton, end)
        close = stop.start() if stop else len(skeleton)
        if close - end < _SHORTEST:
            continue
        if recognise_language(paper.text[start:close], skeleton[start:close]) == paper.language:
            continue
        yield from _amounts(paper, end, close)
        yield from _days(paper, start, close)


def _amounts(paper: Paper, start: int, close: int) -> Iterator[Finding]:
    within = {place for one in paper.dates for place in range(one.start, one.end)}
    numbers = [
        one for one in digits_in(paper.skeleton, 0, len(paper.skeleton))
        if one.value >= _LEAST and one.start not in within
    ]  # fmt: skip
    own = [one for one in numbers if start <= one.start < close]
    others = [one for one in numbers if one.start < start or one.start >= close]
    values = {value for one in others for value in (one.value, one.also) if value is not None}
    strangers = [one for one in own if one.value not in values and one.also not in values]
    told = {one.value for one in own}
    for one in strangers:
        meant = _meant(one, [other for other in others if other.value not in told])
        if meant is not None:
            yield found(
                "FIG008", one.start, one.end, level=Level.WARN,
                elsewhere=((meant.start, meant.end),),
                number=paper.text[one.start : one.end].strip(),
                other=paper.text[meant.start : meant.end].strip(),
            )  # fmt: skip


def _meant(number: Digits, others: list[Digits]) -> Digits | None:
    """Return the amount of the paper that a slip of the pen has made of it; None: none is near."""
    return next((one for one in others if is_slip(one.value, number.value, 2)), None)


def _days(paper: Paper, start: int, close: int) -> Iterator[Finding]:
    """Find the one day of the summary that the paper does not have, beside one that it has."""
    days: list[tuple[date, int, int]] = [
        (one.value, one.start, one.end) for one in paper.dates
        if one.value is not None and one.calendar == "gregorian"
    ]  # fmt: skip
    own = [day for day in days if start <= day[1] < close]
    others = {value: (first, last) for value, first, last in days if not start <= first < close}
    strangers = [day for day in own if day[0] not in others]
    missing = [value for value in others if value not in {day[0] for day in own}]
    if len(strangers) != 1 or len(own) < 2:
        return
    value, first, last = strangers[0]
    near = [
        one
        for one in missing
        if one.year == value.year and (one.month == value.month or one.day == value.day)
    ]
    if len(near) == 1:
        begin, end = others[near[0]]
        yield found(
            "FIG008", first, last, level=Level.WARN, elsewhere=((begin, end),),
            number=paper.text[first:last], other=paper.text[begin:end],
        )  # fmt: skip
