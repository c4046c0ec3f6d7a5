"""SQLite and PostgreSQL as real databases."""

from tests.engines import engine, postgresql, sqlite

__all__ = ["engine", "postgresql", "sqlite"]
