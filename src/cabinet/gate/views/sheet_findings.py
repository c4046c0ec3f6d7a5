"""What the review found in a revision, as the sheet shows it: by check, and marked in the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import get_language

from cabinet.registry.models import Revision
from cabinet.review.context import warm
from cabinet.review.marking import Paragraph, marked_paragraphs
from cabinet.review.models import Objection, Reading
from cabinet.review.queries import Shown, findings_of, newest_reading, objections_of
from clearance.terms import Check, Language


@dataclass(frozen=True)
class Findings:
    """The review of one revision. ``reading`` None: it was not read by the rules."""

    reading: Reading | None
    paragraphs: list[Paragraph] = field(default_factory=list)
    shown: dict[Check, list[Shown]] = field(default_factory=dict)
    objections: dict[Check, list[Objection]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many findings there are."""
        return sum(map(len, self.shown.values()))


def findings_on(revision: Revision, *, inner: bool) -> Findings:
    """Return the findings on a revision; ``inner`` False leaves out what drafters do not read."""
    reading = newest_reading(revision)
    language = (get_language() or "en")[:2]
    told = language if language in set(Language) else Language.ENGLISH.value
    shown = findings_of(revision, language=told, inner=inner)
    objections = objections_of(revision, inner=inner)
    return Findings(
        reading=reading,
        paragraphs=marked_paragraphs(reading, shown, objections) if reading else [],
        shown={
            check: [each for each in shown if each.finding.check_no == check] for check in Check
        },
        objections={
            check: [each for each in objections if each.check_no == check] for check in Check
        },
    )


def registers_changed(revision: Revision) -> bool:
    """Tell whether a register that the rules go by changed since they read the revision."""
    reading = newest_reading(revision)
    return reading is not None and reading.rules.rpartition(" ")[2] != warm().state
