"""Print the session key of an officer who has signed in (``python -m bench.sign_in NAME``)."""

from __future__ import annotations

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cabinet.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402

from cabinet.accounts.models import Officer  # noqa: E402
from cabinet.accounts.signed_in import SessionStore  # noqa: E402


def main() -> None:
    """Make the session."""
    officer = Officer.objects.get(username=sys.argv[1])
    store = SessionStore()
    store[SESSION_KEY] = str(officer.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = officer.get_session_auth_hash()
    store.save()
    print(store.session_key)


if __name__ == "__main__":
    main()
