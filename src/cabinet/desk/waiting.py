"""What waits for an officer, in short groups that follow from the posts held today. Reads only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cabinet.accounts.duty import Duty
from cabinet.desk.addresses import act_href, reply_href, sheet_href
from cabinet.desk.compiled import rows_of
from cabinet.desk.queries import Row, is_inner, row_of, row_values, unit_names
from cabinet.desk.signing import SIGNATORIES, awaits_authorisation, awaits_signature
from cabinet.gate.queries import shown_state
from cabinet.registry.models import Item, Movement, Revision
from cabinet.registry.queries import told_last, visible_items
from cabinet.review.models import Verdict
from clearance.terms import Flow, Outcome, Role, Urgency
from clearance.terms.posts import CABINET, DRAFTERS, REGISTRY, SUBMITTERS

MOST = 15  # in a group; the book has the rest
_DOOR = REGISTRY | {Role.PRIVATE_SECRETARY}
_SG = frozenset({Role.SECRETARY_GENERAL})
_DG = frozenset({Role.DIRECTOR_GENERAL})
_EVERYBODY = frozenset(Role) - {Role.SYSTEM_ADMINISTRATOR}
_WITH_THE_CABINET = ("verified", "withheld", "directed")
# Any of these by the Cabinet after a remark means that the remark was read.
_ACTED = ("direct", "refer", "copy", "extend", "withhold", "close", "return_to_sender", "inform")


@dataclass(frozen=True)
class Group:
    """Papers that wait for the same act. ``act`` is that act, or ``sheet`` or ``reply``.

    ``waits`` gives the condition for one officer. ``books``: flow and state of the register books
    that hold the rest.
    """

    code: str
    title: str | Promise
    act: str
    roles: frozenset[Role]
    waits: Callable[[Duty], Q]
    books: tuple[tuple[Flow, str], ...]


def _at(flow: Flow, *states: str) -> Q:
    return Q(flow=flow, state__in=states)


def _drafts(*states: str) -> Q:
    return Q(flow__in=(Flow.OUTGOING, Flow.MEMORANDUM), state__in=states)


def _mine(duty: Duty) -> Q:
    """Papers of which the officer wrote any text: another officer must rule on them."""
    return Q(Exists(Revision.objects.filter(item=OuterRef("pk"), by=duty.officer.pk)))


def _registered_by_others(duty: Duty) -> Q:
    mine = Movement.objects.filter(item=OuterRef("pk"), act="register", by=duty.officer.pk)
    return _at(Flow.INCOMING, "registered") & ~Q(Exists(mine))


def _remarked(_duty: Duty) -> Q:
    return _at(Flow.INCOMING, *_WITH_THE_CABINET) & told_last("remark", since=_ACTED)


def _informed(_duty: Duty) -> Q:
    return _at(Flow.INCOMING, *_WITH_THE_CABINET) & told_last("inform", since=("remark",))


def _open_stop(_duty: Duty) -> Q:
    newer_revision = Revision.objects.filter(
        item=OuterRef("revision__item"), no__gt=OuterRef("revision__no")
    )
    newer_word = Verdict.objects.filter(
        revision=OuterRef("revision"), check_no=OuterRef("check_no"), pk__gt=OuterRef("pk")
    )
    stops = Verdict.objects.filter(
        revision__item=OuterRef("pk"), outcome=Outcome.STOP, override=None
    ).filter(~Exists(newer_revision), ~Exists(newer_word))
    return _drafts("under_review") & Q(Exists(stops))


def _for_my_units(duty: Duty) -> Q:
    return Q(action_unit__in=duty.units_as(*DRAFTERS))


def _of_my_units(duty: Duty) -> Q:
    return Q(from_unit__in=duty.units_as(*DRAFTERS))


GROUPS = (
    Group(
        "envelope", _("Sealed envelopes handed over to me"), "bring_in", _EVERYBODY,
        lambda duty: _at(Flow.INCOMING, "handed_over") & Q(personal_to=duty.officer.pk),
        ((Flow.INCOMING, "handed_over"),),
    ),
    Group(
        "informed", _("Papers brought to my attention"), "remark", _SG, _informed,
        ((Flow.INCOMING, "verified"), (Flow.INCOMING, "directed")),
    ),
    Group(
        "sign", _("To sign"), "sign", SIGNATORIES,
        lambda duty: awaits_signature(duty) & ~_mine(duty),
        ((Flow.OUTGOING, "cleared"),),
    ),
    Group(
        "authorise", _("Authorisation to write to a Government"), "authorise", _SG,
        awaits_authorisation,
        ((Flow.OUTGOING, "submitted"), (Flow.OUTGOING, "under_review")),
    ),
    Group(
        "stops", _("Open stops"), "sheet", _DG, _open_stop,
        ((Flow.OUTGOING, "under_review"), (Flow.MEMORANDUM, "under_review")),
    ),
    Group(
        "remarks", _("Remarks of the Secretary-General to act on"), "item", CABINET, _remarked,
        ((Flow.INCOMING, "verified"), (Flow.INCOMING, "directed")),
    ),
    Group(
        "direct", _("To direct"), "direct", CABINET,
        lambda duty: _at(Flow.INCOMING, "verified"),
        ((Flow.INCOMING, "verified"),),
    ),
    Group(
        "take_up", _("To take up for review"), "sheet", CABINET,
        lambda duty: _drafts("submitted") & ~_mine(duty),
        ((Flow.OUTGOING, "submitted"), (Flow.MEMORANDUM, "submitted")),
    ),
    Group(
        "review", _("Under review"), "sheet", CABINET,
        lambda duty: _drafts("under_review") & ~_mine(duty),
        ((Flow.OUTGOING, "under_review"), (Flow.MEMORANDUM, "under_review")),
    ),
    Group(
        "issue_memorandum", _("Cleared memoranda to issue"), "issue", CABINET,
        lambda duty: _at(Flow.MEMORANDUM, "cleared"),
        ((Flow.MEMORANDUM, "cleared"),),
    ),
    Group(
        "hand_over", _("Sealed envelopes to hand over"), "hand_over", _DOOR,
        lambda duty: _at(Flow.INCOMING, "received") & Q(sealed=True),
        ((Flow.INCOMING, "received"),),
    ),
    Group(
        "register", _("To register"), "register", REGISTRY,
        lambda duty: _at(Flow.INCOMING, "received") & Q(sealed=False),
        ((Flow.INCOMING, "received"),),
    ),
    Group(
        "verify", _("To verify"), "verify", frozenset({Role.HEAD_OF_REGISTRY}),
        _registered_by_others,
        ((Flow.INCOMING, "registered"),),
    ),
    Group(
        "issue", _("Signed, to issue"), "issue", REGISTRY,
        lambda duty: _at(Flow.OUTGOING, "signed"),
        ((Flow.OUTGOING, "signed"),),
    ),
    Group(
        "dispatch", _("To dispatch"), "dispatch", REGISTRY,
        lambda duty: _at(Flow.OUTGOING, "issued", "undelivered"),
        ((Flow.OUTGOING, "issued"), (Flow.OUTGOING, "undelivered")),
    ),
    Group(
        "deliver", _("Dispatched, receipt awaited"), "deliver", REGISTRY,
        lambda duty: _at(Flow.OUTGOING, "dispatched"),
        ((Flow.OUTGOING, "dispatched"),),
    ),
    Group(
        "reply", _("Directed to my unit"), "reply", DRAFTERS,
        lambda duty: _at(Flow.INCOMING, "directed") & _for_my_units(duty),
        ((Flow.INCOMING, "directed"),),
    ),
    Group(
        "acknowledge", _("Memoranda to acknowledge"), "acknowledge", DRAFTERS,
        lambda duty: _at(Flow.MEMORANDUM, "issued") & _for_my_units(duty),
        ((Flow.MEMORANDUM, "issued"),),
    ),
    Group(
        "returned", _("Returned to my unit"), "revise", DRAFTERS,
        lambda duty: _drafts("returned") & _of_my_units(duty),
        ((Flow.OUTGOING, "returned"), (Flow.MEMORANDUM, "returned")),
    ),
    Group(
        "submit", _("Drafts of my unit to submit"), "submit", SUBMITTERS,
        lambda duty: _drafts("draft") & _of_my_units(duty),
        ((Flow.OUTGOING, "draft"), (Flow.MEMORANDUM, "draft")),
    ),
    Group(
        "drafts", _("Drafts of my unit"), "item", DRAFTERS - SUBMITTERS,
        lambda duty: _drafts("draft") & _of_my_units(duty),
        ((Flow.OUTGOING, "draft"), (Flow.MEMORANDUM, "draft")),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Waiting:
    """One paper that waits: its row, the address of the next act, whether its day has passed."""

    row: Row
    act: str
    href: str
    overdue: bool


@dataclass(frozen=True)
class Pile:
    """One group as the desk shows it. ``books``: where the rest is, empty if all is here."""

    code: str
    title: str | Promise
    papers: list[Waiting]
    books: tuple[tuple[Flow, str], ...]


def piles_of(duty: Duty) -> list[Pile]:
    """Return what waits for an officer, each paper once, in the first group that it fits.

    One query for all groups, whatever waits.
    """
    units, inner, seen = unit_names(), is_inner(duty), set[int]()
    found: dict[int, list[Row]] = {}
    for number, *values in rows_of(_lists, row_values, duty, most=MOST + 1):
        found.setdefault(number, []).append(row_of(tuple(values), units, inner=inner))
    piles = []
    for number in sorted(found):
        group = GROUPS[number]
        rows = sorted(found[number], key=_pressing_first)
        fresh = [row for row in rows[:MOST] if row.pk not in seen]
        seen.update(row.pk for row in fresh)
        if fresh:
            papers = [_waiting(row, group, duty.on) for row in fresh]
            piles.append(Pile(group.code, group.title, papers, _rest(group, rows, duty)))
    return piles


def _lists(duty: Duty) -> list[tuple[int, QuerySet[Item]]]:
    """Return the list of each group that the officer's roles have, by the group's number."""
    lists = []
    for number, group in enumerate(GROUPS):
        if group.roles & duty.roles:
            waiting = visible_items(duty).filter(group.waits(duty))
            ordered = waiting.order_by("-urgency", F("due_on").asc(nulls_last=True), "id")
            lists.append((number, ordered))
    return lists


def _pressing_first(row: Row) -> tuple[int, date, int]:
    return (-row.urgency, row.due_on or date.max, row.pk)


def _rest(group: Group, rows: list[Row], duty: Duty) -> tuple[tuple[Flow, str], ...]:
    if len(rows) <= MOST:
        return ()
    return tuple((flow, shown_state(state, duty)) for flow, state in group.books)


def _waiting(row: Row, group: Group, today: date) -> Waiting:
    if group.act == "reply":
        href = reply_href(row.pk)
    elif group.act == "sheet":
        href = sheet_href(row.pk)
    elif group.act == "item":
        href = row.href
    else:
        href = act_href(row.pk, group.act)
    return Waiting(row, group.act, href, row.due_on is not None and row.due_on < today)


@dataclass(frozen=True)
class Tally:
    """How much waits in all. ``more``: there is more than the desk shows."""

    papers: int
    immediate: int
    overdue: int
    more: bool


def tally_of(piles: list[Pile]) -> Tally:
    """Return the counts above the desk, of what it shows."""
    papers = [each for pile in piles for each in pile.papers]
    return Tally(
        len(papers),
        sum(each.row.urgency == Urgency.IMMEDIATE for each in papers),
        sum(each.overdue for each in papers),
        any(pile.books for pile in piles),
    )
