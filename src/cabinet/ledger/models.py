"""The record of all acts: one event per protected row, chained by hash, written by triggers."""

from __future__ import annotations

from django.db import models


class Event(models.Model):
    """One row of the record. Only the database's own triggers write it.

    ``payload`` is the protected row as JSON text, free text replaced by its SHA-256. ``amends``
    is 0 for a new row and counts its later changes. ``hash`` is the SHA-256 of
    ``prev|seq|table|row|amends|at|payload``; ``prev`` of the first event is 64 zeros.
    """

    seq = models.BigIntegerField(primary_key=True)
    table = models.CharField(max_length=60, db_column="table_name")
    row = models.BigIntegerField(db_column="row_id")
    amends = models.PositiveIntegerField(default=0)
    at = models.CharField(max_length=40)
    payload = models.TextField()
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "row", "amends"], name="event_of_row_once")
        ]
