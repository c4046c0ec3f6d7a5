"""What the gate offers an officer on one paper. Reads only; an act is ruled on when it is done."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from cabinet.accounts.duty import Duty
from cabinet.gate.context import newest_revision, situation_of
from cabinet.gate.models import Clearance, Signature
from cabinet.ledger.composed import composed
from cabinet.ledger.doors.reader import at_the_cabinet
from cabinet.registry.models import Item, Movement, Revision
from cabinet.registry.queries import INNER_CIRCLE, visible_items
from cabinet.review.models import Verdict
from cabinet.review.tallies import ALWAYS, Period
from clearance.authority import Authority
from clearance.gate import (
    TABLES,
    Asked,
    Refused,
    Situation,
    Transition,
    Unmet,
    authority_to,
    rule_on,
)
from clearance.terms import Flow, Outcome
from clearance.terms.words import STATE_WORDS

# Outside the inner circle a paper withheld in the Cabinet is one that is not directed yet.
INNER_STATES = {"withheld": "verified"}


@dataclass(frozen=True)
class OpenAct:
    """An act that the officer may do to a paper as it stands, and what it still lacks."""

    name: str
    transition: Transition
    authority: Authority
    unmet: tuple[Unmet, ...]


def open_acts(item: Item, duty: Duty) -> list[OpenAct]:
    """Return the acts that the officer's posts admit on this paper now, in the table's order.

    Conditions that the officer meets by typing (reason, unit, channel, proof) are left out.
    """
    situation = _situation_of(item)
    lawful = TABLES[Flow(item.flow)].lawful_from(item.state)
    offered = (_offered(transition, situation, duty) for transition in lawful)
    return [each for each in offered if each is not None]


def open_act(act: str, item: Item, duty: Duty) -> OpenAct | None:
    """Return one act as ``open_acts`` does; None: not lawful now, or not by this officer."""
    return next((each for each in open_acts(item, duty) if each.name == act), None)


def _situation_of(item: Item) -> Situation:
    """Return all facts of a paper: whoever asks what is lawful, the Cabinet rules on it."""
    with at_the_cabinet():
        return situation_of(item, newest_revision(item))


def _offered(transition: Transition, situation: Situation, duty: Duty) -> OpenAct | None:
    asked = Asked(transition.name, duty.officer.pk, duty.authorities, duty.on)
    authority = authority_to(transition, situation, asked)
    if authority is None:
        return None
    unmet = (need.unmet(situation, asked, authority) for need in transition.needs if not need.typed)
    return OpenAct(
        transition.name, transition, authority, tuple(each for each in unmet if each is not None)
    )


def why_closed(act: str, item: Item, duty: Duty) -> Refused | None:
    """Return why an act is not offered to the officer; None: it is."""
    situation = _situation_of(item)
    asked = Asked(act, duty.officer.pk, duty.authorities, duty.on)
    try:
        rule_on(TABLES[Flow(item.flow)], situation, asked)
    except Refused as refused:
        return refused
    return None


def may_begin(flow: Flow, act: str, duty: Duty) -> bool:
    """Tell whether a post of the officer may begin a paper, in whatever unit it stands."""
    transition = TABLES[flow].find(act, "")
    return transition is not None and bool(_beginners(transition, duty))


def units_to_begin_in(flow: Flow, duty: Duty, act: str = "draft") -> list[int]:
    """Return the keys of the units for which the officer may draft, or submit what is drafted."""
    transition = TABLES[flow].find(act, "" if act == "draft" else "draft")
    if transition is None:
        return []
    return list(dict.fromkeys(each.unit for each in _beginners(transition, duty)))


def _beginners(transition: Transition, duty: Duty) -> list[Authority]:
    return [
        each
        for each in duty.authorities
        if each.role in transition.by
        and each.is_in_force(duty.on)
        and each.power in (None, transition.power)
    ]


@dataclass(frozen=True)
class Standing:
    """What stands on a drafted paper now; each None where it is not there."""

    revision: Revision | None
    clearance: Clearance | None
    signature: Signature | None


def standing_of(item: Item) -> Standing:
    """Return the newest revision of a paper with the clearance and the signature that name it."""
    revision = newest_revision(item)
    if revision is None:
        return Standing(None, None, None)
    return Standing(revision, _clearances.first(revision.pk), _signatures.first(revision.pk))


@composed(int)
def _clearances(revision: int) -> QuerySet[Clearance]:
    given = Clearance.objects.filter(revision=revision).order_by("pk")
    return given.select_related("by", "post", "delegation")


@composed(int)
def _signatures(revision: int) -> QuerySet[Signature]:
    given = Signature.objects.filter(revision=revision).order_by("pk")
    return given.select_related("by", "post", "delegation")


# Any of these by the Cabinet after a remark of the Secretary-General means that it was acted on.
_ACTED = ("direct", "refer", "copy", "extend", "withhold", "close", "return_to_sender", "inform")


def in_tray_items(duty: Duty) -> QuerySet[Item]:
    """Return what waits for the Cabinet to direct, the most urgent and then the oldest first.

    Verified papers, and those on which the Secretary-General's remark was not yet acted on. The
    remarks are asked for first: they are few, and both engines would look through the register.
    """
    later = Movement.objects.filter(item=OuterRef("item"), act__in=_ACTED, no__gt=OuterRef("no"))
    remarks = Movement.objects.filter(act="remark", item__state__in=("withheld", "directed"))
    remarked = list(remarks.filter(~Exists(later)).values_list("item", flat=True))
    waits = Q(state="verified") | Q(pk__in=remarked)
    incoming = visible_items(duty).filter(waits, flow=Flow.INCOMING)
    return incoming.order_by("-urgency", "id")


def newest_movement(item: Item, act: str) -> Movement | None:
    """Return the newest movement of an act on a paper; None: it was never done."""
    return _newest_of_an_act.first(item.pk, act)


@composed(int, str)
def _newest_of_an_act(item: int, act: str) -> QuerySet[Movement]:
    done = Movement.objects.filter(item=item, act=act).select_related("by", "post")
    return done.order_by("-no")[:1]


def shown_state(state: str, duty: Duty) -> str:
    """Return the state that the officer is told; what is the Cabinet's own stays its own."""
    return state if duty.roles & INNER_CIRCLE else INNER_STATES.get(state, state)


