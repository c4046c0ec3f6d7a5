"""What makes the departments' door on PostgreSQL: roles' rights, policies, a signed context.

Three roles: the owner, whom only ``migrate`` knows; the house, by which the Cabinet's process logs
in; the department, by which departments read. A department's session says who reads in a setting
that anybody may write; it counts only with a signature by a key that no role but the owner reads,
over the session's own number, and only the house may have one made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cabinet.ledger.doors.declared import RIGHTS, Declared, Sight

SCHEMA = "door"
SETTING = "cabinet.reader"
# What a claim says, in its order; each is asked for by its place.
CLAIM = {
    "session": "bigint", "on": "date", "officer": "bigint", "units": "bigint[]",
    "heads": "bigint[]", "own": "bigint[]", "seen": "bigint[]", "limited": "integer",
    "rights": "jsonb",
}  # fmt: skip
_SAFE = f"SET search_path = {SCHEMA}, pg_temp"


class Roles(NamedTuple):
    """The quoted names of the roles: the owner's, the house's and the departments'."""

    owner: str
    house: str
    department: str


def translated(sql: str, views: frozenset[str]) -> str:
    """Return a condition with our words put into PostgreSQL's; ``views`` stand in our schema.

    All that is asked of the reader stands in a sub-select, and so is asked once for a statement:
    asked for each row it took two and a half times as long.
    """
    columns = ", ".join(f"{name} {kind}" for name, kind in RIGHTS)
    for word, meaning in (
        (r"\[\[base (\w+)\]\]", r"public.\1"),
        (r"\[\[(officer|limited)\]\]", lambda m: f"({_told(m[1])})"),
        (
            r"\[\[(seen|units|heads|own) (.+?)\]\]",
            lambda m: f"({m[2]}) = ANY (({_told(m[1])})::bigint[])",
        ),
        (r"\[\[each own\]\]", f"unnest(({_told('own')})::bigint[]) AS own(unit)"),
        (r"\[\[rights\]\]", f"jsonb_to_recordset(({_told('rights')})) AS a({columns})"),
        (r"\[\[(\w+)\]\]", lambda m: f"{SCHEMA if m[1] in views else 'public'}.{m[1]}"),
    ):
        sql = re.sub(word, meaning, sql)
    return sql


def _told(what: str) -> str:
    place = list(CLAIM).index(what) + 1
    return f"SELECT ({SCHEMA}.claim())[{place}]::{CLAIM[what]}"


