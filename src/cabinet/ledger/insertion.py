"""Writing one row by a statement that is made once for each table.

The object-relational mapper makes its INSERT anew for each row, which cost more than the row and
its guards together: registering a letter was five times slower with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache
from itertools import count
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.base import ModelState

from cabinet.ledger.guards.postgresql import TURN

_PLAIN = (str, int, bool)  # what both engines take as it is
_WRITTEN_OFTEN: dict[type, models.Field[Any, Any]] = {
    datetime: models.DateTimeField(),
    date: models.DateField(),
}
Row = TypeVar("Row", bound=models.Model)


class _Insertion(NamedTuple):
    """How rows of one model are written. ``values_of`` a row's own names, as Python holds them."""

    statement: str
    fields: tuple[models.Field[Any, Any], ...]
    values_of: Callable[[dict[str, Any]], tuple[Any, ...]]


@cache
def _insertion(model: type[models.Model], vendor: str) -> _Insertion:
    meta = model._meta
    fields = tuple(each for each in meta.concrete_fields if not each.primary_key)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join("?" if vendor == "sqlite" else f"${no + 1}" for no in range(len(fields)))
    # SQLite's driver knows the key by itself; to be told it costs a statement's second step.
    told = "" if vendor == "sqlite" else ' RETURNING "id"'
    return _Insertion(
        f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({places}){told}',
        fields,
        itemgetter(*(field.attname for field in fields)),
    )


@cache
def _blank(model: type[Row]) -> tuple[dict[str, Any], dict[str, models.Field[Any, Any]]]:
    """Return the columns of a row of which nothing is told, and its relations by name."""
    fields = model._meta.concrete_fields
    blank = {field.attname: field.get_default() for field in fields}
    return blank, {field.name: field for field in fields if field.is_relation}


def unwritten(model: type[Row], **told: Any) -> Row:
    """Return a row that is yet to be written: ``model(**told)``, in a fifth of its time.

    Django's mapper looks for each column among the names that it is told, and sets it by itself.
    No signals are sent. :raises TypeError: a name that the model has not.
    """
    blank, relations = _blank(model)
    row = model.__new__(model)
    columns = row.__dict__
    columns["_state"] = state = ModelState()
    columns |= blank
    for name, value in told.items():
        if name in blank:
            columns[name] = value
        elif name in relations:
            columns[f"{name}_id"] = None if value is None else value.pk
            state.fields_cache[name] = value
            if relations[name].one_to_one and value is not None:
                relations[name].remote_field.set_cached_value(value, row)  # type: ignore[union-attr]  # a relation has two ends
        else:
            raise TypeError(f"{model.__name__} has no column {name!r}.")
    return row


class Ending(NamedTuple):
    """A text that ends with what the database gives to a column of an earlier row."""

    begins: str
    row: models.Model
    column: str


def insert(row: Row) -> Row:
    """Insert a new row, give it its key, and return it. No signals are sent.

    It is called inside an act, whose transaction is open on the driver's own connection.
    """
    return _inserted(row, connections[DEFAULT_DB_ALIAS])


def _inserted(row: Row, connection: BaseDatabaseWrapper) -> Row:
    statement, fields, values_of = _insertion(type(row), connection.vendor)
    values = [
        value if value is None or type(value) in _PLAIN else _stored(field, value, connection)
        for field, value in zip(fields, values_of(row.__dict__), strict=True)
    ]
    with connection.wrap_database_errors:
        if connection.vendor == "sqlite":
            row.pk = connection.connection.execute(statement, values).lastrowid
        else:
            row.pk = _carried_out(connection, statement, values)[0]
    _tell_of_its_row(row)
    return row


