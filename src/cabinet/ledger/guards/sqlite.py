"""The guards as SQLite triggers: one before each kind of writing, one after it for the record.

``cabinet_sha256``, ``cabinet_digests`` and ``cabinet_listed`` are functions of the application's
own connection: a foreign client that writes a recorded row is told "no such function" and fails
closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from cabinet.ledger.guards.declared import DRAWN, JOINED, LISTED, Protected, columns_of
from cabinet.ledger.guards.house_day import first_and_last
from cabinet.ledger.guards.registry import Declared
from cabinet.ledger.guards.sqlite_columns import column_refusals, out_of_order
from cabinet.ledger.guards.trigger import Branch, Trigger, branches, quoted

# A column that is, or is not, one of some words; what stands joined before it would belong to it.
_ONE_OF = r"(?<!\|\| )((?:NEW|OLD|known_\w+)\.\w+)( NOT)? IN \(('\w*'(?:, '\w*')*)\)"
_NOTHING_BEFORE = "0" * 64


def triggers(everything: Declared) -> list[Trigger]:
    """Return every trigger that SQLite must hold."""
    made: list[Trigger] = []
    for protected in everything.protected:
        table = protected.table
        inserts = _refusals(everything, protected, "insert") + _keys(protected)
        inserts += column_refusals(protected, "insert")
        if table == "ledger_event":
            inserts.append(_only_from_rows(everything.protected))
        made.append(_refusing(f"gate_{table}_insert", "BEFORE INSERT", inserts, protected))
        updates = _refusals(everything, protected, "update")
        updates += column_refusals(protected, "update")
        made.append(_refusing(f"gate_{table}_update", "BEFORE UPDATE", updates, protected))
        deletes = [Branch("1", f"LED001: No row of {table} may be deleted.")]
        made.append(_refusing(f"gate_{table}_delete", "BEFORE DELETE", deletes, protected))
        made += _after(everything, protected)
    return [each for each in made if each.statements]


def _refusals(
    everything: Declared, protected: Protected, on: Literal["insert", "update"]
) -> list[Branch]:
    """Return what is refused, each column of a known row read from that row, joined."""
    return [
        Branch(joined(each.condition, protected), each.message, joined(each.of, protected))
        for each in branches(everything, protected, on)
    ]


def read(condition: str, protected: Protected) -> str:
    """Return a condition with a sub-select for each column of a row that the table knows."""
    for each in reversed(protected.knows):
        found = f"(SELECT known.\\1 FROM {each.table} AS known WHERE {each.where})"
        condition = re.sub(rf"\[\[{each.name}\.(\w+)\]\]", found, condition)
    return condition


def joined(condition: str, protected: Protected) -> str:
    """Return a condition that names each column of a known row as one of ``_known_rows``."""
    condition = re.sub(DRAWN, lambda word: _drawn(word[1], protected), condition)
    for each in protected.knows:
        condition = re.sub(rf"\[\[{each.name}\.(\w+)\]\]", rf"known_{each.name}.\1", condition)
    return condition


def _known_rows(cases: str, protected: Protected) -> str:
    """Return the known rows that cases name, joined: each is read once for all of them, or none."""
    joins = ""
    for each in reversed(protected.knows):  # each may be found by those known before it
        name = f"known_{each.name}"
        if f"{name}." not in cases + joins:
            continue
        found = joined(each.where, protected)
        if found.endswith("LIMIT 1"):
            found = f"{name}.id = (SELECT known.id FROM {each.table} AS known WHERE {found})"
        else:
            found = found.replace("known.", f"{name}.")
        joins = f" LEFT JOIN {each.table} AS {name} ON {found}{joins}"
    return f" FROM (SELECT 1){joins}" if joins else ""


def _drawn(column: str, protected: Protected) -> str:
    """Return the SQL of what a column of a new row would be drawn as."""
    ways = [(sql, of) for name, sql, of in protected.draws if name == column]
    if not ways[0][1]:
        return f"({ways[0][0]})"
    return "CASE {} END".format(" ".join(f"WHEN {of} THEN {sql}" for sql, of in ways))


def _word_by_word(listed: re.Match[str]) -> str:
    """Compare a column with each word: SQLite would make a table of a list, for every row anew."""
    column, is_not, words = listed.groups()
    equals, between = ("<>", " AND ") if is_not else ("=", " OR ")
    return f"({between.join(f'{column} {equals} {word}' for word in words.split(', '))})"


def translated(condition: str) -> str:
    """Return a condition with our words put into SQLite's."""
    condition = re.sub(_ONE_OF, _word_by_word, condition)
    for word, day in (("yesterday", "-1"), ("today", "0"), ("tomorrow", "+1")):
        condition = condition.replace(f"[[{word}]]", f"date('now', '{day} day')")
    for word, minutes in zip(("first day", "last day"), first_and_last(), strict=True):
        condition = condition.replace(f"[[{word}]]", f"date('now', '{minutes:+} minutes')")
    for word, meaning in (
        (r"\[\[year (\S+)\]\]", r"CAST(strftime('%Y', \1) AS INTEGER)"),
        (LISTED, lambda listed: f"cabinet_listed({columns_of(listed[1])})"),
        (r"\[\[sha256 (.+?)\]\]", r"cabinet_sha256(\1)"),
        (JOINED, r"(SELECT group_concat(\2, ',') FROM (\1))"),
    ):
        condition = re.sub(word, meaning, condition, flags=re.DOTALL)
    return condition


