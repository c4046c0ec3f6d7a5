"""The doors by which an attacker comes in: the same account, without the application."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import Any

import psycopg

from tests.cabinet.gate.under_attack.attacks import Attack
from tests.engines import Engine, Settings


def know_the_functions(connection: sqlite3.Connection, *, lie: bool = False) -> None:
    """Give a plain SQLite connection functions of the names that the record is made with.

    Honest ones of the attacker's own making; with ``lie``, ones that say what the attacker likes.
    """

    def digest(text: object) -> str:
        return "ab" * 32 if lie else hashlib.sha256(str(text).encode()).hexdigest()

    def digests(*pairs: Any) -> str:
        texts = ["" if text is None else str(text) for text in pairs[1::2]]
        return json.dumps({name: digest(t) for name, t in zip(pairs[::2], texts, strict=True)})

    def listed(*values: Any) -> str:
        texts = ["" if value is None else str(value) for value in values]
        return "".join(f"{len(text)}:{text}" for text in texts)

    connection.create_function("cabinet_sha256", 1, digest)
    connection.create_function("cabinet_listed", -1, listed)
    connection.create_function("cabinet_digests", -1, digests)


class Door:
    """One connection of an attacker. ``kind``: plain, knowing or lying (SQLite), or worker."""

    def __init__(self, engine: Engine, settings: Settings, kind: str) -> None:
        self.vendor, self.kind = engine.name, kind
        self.connection: Any = engine.bare(settings)
        if self.vendor == "sqlite":
            for pragma in (
                "foreign_keys = OFF", "recursive_triggers = OFF", "ignore_check_constraints = ON",
                "synchronous = OFF",
            ):  # fmt: skip
                self.connection.execute(f"PRAGMA {pragma}")
            if kind != "plain":
                know_the_functions(self.connection, lie=kind == "lying")

    def begin(self) -> None:
        self.connection.execute("BEGIN")

    def end(self, word: str = "ROLLBACK") -> None:
        self.connection.execute(word)

    def refused(self, attack: Attack, *, at_end: bool = False) -> str:
        """Run an attack's statements; return the database's words, '' if it took them all.

        PostgreSQL asks for the rows that are referred to when a transaction ends; ``at_end``: it
        is asked now.
        """
        try:
            for sql, values in attack.statements:
                statement = sql.replace("?", "%s") if self.vendor == "postgresql" else sql
                self.connection.execute(statement, values)
            if at_end and self.vendor == "postgresql":
                self.connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except (sqlite3.Error, psycopg.Error, OverflowError) as error:
            return str(error) or type(error).__name__
        return ""

    def close(self) -> None:
        self.connection.close()
