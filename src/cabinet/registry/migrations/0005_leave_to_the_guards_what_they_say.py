"""PostgreSQL takes down the CHECKs that a number is not negative where a guard says more.

It reads each CHECK anew for each row that is written, which took a twentieth of a letter's time.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Of each column, the code of the guard that holds it.
SAID = (
    ("registry_item", "urgency", "REG013"),
    ("registry_item", "confidentiality", "REG013"),
    ("registry_item", "moves", "REG001, REG003"),
    ("registry_revision", "no", "REG006"),
    ("registry_number", "year", "REG008"),
    ("registry_number", "serial", "REG008"),
    ("registry_movement", "no", "GAT003"),
)


def leave(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for table, column, _code in SAID:
            schema_editor.execute(
                f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {table}_{column}_check"
            )


def say_again(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for table, column, _code in SAID:
            schema_editor.execute(
                f"ALTER TABLE {table} ADD CONSTRAINT {table}_{column}_check CHECK ({column} >= 0)"
            )


class Migration(migrations.Migration):

    dependencies = [("registry", "0004_order_a_units_papers")]
    operations = [migrations.RunPython(leave, say_again)]
