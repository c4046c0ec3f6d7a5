"""Writing an archive: whole tables by one statement each, while the guards are down.

Papers are told apart by their number ``i``, the oldest first. Twenty-five make a thread: a letter
that came in, what followed it, three answers and two memoranda. The last few are under way.

The guards come down as for ``migrate`` and go up again, compared; meanwhile the office does not
open. The rows have no acts behind them. So that nobody can take them for acts, they are numbered
in series of their own, which the record names beforehand, through the guards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, models, transaction

from cabinet.accounts.models import Officer, Post, Unit
from cabinet.config.generated.words import LANGUAGES, LETTERS, PLACES, SESSION, SHARE, TOPICS
from cabinet.directory.models import Correspondent
from cabinet.dispatch.models import Delivery, Dispatch
from cabinet.gate.models import Clearance, Signature
from cabinet.ledger.guards.installation import install, remove
from cabinet.ledger.guards.watch import require_guards
from cabinet.ledger.rows_only import tables_may_change
from cabinet.registry.models import Item, Movement, Number, Release, Revision, Series
from cabinet.registry.store import Kept, keep_file
from cabinet.review.models import Verdict
from clearance.terms import Flow, Role

IN_A_YEAR, MOST_YEARS = 60_000, 30
UNDER_WAY = 400
FLOWS = {Flow.INCOMING: "GI", Flow.OUTGOING: "GO", Flow.MEMORANDUM: "GM"}
# Of twenty-five papers of a thread, which is what.
_FLOW = (
    "CASE WHEN i % 25 < 20 THEN 'incoming' WHEN i % 25 < 23 THEN 'outgoing' ELSE 'memorandum' END"
)
# What happened to a paper, by its last state: act, source, target, whose post.
LIVES: Mapping[str, tuple[tuple[str, str, str, Role], ...]] = {
    "incoming": (
        ("register", "", "registered", Role.REGISTRY_CLERK),
        ("verify", "registered", "verified", Role.HEAD_OF_REGISTRY),
        ("direct", "verified", "directed", Role.CABINET_ADVISER),
        ("close", "directed", "closed", Role.CABINET_ADVISER),
    ),
    "outgoing": (
        ("draft", "", "draft", Role.DESK_OFFICER),
        ("submit", "draft", "submitted", Role.HEAD_OF_DEPARTMENT),
        ("take_up", "submitted", "under_review", Role.CABINET_ADVISER),
        ("clear", "under_review", "cleared", Role.CABINET_ADVISER),
        ("sign", "cleared", "signed", Role.SECRETARY_GENERAL),
        ("issue", "signed", "issued", Role.HEAD_OF_REGISTRY),
        ("dispatch", "issued", "dispatched", Role.HEAD_OF_REGISTRY),
        ("deliver", "dispatched", "delivered", Role.HEAD_OF_REGISTRY),
    ),
    "memorandum": (
        ("draft", "", "draft", Role.DESK_OFFICER),
        ("submit", "draft", "submitted", Role.HEAD_OF_DEPARTMENT),
        ("take_up", "submitted", "under_review", Role.CABINET_ADVISER),
        ("clear", "under_review", "cleared", Role.CABINET_ADVISER),
        ("issue", "cleared", "issued", Role.HEAD_OF_REGISTRY),
        ("acknowledge", "issued", "acknowledged", Role.HEAD_OF_DEPARTMENT),
    ),
}


class NotEmpty(RuntimeError):
    """The office holds papers: an archive is made in an office that is not used yet."""


@dataclass(frozen=True)
class House:
    """What the statements need to know of the house, as SQL."""

    many: int
    first: int
    today: date
    papers: tuple[Kept, ...]

    @property
    def days(self) -> int:
        """How many days back the archive reaches."""
        return 365 * max(1, min(MOST_YEARS, self.many // IN_A_YEAR))


def write_archive(many: int, today: date) -> None:
    """Write that many papers into an office that has none, and put the guards up again.

    :raises NotEmpty: the office holds papers; nothing was written.
    :raises GuardsMissing: the guards that stand afterwards are not those declared.
    """
    require_guards()
    if Item.objects.exists():
        raise NotEmpty("The office holds papers. An archive is made in an office without any.")
    papers = tuple(
        keep_file([text.encode()], name=f"letter-{language}.txt")
        for language, text in zip(LANGUAGES, LETTERS, strict=True)
    )
    for flow, code in FLOWS.items():
        Series.objects.create(
            code=code,
            flow=flow,
            pattern=f"{code}/{{year}}/{{serial}}",
            in_use=False,
            source=f"Made by machine: {many} papers, no act behind any (cabinet generate)",
        )
    house = House(many, 1 + (Item.objects.aggregate(m=models.Max("id"))["m"] or 0), today, papers)
    with tables_may_change(connection):
        remove(connection)
        try:
            with (
                _written_in_place(),
                transaction.atomic(),
                connection.constraint_checks_disabled(),
            ):
                _write(house)
        finally:
            with connection.constraint_checks_disabled():
                install(connection)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    require_guards()


@contextmanager
def _written_in_place() -> Iterator[None]:
    """Let SQLite write new pages where they belong.

    A page of its write-ahead log is looked for in all of the log, which one act of this size
    makes so long that each further paper takes longer than the one before.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=DELETE")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=WAL")


