"""The papers as they stand against their last movements, which are in the record.

Items, revisions, enclosures and numbers have no events of their own: a movement tells them all, as
they were at that moment, and after it they cannot lawfully change.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

from cabinet.ledger.guards import postgresql, sqlite
from cabinet.ledger.guards.registry import declared
from clearance.ledger.entries import FolderStore
from clearance.ledger.fault import Fault, fault

_MOVEMENT = "registry_movement"
_LAST = (
    "m.no = (SELECT MAX(l.no) FROM registry_movement AS l WHERE l.item_id = m.item_id) "
    # Until it is registered or submitted a paper is still being written.
    "AND i.state NOT IN ('', 'received', 'draft')"
)
_OTHER_TEXT = (
    "SELECT m.item_id, v.no, m.no FROM registry_movement AS m JOIN registry_revision AS v "
    "ON v.id = m.revision_id WHERE v.sha256 <> m.content_sha256 OR v.item_id <> m.item_id"
)
_OTHER_PLACE = """
    SELECT i.id FROM registry_item AS i WHERE i.state <> '' AND (
        i.due_on IS DISTINCT FROM (SELECT m.due_on FROM registry_movement AS m
            WHERE m.item_id = i.id AND m.due_on IS NOT NULL ORDER BY m.no DESC LIMIT 1)
        OR i.action_unit_id IS DISTINCT FROM (SELECT m.to_unit_id FROM registry_movement AS m
            WHERE m.item_id = i.id AND m.to_unit_id IS NOT NULL ORDER BY m.no DESC LIMIT 1))
    ORDER BY i.id
"""
# The files that no entry of the log names: enclosures, and texts that no movement was about yet.
_FILES_BESIDE = (
    "SELECT v.item_id, e.sha256 FROM registry_enclosure AS e "
    "JOIN registry_revision AS v ON v.id = e.revision_id UNION "
    "SELECT v.item_id, v.sha256 FROM registry_revision AS v WHERE NOT EXISTS ("
    "SELECT 1 FROM registry_movement AS m WHERE m.content_sha256 = v.sha256) ORDER BY 1, 2"
)


def papers(connection: BaseDatabaseWrapper, files: Path | None) -> Iterator[Fault]:
    """Yield the papers that are not as their movements tell. ``files`` None: files are not read."""
    yield from _told(connection)
    with connection.cursor() as cursor:
        cursor.execute(_OTHER_TEXT)
        for item, no, movement in cursor.fetchall():
            yield fault("OFF011", item=item, no=no, movement=movement)
        cursor.execute(_OTHER_PLACE)
        for (item,) in cursor.fetchall():
            yield fault("OFF010", item=item, what="due_on, action_unit")
        if files is None:
            return
        store = FolderStore(files)
        cursor.execute(_FILES_BESIDE)
        for item, sha256 in cursor.fetchall():
            found = store.content_of(sha256)
            if found is None:
                yield fault("OFF012", item=item, sha256=sha256)
            elif found != sha256:
                yield fault("VER020", sha256=sha256, found=found)


def _told(connection: BaseDatabaseWrapper) -> Iterator[Fault]:
    """Compare what each last movement tells of its paper with the paper as it is now."""
    [movement] = [each for each in declared().protected if each.table == _MOVEMENT]
    names = [name for name, _sql in movement.tells]
    ways = (
        [sqlite.translated]
        if connection.vendor == "sqlite"
        else [postgresql.translated, postgresql.translated_before]
    )
    now = ", ".join(
        f"({translated(sql).replace('NEW.', 'm.')})"
        for translated in ways
        for _name, sql in movement.tells
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT m.item_id, e.payload, {now} FROM registry_movement AS m "
            "JOIN registry_item AS i ON i.id = m.item_id JOIN ledger_event AS e "
            f"ON e.table_name = '{_MOVEMENT}' AND e.row_id = m.id AND e.amends = 0 "
            f"WHERE {_LAST} ORDER BY m.item_id"
        )
        while rows := cursor.fetchmany(2000):
            for item, payload, *values in rows:
                told = json.loads(payload)
                wrong = [
                    name
                    for no, name in enumerate(names)
                    if (told.get(name) or "")
                    not in {each or "" for each in values[no :: len(names)]}
                ]
                if wrong:
                    yield fault("OFF010", item=item, what=", ".join(wrong))
