"""One furnished house for all tests: made once, every test's writing is rolled back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cast import House


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> None:
    """Furnish the house after the test database is made."""
    from tests.cast import furnish

    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # the plugin's own object
        furnish()


@pytest.fixture
def house(db: None) -> House:
    """Return the furnished house."""
    from cabinet.accounts.models import Officer
    from tests.cast import House

    return House({officer.username: officer for officer in Officer.objects.all()})
