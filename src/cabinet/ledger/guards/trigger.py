"""A trigger as an engine holds it: what is compared when the guards are watched."""

from __future__ import annotations

from typing import NamedTuple


class Trigger(NamedTuple):
    """One trigger: its name, its table, the statements that make it, and its text as kept.

    ``kept`` is what the engine's catalogue shows for an unaltered, enabled trigger.
    """

    name: str
    table: str
    statements: tuple[str, ...]
    kept: str


def quoted(text: str) -> str:
    """Return the text as an SQL string literal."""
    return "'" + text.replace("'", "''") + "'"
