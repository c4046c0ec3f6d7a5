"""The departments' door on PostgreSQL: a login role of its own under row-level security."""
