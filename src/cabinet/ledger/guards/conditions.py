"""Conditions on a column in the SQL that both engines share; every desk's guards may use them."""

from __future__ import annotations

from collections.abc import Iterable

_BLANKS = " \t\r\n\u00a0"


def changed(*columns: str) -> str:
    """Return the SQL that is true if an UPDATE alters one of the columns."""
    return "(" + " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in columns) + ")"


def is_blank(text: str) -> str:
    """Return the SQL that is true if a text holds blanks, tabs and line ends only."""
    return f"TRIM({text}, '{_BLANKS}') = ''"


def is_no_sha256(text: str) -> str:
    """Return the SQL that is true if a text is not 64 hexadecimal digits."""
    return f"(LENGTH({text}) <> 64 OR TRIM({text}, '0123456789abcdef') <> '')"


def is_none_of(column: str, words: Iterable[str]) -> str:
    """Return the SQL that is true if a column holds none of the words: a crash, if it were read."""
    listed = ", ".join(f"'{word}'" for word in words)
    return f"{column} NOT IN ({listed})"
