"""A trigger as an engine holds it, and the branches that it is made of."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cabinet.ledger.guards.declared import Protected
from cabinet.ledger.guards.registry import Declared


class Trigger(NamedTuple):
    """One trigger: its name, its table, the statements that make it, and its text as kept.

    ``kept`` is what the engine's catalogue shows for an unaltered, enabled trigger.
    """

    name: str
    table: str
    statements: tuple[str, ...]
    kept: str


class Branch(NamedTuple):
    """One refusal inside a trigger: rows of which the condition is true are refused."""

    condition: str
    message: str
    of: str = ""


def branches(
    everything: Declared, protected: Protected, on: Literal["insert", "update"]
) -> list[Branch]:
    """Return what is refused before an insert or an update of a protected table, in order."""
    table = protected.table
    refusals = [
        Branch(guard.refuse_when, f"{guard.code}: {guard.sentence}", guard.of)
        for guard in everything.guards
        if guard.table == table and guard.on == on
    ]
    if on == "update":
        changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in protected.fixed)
        message = f"LED002: This column of {table} may not be changed."
        refusals.insert(0, Branch(changed, message))
    elif protected.content is not None:
        refusals.insert(0, Branch("1 = 1", f"LED004: No row may be added to {table}."))
    return refusals


def quoted(text: str) -> str:
    """Return the text as an SQL string literal."""
    return "'" + text.replace("'", "''") + "'"
