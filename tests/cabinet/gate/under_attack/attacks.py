"""Attacks by raw SQL under the application's own account, on every protected table.

Each is a list of statements with their values. What the database takes, the oracle judges.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from clearance.gate import Transition
from tests.cabinet.gate.under_attack.forge import Forger
from tests.cabinet.gate.under_attack.schema import unique_keys
from tests.cabinet.gate.under_attack.snapshot import TABLES, Row
from tests.cabinet.gate.under_attack.world import NEVER

Statement = tuple[str, list[Any]]


class Attack(NamedTuple):
    """What is tried: a name for the report, the table that it is aimed at, the statements."""

    name: str
    table: str
    statements: list[Statement]


def insertion(table: str, row: Row, verb: str = "INSERT", tail: str = "") -> Statement:
    """Return the INSERT of a row; ``?`` stands for each value."""
    places = ", ".join("?" * len(row))
    sql = f"{verb} INTO {table} ({', '.join(row)}) VALUES ({places}) {tail}"
    return sql.strip(), list(row.values())


def on_rows(
    forger: Forger,
    vendor: str,
    tables: Sequence[str] = (*TABLES, "ledger_event"),
    *,
    every: bool = True,
) -> Iterator[Attack]:
    """Yield the attacks on rows that are there, every column of one row of each table.

    ``every`` False: of one item, release and series too, where all of them would be attacked.
    """
    for table in tables:
        key = "seq" if table == "ledger_event" else "id"
        yield Attack(f"delete all {table}", table, [(f"DELETE FROM {table}", [])])
        if vendor == "postgresql":
            for more in ("", " CASCADE"):
                yield Attack(f"truncate {table}{more}", table, [(f"TRUNCATE {table}{more}", [])])
        row = forger.any_of(table) if table in TABLES else _any_event(forger)
        if row is None:
            continue
        one = f"DELETE FROM {table} WHERE {key} = ?"
        yield Attack(f"delete {table}", table, [(one, [row[key]])])
        all_rows = every and table in ("registry_item", "registry_release", "registry_series")
        for each in forger.rows[table].values() if all_rows else [row]:
            yield from _on_row(forger, table, each, vendor)


def _any_event(forger: Forger) -> Row:
    event = forger.dice.choice(forger.world.snapshot.events)
    row = event._asdict()
    return {
        {"table": "table_name", "row": "row_id"}.get(name, name): value
        for name, value in row.items()
    }


def one_on_a_row(forger: Forger, table: str, vendor: str) -> list[Attack]:
    """Return the attacks by one change of one row, thrown by dice; none: the table is empty."""
    row = forger.any_of(table) if table in TABLES else _any_event(forger)
    if row is None or forger.dice.random() < 0.05:
        return list(on_rows(forger, vendor, [table], every=False))[:4]
    what, other = forger.dice.choice([("the same", row), *forger.deviations(table, row, vendor)])
    return list(_by_a_change(table, row, what, other, vendor))


def _on_row(forger: Forger, table: str, row: Row, vendor: str) -> Iterator[Attack]:
    for what, other in (("the same", row), *forger.deviations(table, row, vendor)):
        yield from _by_a_change(table, row, what, other, vendor)


def _by_a_change(table: str, row: Row, what: str, other: Row, vendor: str) -> Iterator[Attack]:
    key = "seq" if table == "ledger_event" else "id"
    changed = {name: value for name, value in other.items() if value != row.get(name)}
    for name, value in changed.items():
        sql = f"{table} SET {name} = ? WHERE {key} = ?"
        yield Attack(f"update {table}: {what}", table, [(f"UPDATE {sql}", [value, row[key]])])
        if vendor == "sqlite":
            verb = f"UPDATE OR REPLACE {sql}"
            yield Attack(f"update or replace {table}: {what}", table, [(verb, [value, row[key]])])
    if vendor == "sqlite":
        replaced = insertion(table, other, "INSERT OR REPLACE")
        yield Attack(f"replace {table}: {what}", table, [replaced])
    for columns in ((key,), *unique_keys(table)):
        yield from _by_key(table, columns, row, other, what, vendor)


def _by_key(
    table: str, columns: tuple[str, ...], row: Row, other: Row, what: str, vendor: str
) -> Iterator[Attack]:
    """Upsert, or replace under a new ``id``, by one unique key."""
    if any(other[name] != row[name] for name in columns):
        return
    name = f"{table} by {columns}: {what}"
    fresh = {k: v for k, v in other.items() if k != "id"} if columns != ("id",) else other
    changed = [k for k, v in fresh.items() if v != row[k]] or [columns[0]]
    sets = ", ".join(f"{k} = excluded.{k}" for k in changed)
    upsert = insertion(
        table, fresh, tail=f"ON CONFLICT ({', '.join(columns)}) DO UPDATE SET {sets}"
    )
    yield Attack(f"upsert {name}", table, [upsert])
    if vendor == "sqlite":
        yield Attack(f"replace {name}", table, [insertion(table, fresh, "INSERT OR REPLACE")])


def forgeries(forger: Forger, table: str, item: int, vendor: str) -> Iterator[Attack]:
    """Yield the insertion of an honest-looking row, and of each that differs in one place."""
    rows: list[tuple[str, Row | None]] = [("", forger.forge(table, item))]
    if table == "registry_movement":
        lines = forger.lines(item)
        rows = [(f"{line.name} ", forger.movement(item, line)) for line in lines]
    newest = forger.world.newest_revision(item) if table == "review_verdict" else None
    for check in forger.world.stops_found(newest["id"], NEVER) if newest else ():
        rows.append((f"{check} ", forger.verdict(item, check)))
    for what, row in rows:
        if row is not None:
            yield from _forgeries(forger, table, f"{table} {what}of item {item}", row, vendor)


def _forgeries(forger: Forger, table: str, about: str, row: Row, vendor: str) -> Iterator[Attack]:
    yield from _as_it_is(forger, table, about, row, vendor)
    for what, other in forger.deviations(table, row, vendor):
        yield Attack(f"forge {about}: {what}", table, [insertion(table, other)])


def _as_it_is(forger: Forger, table: str, about: str, row: Row, vendor: str) -> Iterator[Attack]:
    yield Attack(f"forge {about}", table, [insertion(table, row)])
    for verb in ("INSERT OR IGNORE", "INSERT OR FAIL") if vendor == "sqlite" else ():
        yield Attack(f"{verb} {about}", table, [insertion(table, row, verb)])
    keys = sorted(forger.rows[table])[-1:] + sorted(forger.rows[table])[:1]
    for key in keys if vendor == "sqlite" else []:
        over = insertion(table, row | {"id": key}, "INSERT OR REPLACE")
        yield Attack(f"forge {about} over row {key}", table, [over])
    sql, values = insertion(table, row)
    places = sql[sql.index("VALUES") + 7 :]
    yield Attack(f"forge {about} twice", table, [(f"{sql}, {places}", values * 2)])


def one_forgery(forger: Forger, table: str, item: int, vendor: str) -> list[Attack]:
    """Return the insertion of one forged row, thrown by dice; none: nothing fits."""
    row = forger.forge(table, item)
    if row is None:
        return []
    about = f"{table} of item {item}"
    if forger.dice.random() < 0.1:
        return list(_as_it_is(forger, table, about, row, vendor))
    what, other = forger.dice.choice(list(forger.deviations(table, row, vendor)))
    return [Attack(f"forge {about}: {what}", table, [insertion(table, other)])]


def late_copies(forger: Forger, item: int, vendor: str) -> Iterator[Attack]:
    """Yield copies that are let out after their movement, under keys of the attacker's choice."""
    for line in forger.lines(item):
        move = forger.movement(item, line)
        if move is None or line.name not in ("direct", "refer", "copy", "issue"):
            continue
        units = [key for key in forger.rows["accounts_unit"] if key != move["to_unit_id"]]
        key = max(forger.rows["registry_movement"]) + 1
        copy = {
            "item_id": item, "movement_id": key, "unit_id": units[0], "officer_id": None,
            "purpose": "information",
        }  # fmt: skip
        for named in (f"|{units[0]}|", f"|{units[1]}|"):
            chosen = {"id": key} if vendor == "sqlite" else {}  # PostgreSQL draws its own
            begun = insertion("registry_movement", {**chosen, **move, "copies": named})
            for more in ({}, {"id": 10**9}, {"id": -5}, {"officer_id": 1}, {"unit_id": units[2]}):
                released = _of_the_last_movement(insertion("registry_release", copy | more))
                about = f"{line.name} of item {item} with a late copy {more}"
                yield Attack(about, "registry_release", [begun, released])


