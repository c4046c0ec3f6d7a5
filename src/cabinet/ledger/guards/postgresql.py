"""The guards as PostgreSQL triggers: one function before each kind of writing, one after it.

Every function runs with its owner's rights, is enabled ALWAYS (so that
``session_replication_role`` does not skip it), and takes the one lock of the house first: a
condition that reads another row then sees what every earlier act has committed. Measured without
a lock: 396 of 400 raced releases got through.

What a session has set is asked before each row, not set: setting it for each function took a
tenth of the time of an act. The search path is asked first, by names that no path can bend.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from django.db import models

from cabinet.ledger.guards.declared import DRAWN, JOINED, LISTED, Protected, columns_of
from cabinet.ledger.guards.house_day import first_and_last
from cabinet.ledger.guards.known_rows import KnownRows
from cabinet.ledger.guards.registry import Declared
from cabinet.ledger.guards.trigger import Branch, Trigger, branches, quoted

# The one pen of the house is a lock on a table without rows or columns, which the owner's functions
# alone may take: an advisory lock is open to every role, and a department could have held it.
PEN = "ledger_pen"
TAKE_PEN = f"LOCK TABLE public.{PEN} IN EXCLUSIVE MODE; "
PEN_STATEMENTS = (
    f"CREATE TABLE IF NOT EXISTS public.{PEN} ()",
    "CREATE OR REPLACE FUNCTION public.take_pen() RETURNS void LANGUAGE plpgsql SECURITY DEFINER "
    f"AS $pen$BEGIN {TAKE_PEN}END$pen$",
    "REVOKE ALL ON FUNCTION public.take_pen() FROM PUBLIC",
)
# The guards' plans serve every row: made anew for each, they took a sixth of the time of an act.
TURN = "SELECT set_config('plan_cache_mode', 'force_generic_plan', TRUE), public.take_pen()"
_NOTHING_BEFORE = "0" * 64
_REFUSE = "RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = refusal;"
SEARCH_PATH = "public, pg_temp"  # the application's own sessions have it
# The record, and what follows movements, is written by the owner's triggers, in their own words; so
# whoever writes it himself is asked, and they are not. The application can make no trigger.
_OF_TRIGGERS = re.compile(r"gate_(ledger_event_insert|\w+_moved_update)")
_NOT_BY_TRIGGERS = "((pg_trigger_depth() = 0))"
_OF_EVENT = "last_seq bigint; last_hash text; amended bigint; moment text; told text; "
_IN_ORDER = (
    "IF pg_catalog.current_setting('search_path'::pg_catalog.text) "
    f"OPERATOR(pg_catalog.<>) '{SEARCH_PATH}'::pg_catalog.text THEN "
    "RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = "
    f"'LED011: Acts are written in a session of search path {SEARCH_PATH} only.'; END IF; "
    "IF current_setting('transaction_isolation') <> 'read committed' THEN "
    "RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = "
    "'LED006: Acts are written at isolation READ COMMITTED only.'; END IF; "
    "IF current_setting('TimeZone') <> 'UTC' THEN "
    "RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = "
    "'LED010: Acts are written in a session of time zone UTC only.'; END IF; "
)
_ONE_AT_A_TIME = _IN_ORDER + TAKE_PEN


def triggers(everything: Declared) -> list[Trigger]:
    """Return every trigger that PostgreSQL must hold."""
    made: list[Trigger] = []
    for protected in everything.protected:
        table = protected.table
        inserts = branches(everything, protected, "insert")
        if table == "ledger_event":
            inserts.append(
                Branch("TRUE", "LED005: Only a protected row can enter the record, once.")
            )
        elif protected.content is None:
            inserts.append(_out_of_order(protected))
        open_days = [each for each in protected.columns if each not in protected.held]
        inserts += _unreadable_days(protected, open_days)
        if inserts or protected.draws:
            made.append(_refusing(f"gate_{table}_insert", "BEFORE INSERT", inserts, protected))
        made += _before_updates(everything, protected)
        kept = [Branch("TRUE", f"LED001: No row of {table} may be deleted.")]
        made.append(_refusing(f"gate_{table}_delete", "BEFORE DELETE", kept, protected))
        made.append(_refusing(f"gate_{table}_truncate", "BEFORE TRUNCATE", kept, protected))
        made += _after(everything, protected)
    return made


def writing_alone(everything: Declared) -> list[Trigger]:
    """Return what the writing itself needs: it draws and has its consequences, unguarded.

    Nothing is refused by its conditions or recorded. For the measure of what guards cost.
    """
    made = []
    for protected in everything.protected:
        if protected.draws:
            name = f"gate_{protected.table}_insert"
            made.append(_refusing(name, "BEFORE INSERT", [], protected))
        made += _after(everything, replace(protected, recorded=False))
    return made


def _before_updates(everything: Declared, protected: Protected) -> list[Trigger]:
    """Refuse changes: of what movements alter by one trigger, of all else by another.

    A movement alters no fact of its paper; to compare each of them took half of the trigger's time.
    """
    table = protected.table
    refusals = branches(everything, protected, "update")
    if not protected.follows:
        refusals += _unreadable_days(protected, protected.may_change)
        return [_refusing(f"gate_{table}_update", "BEFORE UPDATE", refusals, protected)]
    of_movements = [
        each
        for each in refusals
        if each.of and set(re.findall(r"NEW\.(\w+)", each.of)).issubset(protected.follows)
    ]
    facts = [name for name in protected.columns if name not in protected.follows]
    of_facts = [each for each in refusals if each not in of_movements]
    made = []
    for name, columns, asked in (
        (f"gate_{table}_moved_update", protected.follows, of_movements),
        (f"gate_{table}_update", facts, of_facts),
    ):
        may_change = [each for each in protected.may_change if each in columns]
        days = _unreadable_days(protected, may_change)
        timing = f"BEFORE UPDATE OF {', '.join(columns)}"
        made.append(_refusing(name, timing, asked + days, protected))
    return made


def _out_of_order(protected: Protected) -> Branch:
    """The newest row decides in several tables, so nobody may choose a key.

    An act draws its keys under the lock, so that a key is the last one that was drawn. A table
    that is written outside of acts may have rows that overtake each other.
    """
    table = protected.table
    drawn = f"pg_sequence_last_value('{table}_id_seq'::regclass)"
    chosen = f"NEW.id IS DISTINCT FROM {drawn}"
    return Branch(
        chosen if protected.in_order else f"NEW.id < 1 OR NEW.id > COALESCE({drawn}, 0)",
        f"LED007: The keys of {table} are given in order.",
    )


def _unreadable_days(protected: Protected, columns: Sequence[str]) -> list[Branch]:
    """A row stays for ever, and a day that is infinite could not be shown on any page again."""
    days = [
        f"NEW.{field.column} NOT BETWEEN '1000-01-01' AND '9998-12-31'"
        for field in protected.model._meta.concrete_fields
        if isinstance(field, models.DateField) and field.column in columns
    ]
    table = protected.table
    strange = f"LED008: A value is not of the kind of its column, in a row of {table}."
    return [Branch(" OR ".join(days), strange)] if days else []


def _drawn(protected: Protected, known: KnownRows) -> str:
    """Fill in what a new row leaves open, and keep what it would have been for the refusals.

    What can be read before a column is drawn is read at once: a query costs more than a row.
    """
    everything = " ".join(text for _, *texts in protected.draws for text in texts)
    columns = list(dict.fromkeys(column for column, *_ in protected.draws))
    body = ""
    for no, column in enumerate(columns):
        body += known.loaded(everything, for_good=True, left_open=columns[no:])
        ways = [
            (f"drawn_{column} := {sql};", of) for name, sql, of in protected.draws if name == column
        ]
        chosen = f"{ways[0][0]} "
        if ways[0][1]:
            chosen = " ELS".join(f"IF {of} THEN {draws}" for draws, of in ways) + " END IF; "
        body += known.named(translated(chosen))
        body += f"IF NEW.{column} IS NULL THEN NEW.{column} := drawn_{column}; END IF; "
    return body


def translated(condition: str) -> str:
    """Return a condition with our words put into PostgreSQL's.

    ``current_date`` is the day on which a transaction began: one that was left open for a week
    would date its acts, and judge rights, by a day that is long past.
    """
    for word, day in (("yesterday", "- 1"), ("today", "+ 0"), ("tomorrow", "+ 1")):
        condition = condition.replace(f"[[{word}]]", f"(clock_timestamp()::date {day})")
    for word, minutes in zip(("first day", "last day"), first_and_last(), strict=True):
        now = f"(clock_timestamp() + interval '{minutes} minutes')::date"
        condition = condition.replace(f"[[{word}]]", now)
    condition = re.sub(DRAWN, r"drawn_\1", condition)
    for word, meaning in (
        (r"\[\[year (\S+)\]\]", r"EXTRACT(YEAR FROM \1)"),
        # A row's own text keeps its values apart; an operator for each of them takes its time.
        (LISTED, lambda listed: f"CAST(ROW({columns_of(listed[1])}) AS TEXT)"),
        (r"\[\[sha256 (.+?)\]\]", r"encode(sha256(convert_to(\1, 'UTF8')), 'hex')"),
        (JOINED, r"NULLIF(array_to_string(ARRAY(\1), ','), '')"),
    ):
        condition = re.sub(word, meaning, condition, flags=re.DOTALL)
    return condition


def translated_before(condition: str) -> str:
    """Return a condition in PostgreSQL's words as they were until listed values became a row.

    Events of that time tell the digest of each text behind its length and a colon.
    """
    return translated(re.sub(LISTED, _counted, condition, flags=re.DOTALL))


def _counted(word: re.Match[str]) -> str:
    columns = (each.partition(" AS ") for each in word[1].split("; "))
    texts = [f"COALESCE(CAST({name} AS TEXT), '')" if kind else name for name, _, kind in columns]
    counted = ", ".join(f"LENGTH({text}), {text}" for text in texts)
    return f"format('{'%s:%s' * len(texts)}', {counted})"


def _trigger(name: str, table: str, timing: str, body: str, declares: str = "") -> Trigger:
    each = "STATEMENT" if "TRUNCATE" in timing else "ROW"
    result = "RETURN OLD;" if "DELETE" in timing else "RETURN NEW;"
    source = f"DECLARE refusal text; {declares}BEGIN {body} {result} END"
    function = (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"AS $guard${source}$guard$"
    )
    of = _NOT_BY_TRIGGERS if _OF_TRIGGERS.fullmatch(name) else ""
    when = f"WHEN {of} " if of else ""
    return Trigger(
        name,
        table,
        (
            function,
            f"CREATE TRIGGER {name} {timing} ON {table} FOR EACH {each} {when}"
            f"EXECUTE FUNCTION {name}()",
            f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}",
        ),
        f"A|{timing}|{each}|{of or 'whole'}|definer||{source}",
    )


def _refusing(name: str, timing: str, refusals: Sequence[Branch], protected: Protected) -> Trigger:
    """Refuse what is refused of every row, in the order given, then what is refused of its act."""
    draws = protected.draws if "INSERT" in timing else ()
    texts = [text for each in refusals for text in (each.of, each.condition)]
    known = KnownRows(protected, [*texts, *(text for _, *of in draws for text in of)])
    general = [each for each in refusals if not _acts(each)]
    body = _ONE_AT_A_TIME
    body += _drawn(protected, known) if draws else ""
    body += known.loaded(" ".join(each.condition for each in general if not each.of), for_good=True)
    body += _refusals(general, known)
    of_acts: dict[str, list[Branch]] = {}
    for each in sorted(refusals, key=lambda each: len(_acts(each)) > 1):
        for act in _acts(each):
            of_acts.setdefault(act, [])
    for each in refusals:
        for act in _acts(each):
            of_acts[act].append(each._replace(of=""))
    for no, (act, its_own) in enumerate(of_acts.items()):
        word = "ELSIF" if no else "IF"
        body += f"{word} NEW.act = {quoted(act)} THEN {_refusals(its_own, known.so_far())}"
    body += "END IF; " * bool(of_acts)
    declares = known.declares + "".join(
        f"drawn_{column} {protected.table}.{column}%TYPE; "
        for column in dict.fromkeys(column for column, *_ in draws)
    )
    return _trigger(name, protected.table, timing, body, declares)


def _acts(branch: Branch) -> list[str]:
    """Return the acts that a refusal is of, where it is of some acts only."""
    of_acts = re.fullmatch(r"NEW\.act (?:= |IN \()('\w+'(?:, '\w+')*)\)?", branch.of)
    return re.findall(r"\w+", of_acts[1]) if of_acts else []


def _refusals(refusals: Sequence[Branch], known: KnownRows) -> str:
    """Refuse by the first condition that is true.

    What needs no query is asked without one (a twentieth of the time); what needs one is asked
    together with its neighbours, since setting a query up costs more than its answer.
    """
    body = ""
    for (of, _asks), group in groupby(refusals, key=lambda each: (each.of, _asks_a_query(each))):
        asked = list(group)
        cases = " ".join(
            f"WHEN ({known.named(translated(each.condition))}) THEN {quoted(each.message)}"
            for each in asked
        )
        refuse = f"refusal := CASE {cases} END; IF refusal IS NOT NULL THEN {_REFUSE} END IF;"
        conditions = " ".join(each.condition for each in asked)
        body += known.loaded(of, for_good=True)
        inside = known.loaded(conditions, for_good=not of) + refuse
        body += f"IF {known.named(translated(of))} THEN {inside} END IF; " if of else inside + " "
    return body


def _asks_a_query(branch: Branch) -> bool:
    return re.search(r"\bSELECT\b", branch.condition) is not None


def _after(everything: Declared, protected: Protected) -> list[Trigger]:
    """Record a row and let it have its consequences, by one function: each call costs.

    It asks how the session is set, since that may change after the row was let in.
    """
    table = protected.table
    made = []
    follows = "".join(
        f"IF {each.when} THEN {each.statement} END IF; " if each.when else f"{each.statement} "
        for each in everything.consequences
        if each.table == table
    )
    if follows or protected.recorded:
        name = f"then_{table}" if follows else f"record_{table}_insert"
        event = _event(protected, "0") if protected.recorded else ""
        asked = _IN_ORDER if event else ""
        body = f"{asked}{event}{follows}"
        made.append(
            _trigger(name, table, "AFTER INSERT", body, _of_event(protected) if event else "")
        )
    if protected.recorded and protected.amendable:
        changed = " OR ".join(
            f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in protected.amendable
        )
        event = _event(
            protected,
            "(SELECT MAX(e.amends) + 1 FROM ledger_event AS e "
            f"WHERE e.table_name = '{table}' AND e.row_id = NEW.id)",
        )
        body = f"{_IN_ORDER}IF {changed} THEN {event}END IF; "
        made.append(
            _trigger(f"record_{table}_update", table, "AFTER UPDATE", body, _of_event(protected))
        )
    return made


def _of_event(protected: Protected) -> str:
    """Return the variables of an event, with a text for each thing that its row stands for."""
    return _OF_EVENT + "".join(f"told_{name} text; " for name, _ in protected.tells)


def _payload(protected: Protected) -> str:
    """Return the SQL of the new row's JSON text, free text by its SHA-256."""
    pairs = [f"'{name}', NEW.{name}" for name in protected.plain]
    if protected.digests:
        digests = ", ".join(
            f"'{name}', {translated(f'[[sha256 {_text(protected, name)}]]')}"
            for name in protected.digests
        )
        pairs.append(f"'digests', json_object(ARRAY[{digests}])")
    pairs += [f"'{name}', told_{name}" for name, _ in protected.tells]
    return f"json_build_object({', '.join(pairs)})"


