"""Which events the auditor asks for: of a paper, of an officer, of an act, in a period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cabinet.accounts.duty import Duty
from cabinet.ledger.reading import Wanted
from cabinet.registry.queries import visible_items

# Which rows of each table are of a paper: one query for all its events, on both engines.
_OF_TEXT = "SELECT t.id FROM {table} AS t JOIN registry_revision AS v ON v.id = t.revision_id "
_OF_PAPER: Mapping[str, str] = {
    "registry_movement": "SELECT id FROM registry_movement WHERE item_id = %s",
    "registry_release": "SELECT id FROM registry_release WHERE item_id = %s",
    "dispatch_dispatch": "SELECT id FROM dispatch_dispatch WHERE item_id = %s",
    "dispatch_delivery": "SELECT id FROM dispatch_delivery WHERE item_id = %s",
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
        parts.append(
            {table: (sql.format(table), [int(asked["officer"])]) for table in _BY_AN_OFFICER}
        )
    if asked.get("act"):
        sql = "SELECT id FROM registry_movement WHERE act = %s"
        parts.append({"registry_movement": (sql, [asked["act"]])})
    if not parts:
        return None
    tables = set.intersection(*(set(part) for part in parts))
    return {
        table: (
            " INTERSECT ".join(part[table][0] for part in parts),
            [value for part in parts for value in part[table][1]],
        )
        for table in sorted(tables)
    }


def _paper(told: str, duty: Duty) -> int:
    """Return the key of a paper by its number, else by its key; 0: there is none to be seen."""
    seen = visible_items(duty)
    item = seen.filter(number__text__iexact=told).values_list("pk", flat=True).first()
    if item is None and told.isascii() and told.isdigit() and len(told) < 18:
        item = seen.filter(pk=int(told)).values_list("pk", flat=True).first()
    return int(item or 0)
