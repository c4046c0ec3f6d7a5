"""My desk and the page of a paper."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.desk.dossier import dossier_of
from cabinet.desk.next_act import acts_of
from cabinet.desk.parts import desk_columns, desk_rows
from cabinet.desk.queries import reads_no_paper
from cabinet.desk.waiting import piles_of, tally_of
from cabinet.gate.views.act_page import visible_item


@login_required
@require_safe
def desk(request: OfficerRequest) -> HttpResponse:
    """Show what waits for the officer, the pressing first."""
    if reads_no_paper(request.duty):
        return render(request, "desk/desk_without_papers.html")
    piles = piles_of(request.duty)
    context = {
        "piles": piles,
        "tally": tally_of(piles),
        "columns": desk_columns(),
        "rows": desk_rows,
    }
    return render(request, "desk/desk.html", context)


@login_required
@require_safe
def item(request: OfficerRequest, pk: int) -> HttpResponse:
    """Show a paper beside its facts, its movements, and what the officer may do with it."""
    found = visible_item(request.duty, pk)
    context = {
        "dossier": dossier_of(found, request.duty),
        "item": found,
        "acts": acts_of(found, request.duty),
    }
    return render(request, "desk/item.html", context)