def removal() -> list[str]:
    """Return the statements that shut the departments' door; what it showed is shown no more."""
    return [f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE"]  # the policies go with what they ask


def installation(everything: Declared, roles: Roles) -> list[str]:
    """Return the statements that open the door anew, with a new key."""
    views = frozenset(
        [shown.name for shown in everything.shown]
        + [sight.table for sight in everything.sights if sight.told]
    )
    made = [f"CREATE SCHEMA {SCHEMA}", *_KEY, *_functions(roles)]
    made.append(f"CREATE TABLE {SCHEMA}.made (declared text NOT NULL, found text NOT NULL)")
    made.append(f"GRANT SELECT ON {SCHEMA}.made TO {roles.house}")
    for shown in everything.shown:
        made += _view(shown.name, translated(shown.select, views), roles)
    for sight in everything.sights:
        made += _sight(sight, views, roles)
    made += [
        f"CREATE FUNCTION {SCHEMA}.{each.name}({', '.join(each.parameters)}) RETURNS SETOF bigint "
        f"LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 {_SAFE} "  # planned once for a session
        f"AS $door$DECLARE told text[] := {SCHEMA}.claim(); BEGIN RETURN QUERY "
        f"{translated(each.select, views).replace(f'{SCHEMA}.claim()', 'told')}; END$door$"
        for each in everything.gathered
    ]
    return [*made, *_rights(everything, roles)]


def _sight(sight: Sight, views: frozenset[str], roles: Roles) -> Iterator[str]:
    table = sight.table
    where = translated(sight.where, views)
    if sight.where:
        yield f"ALTER TABLE public.{table} ENABLE ROW LEVEL SECURITY"
        yield f"ALTER TABLE public.{table} FORCE ROW LEVEL SECURITY"
        for policy in ("house", "department"):  # one that asks nothing of our schema stays with it
            yield f"DROP POLICY IF EXISTS {policy} ON public.{table}"
        yield (
            f"CREATE POLICY house ON public.{table} TO {roles.owner}, {roles.house} "
            "USING (TRUE) WITH CHECK (TRUE)"
        )
    if sight.told:
        select = f"SELECT {', '.join(sight.columns)} FROM public.{table} AS SEEN"
        select = translated(select, views) + (f" WHERE {where}" if where else "")
        yield from _view(table, select, roles)
        return
    if sight.where:
        of_the_row = where.replace("SEEN.", f"{table}.")
        yield (
            f"CREATE POLICY department ON public.{table} FOR SELECT TO {roles.department} "
            f"USING ({of_the_row})"
        )
    yield f"GRANT SELECT ON public.{table} TO {roles.department}"


def _view(name: str, select: str, roles: Roles) -> Iterator[str]:
    """Yield a view with its owner's rights that lets no condition at a row before its own."""
    yield f"CREATE VIEW {SCHEMA}.{name} WITH (security_barrier) AS {select}"
    yield f"GRANT SELECT ON {SCHEMA}.{name} TO {roles.department}"


# HMAC-SHA-256 (RFC 2104), its two padded keys made once.
_KEY = (
    f"CREATE TABLE {SCHEMA}.key (inner_pad bytea NOT NULL, outer_pad bytea NOT NULL)",
    f"""DO $key$
    DECLARE secret bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text
        || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
        inner_pad bytea := decode(repeat('36', 64), 'hex');
        outer_pad bytea := decode(repeat('5c', 64), 'hex');
    BEGIN
        FOR place IN 0 .. 31 LOOP
            inner_pad := set_byte(inner_pad, place, get_byte(secret, place) # 54);
            outer_pad := set_byte(outer_pad, place, get_byte(secret, place) # 92);
        END LOOP;
        INSERT INTO {SCHEMA}.key VALUES (inner_pad, outer_pad);
    END $key$""",
    f"REVOKE ALL ON {SCHEMA}.key FROM PUBLIC",
)


def _functions(roles: Roles) -> list[str]:
    mac = "encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to({}, 'UTF8'))), 'hex')"
    sign = f"SELECT {mac.format('$1')} || '|' || $1 FROM {SCHEMA}.key AS k"
    claim = f"""DECLARE told text := current_setting('{SETTING}', TRUE); claim text; mac text;
        part text[];
    BEGIN
        IF told IS NULL OR told = '' THEN RETURN NULL; END IF;
        claim := substr(told, 66);
        SELECT {mac.format("claim")} INTO mac FROM {SCHEMA}.key AS k;
        part := string_to_array(claim, '|');
        IF mac IS DISTINCT FROM left(told, 64) OR part[1]::bigint <> pg_backend_pid()
            OR part[2]::date NOT BETWEEN clock_timestamp()::date - 1
                AND clock_timestamp()::date + 1 THEN
            RAISE EXCEPTION USING ERRCODE = '42501',
                MESSAGE = 'DOR001: This session may not say who reads.';
        END IF;
        RETURN part;
    END"""
    return [
        f"CREATE FUNCTION {SCHEMA}.sign(text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER "
        f"{_SAFE} AS $door${sign}$door$",
        f"CREATE FUNCTION {SCHEMA}.claim() RETURNS text[] LANGUAGE plpgsql STABLE "
        f"SECURITY DEFINER {_SAFE} AS $door${claim}$door$",
        f"REVOKE ALL ON FUNCTION {SCHEMA}.sign(text) FROM PUBLIC",
        f"GRANT EXECUTE ON FUNCTION {SCHEMA}.sign(text) TO {roles.house}",
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {roles.house}, {roles.department}",
    ]


def _rights(everything: Declared, roles: Roles) -> Iterator[str]:
    """Yield what takes from the departments' role whatever it was given before this."""
    seen = {sight.table for sight in everything.sights if not sight.told}
    listed = ", ".join(f"'{table}'" for table in sorted(seen))
    yield f"REVOKE ALL ON SCHEMA public FROM {roles.department}"
    yield f"GRANT USAGE ON SCHEMA public TO {roles.department}"
    yield f"""DO $revoke$ DECLARE each record; BEGIN
        FOR each IN SELECT relname, relkind FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
        LOOP
            IF each.relkind = 'S' OR each.relname NOT IN ({listed}) THEN
                EXECUTE format('REVOKE ALL ON public.%I FROM {roles.department}', each.relname);
            ELSE
                EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER '
                    'ON public.%I FROM {roles.department}', each.relname);
            END IF;
        END LOOP;
    END $revoke$"""
    yield """DO $temp$ BEGIN
        EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    END $temp$"""
