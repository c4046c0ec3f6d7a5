"""The hours of a programme, line by line: one begins before the other has ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from clearance.reading.expressions import on_demand
from clearance.reading.skeleton import compiled, pattern
from clearance.review.finding import Finding
from clearance.review.paper import Paper
from clearance.review.rules import found
from clearance.review.scan import Trigger

_LEAD = pattern(r"(?:from |de |من |من الساعة )?")
_TO = pattern(r"(?:-|to|a|until|إلى|حتى|إلى الساعة)")
PROGRAMME = (
    Trigger(
        "programme",
        r"^[ |]*(?:from |de |من )?[0-9]{1,2}(?:[:.][0-5][0-9]| ?h ?(?:[0-5][0-9])?)"
        r"(?: ?[ap]\.?m\.?)? ?(?:-|to|a|until|إلى|حتى) ?[0-9]",
    ),
    Trigger(
        "programme",
        r"^[ |]*(?:from )?[0-9]{1,2}(?: ?[ap]\.?m\.?)? ?(?:-|to|until) ?"
        r"[0-9]{1,2}(?:[:.][0-5][0-9])? ?[ap]\.?m",
    ),
)
_CLOCK = (
    r"(?P<hour{n}>\d{{1,2}})(?:(?:[:.]| ?h ?)(?P<minute{n}>[0-5]\d)|(?P<bare{n}> ?h(?:eures?)?))?"
    r"(?P<half{n}> ?[ap]\.?m\.?(?![a-z]))?"
)
_LINE = on_demand(
    r"[ |]*" + _LEAD + _CLOCK.format(n="") + f" ?{_TO} ?" + _CLOCK.format(n="2") + r"(?!\d|[.:]\d)"
)
# Nothing else is on while this is.
_PAUSE = compiled(
    r"\b(?:coffee|lunch|break|tea|prayer|pause|dejeuner|diner|priere)\b|استراحة|غداء|صلاة|عشاء"
)
_LONGEST = 60  # characters of what the line is about
_HALF_DAY = 12 * 60
_FEWEST = 3  # lines whose order shows that one of them is out of it


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the programme: its hours in minutes, where they are printed and what it says."""

    start: int
    stop: int
    begin: int
    end: int
    about: str


def programme(paper: Paper) -> Iterator[Finding]:
    """Find "11:15 - 13:45 exercises" above "13:00 - 15:00 practice", in lines that follow."""
    for run in _runs(paper):
        for one, other in pairwise(run):
            if one.begin < other.begin < one.end or _is_on_pause(one, other):
                yield _overlap(one, other)
        yield from _out_of_order(run)


def _is_on_pause(one: _Line, other: _Line) -> bool:
    """Tell whether what begins together with a pause lasts longer than it."""
    is_pause = _PAUSE.search(one.about) is not None and _PAUSE.search(other.about) is None
    return is_pause and one.begin == other.begin and other.end > one.end


def _out_of_order(run: list[_Line]) -> Iterator[Finding]:
    """Find the one line that begins before the line above it."""
    back = [n for n in range(1, len(run)) if run[n].begin < run[n - 1].begin]
    if len(run) < _FEWEST or len(back) != 1:
        return
    at = back[0]
    above, line = run[at - 1], run[at]
    rest = run[:at] + run[at + 1 :], run[: at - 1] + run[at:]
    if any(all(a.end <= b.begin for a, b in pairwise(lines)) for lines in rest):
        yield _overlap(above, line)


def _overlap(one: _Line, other: _Line) -> Finding:
    return found(
        "FIG035", one.start, one.stop, elsewhere=((other.start, other.stop),),
        first=_clock(one.end), last=_clock(other.begin),
    )  # fmt: skip


def _runs(paper: Paper) -> Iterator[list[_Line]]:
    """Yield the lines of hours that follow each other, with no line between."""
    skeleton = paper.skeleton
    run: list[_Line] = []
    for hit, _ in paper.hits("programme"):
        start = skeleton.rfind("\n", 0, hit + 1) + 1
        match = _LINE.match(skeleton, start)
        line = _line(skeleton, match) if match else None
        if line is None:
            continue
        if run and skeleton.count("\n", run[-1].stop, line.start) != 1:
            yield run
            run = []
        run.append(_later(line, run[-1]) if run else line)
    if run:
        yield run


def _later(line: _Line, above: _Line) -> _Line:
    """Return the line in the afternoon, where its clock has twelve hours and starts anew."""
    if line.begin < above.begin and line.end <= _HALF_DAY and line.begin + _HALF_DAY >= above.end:
        return replace(line, begin=line.begin + _HALF_DAY, end=line.end + _HALF_DAY)
    return line


def _line(skeleton: str, match: re.Match[str]) -> _Line | None:
    """Return the line; None: its numbers are no hours."""
    one, two = match["minute"] or match["bare"], match["minute2"] or match["bare2"]
    halves = [(match["half"] or "").strip(" ."), (match["half2"] or "").strip(" .")]
    if not (one and two) and not halves[1]:
        return None
    hours = int(match["hour"]), int(match["hour2"])
    if max(hours) > 24:
        return None
    begin, end = (
        hour * 60 + int(minute or 0)
        for hour, minute in zip(hours, (match["minute"], match["minute2"]), strict=True)
    )
    if halves[1]:
        end = end % _HALF_DAY + _HALF_DAY * halves[1].startswith("p")
        begin = begin % _HALF_DAY + _HALF_DAY * (halves[0] or halves[1]).startswith("p")
        if begin > end:
            begin -= _HALF_DAY
    elif end <= begin <= _HALF_DAY:
        end += _HALF_DAY
    stop = skeleton.find("\n", match.end(), match.end() + _LONGEST)
    about = skeleton[match.end() : stop if stop >= 0 else match.end() + _LONGEST]
    return _Line(match.start("hour"), match.end(), begin, end, about)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
