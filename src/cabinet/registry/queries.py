"""What may be read, by whom. Every list, page, download, count and export begins here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Officer
from cabinet.directory.queries import standing_cells
from cabinet.ledger.composed import Composed, composed
from cabinet.ledger.doors.reader import DEPARTMENT, door, reading
from cabinet.registry.models import Item, Movement, Release
from clearance.authority import Authority
from clearance.data import confidentiality_levels
from clearance.gate import TABLES, Scope
from clearance.terms import Flow, Power, Role

# These posts see the whole register, up to their level of confidentiality: it passes their desk.
HOUSE_READERS = frozenset(
    {
        Role.REGISTRY_CLERK,
        Role.HEAD_OF_REGISTRY,
        Role.CABINET_ADVISER,
        Role.DIRECTOR_GENERAL,
        Role.SECRETARY_GENERAL,
        Role.PRIVATE_SECRETARY,
        Role.INTERNAL_AUDITOR,
    }
)
# These posts see what the Cabinet does among itself.
INNER_CIRCLE = frozenset(
    {
        Role.CABINET_ADVISER,
        Role.DIRECTOR_GENERAL,
        Role.SECRETARY_GENERAL,
        Role.PRIVATE_SECRETARY,
        Role.INTERNAL_AUDITOR,
    }
)
INNER_ACTS = frozenset(
    transition.name
    for table in TABLES.values()
    for transition in table.transitions
    if transition.inner
)


# No act lets a unit see a paper of this flow: it goes out (REG010).
UNRELEASED = Flow.OUTGOING

_NOTHING = Q(pk__in=())
_SIGNERS = (Role.ASSISTANT_SECRETARY_GENERAL,)  # they read what they may sign, of any unit
CLEARED_SINCE = ("cleared", "signed", "issued", "dispatched", "delivered", "undelivered")


@cache
def ceiling(role: Role) -> int:
    """Return the highest level of confidentiality that a post of this role may read; 0: none."""
    return max((each.rank for each in confidentiality_levels() if role in each.may_read), default=0)


def visible_items(duty: Duty) -> QuerySet[Item]:
    """Return the papers that an officer may know of. All reading goes through this query.

    A department sees what its units drafted and what the Cabinet released to them. A paper
    released to an officer by name, or drafted by him there, is his at any level. By the
    departments' door the database shows no other papers (see ``sight``): to ask again for each
    would take as long as all the rest. Source: the mandate, first paragraph.
    """
    if door() == DEPARTMENT:
        return Item.objects.using(DEPARTMENT)  # even where it is asked in order to write
    return Item.objects.filter(_may_be_known_by(duty, _matrix_for(duty)))


Matrix = tuple[tuple[str, str, str], ...]  # who signs which kind to which level
Narrow = Callable[[QuerySet[Item], int], QuerySet[Item]]
_HEAD = ("number", "correspondent", "from_unit", "to_unit", "action_unit", "personal_to")


def known_item(pk: int, duty: Duty) -> Item | None:
    """Return one of them with what stands at the head of its page; None: none that he may know."""
    return next(iter(known_items(_one_with_its_head, pk, duty)), None)


def known_items(narrow: Narrow, key: int, duty: Duty) -> list[Item]:
    """Return those of them that ``narrow``, a function of a module, leaves over for a key.

    It is asked once for each set of rights and each signatory matrix: to work the condition out
    anew took twenty times as long as the answer.
    """
    if door() == DEPARTMENT:
        return _seen_by_a_department(narrow).rows(key)
    known_by = _known_by(narrow, duty.officer.pk, duty.authorities, _matrix_for(duty))
    return known_by.rows(key)


def _one_with_its_head(items: QuerySet[Item], pk: int) -> QuerySet[Item]:
    return items.filter(pk=pk).select_related(*_HEAD)


@cache
def _seen_by_a_department(narrow: Narrow) -> Composed[Item]:
    return Composed(lambda key: narrow(Item.objects.all(), key), int)


@lru_cache(maxsize=512)
def _known_by(
    narrow: Narrow, officer: int, rights: tuple[Authority, ...], matrix: Matrix
) -> Composed[Item]:
    duty = Duty(Officer(pk=officer), date.min, rights)
    known = Item.objects.filter(_may_be_known_by(duty, matrix))
    return Composed(lambda key: narrow(known, key), int)


def _matrix_for(duty: Duty) -> Matrix:
    """Return what the signatory matrix permits, for whoever may read what he may sign."""
    if not any(each.power is Power.SIGN or each.role in _SIGNERS for each in duty.authorities):
        return ()
    return tuple((each.role, each.kind, each.level) for each in standing_cells())


def _may_be_known_by(duty: Duty, matrix: Matrix) -> Q:
    allowed = Q(pk__in=Release.objects.filter(officer=duty.officer.pk).values("item"))
    for authority in duty.authorities:
        allowed |= _within_limits(authority) & _reach(authority, matrix)
        if authority.power is None:  # whoever drafted a paper has read it already
            allowed |= Q(from_unit=authority.unit, opened_by=duty.officer.pk)
    return allowed


def known_one_by_one(duty: Duty) -> Q:
    """Return the same condition for lists that go through the papers from the newest on.

    A unit's papers gathered first took 36 ms where this took 6. PostgreSQL reached an older page
    of the whole register from the newest paper on, unless it is asked on the paper itself.
    """
    if door() == DEPARTMENT:
        return Q()
    if duty.roles & HOUSE_READERS and reading().vendor == "postgresql":
        return _may_be_known_by(duty, _matrix_for(duty))
    return Q(Exists(visible_items(duty).filter(pk=OuterRef("pk"))))


_BEYOND_ALL = 2**63 - 1


class Keys(NamedTuple):
    """A question that answers with keys of papers alone, and its values."""

    sql: str
    params: tuple[Any, ...]

    def hold(self) -> Q:
        """Return the condition that a paper's key is among them."""
        return Q(pk__in=RawSQL(self.sql, self.params))  # noqa: S611 - words of our own