def _text(protected: Protected, name: str) -> str:
    """Return the SQL of a column of free text, '' where it is open."""
    field = protected.model._meta.get_field(name)
    return f"COALESCE(NEW.{name}, '')" if field.null else f"NEW.{name}"


def _event(protected: Protected, amends: str) -> str:
    """Append the row to the chain; the record's own role may, the application's may not.

    In steps, each of a small plan: one statement for all took twice as long to set up.
    """
    table = protected.table
    stands_for = "".join(f"told_{name} := ({translated(sql)}); " for name, sql in protected.tells)
    return (
        "SELECT e.seq, e.hash INTO last_seq, last_hash FROM ledger_event AS e "
        "ORDER BY e.seq DESC LIMIT 1; "
        f"IF last_seq IS NULL THEN last_seq := 0; last_hash := '{_NOTHING_BEFORE}'; END IF; "
        f"amended := {amends}; "
        'moment := to_char(clock_timestamp(), \'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\'); '
        f"{stands_for}told := {_payload(protected)}; "
        "INSERT INTO ledger_event (seq, table_name, row_id, amends, at, payload, prev, hash) "
        f"VALUES (last_seq + 1, '{table}', NEW.id, amended, moment, told, last_hash, "
        f"encode(sha256(convert_to(concat_ws('|', last_hash, last_seq + 1, '{table}', NEW.id, "
        "amended, moment, told), 'UTF8')), 'hex')); "
    )