def _write(house: House) -> None:
    with connection.cursor() as cursor:
        if (
            connection.vendor == "postgresql"
        ):  # keys are right by construction; asked, they cost most
            cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
            if cursor.fetchone()[0]:
                cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DROP TABLE IF EXISTS made")
        cursor.execute(f"CREATE TEMPORARY TABLE made AS {_plan(house)}")
        for model, columns, source in _statements(house):
            cursor.execute(_insertion(model, columns, source))
        cursor.execute("DROP TABLE made")
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence('registry_item', 'id'), MAX(id)) "
                "FROM registry_item"
            )


def _plan(house: House) -> str:
    """Return the query that says of each paper what the tables have in common."""
    sqlite = connection.vendor == "sqlite"
    many, days = house.many, house.days
    back = f"(({many} - i) * {days} / {many})"
    day = f"date('{house.today}', '-' || {back} || ' days')" if sqlite else (
        f"(date '{house.today}' - ({back})::int)"
    )  # fmt: skip
    minutes = "(9 * 60 + i % 420)"
    at = f"datetime({day}, '+' || {minutes} || ' minutes')" if sqlite else (
        f"(({day})::timestamp + {minutes} * interval '1 minute') AT TIME ZONE 'UTC'"
    )  # fmt: skip
    year = f"CAST(strftime('%Y', {day}) AS INTEGER)" if sqlite else f"EXTRACT(YEAR FROM {day})::int"
    numbers = (
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many}) "
        "SELECT i FROM n"
        if sqlite
        else f"SELECT i::bigint FROM generate_series(1, {many}) AS g(i)"
    )
    tongue = f"CASE (i / 25) % 10 {_cases(SHARE)} END"
    return f"""
        SELECT i, i + {house.first} - 1 AS id, {_FLOW} AS flow, {tongue} AS tongue, {day} AS day,
            {at} AS at, {year} AS year,
            CASE WHEN i > {many} - {min(UNDER_WAY, many // 5)} THEN
                CASE WHEN i % 25 >= 20 THEN 1 + i % 3 ELSE 2 + i % 2 END
            ELSE CASE WHEN i % 25 < 20 THEN 4 WHEN i % 25 < 23 THEN 8 ELSE 6 END END AS moves
        FROM ({numbers}) AS numbers"""


