"""Writing one row by a statement that is made once for each table.

The object-relational mapper makes its INSERT anew for each row, which cost more than the row and
its guards together: registering a letter was five times slower with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import count
from typing import Any, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

_PLAIN = (str, int, bool)  # what both engines take as it is
Row = TypeVar("Row", bound=models.Model)


class _Insertion(NamedTuple):
    statement: str
    fields: tuple[models.Field[Any, Any], ...]


@cache
def _insertion(model: type[models.Model], vendor: str) -> _Insertion:
    meta = model._meta
    fields = tuple(each for each in meta.concrete_fields if not each.primary_key)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join("?" if vendor == "sqlite" else f"${no + 1}" for no in range(len(fields)))
    return _Insertion(
        f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({places}) RETURNING "id"', fields
    )


def insert(row: Row) -> Row:
    """Insert a new row, give it its key, and return it. No signals are sent.

    It is called inside an act, whose transaction is open on the driver's own connection.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    statement, fields = _insertion(type(row), connection.vendor)
    values = [_stored(field, getattr(row, field.attname), connection) for field in fields]
    with connection.wrap_database_errors:
        row.pk = _carried_out(connection, statement, values)[0]
    _tell_of_its_row(row)
    return row


def _carried_out(
    connection: BaseDatabaseWrapper, statement: str, values: list[Any]
) -> tuple[int, ...]:
    """Return the keys that a statement made by this module gives."""
    if connection.vendor == "sqlite":
        return connection.connection.execute(statement, values).fetchone()  # type: ignore[no-any-return]  # the driver's
    from psycopg import RawCursor  # noqa: PLC0415  (absent where only SQLite is used)

    # The statement has the server's own placeholders: to look for others in it took 0.2 ms.
    return RawCursor(connection.connection).execute(statement, values).fetchone()  # type: ignore[return-value]  # a statement that returns keys


def insert_together(rows: Sequence[models.Model]) -> None:
    """Insert new rows that refer to each other, in order, the last one after all others.

    PostgreSQL takes them in one statement: a question to the server costs more than a row.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor == "sqlite":
        for row in rows:
            _follow_relations(row)
            insert(row)
        return
    shape: list[_Place] = []
    values: list[Any] = []
    for row in rows:
        fields = _insertion(type(row), connection.vendor).fields
        references = _references(row, fields, rows[: len(shape)])
        shape.append(_Place(type(row), references))
        values += [
            _stored(field, getattr(row, field.attname), connection)
            for field in fields
            if field.attname not in dict(references)
        ]
    with connection.wrap_database_errors:
        keys = _carried_out(connection, _statement(tuple(shape)), values)
    for row, key in zip(rows, keys, strict=True):
        row.pk = key
        _follow_relations(row)
        _tell_of_its_row(row)


class _Place(NamedTuple):
    """One of several rows: its model, and which of its columns name which earlier row."""

    model: type[models.Model]
    references: tuple[tuple[str, int], ...]


@cache
def _statement(shape: tuple[_Place, ...]) -> str:
    """Return the statement that inserts rows of these models and returns their keys in order.

    Each part reads from those before it, so that they are carried out in this order.
    """
    parts = []
    places = (f"${no}" for no in count(1))
    for no, (model, references) in enumerate(shape):
        earlier = dict(references)
        fields = _insertion(model, "postgresql").fields
        columns = ", ".join(f'"{field.column}"' for field in fields)
        told = ", ".join(
            f"r{earlier[field.attname]}.id" if field.attname in earlier else next(places)
            for field in fields
        )
        before = ", ".join(f"r{each}" for each in range(no))
        parts.append(
            f'r{no} AS (INSERT INTO "{model._meta.db_table}" ({columns}) '
            f"SELECT {told}{' FROM ' + before if before else ''} RETURNING id)"
        )
    keys = ", ".join(f"r{no}.id" for no in range(len(shape)))
    tables = ", ".join(f"r{no}" for no in range(len(shape)))
    return f"WITH {', '.join(parts)} SELECT {keys} FROM {tables}"


def _references(
    row: models.Model, fields: Sequence[models.Field[Any, Any]], earlier: Sequence[models.Model]
) -> tuple[tuple[str, int], ...]:
    """Return the columns of a row that name an earlier row, which has no key yet."""
    cache_of = row._state.fields_cache
    return tuple(
        (field.attname, no)
        for field in fields
        if field.is_relation and field.name in cache_of
        for no, other in enumerate(earlier)
        if cache_of[field.name] is other
    )


def _stored(field: models.Field[Any, Any], value: Any, connection: BaseDatabaseWrapper) -> Any:
    if value is None or type(value) in _PLAIN:
        return value
    return field.get_db_prep_save(value, connection)


def _follow_relations(row: models.Model) -> None:
    """Take over the keys that the rows to which this one refers have got since."""
    for field in row._meta.concrete_fields:
        if field.is_relation and field.name in row._state.fields_cache:
            other = row._state.fields_cache[field.name]
            setattr(row, field.attname, None if other is None else other.pk)


def _tell_of_its_row(row: models.Model) -> None:
    row._state.adding = False
    row._state.db = DEFAULT_DB_ALIAS
