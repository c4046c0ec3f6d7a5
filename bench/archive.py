"""Filling a bench database with many plausible items at once, guards down, then up again."""

from __future__ import annotations

from django.db import connection, transaction

from cabinet.ledger.guards.installation import install, remove
from cabinet.ledger.rows_only import tables_may_change

# A year of every hundred items is still under way; the others are answered or closed.
_STATES = (
    "CASE WHEN n.i % 100 < 2 THEN 'verified' WHEN n.i % 100 < 6 THEN 'directed' ELSE 'closed' END"
)

_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many}) "

_ITEM = """INSERT INTO registry_item (flow, kind, subject, languages, urgency, confidentiality,
    correspondent_id, level, sealed, outer_marks, sender_reference, dated_gregorian, dated_hijri,
    channel, received_at, enclosures_announced, opened_by_id, opened_at, state, moves, moved_at,
    action_unit_id, from_unit_id, answers_id, personal_to_id, to_unit_id, due_on)
    {numbers} SELECT 'incoming', 'letter', 'Subject of letter ' || n.i || ' on the agenda',
    'en', 1 + (n.i % 37 = 0) {as_int}, 1, c.first + n.i % 100, 'ministry_of_foreign_affairs',
    {false}, '',
    'REF/' || n.i, '', '', 'post', {now}, 0, o.id, {now}, {states}, 4, {now},
    CASE WHEN n.i % 100 < 2 THEN NULL ELSE u.first + n.i % 12 END, NULL, NULL, NULL, NULL, NULL
    FROM n, (SELECT MIN(id) AS first FROM directory_correspondent) AS c,
    (SELECT MIN(id) AS first FROM accounts_unit) AS u,
    (SELECT id FROM accounts_officer WHERE username = 'clerk') AS o"""
_REVISION = """INSERT INTO registry_revision
    (item_id, no, sha256, file_name, media_type, size_bytes, by_id, at)
    SELECT i.id, 1, '{sha}', 'letter.txt', 'text/plain', 9, i.opened_by_id, i.opened_at
    FROM registry_item AS i"""
_NUMBER = """INSERT INTO registry_number
    (item_id, series_id, year, serial, text, on_day, on_hijri)
    SELECT i.id, s.id, 2019, i.id, i.id || '/2019', '2019-01-01', '1440-04-25'
    FROM registry_item AS i, registry_series AS s WHERE s.flow = 'incoming'"""
_MOVEMENT = """INSERT INTO registry_movement (item_id, no, act, source, target, revision_id,
    content_sha256, to_unit_id, copies, due_on, reason, officer_label, post_label,
    authority_label, item_label, by_id, post_id, delegation_id, on_day, at)
    SELECT r.item_id, m.no, m.act, m.source, m.target, r.id, r.sha256,
    CASE WHEN m.act = 'direct' THEN i.action_unit_id END, '', NULL, '', 'Clerk', 'registry_clerk',
    'titular', 'incoming', r.by_id, p.id, NULL, '2019-01-01', r.at
    FROM registry_revision AS r JOIN registry_item AS i ON i.id = r.item_id,
    (SELECT MIN(id) AS id FROM accounts_post) AS p,
    (SELECT 1 AS no, 'register' AS act, '' AS source, 'registered' AS target
     UNION ALL SELECT 2, 'verify', 'registered', 'verified'
     UNION ALL SELECT 3, 'direct', 'verified', 'directed'
     UNION ALL SELECT 4, 'close', 'directed', 'closed') AS m
    WHERE i.state = 'closed' OR m.no <= CASE i.state WHEN 'directed' THEN 3 ELSE 2 END"""
_RELEASE = """INSERT INTO registry_release (item_id, movement_id, unit_id, officer_id, purpose)
    SELECT m.item_id, m.id, m.to_unit_id, NULL, 'action' FROM registry_movement AS m
    WHERE m.to_unit_id IS NOT NULL"""


def fill(many: int) -> None:
    """Put that many incoming items into an office that has none."""
    sqlite = connection.vendor == "sqlite"
    words = {
        "numbers": _NUMBERS.format(many=many),
        "states": _STATES,
        "false": "FALSE",
        "now": "'2019-01-01 09:00:00'" if sqlite else "timestamptz '2019-01-01 09:00:00+00'",
        "as_int": "" if sqlite else "::int",
        "sha": "0" * 64,
    }
    with tables_may_change(connection):
        remove(connection)
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in (_ITEM, _REVISION, _NUMBER, _MOVEMENT, _RELEASE):
                cursor.execute(statement.format(**words))
            cursor.execute(
                "UPDATE registry_item SET moves = (SELECT COUNT(*) FROM registry_movement AS m "
                "WHERE m.item_id = registry_item.id)"
            )
        install(connection)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
