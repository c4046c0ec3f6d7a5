"""How the sign-in package behaves here: officers are appointed, nobody signs up."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # the package ships no types
    """An adapter without sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return that nobody can make an account for himself."""
        return False
