"""Reading the register of terms: what is in force, what is proposed, how an entry came about."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from cabinet.accounts.duty import Duty
from cabinet.directory.actions import folded
from cabinet.terminology.models import Decision, Edition
from clearance.authority import Authority, authority_for
from clearance.terms import Power, Role
from clearance.terms.posts import CABINET

SHOWN = 50
# Who reads what is kept from the drafting departments: those who read what the Cabinet says
# among itself (registry.queries.INNER_CIRCLE, which stands above this desk).
_INNER = CABINET | {Role.SECRETARY_GENERAL, Role.PRIVATE_SECRETARY, Role.INTERNAL_AUDITOR}
_ADOPTED = Q(by=None) | Q(decision__adopted=True)


def reads_all(duty: Duty) -> bool:
    """Tell whether an officer reads the terms kept from drafters, proposals and history."""
    return bool(duty.roles & _INNER)


def authority_to_propose(duty: Duty) -> Authority | None:
    """Return by which post an officer may propose an edition: the Cabinet's; None: by none.

    Source: the mandate gives the Cabinet the observation of the political sensitivity.
    """
    return _authority(duty, CABINET, Power.CLEAR)


def authority_to_decide(duty: Duty) -> Authority | None:
    """Return by which post an officer may adopt an edition: the Director-General's; None: by none.

    Source: a term of level stop bars a paper, and only he sets a stop aside; our guess.
    """
    return _authority(duty, frozenset({Role.DIRECTOR_GENERAL}), Power.OVERRIDE)


def _authority(duty: Duty, roles: frozenset[Role], power: Power) -> Authority | None:
    return authority_for(
        duty.authorities, roles=roles, power=power, kind=None, level=None, on=duty.on
    )


def standing_editions() -> QuerySet[Edition]:
    """Return of each entry its newest adopted edition, those that ended an entry too."""
    newest = Edition.objects.filter(_ADOPTED).order_by().values("code").annotate(newest=Max("id"))
    return Edition.objects.filter(pk__in=newest.values("newest"))


def editions_in_force() -> QuerySet[Edition]:
    """Return the editions that the review goes by, in the order of their codes."""
    return standing_editions().filter(ended=False).order_by("code")


def open_proposals() -> QuerySet[Edition]:
    """Return the editions that wait to be decided: none newer of their entry is adopted."""
    newer = Edition.objects.filter(_ADOPTED, code=OuterRef("code"), no__gt=OuterRef("no"))
    return (
        Edition.objects.exclude(by=None)
        .filter(~Exists(Decision.objects.filter(edition=OuterRef("pk"))), ~Exists(newer))
        .select_related("by", "post")
        .order_by("id")
    )


@dataclass(frozen=True)
class Asked:
    """What the list is asked for. ``standing``: in_force, proposed, or ended."""

    words: str = ""
    level: str = ""
    standing: str = "in_force"


def editions_found(asked: Asked, duty: Duty) -> QuerySet[Edition]:
    """Return the editions that an officer may read, of those whose words hold all that is asked."""
    inner = reads_all(duty)
    if asked.standing == "proposed" and inner:
        rows = open_proposals()
    elif asked.standing == "ended" and inner:
        rows = standing_editions().filter(ended=True)
    else:
        rows = editions_in_force()
    if not inner:
        rows = rows.filter(kept_from_drafters=False)
    for word in folded(asked.words).split():
        rows = rows.filter(folded__contains=word)
    if asked.level:
        rows = rows.filter(level=asked.level)
    return rows.order_by("code", "id")


def history_of(code: str, duty: Duty) -> list[Edition]:
    """Return the editions of an entry that an officer may read, the newest first; empty: none.

    Outside the Cabinet: the one in force alone, unless it is kept from drafters.
    """
    if not reads_all(duty):
        return list(editions_in_force().filter(code=code, kept_from_drafters=False))
    told = ("by", "post", "delegation", "decision__by", "decision__post")
    return list(Edition.objects.filter(code=code).select_related(*told).order_by("-no"))


def may_decide(duty: Duty) -> bool:
    """Tell whether an officer adopts and declines."""
    return authority_to_decide(duty) is not None


def may_propose(duty: Duty) -> bool:
    """Tell whether an officer proposes editions."""
    return authority_to_propose(duty) is not None
