"""Who asks: the session and the officer behind it, looked up at every page. Reads only.

Same rows, same conditions as in the framework's classes, which they extend; only the statements
are written out. Composing them anew cost more than all of the database's work for a page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Model
from django.db.models.expressions import Col
from django.utils import timezone

from cabinet.accounts.models import Officer, Post
from cabinet.ledger.doors.reader import at_the_cabinet

_Kept = TypeVar("_Kept", Officer, Post)

_SESSION = """SELECT session_key, session_data, expire_date FROM django_session
    WHERE session_key = %s AND expire_date > %s"""


class SessionStore(DatabaseStore):
    """Sessions in the database. The framework looks for a class of this name."""

    def _get_session_from_db(self) -> Session | None:
        """Return the row of a session that has not expired; None, and the key forgotten, else."""
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        row = _only_row(_SESSION, [self.session_key, now])
        if row is None:
            self._session_key = None
            return None
        key, data, expires_at = row
        return Session(session_key=key, session_data=data, expire_date=expires_at)


class OfficerBackend(AuthenticationBackend):  # type: ignore[misc]  # the package ships no types
    """Signs officers in by name and password, and knows again who has signed in."""

    def authenticate(self, request: Any, **credentials: Any) -> Officer | None:
        """Return the officer of a name and a password, which no department's door shows."""
        with at_the_cabinet():
            return cast("Officer | None", super().authenticate(request, **credentials))

    def get_user(self, user_id: int) -> Officer | None:
        """Return the officer of a session; None: unknown, or may not sign in any more."""
        officer = _read(Officer, user_id)
        return officer if officer is not None and self.user_can_authenticate(officer) else None


def post_of(key: int) -> Post | None:
    """Return a post by its key; None: there is none."""
    return _read(Post, key)


def _read(kind: type[_Kept], key: int) -> _Kept | None:
    """Return one record by its key, as the framework would read it; None: there is none."""
    plan = _plan(kind, connection.vendor)
    row = _only_row(plan.statement, [key])
    if row is None:
        return None
    values = list(row)
    for place, column, converters in plan.converters:
        for convert in converters:
            values[place] = convert(values[place], column, connection)
    return kind.from_db("default", plan.names, values)


class _Plan(NamedTuple):
    """How the rows of a table are read. ``converters``: place of a value, its column, what makes
    of a stored value (SQLite keeps moments as text) what the field holds.
    """

    statement: str
    names: list[str]
    converters: list[tuple[int, Col, list[Callable[..., Any]]]]


@cache
def _plan(kind: type[Model], _vendor: str) -> _Plan:
    fields, table = kind._meta.concrete_fields, kind._meta.db_table
    columns = ", ".join(str(each.column) for each in fields)
    converters = []
    for place, field in enumerate(fields):
        column = field.get_col(table)
        found = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]
        if found:
            converters.append((place, column, found))
    names = [str(each.attname) for each in fields]
    return _Plan(f"SELECT {columns} FROM {table} WHERE id = %s", names, converters)


def _only_row(statement: str, values: list[Any]) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row: tuple[Any, ...] | None = cursor.fetchone()
    return row
