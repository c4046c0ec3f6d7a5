"""Both engines, as real databases, each with the departments' door to it."""

from tests.engines import alone, engine, postgresql, sqlite

__all__ = ["alone", "engine", "postgresql", "sqlite"]
