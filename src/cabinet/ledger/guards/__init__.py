"""The promise in the database itself: rows that cannot be changed, acts that cannot be faked.

Each desk declares, in its own ``guards.py``, which tables are protected and which rows are
refused. From that one registry ``migrate`` makes triggers for SQLite and for PostgreSQL alike, so
that whoever opens the database with a plain SQL client meets the same gate as the application.
"""

from cabinet.ledger.guards.declared import Consequence, Guard, Known, Protected

__all__ = ["Consequence", "Guard", "Known", "Protected"]
