"""What SQLite does not hold by itself on a client's own connection.

Any client may switch foreign keys and CHECK constraints off, and a column takes a value of any
kind. Seen before these refusals stood: seven verdicts on the checks 1, 1.5, 2, 2.5, ... counted as
seven checks, and a number dated "2026-11-23 x" was of no year at all.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from cabinet.ledger.guards.declared import Protected
from cabinet.ledger.guards.trigger import Branch

_LONGEST_LEAP = 1_000_000  # keys may leap over what was rolled back, not to the end of all keys


def column_refusals(protected: Protected, on: str) -> list[Branch]:
    """Return what is refused of a row by its columns: a strange kind of value, a row not there."""
    fields = [
        field
        for field in protected.model._meta.concrete_fields
        if not (field.primary_key and on == "insert")
        and (on == "insert" or field.column in protected.may_change)
    ]
    strange = [test for field in fields if (test := _is_strange(field))]
    absent = [_is_absent(field) for field in fields if isinstance(field, models.ForeignKey)]
    table = protected.table
    return [
        Branch(" OR ".join(tests), f"{code}: {sentence} of {table}.")
        for tests, code, sentence in (
            (strange, "LED008", "A value is not of the kind of its column, in a row"),
            (absent, "LED009", "A row that is not there is referred to by a row"),
        )
        if tests
    ]


def out_of_order(table: str) -> Branch:
    """Return the refusal, after an insert, of a key that is not the next one.

    The newest row decides in several tables, so nobody may choose a key.
    """
    return Branch(
        f"NEW.id < 1 OR EXISTS (SELECT 1 FROM {table} AS later WHERE later.id > NEW.id) "
        f"OR NEW.id > {_LONGEST_LEAP} + COALESCE((SELECT MAX(earlier.id) FROM {table} AS earlier "
        "WHERE earlier.id < NEW.id), 0)",
        f"LED007: The keys of {table} are given in order.",
    )


def _is_strange(field: models.Field[Any, Any]) -> str:
    name = f"NEW.{field.column}"
    kind = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(kind, models.BooleanField):
        return f"({name} NOT IN (0, 1))"
    if isinstance(kind, models.DateTimeField):
        return f"(SUBSTR({name}, 1, 19) IS NOT datetime({name}) OR {_is_unreadable(name)})"
    if isinstance(kind, models.DateField):
        return f"({name} IS NOT date({name}) OR {_is_unreadable(name)})"
    if isinstance(kind, models.CharField | models.TextField):
        return f"(typeof({name}) NOT IN ('text', 'null'))"
    if isinstance(kind, models.IntegerField):
        positive = type(kind).__name__.startswith("Positive")
        sign = f" OR {name} < 0" if positive else ""
        return f"(typeof({name}) NOT IN ('integer', 'null'){sign})"
    raise TypeError(f"No kind of value is known for {field!r}.")


def _is_unreadable(name: str) -> str:
    """A row stays for ever, and a day of the year 0 could not be shown on any page again."""
    return f"{name} < '1000' OR {name} >= '9999'"


def _is_absent(field: models.ForeignKey[Any, Any]) -> str:
    table = field.related_model._meta.db_table
    name = f"NEW.{field.column}"
    return f"({name} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {table} AS o WHERE o.id = {name}))"
