"""The day's work of each officer, the item page and the register books."""

from __future__ import annotations

from django.apps import AppConfig


class Desk(AppConfig):
    """The desk and its place among the others."""

    name = "cabinet.desk"
    label = "desk"
