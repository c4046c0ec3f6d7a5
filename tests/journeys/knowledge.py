"""Who may know of which paper, read off the tables by hand: never asks the code under test.

The levels come from the file of the reference data, the rest from plain SQL.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from django.db import connection

import clearance.data

# Written out, not imported: a post added to the code's own list must be added here as well.
WHOLE_REGISTER = {
    "registry_clerk", "head_of_registry", "cabinet_adviser", "director_general",
    "secretary_general", "private_secretary", "internal_auditor",
}  # fmt: skip
INNER = WHOLE_REGISTER - {"registry_clerk", "head_of_registry"}

_POSTS = """
    SELECT p.role, p.unit_id FROM accounts_holding AS h
    JOIN accounts_post AS p ON p.id = h.post_id
    WHERE h.officer_id = %s AND h.ends_on IS NULL
"""
_PAPERS = "SELECT id, confidentiality, from_unit_id FROM registry_item"
# The matrix by its newest cells: what an Assistant Secretary-General may sign, once it is cleared.
_TO_SIGN = """
    SELECT i.id FROM registry_item AS i JOIN directory_signatorycell AS c
        ON c.kind = i.kind AND c.level = i.level AND c.role = 'assistant_secretary_general'
    WHERE i.flow = 'outgoing' AND c.permitted
      AND i.state IN ('cleared', 'signed', 'issued', 'dispatched', 'delivered', 'undelivered')
      AND c.id = (SELECT MAX(n.id) FROM directory_signatorycell AS n
                  WHERE n.kind = c.kind AND n.level = c.level AND n.role = c.role)
"""
_RELEASES = "SELECT item_id, unit_id, officer_id FROM registry_release"


@cache
def highest_level(role: str) -> int:
    """Return the highest level that a role may read, from the file of the levels; 0: none."""
    text = (Path(clearance.data.__file__).parent / "confidentiality.toml").read_text("utf-8")
    levels = tomllib.loads(text)["level"]
    return max((each["rank"] for each in levels if role in each["may_read"]), default=0)


def posts_of(officer: int) -> list[tuple[str, int]]:
    """Return the roles of an officer, each with its unit."""
    return [(str(role), int(unit)) for role, unit in _rows(_POSTS, [officer])]


def known_to(officer: int) -> set[int]:
    """Return the keys of the papers that an officer may know of."""
    posts = posts_of(officer)
    releases = _rows(_RELEASES)
    known = {item for item, _unit, named in releases if named == officer}
    released = {(item, unit) for item, unit, _named in releases}
    to_sign = {item for (item,) in _rows(_TO_SIGN)}
    for item, level, drafted_in in _rows(_PAPERS):
        for role, unit in posts:
            if role == "system_administrator" or level > highest_level(role):
                continue
            signs = role == "assistant_secretary_general" and item in to_sign
            if role in WHOLE_REGISTER or drafted_in == unit or (item, unit) in released or signs:
                known.add(item)
    return known


def is_inner(officer: int) -> bool:
    """Tell whether an officer reads what the Cabinet says among itself."""
    return any(role in INNER for role, _unit in posts_of(officer))


def reads_drafting_of(officer: int, unit: int | None) -> bool:
    """Tell whether an officer reads how a paper of this unit came about."""
    return any(role in WHOLE_REGISTER or place == unit for role, place in posts_of(officer))


def _rows(query: str, asked: list[int] | None = None) -> list[tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, asked or [])
        return list(cursor.fetchall())
