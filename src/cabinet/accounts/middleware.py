"""Puts the duty, the roles and the post of the officer on each request."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from cabinet.accounts.duty import Duty, duty_of
from cabinet.accounts.models import Officer, Post
from cabinet.accounts.signed_in import post_of
from clearance.terms import Role


class OfficerRequest(HttpRequest):
    """A request of an officer who signed in."""

    user: Officer
    duty: Duty
    officer_roles: frozenset[Role]
    officer_post: Post | None
    opened_item: int | None  # the paper that a page shows, where its address does not say which


class OfficerOnDuty:
    """Middleware: looks the posts up once, when a page first asks for them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the duty on it."""
        officer_request = cast(OfficerRequest, request)
        if request.user.is_authenticated:
            officer = request.user
            officer_request.duty = cast(
                Duty, SimpleLazyObject(lambda: duty_of(officer, timezone.localdate()))
            )
            officer_request.officer_roles = cast(
                "frozenset[Role]", SimpleLazyObject(lambda: officer_request.duty.roles)
            )
            officer_request.officer_post = cast(
                "Post | None", SimpleLazyObject(lambda: _only_post(officer_request.duty))
            )
        else:
            officer_request.officer_roles = frozenset()
        return self.get_response(request)


def _only_post(duty: Duty) -> Post | None:
    """Return the one post that the officer uses; None where there is none, or several."""
    held = {each.post for each in duty.authorities if each.power is None and each.kind is None}
    return post_of(held.pop()) if len(held) == 1 else None
