"""The review sheet as it is shown: seven lines for each revision, to whom it may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.duty import Duty
from cabinet.ledger.composed import composed
from cabinet.registry.models import Item, Revision
from cabinet.registry.queries import INNER_CIRCLE
from cabinet.review.models import Verdict
from cabinet.review.queries import open_stops
from clearance.terms import Check, Flow, Outcome

# The mandate names what is checked; these are the questions an officer answers.
QUESTIONS: dict[Check, str | Promise] = {
    Check.PROCEDURE: _(
        "Does the text keep to the rules of procedure and to the resolutions it rests on, "
        "and contradict no directive or resolution in force?"
    ),
    Check.LEGAL_BASIS: _(
        "Is there a legal basis, and has the person entitled to approve it done so?"
    ),
    Check.CONFORMITY: _(
        "Does a document of this kind look, read and travel as the system of the house asks?"
    ),
    Check.LANGUAGE: _("Is the language correct, courteous and fit for this addressee?"),
    Check.ADDRESSEE: _("Are the addressee's name, title, form of address and address right today?"),
    Check.FIGURES: _(
        "Does every number, date and reference agree with its source and with the others?"
    ),
    Check.SENSITIVITY: _(
        "Could any word of it harm a member State, the Organisation or a matter under way?"
    ),
}


@dataclass(frozen=True)
class Line:
    """One check of one revision. ``verdict`` None: nobody has spoken; ``earlier``: before it.

    ``lapsed``: a later reading found a stop where the verdict had passed.
    """

    check: Check
    verdict: Verdict | None
    earlier: tuple[Verdict, ...]
    lapsed: bool = False

    @property
    def question(self) -> str | Promise:
        """The question that the check asks."""
        return QUESTIONS[self.check]

    @property
    def stop_stands(self) -> bool:
        """Tell whether a stop stands that nobody set aside."""
        return (
            self.verdict is not None
            and self.verdict.outcome == Outcome.STOP
            and not hasattr(self.verdict, "override")
        )


@dataclass(frozen=True)
class Sheet:
    """The seven lines of one revision."""

    revision: Revision
    lines: tuple[Line, ...]

    @property
    def remaining(self) -> tuple[Check, ...]:
        """The checks on which nobody has spoken, or not since a stop was found."""
        return tuple(line.check for line in self.lines if line.verdict is None or line.lapsed)


def sheets_of(item: Item) -> list[Sheet]:
    """Return the review sheets of a paper, the newest revision's first, in four queries."""
    revisions = _revisions.rows(item.pk)
    verdicts = _verdicts.rows(item.pk)
    found = open_stops(revisions[0]) if revisions else frozenset()
    return [
        Sheet(
            each,
            _lines(
                [one for one in verdicts if one.revision_id == each.pk],
                found if each is revisions[0] else frozenset(),
            ),
        )
        for each in revisions
    ]


@composed(int)
def _revisions(item: int) -> QuerySet[Revision]:
    told = ("by", "clearance__by", "clearance__post")
    return Revision.objects.filter(item=item).select_related(*told).order_by("-no")


@composed(int)
def _verdicts(item: int) -> QuerySet[Verdict]:
    told = ("by", "post", "override", "override__by", "override__post")
    return Verdict.objects.filter(revision__item=item).select_related(*told).order_by("id")


def _lines(verdicts: Iterable[Verdict], found: frozenset[Check]) -> tuple[Line, ...]:
    told: dict[int, list[Verdict]] = {check: [] for check in Check}
    for verdict in verdicts:
        told[verdict.check_no].append(verdict)
    return tuple(
        Line(
            check,
            told[check][-1] if told[check] else None,
            tuple(told[check][:-1]),
            lapsed=check in found and bool(told[check]) and told[check][-1].outcome != Outcome.STOP,
        )
        for check in Check
    )


def is_inner(duty: Duty) -> bool:
    """Tell whether the officer reads what the Cabinet says among itself."""
    return bool(duty.roles & INNER_CIRCLE)


def may_read_sheet(item: Item, duty: Duty) -> bool:
    """Tell whether the officer may read the paper's sheet: the Cabinet, and the drafting unit."""
    if item.flow == Flow.INCOMING:
        return False
    return is_inner(duty) or item.from_unit_id in duty.units
