"""The departments' door on SQLite: a connection of its own with views and an authorizer."""
