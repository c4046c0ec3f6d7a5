"""The review sheet: seven verdicts on each revision."""

from __future__ import annotations

from django.apps import AppConfig


class Review(AppConfig):
    """The desk and its place among the others."""

    name = "cabinet.review"
    label = "review"
