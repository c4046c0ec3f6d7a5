"""The rows that a function of PostgreSQL reads once, into variables, for all its conditions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy

from cabinet.ledger.guards.declared import Known, Protected

_COLUMN = r"\[\[{}\.(\w+)\]\]"


class KnownRows:
    """The rows that one trigger names, and which of them it has read already."""

    def __init__(self, protected: Protected, texts: Iterable[str]) -> None:
        whole = " ".join(texts)
        for each in reversed(protected.knows):  # each may be found by those known before it
            whole += each.where if f"[[{each.name}." in whole else ""
        self._columns = {
            each: columns
            for each in protected.knows
            if (columns := sorted(set(re.findall(_COLUMN.format(each.name), whole))))
        }
        self._read: set[Known] = set()

    def so_far(self) -> KnownRows:
        """Return the same rows for one branch of several: what it reads, the others have not."""
        branch = copy(self)
        branch._read = set(self._read)
        return branch

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

    def loaded(self, condition: str, *, for_good: bool, left_open: Iterable[str] = ()) -> str:
        """Return the statement that reads what a condition names and was not read before.

        ``for_good``: it stands where every row passes, so that what follows may count on it.
        ``left_open``: columns of the new row by which nothing can be found yet.
        """
        wanted: list[Known] = []
        too_early = re.compile("|".join(rf"NEW\.{column}\b" for column in left_open) or "(?!)")
        for each in reversed(self._columns):
            early = too_early.search(each.where)
            if each not in self._read and not early and f"[[{each.name}." in condition:
                condition += each.where  # it may name rows that are known before it
                wanted.insert(0, each)
        if for_good:
            self._read.update(wanted)
        return self._reading(wanted) if wanted else ""

    def _reading(self, wanted: Sequence[Known]) -> str:
        """Return one statement for all of them: to set one up costs more than a row."""
        into = ", ".join(
            f"known_{each.name}_{column}" for each in wanted for column in self._columns[each]
        )
        if len(wanted) == 1:
            chosen = ", ".join(f"known.{column}" for column in self._columns[wanted[0]])
            where = self.named(wanted[0].where)
            return f"SELECT {chosen} INTO {into} FROM {wanted[0].table} AS known WHERE {where}; "
        chosen = ", ".join(
            f"its_{each.name}.{column}" for each in wanted for column in self._columns[each]
        )
        rows = " ".join(
            f"LEFT JOIN LATERAL (SELECT {self._of(each, 'known')} FROM {each.table} AS known "
            f"WHERE {self._beside(each.where, wanted)}) AS its_{each.name} ON TRUE"
            for each in wanted
        )
        return f"SELECT {chosen} INTO {into} FROM (SELECT) AS nothing {rows}; "

    def _of(self, each: Known, row: str) -> str:
        return ", ".join(f"{row}.{column}" for column in self._columns[each])

    def _beside(self, where: str, wanted: Sequence[Known]) -> str:
        """Return where a row is found, naming the rows that are read in the same statement."""
        for each in wanted:
            where = re.sub(_COLUMN.format(each.name), rf"its_{each.name}.\1", where)
        return self.named(where)
