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

from cabinet.ledger.guards.postgresql import TURN

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


class Ending(NamedTuple):
    """A text that ends with what the database gives to a column of an earlier row."""

    begins: str
    row: models.Model
    column: str


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

    PostgreSQL takes them in one statement, which takes the lock of the house before it draws a
    key: a question to the server costs more than a row. It draws what a row leaves open (None in
    a column that may not be empty), and the row is told.
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
        place = _place(row, fields, rows[: len(shape)])
        shape.append(place)
        told = {*dict(place.references), *dict(place.endings), *place.drawn}
        values += [
            _stored(field, getattr(row, field.attname), connection)
            for field in fields
            if field.attname not in told
        ]
        values += [getattr(row, attname).begins for attname, _ in place.endings]
    with connection.wrap_database_errors:
        given = iter(_carried_out(connection, _statement(tuple(shape)), values))
    for row, place in zip(rows, shape, strict=True):
        row.pk = next(given)
        for attname in place.drawn:
            setattr(row, attname, next(given))
        for attname, _ in place.endings:
            ending = getattr(row, attname)
            setattr(row, attname, ending.begins + getattr(ending.row, ending.column))
        _follow_relations(row)
        _tell_of_its_row(row)


class _Place(NamedTuple):
    """One of several rows: its model, and which of its columns the application does not know.

    ``references`` name an earlier row, ``endings`` end with a column of one, ``drawn`` are drawn
    by the database.
    """

    model: type[models.Model]
    references: tuple[tuple[str, int], ...]
    endings: tuple[tuple[str, tuple[int, str]], ...]
    drawn: tuple[str, ...]


@cache
def _statement(shape: tuple[_Place, ...]) -> str:
    """Return the statement that inserts rows of these models and returns what it gave them.

    Each part reads from those before it, so that they are carried out in this order.
    """
    parts = [f"turn AS MATERIALIZED ({TURN})"]
    places = (f"${no}" for no in count(1))
    given = []
    for no, place in enumerate(shape):
        fields = _insertion(place.model, "postgresql").fields
        told = {
            field.attname: f"r{dict(place.references)[field.attname]}.id"
            if field.attname in dict(place.references)
            else next(places)
            for field in fields
            if field.attname not in (*dict(place.endings), *place.drawn)
        }
        told |= {
            attname: f"{next(places)} || r{earlier}.{column}"
            for attname, (earlier, column) in place.endings
        }
        columns = {field.attname: str(field.column) for field in fields}
        returned = ", ".join(["id", *(columns[each] for each in place.drawn)])
        written = ", ".join(f'"{columns[each]}"' for each in told)
        before = ", ".join(["turn", *(f"r{each}" for each in range(no))])
        parts.append(
            f'r{no} AS (INSERT INTO "{place.model._meta.db_table}" '
            f"({written}) "
            f"SELECT {', '.join(told.values())} FROM {before} RETURNING {returned})"
        )
        given += [f"r{no}.{each}" for each in returned.split(", ")]
    tables = ", ".join(f"r{no}" for no in range(len(shape)))
    return f"WITH {', '.join(parts)} SELECT {', '.join(given)} FROM {tables}"


def _place(
    row: models.Model, fields: Sequence[models.Field[Any, Any]], earlier: Sequence[models.Model]
) -> _Place:
    """Return what a row leaves to the statement."""
    values = {field.attname: getattr(row, field.attname) for field in fields}
    references = _references(row, fields, earlier)
    endings = tuple(
        (attname, (earlier.index(value.row), value.column))
        for attname, value in values.items()
        if isinstance(value, Ending)
    )
    drawn = tuple(
        field.attname
        for field in fields
        if values[field.attname] is None
        and not field.null
        and field.attname not in dict(references)
    )
    return _Place(type(row), references, endings, drawn)


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