def newest_known(
    flow: Flow, duty: Duty, most: int | None, *, before: int | None = None,
    states: tuple[str, ...] = (),
) -> Keys | None:  # fmt: skip
    """Return the keys of the newest ``most`` papers of a flow that an officer may know of.

    By the departments' door they are gathered from the releases and drafts of his units: others'
    papers are not gone through. ``most`` None: all of them; ``before``: older than this paper;
    ``states``: in one of these. None: they are not gathered but known one by one.
    """
    simple = all(each.power is None and each.role not in _SIGNERS for each in duty.authorities)
    if door() != DEPARTMENT or not simple:
        return None
    if reading().vendor == "postgresql":
        gathered = "SELECT n.id FROM door.registry_newest(%s, %s, %s, %s::text[]) AS n(id)"
        return Keys(gathered, (flow.value, most, before, list(states) or None))
    whom = [("registry_reach", "item_id", "officer_id", duty.officer.pk)]
    for unit in sorted({each.unit for each in duty.authorities}):
        if flow is not UNRELEASED:
            whom.append(("registry_reach", "item_id", "unit_id", unit))
        whom.append(("registry_drafted", "id", "from_unit_id", unit))
    held = f"AND state IN ({', '.join(['%s'] * len(states))})" if states else ""
    limit = f"ORDER BY 1 DESC LIMIT {-1 if most is None else most}"
    parts = (
        f"SELECT id FROM (SELECT DISTINCT {key} AS id FROM {view}"
        f" WHERE {column} = %s AND flow = %s AND {key} < %s {held} {limit})"
        for view, key, column, _who in whom
    )
    older = _BEYOND_ALL if before is None else before
    values = [value for *_, who in whom for value in (who, flow.value, older, *states)]
    return Keys(f"SELECT id FROM ({' UNION '.join(parts)}) {limit}", tuple(values))


def _within_limits(authority: Authority) -> Q:
    """Return the condition: no closer kept than the post reads, and within the delegation."""
    limits = Q(confidentiality__lte=ceiling(authority.role))
    if authority.kind is not None:
        limits &= Q(kind=authority.kind)
    if authority.level is not None:
        limits &= Q(level=authority.level)
    return limits


