"""Triggers weakened one by one: without one of their refusals, or left out whole.

Both engines' triggers are made from one registry, but not by the same code: each has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unittest.mock import patch

from cabinet.ledger.guards import postgresql, sqlite
from cabinet.ledger.guards.declared import Protected
from cabinet.ledger.guards.registry import declared
from cabinet.ledger.guards.trigger import Branch, Trigger


class Mutant(NamedTuple):
    """A weakened trigger: how it is weakened and put right again.

    ``message`` is of the refusal that is left out, whole sentence; '' for a trigger left out
    whole. ``restore`` is empty where a rollback puts it right.
    """

    name: str
    table: str
    message: str
    weaken: tuple[str, ...]
    restore: tuple[str, ...]


def mutants(vendor: str) -> Iterator[Mutant]:
    """Yield every trigger of an engine without each of its refusals, and without itself."""
    if vendor == "sqlite":
        yield from _of_sqlite()
    else:
        yield from _of_postgresql()
        yield from _of_sessions()


def _of_sqlite() -> Iterator[Mutant]:
    made: dict[str, tuple[str, list[Branch], Protected]] = {}
    honest = sqlite._refusing

    def watch(name: str, timing: str, refusals: list[Branch], protected: Protected) -> Trigger:
        made[name] = (timing, list(refusals), protected)
        return honest(name, timing, refusals, protected)

    with patch.object(sqlite, "_refusing", watch):
        everything = sqlite.triggers(declared())
    for trigger in everything:
        drop = f"DROP TRIGGER {trigger.name}"
        if trigger.name not in made:
            yield Mutant(trigger.name, trigger.table, "", (drop,), ())
            continue
        timing, refusals, protected = made[trigger.name]
        for message, rest in _without_each(refusals):
            left = honest(trigger.name, timing, rest, protected)
            yield Mutant(trigger.name, trigger.table, message, (drop, *left.statements), ())


def _without_each(refusals: Sequence[Branch]) -> Iterator[tuple[str, list[Branch]]]:
    for message in dict.fromkeys(refusal.message for refusal in refusals):
        yield message, [refusal for refusal in refusals if refusal.message != message]


def _of_postgresql() -> Iterator[Mutant]:
    made: dict[str, tuple[str, Sequence[Branch], Protected]] = {}
    honest = postgresql._refusing

    def watch(name: str, timing: str, refusals: Sequence[Branch], protected: Protected) -> Trigger:
        made[name] = (timing, refusals, protected)
        return honest(name, timing, refusals, protected)

    with patch.object(postgresql, "_refusing", watch):
        everything = postgresql.triggers(declared())
    for trigger in everything:
        if trigger.name not in made:
            switch = f"ALTER TABLE {trigger.table} {{}} TRIGGER {trigger.name}"
            off, on = switch.format("DISABLE"), switch.format("ENABLE ALWAYS")
            yield Mutant(trigger.name, trigger.table, "", (off,), (on,))
            continue
        timing, refusals, protected = made[trigger.name]
        for message, rest in _without_each(refusals):
            left = honest(trigger.name, timing, rest, protected)
            # Only the function is made anew; the trigger stands.
            yield Mutant(
                trigger.name, trigger.table, message, left.statements[:1], trigger.statements[:1]
            )


def _of_sessions() -> Iterator[Mutant]:
    """Yield all functions of PostgreSQL without one of the questions how the session is set.

    One write passes several functions, and each asks: so it is left out of them all.
    """
    functions = tuple(each.statements[0] for each in postgresql.triggers(declared()))
    for question in postgresql._ONE_AT_A_TIME.split("END IF; ")[:-1]:
        whole = f"{question}END IF; "
        weak = tuple(function.replace(whole, "") for function in functions)
        yield Mutant("session", "", question.split("'")[-2], weak, functions)


def is_of_session(mutant: Mutant) -> bool:
    """Tell whether a mutant leaves out how the session is set, which no row tells afterwards."""
    return mutant.name == "session"
