"""Papers, revisions, numbers, movements: the register."""

from __future__ import annotations

from django.apps import AppConfig


class Registry(AppConfig):
    """The desk and its place among the others."""

    name = "cabinet.registry"
    label = "registry"
