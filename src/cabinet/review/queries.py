"""What the review found and what officers said of it: for the sheet, and counted by rule."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from cabinet.registry.models import Item, Revision
from cabinet.review.models import Answer, Finding, Objection, Reading
from clearance.review import Level
from clearance.review.rules.sources import source_in
from clearance.terms import Check, Language

_ROOT = Coalesce("first_id", "pk")  # officers' words hang on the first finding that says it
_NEWEST_ANSWER = Answer.objects.filter(finding=OuterRef("root")).order_by("-no").values("outcome")
_NEWEST_READING = (
    Reading.objects.filter(revision=OuterRef("reading__revision")).order_by("-pk").values("pk")
)


def newest_reading(revision: Revision) -> Reading | None:
    """Return the reading of a revision that counts; None: it was not read by the rules."""
    return Reading.objects.filter(revision=revision).order_by("-pk").first()


def open_stops(revision: Revision) -> frozenset[Check]:
    """Return the checks on which the newest reading has a stop that nobody has set aside."""
    stops = Finding.objects.filter(reading__revision=revision, level=Level.STOP)
    if not stops.exists():  # as with most papers, each time that one is acted on
        return frozenset()
    found = (
        stops.filter(reading=Subquery(_NEWEST_READING[:1]))
        .annotate(root=_ROOT)
        .annotate(answered=Subquery(_NEWEST_ANSWER[:1]))
        .filter(Q(answered=None) | ~Q(answered=Answer.Outcome.SET_ASIDE))
    )
    return frozenset(Check(number) for number in found.values_list("check_no", flat=True))


@dataclass(frozen=True)
class Shown:
    """A finding as an officer reads it. ``answer`` None: nobody has spoken on it."""

    finding: Finding
    sentence: str
    hint: str
    source: str
    text: str
    answer: Answer | None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a word."""
        return self.answer is None


def newest_readings(revisions: Sequence[Revision]) -> dict[int, Reading]:
    """Return of each revision that was read its newest reading, by the revision's key."""
    rows = Reading.objects.filter(revision__in=revisions).select_related("asked_by")
    return {row.revision_id: row for row in rows.order_by("pk")}


def findings_of(
    revisions: Sequence[Revision], *, language: str, inner: bool
) -> dict[int, list[Shown]]:
    """Return the findings of each revision by its key, in order of place, in three queries.

    ``inner`` False leaves out what is kept from drafters.
    """
    readings = {reading.pk: reading for reading in newest_readings(revisions).values()}
    rows = Finding.objects.filter(reading__in=readings).order_by("reading", "begins", "no")
    if not inner:
        rows = rows.filter(kept_from_drafters=False)
    answers: dict[int, Answer] = {
        answer.finding_id: answer
        for answer in Answer.objects.filter(finding__reading__revision__in=revisions)
        .select_related("by", "post")
        .order_by("no")
    }
    shown: dict[int, list[Shown]] = {}
    for row in rows:
        reading = readings[row.reading_id]
        sentence, hint = json.loads(row.said)[language]
        source = source_in(row.source, Language(language))
        text = reading.text[row.begins : row.ends]
        shown.setdefault(reading.revision_id, []).append(
            Shown(row, sentence, hint, source, text, answers.get(row.first_id or row.pk))
        )
    return shown


def suggestions_on(item: Item, *, language: str = "en") -> list[Shown]:
    """Return the findings on a text under review that have a suggestion and no word yet."""
    revision = item.revisions.order_by("-no").first()
    if item.state != "under_review" or revision is None:
        return []
    shown = findings_of([revision], language=language, inner=True).get(revision.pk, [])
    return [each for each in shown if each.is_open and each.finding.suggestion is not None]


def objections_of(revisions: Sequence[Revision], *, inner: bool) -> dict[int, list[Objection]]:
    """Return officers' objections on each revision by its key, oldest first."""
    rows = Objection.objects.filter(revision__in=revisions).select_related("by", "post")
    if not inner:
        rows = rows.filter(kept_from_drafters=False)
    found: dict[int, list[Objection]] = {}
    for row in rows.order_by("pk"):
        found.setdefault(row.revision_id, []).append(row)
    return found
