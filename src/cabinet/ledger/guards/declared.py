"""What a desk can declare of its tables. No SQL of an engine stands here.

Conditions are written in the SQL that both engines share, with a few words of our own:
``[[yesterday]]``, ``[[today]]`` and ``[[tomorrow]]`` (by the machine's clock, UTC);
``[[first day]]`` and ``[[last day]]``, between which the house's own day is at this moment;
``[[year X]]``; ``[[sha256 X]]`` of a text; ``[[joined X]]``, the one column of a query in one text;
``[[listed X; Y AS TEXT]]``, texts, and values as texts ('' where open), one after another so that
none can run into the next.
``[[item.state]]`` is a column of a row that the table's ``Protected`` knows by this name; NULL
where there is none. ``[[drawn.text]]`` is what the table draws for a column of a new row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.db import models

DRAWN = r"\[\[drawn\.(\w+)\]\]"
LISTED = r"\[\[listed (.+?)\]\]"
JOINED = r"\[\[joined (SELECT \w+\.(\w+) .+?)\]\]"


@dataclass(frozen=True)
class Guard:
    """A row that is refused. ``refuse_when`` is true of the rows that must not be written.

    ``code`` is the code of the same refusal in ``clearance.gate`` where there is one. ``of`` says
    of which rows it is at all, without a query of its own; '' means all.
    """

    name: str
    model: type[models.Model]
    on: Literal["insert", "update"]
    sentence: str
    refuse_when: str
    code: str
    source: str
    of: str = ""

    @property
    def table(self) -> str:
        """The table that the guard stands before."""
        return self.model._meta.db_table


@dataclass(frozen=True)
class Known:
    """A row of another table that belongs to each new row; conditions name its columns.

    ``where`` finds it in SQL, as ``known``, and finds one row or none; it may name rows that the
    table knows before it. PostgreSQL reads it once for all conditions: a sub-select for each would
    cost more by being set up than by its answer. ``mostly``: the name of a row known before it
    that is the same one as a rule; it is sought by its key only where it is another.
    """

    name: str
    model: type[models.Model]
    where: str
    mostly: str = ""

    @property
    def table(self) -> str:
        """The table in which the row is."""
        return self.model._meta.db_table


@dataclass(frozen=True)
class Protected:
    """A table whose rows are never deleted, replaced or truncated.

    ``may_change``: the only columns that an UPDATE may alter. ``follows``: columns that movements
    alter, left out of the record. ``digests``: free text, recorded by its SHA-256 only.
    ``recorded``: each new row, and each change of one, becomes an event; ``tells`` adds what the
    row stands for, as names and SQL over ``NEW``. ``content``: the table
    is closed; ``migrate`` alone fills it with these rows (all columns but ``id``, in order).
    ``in_order`` False: rows are also written outside of acts, so two may overtake each other.
    ``held``: columns with a day that a guard of new rows holds to this day, or open.
    ``knows``: the rows of other tables that its conditions name. ``draws``: columns that
    PostgreSQL fills in, in this order, where a new row leaves them open, the SQL for each, and of
    which rows ('' for all); an SQLite trigger cannot, so there the application asks for them first.
    """

    model: type[models.Model]
    may_change: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    digests: tuple[str, ...] = ()
    recorded: bool = True
    tells: tuple[tuple[str, str], ...] = ()
    content: Callable[[], list[tuple[str, ...]]] | None = None
    in_order: bool = True
    held: tuple[str, ...] = ()
    knows: tuple[Known, ...] = ()
    draws: tuple[tuple[str, str, str], ...] = ()

    @property
    def table(self) -> str:
        """The protected table."""
        return self.model._meta.db_table

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns of the table, in the order of the model."""
        return tuple(str(field.column) for field in self.model._meta.concrete_fields)

    @property
    def fixed(self) -> tuple[str, ...]:
        """The columns that no UPDATE may alter."""
        return tuple(name for name in self.columns if name not in self.may_change)

    @property
    def amendable(self) -> tuple[str, ...]:
        """The columns whose changes enter the record."""
        return tuple(name for name in self.may_change if name not in self.follows)

    @property
    def plain(self) -> tuple[str, ...]:
        """The columns that the record holds as they are."""
        left_out = {*self.follows, *self.digests}
        return tuple(name for name in self.columns if name not in left_out)

    @property
    def unique_keys(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Each unique key as its columns and the condition of its index ('' for none).

        REPLACE would silently delete a row with the same key, so each key has its own guard.
        """
        meta = self.model._meta
        keys: list[tuple[tuple[str, ...], str]] = [
            ((str(field.column),), "") for field in meta.concrete_fields if field.unique
        ]
        for constraint in meta.constraints:
            if isinstance(constraint, models.UniqueConstraint):
                columns = tuple(str(meta.get_field(name).column) for name in constraint.fields)  # type: ignore[union-attr]  # only concrete fields stand in a constraint
                keys.append((columns, _equalities(constraint.condition)))
        return tuple(keys)


@dataclass(frozen=True)
class Consequence:
    """What the database does by itself after a row is inserted, so that it cannot be left out."""

    name: str
    model: type[models.Model]
    when: str
    statement: str

    @property
    def table(self) -> str:
        """The table whose new rows have the consequence."""
        return self.model._meta.db_table


def columns_of(listed: str) -> str:
    """Return the columns of ``[[listed ...]]`` as SQL lists them."""
    return listed.replace(" AS TEXT", "").replace(";", ",")


def _equalities(condition: models.Q | None) -> str:
    """Return ``column = 'value'`` for a condition made of plain equalities, '' for none."""
    if condition is None:
        return ""
    parts = []
    for child in condition.children:
        if not isinstance(child, tuple):
            raise TypeError(f"Only plain equalities can be guarded, not {child!r}.")
        parts.append(f"{child[0]} = '{child[1]}'")
    return " AND ".join(parts)
