"""The rules in use: what the review finds and officers set aside, so that noise is seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.accounts.models import Unit
from cabinet.gate.queries import returns_by_unit
from cabinet.review.queries import RuleInUse, UnitOnCheck, findings_by_unit
from cabinet.review.queries import rules_in_use as counted
from clearance.review.rules import rules
from clearance.terms import Check, Language
from clearance.terms.posts import CABINET


@dataclass(frozen=True)
class RuleLine:
    """A rule with its sentence in the reader's language; '' where the rule is no longer in use."""

    counted: RuleInUse
    sentence: str


@dataclass(frozen=True)
class UnitLine:
    """A drafting unit: findings on each check, stops among them, texts returned to it."""

    unit: Unit
    found: tuple[int, ...]
    stops: int
    returned: int


@login_required
@require_safe
def rules_in_use(request: OfficerRequest) -> HttpResponse:
    """Show findings, set-asides and returns to the Cabinet."""
    if not request.duty.roles & CABINET:
        raise PermissionDenied
    language = Language((get_language() or "en")[:2])
    known = rules()
    lines = [
        RuleLine(each, _plain(known[each.code].sentence[language]) if each.code in known else "")
        for each in counted()
    ]
    facts: dict[str, object] = {
        "lines": lines,
        "units": _units(findings_by_unit()),
        "checks": list(Check),
    }
    facts["columns"] = [(str(int(check)), "number") for check in Check]
    return render(request, "gate/rules_in_use.html", facts)


def _units(rows: Iterable[UnitOnCheck]) -> list[UnitLine]:
    found: dict[int, dict[int, UnitOnCheck]] = defaultdict(
        lambda: defaultdict(lambda: UnitOnCheck(0, 0, 0, 0))
    )
    for row in rows:
        found[row.unit][row.check_no] = row
    returned = returns_by_unit()
    units = Unit.objects.filter(pk__in={*found, *returned}).order_by("code")
    return [
        UnitLine(
            unit,
            tuple(found[unit.pk][check].found for check in Check),
            sum(row.stops for row in found[unit.pk].values()),
            returned.get(unit.pk, 0),
        )
        for unit in units
    ]


def _plain(sentence: str) -> str:
    """Return a rule's sentence with dots in its gaps."""
    head, *rest = sentence.split("{")
    return head + "".join(f"…{part.partition('}')[2]}" for part in rest)
