"""The door of the auditor's desk: to everybody else its pages do not exist."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from cabinet.accounts.middleware import OfficerRequest
from clearance.terms import Role

View = Callable[..., HttpResponseBase]


def open_to(*roles: Role) -> Callable[[View], View]:
    """Let officers of these roles in; to all others there is no such page."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.duty.roles.intersection(roles):
                raise Http404
            return view(request, *args, **kwargs)

        return login_required(guarded)

    return guard


for_auditors = open_to(Role.INTERNAL_AUDITOR)


def auditors_only(view: View) -> View:
    """Let the Internal Auditor look; to all others there is no such page."""
    return for_auditors(require_safe(view))
