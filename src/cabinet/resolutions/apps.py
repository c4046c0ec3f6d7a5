"""The register of resolutions and standing directives."""

from __future__ import annotations

from django.apps import AppConfig


class Resolutions(AppConfig):
    """The desk and its place among the others."""

    name = "cabinet.resolutions"
    label = "resolutions"
