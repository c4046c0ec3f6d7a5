"""A house in full work on each engine, made once in a session and copied for each test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.cabinet.gate.under_attack.oracle import Oracle
from tests.cabinet.gate.under_attack.scene import Scene
from tests.engines import Engine, Settings, hasty, on_engine
from tests.moulds import Shared

_MADE: dict[str, tuple[Settings, dict[tuple[str, str], int]]] = {}
_SEEN: dict[str, Oracle] = {}


def oracle_at(engine: Engine, client: Any) -> Oracle:
    """Return an oracle at a copy of the full house, after its first look, which finds all well."""
    seen = _SEEN.get(engine.name)
    oracle = seen.at_a_copy(client) if seen else Oracle(engine.name, client)
    assert oracle.look() == []
    _SEEN.setdefault(engine.name, oracle.at_a_copy(client))
    return oracle


@pytest.fixture
def full_house(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Return a database with a paper in every state; it is made once in a run, and only copied."""
    if engine.name not in _MADE:
        shared = Shared(tmp_path_factory)
        settings, papers = shared.once(f"full_house-{engine.name}", lambda: _fill(engine))
        _MADE[engine.name] = settings, {(flow, state): key for flow, state, key in papers}
    yield _MADE[engine.name][0]


def _fill(engine: Engine) -> tuple[Settings, list[tuple[str, str, int]]]:
    settings = engine.cast()
    with on_engine(hasty(settings)):
        papers = [(*key, item.pk) for key, item in Scene().items.items()]
    engine.keep(settings)
    return settings, papers


@pytest.fixture
def papers(engine: Engine, full_house: Settings) -> dict[tuple[str, str], int]:
    """Return the keys of the full house's papers by flow and state."""
    return _MADE[engine.name][1]
