"""A house in full work on each engine, made once in a session and copied for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cabinet.gate.under_attack.scene import Scene
from tests.engines import Engine, Settings, on_engine

_MADE: dict[str, tuple[Settings, dict[tuple[str, str], int]]] = {}


@pytest.fixture
def full_house(engine: Engine) -> Iterator[Settings]:
    """Return a database with a paper in every state; it is made once, and only copied."""
    if engine.name not in _MADE:
        settings = engine.cast()
        with on_engine(settings):
            papers = {key: item.pk for key, item in Scene().items.items()}
        _MADE[engine.name] = (settings, papers)
    yield _MADE[engine.name][0]


@pytest.fixture
def papers(engine: Engine, full_house: Settings) -> dict[tuple[str, str], int]:
    """Return the keys of the full house's papers by flow and state."""
    return _MADE[engine.name][1]
