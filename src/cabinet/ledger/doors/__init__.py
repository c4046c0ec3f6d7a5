"""Two doors for reading: the Cabinet's connection, and the departments' connection.

What a department's officer reads comes through a second connection of the database, on which the
database itself shows only what the Cabinet let that officer see. Each desk declares in its
``sight.py`` which rows of its tables are seen; from that one registry come views and an authorizer
for SQLite, row-level security for PostgreSQL. What is not declared is not seen.

That connection never writes. An act of a department is ruled on and written by the Cabinet's.
"""

from cabinet.ledger.doors.declared import Gathered, Shown, Sight

__all__ = ["Gathered", "Shown", "Sight"]
