"""The look of every page."""

from __future__ import annotations

from django.apps import AppConfig


class Ui(AppConfig):
    """The desk and its place among the others."""

    name = "cabinet.ui"
    label = "ui"
