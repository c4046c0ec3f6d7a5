"""Audit files with their findings, and the page on which a unit answers what is addressed to it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.audit.actions import (
    Found,
    follow_up_finding,
    open_file,
    record_finding,
    reply_to_finding,
)
from cabinet.audit.door import for_auditors
from cabinet.audit.forms import FileForm, FindingForm, StepForm
from cabinet.audit.models import AuditFile, AuditFinding, FindingStep
from cabinet.audit.queries import findings_to_answer, with_state
from cabinet.registry.queries import visible_items
from clearance.gate import Refused
from clearance.terms import Role
from clearance.terms.posts import ANSWERING

_shows_and_takes = require_http_methods(["GET", "HEAD", "POST"])


@for_auditors
@_shows_and_takes
def files(request: OfficerRequest) -> HttpResponse:
    """Show the audit files, or open one."""
    form = FileForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = open_file(title=form.cleaned_data["title"], by=request.duty, at=timezone.now())
        return redirect("audit_file", pk=made.pk)
    closed = FindingStep.objects.filter(finding=OuterRef("findings"), kind=FindingStep.Kind.CLOSE)
    found = AuditFile.objects.annotate(
        all=Count("findings"),
        open=Count("findings", filter=~Q(Exists(closed))),
    ).order_by("-no")
    status = 422 if form.is_bound else 200
    return render(request, "audit/files.html", {"form": form, "files": found}, status=status)


@for_auditors
@_shows_and_takes
def file(request: OfficerRequest, pk: int) -> HttpResponse:
    """Show one audit file with its findings, or record a finding in it."""
    found = get_object_or_404(AuditFile.objects.select_related("by"), pk=pk)
    form = FindingForm(request.POST or None, initial=_from_the_record(request), duty=request.duty)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        finding = Found(
            weight=AuditFinding.Weight(told["weight"]), text=told["text"], unit=told["unit"],
            item=told["paper"], event_seq=told["event_seq"], due_on=told["due_on"],
        )  # fmt: skip
        made = record_finding(file=found, found=finding, by=request.duty, at=timezone.now())
        messages.success(request, _("Finding %(no)s is recorded.") % {"no": made.no})
        return redirect("audit_file", pk=found.pk)
    facts = {"file": found, "form": form, "findings": with_state(found.findings.all())}
    return render(request, "audit/file.html", facts, status=422 if form.is_bound else 200)


def _from_the_record(request: OfficerRequest) -> dict[str, str]:
    return {"event_seq": request.GET.get("event", ""), "paper": request.GET.get("paper", "")}


@login_required
@require_safe
def to_answer(request: OfficerRequest) -> HttpResponse:
    """Show the findings that the officer's units are to answer."""
    if not request.duty.units_as(*ANSWERING):
        raise Http404
    facts = {"findings": findings_to_answer(request.duty)}
    return render(request, "audit/to_answer.html", facts)


@login_required
@_shows_and_takes
def finding(request: OfficerRequest, pk: int) -> HttpResponse:
    """Show one finding to the auditor and to the unit that answers it; take what either says."""
    is_auditor = Role.INTERNAL_AUDITOR in request.duty.roles
    whose = with_state(AuditFinding.objects.all()) if is_auditor else None
    found = get_object_or_404(findings_to_answer(request.duty) if whose is None else whose, pk=pk)
    form = StepForm(request.POST or None)
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        try:
            _said(request, found, form.cleaned_data["text"], is_auditor=is_auditor)
        except Refused as error:
            refused = error
        else:
            return redirect("audit_finding", pk=found.pk)
    item = found.item
    facts = {
        "finding": found,
        "steps": found.steps.select_related("by", "post", "delegation").order_by("no"),
        "form": form,
        "refused": refused,
        "is_auditor": is_auditor,
        "is_seen": item is not None and visible_items(request.duty).filter(pk=item.pk).exists(),
    }
    status = refused.status if refused else 422 if form.is_bound else 200
    return render(request, "audit/finding.html", facts, status=status)


def _said(
    request: OfficerRequest, found: AuditFinding, text: str, *, is_auditor: bool
) -> FindingStep:
    """Write what the auditor or the unit says, as the button says it."""
    by, at = request.duty, timezone.now()
    if is_auditor:
        closes = request.POST.get("step") == FindingStep.Kind.CLOSE
        return follow_up_finding(finding=found, text=text, closes=closes, by=by, at=at)
    return reply_to_finding(finding=found, text=text, by=by, at=at)
