"""Who holds which post, and which powers are lent to whom. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, QuerySet

from cabinet.accounts.actions import Limits
from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Delegation, Ending, Holding, Officer, Post
from clearance.authority import Capacity
from clearance.terms import Role

_GRANTERS = frozenset({Role.DIRECTOR_GENERAL, Role.SECRETARY_GENERAL})
_ENDERS = _GRANTERS | {Role.SYSTEM_ADMINISTRATOR}
_PAST_SHOWN = 100


def holds_any(duty: Duty, roles: frozenset[Role]) -> bool:
    """Tell whether an officer holds a post of these roles in his own right."""
    return any(
        each.role in roles and each.capacity is Capacity.TITULAR for each in duty.authorities
    )


def posts_to_lend(duty: Duty) -> QuerySet[Post]:
    """Return the posts whose power an officer may delegate: his own; the leadership, any.

    Source: UN Correspondence Manual, para. 45; Rule 5 (delegated powers).
    """
    posts = Post.objects.select_related("unit").order_by("unit_id", "id")
    if holds_any(duty, _GRANTERS):
        return posts
    own = [each.post for each in duty.authorities if each.capacity is Capacity.TITULAR]
    return posts.filter(pk__in=own)


def may_appoint(duty: Duty) -> bool:
    """Tell whether an officer enters officers and fills posts."""
    return holds_any(duty, _ENDERS)


def may_revoke(delegation: Delegation, duty: Duty) -> bool:
    """Tell whether an officer may end a delegation: whoever gave it, or whoever appoints."""
    return delegation.granted_by_id == duty.officer.pk or holds_any(duty, _ENDERS)


@dataclass(frozen=True)
class Seat:
    """One post and those who hold it on a day; an empty ``holdings``: vacant."""

    post: Post
    holdings: list[Holding]


def seats_on(day: date) -> list[Seat]:
    """Return all posts by unit, with those who hold them on that day, in three queries."""
    holdings = Holding.objects.filter(begins_on__lte=day).select_related("officer").order_by("id")
    posts = (
        Post.objects.select_related("unit")
        .prefetch_related(
            Prefetch("holdings", holdings.prefetch_related(Prefetch("endings", _endings())))
        )
        .order_by("unit_id", "id")
    )
    return [
        Seat(post, [each for each in post.holdings.all() if _holds(each, day)]) for post in posts
    ]


def _endings() -> QuerySet[Ending]:
    return Ending.objects.order_by("first_day_without", "id")


def _holds(holding: Holding, day: date) -> bool:
    if holding.ends_on is not None and holding.ends_on < day:
        return False
    return all(each.first_day_without > day for each in holding.endings.all())


def is_held_within(post: Post, officer: Officer, first: date, last: date | None) -> bool:
    """Tell whether an officer holds a post in his own right on one of these days.

    ``last`` None: without an end. Who held it twice would keep it when he is relieved of it.
    """
    held = Holding.objects.filter(post=post, officer=officer)
    return any(
        _runs_within(each.begins_on, each.ends_on, each.endings.all(), first, last)
        for each in held.prefetch_related(Prefetch("endings", _endings())).order_by("id")
    )


def is_lent_within(post: Post, officer: Officer, limits: Limits, first: date, last: date) -> bool:
    """Tell whether the same power, no more and no less, is lent to an officer on one of the days.

    Who had it twice would keep it when it is taken back.
    """
    lent = Delegation.objects.filter(
        post=post,
        officer=officer,
        power=limits.power or "",
        kind=limits.kind or "",
        level=limits.level or "",
    )
    return any(
        _runs_within(each.begins_on, each.ends_on, each.endings.all(), first, last)
        for each in lent.prefetch_related(Prefetch("endings", _endings())).order_by("id")
    )


def _runs_within(
    begins_on: date, ends_on: date | None, endings: Iterable[Ending], first: date, last: date | None
) -> bool:
    ends = [each.first_day_without - timedelta(days=1) for each in endings]
    ends += [] if ends_on is None else [ends_on]
    return (last is None or begins_on <= last) and all(end >= max(first, begins_on) for end in ends)


@dataclass(frozen=True)
class Lent:
    """A delegation as it stands on a day: in force, still to begin (``coming``), or past.

    ``last_day`` is the last day on which it holds, a revocation counted in. ``may_revoke`` is of
    the reader.
    """

    delegation: Delegation
    standing: str
    last_day: date
    revocation: Ending | None
    may_revoke: bool


def delegations_of(duty: Duty, *, pk: int | None = None) -> list[Lent]:
    """Return all delegations as they stand today, the newest first; ``pk`` None: of all."""
    found = Delegation.objects.select_related("post__unit", "officer", "granted_by")
    if pk is not None:
        found = found.filter(pk=pk)
    listed = found.prefetch_related(Prefetch("endings", _endings())).order_by("-id")
    lent = [_lent(each, duty) for each in listed]
    past = [each for each in lent if each.standing == "past"][:_PAST_SHOWN]
    return [each for each in lent if each.standing != "past"] + past


def _lent(delegation: Delegation, duty: Duty) -> Lent:
    revocation = next(iter(delegation.endings.all()), None)
    last_day = delegation.ends_on
    if revocation is not None:
        last_day = min(last_day, revocation.first_day_without - timedelta(days=1))
    if last_day < duty.on:
        standing = "past"
    else:
        standing = "coming" if delegation.begins_on > duty.on else "in_force"
    may = standing != "past" and may_revoke(delegation, duty)
    return Lent(delegation, standing, last_day, revocation, may)