def _of_the_last_movement(released: Statement) -> Statement:
    """Return an insertion of a release whose second value is the key of the newest movement."""
    sql, values = released
    place = list(map(str.strip, sql[sql.index("(") + 1 : sql.index(")")].split(","))).index(
        "movement_id"
    )
    parts = sql.rsplit("?", len(values) - place)
    newest = "(SELECT MAX(id) FROM registry_movement)"
    return f"{parts[0]}{newest}{'?'.join(parts[1:])}", values[:place] + values[place + 1 :]


def texts_of_a_move(forger: Forger, item: int, vendor: str) -> Iterator[Attack]:
    """Yield texts that come with the act that brings one, each wrong in one place."""
    for line in forger.lines(item):
        move = forger.movement(item, line)
        if move is None or line.name not in ("receive", "bring_in", "draft", "revise"):
            continue
        begun = insertion("registry_movement", move)
        text = forger.revision(item) | {"by_id": move["by_id"]}
        about = f"text with {line.name} of item {item}"
        chosen = [{"id": key} for key in (-5, 10**9)]
        for more in (
            {},
            *chosen,
            *(other for _, other in forger.deviations("registry_revision", text, vendor)),
        ):
            brought = insertion("registry_revision", text | more)
            yield Attack(f"{about}: {more}", "registry_revision", [begun, brought])
        for key in sorted(forger.rows["registry_revision"]) if vendor == "sqlite" else ():
            over = insertion("registry_revision", text | {"id": key}, "INSERT OR REPLACE")
            yield Attack(f"{about} over row {key}", "registry_revision", [begun, over])