def _statements(house: House) -> list[tuple[type[models.Model], dict[str, str], str]]:
    """Return, for each table in order, its columns as SQL and where they come from."""
    units = list(Unit.objects.order_by("id").values_list("id", flat=True))
    people = list(
        Correspondent.objects.filter(ends_on=None).order_by("id").values_list("id", flat=True)[:200]
    )
    unit = f"CASE m.i % {len(units)} {_cases(units)} END"
    other = f"CASE (m.i + 1) % {len(units)} {_cases(units)} END"
    person = f"CASE (m.i / 25) % {len(people)} {_cases(people)} END"
    clerk, drafter = _holder(Role.REGISTRY_CLERK)[0], _holder(Role.DESK_OFFICER)[0]
    is_in = "m.flow = 'incoming'"
    item = {
        "id": "m.id", "flow": "m.flow",
        "kind": "CASE WHEN m.flow = 'memorandum' THEN 'memorandum' ELSE 'letter' END",
        "subject": _subject(), "languages": f"CASE m.tongue {_cases(LANGUAGES)} END",
        "urgency": "CASE WHEN m.i % 37 = 0 THEN 2 ELSE 1 END", "confidentiality": "1",
        "correspondent_id": f"CASE WHEN m.flow <> 'memorandum' THEN {person} END",
        "level": "CASE WHEN m.flow <> 'memorandum' THEN 'ministry_of_foreign_affairs' ELSE '' END",
        "from_unit_id": f"CASE WHEN {is_in} THEN NULL ELSE {unit} END",
        "to_unit_id": f"CASE WHEN m.flow = 'memorandum' THEN {other} END",
        "answers_id": "CASE WHEN m.i % 25 IN (20, 21, 22) AND m.i > 25 THEN m.id - m.i % 25 "
                      "WHEN m.i % 25 = 7 AND m.i > 50 THEN m.id - 12 END",
        "sender_reference": f"CASE WHEN {is_in} THEN 'MFA/' || m.i ELSE '' END",
        "channel": "CASE WHEN m.flow = 'memorandum' THEN '' ELSE 'pouch' END",
        "received_at": f"CASE WHEN {is_in} THEN m.at END",
        "opened_by_id": f"CASE WHEN {is_in} THEN {clerk} ELSE {drafter} END", "opened_at": "m.at",
        "state": _state(), "moves": "m.moves", "moved_at": "m.at",
        "action_unit_id": f"CASE WHEN {is_in} AND m.moves > 2 THEN {unit} END",
    }  # fmt: skip
    sha = _of_paper(house, "sha256")
    revision = {
        "item_id": "m.id", "no": "1", "sha256": sha, "media_type": "'text/plain'",
        "file_name": "'letter.txt'", "size_bytes": _of_paper(house, "size_bytes"), "at": "m.at",
        "by_id": f"CASE WHEN {is_in} THEN {clerk} ELSE {drafter} END",
    }  # fmt: skip
    number = {
        "item_id": "m.id", "series_id": "s.id", "year": "m.year", "serial": "m.serial",
        "text": "s.code || '/' || m.year || '/' || m.serial", "on_day": "m.day",
    }  # fmt: skip
    numbered = "m.flow = 'incoming' OR (m.flow = 'outgoing' AND m.moves > 4) OR m.moves > 4"
    numbers = (
        "(SELECT m.*, ROW_NUMBER() OVER (PARTITION BY m.flow, m.year ORDER BY m.i) AS serial "
        f"FROM made AS m WHERE {numbered}) AS m JOIN registry_series AS s "
        f"ON s.flow = m.flow AND s.code IN ({_listed(FLOWS.values())})"
    )
    found: list[tuple[type[models.Model], dict[str, str], str]] = [
        (Item, item, "made AS m ORDER BY m.i"),
        (Revision, revision, "made AS m ORDER BY m.i"),
        (Number, number, numbers),
        (Movement, _movement(unit), _acts()),
        (
            Release,
            {
                "item_id": "v.item_id", "movement_id": "v.id", "unit_id": "v.to_unit_id",
                "purpose": "'action'",
            },
            "registry_movement AS v WHERE v.act IN ('direct', 'issue') AND v.to_unit_id > 0",
        ),
    ]  # fmt: skip
    return found + _reviewed() + _sent(house)


def _movement(unit: str) -> dict[str, str]:
    to = f"""CASE WHEN a.act = 'direct' THEN {unit}
        WHEN a.act = 'issue' AND m.flow = 'memorandum' THEN i.to_unit_id END"""
    return {
        "item_id": "m.id", "no": "a.no", "act": "a.act", "source": "a.source",
        "target": "a.target", "revision_id": "r.id", "content_sha256": "r.sha256",
        "to_unit_id": to, "officer_label": "a.officer", "post_label": "a.role",
        "authority_label": "'titular'", "item_label": "m.flow", "by_id": "a.by_id",
        "post_id": "a.post_id", "on_day": "m.day", "at": "m.at",
    }  # fmt: skip


def _acts() -> str:
    lines = []
    for flow, life in LIVES.items():
        for no, (act, source, target, role) in enumerate(life, start=1):
            by, post, name = _holder(role)
            lines.append(
                f"SELECT '{flow}' AS flow, {no} AS no, '{act}' AS act, '{source}' AS source, "
                f"'{target}' AS target, {by} AS by_id, {post} AS post_id, '{role}' AS role, "
                f"{_quoted(name)} AS officer"
            )
    return (
        f"made AS m JOIN ({' UNION ALL '.join(lines)}) AS a ON a.flow = m.flow AND a.no <= m.moves "
        "JOIN registry_revision AS r ON r.item_id = m.id JOIN registry_item AS i ON i.id = m.id "
        "ORDER BY m.i, a.no"
    )


