"""The guards as SQLite triggers.

``cabinet_sha256`` is a function of the application's own connection: a foreign client that writes
a recorded row is told "no such function" and fails closed.
"""

from __future__ import annotations

import re

from cabinet.ledger.guards.declared import Consequence, Guard, Protected
from cabinet.ledger.guards.registry import Declared
from cabinet.ledger.guards.trigger import Trigger, quoted

_ZEROS = "0" * 64
_LAST = "(SELECT {} FROM ledger_event ORDER BY seq DESC LIMIT 1)"


def triggers(everything: Declared) -> list[Trigger]:
    """Return every trigger that SQLite must hold."""
    made: list[Trigger] = []
    for protected in everything.protected:
        made += _protection(protected)
        if protected.recorded:
            made += _record(protected)
    made += [_guard(guard) for guard in everything.guards]
    made += [_consequence(each) for each in everything.consequences]
    made.append(_only_from_rows(everything.protected))
    return made


def _trigger(name: str, table: str, timing: str, when: str, body: str) -> Trigger:
    condition = f"WHEN {when} " if when else ""
    text = f"CREATE TRIGGER {name} {timing} ON {table} {condition}BEGIN {body} END"
    return Trigger(name, table, (text,), text)


def _refusal(name: str, table: str, timing: str, when: str, message: str) -> Trigger:
    return _trigger(name, table, timing, when, f"SELECT RAISE(ABORT, {quoted(message)});")


def translated(condition: str) -> str:
    """Return a condition with our words put into SQLite's."""
    condition = condition.replace("[[yesterday]]", "date('now', '-1 day')")
    condition = condition.replace("[[today]]", "date('now')")
    condition = condition.replace("[[tomorrow]]", "date('now', '+1 day')")
    return re.sub(r"\[\[year (\S+)\]\]", r"CAST(strftime('%Y', \1) AS INTEGER)", condition)


def _guard(guard: Guard) -> Trigger:
    return _refusal(
        f"guard_{guard.table}_{guard.name}",
        guard.table,
        f"BEFORE {guard.on.upper()}",
        f"({translated(guard.refuse_when)})",
        f"{guard.code}: {guard.sentence}",
    )


def _consequence(each: Consequence) -> Trigger:
    return _trigger(
        f"then_{each.table}_{each.name}", each.table, "AFTER INSERT", each.when, each.statement
    )


def _protection(protected: Protected) -> list[Trigger]:
    table = protected.table
    changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in protected.fixed)
    same_key = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} AS there WHERE "
        + " AND ".join(f"there.{name} = NEW.{name}" for name in columns)
        + (f" AND there.{where} AND NEW.{where}" if where else "")
        + ")"
        for columns, where in protected.unique_keys
    )
    made = [
        _refusal(
            f"keep_{table}_delete", table, "BEFORE DELETE", "",
            f"LED001: No row of {table} may be deleted.",
        ),
        _refusal(
            f"keep_{table}_update", table, "BEFORE UPDATE", f"({changed})",
            f"LED002: This column of {table} may not be changed.",
        ),
        _refusal(
            f"keep_{table}_replace", table, "BEFORE INSERT", f"({same_key})",
            f"LED003: A row of {table} with this key is there and may not be replaced.",
        ),
    ]  # fmt: skip
    if protected.content is not None:
        made.append(
            _refusal(
                f"keep_{table}_insert", table, "BEFORE INSERT", "",
                f"LED004: No row may be added to {table}.",
            )
        )  # fmt: skip
    return made


def payload(protected: Protected, row: str) -> str:
    """Return the SQL of a row's JSON text, free text by its SHA-256."""
    pairs = [f"'{name}', {row}.{name}" for name in protected.plain]
    pairs += [
        f"'{name}_sha256', cabinet_sha256(COALESCE({row}.{name}, ''))"
        for name in protected.digests
    ]
    return f"json_object({', '.join(pairs)})"


def _record(protected: Protected) -> list[Trigger]:
    table = protected.table
    event = (
        "INSERT INTO ledger_event (seq, table_name, row_id, at, payload, prev, hash) "
        f"SELECT seq, '{table}', NEW.id, at, payload, prev, "
        f"cabinet_sha256(prev || '|' || seq || '|{table}|' || NEW.id || '|' || at || '|' "
        "|| payload) FROM (SELECT "
        f"COALESCE({_LAST.format('seq')}, 0) + 1 AS seq, "
        f"COALESCE({_LAST.format('hash')}, '{_ZEROS}') AS prev, "
        "strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS at, "
        f"{payload(protected, 'NEW')} AS payload);"
    )
    made = [_trigger(f"record_{table}_insert", table, "AFTER INSERT", "", event)]
    recorded = [name for name in protected.may_change if name not in protected.follows]
    if recorded:
        changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in recorded)
        made.append(
            _trigger(f"record_{table}_update", table, "AFTER UPDATE", f"({changed})", event)
        )
    return made


def _only_from_rows(everything: tuple[Protected, ...]) -> Trigger:
    """An event is written by a trigger or not at all: it repeats a row as it is now, once."""
    cases = " ".join(
        f"WHEN '{each.table}' THEN NEW.payload IS DISTINCT FROM "
        f"(SELECT {payload(each, 'r')} FROM {each.table} AS r WHERE r.id = NEW.row_id)"
        for each in everything
        if each.recorded
    )
    told_before = (
        "NEW.payload IS NOT DISTINCT FROM (SELECT e.payload FROM ledger_event AS e WHERE "
        "e.table_name = NEW.table_name AND e.row_id = NEW.row_id ORDER BY e.seq DESC LIMIT 1)"
    )
    return _refusal(
        "guard_ledger_event_from_rows",
        "ledger_event",
        "BEFORE INSERT",
        f"(CASE NEW.table_name {cases} ELSE 1 END OR {told_before})",
        "LED005: Only a protected row can enter the record, once.",
    )
