"""The series of registry numbers: which are in use, and who changes that."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from cabinet.accounts.duty import Duty
from cabinet.accounts.models import Post, Unit
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Number, Series
from cabinet.registry.paper_guards import NUMBERERS
from clearance.authority import Authority, Capacity
from clearance.gate import NotAuthorised, Refused, Unmet
from clearance.terms import Flow
from clearance.terms.translation import marked as _


@dataclass(frozen=True)
class NewSeries:
    """A series as somebody opens it. ``unit`` None: for every unit that has none of its own."""

    code: str
    flow: Flow
    unit: Unit | None
    pattern: str
    source: str


def all_series() -> QuerySet[Series]:
    """Return every series with the ``last`` number that it gave, those in use first."""
    given = Number.objects.filter(series=OuterRef("pk")).order_by("-year", "-serial")
    return (
        Series.objects.select_related("unit")
        .annotate(last=Subquery(given.values("text")[:1]))
        .order_by("-in_use", "id")
    )


def may_open_series(duty: Duty) -> bool:
    """Tell whether an officer opens series and puts them out of use. Our guess."""
    return _authority(duty) is not None


def that_prints_the_same(pattern: str, unit: Unit | None) -> Series | None:
    """Return a series whose numbers could be printed as those of the pattern; None: there is none.

    Two papers with one number cannot be told apart for ever, so a series out of use counts too.
    """
    codes = list(Unit.objects.values_list("code", flat=True))
    wanted = _prints(pattern, unit, codes)
    for each in Series.objects.select_related("unit").order_by("id"):
        if wanted & _prints(each.pattern, each.unit, codes):
            return each
    return None


def open_new_series(*, new: NewSeries, by: Duty) -> Series:
    """Open a series and put out of use the one that served the same papers.

    :raises NotAuthorised: not the head of the Registry or the Director-General.
    """
    authority = _required(by)
    with one_act():
        for served in Series.objects.filter(flow=new.flow, unit=new.unit, in_use=True):
            _set(served, in_use=False, by=by, authority=authority, source=new.source)
        return Series.objects.create(
            code=new.code,
            flow=new.flow,
            unit=new.unit,
            pattern=new.pattern,
            source=new.source,
            set_by=by.officer,
            set_under=Post.objects.get(pk=authority.post),
        )


def put_into_use(*, series: Series, by: Duty) -> None:
    """Let a series serve again, instead of the one that serves now.

    :raises NotAuthorised: not the head of the Registry or the Director-General.
    """
    authority = _required(by)
    with one_act():
        for served in Series.objects.filter(flow=series.flow, unit=series.unit, in_use=True):
            _set(served, in_use=False, by=by, authority=authority, source=served.source)
        _set(series, in_use=True, by=by, authority=authority, source=series.source)


def put_out_of_use(*, series: Series, by: Duty) -> None:
    """Let a unit's own series serve no more; the house's serves instead.

    :raises NotAuthorised: not the head of the Registry or the Director-General.
    :raises Refused: the house would have no series for these papers.
    """
    authority = _required(by)
    if series.unit is None:
        raise Refused(
            Unmet(
                "REG018",
                _("Without this series no paper of this kind could be numbered."),
                _("Open the series that shall take its place; this one is then put out of use."),
            )
        )
    with one_act():
        _set(series, in_use=False, by=by, authority=authority, source=series.source)


def _set(series: Series, *, in_use: bool, by: Duty, authority: Authority, source: str) -> None:
    series.in_use, series.source = in_use, source
    series.set_by, series.set_under_id = by.officer, authority.post
    series.save(update_fields=["in_use", "source", "set_by", "set_under"])


def _authority(duty: Duty) -> Authority | None:
    return next(
        (
            each
            for each in duty.authorities
            if each.role in NUMBERERS and each.capacity is Capacity.TITULAR
        ),
        None,
    )


def _required(duty: Duty) -> Authority:
    authority = _authority(duty)
    if authority is None:
        raise NotAuthorised(
            Unmet(
                "REG016",
                _("Only the head of the Registry changes the series of numbers."),
                _("Ask the head of the Registry."),
            )
        )
    return authority


def _prints(pattern: str, unit: Unit | None, codes: list[str]) -> set[str]:
    """Return what the numbers of a pattern look like, every digit run as a sharp."""
    shape = re.sub(r"\{(?:serial(?::\d)?|year)\}", "#", pattern)
    units = [unit.code] if unit else ["", *codes]
    return {re.sub(r"\d+", "#", shape.replace("{unit}", code)).casefold() for code in units}
