"""Both engines, the browser, and a clean memory of what was done outside."""

import pytest

from tests.cabinet.errands import seen
from tests.cabinet.gate.pages.conftest import at
from tests.engines import engine, postgresql, sqlite

__all__ = ["at", "engine", "postgresql", "sqlite"]


@pytest.fixture(autouse=True)
def nothing_seen() -> None:
    seen.clear()
