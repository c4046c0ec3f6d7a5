"""Who read a paper, and a paper's case to be taken out of the house."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.audit.cases import case_of
from cabinet.audit.door import auditors_only, open_to
from cabinet.audit.forms import CaseForm, ReadingsFilter
from cabinet.audit.models import Viewing
from cabinet.audit.queries import events_of_paper, paper_named, readings_shown
from cabinet.audit.sentences import lines_of
from cabinet.gate.views.act_page import visible_item
from cabinet.ledger.log.keys import CannotSign
from cabinet.ledger.reading import events_in_order
from cabinet.registry.queries import visible_items
from clearance.terms import Role

_SHOWN = 50
_MOST_EVENTS = 2000


@open_to(Role.INTERNAL_AUDITOR, Role.DIRECTOR_GENERAL)
@require_safe
def readings(request: OfficerRequest) -> HttpResponse:
    """Show who opened which paper when; to the Director-General, of what is kept closely."""
    form = ReadingsFilter(request.GET)
    form.full_clean()
    page = Paginator(_narrowed(request, form.cleaned_data), _SHOWN).get_page(
        request.GET.get("page")
    )
    query = request.GET.copy()
    query.pop("page", None)
    items = {each.item_id for each in page}
    facts = {
        "wanted": form,
        "page": page,
        "query": query.urlencode(),
        "seen": set(visible_items(request.duty).filter(pk__in=items).values_list("pk", flat=True)),
        "whole": Role.INTERNAL_AUDITOR in request.duty.roles,
    }
    return render(request, "audit/readings.html", facts)


def _narrowed(request: OfficerRequest, asked: dict[str, Any]) -> QuerySet[Viewing]:
    found = readings_shown(request.duty)
    if paper := asked.get("paper"):
        found = found.filter(item=paper_named(paper.strip(), request.duty))
    if told := asked.get("officer"):
        names = Q(officer__username__iexact=told)
        for column in ("name_ar", "name_en", "name_fr"):
            names |= Q(**{f"officer__{column}__icontains": told})
        found = found.filter(names)
    if since := asked.get("since"):
        found = found.filter(at__date__gte=since)
    if until := asked.get("until"):
        found = found.filter(at__date__lte=until)
    return found


@auditors_only
def case(request: OfficerRequest, pk: int) -> HttpResponse:
    """Show every event of a paper, and ask what is to go out with it."""
    item = visible_item(request.duty, pk)
    events = events_in_order(after=0, most=_MOST_EVENTS, wanted=events_of_paper(pk))
    facts = {"item": item, "lines": lines_of(events, request.duty), "form": CaseForm()}
    return render(request, "audit/case.html", facts)


@auditors_only
def case_zip(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """Give a paper's case as one signed file, to be verified anywhere."""
    item = visible_item(request.duty, pk)
    form = CaseForm(request.GET)
    form.full_clean()
    try:
        file = case_of(
            item=item,
            shows=form.cleaned_data.get("shows", False),
            with_files=form.cleaned_data.get("papers", False),
            duty=request.duty,
        )
    except (CannotSign, OSError) as error:
        facts = {"item": item, "lines": [], "form": CaseForm(), "wrong": str(error)}
        return render(request, "audit/case.html", facts, status=503)
    name = f"{settings.LEDGER_NAME.replace('/', '-')}-case-{item.pk}.zip"
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
