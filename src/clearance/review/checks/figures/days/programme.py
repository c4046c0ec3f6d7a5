"""The hours of a programme, line by line: one begins before the other has ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

PROGRAMME = (Trigger("programme", r"^ *[0-9]{1,2}(?:[:.]| ?h ?)[0-5][0-9] ?(?:-|to|a) ?[0-9]"),)
_LINE = re.compile(
    r" *(?P<hour>\d{1,2})(?:[:.]| ?h ?)(?P<minute>[0-5]\d) ?(?:-|to|a) ?"
    r"(?P<hour2>\d{1,2})(?:[:.]| ?h ?)(?P<minute2>[0-5]\d)(?![\d:.])"
)


def programme(paper: Paper) -> Iterator[Finding]:
    """Find "11:15 - 13:45 exercises" above "13:00 - 15:00 practice", in lines that follow."""
    skeleton = paper.skeleton
    lines = []
    for hit, _ in paper.hits("programme"):
        start = skeleton.rfind("\n", 0, hit + 1) + 1
        match = _LINE.match(skeleton, start)
        if match is not None:
            lines.append(match)
    for one, other in pairwise(lines):
        if skeleton.count("\n", one.end(), other.start()) != 1:
            continue
        begin, end = _minutes(one, ""), _minutes(one, "2")
        follows = _minutes(other, "")
        if begin < follows < end:
            yield found(
                "FIG035", one.start("hour"), one.end(),
                elsewhere=((other.start("hour"), other.end()),),
                first=_clock(end), last=_clock(follows),
            )  # fmt: skip


def _minutes(line: re.Match[str], which: str) -> int:
    return int(line["hour" + which]) * 60 + int(line["minute" + which])


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
