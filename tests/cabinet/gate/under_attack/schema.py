"""What a table's columns are, as the models declare them: by this the forger knows what to try."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

Fields = dict[str, models.Field[Any, Any]]


@cache
def columns_of(table: str) -> Fields:
    """Return the fields of a table by their columns."""
    model = next(each for each in apps.get_models() if each._meta.db_table == table)
    return {str(field.column): field for field in model._meta.concrete_fields}


@cache
def referred_to(table: str, column: str) -> str | None:
    """Return the table whose rows a column names; None: it names none."""
    field = columns_of(table).get(column)
    if not isinstance(field, models.ForeignKey):
        return None
    return str(field.related_model._meta.db_table)


@cache
def words_of(table: str, column: str) -> tuple[Any, ...]:
    """Return the words that a column may hold, if the model lists them."""
    field = columns_of(table).get(column)
    return tuple(value for value, _label in (field.choices or ()) if field) if field else ()


@cache
def unique_keys(table: str) -> tuple[tuple[str, ...], ...]:
    """Return the columns of each unique key of a table, besides that of its rows."""
    fields = columns_of(table)
    alone = [(name,) for name, field in fields.items() if field.unique and not field.primary_key]
    of_name = {field.name: column for column, field in fields.items()}
    together = [
        tuple(of_name[name] for name in each.fields)
        for each in next(iter(fields.values())).model._meta.constraints
        if isinstance(each, models.UniqueConstraint) and each.condition is None
    ]
    return (*alone, *together)


@cache
def texts_that_tell_apart(table: str) -> tuple[str, ...]:
    """Return the columns of text by which two rows differ, one of each unique key."""
    fields = columns_of(table)
    texts = [
        [name for name in key if isinstance(fields[name], models.CharField)]
        for key in unique_keys(table)
    ]
    return tuple(names[-1] for names in texts if names)


@cache
def days_of(table: str) -> tuple[str, ...]:
    """Return the columns of days and moments."""
    fields = columns_of(table).items()
    return tuple(name for name, field in fields if isinstance(field, models.DateField))
