"""What a desk can declare of what departments see. No SQL of an engine stands here.

Conditions are written in the SQL that both engines share, with a few words of our own about the
reader: ``[[officer]]`` is his key; ``[[seen X]]``, X is a unit of his times ten plus a level of
confidentiality that he reads there; ``[[units X]]``, X is a unit where he holds a whole post,
``[[heads X]]``, one that answers for the unit;
``[[own X]]``, or any post of his own; ``[[limited]]``, he has rights that these do not tell, which
``[[rights]]`` lists as rows named ``a``. ``SEEN.`` is the row in question.
``[[base table]]`` is a whole table and stands in a ``Shown`` only; ``[[table]]`` is a table, or a
``Shown``, as the reader sees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from django.apps import apps
from django.db import models

# The columns of the rows of ``[[rights]]``. '' means that the right has no such limit.
RIGHTS = (
    ("unit", "bigint"), ("role", "text"), ("power", "text"), ("kind", "text"), ("level", "text"),
    ("ceiling", "bigint"),
)  # fmt: skip


@dataclass(frozen=True)
class Sight:
    """Which rows of a table a department sees; ``where`` '': all of them.

    ``told``: columns that are told otherwise than they are stored, as names and SQL.
    """

    model: type[models.Model]
    where: str = ""
    told: tuple[tuple[str, str], ...] = ()

    @property
    def table(self) -> str:
        """The table that is seen."""
        return self.model._meta.db_table

    @property
    def columns(self) -> tuple[str, ...]:
        """What is selected of each row, in the order of the model."""
        told = dict(self.told)
        names = (str(field.column) for field in self.model._meta.concrete_fields)
        return tuple(
            f"{told[name]} AS {name}" if name in told else f"SEEN.{name}" for name in names
        )


@dataclass(frozen=True)
class Shown:
    """A view of its own over whole tables, narrowed to the reader; sights are made from it."""

    name: str
    select: str


@dataclass(frozen=True)
class Gathered:
    """Keys that the reader sees, gathered in an order and no further: of PostgreSQL alone.

    There no condition passes through a view to the rows behind it, and no order either: the newest
    of a view are found by reading all of it. ``parameters`` are types, ``$1`` and so on in the
    select; ``[[each own]]`` lists the reader's units as rows named ``own``.
    """

    name: str
    parameters: tuple[str, ...]
    select: str


class Declared(NamedTuple):
    """What all desks declared: the views first, each before those that read it."""

    shown: tuple[Shown, ...]
    sights: tuple[Sight, ...]
    gathered: tuple[Gathered, ...] = ()


@cache
def declared() -> Declared:
    """Return the declarations of every desk that has a ``sight`` module, lowest layer first."""
    shown: list[Shown] = []
    sights: list[Sight] = []
    gathered: list[Gathered] = []
    for config in reversed(list(apps.get_app_configs())):
        name = f"{config.name}.sight"
        if config.name.startswith("cabinet.") and find_spec(name) is not None:
            module = import_module(name)
            shown += getattr(module, "SHOWN", ())
            sights += getattr(module, "SIGHTS", ())
            gathered += getattr(module, "GATHERED", ())
    return Declared(tuple(shown), tuple(sights), tuple(gathered))
