"""The one registry: everything that the desks declare, gathered in the order of the layers."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from django.apps import apps

from cabinet.ledger.guards.declared import Consequence, Guard, Protected


class Declared(NamedTuple):
    """What all desks declared."""

    protected: tuple[Protected, ...]
    guards: tuple[Guard, ...]
    consequences: tuple[Consequence, ...]


@cache
def declared() -> Declared:
    """Return the declarations of every desk that has a ``guards`` module, lowest layer first.

    :raises ValueError: two guards of one table share a name.
    """
    protected: list[Protected] = []
    guards: list[Guard] = []
    consequences: list[Consequence] = []
    for config in reversed(list(apps.get_app_configs())):
        name = f"{config.name}.protection"
        if not config.name.startswith("cabinet.") or find_spec(name) is None:
            continue
        module = import_module(name)
        protected += getattr(module, "PROTECTED", ())
        guards += getattr(module, "GUARDS", ())
        consequences += getattr(module, "CONSEQUENCES", ())
    names = [(guard.table, guard.name) for guard in guards]
    if len(set(names)) < len(names):
        raise ValueError("Two guards of one table share a name.")
    return Declared(tuple(protected), tuple(guards), tuple(consequences))
