"""Both engines, as real databases, each with the departments' door to it."""

from tests.engines import engine, postgresql, sqlite

__all__ = ["engine", "postgresql", "sqlite"]