def half_acts(forger: Forger, item: int) -> Iterator[Attack]:
    """Yield papers written without their movement, and then another act upon them."""
    for table in PAPERS:
        paper = forger.forge(table, item)
        if paper is None:
            continue
        begun = insertion(table, paper)
        again = insertion(table, paper, "INSERT OR REPLACE")
        yield Attack(f"half of {table} of item {item}", table, [begun])
        if forger.world.snapshot.kinds:
            yield Attack(f"half of {table} of item {item} replaced", table, [begun, again])
        for line in forger.lines(item):
            move = forger.movement(item, line)
            if move is not None:
                after = insertion("registry_movement", move)
                own = insertion("registry_movement", move | _hand(paper))
                astray = insertion("registry_movement", move | {"to_unit_id": 1})
                about = f"{line.name} upon {table} of item {item}"
                yield Attack(about, "registry_movement", [begun, after])
                yield Attack(f"{about} by its hand", "registry_movement", [begun, own])
                if move["to_unit_id"]:
                    yield Attack(f"{about} astray", "registry_movement", [begun, astray])
        for more in ("review_verdict", "review_override", "registry_revision"):
            second = forger.forge(more, item)
            if second is not None and table != more:
                second |= {"outcome": "stop"} if more == "review_verdict" else {}
                about = f"{more} upon {table} of item {item}"
                yield Attack(about, more, [begun, insertion(more, second)])


PAPERS = (
    "gate_clearance", "gate_signature", "registry_number", "dispatch_dispatch",
    "dispatch_delivery", "review_verdict", "registry_revision",
)  # fmt: skip


def _hand(paper: Row) -> Row:
    return {name: paper[name] for name in ("by_id", "post_id") if name in paper}


def false_events(forger: Forger) -> Iterator[Attack]:
    """Yield forged events of the record: again, amended, of no row, out of order."""
    last = forger.world.snapshot.events[-1]
    base = _any_event(forger) | {"seq": last.seq + 1, "prev": last.hash, "hash": "ab" * 32}
    for name, change in (
        ("again", {}),
        ("amended", {"amends": base["amends"] + 1}),
        ("amended otherwise", {"amends": base["amends"] + 1, "payload": '{"id": 1}'}),
        ("of no row", {"row_id": 10**6, "amends": 0}),
        ("of no table", {"table_name": "registry_item", "row_id": 1, "amends": 0}),
        ("far ahead", {"seq": 1 << 62}),
        ("before all", {"seq": -1}),
    ):
        yield Attack(f"event {name}", "ledger_event", [insertion("ledger_event", base | change)])


def in_one_statement(forger: Forger, item: int, line: Transition | None = None) -> Iterator[Attack]:
    """Yield PostgreSQL statements that write a movement and a paper at once.

    The movement's consequences come at the end of the statement: the paper must not slip in
    while the item still stands in the state that it has just left.
    """
    for table in (
        "registry_revision", "registry_enclosure", "registry_number", "review_verdict",
        "gate_clearance", "gate_signature", "dispatch_dispatch",
    ):  # fmt: skip
        move, paper = forger.movement(item, line), forger.forge(table, item)
        if move is None or paper is None:
            continue
        if table == "registry_revision":
            paper["by_id"] = move["by_id"]
        first, values = insertion("registry_movement", move, tail="RETURNING id")
        columns = ", ".join(paper)
        chosen = ", ".join(f"w.{name}" for name in paper)
        sql = (
            f"WITH moved AS ({first}), w AS (SELECT ({_one_row(table, paper)}).*) "
            f"INSERT INTO {table} ({columns}) SELECT {chosen} FROM w "
            "WHERE (SELECT COUNT(*) FROM moved) = 1"  # so the movement is written first
        )
        yield Attack(
            f"{move['act']} and {table} at once", table, [(sql, [*values, *paper.values()])]
        )


SESSIONS = (
    "SET LOCAL search_path = pg_temp, public",
    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
    "SET LOCAL TIME ZONE 'Asia/Riyadh'",
)


def in_another_session(forger: Forger, table: str, item: int) -> Iterator[Attack]:
    """Yield an honest row in a PostgreSQL session that is set otherwise than the office's."""
    row = forger.forge(table, item)
    if row is not None:
        for change in SESSIONS:
            statements: list[Statement] = [(change, []), insertion(table, row)]
            yield Attack(f"{table} of item {item} after {change}", table, statements)


def _one_row(table: str, row: Row) -> str:
    """Return a PostgreSQL record of the table's type with these values."""
    pairs = ", ".join(f"'{name}', ?::text" for name in row)
    return f"jsonb_populate_record(NULL::{table}, jsonb_build_object({pairs}))"