def _carried_out(
    connection: BaseDatabaseWrapper, statement: str, values: list[Any]
) -> tuple[int, ...]:
    """Return the keys that a statement made by this module gives on PostgreSQL."""
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
            _inserted(row, connection)
        return
    shape: list[_Place] = []
    values: list[Any] = []
    for row in rows:
        place, told = _place(row, rows[: len(shape)], connection)
        shape.append(place)
        values += told
    with connection.wrap_database_errors:
        given = iter(_carried_out(connection, _statement(tuple(shape)), values))
    for row in rows:
        row.pk = next(given)
    for row, place in zip(rows, shape, strict=True):
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

    Each part reads from the one before it, so that they are carried out in this order. What that
    row has of earlier rows' keys is read there too: a part more to read took a fiftieth of an act.
    """
    parts = [f"turn AS MATERIALIZED ({TURN})"]
    places = (f"${no}" for no in count(1))
    keys: list[str] = []  # for each row so far, the last column that has its key
    drawn: list[str] = []
    for no, place in enumerate(shape):
        columns = {
            field.attname: str(field.column)
            for field in _insertion(place.model, "postgresql").fields
        }
        references = {attname: keys[earlier] for attname, earlier in place.references}
        endings = {attname: f"r{row}.{column}" for attname, (row, column) in place.endings}
        told = {
            attname: references.get(attname) or next(places)
            for attname in columns
            if attname not in endings and attname not in place.drawn
        }
        told |= {attname: f"{next(places)} || {ending}" for attname, ending in endings.items()}
        written = ", ".join(f'"{columns[each]}"' for each in told)
        returned = ", ".join(["id", *(columns[each] for each in (*references, *place.drawn))])
        read = _tables([f"r{no - 1}." if no else "turn.", *references.values(), *endings.values()])
        parts.append(
            f'r{no} AS (INSERT INTO "{place.model._meta.db_table}" ({written}) '
            f"SELECT {', '.join(told.values())} FROM {read} RETURNING {returned})"
        )
        for attname, earlier in place.references:
            keys[earlier] = f"r{no}.{columns[attname]}"
        keys.append(f"r{no}.id")
        drawn += [f"r{no}.{columns[each]}" for each in place.drawn]
    given = [*keys, *drawn]
    return f"WITH {', '.join(parts)} SELECT {', '.join(given)} FROM {_tables(given)}"


def _tables(columns: Iterable[str]) -> str:
    """Return the tables of columns, each once, in order."""
    return ", ".join(dict.fromkeys(column.split(".")[0] for column in columns))


def _place(
    row: models.Model, earlier: Sequence[models.Model], connection: BaseDatabaseWrapper
) -> tuple[_Place, list[Any]]:
    """Return what a row leaves to the statement, and the values that it gives to it."""
    _, fields, values_of = _insertion(type(row), connection.vendor)
    references = _references(row, earlier)
    found = dict(references)
    given: list[Any] = []
    begun: list[str] = []
    endings: list[tuple[str, tuple[int, str]]] = []
    drawn: list[str] = []
    for field, value in zip(fields, values_of(row.__dict__), strict=True):
        if type(value) in _PLAIN:
            given.append(value)
        elif value is None:
            if field.attname in found:
                continue
            if field.null:
                given.append(None)
            else:
                drawn.append(field.attname)
        elif type(value) is Ending:
            endings.append((field.attname, (earlier.index(value.row), value.column)))
            begun.append(value.begins)
        else:
            given.append(_stored(field, value, connection))
    return _Place(type(row), references, tuple(endings), tuple(drawn)), given + begun


def _references(row: models.Model, earlier: Sequence[models.Model]) -> tuple[tuple[str, int], ...]:
    """Return the columns of a row that name an earlier row, which has no key yet."""
    places = {id(other): no for no, other in enumerate(earlier)}
    return tuple(
        (f"{name}_id", places[id(other)])
        for name, other in row._state.fields_cache.items()
        if id(other) in places
    )


def _stored(field: models.Field[Any, Any], value: Any, connection: BaseDatabaseWrapper) -> Any:
    if isinstance(value, Enum):
        return value.value
    if type(value) in _WRITTEN_OFTEN:
        return _time_of(value, connection.alias)
    return field.get_db_prep_save(value, connection)


@lru_cache(maxsize=16)  # an act writes one moment and one day into most of its rows
def _time_of(at: date | datetime, using: str) -> Any:
    return _WRITTEN_OFTEN[type(at)].get_db_prep_save(at, connections[using])


def _follow_relations(row: models.Model) -> None:
    """Take over the keys that the rows to which this one refers have got since."""
    for name, other in row._state.fields_cache.items():
        row.__dict__[f"{name}_id"] = None if other is None else other.pk


def _tell_of_its_row(row: models.Model) -> None:
    row._state.adding = False
    row._state.db = DEFAULT_DB_ALIAS
