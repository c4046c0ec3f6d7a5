"""Posts and who holds them; delegations given, in force and past."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cabinet.accounts import actions
from cabinet.accounts.forms import POWERS, DelegationForm, RevocationForm
from cabinet.accounts.middleware import OfficerRequest
from cabinet.accounts.models import Delegation
from cabinet.accounts.queries import (
    delegations_of,
    may_appoint,
    may_revoke,
    posts_to_lend,
    seats_on,
)
from cabinet.ui.languages import name
from clearance.authority import Capacity


@login_required
@require_safe
def staff(request: OfficerRequest) -> HttpResponse:
    """Show every post with its holders, and every delegation."""
    lent = delegations_of(request.duty)
    context = {
        "seats": seats_on(request.duty.on),
        "in_force": [each for each in lent if each.standing == "in_force"],
        "coming": [each for each in lent if each.standing == "coming"],
        "past": [each for each in lent if each.standing == "past"],
        "powers": {power.value: said for power, said in POWERS.items()},
        "may_lend": posts_to_lend(request.duty).exists(),
        "may_appoint": may_appoint(request.duty),
    }
    return render(request, "accounts/staff.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delegate(request: OfficerRequest) -> HttpResponse:
    """Lend a post's power to another officer, in writing."""
    if not posts_to_lend(request.duty).exists():
        raise PermissionDenied
    form = DelegationForm(request.POST or None, by=request.duty)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        actions.delegate(
            post=typed["post"],
            to=typed["officer"],
            capacity=Capacity(typed["capacity"]),
            limits=form.limits(),
            begins_on=typed["begins_on"],
            ends_on=typed["ends_on"],
            instrument=typed["instrument"],
            by=request.duty.officer,
            at=timezone.now(),
        )
        said = _("The power of the post is lent to %(officer)s.")
        messages.info(request, said % {"officer": name(typed["officer"])})
        return redirect("staff")
    return render(
        request, "accounts/delegate.html", {"form": form}, status=422 if form.errors else 200
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: OfficerRequest, pk: int) -> HttpResponse:
    """End a delegation from a day on."""
    lent = next(iter(delegations_of(request.duty, pk=pk)), None)
    if lent is not None and lent.standing == "past" and request.method == "POST":
        return _ended_before(request, lent.delegation)
    if lent is None or lent.standing == "past":
        raise Http404
    if not lent.may_revoke:
        raise PermissionDenied
    form = RevocationForm(request.POST or None, delegation=lent.delegation, today=request.duty.on)
    if request.method == "POST" and form.is_valid():
        actions.revoke(
            delegation=lent.delegation,
            first_day_without=form.cleaned_data["first_day_without"],
            reason=form.cleaned_data["reason"],
            by=request.duty.officer,
            at=timezone.now(),
        )
        messages.info(request, _("The delegation is revoked."))
        return redirect("staff")
    context = {"form": form, "lent": lent}
    return render(request, "accounts/revoke.html", context, status=422 if form.errors else 200)


def _ended_before(request: OfficerRequest, delegation: Delegation) -> HttpResponse:
    """Tell who would end a delegation from an old page that nothing is left to end."""
    if not may_revoke(delegation, request.duty):
        raise Http404
    messages.info(request, _("The delegation has ended already."))
    return redirect("staff")
