"""The same thing told twice and not alike: the days of one event, the amount of one contract."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled
from clearance.review.checks.figures.reckoning.derived import is_slip, is_turned
from clearance.review.checks.figures.unit_words import currency_of
from clearance.review.finding import Finding, Level
from clearance.review.mentions.dates import DateMention
from clearance.review.mentions.numbers import Digits, digits_in
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger
from clearance.terms import Kind, Language

AMOUNT_OF = (
    Trigger("amount of", r"(?:contract|total|overall) (?:price|value|amount|sum|cost|budget)"),
    Trigger("amount of", r"(?:montant|prix|cout|valeur|budget) (?:total|global|du contrat)"),
    Trigger(
        "amount of",
        r"(?:قيمة|مبلغ|تكلفة) (?:هذا )?العقد|(?:المبلغ|القيمة|التكلفة|الميزانية) الإجمالي",
    ),
)
ADOPTED = (Trigger("plenary meeting", r"(?:plenary meeting|seance pleniere|الجلسة العامة)"),)
_ADOPTED_ON = compiled(
    r"(?:adopted by the general assembly\s+on|adoptee par l'assemblee generale\s+le|اتخذته الجمعية العامة\s+في)\s*$"
)
_MEETING = compiled(
    r"(?:\d{1,3}(?:st|nd|rd|th|e|eme)?\s+(?:plenary meeting|seance pleniere)|الجلسة العامة\s+\d{1,3})\s*$"
)
_SHORT_KINDS = frozenset({Kind.LETTER, Kind.NOTE_VERBALE, Kind.MEMORANDUM, Kind.CIRCULAR})
_LONGEST_EVENT = 21  # days; our guess
_LONGEST_PAPER = 6000  # letters; a longer one speaks of many events
_WORDS_TO_AMOUNT = compiled(
    r"\S*(?: (?:of|the|this|contract|shall|be|is|amounts?|to|will|fixed|at|a|for|services?|du|de|la"
    r"|le|des|present|contrat|est|s'eleve|fixee?|العقد|هذا|هو|هي|يبلغ|تبلغ"
    r"|قدره|وقدره|بمبلغ|لهذا|ة))*[ :]*"
    r"(?P<currency>[^\W\d_]{2,4}\$? ?|\$ ?|us\$ ?)?(?=\d)"
)
_SEVERAL = compiled(
    r"\b(?:lot|phase|option|annual|yearly|monthly|per|par|revised|initial|new|nouveau)\b"
)
_UNIT_AFTER = on_demand(r" ?([a-z\xc0-\xff$]{2,}|%)")


def twice(paper: Paper) -> Iterator[Finding]:
    """Find what the paper tells in two ways."""
    yield from _events(paper)
    yield from _amounts(paper)
    yield from _of_subject(paper)
    if "plenary meeting" in paper.signs:
        yield from _adopted(paper)


def _adopted(paper: Paper) -> Iterator[Finding]:
    """Find a resolution of the General Assembly with one day at its head and another at its foot."""
    head, foot = _day_after(paper, _ADOPTED_ON), _day_after(paper, _MEETING)
    if head and foot and head.value and foot.value and head.value != foot.value:
        yield found(
            "FIG033", head.start, head.end, elsewhere=((foot.start, foot.end),),
            date=head.value, other=foot.value,
        )  # fmt: skip


def _day_after(paper: Paper, lead: re.Pattern[str]) -> DateMention | None:
    """Return the first day that those words lead to."""
    return next(
        (
            one for one in paper.dates
            if lead.search(paper.skeleton, max(0, one.start - 70), one.start)
        ), None,
    )  # fmt: skip


def _events(paper: Paper) -> Iterator[Finding]:
    """Find an event from 3 to 6 June that is elsewhere from 3 to 7 June; a letter has one event."""
    if paper.kind not in _SHORT_KINDS or len(paper.text) > _LONGEST_PAPER:
        return
    by_start = {mention.start: mention for mention in paper.dates}
    spans = [
        (first, by_start[first.until]) for first in paper.dates
        if first.until is not None and first.calendar == "gregorian"
    ]  # fmt: skip
    for (first, last), (other_first, other_last) in combinations(spans, 2):
        ends = {first.value, last.value, other_first.value, other_last.value}
        if len(ends) != 3 or None in ends:
            continue
        same_start = first.value == other_first.value
        if not same_start and last.value != other_last.value:
            continue
        if any(
            _days(one, two) > _LONGEST_EVENT
            for one, two in ((first, last), (other_first, other_last))
        ):
            continue
        yield found(
            "FIG013", other_first.start, other_last.end, elsewhere=((first.start, last.end),),
            first=_span(first, last), second=_span(other_first, other_last),
        )  # fmt: skip
        return


_FEWEST = 3  # figures before the noughts, so that a slip is no chance; our guess
_MONEY_BESIDE = 24


def _of_subject(paper: Paper) -> Iterator[Finding]:
    """Find the amount of the subject of which the body has a slip, and not itself."""
    subject, body = paper.anatomy.subject, paper.anatomy.body
    if subject is None or body is None or subject[0] >= body[1]:
        return
    skeleton = paper.skeleton
    told = [one for one in digits_in(skeleton, *subject) if _is_amount(skeleton, one)]
    if len(told) != 1:
        return
    own = told[0]
    begin = max(body[0], subject[1])
    figures = [one for one in digits_in(skeleton, begin, body[1]) if one.value >= 100]
    if any(own.may_be(one.value) or one.may_be(own.value) for one in figures):
        return
    near = [one for one in figures if is_slip(own.value, one.value) and _is_amount(skeleton, one)]
    alone = len({one.value for one in figures}) == 1
    if len({one.value for one in near}) == 1 and (alone or is_turned(own.value, near[0].value)):
        yield found(
            "FIG014", near[0].start, near[0].end, level=Level.WARN,
            elsewhere=((own.start, own.end),), first=own.value, second=near[0].value,
        )  # fmt: skip


def _is_amount(skeleton: str, one: Digits) -> bool:
    """Tell whether the number is an amount of money of some figures."""
    around = skeleton[max(0, one.start - 6) : one.start] + " " + (
        skeleton[one.end : one.end + _MONEY_BESIDE].partition(",")[0]
    )  # fmt: skip
    figures = len(f"{one.value.normalize():f}".rstrip("0"))
    return figures >= _FEWEST and bool(currency_of(around))


def _days(first: DateMention, last: DateMention) -> int:
    if first.value is None or last.value is None or last.value < first.value:
        return _LONGEST_EVENT + 1
    return (last.value - first.value).days


def _span(first: DateMention, last: DateMention) -> dict[str, str]:
    days = f"{first.day}.{first.month}.{first.year}", f"{last.day}.{last.month}.{last.year}"
    joins = {Language.ENGLISH: "to", Language.FRENCH: "au", Language.ARABIC: "إلى"}
    return {language.value: f"{days[0]} {join} {days[1]}" for language, join in joins.items()}


def _amounts(paper: Paper) -> Iterator[Finding]:
    """Find the price of one contract, or the total of one thing, with two amounts."""
    skeleton = paper.skeleton
    seen: dict[tuple[str, str], Digits] = {}
    for start, end in paper.hits("amount of"):
        match = _WORDS_TO_AMOUNT.match(skeleton, end)
        if match is None or _SEVERAL.search(skeleton, max(0, start - 30), match.end()):
            continue
        amount = next(digits_in(skeleton, match.end(), min(len(skeleton), match.end() + 30)), None)
        if amount is None or amount.start != match.end() or amount.value < 100:
            continue
        after = _UNIT_AFTER.match(skeleton, amount.end)
        unit = (match["currency"] or "").strip() or (after[1] if after else "")
        if not unit or unit == "%":
            continue
        key = (" ".join(skeleton[start : match.end()].split()), unit)
        earlier = seen.setdefault(key, amount)
        if not {earlier.value, earlier.also} & {amount.value, amount.also} - {None}:
            yield found(
                "FIG014", amount.start, amount.end, level=Level.WARN,
                elsewhere=((earlier.start, earlier.end),),
                first=earlier.value, second=amount.value,
            )  # fmt: skip
