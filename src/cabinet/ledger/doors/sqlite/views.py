"""The views of the departments' connection, and what its authorizer lets through.

The views are temporary and bear the names of the tables, so that the same queries run by both
doors. What a view reads of the tables themselves it reads under a name that only this connection
knows: SQLite names to the authorizer the innermost view *or subquery* that reads, and an attacker
may name a subquery as he likes.
"""

from __future__ import annotations

import re
import secrets
import sqlite3
from collections.abc import Iterator

from cabinet.ledger.doors.declared import RIGHTS, Declared, Sight
from cabinet.ledger.doors.reader import reader

# Functions that cannot fail and cost no more than their text is long. One that fails on a hidden
# row would tell of it, since SQLite may ask an attacker's condition before the view's.
_FUNCTIONS = frozenset(
    {
        "cabinet_reader", "coalesce", "count", "django_date_extract", "django_date_trunc",
        "django_datetime_cast_date", "django_datetime_extract", "django_datetime_trunc",
        "django_power", "ifnull", "json_each", "json_extract", "length", "like", "lower", "max",
        "min", "nullif", "substr", "trim", "upper",
    }
)  # fmt: skip
_GIVEN = frozenset({sqlite3.SQLITE_SELECT})


def create_views(connection: sqlite3.Connection, everything: Declared) -> str:
    """Make the views of a new connection; return the beginning of the names known to it alone."""
    secret = f"sight_{secrets.token_hex(16)}_"
    for name, select in _selects(everything, secret):
        connection.execute(f"CREATE TEMP VIEW {secret}{name} AS {select}")
        connection.execute(f"CREATE TEMP VIEW {name} AS SELECT * FROM temp.{secret}{name}")
    return secret


def _selects(everything: Declared, secret: str) -> Iterator[tuple[str, str]]:
    for shown in everything.shown:
        yield shown.name, translated(shown.select, secret)
    for sight in everything.sights:
        yield sight.table, translated(_select(sight), secret)


def _select(sight: Sight) -> str:
    """Return the rows that are seen.

    A table of which only the key is used is told to the authorizer as if it were read outside of
    its view, so each condition uses another column too.
    """
    select = f"SELECT {', '.join(sight.columns)} FROM [[base {sight.table}]] AS SEEN"
    if not sight.where:
        return select
    other = sight.model._meta.concrete_fields[1].column
    return f"{select} WHERE ({sight.where}) AND SEEN.{other} IS SEEN.{other}"


def translated(sql: str, secret: str) -> str:
    """Return a condition with our words put into SQLite's."""
    columns = ", ".join(f"json_extract(value, '$.{name}') AS {name}" for name, _kind in RIGHTS)
    rights = f"(SELECT {columns} FROM json_each(cabinet_reader('rights'))) AS a"
    for word, meaning in (
        (r"\[\[base (\w+)\]\]", r"main.\1"),
        (r"\[\[(officer|limited)\]\]", r"(SELECT cabinet_reader('\1'))"),
        (
            r"\[\[(seen|units|heads|own) (.+?)\]\]",
            r"(\2) IN (SELECT value FROM json_each(cabinet_reader('\1')))",
        ),
        (r"\[\[rights\]\]", rights),
        (r"\[\[(\w+)\]\]", rf"temp.{secret}\1"),
    ):
        sql = re.sub(word, meaning, sql)
    return sql


def told_of_reader(what: str) -> int | str | None:
    """Return what the views ask of who reads; no reader: nothing that any row fits."""
    found = reader()
    if found is None:
        return "[]" if what in ("seen", "units", "heads", "own", "rights") else None
    if what == "officer":
        return found.officer
    if what == "limited":
        return int(bool(found.rights))
    if what == "rights":
        return found.rights_as_json
    return f"[{','.join(map(str, getattr(found, what)))}]"


class Authorizer:
    """Lets views read tables, anybody the views, and nobody do anything else."""

    def __init__(self, everything: Declared, secret: str) -> None:
        self._secret = secret
        self._views = {name for name, _select in _selects(everything, secret)}
        self._whole = {sight.table for sight in everything.sights if not sight.where}

    def __call__(
        self, action: int, first: str | None, second: str | None, where: str | None,
        inside: str | None,
    ) -> int:  # fmt: skip
        """Answer SQLite about one step of a statement that it prepares."""
        if action in _GIVEN:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION:
            known = second in _FUNCTIONS or (inside or "").startswith(self._secret)
            return sqlite3.SQLITE_OK if known else sqlite3.SQLITE_DENY
        if action != sqlite3.SQLITE_READ or first is None:
            return sqlite3.SQLITE_DENY
        if (inside or "").startswith(self._secret):
            return sqlite3.SQLITE_OK
        # A view, by its plain name: unqualified, it is found before the table of this name.
        if first in self._views and where in ("temp", None):
            return sqlite3.SQLITE_OK
        if first in self._whole and second == "":  # how many there are
            return sqlite3.SQLITE_OK
        if first.startswith(self._secret) and where == "temp" and inside in self._views:
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY
