"""Writing one row by a statement that is made once for each table.

The object-relational mapper makes its INSERT anew for each row, which cost more than the row and
its guards together: registering a letter was five times slower with it.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections, models

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
    places = ", ".join(["?" if vendor == "sqlite" else "%s"] * len(fields))
    return _Insertion(
        f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({places}) RETURNING "id"', fields
    )


def insert(row: Row) -> Row:
    """Insert a new row, give it its key, and return it. No signals are sent.

    It is called inside an act, whose transaction is open on the driver's own connection.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    statement, fields = _insertion(type(row), connection.vendor)
    values = [
        each if each is None or type(each) in _PLAIN else field.get_db_prep_save(each, connection)
        for field, each in ((field, getattr(row, field.attname)) for field in fields)
    ]
    with connection.wrap_database_errors:
        row.pk = connection.connection.execute(statement, values).fetchone()[0]
    row._state.adding = False
    row._state.db = DEFAULT_DB_ALIAS
    return row
