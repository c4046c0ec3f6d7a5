"""The rows of every register that the review goes by, read as they stand now. Reads only."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db.models import Model, QuerySet

from cabinet.accounts.models import Delegation, Ending, Holding, Officer, Post, Unit
from cabinet.directory.models import Correspondent, Country, Incumbent, SignatoryCell
from cabinet.ledger.doors.reader import reading
from cabinet.registry.models import Series
from cabinet.resolutions.models import Directive, Resolution
from cabinet.terminology.models import Decision, Edition

Rows = tuple[tuple[object, ...], ...]

_NAME = ("name_ar", "name_en", "name_fr")
_POST = ("post_ar", "post_en", "post_fr")
_STYLE = ("style_ar", "style_en", "style_fr")
_DAYS = ("begins_on", "ends_on")
# What of each register the review goes by.
_REGISTERS: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (Resolution, (
        "ref", "session", "title_ar", "title_en", "title_fr", "year", "status", "superseded_by",
        "expired_on",
    )),
    (Directive, (
        "ref", "sentence_ar", "sentence_en", "sentence_fr", "subjects", "opposed", "since",
        "until", "source",
    )),
    (Correspondent, (*_NAME, *_STYLE, "level", "country", "language", *_DAYS)),
    (Country, ("iso2",)),
    (Incumbent, ("correspondent", *_NAME, *_POST, *_STYLE, *_DAYS)),
    (Post, (*_NAME, "role", "unit")),
    (Holding, ("officer", "post", *_DAYS)),
    (Delegation, ("officer", "post", "power", "kind", "level", *_DAYS)),
    (Ending, ("holding", "delegation", "first_day_without")),
    (SignatoryCell, ("kind", "level", "role", "permitted", "needs_authorisation")),
    (Series, ("flow", "pattern", "in_use")),
    (Unit, ("code",)),
)  # fmt: skip
_OFFICERS_AND_TERMS = (Officer, Edition, Edition, Decision, Decision)  # two questions of each term
_READ = (*(model for model, _ in _REGISTERS), *_OFFICERS_AND_TERMS)


def registers_now() -> Rows:
    """Return the registers as the database gives their rows, in one query each.

    Of the terms, which are many and never changed, how many are in use and the newest of them;
    what is only proposed makes no difference.
    """
    connection = reading()
    with connection.cursor() as cursor:
        read = []
        for sql, values in _questions(connection.vendor):
            cursor.execute(sql, values)
            read.append(tuple(cursor.fetchall()))
    return tuple(read)


def rows_of(rows: Rows, *models: type[Model]) -> Rows:
    """Return what was read of these registers alone."""
    return tuple(read for model, read in zip(_READ, rows, strict=True) if model in models)


@cache
def _questions(vendor: str) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """Return the queries of all registers: each submission asks them, and writing them is slow."""
    asked = [
        _written(model._default_manager.order_by("pk").values_list("pk", *columns))
        for model, columns in _REGISTERS
    ]
    holders = Officer.objects.filter(holdings__isnull=False).distinct().order_by("pk")
    asked.append(_written(holders.values_list("pk", *_NAME)))
    for rows in (Edition.objects.filter(by=None), Decision.objects.filter(adopted=True)):
        sql, values = _written(rows.order_by().values_list("pk"))
        asked.append((f"SELECT COUNT(*) FROM ({sql}) AS counted", values))
        asked.append(_written(rows.order_by("-pk").values_list()[:1]))
    return tuple(asked)


def _written(rows: QuerySet[Any, Any]) -> tuple[str, tuple[Any, ...]]:
    sql, values = rows.query.get_compiler(connection=reading()).as_sql()
    return sql, tuple(values)
