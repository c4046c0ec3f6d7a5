"""The acts of the Cabinet: direct, clear, sign, issue."""

from __future__ import annotations

from django.apps import AppConfig


class Gate(AppConfig):
    """The desk and its place among the others."""

    name = "cabinet.gate"
    label = "gate"
