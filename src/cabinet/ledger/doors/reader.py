"""By which door a piece of work reads: the Cabinet's, or the departments' as one officer.

A request of a department's officer enters by the departments' door; an act, once begun, is the
Cabinet's own work and reads by its door.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

DEPARTMENT = "department"  # the name of the departments' connection in the settings


@dataclass(frozen=True)
class Right:
    """A right that keys of units do not tell: lent, limited, or to sign for several units."""

    unit: int
    role: str
    power: str
    kind: str
    level: str
    ceiling: int


@dataclass(frozen=True)
class Reader:
    """Who reads by the departments' door, and how far, as the words of a sight name it.

    ``seen``: the key of each unit times ten plus each level of confidentiality read there.
    """

    officer: int
    on: str
    units: tuple[int, ...]
    heads: tuple[int, ...]
    own: tuple[int, ...]
    seen: tuple[int, ...]
    rights: tuple[Right, ...]

    @cached_property
    def rights_as_json(self) -> str:
        """The rights as an array of JSON objects."""
        return json.dumps([each.__dict__ for each in self.rights])


# None: the Cabinet's door. Else what finds out who reads, asked when something is first read.
_ENTERED: ContextVar[Callable[[], Reader | None] | None] = ContextVar("entered", default=None)


def enter(who: Callable[[], Reader | None] | None) -> None:
    """Let the work that follows read as the reader whom ``who`` finds; None: as the Cabinet."""
    _ENTERED.set(who)


@contextmanager
def at_the_cabinet() -> Iterator[None]:
    """Read by the Cabinet's door: for what the Cabinet itself rules on or writes."""
    token = _ENTERED.set(None)
    try:
        yield
    finally:
        _ENTERED.reset(token)


@contextmanager
def as_reader(reader: Reader | None) -> Iterator[None]:
    """Read by the departments' door as this reader; None: by the Cabinet's."""
    token = _ENTERED.set(None if reader is None else lambda: reader)
    try:
        yield
    finally:
        _ENTERED.reset(token)


def reader() -> Reader | None:
    """Return who reads by the departments' door now; None: the Cabinet reads."""
    who = _ENTERED.get()
    if who is None:
        return None
    with at_the_cabinet():  # an officer's rights are looked up by the Cabinet
        return who()


def door() -> str:
    """Return the name of the connection by which is read now."""
    if _ENTERED.get() is None or DEPARTMENT not in connections.settings:
        return DEFAULT_DB_ALIAS
    return DEFAULT_DB_ALIAS if reader() is None else DEPARTMENT


def reading() -> BaseDatabaseWrapper:
    """Return the connection by which is read now, for statements that are written out."""
    return connections[door()]
