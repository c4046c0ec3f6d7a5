"""The register of terms."""

from __future__ import annotations

from django.apps import AppConfig


class Terminology(AppConfig):
    """The desk and its place among the others."""

    name = "cabinet.terminology"
    label = "terminology"
