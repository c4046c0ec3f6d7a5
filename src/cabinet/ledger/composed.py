"""Questions that Django composes once for a connection; only their values change. Reads only.

To compose a statement takes Django five to fifty times as long as the database takes to answer
it, and an officer's page asks some thirty. What stands here is composed when it is first asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)

from cabinet.ledger.doors.reader import door

Row = TypeVar("Row")
_BEYOND = 2**63  # no key is as large
Rows = Callable[[Iterable[Sequence[Any]]], Iterator[Any]]

# What stands for a value while a question is composed: no key and no word of the house is such.
_STAND_INS: dict[type, Callable[[int], Any]] = {
    int: lambda place: 2**62 + place,
    str: lambda place: f"\x7f{place}\x7f",
}


@dataclass(frozen=True)
class _Statement:
    """A question as one connection asks it. ``places``: which of its values is asked for where."""

    sql: str
    values: tuple[Any, ...]
    places: tuple[tuple[int, int], ...]
    rows: Rows


class Composed(Generic[Row]):
    """A question whose conditions are always the same. Its values are keys and words."""

    def __init__(self, compose: Callable[..., QuerySet[Any, Row]], *kinds: type) -> None:
        """``compose`` is called with a stand-in of each of these kinds."""
        self._compose = compose
        self._stand_ins = [_STAND_INS[kind](place) for place, kind in enumerate(kinds)]

    def rows(self, *values: Any) -> list[Row]:
        """Return what Django would, by the door of now."""
        if any(isinstance(each, int) and not -_BEYOND <= each < _BEYOND for each in values):
            return []  # neither engine could be asked
        alias = door()
        connection = connections[alias]
        known: WeakKeyDictionary[Composed[Any], _Statement | None] = connection.__dict__.setdefault(
            "cabinet_composed", WeakKeyDictionary()
        )
        if self not in known:
            known[self] = _composed(self._compose(*self._stand_ins), self._stand_ins, alias)
        statement = known[self]
        if statement is None:  # nothing can fit
            return []
        asked = list(statement.values)
        for place, which in statement.places:
            kind, value = type(asked[place]), values[which]
            asked[place] = value if isinstance(value, kind) else kind(value)
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, asked)
            return list(statement.rows(cursor.fetchall()))

    def first(self, *values: Any) -> Row | None:
        """Return the first row; None: there is none."""
        return next(iter(self.rows(*values)), None)


def composed(*kinds: type) -> Callable[[Callable[..., QuerySet[Any, Row]]], Composed[Row]]:
    """Let a function that returns a query set be asked as a question that is composed once.

    It is called with a stand-in for a value of each of these kinds, ``int`` or ``str``.
    """
    return lambda compose: Composed(compose, *kinds)


def _composed(found: QuerySet[Any, Any], stand_ins: list[Any], alias: str) -> _Statement | None:
    compiler = found.query.get_compiler(using=alias)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:  # by what else it asks: a stand-in fits into any column of keys
        return None
    values = tuple(params)
    places = tuple(
        (place, stand_ins.index(value)) for place, value in enumerate(values) if value in stand_ins
    )
    if {which for _place, which in places} != set(range(len(stand_ins))):
        raise ValueError("A composed question does not ask for each of its values as it is.")
    return _Statement(sql, values, places, _reading(found, compiler, connections[alias]))


def _reading(found: QuerySet[Any, Any], compiler: Any, connection: BaseDatabaseWrapper) -> Rows:
    """Return what makes of the database's rows what Django's own query set would."""
    columns = [each[0] for each in compiler.select[: compiler.col_count]]
    converters = tuple(compiler.get_converters(columns).items())

    def converted(rows: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
        for row in map(list, rows):
            for place, (converts, column) in converters:
                for convert in converts:
                    row[place] = convert(row[place], column, connection)
            yield row

    kind = found._iterable_class
    if kind is FlatValuesListIterable:
        return lambda rows: (row[0] for row in converted(rows))
    if kind is ValuesListIterable:
        return lambda rows: map(tuple, converted(rows))
    if kind is not ModelIterable:
        raise TypeError("A composed question gives records or lists of values.")
    return _records(compiler, converted, connection.alias)


def _records(
    compiler: Any, converted: Callable[[Iterable[Sequence[Any]]], Iterator[list[Any]]], alias: str
) -> Rows:
    own = compiler.klass_info["select_fields"]
    begins, ends = own[0], own[-1] + 1
    names = [each[0].target.attname for each in compiler.select[begins:ends]]
    beside = get_related_populators(compiler.klass_info, compiler.select, alias)  # type: ignore[call-arg]  # the stubs are of a later Django
    make = compiler.klass_info["model"].from_db

    def records(rows: Iterable[Sequence[Any]]) -> Iterator[Any]:
        for row in converted(rows):
            record = make(alias, names, row[begins:ends])
            for each in beside:
                each.populate(row, record)
            yield record

    return records
