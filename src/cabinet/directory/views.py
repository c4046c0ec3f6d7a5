"""The directory of the outside world, and the signatory matrix."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.directory.actions import enter_correspondent, keep_incumbent, set_signatory
from cabinet.directory.forms import (
    CellForm,
    DirectoryFilter,
    EntryForm,
    IncumbentForm,
    begun_with,
)
from cabinet.directory.models import Correspondent, Incumbent, SignatoryCell
from cabinet.directory.queries import (
    SHOWN,
    entries_found,
    entries_suggested,
    incumbents_of,
    matrix_of,
    may_enter,
    may_set_matrix,
)
from cabinet.ui.languages import name
from cabinet.ui.words import KIND, MATRIX_SOURCE, word
from clearance.gate import Refused
from clearance.terms import Kind


@login_required
@require_safe
def directory(request: OfficerRequest) -> HttpResponse:
    """Search the directory; htmx gets the found entries alone."""
    wanted = DirectoryFilter(request.GET)
    wanted.full_clean()
    asked = wanted.cleaned_data
    country = asked.get("country")
    found = entries_found(
        asked.get("q", ""), asked.get("level", ""), country.pk if country else None
    )
    context = {
        "wanted": wanted,
        "entries": found[:SHOWN],
        "more": len(found) > SHOWN,
        "shown": SHOWN,
    }
    if request.headers.get("HX-Request"):
        response = render(request, "directory/_found.html", context)
    else:
        context["may_enter"] = may_enter(request.duty)
        response = render(request, "directory/directory.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@login_required
@require_safe
def correspondents(request: HttpRequest) -> HttpResponse:
    """Suggest entries while a name is typed (``?q=``), as options of a list."""
    found = entries_suggested(request.GET.get("q", "")[:100])
    names = Counter(name(entry) for entry in found)
    options = [
        # Two entries of one name are told apart by their directory numbers.
        (said if names[said] == 1 else f"{said} #{entry.pk}", word(entry.level, "level"))
        for entry in found
        for said in [name(entry)]
    ]
    return render(request, "directory/_options.html", {"options": options})


@login_required
@require_safe
def entry(request: OfficerRequest, pk: int) -> HttpResponse:
    """Show one entry: names, forms of address, who holds the post, where it is reached."""
    found = get_object_or_404(Correspondent.objects.select_related("country", "unit_owner"), pk=pk)
    context = {
        "entry": found,
        "incumbents": incumbents_of(found),
        "today": request.duty.on,
        "may_enter": may_enter(request.duty),
    }
    return render(request, "directory/entry.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def incumbent(request: OfficerRequest, pk: int, no: int | None = None) -> HttpResponse:
    """Enter who holds the post of a correspondent, or put an entry right; ``no`` None: enter."""
    if not may_enter(request.duty):
        raise PermissionDenied
    found = get_object_or_404(Correspondent, pk=pk)
    row = None if no is None else get_object_or_404(Incumbent, pk=no, correspondent=found)
    form = IncumbentForm(request.POST or None, initial=begun_with(row) if row else None)
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            keep_incumbent(
                correspondent=found,
                held=form.held(),
                incumbent=row,
                by=request.duty,
                at=timezone.now(),
            )
        except Refused as error:
            refused = error
        else:
            messages.success(request, _("Recorded: the next review goes by it."))
            return redirect("directory_entry", found.pk)
    context = {"entry": found, "incumbent": row, "form": form, "refused": refused}
    status = refused.status if refused else 422 if form.errors else 200
    return render(request, "directory/incumbent.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: OfficerRequest) -> HttpResponse:
    """Enter a correspondent; what was typed stays where something is wrong with it."""
    if not may_enter(request.duty):
        raise PermissionDenied
    form = EntryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = enter_correspondent(entry=form.entry())
        messages.info(request, _("%(name)s is now in the directory.") % {"name": name(made)})
        return redirect("directory_entry", made.pk)
    status = 422 if form.errors else 200
    return render(request, "directory/enter.html", {"form": form}, status=status)


def _source_of(cell: SignatoryCell) -> str:
    """Return where a cell was taken from: those of the reference data in words, others as typed."""
    keys = cell.source.split(", ")
    if not MATRIX_SOURCE.keys() >= set(keys):
        return cell.source
    return _("; ").join(word(key, "matrixsource") for key in keys)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def signatories(request: OfficerRequest) -> HttpResponse:
    """Show who may sign what to whom; the leadership changes it here."""
    may_set = may_set_matrix(request.duty)
    if request.method == "POST" and not may_set:
        raise PermissionDenied
    asked = request.POST.get("kind") or request.GET.get("kind", "")
    kind = asked if asked in KIND else Kind.LETTER.value
    form = CellForm(request.POST) if request.method == "POST" else CellForm(initial={"kind": kind})
    if request.method == "POST" and form.is_valid():
        set_signatory(cell=form.cell(), by=request.duty, at=timezone.now())
        messages.info(request, _("The signatory matrix is changed from now on."))
        return redirect(f"{request.path}?kind={kind}")
    context = {
        "kind": kind,
        "kinds": KIND,
        "lines": matrix_of(kind),
        "source_of": _source_of,
        "form": form if may_set else None,
    }
    return render(
        request, "directory/signatories.html", context, status=422 if form.errors else 200
    )
