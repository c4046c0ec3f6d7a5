"""Taking a paper in: one screen, and at once the next."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from cabinet.accounts.duty import Duty
from cabinet.accounts.middleware import OfficerRequest
from cabinet.directory.actions import enter_correspondent
from cabinet.gate.actions.incoming import Arrived, receive_and_register, receive_incoming
from cabinet.gate.forms.choices import offered_correspondents
from cabinet.gate.forms.papers import RegisterForm
from cabinet.gate.queries import may_begin
from cabinet.gate.views.act_page import page_of
from cabinet.ledger.one_act import one_act
from cabinet.registry.models import Item
from clearance.gate import Refused
from clearance.terms import Flow


@login_required
def register_incoming(request: OfficerRequest) -> HttpResponseBase:
    """Show the register's screen, or take a paper in."""
    if not may_begin(Flow.INCOMING, "receive", request.duty):
        raise PermissionDenied
    if request.method != "POST":
        return _shown(request, RegisterForm(duty=request.duty), None)
    form = RegisterForm(request.POST, request.FILES, duty=request.duty)
    if not form.is_valid():
        return _shown(request, form, None)
    wish = request.POST.get("wish", "register")
    try:
        item = _taken_in(form, request.duty, log_only=wish == "log")
    except Refused as refused:
        return _shown(request, form, refused)
    messages.success(request, _told(item))
    return redirect("register_incoming" if wish == "next" else page_of(request.duty, item))


def _taken_in(form: RegisterForm, duty: Duty, *, log_only: bool) -> Item:
    take_in = receive_incoming if log_only else receive_and_register
    with one_act():
        return take_in(arrived=_arrived(form), by=duty, at=timezone.now())


def _arrived(form: RegisterForm) -> Arrived:
    facts: dict[str, Any] = form.cleaned_data
    entry = form.new_sender
    return Arrived(
        next(iter(facts["paper"]), None),
        facts["enclosures"],
        kind=facts["kind"],
        subject=facts["subject"],
        sender=enter_correspondent(entry=entry) if entry else facts["sender"],
        sender_reference=facts["sender_reference"],
        dated_gregorian=facts["dated_gregorian"],
        dated_hijri=facts["dated_hijri"],
        languages=facts["languages"],
        channel=facts["channel"],
        urgency=facts["urgency"],
        confidentiality=facts["confidentiality"],
        enclosures_announced=facts["enclosures_announced"],
        answers=facts["answers"],
        outer_marks=facts["outer_marks"],
        personal_to=facts["personal_to"],
    )


def _told(item: Item) -> str:
    number = Item.objects.values_list("number__text", flat=True).get(pk=item.pk)
    if number:
        return _("Registered as %(number)s.") % {"number": number}
    return _("Logged without a number.")


def _shown(request: OfficerRequest, form: RegisterForm, refused: Refused | None) -> HttpResponse:
    facts = {"form": form, "refused": refused, "correspondents": offered_correspondents()}
    status = refused.status if refused else 422 if form.is_bound else 200
    return render(request, "gate/register.html", facts, status=status)
