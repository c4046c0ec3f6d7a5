"""The list of errands."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class Errands(AppConfig):
    """Stands above the accounts, as the administrator's page asks for posts."""

    name = "cabinet.errands"
    label = "errands"

    def ready(self) -> None:
        """Let every desk say which errands it has."""
        autodiscover_modules("errands")