def _trigger(name: str, table: str, timing: str, when: str, body: str) -> Trigger:
    condition = f"WHEN {when} " if when else ""
    text = f"CREATE TRIGGER {name} {timing} ON {table} {condition}BEGIN {body} END"
    return Trigger(name, table, (text,) if body else (), text)


def _refusing(name: str, timing: str, refusals: Iterable[Branch], protected: Protected) -> Trigger:
    """Refuse by the first condition that is true; one statement, so that order is the text's."""
    cases = " ".join(
        f"WHEN {translated(each.of) + ' AND ' if each.of else ''}({translated(each.condition)}) "
        f"THEN RAISE(ABORT, {quoted(each.message)})"
        for each in refusals
    )
    known = translated(_known_rows(cases, protected))
    body = f"SELECT CASE {cases} END{known};" if cases else ""
    return _trigger(name, protected.table, timing, "", body)


def _keys(protected: Protected) -> list[Branch]:
    """REPLACE deletes a row with the same key, by default without its DELETE trigger."""
    table = protected.table
    return [
        Branch(
            f"EXISTS (SELECT 1 FROM {table} AS there WHERE "
            + " AND ".join(f"there.{name} = NEW.{name}" for name in columns)
            + (f" AND there.{where} AND NEW.{where}" if where else "")
            + ")",
            f"LED003: A row of {table} with this key is there and may not be replaced.",
        )
        for columns, where in protected.unique_keys
    ]


def _after(everything: Declared, protected: Protected) -> list[Trigger]:
    table = protected.table
    made = [_refusing(f"gate_{table}_order", "AFTER INSERT", [out_of_order(table)], protected)]
    if protected.content is not None or table == "ledger_event":
        made = []
    made += [
        _trigger(f"then_{table}_{each.name}", table, "AFTER INSERT", each.when, each.statement)
        for each in everything.consequences
        if each.table == table
    ]
    if protected.recorded:
        event = _event(protected, "0")
        made.append(_trigger(f"record_{table}_insert", table, "AFTER INSERT", "", event))
    if protected.recorded and protected.amendable:
        changed = " OR ".join(
            f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in protected.amendable
        )
        event = _event(
            protected,
            "(SELECT MAX(e.amends) + 1 FROM ledger_event AS e "
            f"WHERE e.table_name = '{table}' AND e.row_id = NEW.id)",
        )
        made.append(
            _trigger(f"record_{table}_update", table, "AFTER UPDATE", f"({changed})", event)
        )
    return made


def payload(protected: Protected, row: str) -> str:
    """Return the SQL of a row's JSON text, free text by its SHA-256."""
    pairs = [f"'{name}', {row}.{name}" for name in protected.plain]
    if protected.digests:
        texts = ", ".join(f"'{name}', {row}.{name}" for name in protected.digests)
        pairs.append(f"'digests', json(cabinet_digests({texts}))")
    pairs += [
        f"'{name}', ({translated(read(told, protected)).replace('NEW.', f'{row}.')})"
        for name, told in protected.tells
    ]
    return f"json_object({', '.join(pairs)})"


def _event(protected: Protected, amends: str) -> str:
    """Append the row to the chain.

    ``WHERE`` and ``LIMIT`` keep SQLite from working the payload out twice.
    """
    table = protected.table
    return (
        "INSERT INTO ledger_event (seq, table_name, row_id, amends, at, payload, prev, hash) "
        f"SELECT n.seq, '{table}', NEW.id, n.amends, n.at, n.payload, n.prev, "
        f"cabinet_sha256(n.prev || '|' || n.seq || '|{table}|' || NEW.id || '|' || n.amends "
        "|| '|' || n.at || '|' || n.payload) FROM (SELECT "
        "COALESCE((SELECT MAX(seq) FROM ledger_event), 0) + 1 AS seq, "
        f"{amends} AS amends, "
        "COALESCE((SELECT hash FROM ledger_event ORDER BY seq DESC LIMIT 1), "
        f"'{_NOTHING_BEFORE}') AS prev, "
        "strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS at, "
        f"{payload(protected, 'NEW')} AS payload LIMIT 1) AS n WHERE n.seq > 0;"
    )


def _only_from_rows(everything: tuple[Protected, ...]) -> Branch:
    """An event is written by a trigger or not at all.

    The first event of a row needs the row, and the row already has it; an amendment must tell the
    row as it is now, which the last event already tells.
    """
    recorded = [each for each in everything if each.recorded]
    there = " ".join(
        f"WHEN '{each.table}' THEN NOT EXISTS "
        f"(SELECT 1 FROM {each.table} AS r WHERE r.id = NEW.row_id)"
        for each in recorded
    )
    as_now = " ".join(
        f"WHEN '{each.table}' THEN NEW.payload IS DISTINCT FROM "
        f"(SELECT {payload(each, 'r')} FROM {each.table} AS r WHERE r.id = NEW.row_id)"
        for each in recorded
        if each.amendable
    )
    told = (
        "EXISTS (SELECT 1 FROM ledger_event AS e WHERE e.table_name = NEW.table_name "
        "AND e.row_id = NEW.row_id AND e.amends = NEW.amends - 1 AND e.payload <> NEW.payload)"
    )
    return Branch(
        f"CASE NEW.table_name {there} ELSE 1 END OR NEW.amends <> 0 AND "
        f"(CASE NEW.table_name {as_now} ELSE 1 END OR NOT {told})",
        "LED005: Only a protected row can enter the record, once.",
    )
