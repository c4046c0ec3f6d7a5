"""What the review found and what officers said of it: for the sheet, and counted by rule."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery

from cabinet.registry.models import Revision
from cabinet.review.models import Answer, Finding, Objection, Reading
from clearance.review import Level
from clearance.terms import Check

_NEWEST_ANSWER = Answer.objects.filter(finding=OuterRef("pk")).order_by("-no").values("outcome")[:1]


def open_stops(revision: Revision) -> frozenset[Check]:
    """Return the checks on which the review found a stop that nobody has set aside."""
    found = (
        Finding.objects.filter(reading__revision=revision, level=Level.STOP)
        .annotate(answered=Subquery(_NEWEST_ANSWER))
        .filter(Q(answered=None) | ~Q(answered=Answer.Outcome.SET_ASIDE))
    )
    return frozenset(Check(number) for number in found.values_list("check_no", flat=True))


@dataclass(frozen=True)
class Shown:
    """A finding as an officer reads it. ``answer`` None: nobody has spoken on it."""

    finding: Finding
    sentence: str
    hint: str
    text: str
    answer: Answer | None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a word."""
        return self.answer is None


def findings_of(
    revisions: Sequence[Revision], *, language: str, inner: bool
) -> dict[int, list[Shown]]:
    """Return the findings of each revision by its key, in order of place, in three queries.

    ``inner`` False leaves out what is kept from drafters.
    """
    readings = {reading.pk: reading for reading in Reading.objects.filter(revision__in=revisions)}
    rows = Finding.objects.filter(reading__in=readings).order_by("reading", "begins", "no")
    if not inner:
        rows = rows.filter(kept_from_drafters=False)
    answers: dict[int, Answer] = {
        answer.finding_id: answer
        for answer in Answer.objects.filter(finding__reading__in=readings)
        .select_related("by", "post")
        .order_by("no")
    }
    shown: dict[int, list[Shown]] = {}
    for row in rows:
        reading = readings[row.reading_id]
        sentence, hint = json.loads(row.said)[language]
        text = reading.text[row.begins : row.ends]
        shown.setdefault(reading.revision_id, []).append(
            Shown(row, sentence, hint, text, answers.get(row.pk))
        )
    return shown


def objections_of(revisions: Sequence[Revision], *, inner: bool) -> dict[int, list[Objection]]:
    """Return officers' objections on each revision by its key, oldest first."""
    rows = Objection.objects.filter(revision__in=revisions).select_related("by", "post")
    if not inner:
        rows = rows.filter(kept_from_drafters=False)
    found: dict[int, list[Objection]] = {}
    for row in rows.order_by("pk"):
        found.setdefault(row.revision_id, []).append(row)
    return found


@dataclass(frozen=True)
class Piece:
    """A stretch of the paper's text. ``numbers`` are the findings that begin in it; none: plain."""

    text: str
    level: int = 0
    numbers: tuple[int, ...] = ()


def marked_text(reading: Reading, shown: Sequence[Shown]) -> list[Piece]:
    """Return the text in pieces, plain and marked in turn; overlapping findings share one mark."""
    pieces: list[Piece] = []
    reached = 0
    marks: list[tuple[int, int, int, list[int]]] = []
    for each in shown:
        row = each.finding
        if marks and row.begins < marks[-1][1]:
            begins, ends, level, numbers = marks[-1]
            marks[-1] = (begins, max(ends, row.ends), max(level, row.level), [*numbers, row.no])
        else:
            marks.append((row.begins, row.ends, row.level, [row.no]))
    for begins, ends, level, numbers in marks:
        if begins > reached:
            pieces.append(Piece(reading.text[reached:begins]))
        pieces.append(Piece(reading.text[begins:ends], level, tuple(numbers)))
        reached = ends
    if reached < len(reading.text):
        pieces.append(Piece(reading.text[reached:]))
    return pieces


@dataclass(frozen=True)
class RuleInUse:
    """How one rule fares: how often it found something, and what officers said of it."""

    code: str
    found: int
    accepted: int
    set_aside: int

    @property
    def share_set_aside(self) -> int:
        """Per cent of the answered findings that were set aside; 0 where none was answered."""
        answered = self.accepted + self.set_aside
        return round(100 * self.set_aside / answered) if answered else 0


def rules_in_use() -> list[RuleInUse]:
    """Return every rule that found something, the noisiest first."""
    rows = (
        Finding.objects.annotate(answered=Subquery(_NEWEST_ANSWER))
        .values("code")
        .annotate(
            found=Count("pk"),
            accepted=Count("pk", filter=Q(answered=Answer.Outcome.ACCEPTED)),
            set_aside=Count("pk", filter=Q(answered=Answer.Outcome.SET_ASIDE)),
        )
        .order_by("-set_aside", "-found", "code")
    )
    return [RuleInUse(**row) for row in rows]


@dataclass(frozen=True)
class UnitOnCheck:
    """Findings on one check in one unit's texts, and how many of them were stops."""

    unit: int
    check_no: int
    found: int
    stops: int


def findings_by_unit() -> list[UnitOnCheck]:
    """Return how many findings each drafting unit's texts had on each check."""
    rows = (
        Finding.objects.values("reading__revision__item__from_unit", "check_no")
        .annotate(found=Count("pk"), stops=Count("pk", filter=Q(level=Level.STOP)))
        .order_by("reading__revision__item__from_unit", "check_no")
    )
    return [
        UnitOnCheck(
            row["reading__revision__item__from_unit"], row["check_no"], row["found"], row["stops"]
        )
        for row in rows
    ]
