"""What the auditor writes, and what the audited answer. Nothing of it touches a paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Unit
from cabinet.audit.models import AuditFile, AuditFinding, FindingStep, Sample, Viewing
from cabinet.ledger.insertion import insert
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Item
from clearance.authority import Authority
from clearance.authority.authority import Capacity
from clearance.gate import NotAuthorised, NotInState, PapersMissing, Unmet
from clearance.terms import Role
from clearance.terms.posts import ANSWERING
from clearance.terms.translation import marked as _

_AUDITOR = frozenset({Role.INTERNAL_AUDITOR})
_NOT_AUDITOR = Unmet(
    "AUD003",
    _("Only the Internal Auditor keeps the books of the audit."),
    _("Ask the Internal Auditor."),
)
_NOT_ANSWERING = Unmet(
    "AUD006",
    _("A finding is answered by the head of the unit to which it is addressed."),
    _("Ask the head of that unit, or whoever acts for that post."),
)
_CLOSED = Unmet(
    "AUD007",
    _("This finding is closed."),
    _("The auditor may record a new finding."),
)
_EMPTY = Unmet(
    "AUD005",
    _("The text is missing."),
    _("Write it in clear words."),
)


@dataclass(frozen=True, kw_only=True)
class Found:
    """A finding to be recorded. None: of no single paper or event, without a day."""

    weight: AuditFinding.Weight
    text: str
    unit: Unit
    item: Item | None = None
    event_seq: int | None = None
    due_on: date | None = None


def note_viewing(
    *, officer: int, item: int, what: Viewing.What, part: str, confidentiality: int, at: datetime
) -> None:
    """Write down that an officer opened a paper; ``officer`` and ``item`` are keys."""
    with one_act():
        insert(
            Viewing(
                officer_id=officer, item_id=item, what=what.value, part=part,
                confidentiality=confidentiality, at=at,
            )
        )  # fmt: skip


def draw_sample(*, seed: str, count: int, of: int, by: Duty, at: datetime) -> Sample:
    """Record by which seed a sample is drawn, before anybody sees it.

    :raises NotAuthorised: not by the Internal Auditor.
    """
    with one_act():
        return insert(Sample(seed=seed, count=count, of=of, **_signed(by, _auditor(by), at)))


def open_file(*, title: str, by: Duty, at: datetime) -> AuditFile:
    """Open an audit file.

    :raises NotAuthorised: not by the Internal Auditor. :raises PapersMissing: it has no title.
    """
    _require_text(title)
    with one_act():
        no = AuditFile.objects.count() + 1
        return insert(AuditFile(no=no, title=title, **_signed(by, _auditor(by), at)))


def record_finding(*, file: AuditFile, found: Found, by: Duty, at: datetime) -> AuditFinding:
    """Record a finding in a file. :raises NotAuthorised: :raises PapersMissing: as above."""
    _require_text(found.text)
    with one_act():
        no = AuditFinding.objects.filter(file=file).count() + 1
        return insert(
            AuditFinding(
                file=file, no=no, weight=found.weight, text=found.text, unit=found.unit,
                item=found.item, event_seq=found.event_seq, due_on=found.due_on,
                **_signed(by, _auditor(by), at),
            )
        )  # fmt: skip


def reply_to_finding(*, finding: AuditFinding, text: str, by: Duty, at: datetime) -> FindingStep:
    """Answer a finding for the unit to which it is addressed.

    :raises NotAuthorised: not by that unit's head. :raises NotInState: it is closed.
    """
    authority = _authority(by, ANSWERING, unit=finding.unit_id)
    if authority is None:
        raise NotAuthorised(_NOT_ANSWERING)
    return _step(finding, FindingStep.Kind.REPLY, text, by, authority, at)


def follow_up_finding(
    *, finding: AuditFinding, text: str, closes: bool, by: Duty, at: datetime
) -> FindingStep:
    """Write what the auditor says of the replies; ``closes``: that is the end of it.

    :raises NotAuthorised: not by the Internal Auditor. :raises NotInState: it is closed.
    """
    kind = FindingStep.Kind.CLOSE if closes else FindingStep.Kind.FOLLOW_UP
    return _step(finding, kind, text, by, _auditor(by), at)


def _step(
    finding: AuditFinding,
    kind: FindingStep.Kind,
    text: str,
    by: Duty,
    authority: Authority,
    at: datetime,
) -> FindingStep:
    _require_text(text)
    with one_act():
        before = FindingStep.objects.filter(finding=finding)
        if before.filter(kind=FindingStep.Kind.CLOSE).exists():
            raise NotInState(_CLOSED)
        return insert(
            FindingStep(
                finding=finding, no=before.count() + 1, kind=kind.value, text=text,
                **_signed(by, authority, at),
            )
        )  # fmt: skip


def _auditor(by: Duty) -> Authority:
    authority = _authority(by, _AUDITOR)
    if authority is None:
        raise NotAuthorised(_NOT_AUDITOR)
    return authority


def _authority(by: Duty, roles: Iterable[Role], unit: int | None = None) -> Authority | None:
    """Return the post to act from, one's own before one held for another; None: there is none."""
    usable = [
        each
        for each in by.authorities
        if each.role in roles
        and (unit is None or each.unit == unit)
        and (each.power, each.kind, each.level) == (None, None, None)
    ]
    order = list(Capacity)
    return min(usable, key=lambda each: order.index(each.capacity), default=None)


def _signed(by: Duty, authority: Authority, at: datetime) -> dict[str, Any]:
    """Return who does it, from which post, by which delegation, on which day."""
    return {
        "by": by.officer, "post_id": authority.post, "delegation_id": authority.delegation,
        "on": by.on, "at": at,
    }  # fmt: skip


def _require_text(text: str) -> None:
    if not text.strip():
        raise PapersMissing(_EMPTY)
