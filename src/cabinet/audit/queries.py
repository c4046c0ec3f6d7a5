"""Which events the auditor asks for: of a paper, of an officer, of an act, in a period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from cabinet.accounts.duty import Duty
from cabinet.audit.models import AuditFinding, FindingStep, Viewing
from cabinet.ledger.reading import Wanted
from cabinet.registry.models import Item
from cabinet.registry.queries import visible_items
from clearance.terms import Confidentiality, Role
from clearance.terms.posts import ANSWERING

READINGS = Viewing._meta.db_table
# Which rows of each table are of a paper: one query for all its events, on both engines.
_OF_TEXT = "SELECT t.id FROM {table} AS t JOIN registry_revision AS v ON v.id = t.revision_id "
_OF_PAPER: Mapping[str, str] = {
    "registry_movement": "SELECT id FROM registry_movement WHERE item_id = %s",
    "registry_release": "SELECT id FROM registry_release WHERE item_id = %s",
    "dispatch_dispatch": "SELECT id FROM dispatch_dispatch WHERE item_id = %s",
    "dispatch_delivery": "SELECT id FROM dispatch_delivery WHERE item_id = %s",
    "audit_viewing": "SELECT id FROM audit_viewing WHERE item_id = %s",
    "audit_auditfinding": "SELECT id FROM audit_auditfinding WHERE item_id = %s",
    **{
        table: _OF_TEXT.format(table=table) + "WHERE v.item_id = %s"
        for table in (
            "review_reading", "review_verdict", "review_objection", "gate_clearance",
            "gate_signature",
        )
    },
    "review_override": (
        "SELECT t.id FROM review_override AS t JOIN review_verdict AS d ON d.id = t.verdict_id "
        "JOIN registry_revision AS v ON v.id = d.revision_id WHERE v.item_id = %s"
    ),
    "review_finding": (
        "SELECT t.id FROM review_finding AS t JOIN review_reading AS r ON r.id = t.reading_id "
        "JOIN registry_revision AS v ON v.id = r.revision_id WHERE v.item_id = %s"
    ),
    "review_answer": (
        "SELECT t.id FROM review_answer AS t JOIN review_finding AS f ON f.id = t.finding_id "
        "JOIN review_reading AS r ON r.id = f.reading_id "
        "JOIN registry_revision AS v ON v.id = r.revision_id WHERE v.item_id = %s"
    ),
}  # fmt: skip
_BY_AN_OFFICER = (
    "registry_movement", "review_verdict", "review_override", "review_answer", "review_objection",
    "gate_clearance", "gate_signature", "dispatch_dispatch", "dispatch_delivery",
    "audit_sample", "audit_auditfile", "audit_auditfinding", "audit_findingstep",
    "terminology_edition", "terminology_decision",
)  # fmt: skip


def wanted_events(asked: Mapping[str, Any], duty: Duty) -> Wanted | None:
    """Return which events are asked for; None: all. No paper is found that the officer may not see.

    ``paper`` is a registry number or a key, ``officer`` a key, ``act`` a word of the gate; what is
    asked together must hold together.
    """
    parts: list[dict[str, tuple[str, list[object]]]] = []
    if asked.get("paper"):
        key = _paper(asked["paper"].strip(), duty)
        parts.append({table: (sql, [key]) for table, sql in _OF_PAPER.items()})
    if asked.get("officer"):
        sql = "SELECT id FROM {} WHERE by_id = %s"
        officer: list[object] = [int(asked["officer"])]
        parts.append(
            {table: (sql.format(table), officer) for table in _BY_AN_OFFICER}
            | {READINGS: ("SELECT id FROM audit_viewing WHERE officer_id = %s", officer)}
        )
    if asked.get("act"):
        sql = "SELECT id FROM registry_movement WHERE act = %s"
        parts.append({"registry_movement": (sql, [asked["act"]])})
    if not parts:
        return None
    tables = set.intersection(*(set(part) for part in parts))
    if not asked.get("readings"):
        tables.discard(READINGS)
    return {
        table: (
            " INTERSECT ".join(part[table][0] for part in parts),
            [value for part in parts for value in part[table][1]],
        )
        for table in sorted(tables)
    }


def events_of_paper(key: int) -> Wanted:
    """Return what asks the record for every event of one paper, readings included."""
    return {table: (sql, [key]) for table, sql in _OF_PAPER.items()}


def readings_shown(duty: Duty) -> QuerySet[Viewing]:
    """Return the readings that an officer may look at, the newest first.

    The auditor looks at all of them; the Director-General at those of papers kept confidential or
    closer. To all others there are none.
    """
    readings = Viewing.objects.select_related("officer", "item__number").order_by("-pk")
    if Role.INTERNAL_AUDITOR in duty.roles:
        return readings
    if Role.DIRECTOR_GENERAL in duty.roles:
        return readings.filter(confidentiality__gte=Confidentiality.CONFIDENTIAL)
    return readings.none()


def findings_to_answer(duty: Duty) -> QuerySet[AuditFinding]:
    """Return the findings that are addressed to the units that this officer answers for."""
    return with_state(AuditFinding.objects.filter(unit__in=duty.units_as(*ANSWERING)))


def with_state(findings: QuerySet[AuditFinding]) -> QuerySet[AuditFinding]:
    """Return findings with ``closed`` and ``answered``, and what a page shows of them."""
    steps = FindingStep.objects.filter(finding=OuterRef("pk"))
    return (
        findings.annotate(
            closed=Exists(steps.filter(kind=FindingStep.Kind.CLOSE)),
            answered=Exists(steps.filter(kind=FindingStep.Kind.REPLY)),
        )
        .select_related("file", "unit", "by", "post", "delegation", "item__number")
        .order_by("-file__no", "no")
    )


def paper_named(told: str, duty: Duty) -> Item | None:
    """Return a paper by its number, else by its key; None: there is none that may be seen."""
    seen = visible_items(duty).select_related("number")
    item = seen.filter(number__text__iexact=told).first()
    if item is None and told.isascii() and told.isdigit() and len(told) < 18:
        item = seen.filter(pk=int(told)).first()
    return item


def _paper(told: str, duty: Duty) -> int:
    item = paper_named(told, duty)
    return item.pk if item else 0
