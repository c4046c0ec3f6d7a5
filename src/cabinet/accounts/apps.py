"""Officers, units, posts, delegations."""

from __future__ import annotations

from django.apps import AppConfig


class Accounts(AppConfig):
    """The desk and its place among the others."""

    name = "cabinet.accounts"
    label = "accounts"
