"""A weekday told of a date in other words than beside it: "2 February 2026, being a Monday", "Mondays 2, 9 and 16 February"."""

# ruff: noqa: E501  (an expression that is broken at a line's end hides which words it has)

from __future__ import annotations

import re
from collections.abc import Iterator

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, fold
from clearance.review.finding import Finding
from clearance.review.mentions.date_words import WEEKDAY
from clearance.review.mentions.dates import DateMention
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.terms.calendars import WEEKDAYS

_LONG = tuple(name for name in WEEKDAY if len(name) > len("thurs") or name > "\x7f")
_NAMES = "|".join(sorted(map(re.escape, (*_LONG, *(fold(n).skeleton for names in WEEKDAYS.values() for n in names))), key=len, reverse=True))  # fmt: skip
_BEHIND = on_demand(
    compiled(
        r"م?\s*,?\s*(?:being|which (?:is|was|falls? on|will be)|is|was|falls?(?:ing)? on|fell on|etant|qui (?:est|sera|tombe)|est|sera|tombe(?:ra)?|tombant|soit|وهو|وهي|ويصادف|يصادف|المصادف|الذي يصادف|ويوافق|يوافق|الذي يوافق|أي)"
        r"\s+(?:(?:an?|un|on an?|le|يوم|ليوم)\s+)?"
    ).pattern
    + rf"(?P<name>{_NAMES})(?![^\W\d_])"
)
_CLEARS = compiled(r"\s*,?\s*(?:\d|the \d|le \d|الموافق \d)")  # the weekday of another date
_LABEL = on_demand(rf"(?<![^\W\d_])(?P<name>{_NAMES})\s*(?:-|\||:)\s*$")
_EACH = on_demand(
    rf"(?<![^\W\d_])(?P<name>{'|'.join(sorted({fold(n).skeleton for names in list(WEEKDAYS.values())[:2] for n in names}, key=len, reverse=True))})s\s+(?:the\s+|les\s+)?$"
)
_REACH, _WORDS = 60, 24
# What a verb begins with that leads to a weekday, and what stands before a date that has one.
_FIRST = frozenset(
    fold(
        "being which is was falls falling fell étant qui est sera tombe tombera tombant soit"
        " وهو وهي ويصادف يصادف المصادف الذي ويوافق يوافق أي"
    ).skeleton.split()
)


_INITIALS = frozenset(word[0] for word in _FIRST)
_BETWEEN = f" ,\n{fold('م').skeleton}"
_LAST = frozenset(("s", "-", "|", ":", "e"))  # "Mondays 2", "Monday - 2", "Mondays the 2"


def weekdays_told(paper: Paper) -> Iterator[Finding]:
    """Find weekdays that are told of a date and are not its own."""
    skeleton = paper.skeleton
    for one in paper.dates:
        if one.value is None or one.weekday is not None:
            continue
        near = skeleton[one.end : one.end + _WORDS].lstrip(_BETWEEN)
        if near[:1] in _INITIALS and near.split(None, 1)[0] in _FIRST:
            behind = _BEHIND.match(skeleton, one.end, min(len(skeleton), one.end + _REACH))
            if behind is not None and not _CLEARS.match(skeleton, behind.end()):
                yield from _wrong(one, behind)
                continue
        least = max(0, one.start - 20)
        if skeleton[max(0, one.start - 2) : one.start - 1] not in _LAST:
            continue
        before = skeleton[least : one.start].split()[-3:]
        if any(word.rstrip("s-|:") in WEEKDAY for word in before):
            label = _LABEL.search(skeleton, least, one.start)
            label = label or _EACH.search(skeleton, least, one.start)
            if label is not None:
                yield from _wrong(one, label)


def _wrong(one: DateMention, match: re.Match[str]) -> Iterator[Finding]:
    printed = WEEKDAY[match["name"]]
    right = one.value.weekday() if one.value else printed
    if printed != right:
        yield found(
            "FIG001", *match.span("name"), elsewhere=((one.start, one.end),), date=one.value or "",
            printed={language.value: names[printed] for language, names in WEEKDAYS.items()},
            right={language.value: names[right] for language, names in WEEKDAYS.items()},
        )  # fmt: skip
