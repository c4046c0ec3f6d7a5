"""How the sign-in package behaves here: officers are appointed, nobody signs up."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class ClosedDoor(DefaultAccountAdapter):  # type: ignore[misc]  # the package ships no types
    """An adapter without sign-up and without greetings."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(
            "This user name and this password do not belong together. Write them again, or ask "
            "the system administrator."
        ),
        "too_many_login_attempts": _(
            "There were too many attempts to sign in. Wait a few minutes, then try again."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return that nobody can make an account for himself."""
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing: an officer who signed in sees his desk."""
