"""The scene of the walks: set once for a module, and taken away with its transaction."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction

from cabinet.accounts.models import Officer
from tests.cabinet.gate.pages.conftest import At, at
from tests.cast import House
from tests.journeys.scene import Scene, set_scene

__all__ = ["At", "at"]


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: object) -> Iterator[Scene]:
    """The house with its papers, for the tests of one module."""
    unblocked = django_db_blocker.unblock()  # type: ignore[attr-defined]  # the plugin's own object
    with unblocked, transaction.atomic():
        yield set_scene(House({officer.username: officer for officer in Officer.objects.all()}))
        transaction.set_rollback(True)
