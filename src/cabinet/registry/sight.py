"""What departments see of the register. Source: the mandate, first paragraph.

It is what ``visible_items`` says in Python, said once more to the database itself.
"""

from __future__ import annotations

from cabinet.directory.protection import matrix_permits
from cabinet.ledger.doors import Gathered, Shown, Sight
from cabinet.registry.models import (
    Enclosure,
    Item,
    LawfulAct,
    Movement,
    Number,
    Release,
    Revision,
    Series,
)
from cabinet.registry.queries import CLEARED_SINCE, INNER_ACTS, UNRELEASED
from clearance.gate import Scope
from clearance.terms import Power, Role

_WITHIN_LIMITS = """i.confidentiality <= a.ceiling
    AND a.kind IN ('', i.kind) AND a.level IN ('', i.level)"""

# The Cabinet let the officer see it, by name, or a unit in which he reads papers so confidential.
_RELEASED = f"""r.officer_id = [[officer]] OR [[seen r.unit_id * 10 + i.confidentiality]]
    OR [[limited]] = 1 AND EXISTS (SELECT 1 FROM [[rights]]
        WHERE a.power = '' AND a.unit = r.unit_id AND {_WITHIN_LIMITS})"""

_GONE = ", ".join(f"'{state}'" for state in CLEARED_SINCE)
_MATRIX = matrix_permits("i.kind", "i.level", "a.role").replace(
    "directory_signatorycell", "[[base directory_signatorycell]]"
)
_MAY_BE_SIGNED = f"i.flow = 'outgoing' AND i.state IN ({_GONE}) AND {_MATRIX}"

_POWER_ACTS = f"""EXISTS (SELECT 1 FROM [[base registry_lawfulact]] AS l
    WHERE l.flow = i.flow AND l.source = i.state AND l.source <> ''
    AND l.role = a.role AND l.power = a.power AND (
        l.scope NOT IN ('{Scope.FROM_UNIT}', '{Scope.ACTION_UNIT}')
        OR l.scope = '{Scope.FROM_UNIT}' AND i.from_unit_id = a.unit
        OR l.scope = '{Scope.ACTION_UNIT}' AND i.action_unit_id = a.unit))"""

_DRAFTED = """[[seen i.from_unit_id * 10 + i.confidentiality]]
    OR i.opened_by_id = [[officer]] AND [[own i.from_unit_id]]"""

_SEEN = f"""{_DRAFTED}
    OR EXISTS (SELECT 1 FROM [[base registry_release]] AS r
        WHERE r.item_id = i.id AND ({_RELEASED}))
    OR [[limited]] = 1 AND EXISTS (SELECT 1 FROM [[rights]] WHERE {_WITHIN_LIMITS} AND (
        a.power = '' AND a.unit = i.from_unit_id
        OR (a.power = '{Power.SIGN}'
            OR a.power = '' AND a.role = '{Role.ASSISTANT_SECRETARY_GENERAL}') AND {_MAY_BE_SIGNED}
        OR a.power NOT IN ('', '{Power.SIGN}') AND {_POWER_ACTS}))"""

_DRAFTED_THERE = f"""{_DRAFTED} OR [[limited]] = 1 AND EXISTS (SELECT 1 FROM [[rights]]
    WHERE a.power = '' AND a.unit = i.from_unit_id AND {_WITHIN_LIMITS})"""

SHOWN = (
    # Which releases let the reader see a paper: lists are made from it.
    Shown(
        "registry_reach",
        f"""SELECT r.id, r.item_id, r.unit_id, r.officer_id, i.flow, i.state
        FROM [[base registry_release]] AS r JOIN [[base registry_item]] AS i ON i.id = r.item_id
        WHERE {_RELEASED}""",
    ),
    # Which papers the reader sees because a unit of his drafted them.
    Shown(
        "registry_drafted",
        f"""SELECT i.id, i.from_unit_id, i.flow, i.state
        FROM [[base registry_item]] AS i WHERE {_DRAFTED_THERE}""",
    ),
    # Which papers the reader may know of; ``whole``: also how they came about.
    Shown(
        "registry_known",
        f"""SELECT i.id, i.flow, (i.flow = 'incoming' OR [[units i.from_unit_id]]) AS whole,
        (SELECT MAX(v.no) FROM [[base registry_revision]] AS v WHERE v.item_id = i.id) AS newest
        FROM [[base registry_item]] AS i WHERE {_SEEN}""",
    ),
)

_BEFORE = "COALESCE($3, 9223372036854775807)"
_ASKED = f"i.flow = $1 AND i.id < {_BEFORE} AND ($4 IS NULL OR i.state = ANY ($4))"

GATHERED = (
    # The newest papers of a flow that reached the reader, or that a unit of his drafted: older
    # than a paper, if one is named, and in one of some states, if they are.
    Gathered(
        "registry_newest",
        ("text", "integer", "bigint", "text[]"),
        f"""SELECT n.id FROM (
            SELECT n.id FROM [[each own]] CROSS JOIN LATERAL (
                SELECT DISTINCT r.item_id AS id FROM [[base registry_release]] AS r
                JOIN [[base registry_item]] AS i ON i.id = r.item_id
                WHERE $1 <> '{UNRELEASED}' AND r.unit_id = own.unit AND r.item_id < {_BEFORE}
                    AND {_ASKED} AND ({_RELEASED})
                ORDER BY r.item_id DESC LIMIT $2) AS n
            UNION SELECT n.id FROM [[each own]] CROSS JOIN LATERAL (
                SELECT i.id FROM [[base registry_item]] AS i
                WHERE i.from_unit_id = own.unit AND {_ASKED} AND ({_DRAFTED_THERE})
                ORDER BY i.id DESC LIMIT $2) AS n
            UNION SELECT i.id FROM [[base registry_release]] AS r
                JOIN [[base registry_item]] AS i ON i.id = r.item_id
                WHERE r.officer_id = [[officer]] AND {_ASKED}) AS n
        ORDER BY n.id DESC LIMIT $2""",
    ),
)

OF_A_KNOWN_PAPER = "EXISTS (SELECT 1 FROM [[registry_known]] AS k WHERE k.id = SEEN.item_id)"
_KNOWN_WHOLE = "EXISTS (SELECT 1 FROM [[registry_known]] AS k WHERE k.id = SEEN.item_id AND {})"
_INNER = ", ".join(f"'{act}'" for act in sorted(INNER_ACTS))

SIGHTS = (
    Sight(LawfulAct),
    Sight(Series),
    Sight(Item, "EXISTS (SELECT 1 FROM [[registry_known]] AS k WHERE k.id = SEEN.id)"),
    # Whom a memorandum addresses reads what was issued, not what went before; a drafter, his own.
    Sight(
        Revision,
        _KNOWN_WHOLE.format("(k.whole OR SEEN.no = k.newest OR SEEN.by_id = [[officer]])"),
    ),
    Sight(
        Enclosure,
        "EXISTS (SELECT 1 FROM [[registry_revision]] AS v WHERE v.id = SEEN.revision_id)",
    ),
    Sight(Number, OF_A_KNOWN_PAPER),
    Sight(
        Movement,
        f"SEEN.act NOT IN ({_INNER}) AND "
        + _KNOWN_WHOLE.format("(k.whole OR SEEN.act IN ('issue', 'acknowledge'))"),
    ),
    Sight(Release, OF_A_KNOWN_PAPER),
)
