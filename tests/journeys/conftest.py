"""The scene of the walks: set once for a module, and taken away with its transaction."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cabinet.registry.models import Item
from tests.cabinet.gate.pages.conftest import At, at
from tests.engines import Sqlite, hasty, on_engine, sqlite, the_house
from tests.journeys.scene import Scene, cast_of_scene

__all__ = ["At", "at", "sqlite"]


@pytest.fixture(scope="module")
def scene(django_db_setup: None, sqlite: Sqlite) -> Iterator[Scene]:
    """The house with its papers, for the tests of one module."""
    settings, papers = cast_of_scene(sqlite)
    with on_engine(hasty(settings)):
        items = Item.objects.in_bulk(papers.values())
        yield Scene(the_house(), {name: items[key] for name, key in papers.items()})
    sqlite.discard(settings)
