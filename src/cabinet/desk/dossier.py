"""All that one officer reads of one paper, gathered for its page. Reads only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cabinet.accounts.duty import Duty
from cabinet.desk.queries import (
    is_inner,
    reads_whole_file,
    shown_revisions,
    shown_steps,
    unit_names,
)
from cabinet.desk.steps import Step, step_of
from cabinet.dispatch.queries import proofs_of
from cabinet.gate.queries import shown_state
from cabinet.gate.views.sheet_lines import may_read_sheet
from cabinet.ledger.composed import composed
from cabinet.registry.models import Enclosure, Item, Release, Revision
from cabinet.registry.paper_text import PaperText, text_of
from cabinet.registry.queries import known_item, known_items
from cabinet.review.models import Verdict
from cabinet.ui.languages import name
from clearance.terms import Check, Flow, Outcome


@dataclass(frozen=True)
class Checked:
    """One check of the newest revision: an officer's word on it, or None; what set it aside.

    ``reason`` is empty where it is kept from the reader.
    """

    check: Check
    outcome: Outcome | None
    by: str
    reason: str
    kept: bool
    set_aside_by: str
    set_aside_reason: str


@dataclass(frozen=True)
class Holder:
    """Who has the paper: a unit or an officer by name, for action or for information."""

    name: str
    purpose: str


@dataclass(frozen=True)
class Dossier:
    """A paper as one officer reads it. ``checks`` None: the review is not for this reader.

    ``reads_sheet``: whether the sheet itself, not only its verdicts, opens to the reader.
    ``missing_enclosures`` counts those announced and not there. ``text``: that of the newest
    revision; None: there is none.
    """

    item: Item
    state: str
    revisions: list[Revision]
    enclosures: list[Enclosure]
    missing_enclosures: int
    text: PaperText | None
    answers: Item | None
    answered_by: list[Item]
    holders: list[Holder]
    steps: list[Step]
    checks: list[Checked] | None
    reads_sheet: bool
    overdue: bool

    @property
    def newest(self) -> Revision | None:
        """The newest revision that the reader may read; None: a sealed envelope."""
        return self.revisions[0] if self.revisions else None


def dossier_of(item: Item, duty: Duty) -> Dossier:
    """Return what an officer reads of a paper, which came out of ``visible_items``."""
    revisions = shown_revisions(item, duty)
    newest = revisions[0] if revisions else None
    enclosures = _enclosures.rows(newest.pk) if newest else []
    units = unit_names()
    reviewed = item.flow != Flow.INCOMING and reads_whole_file(item, duty)
    return Dossier(
        item=item,
        state=shown_state(item.state, duty),
        revisions=revisions,
        enclosures=enclosures,
        missing_enclosures=max(0, item.enclosures_announced - len(enclosures)) if newest else 0,
        text=text_of(newest) if newest else None,
        answers=known_item(item.answers_id, duty) if item.answers_id else None,
        answered_by=known_items(_answers_to, item.pk, duty),
        holders=_holders(item, units),
        steps=_steps(item, duty, units),
        checks=_checks(newest, revisions, duty) if reviewed else None,
        reads_sheet=may_read_sheet(item, duty),
        overdue=_is_overdue(item, duty.on),
    )


@composed(int)
def _enclosures(revision: int) -> QuerySet[Enclosure]:
    return Enclosure.objects.filter(revision=revision).order_by("no")


def _answers_to(items: QuerySet[Item], answered: int) -> QuerySet[Item]:
    return items.filter(answers=answered).select_related("number").order_by("id")[:20]


_OPEN = frozenset(
    {"directed", "issued", "draft", "submitted", "under_review", "returned", "cleared"}
)


def _is_overdue(item: Item, today: date) -> bool:
    return item.due_on is not None and item.due_on < today and item.state in _OPEN


def _holders(item: Item, units: Mapping[int, str]) -> list[Holder]:
    """Return who has the paper now: the newest unit for action, all copies, each once."""
    found: dict[str, Holder] = {}
    for release in _releases.rows(item.pk):
        is_action = release.purpose == Release.Purpose.ACTION
        if release.unit_id is None:
            holder = Holder(name(release.officer), release.purpose)
        elif is_action and release.unit_id != item.action_unit_id:
            holder = Holder(units[release.unit_id], Release.Purpose.INFORMATION)
        else:
            holder = Holder(units[release.unit_id], release.purpose)
        found.setdefault(holder.name, holder)
    return sorted(found.values(), key=lambda holder: (holder.purpose, holder.name))


@composed(int)
def _releases(item: int) -> QuerySet[Release]:
    found = Release.objects.filter(item=item).select_related("officer")
    return found.order_by("-movement__no", "id")


def _steps(item: Item, duty: Duty, units: Mapping[int, str]) -> list[Step]:
    proofs = proofs_of(item)
    return [step_of(each, units, proofs.get(each.no)) for each in shown_steps(item, duty)]


def _checks(
    newest: Revision | None, revisions: Iterable[Revision], duty: Duty
) -> list[Checked] | None:
    if newest is None:
        return None
    by_check = {verdict.check_no: verdict for verdict in _verdicts.rows(newest.pk)}
    drafted = any(revision.by_id == duty.officer.pk for revision in revisions)
    reads_all = is_inner(duty) and not drafted
    return [_checked(check, by_check.get(check), reads_all=reads_all) for check in Check]


@composed(int)
def _verdicts(revision: int) -> QuerySet[Verdict]:
    given = Verdict.objects.filter(revision=revision).select_related("by", "override__by")
    return given.order_by("id")


def _checked(check: Check, verdict: Verdict | None, *, reads_all: bool) -> Checked:
    if verdict is None:
        return Checked(check, None, "", "", False, "", "")
    kept = verdict.kept_from_drafters and not reads_all
    override = getattr(verdict, "override", None)
    return Checked(
        check=check,
        outcome=Outcome(verdict.outcome),
        by=name(verdict.by),
        reason="" if kept else verdict.reason,
        kept=kept and bool(verdict.reason),
        set_aside_by=name(override.by) if override else "",
        set_aside_reason=override.reason if override and not kept else "",
    )
