"""Finding resolutions and directives, and the papers that cite a resolution. Reads only."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from cabinet.accounts.duty import Duty
from cabinet.directory.actions import folded
from cabinet.registry.models import Item
from cabinet.registry.queries import visible_items
from cabinet.resolutions.models import Citation, Directive, Resolution
from clearance.terms import Role
from clearance.terms.posts import CABINET

SHOWN = 50


def may_enter_resolutions(duty: Duty) -> bool:
    """Tell whether an officer keeps the register: the Cabinet and heads of department.

    Source: the mandate gives the Cabinet the review against resolutions; that heads of department
    enter those of their field is our guess.
    """
    return bool(duty.roles & (CABINET | {Role.HEAD_OF_DEPARTMENT}))


def may_enter_directives(duty: Duty) -> bool:
    """Tell whether an officer records directives: the Cabinet alone."""
    return bool(duty.roles & CABINET)


def resolutions_found(
    words: str = "", series: str = "", session: str = "", status: str = ""
) -> QuerySet[Resolution]:
    """Return the resolutions whose number, titles or text hold all the words, newest first."""
    condition = Q()
    for word in folded(words).split():
        condition &= Q(folded__contains=word)
    for name, value in (("series", series), ("session", session), ("status", status)):
        if value:
            condition &= Q(**{name: value})
    return Resolution.objects.filter(condition).defer("text", "folded").order_by("-year", "ref")


def all_series() -> list[str]:
    """Return the series that the register holds."""
    rows = Resolution.objects.exclude(series="").order_by("series")
    return list(rows.values_list("series", flat=True).distinct())


def chain_of(resolution: Resolution) -> list[Resolution]:
    """Return what the resolution took the place of and what took its place, oldest first.

    A chain that runs in a ring ends where it began.
    """
    before: list[Resolution] = []
    seen = {resolution.pk}
    current: Resolution | None = resolution
    while current := current.supersedes.order_by("-year", "ref").first() if current else None:
        if current.pk in seen:
            break
        seen.add(current.pk)
        before.insert(0, current)
    after: list[Resolution] = []
    current = resolution
    while current := current.superseded_by if current else None:
        if current.pk in seen:
            break
        seen.add(current.pk)
        after.append(current)
    return [*before, resolution, *after] if before or after else []


def papers_citing(ref: str, duty: Duty) -> QuerySet[Item]:
    """Return the papers that cite a resolution, of those that the officer may know of."""
    cited = Citation.objects.filter(ref=ref).values("revision__item")
    papers = visible_items(duty).filter(pk__in=cited)
    return papers.select_related("number", "from_unit", "correspondent").order_by("-pk")


def directives() -> QuerySet[Directive]:
    """Return every directive, the newest first."""
    return Directive.objects.order_by("-since", "ref")
