"""What the review found and what officers said of it: for the sheet, and counted by rule."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from cabinet.ledger.composed import composed
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
    return _newest_reading.first(revision.pk)


@composed(int)
def _newest_reading(revision: int) -> QuerySet[Reading]:
    read = Reading.objects.filter(revision=revision).select_related("asked_by")
    return read.order_by("-pk")[:1]


def open_stops(revision: Revision) -> frozenset[Check]:
    """Return the checks on which the newest reading has a stop that nobody has set aside."""
    return frozenset(map(Check, _open_stops.rows(revision.pk)))


@composed(int)
def _open_stops(revision: int) -> QuerySet[Finding, int]:
    stops = Finding.objects.filter(reading__revision=revision, level=Level.STOP)
    found = (
        stops.filter(reading=Subquery(_NEWEST_READING[:1]))
        .annotate(root=_ROOT)
        .annotate(answered=Subquery(_NEWEST_ANSWER[:1]))
        .filter(Q(answered=None) | ~Q(answered=Answer.Outcome.SET_ASIDE))
    )
    return found.values_list("check_no", flat=True)


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


def findings_of(revision: Revision, *, language: str, inner: bool) -> list[Shown]:
    """Return the findings of a revision in order of place.

    ``inner`` False leaves out what is kept from drafters.
    """
    reading = newest_reading(revision)
    if reading is None:
        return []
    answers = {each.finding_id: each for each in _answers.rows(revision.pk)}
    shown = []
    for row in _findings.rows(reading.pk):
        if inner or not row.kept_from_drafters:
            sentence, hint = json.loads(row.said)[language]
            source = source_in(row.source, Language(language))
            text = reading.text[row.begins : row.ends]
            answer = answers.get(row.first_id or row.pk)
            shown.append(Shown(row, sentence, hint, source, text, answer))
    return shown


@composed(int)
def _findings(reading: int) -> QuerySet[Finding]:
    return Finding.objects.filter(reading=reading).order_by("begins", "no")


@composed(int)
def _answers(revision: int) -> QuerySet[Answer]:
    given = Answer.objects.filter(finding__reading__revision=revision)
    return given.select_related("by", "post").order_by("no")


def suggestions_on(item: Item, *, language: str = "en") -> list[Shown]:
    """Return the findings on a text under review that have a suggestion and no word yet."""
    if item.state != "under_review":
        return []
    revision = item.revisions.order_by("-no").first()
    shown = findings_of(revision, language=language, inner=True) if revision else []
    return [each for each in shown if each.is_open and each.finding.suggestion is not None]


def objections_of(revision: Revision, *, inner: bool) -> list[Objection]:
    """Return officers' objections on a revision, oldest first."""
    rows = _objections.rows(revision.pk)
    return [each for each in rows if inner or not each.kept_from_drafters]


@composed(int)
def _objections(revision: int) -> QuerySet[Objection]:
    raised = Objection.objects.filter(revision=revision)
    return raised.select_related("by", "post").order_by("pk")
