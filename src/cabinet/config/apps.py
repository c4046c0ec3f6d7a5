"""The house as a whole: settings, addresses, commands."""

from __future__ import annotations

from django.apps import AppConfig


class Config(AppConfig):
    """The top layer; it has no tables."""

    name = "cabinet.config"
    label = "config"
