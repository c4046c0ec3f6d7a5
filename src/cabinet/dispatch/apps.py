"""Sending what was signed and filing the proof."""

from __future__ import annotations

from django.apps import AppConfig


class Dispatch(AppConfig):
    """The desk and its place among the others."""

    name = "cabinet.dispatch"
    label = "dispatch"
