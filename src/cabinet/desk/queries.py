"""What an officer reads of a paper, and the rows of lists. Reads only.

Everything begins at ``visible_items``: nothing here widens it, some of it narrows it further.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from cabinet.accounts.duty import Duty
from cabinet.desk.addresses import item_href
from cabinet.desk.compiled import as_day, as_moment
from cabinet.gate.queries import INNER_STATES
from cabinet.ledger.composed import composed
from cabinet.ledger.doors.reader import reading
from cabinet.registry.models import Item, Movement, Revision
from cabinet.registry.queries import HOUSE_READERS, INNER_CIRCLE, shown_movements
from cabinet.ui.languages import FALLBACK, language
from clearance.terms import Flow, Role


def reads_no_paper(duty: Duty) -> bool:
    """Tell whether an officer only runs the system: that post reads no paper."""
    return duty.roles == {Role.SYSTEM_ADMINISTRATOR}


def is_inner(duty: Duty) -> bool:
    """Tell whether an officer sees what the Cabinet does among itself."""
    return bool(duty.roles & INNER_CIRCLE)


def states_behind(state: str, duty: Duty) -> tuple[str, ...]:
    """Return the stored states that the officer is told as this one; empty: not for him to ask."""
    if is_inner(duty):
        return (state,)
    if state in INNER_STATES:
        return ()
    return (state, *(inner for inner, told in INNER_STATES.items() if told == state))


def reads_whole_file(item: Item, duty: Duty) -> bool:
    """Tell whether the officer reads how a paper came about, not only what came of it.

    The unit that a memorandum addresses gets the issued text and nothing that went before: our
    guess, from "interdepartmental memoranda are issued through it" (mandate).
    """
    if item.flow == Flow.INCOMING:
        return True
    return bool(duty.roles & HOUSE_READERS) or item.from_unit_id in duty.units


def shown_revisions(item: Item, duty: Duty) -> list[Revision]:
    """Return the texts of a paper that the officer may read, the newest first."""
    revisions = _revisions.rows(item.pk)
    return revisions if reads_whole_file(item, duty) else revisions[:1]


@composed(int)
def _revisions(item: int) -> QuerySet[Revision]:
    return Revision.objects.filter(item=item).select_related("by").order_by("-no")


def shown_steps(item: Item, duty: Duty) -> list[Movement]:
    """Return the movements of a paper that the officer reads, the first one first."""
    steps = shown_movements(item, duty)
    if reads_whole_file(item, duty):
        return steps
    return [each for each in steps if each.act in ("issue", "acknowledge")]


def unit_names() -> dict[int, str]:
    """Return the names of all units in the active language, by key; the house has a few dozen."""
    columns = ", ".join(f"name_{code}" for code in (language(), *FALLBACK))
    with reading().cursor() as cursor:
        cursor.execute(f"SELECT id, {columns} FROM accounts_unit ORDER BY id")
        return {row[0]: _first(row[1:]) for row in cursor.fetchall()}


@dataclass(frozen=True, slots=True)
class Row:
    """One paper in a list; ``sender``, ``receiver`` and ``action_unit`` are names to be read.

    ``state`` is the one that the reader is told. ``reference`` is the sender's own.
    """

    pk: int
    href: str
    flow: str
    kind: str
    number: str
    subject: str
    state: str
    urgency: int
    due_on: date | None
    opened_at: datetime
    reference: str
    sender: str
    receiver: str
    action_unit: str


_COLUMNS = (
    "id", "flow", "kind", "number__text", "subject", "outer_marks", "state", "urgency", "due_on",
    "opened_at", "sender_reference", "from_unit_id", "to_unit_id", "action_unit_id",
)  # fmt: skip


def row_values(items: QuerySet[Item]) -> QuerySet[Item, tuple[Any, ...]]:
    """Return a list's papers as the plain columns that ``row_of`` reads."""
    names = (f"correspondent__name_{code}" for code in dict.fromkeys((language(), *FALLBACK)))
    return items.values_list(*_COLUMNS, *names)


def row_of(values: tuple[Any, ...], units: dict[int, str], *, inner: bool) -> Row:
    """Return the row of one paper's columns. ``inner``: see ``is_inner``."""
    pk, flow, kind, number, subject, marks, state, urgency, due_on, opened_at = values[:10]
    reference, from_unit, to_unit, action_unit = values[10:14]
    outside = _first(values[14:])
    incoming = flow == "incoming"
    told = units.get(action_unit, "")
    return Row(
        pk=pk,
        href=item_href(pk),
        flow=flow,
        kind=kind,
        number=number or "",
        subject=subject or marks,
        state=state if inner else INNER_STATES.get(state, state),
        urgency=urgency,
        due_on=as_day(due_on),
        opened_at=as_moment(opened_at),
        reference=reference,
        sender=outside if incoming else units.get(from_unit, ""),
        receiver=told if incoming else outside or units.get(to_unit, ""),
        action_unit=told,
    )


def _first(names: tuple[Any, ...]) -> str:
    return next((each for each in names if each), "")
