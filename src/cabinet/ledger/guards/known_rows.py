"""The rows that a function of PostgreSQL reads once, into variables, for all its conditions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cabinet.ledger.guards.declared import Protected

_COLUMN = r"\[\[{}\.(\w+)\]\]"


class KnownRows:
    """The rows that one trigger names, and which of them it has read already."""

    def __init__(self, protected: Protected, texts: Iterable[str]) -> None:
        whole = " ".join(texts)
        self._columns = {
            each: columns
            for each in protected.knows
            if (columns := sorted(set(re.findall(_COLUMN.format(each.name), whole))))
        }
        self._read: set[str] = set()

    @property
    def declares(self) -> str:
        """The variables, each of its column's type."""
        return "".join(
            f"known_{each.name}_{column} {each.table}.{column}%TYPE; "
            for each, columns in self._columns.items()
            for column in columns
        )

    def named(self, condition: str) -> str:
        """Return a condition that names the variables."""
        for each in self._columns:
            condition = re.sub(_COLUMN.format(each.name), rf"known_{each.name}_\1", condition)
        return condition

    def loaded(self, condition: str, *, for_good: bool) -> str:
        """Return the statements that read what a condition names and was not read before.

        ``for_good``: they stand where every row passes, so that what follows may count on them.
        """
        statements = ""
        for each, columns in self._columns.items():
            if each.name in self._read or f"[[{each.name}." not in condition:
                continue
            chosen = ", ".join(f"known.{column}" for column in columns)
            into = ", ".join(f"known_{each.name}_{column}" for column in columns)
            statements += (
                f"SELECT {chosen} INTO {into} FROM {each.table} AS known WHERE {each.where}; "
            )
            if for_good:
                self._read.add(each.name)
        return statements
