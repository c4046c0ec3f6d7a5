"""Lists that pages ask for all day, their SQL worked out once for each set of rights. Reads only.

Working the same conditions out anew at each request cost ten times what the database took to
answer. The statement depends on the officer, the rights in force, the day, the language, the
signatory matrix and the door; all stand in the key, so a change of any makes a new statement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Officer
from cabinet.ledger.doors.reader import door, reading
from cabinet.registry.models import Item
from cabinet.registry.queries import Keys
from cabinet.ui.languages import language
from clearance.authority import Authority

# Each list's number, and its papers in their order, or the question that answers with their keys.
Lists = Callable[[Duty], Sequence[tuple[int, QuerySet[Item] | Keys]]]
Columns = Callable[[QuerySet[Item]], QuerySet[Item, tuple[Any, ...]]]


class Statement(NamedTuple):
    """One statement that gives the rows of several lists, each row led by its list's number."""

    sql: str
    params: tuple[Any, ...]


def rows_of(lists: Lists, columns: Columns, duty: Duty, *, most: int) -> list[tuple[Any, ...]]:
    """Return the rows of all lists in one query, each led by its list's number, in no order.

    ``lists`` says which papers and in what order, ``columns`` what is read of the first ``most``.
    """
    statement = _statement(
        lists, columns, most,
        duty.officer.pk, duty.authorities, duty.on, language(), _matrix_version(),
        f"{door()} {connection.vendor}",
    )  # fmt: skip
    if not statement.sql:
        return []
    with reading().cursor() as cursor:
        cursor.execute(statement.sql, statement.params or None)
        return list(cursor.fetchall())


@lru_cache(maxsize=256)
def _statement(
    lists: Lists,
    columns: Columns,
    most: int,
    officer: int,
    authorities: tuple[Authority, ...],
    on: date,
    _language: str,
    _matrix: int,
    _door: str,
) -> Statement:
    parts: list[str] = []
    params: list[Any] = []
    for number, papers in lists(Duty(Officer(pk=officer), on, authorities)):
        if isinstance(papers, Keys):
            sql, values = papers
        else:
            try:
                sql, values = papers.values_list("id")[:most].query.sql_with_params()
            except EmptyResultSet:  # nothing can be in this list
                continue
        parts.append(f"SELECT {number} AS list_no, q{number}.id FROM ({sql}) AS q{number}")
        params += values
    if not parts:
        return Statement("", ())
    # The keys first: names are then looked up for the papers shown, not for all that wait.
    sql, values = columns(Item.objects.order_by()).query.sql_with_params()
    found = f"SELECT w.list_no, r.* FROM ({' UNION ALL '.join(parts)}) AS w"
    return _with_values(f"{found} JOIN ({sql}) AS r ON r.id = w.id", (*params, *values))


def _with_values(sql: str, params: tuple[Any, ...]) -> Statement:
    """Return the statement with its values written into it, for PostgreSQL.

    It then plans the statement once for a connection, by these very values. With places for them
    it planned anew each time, which took three times as long as the answer.
    """
    if connection.vendor == "sqlite":
        return Statement(sql, params)
    from psycopg import ClientCursor  # noqa: PLC0415  (absent where only SQLite is used)

    connection.ensure_connection()
    return Statement(ClientCursor(connection.connection).mogrify(sql, params), ())


def _matrix_version() -> int:
    with reading().cursor() as cursor:
        cursor.execute("SELECT COALESCE(MAX(id), 0) FROM directory_signatorycell")
        return int(cursor.fetchone()[0])


def as_moment(value: datetime | str) -> datetime:
    """Return the moment that SQLite (text or naive, in UTC) or PostgreSQL (aware) gives."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def as_day(value: date | str | None) -> date | None:
    """Return a day as SQLite (text) or PostgreSQL (a date) gives it; None stays None."""
    return date.fromisoformat(value) if isinstance(value, str) else value
