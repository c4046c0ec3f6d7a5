"""The administrator's page: what could not be done, and trying it again.

To everybody else these pages do not exist.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cabinet.accounts.middleware import OfficerRequest
from cabinet.errands.actions import try_again
from cabinet.errands.queries import given_up, still_waiting
from cabinet.ledger.doors.reader import at_the_cabinet
from clearance.terms import Role

View = Callable[..., HttpResponse]


def administrators_only(view: View) -> View:
    """Let the system administrator in; to all others there is no such page."""

    @wraps(view)
    def guarded(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if Role.SYSTEM_ADMINISTRATOR not in request.duty.roles:
            raise Http404
        with at_the_cabinet():  # the list is of no paper, and no department's to read
            return view(request, *args, **kwargs)

    return login_required(guarded)


@administrators_only
@require_safe
def errands(request: OfficerRequest) -> HttpResponse:
    """Show what was given up and what waits."""
    facts = {"given_up": given_up(), "waiting": still_waiting()}
    return render(request, "errands/errands.html", facts)


@administrators_only
@require_POST
def again(request: OfficerRequest, key: str) -> HttpResponse:
    """Put an errand that was given up back on the list."""
    if not try_again(key=key, at=timezone.now()):
        messages.error(request, _("This errand is on the list already, or is done."))
    else:
        messages.info(request, _("The errand is on the list again."))
    return redirect("errands")