def _reviewed() -> list[tuple[type[models.Model], dict[str, str], str]]:
    """Return the statements of the review: seven verdicts, a clearance, a signature."""
    adviser, desk, _name = _holder(Role.CABINET_ADVISER)
    signatory, office, _name = _holder(Role.SECRETARY_GENERAL)
    hand = {"by_id": str(adviser), "post_id": str(desk), "on_day": "m.day", "at": "m.at"}
    checks = " UNION ALL ".join(f"SELECT {no} AS no" for no in range(1, 8))
    cleared = (
        "made AS m JOIN registry_revision AS r ON r.item_id = m.id "
        "{more}WHERE m.flow <> 'incoming' AND m.moves > 3 ORDER BY m.i"
    )
    signed = (
        "made AS m JOIN registry_revision AS r ON r.item_id = m.id JOIN gate_clearance AS c "
        "ON c.revision_id = r.id WHERE m.flow = 'outgoing' AND m.moves > 4 ORDER BY m.i"
    )
    return [
        (
            Verdict,
            {"revision_id": "r.id", "check_no": "k.no", "outcome": "'pass'", **hand},
            cleared.format(more=f"CROSS JOIN ({checks}) AS k "),
        ),
        (Clearance, {"revision_id": "r.id", "sha256": "r.sha256", **hand}, cleared.format(more="")),
        (
            Signature,
            {
                "revision_id": "r.id", "clearance_id": "c.id", "sha256": "r.sha256", **hand,
                "by_id": str(signatory), "post_id": str(office),
            },
            signed,
        ),
    ]  # fmt: skip


def _sent(house: House) -> list[tuple[type[models.Model], dict[str, str], str]]:
    """Return the statements of dispatch and delivery, each with its proof."""
    by, post, _name = _holder(Role.HEAD_OF_REGISTRY)
    proof = {
        "item_id": "m.id", "by_id": str(by), "post_id": str(post), "on_day": "m.day", "at": "m.at",
        "proof_sha256": _of_paper(house, "sha256"), "proof_name": "'receipt.txt'",
        "proof_media_type": "'text/plain'", "proof_size_bytes": _of_paper(house, "size_bytes"),
    }  # fmt: skip
    source = "made AS m WHERE m.flow = 'outgoing' AND m.moves >= {no} ORDER BY m.i"
    return [
        (Dispatch, {**proof, "move_no": "7", "channel": "'pouch'"}, source.format(no=7)),
        (Delivery, {**proof, "move_no": "8", "received_by": "'Registry'"}, source.format(no=8)),
    ]


def _insertion(model: type[models.Model], columns: Mapping[str, str], source: str) -> str:
    """Return the statement for a table; columns that are not named have the model's default."""
    told = {}
    for field in model._meta.concrete_fields:
        name = str(field.column)
        if name in columns:
            told[name] = columns[name]
        elif not field.primary_key:
            told[name] = _default(field)
    return (
        f"INSERT INTO {model._meta.db_table} ({', '.join(told)}) "
        f"SELECT {', '.join(told.values())} FROM {source}"
    )


def _default(field: models.Field[Any, Any]) -> str:
    if field.null:
        return "NULL"
    value = field.get_default()
    if isinstance(value, bool):
        return str(value).upper()
    return str(int(value)) if isinstance(value, int) else _quoted(str(value or ""))


def _state() -> str:
    """Return the SQL of a paper's state: what the last of its movements led to."""
    branches = " ".join(
        f"WHEN m.flow = '{flow}' AND m.moves = {no} THEN '{target}'"
        for flow, life in LIVES.items()
        for no, (_act, _source, target, _role) in enumerate(life, start=1)
    )
    return f"CASE {branches} END"


def _subject() -> str:
    by_tongue = []
    for tongue in range(3):
        topics = _cases([topic[tongue] for topic in TOPICS])
        places = _cases([place[tongue] for place in PLACES])
        by_tongue.append(
            f"WHEN {tongue} THEN CASE (m.i / 25) % {len(TOPICS)} {topics} END || ', ' || "
            f"CASE (m.i / 25) % {len(PLACES)} {places} END || ', {SESSION[tongue]} ' || "
            "(1 + (m.i / 25) % 60)"
        )
    return f"CASE m.tongue {' '.join(by_tongue)} END"


def _of_paper(house: House, what: str) -> str:
    return f"CASE m.tongue {_cases([getattr(paper, what) for paper in house.papers])} END"


def _holder(role: Role) -> tuple[int, int, str]:
    """Return an officer, his post and his name, for a role that the house has filled."""
    post = Post.objects.filter(role=role, holdings__isnull=False).order_by("id").first()
    if post is None:
        raise NotEmpty(f"Nobody is {role} in this office yet: furnish it first.")
    officer = Officer.objects.filter(holdings__post=post).order_by("id")[0]
    return officer.pk, post.pk, str(officer)


def _cases(values: Any) -> str:
    return " ".join(
        f"WHEN {no} THEN {value if isinstance(value, int) else _quoted(value)}"
        for no, value in enumerate(values)
    )


def _listed(values: Any) -> str:
    return ", ".join(_quoted(value) for value in values)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
