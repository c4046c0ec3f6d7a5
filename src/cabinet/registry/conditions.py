"""Conditions on papers in the SQL that both engines share; the guards of the desks above use them.

``item`` and ``officer`` are SQL expressions.
"""

from __future__ import annotations

from cabinet.accounts.models import Post, Unit
from cabinet.directory.models import Correspondent
from cabinet.ledger.guards import Known
from cabinet.registry.models import Item, LawfulAct, Movement, Number, Revision, Series

# The rows that the conditions on a paper's own rows name, as ``[[item.state]]``.
ITS_ITEM = Known("item", Item, "known.id = NEW.item_id")
ITS_POST = Known("post", Post, "known.id = NEW.post_id")
ITS_SERIES = Known("series", Series, "known.id = NEW.series_id", mostly="open_series")
ITS_CORRESPONDENT = Known("correspondent", Correspondent, "known.id = NEW.correspondent_id")
# A unit's own series, else the house's.
ITS_UNIT_S_SERIES = Known(
    "open_series", Series,
    """known.flow = [[item.flow]] AND known.in_use
    AND (known.unit_id = [[item.from_unit_id]] OR known.unit_id IS NULL)
    ORDER BY known.unit_id IS NULL, known.id LIMIT 1""",
)  # fmt: skip
ITS_UNIT = Known("unit", Unit, "known.id = [[item.from_unit_id]]")
ITS_LAW = Known(
    "law", LawfulAct,
    """known.flow = [[item.flow]] AND known.act = NEW.act AND known.source = NEW.source
    AND known.role = [[post.role]]""",
)  # fmt: skip
ITS_NUMBER = Known("number", Number, "known.item_id = NEW.item_id")
ITS_NEWEST = Known("newest", Revision, "known.item_id = NEW.item_id ORDER BY known.no DESC LIMIT 1")
ITS_LATEST = Known("latest", Movement, "known.item_id = NEW.item_id ORDER BY known.no DESC LIMIT 1")
MOVED_BY = Known("latest", Movement, "known.item_id = NEW.id ORDER BY known.no DESC LIMIT 1")
# Its movements are numbered one after the other, so that the next one has this number.
PENDING = Known(
    "pending", Movement, "known.item_id = NEW.item_id AND known.no = [[item.moves]] + 1"
)
BEFORE_IT = Known(
    "before", Number,
    "known.series_id = NEW.series_id AND known.year = NEW.year ORDER BY known.serial DESC LIMIT 1",
)  # fmt: skip

ITEM = "SELECT {} FROM registry_item AS i WHERE i.id = NEW.item_id"
NEWEST_REVISION = """(SELECT r.{} FROM registry_revision AS r WHERE r.item_id = {}
    ORDER BY r.no DESC LIMIT 1)"""
# PostgreSQL moves the item at the end of a statement. A paper that comes in the same statement as
# a movement must not meet the item in the state that it has just left.
AT_REST = """NOT EXISTS (SELECT 1 FROM registry_movement AS pending
    WHERE pending.item_id = i.id AND pending.no > i.moves)"""
ITEM_AT_REST = "[[pending.no]] IS NULL"


def drafted_by(officer: str, item: str) -> str:
    """Return the SQL that is true if the officer wrote any revision of the item."""
    return (
        f"EXISTS (SELECT 1 FROM registry_revision AS dr WHERE dr.item_id = {item} "
        f"AND dr.by_id = {officer})"
    )
