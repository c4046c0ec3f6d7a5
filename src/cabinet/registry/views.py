"""The series of registry numbers, for all to read and for the head of the Registry to change."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cabinet.accounts.middleware import OfficerRequest
from cabinet.registry.forms import SeriesForm
from cabinet.registry.models import Series
from cabinet.registry.series import (
    all_series,
    may_open_series,
    open_new_series,
    put_into_use,
    put_out_of_use,
)
from clearance.gate import Refused

_IN_USE = gettext_lazy("The series %(code)s is in use from the next number on.")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def series(request: OfficerRequest) -> HttpResponse:
    """Show the series; the head of the Registry opens one or puts one out of use here."""
    may_open = may_open_series(request.duty)
    if request.method == "POST" and not may_open:
        raise PermissionDenied
    turns = request.method == "POST" and "series" in request.POST
    form = SeriesForm(None if turns else request.POST or None)
    error = None
    try:
        if turns:
            return _turned(request)
        if request.method == "POST" and form.is_valid():
            made = open_new_series(new=form.new(), by=request.duty)
            messages.info(request, _IN_USE % {"code": made.code})
            return redirect(request.path)
    except Refused as refused:
        error = refused
    status = error.status if error else 422 if form.errors else 200
    context = {"lines": all_series(), "form": form if may_open else None, "error": error}
    return render(request, "registry/series.html", context, status=status)


def _turned(request: OfficerRequest) -> HttpResponse:
    """Put the series that was named out of use, or into use again."""
    asked = request.POST["series"]
    found = get_object_or_404(Series, pk=int(asked) if asked.isdecimal() else 0)
    if found.in_use:
        put_out_of_use(series=found, by=request.duty)
        messages.info(request, _("The series %(code)s is out of use.") % {"code": found.code})
    else:
        put_into_use(series=found, by=request.duty)
        messages.info(request, _IN_USE % {"code": found.code})
    return redirect(request.path)
