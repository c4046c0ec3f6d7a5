"""Resolutions of the United Nations: their day against their session, and against one another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date

from clearance.review.context import Context
from clearance.review.finding import Finding
from clearance.review.mentions.cited import Citation
from clearance.review.paper import Paper
from clearance.review.rules import found

_FIRST = 1945  # session S meets from September 1945 + S
_OLDEST = 31  # before the 31st session numbers were not written session/number
_DECISIONS = 400  # our guess: decisions are numbered from here, in an order of their own
_Days = dict[int, list[tuple[int, date]]]


def check(paper: Paper) -> Iterator[Finding]:
    """Find days that cannot be, that differ from the register or from another place of the text."""
    dated: list[Citation] = []
    settled: set[int] = set()
    for citation in paper.citations:
        if citation.family == "security_council":
            continue
        if citation.family == "un" and citation.dated is not None:
            dated.append(citation)
    known = paper.context.derived(days_seen)
    for citation in dated:
        outside = list(_outside_session(paper, citation))
        conflicts = outside or list(_against_register(paper, known, citation))
        if conflicts:
            settled.add(citation.start)
        yield from conflicts
    rest = [citation for citation in dated if citation.start not in settled]
    flagged: set[int] = set()
    for finding, start in _two_days(paper, rest, known):
        flagged.add(start)
        yield finding
    yield from _out_of_order(paper, [c for c in rest if c.start not in flagged], known)
    yield from _two_years(paper)


def days_seen(context: Context) -> dict[str, tuple[date, ...]]:
    """Return the days of each number that the register has seen."""
    return {known.number: known.days for known in context.dates}


def days_by_session(context: Context) -> _Days:
    """Return, for each session, its numbers with the day that all texts seen agree on."""
    found_days: _Days = {}
    for known in context.dates:
        session, _, number = known.number.partition("/")
        if len(known.days) == 1 and session.isdigit() and number.isdigit():
            found_days.setdefault(int(session), []).append((int(number), known.days[0]))
    for numbers in found_days.values():
        numbers.sort()
    return found_days


def _outside_session(paper: Paper, citation: Citation) -> Iterator[Finding]:
    session = int(citation.ref.split("/")[0])
    day = citation.dated
    if session < _OLDEST or day is None or citation.dated_at is None:
        return
    begins, ends = date(_FIRST + session, 9, 1), date(_FIRST + session + 1, 9, 30)
    if begins <= day <= ends:
        return
    year = begins.year if (day.month, day.day) >= (9, 15) else ends.year
    start, end = citation.dated_at
    yield found(
        "PRO013", start, end, ref=citation.ref, date=day, session=session,
        begins=str(begins.year), ends=str(ends.year),
        suggestion=_with_year(paper.text[start:end], day.year, year),
        elsewhere=((citation.start, citation.end),),
    )  # fmt: skip


def _with_year(printed: str, year: int, right: int) -> str | None:
    return printed.replace(str(year), str(right)) if str(year) in printed else None


def _against_register(
    paper: Paper, known: dict[str, tuple[date, ...]], citation: Citation
) -> Iterator[Finding]:
    days = known.get(citation.ref, ())
    if len(days) != 1 or citation.dated in days or citation.dated_at is None:
        return
    yield found(
        "PRO014", *citation.dated_at, ref=citation.ref, date=citation.dated or "", right=days[0],
        suggestion=_day_as_printed(paper, citation, days[0]),
        elsewhere=((citation.start, citation.end),),
    )  # fmt: skip


def _day_as_printed(paper: Paper, citation: Citation, right: date) -> str | None:
    """Return the date with the right day or year, where that is all that differs."""
    start, end = citation.dated_at or (0, 0)
    printed, wrong = paper.text[start:end], citation.dated
    if wrong is None or wrong.month != right.month:
        return None
    if wrong.year == right.year and printed.startswith(str(wrong.day)):
        return str(right.day) + printed.removeprefix(str(wrong.day))
    return _with_year(printed, wrong.year, right.year) if wrong.day == right.day else None


def _two_days(
    paper: Paper, dated: list[Citation], known: dict[str, tuple[date, ...]]
) -> Iterator[tuple[Finding, int]]:
    """One number with two days in the text: the rarer is doubted, or else the later in place."""
    given: dict[str, dict[date, list[Citation]]] = {}
    for citation in dated:
        if citation.dated is not None and citation.ref not in known:
            given.setdefault(citation.ref, {}).setdefault(citation.dated, []).append(citation)
    for ref, days in given.items():
        if len(days) < 2:
            continue
        trusted = max(days, key=lambda day, days=days: (len(days[day]), -days[day][0].start))  # type: ignore[misc]
        for day, citations in days.items():
            if day == trusted:
                continue
            for citation in citations:
                other = days[trusted][0]
                yield found(
                    "PRO015", *(citation.dated_at or (citation.start, citation.end)), ref=ref,
                    date=day, other=trusted, elsewhere=((other.start, other.end),),
                ), citation.start  # fmt: skip


def _out_of_order(
    paper: Paper, dated: list[Citation], known: dict[str, tuple[date, ...]]
) -> Iterator[Finding]:
    """A day outside those of the numbers before and after: resolutions are numbered as adopted.

    Source: 516 dated citations in published texts; the one that broke this was a wrong citation.
    """
    if not dated:
        return
    seen = paper.context.derived(days_by_session)
    here: dict[int, dict[int, date]] = {}
    for citation in dated:
        if citation.dated is not None and citation.ref[-1].isdigit():
            session, number = map(int, citation.ref.split("/"))
            here.setdefault(session, {})[number] = citation.dated
    for citation in dated:
        if citation.dated is None or citation.dated_at is None or citation.ref in known:
            continue
        if not citation.ref[-1].isdigit():  # part B may come half a year after part A
            continue
        session, number = map(int, citation.ref.split("/"))
        if number >= _DECISIONS:
            continue
        others = [(n, day) for n, day in here[session].items() if n != number]
        if len(others) + len(seen.get(session, ())) < 2:
            continue
        before, after = _neighbours(number, sorted({*others, *seen.get(session, ())}))
        if before is None or after is None or before[1] > after[1]:
            continue
        if not before[1] <= citation.dated <= after[1]:
            yield found(
                "PRO016", *citation.dated_at, ref=citation.ref, date=citation.dated,
                before=f"{session}/{before[0]}", before_date=before[1],
                after=f"{session}/{after[0]}", after_date=after[1],
                elsewhere=((citation.start, citation.end),),
            )  # fmt: skip


def _neighbours(
    number: int, others: list[tuple[int, date]]
) -> tuple[tuple[int, date] | None, tuple[int, date] | None]:
    others = [other for other in others if other[0] < _DECISIONS]
    numbers = [other[0] for other in others]
    left, right = bisect_left(numbers, number), bisect_right(numbers, number)
    return (others[left - 1] if left else None), (others[right] if right < len(others) else None)


def _two_years(paper: Paper) -> Iterator[Finding]:
    """One resolution of the Security Council under two years."""
    first: dict[str, Citation] = {}
    for citation in paper.citations:
        if citation.family != "security_council" or citation.year is None:
            continue
        other = first.setdefault(citation.ref, citation)
        if other.year is not None and other.year != citation.year and citation.year_at is not None:
            yield found(
                "PRO018", *citation.year_at, ref=citation.ref, printed=str(citation.year),
                other=str(other.year), elsewhere=((other.start, other.end),),
            )  # fmt: skip
