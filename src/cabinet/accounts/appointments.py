"""Entering officers, opening posts, filling and emptying them: the leadership and administrator.

Source: our guess: appointments are the leadership's, entered by the administrator (ACC001).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cabinet.accounts import actions
from cabinet.accounts.appointment_forms import (
    AppointmentForm,
    OfficerForm,
    PostForm,
    ReliefForm,
)
from cabinet.accounts.middleware import OfficerRequest
from cabinet.accounts.models import Holding
from cabinet.accounts.queries import may_appoint, seats_on
from cabinet.ui.languages import name

View = Callable[..., HttpResponse]


def _by_appointers(view: View) -> View:
    @login_required
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_appoint(request.duty):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def _page(
    request: OfficerRequest, form: forms.Form, title: str | Promise, under: str | Promise
) -> HttpResponse:
    context = {"form": form, "title": title, "under": under}
    status = 422 if form.errors else 200
    return render(request, "accounts/appointment.html", context, status=status)


@_by_appointers
def enter_officer(request: OfficerRequest) -> HttpResponse:
    """Enter a new officer, who then may sign in and be appointed."""
    form = OfficerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        names = actions.Names(typed["name_ar"], typed["name_en"], typed["name_fr"])
        officer = actions.enter_officer(
            username=typed["username"],
            names=names,
            language=typed["language"],
            email=typed["email"],
            password=typed["password"],
        )
        said = _("%(officer)s is entered and may sign in. Appoint the officer to a post.")
        messages.info(request, said % {"officer": name(officer)})
        return redirect("staff_appoint")
    title = gettext_lazy("Enter an officer")
    return _page(request, form, title, gettext_lazy("A person without a post sees no paper."))


@_by_appointers
def open_post(request: OfficerRequest) -> HttpResponse:
    """Open a new post in a unit."""
    form = PostForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        actions.open_post(
            code=typed["code"],
            role=typed["role"],
            unit=typed["unit"],
            names=actions.Names(typed["name_ar"], typed["name_en"], typed["name_fr"]),
        )
        messages.info(request, _("The post is open. Appoint an officer to it."))
        return redirect("staff_appoint")
    title = gettext_lazy("Open a post")
    return _page(request, form, title, gettext_lazy("What it does cannot be changed afterwards."))


@_by_appointers
def appoint(request: OfficerRequest) -> HttpResponse:
    """Let an officer take up a post."""
    form = AppointmentForm(request.POST or None, by=request.duty)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        actions.appoint(
            officer=typed["officer"],
            post=typed["post"],
            begins_on=typed["begins_on"],
            ends_on=typed["ends_on"],
            instrument=typed["instrument"],
            by=request.duty.officer,
            at=timezone.now(),
        )
        said = _("%(officer)s takes up the post.")
        messages.info(request, said % {"officer": name(typed["officer"])})
        return redirect("staff")
    title = gettext_lazy("Appoint an officer")
    return _page(request, form, title, gettext_lazy("Nobody appoints himself."))


@_by_appointers
def relieve(request: OfficerRequest, pk: int) -> HttpResponse:
    """End an officer's holding of a post from a day on."""
    seats = seats_on(request.duty.on)
    held = [each for seat in seats for each in seat.holdings if each.pk == pk]
    if not held:
        if request.method != "POST" or not Holding.objects.filter(pk=pk).exists():
            raise Http404
        messages.info(request, _("The officer does not hold the post any more."))
        return redirect("staff")
    form = ReliefForm(request.POST or None, today=request.duty.on)
    if request.method == "POST" and form.is_valid():
        actions.relieve(
            holding=held[0],
            first_day_without=form.cleaned_data["first_day_without"],
            reason=form.cleaned_data["reason"],
            by=request.duty.officer,
            at=timezone.now(),
        )
        messages.info(request, _("The officer leaves the post on that day."))
        return redirect("staff")
    title = _("Relieve %(officer)s") % {"officer": name(held[0].officer)}
    return _page(request, form, title, name(held[0].post))
