"""Conditions on papers in the SQL that both engines share; the guards of the desks above use them.

``item`` and ``officer`` are SQL expressions.
"""

from __future__ import annotations

ITEM = "SELECT {} FROM registry_item AS i WHERE i.id = NEW.item_id"
NEWEST_REVISION = """(SELECT r.{} FROM registry_revision AS r WHERE r.item_id = {}
    ORDER BY r.no DESC LIMIT 1)"""
# PostgreSQL moves the item at the end of a statement. A paper that comes in the same statement as
# a movement must not meet the item in the state that it has just left.
AT_REST = """NOT EXISTS (SELECT 1 FROM registry_movement AS pending
    WHERE pending.item_id = i.id AND pending.no > i.moves)"""


def drafted_by(officer: str, item: str) -> str:
    """Return the SQL that is true if the officer wrote any revision of the item."""
    return (
        f"EXISTS (SELECT 1 FROM registry_revision AS dr WHERE dr.item_id = {item} "
        f"AND dr.by_id = {officer})"
    )
