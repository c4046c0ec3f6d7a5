"""Both engines, as real databases, and a house in full work on each."""

from tests.cabinet.gate.under_attack.houses import full_house, papers
from tests.engines import alone, engine, postgresql, sqlite

__all__ = ["alone", "engine", "full_house", "papers", "postgresql", "sqlite"]
