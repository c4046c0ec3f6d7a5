"""Samples of the record: at random by a seed that anybody can repeat, or by risk.

The limits (seconds, hours, days of rest) are our guesses; no source sets them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import Count, DurationField, ExpressionWrapper, F, Max, Min, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cabinet.gate.models import Clearance
from cabinet.ledger.reading import Wanted
from cabinet.registry.models import Movement
from cabinet.review.models import Answer, Override, Verdict
from clearance.review.finding import Level

MOST = 200
_QUICK_SHEET = timedelta(seconds=60)
_QUICK_CLEARANCE = timedelta(seconds=120)
_LATE = timedelta(hours=24)
_NIGHT_FROM, _NIGHT_TO = time(22), time(6)
_DAYS_OF_REST = (5, 6)  # Friday and Saturday, as ISO counts
_GATES = ("clear", "direct", "dispatch", "issue", "sign")

Period = tuple[date | None, date | None]
Keys = list[int]


@dataclass(frozen=True)
class Risk:
    """A reason to look: its title, how it is computed, the table and the keys of its rows."""

    name: str
    title: str | Promise
    how: str | Promise
    table: str
    keys: Callable[[Period], Keys]


def random_sample(seed: str, count: int, of: int) -> Keys:
    """Return that many of the first ``of`` movements; the same seed gives the same sample.

    Movements have keys without gaps, so that a sample can be repeated on any copy of the record.
    """
    dice = random.Random(seed)  # noqa: S311 - to be repeated, not to be secret
    return sorted(dice.sample(range(1, of + 1), min(count, of, MOST)))


def movements_so_far() -> int:
    """Return the key of the newest movement; 0: there is none."""
    return Movement.objects.aggregate(newest=Max("pk"))["newest"] or 0


def of_rows(table: str, keys: Keys) -> Wanted:
    """Return what asks the record for the events of these rows."""
    places = ", ".join(["%s"] * len(keys)) or "NULL"
    return {table: (places, keys)}


def _within(period: Period, field: str = "on") -> Q:
    since, until = period
    condition = Q()
    if since:
        condition &= Q(**{f"{field}__gte": since})
    if until:
        condition &= Q(**{f"{field}__lte": until})
    return condition


def _first(rows: object) -> Keys:
    return list(rows[:MOST])  # type: ignore[index]  # a query of keys


def _overrides(period: Period) -> Keys:
    return _first(
        Override.objects.filter(_within(period)).order_by("-pk").values_list("pk", flat=True)
    )


def _stops_set_aside(period: Period) -> Keys:
    answers = Answer.objects.filter(
        _within(period), outcome=Answer.Outcome.SET_ASIDE, finding__level=Level.STOP
    )
    return _first(answers.order_by("-pk").values_list("pk", flat=True))


def _quick_sheets(period: Period) -> Keys:
    """Clearances of texts whose seven verdicts one officer gave within a minute."""
    sheets = (
        Verdict.objects.filter(_within(period))
        .values("revision_id", "by_id")
        .annotate(checks=Count("check_no", distinct=True), first=Min("at"), last=Max("at"))
        .filter(checks=7)
    )
    quick = [row["revision_id"] for row in sheets if row["last"] - row["first"] < _QUICK_SHEET]
    cleared = Clearance.objects.filter(revision_id__in=quick)
    return _first(cleared.order_by("-pk").values_list("pk", flat=True))


def _quick_clearances(period: Period) -> Keys:
    """Movements that cleared a paper soon after it was taken up."""
    pace = ExpressionWrapper(F("at") - F("item__movements__at"), output_field=DurationField())
    found = (
        Movement.objects.filter(_within(period), act="clear")
        .filter(item__movements__act="take_up", item__movements__no__lt=F("no"))
        .annotate(pace=pace)
        .filter(pace__lt=_QUICK_CLEARANCE)
    )
    return _first(found.order_by("-pk").values_list("pk", flat=True).distinct())


def _alone(period: Period) -> Keys:
    """Clearances by an officer who gave all seven verdicts too."""
    cleared = Clearance.objects.filter(_within(period)).annotate(
        own=Count(
            "revision__verdicts__check_no",
            filter=Q(revision__verdicts__by=F("by")),
            distinct=True,
        )
    )
    return _first(cleared.filter(own=7).order_by("-pk").values_list("pk", flat=True))


def _near_ones_own(period: Period) -> Keys:
    """Clearances that the rule of four eyes lets pass, and only just."""
    near = (
        Q(signature__by=F("by"))
        | Q(revision__item__from_unit=F("post__unit"))
        | Q(revision__item__opened_by=F("by"))
    )
    return _first(
        Clearance.objects.filter(_within(period))
        .filter(near)
        .order_by("-pk")
        .values_list("pk", flat=True)
    )


def _at_odd_hours(period: Period) -> Keys:
    zone = timezone.get_current_timezone()
    moves = Movement.objects.filter(_within(period), act__in=_GATES)
    found: Keys = []
    for key, at in moves.order_by("-pk").values_list("pk", "at").iterator(chunk_size=2000):
        there = timezone.localtime(at, zone)
        rest = there.isoweekday() in _DAYS_OF_REST
        night = there.time() >= _NIGHT_FROM or there.time() < _NIGHT_TO
        if rest or night:
            found.append(key)
            if len(found) == MOST:
                break
    return found


def _late_registrations(period: Period) -> Keys:
    wait = ExpressionWrapper(F("at") - F("item__received_at"), output_field=DurationField())
    found = Movement.objects.filter(_within(period), act="register").annotate(wait=wait)
    return _first(found.filter(wait__gt=_LATE).order_by("-pk").values_list("pk", flat=True))


RISKS: Mapping[str, Risk] = {
    each.name: each
    for each in (
        Risk(
            "overrides", _("Overridden stops"),
            _("Every stop that the Director-General overrode in writing."),
            "review_override", _overrides,
        ),
        Risk(
            "set_aside", _("Stops set aside"),
            _("Every stop that the review found and an officer set aside with a reason."),
            "review_answer", _stops_set_aside,
        ),
        Risk(
            "alone", _("One officer for all"),
            _("Clearances by the officer who gave all seven verdicts too."),
            "gate_clearance", _alone,
        ),
        Risk(
            "near_own", _("Near to one's own case"),
            _(
                "Clearances by an officer who also signed the paper, who opened it, or whose post "
                "is in the unit that drafted it."
            ),
            "gate_clearance", _near_ones_own,
        ),
        Risk(
            "quick_sheets", _("Seven verdicts in a minute"),
            _("Cleared texts whose seven verdicts one officer gave within 60 seconds."),
            "gate_clearance", _quick_sheets,
        ),
        Risk(
            "quick", _("Cleared in two minutes"),
            _("Papers cleared less than 120 seconds after their review was taken up."),
            "registry_movement", _quick_clearances,
        ),
        Risk(
            "odd_hours", _("At night or on a day of rest"),
            _(
                "Directing, clearing, signing, issuing and dispatching between 22:00 and 06:00, "
                "or on a Friday or Saturday."
            ),
            "registry_movement", _at_odd_hours,
        ),
        Risk(
            "late", _("Registered late"),
            _("Papers registered more than 24 hours after they were received."),
            "registry_movement", _late_registrations,
        ),
    )
}  # fmt: skip
