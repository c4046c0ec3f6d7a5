"""The review in figures: what it finds, what officers set aside, what was returned, in a period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.accounts.models import Unit
from cabinet.gate.forms.period import PeriodForm
from cabinet.gate.queries import returns_by_check, returns_by_unit
from cabinet.review.tallies import (
    ALWAYS,
    Period,
    Tally,
    answers_to,
    findings_by_check,
    findings_by_unit,
    overrides_by_check,
    overrides_by_unit,
    overrides_in,
    stops_given_by_check,
    texts_read_by_unit,
)
from cabinet.review.tallies import rules_in_use as counted
from cabinet.ui.languages import language, name
from cabinet.ui.spreadsheet import csv_file
from cabinet.ui.words import word
from clearance.review.rules import rules
from clearance.review.rules.sources import source_in
from clearance.terms import Check, Language
from clearance.terms.posts import CABINET


@dataclass(frozen=True)
class RuleLine:
    """A rule with its sentence in the reader's language; '' where the rule is no longer in use."""

    code: str
    sentence: str
    tally: Tally


@dataclass(frozen=True)
class CheckLine:
    """A check: what was found on it, stops that officers gave, set aside, and texts returned."""

    check: Check
    tally: Tally
    stopped: int
    overridden: int
    returned: int


@dataclass(frozen=True)
class UnitLine:
    """A drafting unit: texts read, findings on each check, and what became of them."""

    unit: Unit
    read: int
    found: tuple[int, ...]
    stops: int
    set_aside: int
    overridden: int
    returned: int


@login_required
@require_safe
def rules_in_use(request: OfficerRequest) -> HttpResponse:
    """Show findings, set-asides and returns by rule, check and unit."""
    form, period = _period(request)
    facts = {
        "form": form,
        "query": request.GET.urlencode(),
        "rules": _rule_lines(period),
        "checks": _check_lines(period),
        "units": _unit_lines(period),
        "overrides": overrides_in(period, request.duty),
    }
    return render(request, "gate/rules_in_use.html", facts)


@login_required
@require_safe
def rule(request: OfficerRequest, code: str) -> HttpResponse:
    """Show one rule, and what officers said of what it found."""
    form, period = _period(request)
    known = rules().get(code)
    tally = counted(period).get(code)
    if known is None and tally is None:
        raise Http404
    facts = {
        "form": form,
        "query": request.GET.urlencode(),
        "code": code,
        "sentence": _sentence(code),
        "source": source_in(known.source, Language(language())) if known else "",
        "tally": tally or Tally(),
        "answers": answers_to(code, period, request.duty),
    }
    return render(request, "gate/rule.html", facts)


@login_required
@require_safe
def figures_csv(request: OfficerRequest, table: str) -> HttpResponseBase:
    """Give one of the tables as a file: rules, checks, units or overrides."""
    form, period = _period(request)
    if table not in {*_TABLES, "overrides"}:
        raise Http404
    if not form.is_valid():
        return redirect(f"{reverse('rules_in_use')}?{request.GET.urlencode()}")
    rows = _overrides(request, period) if table == "overrides" else _TABLES[table](period)
    return csv_file(rows, f"review-{table}-{timezone.localdate().isoformat()}.csv")


def _period(request: OfficerRequest) -> tuple[PeriodForm, Period]:
    """Return the period that is asked for; all time where it cannot be read.

    :raises PermissionDenied: not an officer of the Cabinet.
    """
    if not request.duty.roles & CABINET:
        raise PermissionDenied
    form = PeriodForm(request.GET)
    if not form.is_valid():
        return form, ALWAYS
    return form, Period(form.cleaned_data["since"], form.cleaned_data["until"])


def _rule_lines(period: Period) -> list[RuleLine]:
    return [RuleLine(code, _sentence(code), tally) for code, tally in counted(period).items()]


def _sentence(code: str) -> str:
    """Return a rule's sentence with dots in its gaps."""
    known = rules().get(code)
    if known is None:
        return ""
    head, *rest = known.sentence[Language(language())].split("{")
    return head + "".join(f"…{part.partition('}')[2]}" for part in rest)


def _check_lines(period: Period) -> list[CheckLine]:
    found = findings_by_check(period)
    stopped, overridden = stops_given_by_check(period), overrides_by_check(period)
    returned = returns_by_check(period)
    return [
        CheckLine(
            check,
            found.get(check, Tally()),
            stopped.get(check, 0),
            overridden.get(check, 0),
            returned.get(check, 0),
        )
        for check in Check
    ]


def _unit_lines(period: Period) -> list[UnitLine]:
    found = findings_by_unit(period)
    read, overridden = texts_read_by_unit(period), overrides_by_unit(period)
    returned = returns_by_unit(period)
    keys = {unit for unit, _check in found} | {*read, *overridden, *returned}
    units = Unit.objects.filter(pk__in=keys - {None}).order_by("code")
    return [
        UnitLine(
            unit,
            read.get(unit.pk, 0),
            tuple(found.get((unit.pk, check), Tally()).found for check in Check),
            sum(tally.stops for (key, _check), tally in found.items() if key == unit.pk),
            sum(tally.set_aside for (key, _check), tally in found.items() if key == unit.pk),
            overridden.get(unit.pk, 0),
            returned.get(unit.pk, 0),
        )
        for unit in units
    ]


Row = tuple[object, ...]


def _rules(period: Period) -> Iterator[Row]:
    yield (
        _("Code"), _("Sentence"), _("Found"), _("Stops"), _("To be mended"),
        pgettext("how many findings", "Set aside"),
        _("Share set aside, per cent"),
    )  # fmt: skip
    for line in _rule_lines(period):
        tally = line.tally
        yield (
            line.code, line.sentence, tally.found, tally.stops, tally.accepted, tally.set_aside,
            tally.share_set_aside,
        )  # fmt: skip


def _checks(period: Period) -> Iterator[Row]:
    yield (
        _("Check"), _("Found"), _("Stops found"), _("To be mended"),
        pgettext("how many findings", "Set aside"),
        _("Stops by officers"), _("Set aside by the Director-General"), _("Texts returned"),
    )  # fmt: skip
    for line in _check_lines(period):
        tally = line.tally
        yield (
            word(int(line.check), "check"), tally.found, tally.stops, tally.accepted,
            tally.set_aside, line.stopped, line.overridden, line.returned,
        )  # fmt: skip


def _units(period: Period) -> Iterator[Row]:
    yield (
        _("Unit"), _("Texts read"), *(word(int(check), "check") for check in Check),
        _("Stops found"),
        pgettext("how many findings", "Set aside"),
        _("Set aside by the Director-General"),
        _("Texts returned"),
    )  # fmt: skip
    for line in _unit_lines(period):
        yield (
            name(line.unit), line.read, *line.found, line.stops, line.set_aside, line.overridden,
            line.returned,
        )  # fmt: skip


def _overrides(request: OfficerRequest, period: Period) -> Iterator[Row]:
    yield (
        _("Moment"), _("Paper"), _("Unit"), _("Check"), _("Stop"), _("Set aside by"), _("Reason"),
    )  # fmt: skip
    for row in overrides_in(period, request.duty):
        item = row.verdict.revision.item
        number = getattr(item, "number", None)
        yield (
            timezone.localtime(row.at).isoformat(timespec="minutes"),
            number.text if number else item.subject,
            name(item.from_unit),
            word(row.verdict.check_no, "check"),
            row.verdict.reason,
            name(row.by),
            row.reason,
        )


_TABLES = {"rules": _rules, "checks": _checks, "units": _units}
