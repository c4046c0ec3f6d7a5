"""PostgreSQL takes down the foreign keys of which a guard finds the row before it lets one in.

It sought each of these rows once more at the end of a letter, and locked it: a seventh of the
server's time. No row that they refer to can be deleted or get another key (LED001, LED002).
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Of each column, the table that it refers to and the code of the guard that finds its row.
FOUND = (
    ("registry_revision", "item_id", "registry_item", "REG006"),
    ("registry_revision", "by_id", "accounts_officer", "REG006: the item's or a movement's own"),
    ("registry_number", "item_id", "registry_item", "REG008"),
    ("registry_number", "series_id", "registry_series", "REG008"),
    ("registry_movement", "item_id", "registry_item", "GAT003"),
    ("registry_movement", "revision_id", "registry_revision", "GAT013"),
    ("registry_movement", "by_id", "accounts_officer", "GAT002: a holding's or a delegation's own"),
    ("registry_movement", "post_id", "accounts_post", "GAT001"),
    ("registry_movement", "delegation_id", "accounts_delegation", "GAT002"),
)


def leave(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    for table, column, _other, _code in FOUND:
        with connection.cursor() as cursor:
            there = connection.introspection.get_constraints(cursor, table)
        for name, each in there.items():
            if each["foreign_key"] and each["columns"] == [column]:
                schema_editor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')


def say_again(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for table, column, other, _code in FOUND:
            schema_editor.execute(
                f"ALTER TABLE {table} ADD CONSTRAINT {table}_{column}_fk FOREIGN KEY ({column}) "
                f"REFERENCES {other} (id) DEFERRABLE INITIALLY DEFERRED"
            )


class Migration(migrations.Migration):

    dependencies = [("registry", "0005_leave_to_the_guards_what_they_say")]
    operations = [migrations.RunPython(leave, say_again)]
