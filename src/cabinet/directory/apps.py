"""Who is written to, and who may sign what to whom."""

from __future__ import annotations

from django.apps import AppConfig


class Directory(AppConfig):
    """The desk and its place among the others."""

    name = "cabinet.directory"
    label = "directory"