def _reach(authority: Authority, matrix: Matrix) -> Q:
    """Return the condition: a paper that passes the desk of this post, or of this lent power."""
    if authority.power is not None:
        return _where_power_acts(authority, authority.power, matrix)
    if authority.role in HOUSE_READERS:
        return Q(pk__isnull=False)
    if authority.role is Role.SYSTEM_ADMINISTRATOR:
        return _NOTHING
    drafted = Q(from_unit=authority.unit)
    released = Q(pk__in=Release.objects.filter(unit=authority.unit).values("item"))
    reach = drafted | released
    if authority.role is Role.ASSISTANT_SECRETARY_GENERAL:  # signs for several departments
        reach |= _may_be_signed_by(authority.role, matrix)
    return reach


def _where_power_acts(authority: Authority, power: Power, matrix: Matrix) -> Q:
    """Return the condition: a paper on which the lent power can be used as it stands now."""
    if power is Power.SIGN:
        return _may_be_signed_by(authority.role, matrix)
    reach = _NOTHING
    for flow, table in TABLES.items():
        for each in table.transitions:
            if each.power is not power or authority.role not in each.by:
                continue
            stands = Q(flow=flow, state__in=[source for source in each.sources if source])
            if each.scope is Scope.FROM_UNIT:
                stands &= Q(from_unit=authority.unit)
            elif each.scope is Scope.ACTION_UNIT:
                stands &= Q(action_unit=authority.unit)
            reach |= stands
    return reach


def _may_be_signed_by(role: Role, matrix: Matrix) -> Q:
    """Return the condition: cleared, or gone since, and the matrix lets this role sign it."""
    pairs = _NOTHING
    for signatory, kind, level in matrix:
        if signatory == role:
            pairs |= Q(kind=kind, level=level)
    return Q(flow=Flow.OUTGOING, state__in=CLEARED_SINCE) & pairs


def shown_movements(item: Item, duty: Duty) -> list[Movement]:
    """Return the movements of an item that the officer may see, the first one first.

    What the Cabinet does among itself is shown to the inner circle only.
    """
    if duty.roles & INNER_CIRCLE:
        return _movements.rows(item.pk)
    return [each for each in _movements.rows(item.pk) if each.act not in INNER_ACTS]


@composed(int)
def _movements(item: int) -> QuerySet[Movement]:
    told = ("by", "post", "to_unit", "revision", "delegation")
    return Movement.objects.filter(item=item).select_related(*told).order_by("no")


def told_last(act: Literal["inform", "remark"], *, since: tuple[str, ...]) -> Q:
    """Return the condition: the act was done on the paper, and none of ``since`` after it.

    The act is written into the statement, not passed to it: only so do the engines see that the
    small index of such movements serves.
    """
    later = Movement.objects.filter(item=OuterRef("item"), act__in=since, no__gt=OuterRef("no"))
    done = Movement.objects.filter(act=RawSQL(f"'{act}'", ()))  # noqa: S611 - one of two words
    return Q(pk__in=done.filter(~Exists(later)).values("item"))


class NextNumber(NamedTuple):
    """The next number of a series: the series' key, its pattern, the serial."""

    series: int
    pattern: str
    serial: int


_NEXT_NUMBER = """
    SELECT s.id, s.pattern, COALESCE((
        SELECT MAX(n.serial) FROM registry_number AS n
        WHERE n.series_id = s.id AND n.year = %s), 0) + 1
    FROM registry_series AS s
    WHERE s.flow = %s AND s.in_use AND (s.unit_id = %s OR s.unit_id IS NULL)
    ORDER BY s.unit_id IS NULL, s.id LIMIT 1
"""
_NEXT_NUMBER_ON_SQLITE = _NEXT_NUMBER.replace("%s", "?")


def next_number(*, flow: str, unit: int | None, year: int) -> NextNumber | None:
    """Return the next number of a unit's own series, else of the house's; None: no series."""
    here = connections[DEFAULT_DB_ALIAS]
    if here.vendor == "sqlite":  # asked in each act: Django's cursor takes twice as long
        here.ensure_connection()
        row = here.connection.execute(_NEXT_NUMBER_ON_SQLITE, (year, flow, unit)).fetchone()
    else:
        with here.cursor() as cursor:
            cursor.execute(_NEXT_NUMBER, [year, flow, unit])
            row = cursor.fetchone()
    return NextNumber(*row) if row else None


def newest_revision_no(item: int) -> int:
    """Return the number of an item's newest revision; 0: it has none."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COALESCE(MAX(no), 0) FROM registry_revision WHERE item_id = %s", [item]
        )
        return int(cursor.fetchone()[0])
