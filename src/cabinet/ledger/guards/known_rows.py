"""The rows that a function of PostgreSQL reads once, into variables, for all its conditions."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
        self._by_name = {each.name: each for each in self._columns}
        for each, columns in list(self._columns.items()):
            if other := self._by_name.get(each.mostly):
                self._columns[other] = sorted({*self._columns[other], *columns, "id"})
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
        return "".join(self._reading(each) for each in wanted)

    def _reading(self, each: Known) -> str:
        """Return the statement that reads one row: a join costs more than two such statements.

        What is found by a key that another row may not have is not sought in vain.
        """
        chosen = ", ".join(f"known.{column}" for column in self._columns[each])
        into = ", ".join(f"known_{each.name}_{column}" for column in self._columns[each])
        where = self.named(each.where)
        read = f"SELECT {chosen} INTO {into} FROM {each.table} AS known WHERE {where}; "
        if (other := self._by_name.get(each.mostly)) in self._read and other is not None:
            its_key = each.where.removeprefix("known.id = ")
            same = "".join(
                f"known_{each.name}_{column} := known_{other.name}_{column}; "
                for column in self._columns[each]
            )
            return f"IF {its_key} = known_{other.name}_id THEN {same}ELSE {read}END IF; "
        key = re.fullmatch(r"known\.id = (\[\[.+\]\])", each.where)
        return f"IF {self.named(key[1])} IS NOT NULL THEN {read}END IF; " if key else read