def told_to(duty: Duty, refused: Refused) -> Refused:
    """Return a refusal as the officer is told it: a state of the Cabinet's own is not named."""
    names = {STATE_WORDS[each]: STATE_WORDS[shown_state(each, duty)] for each in INNER_STATES}
    return type(refused)(
        *(
            replace(each, params={key: names.get(said, said) for key, said in each.params.items()})
            for each in refused.unmet
        )
    )


def returns_by_unit(period: Period = ALWAYS) -> dict[int, int]:
    """Return how many texts of each drafting unit the Cabinet sent back."""
    rows = (
        _returns(period)
        .filter(item__from_unit__isnull=False)
        .values("item__from_unit")
        .annotate(times=Count("pk"))
        .order_by()
    )
    return {row["item__from_unit"]: row["times"] for row in rows}


def returns_by_check(period: Period = ALWAYS) -> dict[int, int]:
    """Return how many texts the Cabinet sent back on which the check had the verdict stop."""
    rows = (
        Verdict.objects.filter(
            outcome=Outcome.STOP, revision__in=_returns(period).values("revision")
        )
        .values("check_no")
        .annotate(times=Count("revision", distinct=True))
        .order_by()
    )
    return {row["check_no"]: row["times"] for row in rows}


def _returns(period: Period) -> QuerySet[Movement]:
    return Movement.objects.filter(period.within("at"), act="return")
