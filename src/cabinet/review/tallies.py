"""What the review finds, and what officers say of it, counted by rule, check and unit. Reads only.

A finding is counted once, on the day of the reading that first made it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from cabinet.accounts.duty import Duty
from cabinet.registry.queries import visible_items
from cabinet.review.models import Answer, Finding, Override, Reading, Verdict
from clearance.review import Level
from clearance.terms import Outcome

SHOWN = 50
_NOISY_SHARE, _NOISY_ANSWERS = 50, 4  # per cent of how many answers at least; our guess
_ANSWER = Answer.objects.filter(finding=OuterRef("pk")).order_by("-no").values("outcome")[:1]
_COUNTS = {
    "found": Count("pk"),
    "stops": Count("pk", filter=Q(level=Level.STOP)),
    "warnings": Count("pk", filter=Q(level=Level.WARN)),
    "accepted": Count("pk", filter=Q(answered=Answer.Outcome.ACCEPTED)),
    "set_aside": Count("pk", filter=Q(answered=Answer.Outcome.SET_ASIDE)),
}


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both included, in the office's time; None: no bound."""

    since: date | None = None
    until: date | None = None

    def within(self, moment: str) -> Q:
        """Return the condition that a moment's column lies in the period."""
        condition = Q()
        if self.since:
            condition &= Q(**{f"{moment}__gte": _midnight(self.since)})
        if self.until:
            condition &= Q(**{f"{moment}__lt": _midnight(self.until + timedelta(days=1))})
        return condition


ALWAYS = Period()


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True)
class Tally:
    """How often something was found, and what officers said of it."""

    found: int = 0
    stops: int = 0
    warnings: int = 0
    accepted: int = 0
    set_aside: int = 0

    @property
    def answered(self) -> int:
        """How many of the findings have an officer's word."""
        return self.accepted + self.set_aside

    @property
    def share_set_aside(self) -> int:
        """Per cent of the answered findings that were set aside; 0 where none was answered."""
        return round(100 * self.set_aside / self.answered) if self.answered else 0

    @property
    def is_noisy(self) -> bool:
        """Whether officers set it aside so often that the rule wants mending."""
        return self.answered >= _NOISY_ANSWERS and self.share_set_aside >= _NOISY_SHARE


def _findings(period: Period) -> QuerySet[Finding]:
    rows = Finding.objects.filter(period.within("reading__at"), first=None)
    return rows.annotate(answered=Subquery(_ANSWER))


def _tallied(rows: QuerySet[Finding], *by: str) -> dict[Any, Tally]:
    counted = rows.values(*by).annotate(**_COUNTS).order_by()
    found = {}
    for row in counted:
        key = tuple(row.pop(name) for name in by)
        found[key if len(key) > 1 else key[0]] = Tally(**row)
    return found


def rules_in_use(period: Period = ALWAYS) -> dict[str, Tally]:
    """Return every rule that found something by its code, the most often set aside first."""
    found: dict[str, Tally] = _tallied(_findings(period), "code")
    order = sorted(found, key=lambda code: (-found[code].set_aside, -found[code].found, code))
    return {code: found[code] for code in order}


def findings_by_check(period: Period = ALWAYS) -> dict[int, Tally]:
    """Return what was found on each check, by its number."""
    return _tallied(_findings(period), "check_no")


def findings_by_unit(period: Period = ALWAYS) -> dict[tuple[int, int], Tally]:
    """Return what was found in the texts of each drafting unit, by its key and the check."""
    return _tallied(_findings(period), "reading__revision__item__from_unit", "check_no")


def texts_read_by_unit(period: Period = ALWAYS) -> dict[int, int]:
    """Return how many texts of each drafting unit were submitted and read, each revision once."""
    rows = (
        Reading.objects.filter(period.within("at"), asked_by=None)
        .values(unit=F("revision__item__from_unit"))
        .annotate(times=Count("revision", distinct=True))
        .order_by()
    )
    return {row["unit"]: row["times"] for row in rows}


def stops_given_by_check(period: Period = ALWAYS) -> dict[int, int]:
    """Return how often officers gave the verdict stop, by the number of the check."""
    rows = Verdict.objects.filter(period.within("at"), outcome=Outcome.STOP)
    return _times(rows.values(key=F("check_no")))


def overrides_by_check(period: Period = ALWAYS) -> dict[int, int]:
    """Return how many stops the Director-General set aside, by the number of the check."""
    rows = Override.objects.filter(period.within("at"))
    return _times(rows.values(key=F("verdict__check_no")))


def overrides_by_unit(period: Period = ALWAYS) -> dict[int, int]:
    """Return how many stops the Director-General set aside in each drafting unit's texts."""
    rows = Override.objects.filter(period.within("at"))
    return _times(rows.values(key=F("verdict__revision__item__from_unit")))


def _times(rows: QuerySet[Any, Any]) -> dict[int, int]:
    counted: Mapping[int, int] = {
        row["key"]: row["times"] for row in rows.annotate(times=Count("pk")).order_by()
    }
    return dict(counted)


def overrides_in(period: Period, duty: Duty) -> list[Override]:
    """Return the newest stops set aside in writing, on papers that the officer may know of."""
    rows = Override.objects.filter(
        period.within("at"), verdict__revision__item__in=visible_items(duty)
    )
    told = (
        "by", "post", "verdict__by", "verdict__revision__item__number",
        "verdict__revision__item__from_unit",
    )  # fmt: skip
    return list(rows.select_related(*told).order_by("-pk")[:SHOWN])


def answers_to(code: str, period: Period, duty: Duty) -> list[Answer]:
    """Return officers' newest words on a rule's findings, on papers that the reader may see."""
    rows = Answer.objects.filter(
        period.within("at"),
        finding__code=code,
        finding__reading__revision__item__in=visible_items(duty),
    )
    told = (
        "by", "post", "finding__reading__revision__item__number",
        "finding__reading__revision__item__from_unit",
    )  # fmt: skip
    return list(rows.select_related(*told).order_by("-pk")[:SHOWN])
