"""The register of resolutions and directives: search, one resolution, entering, importing."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cabinet.accounts.duty import Duty
from cabinet.accounts.middleware import OfficerRequest
from cabinet.resolutions.actions import enter_resolutions, record_directive
from cabinet.resolutions.forms import DirectiveForm, ImportForm, ResolutionFilter, ResolutionForm
from cabinet.resolutions.importing import BadFile, resolutions_in
from cabinet.resolutions.models import Resolution
from cabinet.resolutions.queries import (
    SHOWN,
    chain_of,
    directives,
    may_enter_directives,
    may_enter_resolutions,
    papers_citing,
    resolutions_found,
)
from clearance.gate import Refused


@login_required
@require_safe
def resolutions(request: OfficerRequest) -> HttpResponse:
    """Search the register."""
    wanted = ResolutionFilter(request.GET)
    wanted.full_clean()
    asked = wanted.cleaned_data
    found = resolutions_found(
        asked.get("q", ""), asked.get("series", ""), status=asked.get("status", "")
    )
    query = request.GET.copy()
    query.pop("page", None)
    facts = {
        "wanted": wanted,
        "page": Paginator(found, SHOWN).get_page(request.GET.get("page")),
        "query": query.urlencode(),
        "may_enter": may_enter_resolutions(request.duty),
    }
    return render(request, "resolutions/resolutions.html", facts)


@login_required
@require_safe
def resolution(request: OfficerRequest, pk: int) -> HttpResponse:
    """Show one resolution: its chain, its text, and who cites it."""
    found = get_object_or_404(Resolution.objects.select_related("superseded_by"), pk=pk)
    facts = {
        "resolution": found,
        "chain": chain_of(found),
        "citing": papers_citing(found.ref, request.duty)[:SHOWN],
    }
    return render(request, "resolutions/resolution.html", facts)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: OfficerRequest) -> HttpResponse:
    """Enter one resolution; one that is there already is brought up to date."""
    _require(may_enter_resolutions, request.duty)
    form = ResolutionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            [made] = enter_resolutions(told=[form.told()], by=request.duty, at=timezone.now())
        except Refused as refused:
            return _shown(request, "resolutions/enter.html", form, refused)
        messages.success(request, _("%(ref)s is now in the register.") % {"ref": made.ref})
        return redirect("resolution", made.pk)
    return _shown(request, "resolutions/enter.html", form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: OfficerRequest) -> HttpResponse:
    """Enter every resolution of a file, or none and say why."""
    _require(may_enter_resolutions, request.duty)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            told = resolutions_in(file.read(), name=file.name, source=form.cleaned_data["source"])
            made = enter_resolutions(told=told, by=request.duty, at=timezone.now())
        except BadFile as bad:
            form.add_error("file", str(bad))
        except Refused as refused:
            return _shown(request, "resolutions/import.html", form, refused)
        else:
            said = ngettext(
                "One resolution is now in the register.",
                "%(num)s resolutions are now in the register.",
                len(made),
            )
            messages.success(request, said % {"num": len(made)})
            return redirect("resolutions")
    return _shown(request, "resolutions/import.html", form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def all_directives(request: OfficerRequest) -> HttpResponse:
    """Show every directive; the Cabinet records a new one below."""
    may_enter = may_enter_directives(request.duty)
    if request.method == "POST" and not may_enter:
        raise PermissionDenied
    form = DirectiveForm(request.POST or None)
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            record_directive(standing=form.standing(), by=request.duty, at=timezone.now())
        except Refused as error:
            refused = error
        else:
            messages.success(request, _("The directive is recorded; texts are checked against it."))
            return redirect("directives")
    facts = {
        "directives": directives(),
        "form": form if may_enter else None,
        "refused": refused,
    }
    status = refused.status if refused else 422 if form.is_bound else 200
    return render(request, "resolutions/directives.html", facts, status=status)


def _require(may: Callable[[Duty], bool], duty: Duty) -> None:
    if not may(duty):
        raise PermissionDenied


def _shown(
    request: HttpRequest, template: str, form: forms.Form, refused: Refused | None = None
) -> HttpResponse:
    status = refused.status if refused else 422 if form.errors else 200
    return render(request, template, {"form": form, "refused": refused}, status=status)
